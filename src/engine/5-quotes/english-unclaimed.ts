/** English words in marks that no cue of their sentence announces: signed, tagged, behind a colon, or of whoever spoke before. */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article, Block } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import type { Mention } from '../4-names/mention.ts'
import { type AttributionJudge, LEAST_WORDS } from './english-attribution.ts'
import { startsPhrase } from './english-phrases.ts'
import { addQuotation } from './english-record.ts'
import type { EnglishReferents } from './english-referents.ts'
import type { Cue } from './english-reports.ts'
import { opensSentence } from './english-sources.ts'
import type { CueReader } from './english-structures.ts'
import { tagBehind } from './english-tags.ts'
import { goesOn, isStatement, isUtterance, signatureOf, statedBy, wordsIn } from './english-utterances.ts'
import type { Quotation } from './marks.ts'
import type { Quote } from './quote.ts'

/** How sure a speaker is who signs, who spoke before, and who is only the likeliest. */
const SIGNED = 0.85
const GOES_ON = 0.75
const LIKELIEST = 0.5
/** What may stand between a doubtful cue and words in marks that make a cue of it, in UTF-16 units. */
const BETWEEN = 6
/** The subject of a sentence is sought so far from its beginning, and is no longer, in tokens. */
const FURTHEST = 12
const LONGEST_SUBJECT = 8

/** A sentence, and what stands in it. */
export interface Surroundings {
  sentence: readonly Token[]
  span: Span
  block: Block
  /** Its quotations. */
  inside: readonly Quotation[]
  /** Its cues that are not believed by a little. */
  doubtful: readonly Cue[]
  /** Where the words of the paragraph before go on; −1 for nowhere. */
  goesOnFrom: number
}

/** Reads the quotations that no cue claimed. */
export class EnglishUnclaimedReader {
  readonly #article: Article
  readonly #reader: CueReader
  readonly #referents: EnglishReferents
  readonly #judge: AttributionJudge

  /**
   * @param article the clean article
   * @param reader reads its cues
   * @param referents who has spoken
   * @param judge which words in marks are somebody's
   */
  constructor(article: Article, reader: CueReader, referents: EnglishReferents, judge: AttributionJudge) {
    this.#article = article
    this.#reader = reader
    this.#referents = referents
    this.#judge = judge
  }

  /**
   * Reads what is left of a sentence.
   *
   * @param surroundings the sentence
   * @param claimed quotations that are read; more are added
   * @param quotes the quotes so far; more are added
   */
  read(surroundings: Surroundings, claimed: Set<Quotation>, quotes: Quote[]): void {
    for (const quotation of surroundings.inside) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      const signed = signatureOf(this.#article, quotation)
      if (signed) addQuotation(quotes, quotation, 'direct', { speaker: signed, cue: null, confidence: SIGNED })
      else this.#readUnsigned(quotation, surroundings, quotes)
    }
  }

  #readUnsigned(quotation: Quotation, surroundings: Surroundings, quotes: Quote[]): void {
    const { sentence, span, block, inside, doubtful, goesOnFrom } = surroundings
    const { folded } = this.#article
    const opens = folded.slice(span.start, quotation.outerStart).trim() === ''
    const tagged = opens ? tagBehind(sentence, quotation, this.#article) : null
    const utterance = isUtterance(folded, quotation) || tagged !== null
    const colon = folded[quotation.outerStart - 2] === ':'
    const announcer = colon ? (this.#reader.inverted(sentence, quotation) ?? this.#reader.opening(sentence, [], sentence.length)) : null
    // “Her husband was calmer: “You pay. That is the deal.””: a person, a colon and a sentence leave no doubt, but not behind
    // the name of somebody else: “From Jane Roe writing at The Post: “…””.
    const last = sentence[firstEndingAfter(sentence, quotation.outerStart - 2) - 1]
    const behindName = last?.capital === true && last.end !== announcer?.end
    const announced =
      announcer?.kind === 'person' &&
      !opens &&
      !behindName &&
      utterance &&
      inside[0] === quotation &&
      wordsIn(folded, quotation) >= LEAST_WORDS
    const running = quotation.outerStart === goesOnFrom && this.#referents.last !== null
    const stated = isStatement(folded, quotation, block) ? statedBy(this.#article, quotation) : null
    if (tagged === null && !announced && !running && !stated && !this.#judge.isAttribution(quotation, null)) return
    if (opens && utterance) {
      // “I do not know,” Roe replied.¶“You should.”: a paragraph of its own takes turns.
      const turn = quotation.outerStart === block.start && quotation.outerEnd === block.end ? this.#referents.asker : null
      const speaker = tagged ?? stated ?? this.#referents.actor() ?? turn ?? this.#referents.last
      addQuotation(quotes, quotation, 'direct', { speaker, cue: null, confidence: speaker ? GOES_ON : LIKELIEST })
      return
    }
    // “The note promises “…””: words in marks make a cue of a verb that alone is none.
    const places = doubtful.map(({ at }) => at)
    const cue = doubtful[firstEndingAfter(places, quotation.outerStart) - 1]
    const announces = cue?.contents.some(({ start }) => start <= quotation.outerStart && quotation.outerStart - start <= BETWEEN)
    if (cue && announces) {
      const { speaker, at } = cue
      addQuotation(quotes, quotation, utterance ? 'direct' : 'partial', { speaker, cue: at, confidence: LIKELIEST })
      return
    }
    const subject = announcer?.kind === 'person' ? announcer : this.#subjectOf(sentence, quotation, inside)
    addQuotation(quotes, quotation, utterance && !goesOn(folded, quotation) ? 'direct' : 'partial', {
      speaker: subject ?? this.#referents.last,
      cue: null,
      confidence: LIKELIEST,
    })
  }

  /** The noun phrase that the sentence of an unclaimed quotation begins with. */
  #subjectOf(sentence: readonly Token[], quotation: Quotation, inside: readonly Quotation[]): Mention | null {
    for (let at = 0; at < Math.min(sentence.length, FURTHEST); at++) {
      const token = sentence[at] as Token
      if (token.start >= quotation.outerStart) break
      const around = inside.find(({ outerEnd }) => outerEnd >= token.end)
      if (around && around.outerStart <= token.start) continue
      if (!startsPhrase(token) || (at === 0 && opensSentence(token))) continue
      let end = at + 1
      while (end < sentence.length && end - at < LONGEST_SUBJECT && isPart(sentence[end] as Token)) end++
      const mention = readPhrase(sentence.slice(at, end), this.#article.text)
      if (mention && mention.form !== 'description') return mention
    }
    return null
  }
}

/** A word inside a name. */
function isPart({ word, capital, lower }: Token): boolean {
  return word && (capital || /^(?:of|the|for|and)$/.test(lower))
}
