/**
 * English keywords that no list has: a few words in small letters between two words of a sentence, tied to neither, that
 * read like what is typed into a search engine: wheelchair ramps, best baby monitor. Log odds by logistic regression over
 * the words of the phrase and pairs of them, how many they are, what stands on both sides of both seams, and what it shares
 * with the article (`models/keywords.en.txt`, fitted by `tools/train-english-keywords.ts`).
 *
 * Cost: each word is looked at with the few behind it that a keyword may have.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Trie } from '../1-document/trie.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { featureName, KIND, PREFIX, plain, UNIT_KINDS, unitNode } from './clause-features.ts'
import { GRAMMAR, KINDS, type LineWords, wordsOf } from './english-line-words.ts'
import { type KeywordWeights, offTopic, type Phrase, readKeywordWeights, type Tie } from './keyword-phrase.ts'

/** How many words a keyword has. */
export const LENGTH = { least: 2, most: 6 }
/** What a noun is expected behind. */
const GOVERNS =
  'the a an of in on at to for with by from and or no some any all each every another such same own my your his her its our their this that these those what which whose one two three four five about into over under through between against among around within without near per via is are was were be have has had'.split(
    ' ',
  )
const governs = new Set([...GOVERNS, 'number', 'ing', 'ed', 'possessive', 'adjective'].map((word) => KINDS.indexOf(word)))
/** The model was fitted on the hardest phrases of all texts, which are more than a text has; in log odds. */
export const HARDER = 1
/** Of two phrases that overlap neither is better by less, in log odds. */
const MARGIN = 1
const BLANK = ' '.charCodeAt(0)
const ANY_NUMBER = '0'.charCodeAt(0)

/** The units are words and pairs of them. */
interface Model extends KeywordWeights {
  /** The nodes of {@link GRAMMAR}, by kind. */
  ofGrammar: Int32Array
  /** Weights of the kinds on both sides of a seam, and of those on both sides of the phrase, by {@link pairIndex}. */
  opens: Float32Array
  closes: Float32Array
  around: Float32Array
  /** The most that seams add. */
  most: number
}

let loaded: Model | undefined

function model(): Model {
  if (loaded) return loaded
  const { known, named } = readKeywordWeights('keywords.en.txt', LENGTH.most)
  const pairs = (namesOf: (first: number, second: number) => string[]): Float32Array =>
    Float32Array.from({ length: KINDS.length ** 2 }, (_, at) => named(namesOf(Math.floor(at / KINDS.length), at % KINDS.length)))
  const seams = { opens: pairs(openingNames), closes: pairs(closingNames), around: pairs(aroundNames) }
  loaded = {
    ...known,
    ofGrammar: Int32Array.from(KINDS, (name) => {
      const codes = Uint16Array.from(name, (unit) => unit.charCodeAt(0))
      return GRAMMAR.includes(name) ? unitNode(known.units, codes, 0, codes.length, 'en') : 0
    }),
    ofLength: known.ofLength.map((weight) => HARDER + weight),
    ...seams,
    most: Object.values(seams).reduce((sum, table) => sum + table.reduce((most, weight) => Math.max(most, weight)), 0),
  }
  return loaded
}

function pairIndex(first: number, second: number): number {
  return first * KINDS.length + second
}

/** Before a phrase, and its first word. */
function openingNames(before: number, first: number): string[] {
  return [`(< ${KINDS[before]})`, `(^ ${KINDS[first]})`, `(< ${KINDS[before]} ${KINDS[first]})`]
}

/** The last word of a phrase, and behind it. */
function closingNames(last: number, behind: number): string[] {
  return [`(> ${KINDS[behind]})`, `($ ${KINDS[last]})`, `(> ${KINDS[last]} ${KINDS[behind]})`]
}

function aroundNames(before: number, behind: number): string[] {
  return [`(_ ${KINDS[before]} ${KINDS[behind]})`]
}

/**
 * Goes through what may be a keyword: words without a capital, one blank between each two.
 *
 * @param words the words of a line
 * @param tell is told of each: its first and its last word
 */
export function eachPhrase({ count, capital, joined }: LineWords, tell: (first: number, last: number) => void): void {
  for (let first = 0; first < count; first++) {
    if (capital[first] === 1) continue
    for (let last = first + 1; last < first + LENGTH.most && joined[last - 1] === 1 && capital[last] === 0; last++) tell(first, last)
  }
}

/**
 * @param codes folded units
 * @param words the words of a line
 * @param first the first word of a phrase
 * @param last its last word
 * @returns the names of its features, some more than once; the simple way, by which the model is fitted
 */
export function featuresOf(codes: Uint16Array, words: LineWords, first: number, last: number): string[] {
  const { starts, ends, kinds, before, behind } = words
  const nameOf = (at: number): string => featureName(codes, KIND.has, starts[at] as number, ends[at] as number, 'en')
  const [ahead, own] = [before[first] as number, kinds[first] as number]
  const [end, next] = [kinds[last] as number, behind[last] as number]
  const names = [`(${last - first + 1})`, ...openingNames(ahead, own), ...closingNames(end, next), ...aroundNames(ahead, next)]
  names.push(`${PREFIX[KIND.opens]}${nameOf(first)}`, `${PREFIX[KIND.closes]}${nameOf(last)}`)
  for (let at = first; at <= last; at++) {
    names.push(nameOf(at))
    if (at > first) names.push(`${nameOf(at - 1)} ${nameOf(at)}`)
  }
  return names
}

/**
 * @param document an English document
 * @param vocabulary bigrams of its long lines
 * @param least log odds of a keyword
 * @returns the best phrases of its long lines that have such odds, sorted, none overlapping
 */
export function findPhrases(document: Document, vocabulary: Vocabulary, least: number): Phrase[] {
  const { codes } = document
  // One of the blanks around a keyword goes with it.
  return offTopic(document, vocabulary, (line) => phrasesIn(codes, line, least), model().topic, least).map((phrase) => ({
    ...phrase,
    end: codes[phrase.end] === BLANK ? phrase.end + 1 : phrase.end,
  }))
}

/** The best phrases of a line, whatever the article is about. */
function phrasesIn(codes: Uint16Array, line: Line, least: number): Phrase[] {
  const { units, ofUnit, ofGrammar, ofLength, opens, closes, around, most } = model()
  const words = wordsOf(codes, line)
  const { count, starts, ends, kinds, before, behind, capital } = words
  const weightOf = (node: number, kind: number): number => ofUnit[UNIT_KINDS * node + kind] as number
  const nodes = new Int32Array(count)
  /** What each word adds to a phrase that has it and the one before it. */
  const joins = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    const start = starts[at] as number
    const end = ends[at] as number
    // Nothing with a capital is part of a phrase, and words of the grammar are known.
    const kind = kinds[at] as number
    const node =
      capital[at] === 1 ? 0 : (ofGrammar[kind] as number) > 0 ? (ofGrammar[kind] as number) : unitNode(units, codes, start, end, 'en')
    const pair = at > 0 && capital[at] === 0 ? pairOf(units, nodes[at - 1] as number, codes, start, end) : 0
    nodes[at] = node
    joins[at] = weightOf(node, KIND.has) + weightOf(pair, KIND.has)
  }
  const rivals: Rival[] = []
  let from = -1
  let sum = 0
  eachPhrase(words, (first, last) => {
    if (first !== from) {
      const node = nodes[first] as number
      from = first
      sum = weightOf(node, KIND.has) + weightOf(node, KIND.opens)
    }
    sum += joins[last] as number
    const own = sum + weightOf(nodes[last] as number, KIND.closes) + (ofLength[last - first + 1] as number)
    if (own + most < least - MARGIN) return
    const ahead = before[first] as number
    const next = behind[last] as number
    const odds =
      own +
      (opens[pairIndex(ahead, kinds[first] as number)] as number) +
      (closes[pairIndex(kinds[last] as number, next)] as number) +
      (around[pairIndex(ahead, next)] as number)
    if (odds >= least - MARGIN) rivals.push({ first, last, odds })
  })
  return chosen(rivals, least).map(({ first, last, odds }) => ({
    start: starts[first] as number,
    end: ends[last] as number,
    odds,
    tie: tieOf(words, first),
  }))
}

/** A noun is expected behind an article, a preposition, a verb, and behind the word that opens a sentence. */
function tieOf({ before, capital, joined }: LineWords, first: number): Tie {
  const opens = first > 0 && capital[first - 1] === 1 && (first === 1 || joined[first - 2] === 0)
  return governs.has(before[first] as number) || opens ? 'grammar' : 'weighed'
}

/** Some words of a line, by number. */
interface Rival {
  first: number
  last: number
  odds: number
}

/** The best of those that overlap; of what is as good, the words that all have. */
function chosen(rivals: readonly Rival[], least: number): Rival[] {
  const likely = rivals.filter(({ odds }) => odds >= least)
  if (likely.length === 0) return []
  const taken = new Set<number>()
  const found: Rival[] = []
  const byFirst = Map.groupBy(rivals, ({ first }) => first)
  for (const best of likely.sort((a, b) => b.odds - a.odds)) {
    if (taken.has(best.first) || taken.has(best.last)) continue
    let { first, last } = best
    for (let at = best.first - LENGTH.most; at <= best.last; at++)
      for (const rival of byFirst.get(at) ?? []) {
        if (rival.last < best.first || rival.odds < best.odds - MARGIN) continue
        first = Math.max(first, rival.first)
        last = Math.min(last, rival.last)
      }
    for (let at = best.first; at <= best.last; at++) taken.add(at)
    if (last - first + 1 >= LENGTH.least) found.push({ first, last, odds: best.odds })
  }
  return found.sort((a, b) => a.first - b.first)
}

/** The node of a pair of words, of which the first one ends at a node; 0 for none. */
function pairOf(units: Trie, first: number, codes: Uint16Array, start: number, end: number): number {
  let node = first === 0 ? 0 : units.next(first, BLANK)
  if (node !== 0 && classOf[codes[start] as number] === CLASS.digit) return units.next(node, ANY_NUMBER)
  for (let at = start; at < end && node !== 0; at++) node = units.next(node, plain(codes[at] as number))
  return node
}
