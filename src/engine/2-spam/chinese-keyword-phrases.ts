/**
 * Chinese keywords that no list has: what stands at an edge of a clause without being part of it, and reads like what is
 * typed into a search engine: 网红奶茶配方. Log odds by logistic regression over the characters of the phrase, its length, the
 * words on both sides of its seam with the clause, and what it shares with the article (`models/keywords.zh.txt`, fitted by
 * `tools/train-keywords.ts`).
 *
 * Cost: a clause is looked at from both of its edges, {@link READ} units far.
 */
import { isWordUnit, unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import type { Trie } from '../1-document/trie.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { segment, TAG } from '../1-document/words.ts'
import { KIND, PREFIX, plain, UNIT_KINDS } from './clause-features.ts'
import { type KeywordWeights, offTopic, type Phrase, readKeywordWeights, type Tie } from './keyword-phrase.ts'

/** Where a phrase stands: where a clause opens, behind 的 inside it, or where it closes. */
export type Edge = 'opens' | 'described' | 'closes'

/** A phrase at an edge. */
export interface EdgePhrase extends Phrase {
  edge: Edge
}

/** Where a phrase and its clause meet. */
export interface Seam {
  edge: Edge
  /** The tag of the phrase’s own word there, and of the clause’s; a mark or the end where the phrase is the whole clause. */
  own: number
  other: number
  /** The clause’s word has one character. */
  short: boolean
}

/** Lengths of a keyword, in UTF-16 units. */
export const LENGTH = { least: 4, most: 14 }
/** A clause is read so far from its edge that the word behind the longest phrase is whole. */
const READ = LENGTH.most + 6
const COLON = ':'.charCodeAt(0)
const DE = '的'.charCodeAt(0)
/** Marks at which a clause ends. */
const STOPS = unitSet(',。!?;')
/** What a clause may end with before a phrase: no verb that asks for an object, nothing that describes what follows. */
const ENDS: ReadonlySet<number> = new Set([
  TAG.noun,
  TAG.adjective,
  TAG.person,
  TAG.place,
  TAG.organization,
  TAG.foreignName,
  TAG.adverb,
  TAG.time,
  TAG.position,
  TAG.particle,
])
/** What opens a clause of its own: a name or 他, while a time (今年, 每年) stands behind a subject too. */
const OPENERS: ReadonlySet<number> = new Set([TAG.person, TAG.place, TAG.organization, TAG.foreignName])
const PERSONAL = unitSet('他她我你您咱')
const TAGS = [...Object.keys(TAG), 'mark', 'end']
/** In place of the clause’s word: the phrase is the whole clause, up to a mark or to the end of a line that has none. */
const MARK = TAGS.length - 2
const END = TAGS.length - 1
const EDGES: readonly Edge[] = ['opens', 'described', 'closes']

/** The units are characters and pairs of them. */
interface Model extends KeywordWeights {
  /** Weights of seams, by {@link seamIndex}. */
  ofSeam: Float64Array
  /** The most that a seam adds. */
  most: number
}

let loaded: Model | undefined

function model(): Model {
  if (loaded) return loaded
  const { known, named } = readKeywordWeights('keywords.zh.txt', LENGTH.most)
  const ofSeam = new Float64Array(seamIndex({ edge: 'closes', own: END, other: END, short: true }) + 1)
  for (const edge of EDGES)
    for (const own of TAGS.keys())
      for (const other of TAGS.keys())
        for (const short of [false, true]) {
          const seam = { edge, own, other, short }
          ofSeam[seamIndex(seam)] = named(seamNames(seam))
        }
  loaded = { ...known, ofSeam, most: ofSeam.reduce((most, weight) => Math.max(most, weight), 0) }
  return loaded
}

function seamIndex({ edge, own, other, short }: Seam): number {
  return ((EDGES.indexOf(edge) * TAGS.length + own) * TAGS.length + other) * 2 + Number(short)
}

function seamNames({ edge, own, other, short }: Seam): string[] {
  const names = [`(${edge})`, `(${edge} ${TAGS[other]})`, `(${edge} ${TAGS[own]} ${TAGS[other]})`]
  return short ? [...names, `(${edge} short)`] : names
}

/**
 * @param codes folded units
 * @param phrase a phrase
 * @param seam where it meets its clause
 * @returns the names of its features, some more than once; the simple way, by which the model is fitted
 */
export function featuresOf(codes: Uint16Array, { start, end }: Span, seam: Seam): string[] {
  const text = String.fromCharCode(...codes.subarray(start, end).map(plain))
  const names = [`(${text.length})`, ...seamNames(seam), `${PREFIX[KIND.opens]}${text[0]}`]
  for (const last of [text.slice(-1), text.slice(-2)]) names.push(`${PREFIX[KIND.closes]}${last}`)
  for (let at = 0; at < text.length; at++) {
    names.push(text[at] as string)
    if (at > 0) names.push(text.slice(at - 1, at + 1))
  }
  return names
}

/**
 * Goes through what may be a keyword: whole words at an edge of a clause.
 *
 * @param document a Chinese document
 * @param line the line
 * @param isWorth tells whether an edge is worth a look before its words are known; the range begins or ends at the edge
 * @param tell is told of each phrase and its seam
 */
export function eachPhrase(
  { codes }: Document,
  line: Line,
  isWorth: (edge: Edge, range: Span) => boolean,
  tell: (phrase: Span, seam: Seam) => void,
): void {
  for (let start = line.start; start < line.end; ) {
    let end = start
    while (end < line.end && isWordUnit(codes[end] as number) && (end === start || codes[end - 1] !== DE)) end++
    if (end - start >= LENGTH.least) {
      const closes = end === line.end || STOPS.has(codes[end] as number)
      const ahead = { start, end: Math.min(end, start + READ) }
      const behind = { start: Math.max(start, end - READ), end }
      const edge = edgeAt(codes, start, line)
      if (edge && isWorth(edge, ahead))
        fromStart(codes, edge, ahead, closes && ahead.end === end ? (end === line.end ? END : MARK) : null, tell)
      if (closes && isWorth('closes', behind)) fromEnd(codes, behind, tell)
    }
    start = Math.max(end, start + 1)
  }
}

/** The edge that a range begins at, if any. */
function edgeAt(codes: Uint16Array, start: number, line: Line): Edge | null {
  if (start === line.start) return 'opens'
  const before = codes[start - 1] as number
  if (before === DE) return 'described'
  return before === COLON || STOPS.has(before) ? 'opens' : null
}

/** Phrases that begin where a clause begins; one may be the whole clause. */
function fromStart(
  codes: Uint16Array,
  edge: Edge,
  { start, end }: Span,
  whole: number | null,
  tell: (phrase: Span, seam: Seam) => void,
): void {
  const { length, tag } = segment(codes.subarray(start, end))
  for (let at = 0; at < end - start; ) {
    const next = at + Math.max(1, length[at] as number)
    if (next > LENGTH.most || (next === end - start && whole === null)) return
    const other = next === end - start ? (whole as number) : (tag[next] as number)
    if (next >= LENGTH.least) tell({ start, end: start + next }, { edge, own: tag[at] as number, other, short: length[next] === 1 })
    at = next
  }
}

/** Phrases that end where a clause ends. */
function fromEnd(codes: Uint16Array, { start, end }: Span, tell: (phrase: Span, seam: Seam) => void): void {
  const { length, tag } = segment(codes.subarray(start, end))
  let before = 0
  for (let at = Math.max(1, length[0] as number); at < end - start; ) {
    const size = end - start - at
    if (size < LENGTH.least) return
    if (size <= LENGTH.most && ENDS.has(tag[before] as number))
      tell({ start: start + at, end }, { edge: 'closes', own: tag[at] as number, other: tag[before] as number, short: at - before === 1 })
    before = at
    at += Math.max(1, length[at] as number)
  }
}

/** Log odds of the characters of the phrases at an edge, by their length. */
const sums = new Float64Array(LENGTH.most + 1)

/**
 * @param document a Chinese document
 * @param vocabulary bigrams of its long lines
 * @param least log odds of a keyword
 * @returns the best phrase at each edge of a clause of its long lines that has such odds, sorted, none overlapping
 */
export function findPhrases(document: Document, vocabulary: Vocabulary, least: number): EdgePhrase[] {
  return offTopic(document, vocabulary, (line) => phrasesIn(document, line, least), model().topic, least)
}

/** The best phrases of a line, whatever the article is about. */
function phrasesIn(document: Document, line: Line, least: number): EdgePhrase[] {
  const { ofSeam, most } = model()
  const found: EdgePhrase[] = []
  eachPhrase(
    document,
    line,
    (edge, range) => sumUp(document.codes, edge, range) + most >= least,
    (phrase, seam) => {
      const odds = (sums[phrase.end - phrase.start] as number) + (ofSeam[seamIndex(seam)] as number)
      const last = found.at(-1)
      const rival = last !== undefined && last.end > phrase.start
      if (odds < least || (rival && odds <= last.odds)) return
      if (rival) found.pop()
      found.push({ ...phrase, edge: seam.edge, odds, tie: tieOf(seam, document.codes[phrase.end] as number) })
    },
  )
  return found
}

/** @param next the unit behind the phrase */
function tieOf({ edge, other }: Seam, next: number): Tie {
  if (edge !== 'opens') return 'grammar'
  if (other === TAG.noun) return 'noun'
  return other === MARK || other === END || OPENERS.has(other) || PERSONAL.has(next) ? 'none' : 'grammar'
}

/** Fills {@link sums}; returns the highest of them. */
function sumUp(codes: Uint16Array, edge: Edge, { start, end }: Span): number {
  const { units, ofUnit, ofLength } = model()
  const opens = edge !== 'closes'
  // The end that stays is told once, the one that moves each time.
  const [staying, moving] = opens ? [KIND.opens, KIND.closes] : [KIND.closes, KIND.opens]
  const step = opens ? 1 : -1
  const most = Math.min(LENGTH.most, end - start)
  let sum = 0
  let highest = Number.NEGATIVE_INFINITY
  let lastUnit = 0
  let lastNode = 0
  for (let size = 1, at = opens ? start : end - 1; size <= most; size++, at += step) {
    const unit = plain(codes[at] as number)
    const node = units.first(unit)
    const pair = size === 1 ? 0 : opens ? pairOf(units, lastNode, unit) : pairOf(units, node, lastUnit)
    sum += (ofUnit[UNIT_KINDS * node + KIND.has] as number) + (ofUnit[UNIT_KINDS * pair + KIND.has] as number)
    if (size === 1) sum += ofUnit[UNIT_KINDS * node + staying] as number
    // A pair is told where the phrase closes, not where it opens.
    if (size === 2 && !opens) sum += ofUnit[UNIT_KINDS * pair + KIND.closes] as number
    if (size >= LENGTH.least) {
      const closing = opens ? (ofUnit[UNIT_KINDS * pair + KIND.closes] as number) : 0
      const all = sum + (ofUnit[UNIT_KINDS * node + moving] as number) + closing + (ofLength[size] as number)
      sums[size] = all
      if (all > highest) highest = all
    }
    lastUnit = unit
    lastNode = node
  }
  return highest
}

/** The node of a pair, 0 for none: nothing is known of the root. */
function pairOf(units: Trie, first: number, unit: number): number {
  return first === 0 ? 0 : units.next(first, unit)
}
