/** How English quotes are written down. */
import type { Span } from '../1-document/span.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Quotation } from './marks.ts'
import type { Quote } from './quote.ts'

/** Nothing is certain. */
const MOST = 0.99

/** Who said something, by which cue, and how sure that is, 0 … 1. */
export interface Attribution {
  speaker: Mention | null
  cue: Span | null
  confidence: number
}

/**
 * Adds a quote, unless it is empty.
 *
 * @param quotes the quotes so far
 * @param span where it stands
 * @param kind what it is
 * @param attribution whose it is
 */
export function addQuote(quotes: Quote[], { start, end }: Span, kind: Quote['kind'], { speaker, cue, confidence }: Attribution): void {
  if (end > start)
    quotes.push({ start, end, kind, speaker, via: null, cue, confidence: Math.min(MOST, Math.round(confidence * 100) / 100) })
}

/**
 * Adds words in marks. Those between two apostrophes a side are no quotation in the contract's sense: they are reported with
 * their marks.
 *
 * @param quotes the quotes so far
 * @param quotation the words
 * @param kind what they are
 * @param attribution whose they are
 */
export function addQuotation(quotes: Quote[], quotation: Quotation, kind: 'direct' | 'partial', attribution: Attribution): void {
  if (quotation.typewriter) addQuote(quotes, { start: quotation.outerStart, end: quotation.outerEnd }, 'indirect', attribution)
  else addQuote(quotes, quotation, kind, attribution)
}
