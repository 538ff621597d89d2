/**
 * Runs of keywords inside a sentence: forums put an advert of words between blanks where a line ends, and glue its first
 * word to the text. Where the text ends and the advert begins is where the sentence reads best across it.
 */
import { isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import { fluencyCost } from '../1-document/words.ts'
import type { Term } from './keyword-terms.ts'
import { joinSides, NATURAL_COST } from './piece-evidence.ts'

/** A run has so many words at least, and so many of them are of the trades. */
const LEAST = { words: 5, listed: 2, length: 2 }
/** A word of a run is no longer than this; the first one is glued to what may be a long clause. In UTF-16 units. */
const LONGEST_WORD = 14
/** A word between blanks. */
const WORD = /\S+/g
const MARK = /[,。;:!?“”「」、()《》]/
/** Characters read on both sides of a run. */
const CONTEXT = 8

/**
 * What an article is about is written in its sentences, not between blanks.
 *
 * @param document the document
 * @param terms its listed keywords
 * @returns those that have no blank on either side somewhere
 */
export function saidIn({ folded }: Document, terms: readonly Term[]): ReadonlySet<string> {
  const said = new Set<string>()
  for (const { start, end } of terms) if (/^\S\S*\S$/.test(folded.slice(start - 1, end + 1))) said.add(folded.slice(start, end))
  return said
}

/**
 * Finds the runs of a line of text.
 *
 * @param document the document, Chinese
 * @param index the index of the line
 * @param terms its listed keywords, sorted
 * @param said keywords that the article has in its sentences, see {@link saidIn}
 * @returns the runs, sorted
 */
export function findRuns({ codes, folded, lines }: Document, index: number, terms: readonly Term[], said: ReadonlySet<string>): Span[] {
  const line = lines[index] as Line
  const foreign = terms.filter(({ plain, start, end }) => !plain && !said.has(folded.slice(start, end)))
  if (foreign.length < LEAST.listed) return []
  const words = Array.from(folded.slice(line.start, line.end).matchAll(WORD), ({ index: at, 0: word }) => {
    const marks = [...word].map((character) => MARK.test(character))
    // What stands behind the last mark may belong to a run.
    return { start: line.start + at + marks.lastIndexOf(true) + 1, end: line.start + at + word.length, whole: !marks.includes(true) }
  })
  const runs: Span[] = []
  let from = 0
  for (let to = 0; to <= words.length; to++) {
    const word = words[to]
    if (word?.whole && word.end - word.start >= LEAST.length && word.end - word.start <= LONGEST_WORD) continue
    // The word before the first whole one is glued to the text, unless a mark stands between.
    const opening = words[from - 1]
    const glued = opening && opening.end > opening.start ? opening : null
    const count = to - from + Number(glued !== null)
    const start = glued ? glued.start : words[from]?.start
    const end = words[to - 1]?.end
    from = to + 1
    if (count < LEAST.words || start === undefined || end === undefined) continue
    const listed = foreign.slice(firstEndingAfter(foreign, start), firstEndingAfter(foreign, end))
    if (new Set(listed.map((term) => folded.slice(term.start, term.end))).size < LEAST.listed) continue
    runs.push({ start: glued ? seam(glued, end, listed[0] as Term) : start, end })
  }
  return runs

  /** Where in its first word a run begins. */
  function seam(word: Span, end: number, listed: Term): number {
    if (listed.start < word.end) return listed.start
    const next = lines[index + 1]
    const behind = end < line.end ? end : next && isHan(codes[next.start] as number) ? next.start : -1
    const limit = end < line.end ? line.end : (next?.end ?? line.end)
    let right = Math.max(behind, 0)
    while (behind >= 0 && right < limit && right - behind < CONTEXT && isHan(codes[right] as number)) right++
    const sides = new Uint16Array(2 * CONTEXT)
    let best = word.start
    let least = Number.POSITIVE_INFINITY
    for (let at = word.start; at <= word.end - 2; at++) {
      let left = at
      while (left > line.start && at - left < CONTEXT && isHan(codes[left - 1] as number)) left--
      const size = joinSides(codes, left, at, Math.max(behind, 0), right, sides)
      const cost = fluencyCost(sides, 0, size) + NATURAL_COST * (word.end - at) - NATURAL_COST * (at - left)
      if (cost < least) {
        least = cost
        best = at
      }
    }
    return best
  }
}
