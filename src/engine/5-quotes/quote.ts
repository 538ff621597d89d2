/** What the quote stage finds. Offsets are UTF-16 units of the clean text. */
import type { Span } from '../1-document/span.ts'
import type { Mention } from '../4-names/mention.ts'

/** An attribution. */
export interface Quote extends Span {
  kind: 'direct' | 'partial' | 'indirect'
  speaker: Mention | null
  via: Mention | null
  cue: Span | null
  /** Probability that the quote is one and its speaker is right, 0 … 1. */
  confidence: number
  /** Quotes of one broken utterance share this number. */
  utterance?: number
}
