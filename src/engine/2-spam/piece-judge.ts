/**
 * The second look at a chain: once the farm's habits are known (which places it chose, how densely, in which order), each
 * place is judged again by boosted trees over what stands around it. A true word that happens to stand where a
 * piece might have been does not keep the order, fits its sentence, and goes back to the text.
 */
import { CLASS, classOf, isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Line } from '../1-document/lines.ts'
import { firstEndingAfter } from '../1-document/span.ts'
import { lookUp, segment } from '../1-document/words.ts'
import { readModel } from '../models.ts'
import type { Candidate, Chain } from './piece-chains.ts'
import { fluencyGain, isStop, joinSides, type Place, placeOf, tearsWord } from './piece-evidence.ts'

let forest: Forest | undefined

/** Characters read on both sides of a place. */
const CONTEXT = 8
/** A word rarer than this is none, in nats. */
const RARE_WORD = 17
/** The usual distance between pieces where a chain has only one. */
const LONE_GAP = 30
/** Pieces within so many usual distances keep a place company; more than so many say no more. */
const COMPANY = 4
const MOST_COMPANY = 12
/** The logarithm of a distance that is none, against the usual one. */
const FAR = 5

/** What a chain says of the farm's habits. */
interface Habits {
  /** Pieces of the chain at each kind of place. */
  taken: Record<Place, number>
  /** All places of each kind between the first and the last piece. */
  offered: Record<Place, number>
  /** Half of the distances between pieces are shorter. */
  gap: number
  /** Links between neighbours of the chain, and how many of them go on where the predecessor stopped. */
  links: number
  followed: number
  /** Mean gain in fluency. */
  gain: number
  /** Pieces of the list that stand in the text outside the chain, for each piece. */
  elsewhere: Map<string, number>
  /** How often two and three characters stand side by side in the text. */
  neighbours: Neighbours
}

/** A place with what was seen of it. */
export interface Judged {
  candidate: Candidate
  /** Names of features with their values. */
  features: Map<string, number>
}

/**
 * Describes the places of a chain, and those between its pieces that it passed over.
 *
 * @param document the document
 * @param chain the chain
 * @returns one entry a place, sorted by start; none touches another one of the chain
 */
export function describe(document: Document, chain: Chain): Judged[] {
  const habits = habitsOf(document, chain)
  const members = new Set(chain.pieces.map(({ start, end }) => `${start}-${end}`))
  const judged: Judged[] = []
  let after = 0
  for (const candidate of chain.candidates) {
    while (after < chain.pieces.length && (chain.pieces[after] as Candidate).end <= candidate.start) after++
    const member = members.has(`${candidate.start}-${candidate.end}`)
    const at = chain.pieces[after]
    if (!member && at && at.start <= candidate.end) continue
    if (!member && after > 0 && (chain.pieces[after - 1] as Candidate).end === candidate.start) continue
    const previous = chain.pieces[after - 1]
    const next = member ? chain.pieces[after + 1] : at
    judged.push({ candidate, features: featuresOf(document, chain, candidate, previous, next, habits, member) })
  }
  return judged
}

/**
 * Judges one place.
 *
 * @param features its features
 * @returns log odds that the run was put there
 */
export function judge(features: ReadonlyMap<string, number>): number {
  forest ??= new Forest(JSON.parse(readModel('fragments-judge.json')) as ForestModel)
  return forest.judgeNamed(features)
}

function counts(): Record<Place, number> {
  return { lineStart: 0, afterComma: 0, afterStop: 0, afterDe: 0, otherwise: 0 }
}

function habitsOf(document: Document, chain: Chain): Habits {
  const { codes, lines } = document
  const taken = counts()
  const offered = counts()
  const gaps: number[] = []
  let followed = 0
  let gain = 0
  chain.pieces.forEach((piece, index) => {
    taken[piece.place]++
    gain += fluencyGain(codes, lines[piece.line] as Line, piece.start, piece.end)
    const before = chain.pieces[index - 1]
    if (!before) return
    gaps.push(piece.start - before.end)
    if (follows(chain, before, piece)) followed++
  })
  const first = chain.pieces[0] as Candidate
  const last = chain.pieces.at(-1) as Candidate
  for (let index = first.line; index <= last.line; index++) {
    const line = lines[index] as Line
    for (let at = Math.max(line.start, first.start); at < line.end && at <= last.start; at++) offered[placeOf(codes, line, at)]++
  }
  gaps.sort((a, b) => a - b)
  const elsewhere = new Map<string, number>()
  const starts = new Set(chain.pieces.map(({ start }) => start))
  for (const candidate of chain.candidates) {
    if (starts.has(candidate.start)) continue
    const text = chain.list.pieces[candidate.piece] as string
    elsewhere.set(text, (elsewhere.get(text) ?? 0) + 1)
  }
  return {
    taken,
    offered,
    gap: gaps[gaps.length >> 1] ?? LONE_GAP,
    links: gaps.length,
    followed,
    gain: gain / chain.pieces.length,
    elsewhere,
    neighbours: new Neighbours(codes),
  }
}

/** Counts of pairs and triples of neighbours by hash: collisions are rare in a table eight times as long as the text. */
class Neighbours {
  readonly #counts: Uint16Array
  readonly #mask: number

  constructor(codes: Uint16Array) {
    const slots = 1 << Math.ceil(Math.log2(Math.max(1024, codes.length * 8)))
    this.#counts = new Uint16Array(slots)
    this.#mask = slots - 1
    for (let at = 1; at < codes.length; at++) {
      this.#counts[this.#slot(0, codes[at - 1] as number, codes[at] as number)]++
      if (at > 1) this.#counts[this.#slot(codes[at - 2] as number, codes[at - 1] as number, codes[at] as number)]++
    }
  }

  pair(a: number, b: number): number {
    return this.#counts[this.#slot(0, a, b)] as number
  }

  triple(a: number, b: number, c: number): number {
    return this.#counts[this.#slot(a, b, c)] as number
  }

  #slot(a: number, b: number, c: number): number {
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
    return ((hash ^ (hash >>> 15)) >>> 0) & this.#mask
  }
}

/**
 * @param chain the chain
 * @param before a place, if any
 * @param after a later one, if any
 * @returns whether the second goes on in the round where the first stopped
 */
export function follows(chain: Chain, before: Candidate | undefined, after: Candidate | undefined): boolean {
  return before !== undefined && after !== undefined && before.piece < chain.round && (before.piece + 1) % chain.round === after.piece
}

function featuresOf(
  document: Document,
  chain: Chain,
  candidate: Candidate,
  previous: Candidate | undefined,
  next: Candidate | undefined,
  habits: Habits,
  member: boolean,
): Map<string, number> {
  const { codes, lines } = document
  const { start, end, place } = candidate
  const line = lines[candidate.line] as Line
  const features = new Map<string, number>()
  const set = (name: string, value: number | boolean = 1): void => {
    if (value !== false && value !== 0) features.set(name, Number(value))
  }
  set('bias')
  set(`place ${place}`)
  set('passed over', !member)

  // The sentence around it.
  const stopBefore = start > line.start && isStop(codes[start - 1] as number)
  const stopAfter = end >= line.end || isStop(codes[end] as number)
  set('closed', stopBefore && stopAfter)
  set('ends line', end >= line.end && start > line.start)
  set('before mark', !stopBefore && stopAfter)
  set('inside words', start > line.start && end < line.end && isHan(codes[start - 1] as number) && isHan(codes[end] as number))
  set('torn', tearsWord(codes, line, start, end))
  const gain = fluencyGain(codes, line, start, end)
  set('gain', gain)
  set('length', end - start)
  set('word', Math.max(0, RARE_WORD - lookUp(codes, start, end).cost))
  const { before, after, leftInside, rightInside } = around(codes, line, start, end)
  set('breaks word left', leftInside)
  set('breaks word right', rightInside)
  const opens = place === 'lineStart' || place === 'afterStop' || place === 'afterComma'
  set('opens', opens)
  set(`before ${opens ? 'mark' : before}`)
  set(`after ${after}`)

  // The article's own idiom: what stands beside the run here stands beside it elsewhere, or beside itself without it.
  const { neighbours } = habits
  const log = (count: number, own: number): number => Math.log(1 + Math.max(0, count - own))
  const unit = (at: number): number => (at >= line.start && at < line.end ? (codes[at] as number) : 0)
  const han = (at: number): boolean => isHan(unit(at))
  if (han(start - 1)) {
    set('idiom left', log(neighbours.triple(unit(start - 1), unit(start), unit(start + 1)), 1))
    set('pair left', log(neighbours.pair(unit(start - 1), unit(start)), 1))
  }
  if (han(end)) {
    set('idiom right', log(neighbours.triple(unit(end - 2), unit(end - 1), unit(end)), 1))
    set('pair right', log(neighbours.pair(unit(end - 1), unit(end)), 1))
  }
  if (han(start - 1) && han(end)) {
    set('pair across', log(neighbours.pair(unit(start - 1), unit(end)), 0))
    set('idiom across left', log(neighbours.triple(unit(start - 2), unit(start - 1), unit(end)), 0))
    set('idiom across right', log(neighbours.triple(unit(start - 1), unit(end), unit(end + 1)), 0))
  }

  // The order of the farm, as the other places show it.
  const comes = follows(chain, previous, candidate)
  const goes = follows(chain, candidate, next)
  const bridged = follows(chain, previous, next)
  let links = habits.links
  let followed = habits.followed
  if (member) {
    links += (previous && next ? 1 : 0) - (previous ? 1 : 0) - (next ? 1 : 0)
    followed += (bridged ? 1 : 0) - (comes ? 1 : 0) - (goes ? 1 : 0)
  }
  set('order', (followed + 0.5) / (links + 1))
  set('links', Math.log(1 + links))
  set('comes', comes)
  set('goes', goes)
  set('comes and goes', comes && goes)
  set('bridged', bridged)
  set('same as neighbour', previous?.piece === candidate.piece || next?.piece === candidate.piece)

  // Its habits.
  const own = member ? 1 : 0
  const taken = habits.taken[place] - own
  const others = chain.pieces.length - own
  set('habit', Math.log((taken + 0.5) / (others + 2.5)))
  set('filled', Math.log((taken + 0.5) / (Math.max(habits.offered[place], taken) + 1)))
  set('no previous', !previous)
  set('no next', !next)
  set('gap before', previous ? Math.log((start - previous.end + 2) / (habits.gap + 2)) : FAR)
  set('gap behind', next ? Math.log((next.start - end + 2) / (habits.gap + 2)) : FAR)
  set('company', companyOf(chain, start, end, habits.gap * COMPANY) - own)
  const elsewhere = habits.elsewhere.get(chain.list.pieces[candidate.piece] as string) ?? 0
  set('elsewhere', Math.log(1 + Math.max(0, elsewhere - (member ? 0 : 1))))

  // The farm as a whole.
  set('chain', Math.log(chain.pieces.length))
  set('chain gain', habits.gain)
  set('chain total', Math.log(1 + Math.max(0, chain.total)))
  set('chain random', !chain.ordered)
  set('chain repetition', chain.list.origin === 'repetition')
  return features
}

/** How many pieces of a chain stand within a distance of a place. */
function companyOf(chain: Chain, start: number, end: number, reach: number): number {
  let at = firstEndingAfter(chain.pieces, start - reach)
  const from = at
  while (at < chain.pieces.length && at - from < MOST_COMPANY && (chain.pieces[at] as Candidate).start < end + reach) at++
  return at - from
}

const buffer = new Uint16Array(2 * CONTEXT)

/** The parts of speech on both sides of a run once it is cut, and whether the run begins or ends inside a word. */
function around(
  codes: Uint16Array,
  line: Line,
  start: number,
  end: number,
): { before: number | string; after: number | string; leftInside: boolean; rightInside: boolean } {
  let left = start
  while (left > line.start && start - left < CONTEXT && isHan(codes[left - 1] as number)) left--
  let right = end
  while (right < line.end && right - end < CONTEXT && isHan(codes[right] as number)) right++
  const size = joinSides(codes, left, start, end, right, buffer)
  const cut = segment(buffer.subarray(0, size))
  const joint = start - left
  let before: number | string = start > line.start ? shapeOf(codes[start - 1] as number) : 'edge'
  let after: number | string = end < line.end ? shapeOf(codes[end] as number) : 'edge'
  let at = 0
  while (at < size) {
    const length = Math.max(1, cut.length[at] as number)
    if (at + length === joint) before = cut.tag[at] as number
    if (at === joint) after = cut.tag[at] as number
    if (at < joint && at + length > joint) {
      before = 'torn'
      after = 'torn'
    }
    at += length
  }
  const kept = segment(codes.subarray(left, right))
  return {
    before,
    after,
    leftInside: start > left && kept.length[start - left] === 0,
    rightInside: end < right && kept.length[end - left] === 0,
  }
}

function shapeOf(code: number): string {
  const found = classOf[code]
  if (found === CLASS.digit) return 'digit'
  if (found === CLASS.latin) return 'latin'
  return isStop(code) ? 'stop' : 'mark'
}
