/** Advertisements between or inside paragraphs: lines and sentences that sell. */
import { CLASS, classOf, unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { firstEndingAfter, overlaps, type Span } from '../1-document/span.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { readShape, readTopic, readWording } from './advert-language.ts'
import type { Fragment } from './fragment.ts'

/** Adverts are short, and no single words; in UTF-16 units. */
const LONGEST = { zh: 60, en: 160 }
const SHORTEST = { zh: 4, en: 20 }
/** Log odds from which on a sentence is part of an advert. */
const BESIDE = 1
/** What the model was fitted on has far more adverts than the world: log odds to take off for that. */
const CAUTION = { zh: 3.2, en: 2.6 }
/** And so many for a text all of whose sentences are worded like adverts; from these log odds on one is. */
const VOICE = 5
const VOICED = 1
/** Less certain than this is not worth a word. */
const LEAST_CONFIDENCE = 0.35
/** What is worded less like an advert has no chance, whatever its shape is; in log odds. */
const LEAST_WORDING = -1
/** What ends without a mark may be a headline: log odds to take off. */
const UNENDED = 3
/** A question or a cry before an advert belongs to it. */
const CALL = /[?!]["”]?$/
const CALL_BESIDE = -2
/** A sentence that is no half of one, and that nobody says in the article; what ends without a mark is furniture of the page. */
const WHOLE = { zh: /^[^“”「」『』"‘]+$/, en: /^(?!'')[^a-z"“”‘][^"“”]*[a-z][^"“”]*[.!?)]$/ }

/** A page’s own notices speak to the reader too; the layout knows them. */
const NOTICE = /\bcookies?\b|\bprivacy\b|隐私/i
/** “Ask anyone in town and they will tell you”, “Buy one of his chairs and it will outlive you”: a writer bids his reader picture something. */
const TELLS =
  /^[A-Z][a-z]+ (?:[a-z'’]+ ){1,8}and (?:they|he|she|the [a-z]+ (?!will|is|are)[a-z]+s)\b|^[A-Z][a-z]+ (?:[a-z'’]+ ){0,3}(?:his|her|their) (?:[a-z'’]+ ){1,4}and\b/
const POINT = 0x2e
const ENDS = unitSet('。!?.')
const CLOSES = unitSet('。!?.”’"\')')
const NONE = Number.NEGATIVE_INFINITY
const NOWHERE: Span = { start: -1, end: -1 }

interface Sentence extends Span {
  /** Log odds that it would be an advert, were it about nothing. */
  voice: number
  /** Log odds that it is an advert in this article. */
  odds: number
  /** It asks or cries. */
  calls: boolean
}

/**
 * Finds adverts.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param contacts bait glued between its sentences: it is no part of the sentence behind it; sorted
 * @returns fragments, sorted
 */
export function findPromos(document: Document, vocabulary: Vocabulary, contacts: readonly Span[]): Fragment[] {
  const { grammar } = document.language
  if (grammar === null) return []
  const counts = new SentenceCounts(document, vocabulary, contacts)
  const lines = document.lines.map((line, index) => {
    let inside = false
    // 二|十分全部升井。 What a wrapped line begins with is half a sentence.
    const before = document.lines[index - 1]
    const wrapped = before !== undefined && vocabulary.long[index - 1] === 1 && !CLOSES.has(document.codes[before.end - 1] as number)
    return spansOf(document, line, contacts).map((span): Sentence => {
      const written = document.folded.slice(span.start, span.end).trim()
      const silent =
        written.length > LONGEST[grammar] ||
        written.length < SHORTEST[grammar] ||
        inside ||
        !WHOLE[grammar].test(written) ||
        NOTICE.test(written) ||
        (wrapped && span.start === line.start) ||
        TELLS.test(written) ||
        (index === 0 && !ENDS.has(document.codes[span.end - 1] as number))
      inside = staysInside(written, inside)
      const wording = silent ? NONE : readWording(document, span, grammar)
      if (wording < LEAST_WORDING) return { ...span, voice: NONE, odds: NONE, calls: false }
      const whole = CLOSES.has(document.codes[span.end - 1] as number)
      const voice = wording + readShape(document, span, grammar) - (whole ? 0 : UNENDED)
      const topic = ownTopic(document, vocabulary, span, counts.of(written))
      return { ...span, voice, odds: voice + readTopic(topic, grammar), calls: CALL.test(written) }
    })
  })
  const runs = lines.flatMap(adverts)
  if (runs.length === 0) return []
  // What is worded like an advert throughout is no news: its own calls are no adverts.
  const caution = CAUTION[grammar] + VOICE * ownVoice(lines.flat(), runs)
  return runs
    .map(
      ({ start, end, odds }): Fragment => ({
        start,
        end,
        kind: 'promo',
        suggestion: '',
        confidence: Math.min(0.98, 1 / (1 + Math.exp(caution - odds))),
        reason: 'a sentence that sells something and has nothing to do with the article',
      }),
    )
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
}

/** How often long lines have each sentence, counted when the first is asked for: an advert that comes back is not its own topic. */
class SentenceCounts {
  readonly #document: Document
  readonly #long: Uint8Array
  readonly #contacts: readonly Span[]
  #counts: Map<string, number> | null = null

  constructor(document: Document, { long }: Vocabulary, contacts: readonly Span[]) {
    this.#document = document
    this.#long = long
    this.#contacts = contacts
  }

  of(sentence: string): number {
    this.#counts ??= this.#count()
    return this.#counts.get(sentence) ?? 0
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>()
    this.#document.lines.forEach((line, index) => {
      if (this.#long[index] === 0) return
      for (const { start, end } of spansOf(this.#document, line, this.#contacts)) {
        const written = this.#document.folded.slice(start, end).trim()
        counts.set(written, (counts.get(written) ?? 0) + 1)
      }
    })
    return counts
  }
}

/** Whether what somebody says goes on behind a sentence. */
function staysInside(sentence: string, inside: boolean): boolean {
  let open = inside
  for (const mark of sentence.match(/[“”「」『』"]|''/g) ?? []) open = '“「『'.includes(mark) || (!'”」』'.includes(mark) && !open)
  return open
}

/** The share of the sentences outside the adverts that sound like one. */
function ownVoice(sentences: readonly Sentence[], adverts: readonly Span[]): number {
  const own = sentences.filter((sentence) => !overlaps(adverts[firstEndingAfter(adverts, sentence.start)] ?? NOWHERE, sentence))
  return own.filter(({ voice }) => voice >= VOICED).length / Math.max(1, own.length)
}

/**
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param span a sentence
 * @param own how often long lines have it
 * @returns the share of its bigrams that the article has elsewhere
 */
export function ownTopic({ codes }: Document, { counts }: Vocabulary, { start, end }: Span, own: number): number {
  return counts.share(codes, start, end, own)
}

/** Runs of sentences that sell together: what each of them says adds up. */
function adverts(sentences: readonly Sentence[]): (Span & { odds: number })[] {
  const found: (Span & { odds: number })[] = []
  let run: Sentence[] = []
  const close = (): void => {
    const odds = run.reduce((sum, sentence) => sum + Math.max(0, sentence.odds), 0)
    if (odds >= BESIDE) found.push({ start: (run[0] as Sentence).start, end: (run.at(-1) as Sentence).end, odds })
    run = []
  }
  for (const sentence of sentences) {
    const least = run.length === 0 && sentence.calls ? CALL_BESIDE : BESIDE
    if (sentence.odds >= least) run.push(sentence)
    else close()
  }
  close()
  return found
}

/** The sentences of a line without the bait that some begin with; the blanks before one belong to it. */
function spansOf(document: Document, line: Line, contacts: readonly Span[]): Span[] {
  return sentencesOf(document, line).flatMap(({ start, end }) => {
    const bait = contacts[firstEndingAfter(contacts, start)]
    if (bait?.start !== start) return [{ start, end }]
    return bait.end < end ? [{ start: bait.end, end }] : []
  })
}

/**
 * @param document the document
 * @param line a line
 * @returns its sentences; the blanks before one belong to it
 */
export function sentencesOf({ codes }: Document, line: Line): Span[] {
  const spans: Span[] = []
  let start = line.start
  for (let at = line.start; at < line.end; at++) {
    if (classOf[codes[at] as number] !== CLASS.punctuation || !ENDS.has(codes[at] as number)) continue
    let end = at + 1
    while (end < line.end && CLOSES.has(codes[end] as number)) end++
    // A point inside an address or a number ends nothing.
    if (end < line.end && codes[at] === POINT && classOf[codes[end] as number] !== CLASS.blank) continue
    spans.push({ start, end })
    start = end
    at = end - 1
  }
  if (start < line.end) spans.push({ start, end: line.end })
  return spans
}
