/**
 * Bytes of a page to text, as browsers do it: byte order mark, then the header, then what the page says in its first
 * bytes, then valid UTF-8, then statistics (chardet).
 * https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
import { TextDecoder } from 'node:util'
import chardet from 'chardet'

/** A page says its encoding within so many bytes. */
const PRESCAN = 1024
/** Statistics need no more bytes than this. */
const SAMPLE = 65_536
const CHARSET = /charset\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})/i
const XML = /^<\?xml[^>]{0,80}encoding\s{0,4}=\s{0,4}["']([\w.:-]{2,40})/i

/**
 * Decodes a page.
 *
 * @param bytes the body as received
 * @param contentType its header, if any
 * @returns the text and the WHATWG name of the encoding used; bytes that are not valid in it become U+FFFD
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): { html: string; encoding: string } {
  const decoder =
    markOf(bytes) ?? decoderOf(CHARSET.exec(contentType ?? '')?.[1]) ?? decoderOf(statedIn(bytes)) ?? utf8If(bytes) ?? guess(bytes)
  return { html: decoder.decode(bytes), encoding: decoder.encoding }
}

function markOf(bytes: Uint8Array): TextDecoder | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  return null
}

function decoderOf(label: string | null | undefined): TextDecoder | null {
  if (!label) return null
  try {
    return new TextDecoder(label)
  } catch {
    // A label that no browser knows says nothing.
    return null
  }
}

/** What the page states about itself; a page that can be read so far is not UTF-16. */
function statedIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN))
  const label = XML.exec(head)?.[1] ?? metaCharset(head)
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function metaCharset(head: string): string | null {
  for (const [tag] of head.matchAll(/<meta[^>]{0,400}>/gi)) {
    const found = CHARSET.exec(tag)
    if (found) return found[1] as string
  }
  return null
}

function utf8If(bytes: Uint8Array): TextDecoder | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return new TextDecoder('utf-8')
  } catch {
    return null
  }
}

function guess(bytes: Uint8Array): TextDecoder {
  return decoderOf(chardet.detect(bytes.subarray(0, SAMPLE))) ?? new TextDecoder('windows-1252')
}
