/** What a detector reports. */
import type { Span } from '../1-document/span.ts'

/** Kinds of text that a spammer put into the article. */
export type InjectedKind =
  | 'title_fragment'
  | 'injected_name'
  | 'keyword_block'
  | 'contact'
  | 'promo'
  | 'foreign_passage'
  | 'mangled'
  | 'spun_word'

/** Spam less certain than this stays in the text and is only counted in the warnings. */
export const CERTAIN = 0.5

/** A run of the input found to be spam. Offsets are UTF-16 units of the input. */
export interface Fragment extends Span {
  kind: InjectedKind
  /** What the clean text has instead: empty for a cut, null where the run is only reported. */
  suggestion: string | null
  /** Probability that the run is spam, 0 … 1. */
  confidence: number
  /** One sentence that a person can check against the text. */
  reason: string
}
