/** The title trick with nothing cut: the headline, marks and all, dropped whole into the sentences. */
import { isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import { isTopic } from './clause-subjects.ts'
import type { Fragment } from './fragment.ts'
import { type HeadlineCandidate, LEAST_WHOLE } from './headline-pieces.ts'

/** Whoever quotes a headline does so once. */
const LEAST_TIMES = 2
const CONFIDENCE = 0.99
/** What parts the clauses of a headline: nothing is called like that. */
const CLAUSES = /[,。!?:;\s…—|]/
/** What the sentences of a line end with, and how far away that is looked for, in UTF-16 units. */
const STOP = /[。!?.]/
const NEAR = 200

/**
 * Finds headlines with marks in them that stand whole inside the lines of the text. One of Han characters alone is found as a
 * round of one piece, see title-fragments.ts.
 *
 * @param document the document
 * @param headlines candidates for the headline; the first one found is taken
 * @returns the fragments, sorted; empty where no headline comes back
 */
export function findWholeHeadlines(document: Document, headlines: readonly HeadlineCandidate[]): Fragment[] {
  const { folded, lines } = document
  for (const { line: own, codes } of headlines) {
    if (codes.length < LEAST_WHOLE || codes.every(isHan)) continue
    const headline = String.fromCharCode(...codes)
    const places: (Span & { line: number })[] = []
    const sentence = lines.findIndex(({ end }, index) => index !== own && STOP.test(folded[end - 1] as string))
    let inMarks = false
    for (let start = folded.indexOf(headline); start >= 0; start = folded.indexOf(headline, start + headline.length)) {
      const end = start + headline.length
      const index = firstEndingAfter(lines, start)
      const line = lines[index]
      if (!line || index === own || line.end < end) continue
      // A menu repeats a headline too; a sentence does not.
      const around = folded.slice(Math.max(line.start, start - NEAR), start) + folded.slice(end, Math.min(line.end, end + NEAR))
      if (!STOP.test(around)) continue
      const marked = folded[start - 1] === '【' && folded[end] === '】'
      // 【…】 ahead of the first sentence of a post is its headline; behind one nobody writes it again.
      inMarks ||= marked && sentence >= 0 && sentence < index
      places.push(marked ? { start: start - 1, end: end + 1, line: index } : { start, end, line: index })
    }
    if ((places.length < LEAST_TIMES && !inMarks) || (!CLAUSES.test(headline) && isTopic(document, places))) continue
    return places.map(({ start, end }) => ({
      start,
      end,
      kind: 'title_fragment',
      suggestion: '',
      confidence: CONFIDENCE,
      reason: 'repeats the headline, whole, inside a line of the text',
    }))
  }
  return []
}
