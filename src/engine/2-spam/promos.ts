/** Advertisements between or inside paragraphs: lines and sentences that sell. */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { firstEndingAfter, overlaps, type Span } from '../1-document/span.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { maySell, readSelling, voiceOf } from './advert-language.ts'
import type { Fragment } from './fragment.ts'

/** Adverts are short, and no single words; in UTF-16 units. */
const LONGEST = { zh: 90, en: 200 }
const SHORTEST = { zh: 4, en: 20 }
/** Log odds from which on a sentence is part of an advert. */
const BESIDE = 2
/** What phrases say of a sentence that is part of an advert, unless its shape is one; in log odds. */
const LEAST_SAID = 0.3
const ALONE = 3
/** What the model was fitted on has far more adverts than the world: log odds to take off for that. */
const CAUTION = { zh: 3, en: 3.9 }
/** And so many for a text all of whose sentences speak to the reader or of prices. */
const VOICE = 8
/** Less certain than this is not worth a word. */
const LEAST_CONFIDENCE = 0.35
/** A short question before an advert belongs to it. */
const QUESTION = /\?["”]?$/
const QUESTION_BESIDE = -2
/** A sentence that is no half of one, and that nobody says in the article; what ends without a mark is furniture of the page. */
const WHOLE = { zh: /^[^“”「」『』"‘]+$/, en: /^(?!'')[^a-z"“”‘][^"“”]*[a-z][^"“”]*[.!?)]$/ }

/** A page’s own notices speak to the reader too; the layout knows them. */
const NOTICE = /\bcookies?\b|\bprivacy\b|隐私/i
/** “Ask anyone in town and they will tell you”, “Buy one of his chairs and it will outlive you”: a writer bids his reader picture something. */
const TELLS =
  /^[A-Z][a-z]+ (?:[a-z'’]+ ){1,8}and (?:they|he|she|the [a-z]+ (?!will|is|are)[a-z]+s)\b|^[A-Z][a-z]+ (?:[a-z'’]+ ){0,3}(?:his|her|their) (?:[a-z'’]+ ){1,4}and\b/
const POINT = 0x2e
const ENDS: ReadonlySet<number> = new Set([...'。!?.'].map((mark) => mark.charCodeAt(0)))
const CLOSES: ReadonlySet<number> = new Set([...'。!?.”’"\')'].map((mark) => mark.charCodeAt(0)))
const NOTHING = { odds: Number.NEGATIVE_INFINITY, said: 0 }
const NOWHERE: Span = { start: -1, end: -1 }

interface Sentence extends Span {
  /** Log odds that it is an advert. */
  odds: number
  /** What its phrases add to them. */
  said: number
  question: boolean
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
  const selling = document.lines.flatMap((line, index) =>
    maySell(document, line, grammar) ? [{ line, long: vocabulary.long[index] === 1 }] : [],
  )
  const counts = new Map<string, number>()
  for (const { line, long } of selling)
    if (long)
      for (const { start, end } of spansOf(document, line, contacts)) {
        const written = document.folded.slice(start, end).trim()
        counts.set(written, (counts.get(written) ?? 0) + 1)
      }
  const runs = selling.flatMap(({ line }) => {
    let inside = false
    const sentences = spansOf(document, line, contacts).map((span): Sentence => {
      const written = document.folded.slice(span.start, span.end).trim()
      const silent =
        written.length > LONGEST[grammar] ||
        written.length < SHORTEST[grammar] ||
        inside ||
        !WHOLE[grammar].test(written) ||
        NOTICE.test(written) ||
        TELLS.test(written)
      inside = staysInside(written, inside)
      // An advert that comes back is not its own topic.
      const topic = (): number => ownTopic(document, vocabulary, span, counts.get(written) ?? 0)
      const { odds, said } = silent ? NOTHING : readSelling(document, span, topic, grammar)
      return { ...span, odds, said, question: QUESTION.test(written) }
    })
    return adverts(sentences)
  })
  if (runs.length === 0) return []
  // What speaks to its reader throughout is no news, what is about prices names them: their own calls are no adverts.
  const caution = CAUTION[grammar] + VOICE * ownVoice(document, runs, grammar)
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

/** Whether what somebody says goes on behind a sentence. */
function staysInside(sentence: string, inside: boolean): boolean {
  let open = inside
  for (const mark of sentence.match(/[“”「」『』"]|''/g) ?? []) open = '“「『'.includes(mark) || (!'”」』'.includes(mark) && !open)
  return open
}

/** How much the sentences outside the adverts speak to their reader. */
function ownVoice(document: Document, adverts: readonly Span[], grammar: 'zh' | 'en'): number {
  const own = document.lines
    .flatMap((line) => sentencesOf(document, line))
    .filter((sentence) => !overlaps(adverts[firstEndingAfter(adverts, sentence.start)] ?? NOWHERE, sentence))
  return voiceOf(document, own, grammar)
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

/** Runs of sentences that sell together. */
function adverts(sentences: readonly Sentence[]): (Span & { odds: number })[] {
  const found: (Span & { odds: number })[] = []
  let run: Sentence[] = []
  const close = (): void => {
    const odds = run.reduce((most, sentence) => Math.max(most, sentence.odds), Number.NEGATIVE_INFINITY)
    if (odds >= BESIDE) found.push({ start: (run[0] as Sentence).start, end: (run.at(-1) as Sentence).end, odds })
    run = []
  }
  for (const sentence of sentences) {
    const least = run.length === 0 && sentence.question ? QUESTION_BESIDE : BESIDE
    if (sentence.odds >= least && (sentence.said > LEAST_SAID || sentence.odds >= ALONE)) run.push(sentence)
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
