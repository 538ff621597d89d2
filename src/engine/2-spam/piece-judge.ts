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
import { lookUp, segment, TAG } from '../1-document/words.ts'
import { readModel } from '../models.ts'
import type { Candidate, Chain } from './piece-chains.ts'
import { isStop, joinSides, type Place, placeOf } from './piece-evidence.ts'

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

/** What stands beside a run: a part of speech, or where there is no word one of these. */
const SHAPES = ['digit', 'latin', 'stop', 'mark', 'edge', 'torn'] as const
const TAGS = Object.keys(TAG).length
const NEIGHBOURS = [...Array.from({ length: TAGS }, (_, tag) => `${tag}`), ...SHAPES]
const PLACES: readonly Place[] = ['lineStart', 'afterComma', 'afterStop', 'afterDe', 'otherwise']

/** Names of the features of a place, in the order of a row. */
export const PIECE_FEATURES = [
  'bias',
  'passed over',
  'closed',
  'ends line',
  'before mark',
  'inside words',
  'torn',
  'gain',
  'length',
  'word',
  'breaks word left',
  'breaks word right',
  'opens',
  'idiom left',
  'pair left',
  'idiom right',
  'pair right',
  'pair across',
  'idiom across left',
  'idiom across right',
  'order',
  'links',
  'comes',
  'goes',
  'comes and goes',
  'bridged',
  'same as neighbour',
  'habit',
  'filled',
  'no previous',
  'no next',
  'gap before',
  'gap behind',
  'company',
  'elsewhere',
  'chain',
  'chain gain',
  'chain total',
  'chain random',
  'chain repetition',
  ...PLACES.map((place) => `place ${place}`),
  ...NEIGHBOURS.map((neighbour) => `before ${neighbour}`),
  ...NEIGHBOURS.map((neighbour) => `after ${neighbour}`),
]

/** A place with what was seen of it. */
export interface Judged {
  candidate: Candidate
  /** Its features, see {@link PIECE_FEATURES}. */
  features: Float64Array
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
export function judge(features: Float64Array): number {
  forest ??= new Forest(JSON.parse(readModel('fragments-judge.json')) as ForestModel, PIECE_FEATURES)
  return forest.judge(features)
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
    gain += piece.gain
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
): Float64Array {
  const { codes, lines } = document
  const { start, end, place } = candidate
  const line = lines[candidate.line] as Line
  const row = new Float64Array(PIECE_FEATURES.length)
  let at = 0
  row[at++] = 1
  row[at++] = Number(!member)

  // The sentence around it.
  const stopBefore = start > line.start && isStop(codes[start - 1] as number)
  const stopAfter = end >= line.end || isStop(codes[end] as number)
  const opens = place === 'lineStart' || place === 'afterStop' || place === 'afterComma'
  const { before, after, leftInside, rightInside } = around(codes, line, start, end)
  row[at++] = Number(stopBefore && stopAfter)
  row[at++] = Number(end >= line.end && start > line.start)
  row[at++] = Number(!stopBefore && stopAfter)
  row[at++] = Number(start > line.start && end < line.end && isHan(codes[start - 1] as number) && isHan(codes[end] as number))
  row[at++] = Number(candidate.torn)
  row[at++] = candidate.gain
  row[at++] = end - start
  row[at++] = Math.max(0, RARE_WORD - lookUp(codes, start, end).cost)
  row[at++] = Number(leftInside)
  row[at++] = Number(rightInside)
  row[at++] = Number(opens)

  // The article's own idiom: what stands beside the run here stands beside it elsewhere, or beside itself without it.
  const { neighbours } = habits
  const log = (count: number, own: number): number => Math.log(1 + Math.max(0, count - own))
  const unit = (at: number): number => (at >= line.start && at < line.end ? (codes[at] as number) : 0)
  const left = isHan(unit(start - 1))
  const right = isHan(unit(end))
  row[at++] = left ? log(neighbours.triple(unit(start - 1), unit(start), unit(start + 1)), 1) : 0
  row[at++] = left ? log(neighbours.pair(unit(start - 1), unit(start)), 1) : 0
  row[at++] = right ? log(neighbours.triple(unit(end - 2), unit(end - 1), unit(end)), 1) : 0
  row[at++] = right ? log(neighbours.pair(unit(end - 1), unit(end)), 1) : 0
  row[at++] = left && right ? log(neighbours.pair(unit(start - 1), unit(end)), 0) : 0
  row[at++] = left && right ? log(neighbours.triple(unit(start - 2), unit(start - 1), unit(end)), 0) : 0
  row[at++] = left && right ? log(neighbours.triple(unit(start - 1), unit(end), unit(end + 1)), 0) : 0

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
  row[at++] = (followed + 0.5) / (links + 1)
  row[at++] = Math.log(1 + links)
  row[at++] = Number(comes)
  row[at++] = Number(goes)
  row[at++] = Number(comes && goes)
  row[at++] = Number(bridged)
  row[at++] = Number(previous?.piece === candidate.piece || next?.piece === candidate.piece)

  // Its habits.
  const own = member ? 1 : 0
  const taken = habits.taken[place] - own
  const others = chain.pieces.length - own
  const elsewhere = habits.elsewhere.get(chain.list.pieces[candidate.piece] as string) ?? 0
  row[at++] = Math.log((taken + 0.5) / (others + 2.5))
  row[at++] = Math.log((taken + 0.5) / (Math.max(habits.offered[place], taken) + 1))
  row[at++] = Number(!previous)
  row[at++] = Number(!next)
  row[at++] = previous ? Math.log((start - previous.end + 2) / (habits.gap + 2)) : FAR
  row[at++] = next ? Math.log((next.start - end + 2) / (habits.gap + 2)) : FAR
  row[at++] = companyOf(chain, start, end, habits.gap * COMPANY) - own
  row[at++] = Math.log(1 + Math.max(0, elsewhere - (member ? 0 : 1)))

  // The farm as a whole.
  row[at++] = Math.log(chain.pieces.length)
  row[at++] = habits.gain
  row[at++] = Math.log(1 + Math.max(0, chain.total))
  row[at++] = Number(!chain.ordered)
  row[at++] = Number(chain.list.origin === 'repetition')

  row[at + PLACES.indexOf(place)] = 1
  at += PLACES.length
  row[at + (opens ? shape('mark') : before)] = 1
  row[at + NEIGHBOURS.length + after] = 1
  return row
}

/** How many pieces of a chain stand within a distance of a place. */
function companyOf(chain: Chain, start: number, end: number, reach: number): number {
  let at = firstEndingAfter(chain.pieces, start - reach)
  const from = at
  while (at < chain.pieces.length && at - from < MOST_COMPANY && (chain.pieces[at] as Candidate).start < end + reach) at++
  return at - from
}

const buffer = new Uint16Array(2 * CONTEXT)

/** What stands on both sides of a run once it is cut, as an index of {@link NEIGHBOURS}, and whether the run begins or ends inside a word. */
function around(
  codes: Uint16Array,
  line: Line,
  start: number,
  end: number,
): { before: number; after: number; leftInside: boolean; rightInside: boolean } {
  let left = start
  while (left > line.start && start - left < CONTEXT && isHan(codes[left - 1] as number)) left--
  let right = end
  while (right < line.end && right - end < CONTEXT && isHan(codes[right] as number)) right++
  const size = joinSides(codes, left, start, end, right, buffer)
  const cut = segment(buffer.subarray(0, size))
  const joint = start - left
  let before = start > line.start ? shapeOf(codes[start - 1] as number) : shape('edge')
  let after = end < line.end ? shapeOf(codes[end] as number) : shape('edge')
  let at = 0
  while (at < size) {
    const length = Math.max(1, cut.length[at] as number)
    if (at + length === joint) before = cut.tag[at] as number
    if (at === joint) after = cut.tag[at] as number
    if (at < joint && at + length > joint) {
      before = shape('torn')
      after = shape('torn')
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

function shapeOf(code: number): number {
  const found = classOf[code]
  if (found === CLASS.digit) return shape('digit')
  if (found === CLASS.latin) return shape('latin')
  return shape(isStop(code) ? 'stop' : 'mark')
}

function shape(name: (typeof SHAPES)[number]): number {
  return TAGS + SHAPES.indexOf(name)
}
