/** Whether English words in marks are somebody's. */
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import type { Found } from './english-cues.ts'
import type { EnglishJudge } from './english-judge.ts'
import type { EnglishReferents } from './english-referents.ts'
import { standsBehind } from './english-reports.ts'
import { isUtterance, wordsIn } from './english-utterances.ts'
import type { Quotation } from './marks.ts'
import { Terms } from './terms.ts'

/** Log odds from which words in marks are somebody's; chosen on polnear/dev for quotes with their speakers. */
const QUOTATION_SCORE = 0
/** In PolNeAR so many words that a cue announces are somebody's in all cases but the gold's own omissions. */
export const LEAST_WORDS = 7

/** Judges the quotations of an article, block by block. */
export class AttributionJudge {
  readonly #folded: string
  readonly #terms: Terms
  readonly #judge: EnglishJudge
  readonly #referents: EnglishReferents
  #tokens: readonly Token[] = []
  #quotations = 0

  /**
   * @param article the clean article
   * @param quotations all its quotations
   * @param judge what is a quotation
   * @param referents who has spoken
   */
  constructor(article: Article, quotations: readonly Quotation[], judge: EnglishJudge, referents: EnglishReferents) {
    this.#folded = article.folded
    this.#terms = new Terms(article, quotations)
    this.#judge = judge
    this.#referents = referents
  }

  /**
   * A block begins.
   *
   * @param tokens its tokens
   * @param quotations how many quotations stand in it
   */
  beginBlock(tokens: readonly Token[], quotations: number): void {
    this.#tokens = tokens
    this.#quotations = quotations
  }

  /**
   * @param quotation words in marks of the block
   * @param found the cue that announces them, if any
   * @returns whether they are somebody's
   */
  isAttribution(quotation: Quotation, found: Found | null): boolean {
    const folded = this.#folded
    if (this.#terms.isName(quotation)) return false
    const likely =
      this.#judge.quotation({
        folded,
        tokens: this.#tokens,
        quotations: this.#quotations,
        quotation,
        times: this.#terms.timesOf(quotation),
        found,
        utterance: isUtterance(folded, quotation),
        term: this.#terms.isTerm(quotation),
        spoken: this.#referents.spoken,
      }) > QUOTATION_SCORE
    // “Never,” said Roe: a comma in the marks and a sure cue behind them leave no doubt.
    if (likely || (found !== null && standsBehind(found) && /[,?!]/.test(folded[quotation.end - 1] as string))) return true
    // Nor do so many words that a cue announces.
    return found !== null && !quotation.typewriter && wordsIn(folded, quotation) >= LEAST_WORDS
  }
}
