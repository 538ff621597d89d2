/**
 * The title trick: a farm cuts the headline into short pieces and strews them through the sentences, round and round,
 * after commas, full stops and 的.
 *
 * A true sentence repeats headline words all the time, so no single place can be judged alone. For every way in which the
 * headline may have been cut (see headline-pieces.ts), all places where one of its pieces stands are weighed together:
 * each has evidence of its own (what stands before and behind it, how much more fluent the sentence reads without it,
 * whether the match goes on as a true repetition would) and evidence from its predecessor (a farm goes on where it
 * stopped, and soon). The best chain is found by dynamic programming over the piece put in last: a candidate looks at the
 * best chain that ends with each of a few pieces and at the best of all, so the cost is linear in the number of
 * candidates, which is linear in the text. A way of cutting is believed when its chain, in log odds, outweighs the prior
 * that an article is clean; the best one wins.
 */
import { isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { Trie } from '../1-document/trie.ts'
import { fluencyCost, lookUp } from '../1-document/words.ts'
import { readModel } from '../models.ts'
import type { Fragment } from './fragment.ts'
import { type HeadlineCandidate, type PieceList, pieceLists } from './headline-pieces.ts'

/** A place where a piece stands. */
interface Candidate {
  start: number
  end: number
  /** Its number in the round. */
  piece: number
  /** What stands before it: a farm keeps to its kind of place. */
  place: keyof FragmentWeights
  score: number
}

/** Log odds of the evidence, fitted by `tools/train-fragments.ts`; models/fragments.md says what each is. */
export interface FragmentWeights {
  bias: number
  afterComma: number
  afterStop: number
  afterDe: number
  lineStart: number
  otherwise: number
  closed: number
  torn: number
  gain: number
  letter: number
  continuesLeft: number
  continuesRight: number
  follows: number
  restarts: number
  skips: number
  jumps: number
  strays: number
  near: number
  gap: number
  gapMost: number
  samePlace: number
  random: number
  repetition: number
  prior: number
  /** For each piece of a list beyond the first: a long list matches by chance. */
  choice: number
}

const WEIGHT = (JSON.parse(readModel('fragments.json')) as { weights: FragmentWeights }).weights

/** @returns the weights in force, for the tool that fits them */
export function fragmentWeights(): FragmentWeights {
  return WEIGHT
}

/** What a natural character costs on average, in nats, measured on the treebank sentences of `shared/data/zh`. */
const NATURAL_COST = 4.3
/** Fluency evidence saturates: beyond this one odd word says no more. In nats. */
const GAIN_LIMIT = 8
/** Characters read on both sides to judge fluency. */
const CONTEXT = 8
/** Pieces follow one another within this many characters where a farm is at work. */
const NEAR = 60
/** A long piece is no chance; beyond this length it is no more than certain. In UTF-16 units. */
const LONG_PIECE = { from: 3, most: 12 }
/** A round shows in so many different pieces. */
const LEAST_KINDS = 3
/** A chain must outweigh doubt by this much, in log odds: a true word cut is worse than a fragment left. */
const LEAST_EVIDENCE = 4
/** Fewer pieces are no pattern: three that follow one another, five in no order, two whole headlines. */
const LEAST_PIECES = { usual: 3, stray: 5, whole: 2 }
/** Marks that end a clause or a sentence. */
const STOPS = new Set([...',;:。!?'].map((mark) => mark.charCodeAt(0)))

interface Chain {
  pieces: Candidate[]
  total: number
  list: PieceList
  ordered: boolean
}

/**
 * Finds the pieces of a headline strewn through the text.
 *
 * @param document the document
 * @param headlines candidates for the headline; the one that explains most is taken
 * @param repeated pieces guessed from what the text repeats, for a headline that is missing
 * @returns the fragments, sorted; empty when no chain is convincing
 */
export function findTitleFragments(document: Document, headlines: readonly HeadlineCandidate[], repeated: PieceList | null): Fragment[] {
  const gains = new Map<number, number>()
  let best: Chain | null = null
  for (const headline of headlines) best = bestOf(best, chains(document, headline, pieceLists(headline.codes), gains))
  // A round that only repeats is believed where no headline explains the text.
  if (best === null && repeated)
    best = bestOf(
      best,
      chains(document, null, [repeated], gains).filter(({ ordered }) => ordered),
    )
  return best === null ? [] : report(best)
}

function bestOf(best: Chain | null, chains: readonly Chain[]): Chain | null {
  let found = best
  for (const chain of chains) {
    const least = chain.list.whole ? LEAST_PIECES.whole : chain.ordered ? LEAST_PIECES.usual : LEAST_PIECES.stray
    const kinds = new Set(chain.pieces.map(({ piece }) => piece)).size
    if (
      chain.pieces.length >= least &&
      kinds >= Math.min(LEAST_KINDS, chain.list.pieces.length) &&
      chain.total > (found?.total ?? LEAST_EVIDENCE)
    )
      found = chain
  }
  return found
}

/** The best chains of each list: in its own order, at random, and in the order that the random chain shows. */
function chains(document: Document, headline: HeadlineCandidate | null, lists: readonly PieceList[], gains: Map<number, number>): Chain[] {
  const found: Chain[] = []
  for (const [index, candidates] of findCandidates(document, headline, lists, gains).entries()) {
    const list = lists[index] as PieceList
    found.push(bestChain(candidates, list, true))
    const stray = bestChain(candidates, list, false)
    found.push(stray)
    const order = [...new Set(stray.pieces.map(({ piece }) => piece))]
    if (order.length < LEAST_PIECES.usual || order.every((piece, at) => at === 0 || piece > (order[at - 1] as number))) continue
    const place = new Map(order.map((piece, at) => [piece, at]))
    const shuffled = { ...list, pieces: order.map((piece) => list.pieces[piece] as string) }
    const moved = candidates.flatMap((candidate) =>
      place.has(candidate.piece) ? [{ ...candidate, piece: place.get(candidate.piece) as number }] : [],
    )
    const round = bestChain(moved, shuffled, true)
    // Any sequence has an order; only a second round shows that it is the farm's.
    if (round.pieces.length >= order.length + LEAST_PIECES.whole) found.push(round)
  }
  return found
}

function report({ pieces, total, list }: Chain): Fragment[] {
  const of = list.origin === 'headline' ? 'of the headline' : 'of a round that the text repeats'
  return pieces.map((piece) => ({
    start: piece.start,
    end: piece.end,
    kind: 'title_fragment',
    suggestion: '',
    confidence: Math.round((1 / (1 + Math.exp(-Math.min(piece.score, total)))) * 1000) / 1000,
    reason: `repeats piece ${piece.piece + 1} of ${list.pieces.length} ${of}; ${pieces.length} such pieces are strewn through the text`,
  }))
}

/** For each list the places where its pieces stand, found in one pass over the text. */
function findCandidates(
  document: Document,
  headline: HeadlineCandidate | null,
  lists: readonly PieceList[],
  gains: Map<number, number>,
): Candidate[][] {
  const { codes } = document
  const trie = new Trie(lists.reduce((sum, list) => sum + list.pieces.join('').length, 0))
  const uses = new Map<number, { list: number; piece: number }[]>()
  lists.forEach(({ pieces }, list) => {
    pieces.forEach((piece, index) => {
      const node = trie.insert(piece)
      const known = uses.get(node)
      if (!known) uses.set(node, [{ list, piece: index }])
      // A headline of one repeated character makes every piece the same.
      else if (!known.some((use) => use.list === list)) known.push({ list, piece: index })
    })
  })
  const found: Candidate[][] = lists.map(() => [])
  const source = headline?.codes ?? new Uint16Array(0)
  document.lines.forEach((line, index) => {
    if (index === headline?.line || sameText(codes, line, source)) return
    for (let start = line.start; start < line.end; start++) {
      let node = trie.first(codes[start] as number)
      for (let end = start + 1; node !== 0; end++) {
        const known = uses.get(node)
        if (known) {
          const score = scoreOf(codes, line, start, end, source, gains)
          const place = placeOf(codes, line, start)
          for (const { list, piece } of known) (found[list] as Candidate[]).push({ start, end, piece, place, score })
        }
        if (end >= line.end) break
        node = trie.next(node, codes[end] as number)
      }
    }
  })
  return found
}

function sameText(codes: Uint16Array, line: Line, headline: Uint16Array): boolean {
  if (headline.length === 0 || line.end - line.start !== headline.length) return false
  for (let at = 0; at < headline.length; at++) if (codes[line.start + at] !== headline[at]) return false
  return true
}

/** The evidence of one place, as log odds. */
function scoreOf(codes: Uint16Array, line: Line, start: number, end: number, headline: Uint16Array, gains: Map<number, number>): number {
  const size = end - start
  let score =
    WEIGHT.bias +
    WEIGHT[placeOf(codes, line, start)] +
    closedScore(codes, line, start, end) +
    (tearsWord(codes, line, start, end) ? WEIGHT.torn : 0)
  score += WEIGHT.letter * Math.max(0, Math.min(size, LONG_PIECE.most) - LONG_PIECE.from)
  for (let at = 0; at + size <= headline.length; at++) {
    if (headline[at] !== codes[start] || headline[at + size - 1] !== codes[end - 1]) continue
    if (at > 0 && start > line.start && isHan(headline[at - 1] as number) && codes[start - 1] === headline[at - 1])
      score += WEIGHT.continuesLeft
    if (end < line.end && isHan(codes[end] as number) && codes[end] === headline[at + size]) score += WEIGHT.continuesRight
    break
  }
  const key = start * 128 + Math.min(size, 127)
  let gain = gains.get(key)
  if (gain === undefined) {
    gain = fluencyGain(codes, line, start, end)
    gains.set(key, gain)
  }
  return score + WEIGHT.gain * gain
}

function placeOf(codes: Uint16Array, line: Line, start: number): 'lineStart' | 'afterComma' | 'afterStop' | 'afterDe' | 'otherwise' {
  if (start === line.start) return 'lineStart'
  switch (codes[start - 1]) {
    case 0x2c:
    case 0x3b:
    case 0x3a:
      return 'afterComma'
    case 0x3002:
    case 0x21:
    case 0x3f:
    case 0x201d:
      return 'afterStop'
    case 0x7684:
      return 'afterDe'
    default:
      return 'otherwise'
  }
}

/** A run between a stop and the end of the line or the next mark is no sentence. */
function closedScore(codes: Uint16Array, line: Line, start: number, end: number): number {
  if (start === line.start || !STOPS.has(codes[start - 1] as number)) return 0
  return end >= line.end || STOPS.has(codes[end] as number) ? WEIGHT.closed : 0
}

/** A word rarer than this is no sign that a run tore it, in nats. */
const COMMON_WORD = 12
const joined = new Uint16Array(4)

/** Whether the characters on both sides of a run make a common word once it is cut. */
function tearsWord(codes: Uint16Array, line: Line, start: number, end: number): boolean {
  for (let left = 1; left <= 3 && start - left >= line.start && isHan(codes[start - left] as number); left++) {
    for (let right = 1; left + right <= 4 && end + right <= line.end && isHan(codes[end + right - 1] as number); right++) {
      joined.set(codes.subarray(start - left, start), 0)
      joined.set(codes.subarray(end, end + right), left)
      if (lookUp(joined, 0, left + right).cost < COMMON_WORD) return true
    }
  }
  return false
}

const buffer = new Uint16Array(2 * CONTEXT)

/**
 * How much more fluent a clause reads without a run.
 *
 * @param codes folded units
 * @param line the line of the run
 * @param start where the run starts
 * @param end where it ends
 * @returns nats against a natural run of the same length; 0 for a run that is not all Han
 */
export function fluencyGain(codes: Uint16Array, line: Line, start: number, end: number): number {
  for (let at = start; at < end; at++) if (!isHan(codes[at] as number)) return 0
  let left = start
  while (left > line.start && start - left < CONTEXT && isHan(codes[left - 1] as number)) left--
  let right = end
  while (right < line.end && right - end < CONTEXT && isHan(codes[right] as number)) right++
  buffer.set(codes.subarray(left, start), 0)
  buffer.set(codes.subarray(end, right), start - left)
  const without = fluencyCost(buffer, 0, right - left - (end - start))
  const gain = fluencyCost(codes, left, right) - without - NATURAL_COST * (end - start)
  return Math.max(-GAIN_LIMIT, Math.min(GAIN_LIMIT, gain))
}

/**
 * The best chain of places that do not touch.
 *
 * @param candidates places, sorted by start
 * @param list the pieces
 * @param ordered the farm goes round in order; else it draws pieces at random
 */
function bestChain(candidates: readonly Candidate[], list: PieceList, ordered: boolean): Chain {
  const size = list.pieces.length
  const prior =
    WEIGHT.prior + (ordered ? 0 : WEIGHT.random) + (list.origin === 'repetition' ? WEIGHT.repetition : 0) + WEIGHT.choice * (size - 1)
  const total = new Float64Array(candidates.length)
  /** What the link from the predecessor adds. */
  const link = new Float64Array(candidates.length)
  const previous = new Int32Array(candidates.length).fill(-1)
  const bestAt = new Int32Array(size).fill(-1)
  let bestAny = -1
  let ready = 0
  let winner = -1
  const byEnd = candidates.map((_, index) => index).sort((a, b) => (candidates[a] as Candidate).end - (candidates[b] as Candidate).end)
  const value = (index: number): number => (index < 0 ? Number.NEGATIVE_INFINITY : (total[index] as number))
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at] as Candidate
    // One free unit between two pieces: at most one piece in a gap.
    while (ready < byEnd.length && (candidates[byEnd[ready] as number] as Candidate).end < candidate.start) {
      const done = byEnd[ready++] as number
      const { piece } = candidates[done] as Candidate
      const fresher = (known: number): boolean =>
        value(done) > value(known) - gapCost((candidates[done] as Candidate).end - (candidates[known]?.end ?? 0))
      if (fresher(bestAt[piece] as number)) bestAt[piece] = done
      if (fresher(bestAny)) bestAny = done
    }
    let score = prior
    let from = -1
    const offer = (index: number, bonus: number): void => {
      if (index < 0) return
      const before = candidates[index] as Candidate
      const gap = candidate.start - before.end
      const offered =
        value(index) + bonus + (before.place === candidate.place ? WEIGHT.samePlace : 0) + (gap < NEAR ? WEIGHT.near : 0) - gapCost(gap)
      if (offered > score) {
        score = offered
        from = index
        link[at] = offered - value(index)
      }
    }
    if (ordered) {
      offer(bestAny, WEIGHT.jumps)
      offer(bestAt[(candidate.piece + size - 1) % size] as number, WEIGHT.follows)
      offer(bestAt[(candidate.piece + size - 2) % size] as number, candidate.piece === 0 ? WEIGHT.follows : WEIGHT.skips)
      // Some farms strew only the first pieces of a long headline.
      if (candidate.piece === 0) offer(bestAny, WEIGHT.restarts)
    } else offer(bestAny, WEIGHT.strays)
    total[at] = score + candidate.score
    previous[at] = from
    if (value(at) > value(winner)) winner = at
  }
  const pieces: Candidate[] = []
  let linkBehind = 0
  for (let at = winner; at >= 0; at = previous[at] as number) {
    const candidate = candidates[at] as Candidate
    const linkBefore = link[at] as number
    pieces.push({ ...candidate, score: candidate.score + Math.max(linkBefore, linkBehind) })
    linkBehind = linkBefore
  }
  pieces.reverse()
  return { pieces, total: value(winner), list, ordered }
}

function gapCost(gap: number): number {
  return Math.min(WEIGHT.gapMost, Math.max(0, gap - NEAR) * WEIGHT.gap)
}
