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
import { Trie } from '../1-document/trie.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { readModel } from '../models.ts'
import { featureName, KIND, PREFIX, plain, UNIT_KINDS, type UnitWeights, unitEnd, unitNode, unitWeights } from './clause-features.ts'
import { type Phrase, type Tie, TOPIC } from './keyword-phrase.ts'

/** How many words a keyword has. */
export const LENGTH = { least: 2, most: 6 }
/** What the grammar of a sentence is made of: each word is a kind of its own. */
const GRAMMAR =
  'the a an of in on at to for with by from and or but nor so yet that which who whom whose what how why where when while if as than then because since until after before during though although i me my you your he him his she her it its we us our they them their this these those there here is are was were be been being am has have had do does did done not no will would can could may might must shall should said says say told also just only even still already never ever more most less much many few some any all both each every other another such same own one two three four five about into over under out up down off through between against among around within without near per via'.split(
    ' ',
  )
/** Kinds of other words, by how they end; the longest ending tells. */
const ENDINGS = { ing: 'ing', ed: 'ed', ly: 'ly', s: 's', ss: 'other', "'s": 'possessive' }
const ADJECTIVES = ['est', 'ous', 'ive', 'ful', 'able', 'ible', 'ic']
const SHAPES = ['other', 'capital', 'number', 'ing', 'ed', 'ly', 's', 'possessive', 'adjective']
const OTHER = SHAPES.indexOf('other')
const CAPITAL = SHAPES.indexOf('capital')
const NUMBER = SHAPES.indexOf('number')
/** What a noun is expected behind. */
const GOVERNS =
  'the a an of in on at to for with by from and or no some any all each every another such same own my your his her its our their this that these those what which whose one two three four five about into over under through between against among around within without near per via is are was were be have has had'.split(
    ' ',
  )
/** Marks beside a phrase; all others are one kind, and so are both ends of a line. */
const MARKS = [...',.;:!?"“”\'‘’()-—$%']
export const KINDS = [...SHAPES, ...GRAMMAR, ...MARKS, 'mark', 'end']
const governs = new Set([...GOVERNS, 'number', 'ing', 'ed', 'possessive', 'adjective'].map((word) => KINDS.indexOf(word)))
const MARK = KINDS.indexOf('mark')
const END = KINDS.indexOf('end')
const kindOfMark = new Map(MARKS.map((mark) => [mark.charCodeAt(0), KINDS.indexOf(mark)]))
/** The model was fitted on the hardest phrases of all texts, which are more than a text has; in log odds. */
export const HARDER = 1
/** Of two phrases that overlap neither is better by less, in log odds. */
const MARGIN = 1
const BLANK = ' '.charCodeAt(0)
const UPPER_CASE = { from: 'A'.charCodeAt(0), to: 'Z'.charCodeAt(0) }
/** No mark stands there. */
const NONE = -1
const ANY_NUMBER = '0'.charCodeAt(0)

/** Words, or endings written backwards, with their kinds. */
interface Kinds {
  trie: Trie
  /** One more than the kind, by node; 0 for none. */
  kinds: Uint8Array
}

const grammar = kindsOf(GRAMMAR.map((word) => [word, word]))
const endings = kindsOf(
  [...Object.entries(ENDINGS), ...ADJECTIVES.map((ending) => [ending, 'adjective'] as [string, string])].map(([ending, kind]) => [
    [...ending].reverse().join(''),
    kind,
  ]),
)

function kindsOf(words: readonly (readonly [string, string])[]): Kinds {
  const trie = new Trie(words.join('').length)
  const kinds = new Uint8Array(words.join('').length)
  for (const [word, kind] of words) kinds[trie.insert(word)] = KINDS.indexOf(kind) + 1
  return { trie, kinds }
}

/** The words of a line, by number. */
export interface LineWords {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** Indices of {@link KINDS}. */
  kinds: Uint8Array
  /** What stands before a word and behind it: the kind of the next word, or of the mark between. */
  before: Uint8Array
  behind: Uint8Array
  /** It begins with a capital. */
  capital: Uint8Array
  /** The next word stands behind one blank. */
  joined: Uint8Array
}

function room(words: number): LineWords {
  const [kinds, before, behind, capital, joined] = Array.from({ length: 5 }, () => new Uint8Array(words)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  return { count: 0, starts: new Int32Array(words), ends: new Int32Array(words), kinds, before, behind, capital, joined }
}

/** One for all lines. */
let shared = room(256)

/** The units are words and pairs of them. */
interface Model extends UnitWeights {
  /** The nodes of {@link GRAMMAR}, by kind. */
  ofGrammar: Int32Array
  ofLength: Float64Array
  /** Weights of the kinds on both sides of a seam, and of those on both sides of the phrase, by {@link pairIndex}. */
  opens: Float32Array
  closes: Float32Array
  around: Float32Array
  topic: number
  /** The most that seams add. */
  most: number
}

let loaded: Model | undefined

function model(): Model {
  if (loaded) return loaded
  const weights = new Map(
    readModel('keywords.en.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t') as [string, string])
      .map(([name, weight]) => [name, Number(weight)]),
  )
  const named = (names: readonly string[]): number => names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)
  const pairs = (namesOf: (first: number, second: number) => string[]): Float32Array =>
    Float32Array.from({ length: KINDS.length ** 2 }, (_, at) => named(namesOf(Math.floor(at / KINDS.length), at % KINDS.length)))
  // The others stand in brackets.
  const known = unitWeights(new Map([...weights].filter(([name]) => !name.startsWith('('))))
  const seams = { opens: pairs(openingNames), closes: pairs(closingNames), around: pairs(aroundNames) }
  loaded = {
    ...known,
    ofGrammar: Int32Array.from(KINDS, (name) => {
      const codes = Uint16Array.from(name, (unit) => unit.charCodeAt(0))
      return GRAMMAR.includes(name) ? unitNode(known.units, codes, 0, codes.length, 'en') : 0
    }),
    ofLength: Float64Array.from({ length: LENGTH.most + 1 }, (_, length) => HARDER + named([`(${length})`])),
    ...seams,
    topic: named([TOPIC]),
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
 * @param codes folded units
 * @param line a line
 * @returns its words, until the next line is read
 */
export function wordsOf(codes: Uint16Array, { start, end }: Line): LineWords {
  // No two words touch.
  const most = (end - start + 1) >> 1
  if (most > shared.starts.length) shared = room(2 * most)
  const words = shared
  const { starts, ends, kinds, before, behind, capital, joined } = words
  let count = 0
  let mark = END
  for (let at = start; at < end; ) {
    const code = codes[at] as number
    const kind = classOf[code]
    if (kind !== CLASS.latin && kind !== CLASS.digit) {
      if (mark === NONE && code !== BLANK) mark = kindOfMark.get(code) ?? MARK
      at++
      continue
    }
    const to = unitEnd(codes, at, end, 'en')
    const own = kindOf(codes, at, to)
    if (count > 0) {
      joined[count - 1] = Number(mark === NONE && at === (ends[count - 1] as number) + 1)
      behind[count - 1] = mark === NONE ? own : mark
    }
    before[count] = mark === NONE ? (kinds[count - 1] as number) : mark
    starts[count] = at
    ends[count] = to
    kinds[count] = own
    capital[count] = Number(isCapital(code))
    joined[count] = 0
    count++
    mark = NONE
    at = to
  }
  if (count > 0) behind[count - 1] = mark === NONE ? END : mark
  words.count = count
  return words
}

function kindOf(codes: Uint16Array, start: number, end: number): number {
  const first = codes[start] as number
  if (classOf[first] === CLASS.digit) return NUMBER
  let node = grammar.trie.first(plain(first))
  for (let at = start + 1; at < end && node !== 0; at++) node = grammar.trie.next(node, codes[at] as number)
  const known = grammar.kinds[node] as number
  if (known > 0) return known - 1
  if (isCapital(first)) return CAPITAL
  let kind = OTHER
  node = endings.trie.first(plain(codes[end - 1] as number))
  for (let at = end - 2; node !== 0; at--) {
    const ending = endings.kinds[node] as number
    if (ending > 0) kind = ending - 1
    node = at < start ? 0 : endings.trie.next(node, plain(codes[at] as number))
  }
  return kind
}

function isCapital(code: number): boolean {
  return code >= UPPER_CASE.from && code <= UPPER_CASE.to
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
export function findPhrases(document: Document, { counts, long }: Vocabulary, least: number): Phrase[] {
  const found = document.lines.flatMap((line, index) => (long[index] === 1 ? phrasesIn(document.codes, line, least) : []))
  if (found.length === 0) return []
  const { topic } = model()
  const times = new Map<string, number>()
  const textOf = ({ start, end }: Phrase): string => document.folded.slice(start, end)
  for (const phrase of found) times.set(textOf(phrase), (times.get(textOf(phrase)) ?? 0) + 1)
  // What is planted again and again is no topic for that: only what the article says besides. One of the blanks around a
  // keyword goes with it.
  return found
    .map((phrase) => ({
      ...phrase,
      end: document.codes[phrase.end] === BLANK ? phrase.end + 1 : phrase.end,
      odds: phrase.odds + topic * counts.share(document.codes, phrase.start, phrase.end, times.get(textOf(phrase)) as number),
    }))
    .filter(({ odds }) => odds >= least)
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
    const node = capital[at] === 1 ? 0 : kind >= SHAPES.length ? (ofGrammar[kind] as number) : unitNode(units, codes, start, end, 'en')
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
