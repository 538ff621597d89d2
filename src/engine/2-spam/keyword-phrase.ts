/** What may be a search keyword that no list has, whatever its language (chinese- and english-keyword-phrases.ts). */
import type { Span } from '../1-document/span.ts'

/**
 * What ties a phrase to its clause: nothing where it stands alone or before what opens a clause of its own (某某配方|他说), or
 * where the words on both sides of it have been weighed; a noun behind it may be what it describes (某某价格|指数); else it may
 * be the subject or the object.
 */
export type Tie = 'none' | 'weighed' | 'noun' | 'grammar'

/** What may be a keyword. */
export interface Phrase extends Span {
  /** Log odds that it is one. */
  odds: number
  tie: Tie
}

/** The name of what is measured of a phrase: the share of its bigrams that the article has elsewhere. */
export const TOPIC = '(topic)'
