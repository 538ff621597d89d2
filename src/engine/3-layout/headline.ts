/** Which line is the headline. */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document, Line } from '../1-document/document.ts'
import { fold } from '../1-document/document.ts'
import type { Span } from '../1-document/span.ts'
import { affinity, bigrams, type Vocabulary } from '../1-document/vocabulary.ts'
import type { LineFacts } from './features.ts'

/** The headline found. */
export interface Headline extends Span {
  /** Index of its line. */
  line: number
  /** Probability that it is the headline, 0 … 1. */
  confidence: number
}

/** Log odds, set on the pages of `../shared/data/webtext` and our own; see models/layout.md. */
const WEIGHT = {
  bias: -2.2,
  affinity: 2.4,
  distance: -0.16,
  first: 1.2,
  furniture: -4,
  sentence: -2.2,
  comma: -0.5,
  tooShort: -2.5,
  short: -0.8,
  long: -2,
  title: 6,
  repeated: 0.7,
  beforeCredit: 1.4,
  blankAfter: 0.4,
  listMark: -2,
}
/** Beyond this many lines above the text the order of the page says nothing more. */
const FARTHEST = 25

/**
 * Chooses the headline among the lines at and above the beginning of the body.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param facts features of its lines
 * @param body for each line whether it is body
 * @param title the true headline, where the caller has it
 * @returns the best line, or null when none is more likely than not
 */
export function findHeadline(document: Document, vocabulary: Vocabulary, facts: readonly LineFacts[], body: readonly boolean[], title?: string): Headline | null {
  const { lines, folded } = document
  const firstText = lines.findIndex((_, index) => body[index] === true && isRunningText(facts[index] as LineFacts))
  const limit = firstText < 0 ? Math.min(lines.length - 1, 3) : firstText
  const titleKeys = title === undefined ? null : titleBigrams(title)
  const counts = new Map<string, number>()
  for (const line of lines.slice(0, limit + 1)) {
    const written = folded.slice(line.start, line.end)
    counts.set(written, (counts.get(written) ?? 0) + 1)
  }
  let best: Headline | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (let index = 0; index <= limit; index++) {
    const line = lines[index] as Line
    const fact = facts[index] as LineFacts
    if (index === firstText && lines.length > 1 && (fact.sentence || fact.width > 200)) continue
    const written = folded.slice(line.start, line.end)
    let score = WEIGHT.bias + WEIGHT.affinity * affinity(document, vocabulary, index)
    score += WEIGHT.distance * Math.min(FARTHEST, limit - index)
    if (index === 0) score += WEIGHT.first
    if (fact.furniture !== null) score += WEIGHT.furniture
    if (fact.sentence && !/[?!…]$/.test(written)) score += WEIGHT.sentence
    if (fact.stops > 2) score += WEIGHT.comma * (fact.stops - 2)
    if (fact.width < 12) score += WEIGHT.tooShort
    else if (fact.width < 22) score += WEIGHT.short
    if (fact.width > 200) score += WEIGHT.long
    if (fact.features.includes('list mark')) score += WEIGHT.listMark
    if ((counts.get(written) as number) > 1) score += WEIGHT.repeated
    const next = facts[index + 1]
    if (next?.furniture && ['byline', 'timestamp', 'source_credit', 'share'].includes(next.furniture)) score += WEIGHT.beforeCredit
    if ((lines[index + 1]?.blankBefore ?? 0) > 0) score += WEIGHT.blankAfter
    if (titleKeys !== null) score += WEIGHT.title * similarity(bigrams(document, line.start, line.end), titleKeys)
    if (score > bestScore) {
      bestScore = score
      best = { start: line.start, end: line.end, line: index, confidence: 1 / (1 + Math.exp(-score)) }
    }
  }
  return best !== null && best.confidence >= 0.3 && hasWords(document, best) ? best : null
}

function isRunningText(fact: LineFacts): boolean {
  return fact.width >= 80 && (fact.sentence || fact.stops >= 2)
}

function hasWords(document: Document, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const found = classOf[document.codes[at] as number]
    if (found === CLASS.han || found === CLASS.latin || found === CLASS.letter || found === CLASS.kana || found === CLASS.hangul) return true
  }
  return false
}

function titleBigrams(title: string): Set<number> {
  const { codes, folded } = fold(title)
  return new Set(bigrams({ text: title, folded, codes, lines: [], language: { tag: 'und', grammar: null } }, 0, title.length))
}

/** Dice coefficient of two bigram sets. */
function similarity(keys: readonly number[], titleKeys: ReadonlySet<number>): number {
  if (keys.length === 0 || titleKeys.size === 0) return 0
  let shared = 0
  for (const key of new Set(keys)) if (titleKeys.has(key)) shared++
  return (2 * shared) / (new Set(keys).size + titleKeys.size)
}
