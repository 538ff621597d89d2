/**
 * Which line is the headline: a choice among the lines above the running text, and “none of them”, by a conditional
 * logit over binary features (McFadden 1974). Its weights are in `models/layout.json`.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import { type Document, fold } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { affinity, bigrams, type Vocabulary } from '../1-document/vocabulary.ts'
import { bin, type LineFacts } from './features.ts'
import { layoutWeights } from './line-model.ts'

/** The headline found. */
export interface Headline extends Span {
  /** Index of its line. */
  line: number
  /** Probability that it is the headline, 0 … 1. */
  confidence: number
}

/** A line that may be the headline. */
export interface HeadlineLine {
  line: number
  features: string[]
}

/** Less likely than this, no headline is better than a wrong one. */
const LEAST_CONFIDENCE = 0.3
/** The headline stands among this many lines above the text; a longer menu is cut off at its top. */
const REACH = 120
/** Weight of a full match with the title that the caller gave: it outweighs everything that is only seen. */
const TITLE_WEIGHT = 12
/** Name of the one feature of “none of them”. */
export const NO_HEADLINE = 'none'

/**
 * Chooses the headline.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param facts features of its lines
 * @param body for each line whether it is body
 * @param title the true headline, where the caller has it
 * @returns the best line, or null when none is likely
 */
export function findHeadline(
  document: Document,
  vocabulary: Vocabulary,
  facts: readonly LineFacts[],
  body: readonly boolean[],
  title?: string,
): Headline | null {
  const weights = layoutWeights().headline
  const titleKeys = title === undefined ? null : titleBigrams(title)
  const candidates = headlineLines(document, vocabulary, facts, body)
  const scores = candidates.map(({ line, features }) => {
    let score =
      titleKeys === null
        ? 0
        : TITLE_WEIGHT * similarity(bigrams(document, (document.lines[line] as Line).start, (document.lines[line] as Line).end), titleKeys)
    for (const feature of features) score += weights[feature] ?? 0
    return score
  })
  let best = -1
  let sum = Math.exp(weights[NO_HEADLINE] ?? 0)
  scores.forEach((score, index) => {
    sum += Math.exp(score)
    if (best < 0 || score > (scores[best] as number)) best = index
  })
  if (best < 0) return null
  const confidence = Math.exp(scores[best] as number) / sum
  const { line } = candidates[best] as HeadlineLine
  const { start, end } = document.lines[line] as Line
  return confidence >= LEAST_CONFIDENCE ? { start, end, line, confidence } : null
}

/**
 * Lists the lines that may be the headline.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param facts features of its lines
 * @param body for each line whether it is body
 * @returns the lines above the first running text, with their features
 */
export function headlineLines(
  document: Document,
  vocabulary: Vocabulary,
  facts: readonly LineFacts[],
  body: readonly boolean[],
): HeadlineLine[] {
  const { lines, folded } = document
  const text = lines.findIndex((_, index) => body[index] === true && isRunningText(facts[index] as LineFacts))
  const limit = text < 0 ? Math.min(lines.length, 4) : text
  const from = Math.max(0, limit - REACH)
  const counts = new Map<string, number>()
  for (const line of lines.slice(0, limit)) {
    const written = folded.slice(line.start, line.end)
    counts.set(written, (counts.get(written) ?? 0) + 1)
  }
  const candidates: HeadlineLine[] = []
  let widest = 0
  for (let index = limit - 1; index >= from; index--) {
    const fact = facts[index] as LineFacts
    const line = lines[index] as Line
    const written = folded.slice(line.start, line.end)
    if (!hasWords(document, line)) continue
    const near = affinity(document, vocabulary, index)
    const next = facts[index + 1]
    const features = [
      `affinity ${bin(near, [0.05, 0.2, 0.35, 0.5, 0.7, 0.9])}`,
      `width ${bin(fact.width, [8, 16, 24, 36, 50, 80, 120, 180])}`,
      `distance ${bin(limit - index, [2, 3, 5, 8, 14, 25, 50])}`,
      `affinity ${bin(near, [0.2, 0.5])} width ${bin(fact.width, [24, 60])}`,
      `place ${bin(index, [1, 2, 4, 10, 40])}`,
      fact.furniture === null ? 'plain' : `furniture ${fact.furniture}`,
      fact.sentence ? (/[?!]$/.test(written) ? 'question' : 'sentence') : 'no stop',
      `after ${next?.furniture ?? (next === undefined ? 'none' : `width ${bin(next.width, [24, 80])}`)}`,
      `stops ${bin(fact.stops, [1, 2, 3])}`,
      body[index] ? 'body' : 'furniture',
    ]
    // Below it stands no wider line until the text: decks are wider than menus, headlines wider than bylines.
    if (fact.width > widest) features.push('widest so far')
    widest = Math.max(widest, fact.width)
    if ((counts.get(written) as number) > 1) features.push('repeated')
    if ((lines[index + 1]?.blankBefore ?? 0) > 0) features.push('blank after')
    if (line.blankBefore > 0) features.push('blank before')
    for (const feature of fact.features)
      if (/^(?:list mark|capitals|digits|divider|ends|one word|starts|address|caption)/.test(feature)) features.push(feature)
    candidates.push({ line: index, features })
  }
  return candidates.reverse()
}

function isRunningText(fact: LineFacts): boolean {
  return fact.width >= 80 && (fact.sentence || fact.stops >= 2)
}

function hasWords(document: Document, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const found = classOf[document.codes[at] as number]
    if (found === CLASS.han || found === CLASS.latin || found === CLASS.letter || found === CLASS.kana || found === CLASS.hangul)
      return true
  }
  return false
}

function titleBigrams(title: string): Set<number> {
  const { codes, folded } = fold(title)
  return new Set(bigrams({ text: title, folded, codes, lines: [], joins: [], language: { tag: 'und', grammar: null } }, 0, title.length))
}

/** Dice coefficient of two bigram sets. */
function similarity(keys: readonly number[], titleKeys: ReadonlySet<number>): number {
  if (keys.length === 0 || titleKeys.size === 0) return 0
  let shared = 0
  for (const key of new Set(keys)) if (titleKeys.has(key)) shared++
  return (2 * shared) / (new Set(keys).size + titleKeys.size)
}
