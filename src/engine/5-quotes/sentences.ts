/** Sentences of a block. */
import { unitSet } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import type { Quotation } from './marks.ts'

const CHINESE_END = unitSet('。!?…')
/** Marks that close behind the end of a sentence. */
const CLOSING = unitSet('”’")）]')
/** 他说, 他说着站起来, 他这样介绍: a cue with nothing, or hardly anything, behind it; 认为 and its like have their clause there. */
const ATTRIBUTION =
  /(?<![不没的])(?:(?:说(?![起到])|道|称|坦言|回忆|告诉|补充|解释|回答|感叹|问|喊)[^,。:]{0,8}|(?:表示|指出|强调|介绍|认为|透露)[说道称]?)[,。:]$/
/** What opens a report of its own: 据他透露, 按照…的说法. */
const FRAME = /^[据按]|^根据|^另据/
/**
 * A sentence has at most so many UTF-16 units outside its quotations, and so many quotations; what goes on longer is cut.
 * No author writes such a one, and the cost of reading a sentence grows faster than its length.
 */
const LONGEST = 1000
const MOST_QUOTATIONS = 32

/**
 * Splits a Chinese block into sentences. A full stop inside a quotation ends a sentence only when the quotation ends
 * with it.
 *
 * @param text the folded clean text
 * @param block the block
 * @param quotations outer quotations of the block
 * @returns spans that cover the block
 */
export function chineseSentences(text: string, block: Span, quotations: readonly Quotation[]): Span[] {
  const sentences: Span[] = []
  let start = block.start
  let next = 0
  let outside = 0
  let inside = 0
  for (let at = block.start; at < block.end; at++) {
    while (next < quotations.length && (quotations[next] as Quotation).outerEnd <= at) next++
    const quotation = quotations[next]
    const endless = outside >= LONGEST || inside >= MOST_QUOTATIONS
    if (quotation && at >= quotation.outerStart) {
      const ends = !quotation.open && CHINESE_END.has(text.charCodeAt(quotation.end - 1))
      at = quotation.outerEnd - 1
      inside++
      // “……。”他说: the cue behind a closed utterance belongs to it.
      if (!endless && (!ends || !startsSentence(text, at + 1, block.end))) continue
    } else {
      outside++
      if (!endless && !CHINESE_END.has(text.charCodeAt(at))) continue
    }
    let end = at + 1
    for (; end < block.end && (CHINESE_END.has(text.charCodeAt(end)) || CLOSING.has(text.charCodeAt(end))); end++) {
      // A straight mark behind a stop may open what comes next.
      while (next < quotations.length && (quotations[next] as Quotation).outerEnd <= end) next++
      if (quotations[next]?.outerStart === end) break
    }
    sentences.push({ start, end })
    start = end
    at = end - 1
    outside = 0
    inside = 0
  }
  if (start < block.end) sentences.push({ start, end: block.end })
  return sentences
}

function startsSentence(text: string, at: number, end: number): boolean {
  if (at >= end || FRAME.test(text.slice(at, at + 2))) return true
  // A short clause with a cue and a stop behind an utterance: its attribution.
  const behind = /^.{0,24}?[,。:]/.exec(text.slice(at, Math.min(end, at + 26)))
  return !(behind && ATTRIBUTION.test(behind[0]))
}
