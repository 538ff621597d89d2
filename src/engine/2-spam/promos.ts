/** Advertisements between or inside paragraphs: lines and sentences that sell. */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'
import { isTradeReport } from './trade-reports.ts'

/** Points that a sentence must collect from the phrases of `lexicon/promos.*.txt`. */
const LEAST_POINTS = 4
/** From this share of common bigrams on a sentence belongs to its article. */
const OWN_TOPIC = 0.3
/** In a short call (“click here …”) two common words are half of all words. */
const SHORT = 45
const SHORT_TOPIC = 0.6
/** Adverts are short, in UTF-16 units. */
const LONGEST = 240
/** An advert speaks to its reader, or shouts. */
const ADDRESS = {
  zh: /[您你!?]|[点戳扫]|(?:立即|马上|速|欢迎|赶快|快来|即可|本站|我们|免费|优惠)/,
  en: /\b(?:you|your|our|us|we|now|today|here)\b|!|^\W*(?:get|buy|earn|play|download|sign|click|order|shop|visit|try|join|start|call|apply|save|claim|enjoy|discover|find|looking|need|want|subscribe|follow|boost|make|meet|lose|win|book|grab|use)\b/i,
}
/** A short question before an advert belongs to it. */
const QUESTION = /\?["”]?$/

interface Phrases {
  trie: Trie
  /** Points of the phrase that ends at a node. */
  points: Uint8Array
}

interface Sentence extends Span {
  points: number
  question: boolean
  /** May be part of an advert: not about what the article is about. */
  foreign: boolean
}

const loaded = new Map<'zh' | 'en', Phrases>()

function phrasesOf(grammar: 'zh' | 'en'): Phrases {
  const known = loaded.get(grammar)
  if (known) return known
  const entries = readLexicon(`promos.${grammar}.txt`).map((entry) => entry.split('\t') as [string, string])
  const size = entries.reduce((sum, [, phrase]) => sum + phrase.length, 0)
  const trie = new Trie(size)
  const points = new Uint8Array(size + 1)
  for (const [value, phrase] of entries) points[trie.insert(phrase)] = Number(value)
  const made = { trie, points }
  loaded.set(grammar, made)
  return made
}

/**
 * Finds adverts.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @returns fragments, sorted
 */
export function findPromos(document: Document, vocabulary: Vocabulary): Fragment[] {
  const { grammar } = document.language
  if (grammar === null) return []
  const found: Fragment[] = []
  const selling = document.lines.flatMap((line, index) =>
    pointsIn(document, line, grammar) < LEAST_POINTS ? [] : [{ line, long: vocabulary.long[index] === 1 }],
  )
  const counts = new Map<string, number>()
  for (const { line, long } of selling)
    if (long)
      for (const { start, end } of spansOf(document, line)) {
        const written = document.folded.slice(start, end).trim()
        counts.set(written, (counts.get(written) ?? 0) + 1)
      }
  for (const { line } of selling) {
    const sentences = spansOf(document, line).map((span) => readSentence(document, vocabulary, span, counts, grammar))
    for (const { start, end, points } of adverts(sentences))
      found.push({
        start,
        end,
        kind: 'promo',
        suggestion: '',
        confidence: Math.min(0.98, 0.55 + points * 0.06),
        reason: 'a sentence that sells something and has nothing to do with the article',
      })
  }
  return found
}

/** Runs of foreign sentences that sell together; each has a phrase of the trade. */
function adverts(sentences: readonly Sentence[]): (Span & { points: number })[] {
  const found: (Span & { points: number })[] = []
  let run: Sentence[] = []
  const close = (): void => {
    const points = run.reduce((sum, sentence) => sum + sentence.points, 0)
    if (points >= LEAST_POINTS) found.push({ start: (run[0] as Sentence).start, end: (run.at(-1) as Sentence).end, points })
    run = []
  }
  for (const sentence of sentences) {
    const opens = sentence.points >= (sentence.question ? 1 : LEAST_POINTS / 2)
    if (sentence.foreign && (run.length === 0 ? opens : opens || sentence.points > 0)) run.push(sentence)
    else close()
  }
  close()
  return found
}

/** The sentences of a line; the blanks before one belong to it. */
function spansOf({ folded }: Document, line: Line): Span[] {
  const spans: Span[] = []
  let start = line.start
  for (let at = line.start; at < line.end; at++) {
    if (!/[。!?.]/.test(folded[at] as string)) continue
    let end = at + 1
    while (end < line.end && /[。!?.”’"')]/.test(folded[end] as string)) end++
    // A point inside an address or a number ends nothing.
    if (end < line.end && folded[at] === '.' && classOf[folded.charCodeAt(end)] !== CLASS.blank) continue
    spans.push({ start, end })
    start = end
    at = end - 1
  }
  if (start < line.end) spans.push({ start, end: line.end })
  return spans
}

/** Reads one sentence; `counts` says how often a long line has it, for an advert that comes back is not its own topic. */
function readSentence(
  document: Document,
  vocabulary: Vocabulary,
  { start, end }: Span,
  counts: ReadonlyMap<string, number>,
  grammar: 'zh' | 'en',
): Sentence {
  const written = document.folded.slice(start, end)
  const own = counts.get(written.trim()) ?? 0
  const foreign =
    end - start <= LONGEST &&
    ADDRESS[grammar].test(written) &&
    !isTradeReport(written, grammar) &&
    vocabulary.counts.share(document.codes, start, end, own) < (end - start < SHORT ? SHORT_TOPIC : OWN_TOPIC)
  return { start, end, points: pointsIn(document, { start, end }, grammar), question: QUESTION.test(written), foreign }
}

/** Points of the longest phrases that do not overlap. */
function pointsIn({ codes }: Document, { start, end }: Span, grammar: 'zh' | 'en'): number {
  const { trie, points } = phrasesOf(grammar)
  const unit = (at: number): number => {
    const code = codes[at] as number
    if (code === 0x2019) return 0x27
    return code >= 65 && code <= 90 ? code + 32 : code
  }
  let sum = 0
  for (let at = start; at < end; at++) {
    if (grammar === 'en' && at > start && isLetter(codes[at - 1] as number) && isLetter(codes[at] as number)) continue
    let node = trie.first(unit(at))
    let longest = 0
    let value = 0
    for (let to = at + 1; node !== 0; to++) {
      if (
        (points[node] as number) > 0 &&
        (grammar === 'zh' || to >= end || !isLetter(codes[to] as number) || !isLetter(codes[to - 1] as number))
      ) {
        longest = to
        value = points[node] as number
      }
      if (to >= end) break
      node = trie.next(node, unit(to))
    }
    if (longest === 0) continue
    sum += value
    at = longest - 1
  }
  return sum
}

function isLetter(code: number): boolean {
  return classOf[code] === CLASS.latin
}
