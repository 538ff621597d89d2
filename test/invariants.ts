/** The promises that the contract makes of every answer. */
import type { Extraction } from '../schemas/extraction.ts'
import { contains, firstEndingAfter, overlaps } from '../src/engine/1-document/span.ts'

interface Range {
  start: number
  end: number
}

/**
 * Checks an answer, offsets in UTF-16 units.
 *
 * @param text the input
 * @param found the answer
 * @returns what is broken, one line each; empty when every promise holds
 */
export function brokenInvariants(text: string, found: Extraction): string[] {
  const broken: string[] = []
  const check = (holds: boolean, what: string): void => {
    if (!holds) broken.push(what)
  }
  const spans: [string, Range][] = [
    ...(found.headline ? ([['headline', found.headline]] as [string, Range][]) : []),
    ...found.paragraphs.map((paragraph): [string, Range] => [`paragraph ${paragraph.index}`, paragraph]),
    ...found.quotes.flatMap((quote): [string, Range][] => [
      [quote.id, quote],
      ...([quote.speaker, quote.via, quote.cue].filter(Boolean) as Range[]).map((span): [string, Range] => [
        `mention or cue of ${quote.id}`,
        span,
      ]),
    ]),
    ...found.speakers.flatMap((speaker) => speaker.mentions.map((mention): [string, Range] => [`mention of ${speaker.id}`, mention])),
    ...found.spam.map((fragment): [string, Range] => [fragment.id, fragment]),
  ]
  for (const [name, { start, end }] of spans) {
    check(start < end && start >= 0 && end <= text.length, `${name} lies outside the input: ${start}–${end}`)
    check(!splitsPair(text, start) && !splitsPair(text, end), `${name} splits a surrogate pair`)
  }
  for (const fragment of found.spam)
    check(text.slice(fragment.start, fragment.end) === fragment.text, `${fragment.id} is not the text of its span`)

  // Headline, paragraphs and the spam outside them: every written character lies in exactly one.
  const blocks = new Uint8Array(text.length)
  const owners: Range[] = [...(found.headline ? [found.headline] : []), ...found.paragraphs].sort((a, b) => a.start - b.start)
  for (const { start, end } of owners) for (let at = start; at < end; at++) blocks[at] = (blocks[at] as number) + 1
  for (const fragment of found.spam) {
    const owner = owners[firstEndingAfter(owners, fragment.start)]
    if (owner && contains(owner, fragment)) continue
    for (let at = fragment.start; at < fragment.end; at++) blocks[at] = (blocks[at] as number) + 1
    check(!(owner && overlaps(owner, fragment)), `${fragment.id} overlaps a block in part`)
  }
  for (let at = 0; at < text.length; at++) {
    // U+0085 is a line break, which JavaScript does not take for a blank.
    if (/[^\s\u0085]/.test(text[at] as string) && blocks[at] !== 1) {
      check(false, `character ${at} (U+${text.charCodeAt(at).toString(16)}) lies in ${blocks[at]} blocks`)
      break
    }
  }
  found.spam.forEach((fragment, index) => {
    const before = found.spam[index - 1]
    if (before) check(before.end <= fragment.start, `${before.id} and ${fragment.id} overlap`)
  })

  let rebuilt = ''
  let expected = 0
  for (const { clean, raw, copied } of found.segments) {
    check(clean[0] === expected, `a segment begins at ${clean[0]} of the clean text, not at ${expected}`)
    expected = clean[1]
    rebuilt += copied ? text.slice(raw[0], raw[1]) : found.text.slice(clean[0], clean[1])
  }
  check(rebuilt === found.text, 'the segments do not rebuild the clean text')
  check(
    found.text ===
      [...(found.headline ? [found.headline.text, ''] : []), ...found.paragraphs.map((paragraph) => paragraph.text)]
        .join('\n')
        .replace(/\n$/, ''),
    'the clean text is not headline and paragraphs',
  )

  const ids = new Set(found.speakers.map(({ id }) => id))
  for (const { id, speaker, via, paragraph } of found.quotes) {
    check(speaker === null || ids.has(speaker.id), `${id} names an unknown speaker`)
    check(via === null || ids.has(via.id), `${id} names an unknown medium`)
    check(found.paragraphs[paragraph] !== undefined, `${id} names an unknown paragraph`)
  }
  return broken
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
