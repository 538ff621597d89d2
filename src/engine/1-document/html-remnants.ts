/** What is left of HTML in a text that was taken from a page: character references, and tags of paragraphs and emphasis. */
import { decodeHTMLStrict } from 'entities'
import type { Edit } from './clean-text.ts'
import type { Span } from './span.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi
const TAG = /<\/?(?:p|br|div|span|strong|em|b|i|u|a|font|img|h[1-6]|ul|ol|li|blockquote|section|center)(?:\s[^<>]{0,500})?\/?>/gi
/** Tags that begin or end a line. */
const BLOCK = /^<\/?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section|center)\b/i
/** An article may write of a tag or two. */
const LEAST_TAGS = 3

/**
 * @param text any string
 * @returns whether it has so many tags that they are remnants
 */
export function hasTags(text: string): boolean {
  if (!text.includes('<')) return false
  let count = 0
  for (const _ of text.matchAll(TAG)) if (++count === LEAST_TAGS) return true
  return false
}

/**
 * Reads the remnants of HTML in a line.
 *
 * @param text any string
 * @param line the line
 * @param tags whether the text has tags, see {@link hasTags}
 * @returns them with what they stand for, sorted within each kind
 */
export function remnantsOf(text: string, { start, end }: Span, tags: boolean): Edit[] {
  const written = text.slice(start, end)
  const edits: Edit[] = []
  const add = (index: number, found: string, replacement: string): void => {
    edits.push({ start: start + index, end: start + index + found.length, replacement })
  }
  if (written.includes('&'))
    for (const { index, 0: reference } of written.matchAll(REFERENCE)) {
      const character = decodeHTMLStrict(reference)
      if (character !== reference) add(index, reference, character)
    }
  if (tags && written.includes('<')) for (const { index, 0: tag } of written.matchAll(TAG)) add(index, tag, BLOCK.test(tag) ? '\n' : '')
  return edits
}
