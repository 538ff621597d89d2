/** Who goes on speaking in an English article: the last speaker, whom he answers, and what “they” and “it” take up. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import type { CueReader } from './english-structures.ts'
import type { Quote } from './quote.ts'

/** Whoever answers is not alone. */
const ANSWERS = /^(?:replied|replies|answered|answers|responded|responds|retorted|countered|shot)$/
/** The verb behind a source that ends a sentence, with its full stop, in UTF-16 units. */
const LONGEST_TAG = 14

/** What is known of the speakers when a sentence is read. */
export class EnglishReferents {
  /** Who spoke last. */
  last: Mention | null = null
  /** Whom the last speaker has answered. */
  asker: Mention | null = null
  /** Whoever writes has said something. */
  #narrated = false
  /** The sentence before, if nobody's words stand in it, in which somebody may act: “Roe smiled. “Ask me on Friday.”” */
  #acting: readonly Token[] | null = null
  /** Last words of names, found when they are first asked for. */
  #surnames: ReadonlySet<string> | null = null
  readonly #article: Article
  readonly #reader: CueReader

  /**
   * @param article the clean article
   * @param reader reads its cues
   */
  constructor(article: Article, reader: CueReader) {
    this.#article = article
    this.#reader = reader
  }

  /** Somebody has spoken. */
  get spoken(): boolean {
    return this.#narrated || this.last !== null
  }

  /** A block begins. */
  beginBlock(): void {
    this.#acting = null
  }

  /**
   * A sentence has been read.
   *
   * @param tokens its tokens
   * @param marked whether words in marks stand in it
   * @param said what was found in it
   */
  endSentence(tokens: readonly Token[], marked: boolean, said: readonly Quote[]): void {
    this.#acting = marked ? null : tokens
    const last = said.findLast(({ speaker }) => speaker !== null && !this.#isNarrator(speaker))
    this.#narrated ||= said.some(({ speaker }) => speaker !== null && this.#isNarrator(speaker))
    const answers = last?.cue ? ANSWERS.test(this.#article.folded.slice(last.cue.start, last.cue.end)) : false
    this.asker = answers && last?.speaker !== this.last ? this.last : null
    if (last) this.last = last.speaker
    else if (this.#endsWithTag({ start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end })) this.last = this.#reader.subject
  }

  /** Who acts in the sentence before, if nobody speaks there. */
  actor(): Mention | null {
    return this.#acting && this.#reader.actor(this.#acting)
  }

  /**
   * “A spokesperson said …. They added”, “The company said …. It added”: whoever spoke last goes on.
   *
   * @param speaker who speaks now; a pronoun learns whom it stands for
   */
  takeUp(speaker: Mention | null): void {
    const last = this.last?.antecedent ?? this.last
    if (speaker?.form !== 'pronoun' || speaker.antecedent) return
    const written = this.#article.folded.slice(speaker.start, speaker.end).toLowerCase()
    const goesOn =
      last &&
      last.form !== 'pronoun' &&
      (written === 'they'
        ? last.form === 'description' || last.kind !== 'person'
        : written === 'it' && (last.kind === 'organization' || this.#isFirm(last)))
    if (goesOn) speaker.antecedent = last
    // “The company, Ellery Lines, was less certain. In a statement it welcomed”: else an organisation that has just acted.
    else if (written === 'it' && this.#acting) {
      const actor = this.#reader.opening(this.#acting, [], this.#acting.length)
      if (actor?.kind === 'organization') speaker.antecedent = actor
    }
  }

  /** “We believe so”: who writes or tells is not who goes on. */
  #isNarrator({ form, start, end }: Mention): boolean {
    return form === 'pronoun' && /^(?:i|we)$/i.test(this.#article.folded.slice(start, end))
  }

  /** “Don't panic, Roe advised.”: whoever stands so has spoken, though the verb alone is no cue. */
  #endsWithTag({ start, end }: Span): boolean {
    const { subject } = this.#reader
    return (
      subject?.kind === 'person' &&
      subject.start > start &&
      end - subject.end <= LONGEST_TAG &&
      this.#article.folded.slice(subject.start - 2, subject.start) === ', '
    )
  }

  /** “Parkwise said …. It did not say”: a name of one word without a role may be a firm's, unless somebody has it for a surname. */
  #isFirm({ form, role, name }: Mention): boolean {
    const written = this.#article.folded.slice(name.start, name.end)
    return form === 'name' && role === null && !/\s/.test(written) && !this.#lastNames().has(written)
  }

  /** Words that stand behind another one with a capital inside a sentence: “said Harold Finch”. */
  #lastNames(): ReadonlySet<string> {
    this.#surnames ??= new Set(
      this.#article.tokens.flatMap((tokens) =>
        tokens.filter((token, at) => token.capital && tokens[at - 1]?.capital && tokens[at - 2]?.word).map((token) => token.text),
      ),
    )
    return this.#surnames
  }
}
