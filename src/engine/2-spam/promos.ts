/** Advertisements between or inside paragraphs: lines and sentences that sell. */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'
import { isTradeReport } from './trade-reports.ts'

/** Points that a sentence must collect from the phrases of `lexicon/promos.*.txt`. */
const LEAST_POINTS = 4
/** Points that a whole line needs when the rest of the article talks of other things. */
const LEAST_LINE_POINTS = 4
/** From this share of common bigrams on a line belongs to its article. */
const OWN_TOPIC = 0.3
/** Adverts are short, in UTF-16 units. */
const LONGEST = 160
const SENTENCE = { zh: /[^。！？!?\n]{4,160}[。！？!?]?/gu, en: /[^.!?\n]{12,200}[.!?]?/gu }

const phrases = new Map<'zh' | 'en', [points: number, phrase: string][]>()

function phrasesOf(grammar: 'zh' | 'en'): [points: number, phrase: string][] {
  const known = phrases.get(grammar)
  if (known) return known
  const read = readLexicon(`promos.${grammar}.txt`).map((entry): [number, string] => [
    Number(entry.split('\t')[0]),
    entry.split('\t')[1] as string,
  ])
  phrases.set(grammar, read)
  return read
}

/**
 * Finds adverts.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @returns fragments, sorted
 */
export function findPromos(document: Document, vocabulary: Vocabulary): Fragment[] {
  const { grammar } = document.language
  if (grammar === null) return []
  const found: Fragment[] = []
  document.lines.forEach((line, index) => {
    const written = document.folded.slice(line.start, line.end).toLowerCase()
    if (isTradeReport(written, grammar)) return
    if (line.end - line.start <= LONGEST) {
      const points = pointsOf(written, grammar)
      if (
        points >= LEAST_LINE_POINTS &&
        sellsThroughout(written, grammar) &&
        /[。！？!?.]$/.test(written) &&
        affinity(document, vocabulary, index) < OWN_TOPIC
      ) {
        found.push(promo(line.start, line.end, points))
        return
      }
    }
    if (pointsOf(written, grammar) >= LEAST_POINTS) found.push(...sentencesOf(document, line, grammar))
  })
  return found
}

/** Single sentences of a paragraph that sell. */
function sentencesOf(document: Document, line: Line, grammar: 'zh' | 'en'): Fragment[] {
  const text = document.text.slice(line.start, line.end)
  const sentences = [...text.matchAll(SENTENCE[grammar])].map(({ index, 0: sentence }) => ({
    start: line.start + index,
    end: line.start + index + sentence.length,
    points: pointsOf(sentence.toLowerCase(), grammar),
  }))
  // “Need help with your essay? Our expert writers …”: the question belongs to the offer.
  const sells = sentences.map(({ points }) => points >= LEAST_POINTS)
  const kept = sentences.filter(
    ({ points }, index) => sells[index] || (points >= LEAST_POINTS / 2 && (sells[index + 1] || sells[index - 1])),
  )
  return kept.length === sentences.length ? [] : joined(kept)
}

/** Sentences that follow one another are one advert. */
function joined(sentences: readonly { start: number; end: number; points: number }[]): Fragment[] {
  const found: Fragment[] = []
  for (const { start, end, points } of sentences) {
    const last = found.at(-1)
    if (last && last.end === start) last.end = end
    else found.push(promo(start, end, points))
  }
  return found
}

/** Whether every sentence of a line sells: an advert glued to a true sentence must not take it along. */
function sellsThroughout(written: string, grammar: 'zh' | 'en'): boolean {
  return [...written.matchAll(SENTENCE[grammar])].every(([sentence]) => pointsOf(sentence, grammar) > 0)
}

function pointsOf(written: string, grammar: 'zh' | 'en'): number {
  let points = 0
  for (const [weight, phrase] of phrasesOf(grammar)) if (written.includes(phrase)) points += weight
  return points
}

function promo(start: number, end: number, points: number): Fragment {
  return {
    start,
    end,
    kind: 'promo',
    suggestion: '',
    confidence: Math.min(0.98, 0.55 + points * 0.06),
    reason: 'a sentence that sells something and has nothing to do with the article',
  }
}
