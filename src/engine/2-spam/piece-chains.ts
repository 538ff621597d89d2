/**
 * Chains of places where the pieces of a headline stand: for each way of cutting the headline the best sequence, found by
 * dynamic programming over the piece put in last. A place looks at the best chain that ends with each of a few pieces and
 * at the best of all, so the cost is linear in the number of places, which is linear in the text.
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { Trie } from '../1-document/trie.ts'
import type { HeadlineCandidate, PieceList } from './headline-pieces.ts'
import { fragmentWeights, type Place, type Places, placeOf, repetitionScore } from './piece-evidence.ts'

const WEIGHT = fragmentWeights()

/** Pieces follow one another within this many characters where a farm is at work. */
const NEAR = 60
/** Fewer pieces are no pattern: three that follow one another, five in no order, two whole headlines. */
const LEAST_PIECES = { usual: 3, stray: 5, whole: 2 }
/** A round shows in so many different pieces. */
const LEAST_KINDS = 3
/** So many pieces stand side by side at the most. */
const MOST_JOINED = 3

/** A place where a piece stands. */
export interface Candidate {
  start: number
  end: number
  /** Its number in the round. */
  piece: number
  /** What stands before it: a farm keeps to its kind of place. */
  place: Place
  /** Index of its line. */
  line: number
  score: number
  /** See {@link Evidence}. */
  torn: boolean
  gain: number
  /** Several pieces side by side, which come back like that. */
  joined?: true
}

/** A sequence of places and what speaks for it. */
export interface Chain {
  pieces: Candidate[]
  /** Log odds that the text was stuffed like this. */
  total: number
  list: PieceList
  /** The pieces go round in order; else they are drawn at random. */
  ordered: boolean
  /** So many of the list's pieces make a round. */
  round: number
  /** All places where pieces of the list stand, those of the chain included; sorted by start. */
  candidates: readonly Candidate[]
}

/**
 * Finds the best chain of any way of cutting a headline: in its own order, in no order, or in the order that the second
 * shows.
 *
 * @param document the document
 * @param places the evidence of its places
 * @param headline the headline, or null where the pieces were guessed
 * @param lists ways of cutting it
 * @param least a chain must have more evidence than this, in log odds
 * @returns the best chain that is a pattern, or null
 */
export function findChain(
  document: Document,
  places: Places,
  headline: HeadlineCandidate | null,
  lists: readonly PieceList[],
  least: number,
): Chain | null {
  let best: Chain | null = null
  const offer = (chain: Chain | null): void => {
    if (chain && chain.total > (best?.total ?? least) && isPattern(chain)) best = chain
  }
  const ways = findCandidates(document, places, headline, lists)
    .map((candidates, index) => ({ candidates, list: lists[index] as PieceList, most: mostPossible(candidates) }))
    .sort((a, b) => b.most - a.most)
  for (const { candidates, list, most } of ways) {
    if (most <= ((best as Chain | null)?.total ?? least)) break
    offer(bestChain(candidates, list, true))
    const stray = bestChain(candidates, list, false)
    offer(stray)
    if (stray) offer(shuffledRound(candidates, list, stray))
  }
  return best
}

function isPattern({ pieces, list, ordered }: Chain): boolean {
  const least = list.whole ? LEAST_PIECES.whole : ordered ? LEAST_PIECES.usual : LEAST_PIECES.stray
  if (pieces.length < least) return false
  return new Set(pieces.map(({ piece }) => piece)).size >= Math.min(LEAST_KINDS, list.pieces.length)
}

/** More than any chain of these places can collect. */
function mostPossible(candidates: readonly Candidate[]): number {
  const link = WEIGHT.follows + WEIGHT.samePlace + WEIGHT.near
  let sum = WEIGHT.prior
  for (const { score } of candidates) if (score + link > 0) sum += score + link
  return sum
}

/** The round that a shuffled list shows: any sequence has an order, only a second round shows that it is the farm's. */
function shuffledRound(candidates: readonly Candidate[], list: PieceList, stray: Chain): Chain | null {
  const order = usualOrder(stray)
  if (order.length < LEAST_PIECES.usual || order.every((piece, at) => at === 0 || piece > (order[at - 1] as number))) return null
  const first = roundIn(order)
  if (!first) return null
  const whole = first.pieces.length < candidates.length ? missingPieces(candidates, order, first) : order
  return whole.length === order.length ? first : (roundIn(whole) ?? first)

  function roundIn(pieces: readonly number[]): Chain | null {
    // Pieces that the round leaves out come last: the second look may find them.
    const rest = list.pieces.map((_, piece) => piece).filter((piece) => !pieces.includes(piece))
    const place = new Map([...pieces, ...rest].map((piece, at) => [piece, at]))
    const shuffled = { ...list, pieces: [...pieces, ...rest].map((piece) => list.pieces[piece] as string) }
    const moved = candidates.map((candidate) => ({ ...candidate, piece: place.get(candidate.piece) as number }))
    const inRound = moved.filter(({ piece }) => piece < pieces.length)
    const round = bestChain(inRound, shuffled, true, pieces.length)
    return round && round.pieces.length >= pieces.length + LEAST_PIECES.whole ? { ...round, candidates: moved } : null
  }
}

/** The order that most neighbours of a chain keep: from the surest pair on, each piece is followed by its usual successor. */
function usualOrder({ pieces, list }: Chain): number[] {
  const size = list.pieces.length
  const counts = new Uint32Array(size * size)
  for (let at = 1; at < pieces.length; at++) counts[(pieces[at - 1] as Candidate).piece * size + (pieces[at] as Candidate).piece]++
  const usual = list.pieces.map((_, piece) => {
    const row = counts.subarray(piece * size, (piece + 1) * size)
    const most = row.reduce((best, count) => Math.max(best, count), 0)
    return { successor: row.indexOf(most), most }
  })
  const order: number[] = []
  let piece = usual.reduce((best, { most }, at) => (most > (usual[best] as { most: number }).most ? at : best), 0)
  while (!order.includes(piece) && (usual[piece] as { most: number }).most > 0) {
    order.push(piece)
    piece = (usual[piece] as { successor: number }).successor
  }
  return order
}

/** The order with the pieces that stand between the same two neighbours in at least two rounds. */
function missingPieces(candidates: readonly Candidate[], order: readonly number[], round: Chain): number[] {
  const between = order.map(() => new Map<number, number>())
  let next = 0
  round.pieces.forEach((piece, index) => {
    const after = round.pieces[index + 1]
    if (!after || (piece.piece + 1) % order.length !== after.piece) return
    while (next < candidates.length && (candidates[next] as Candidate).start < piece.end) next++
    const seen = new Set<number>()
    for (let at = next; at < candidates.length && (candidates[at] as Candidate).end <= after.start; at++)
      seen.add((candidates[at] as Candidate).piece)
    const counts = between[piece.piece] as Map<number, number>
    for (const found of seen) if (!order.includes(found)) counts.set(found, (counts.get(found) ?? 0) + 1)
  })
  const whole: number[] = []
  order.forEach((piece, at) => {
    whole.push(piece)
    for (const [found, rounds] of between[at] as Map<number, number>) if (rounds >= 2 && !whole.includes(found)) whole.push(found)
  })
  return whole
}

/** For each list the places where its pieces stand, found in one pass over the text; none for a list with too few to be a pattern. */
function findCandidates(
  document: Document,
  places: Places,
  headline: HeadlineCandidate | null,
  lists: readonly PieceList[],
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
  const source = headline?.codes ?? new Uint16Array(0)
  const matches: { start: number; end: number; line: number; node: number }[] = []
  document.lines.forEach((line, index) => {
    if (index === headline?.line || sameText(codes, line, source)) return
    for (let start = line.start; start < line.end; start++) {
      let node = trie.first(codes[start] as number)
      for (let end = start + 1; node !== 0; end++) {
        if (uses.has(node)) matches.push({ start, end, line: index, node })
        if (end >= line.end) break
        node = trie.next(node, codes[end] as number)
      }
    }
  })
  const promising = promisingLists(lists, matches, uses)
  const found: Candidate[][] = lists.map(() => [])
  for (const { start, end, line, node } of matches) {
    const wanted = (uses.get(node) as { list: number; piece: number }[]).filter(({ list }) => promising[list])
    if (wanted.length === 0) continue
    // A place is costly to judge: only what may be part of a pattern is.
    const around = document.lines[line] as Line
    const { score: own, torn, gain } = places.at(around, start, end)
    const score = own + repetitionScore(codes, around, start, end, source)
    const place = placeOf(codes, around, start)
    for (const { list, piece } of wanted) (found[list] as Candidate[]).push({ start, end, piece, place, line, score, torn, gain })
  }
  return found.map((candidates, list) => ((lists[list] as PieceList).whole ? candidates : withJoined(document, places, candidates)))
}

/**
 * Some farms put two or three pieces side by side, in the order of the headline, though others stand between them there. A true
 * word behind a piece stands there once; what a farm joins comes back in every round.
 */
function withJoined({ lines, folded }: Document, places: Places, candidates: readonly Candidate[]): Candidate[] {
  const joined = new Map<string, { first: Candidate; end: number }[]>()
  /** Candidates are sorted by start: those that begin where one ends are a few places on. */
  const join = (first: Candidate, from: number, count: number): void => {
    const last = candidates[from] as Candidate
    for (let at = from + 1; at < candidates.length; at++) {
      const next = candidates[at] as Candidate
      if (next.start > last.end) break
      // What stands side by side in the headline too is as likely a part of it as a farm's work.
      if (next.start < last.end || next.piece <= last.piece + 1) continue
      const text = folded.slice(first.start, next.end)
      const known = joined.get(text)
      if (known) known.push({ first, end: next.end })
      else joined.set(text, [{ first, end: next.end }])
      if (count < MOST_JOINED) join(first, at, count + 1)
    }
  }
  for (let at = 0; at < candidates.length; at++) join(candidates[at] as Candidate, at, 2)
  const back = [...joined.values()]
    .filter(({ length }) => length > 1)
    .flatMap((runs) => runs.filter(({ first }) => first.place !== 'otherwise'))
  if (back.length === 0) return [...candidates]
  const whole = back.map(({ first, end }): Candidate => {
    const evidence = places.at(lines[first.line] as Line, first.start, end)
    return { ...first, end, ...evidence, joined: true }
  })
  return [...candidates, ...whole].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Which lists have enough places, of enough pieces, for a pattern. */
function promisingLists(
  lists: readonly PieceList[],
  places: readonly { node: number }[],
  uses: ReadonlyMap<number, { list: number; piece: number }[]>,
): boolean[] {
  const counts = new Map<number, number>()
  for (const { node } of places) counts.set(node, (counts.get(node) ?? 0) + 1)
  const all = new Uint32Array(lists.length)
  const kinds = new Uint32Array(lists.length)
  for (const [node, count] of counts)
    for (const { list } of uses.get(node) as { list: number }[]) {
      all[list] = (all[list] as number) + count
      kinds[list] = (kinds[list] as number) + 1
    }
  return lists.map(
    ({ whole, pieces }, list) =>
      (all[list] as number) >= (whole ? LEAST_PIECES.whole : LEAST_PIECES.usual) &&
      (kinds[list] as number) >= Math.min(LEAST_KINDS, pieces.length),
  )
}

function sameText(codes: Uint16Array, line: Line, headline: Uint16Array): boolean {
  if (headline.length === 0 || line.end - line.start !== headline.length) return false
  for (let at = 0; at < headline.length; at++) if (codes[line.start + at] !== headline[at]) return false
  return true
}

/**
 * The best chain of places that do not touch.
 *
 * @param candidates places, sorted by start
 * @param list the pieces
 * @param ordered the farm goes round in order; else it draws pieces at random
 * @param size number of pieces in a round
 * @returns the chain, or null where there is no place at all
 */
function bestChain(candidates: readonly Candidate[], list: PieceList, ordered: boolean, size = list.pieces.length): Chain | null {
  const prior =
    WEIGHT.prior +
    (ordered ? 0 : WEIGHT.random) +
    (list.origin === 'repetition' ? WEIGHT.repetition : 0) +
    (list.fitted ? WEIGHT.fitted : 0) +
    WEIGHT.choice * (size - 1)
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
      const { piece, end } = candidates[done] as Candidate
      const fresher = (known: number): boolean =>
        known < 0 || value(done) > value(known) - gapCost(end - (candidates[known] as Candidate).end)
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
  if (winner < 0) return null
  const pieces: Candidate[] = []
  let linkBehind = 0
  for (let at = winner; at >= 0; at = previous[at] as number) {
    const candidate = candidates[at] as Candidate
    const linkBefore = link[at] as number
    pieces.push({ ...candidate, score: candidate.score + Math.max(linkBefore, linkBehind) })
    linkBehind = linkBefore
  }
  pieces.reverse()
  return { pieces, total: value(winner), list, ordered, round: size, candidates }
}

function gapCost(gap: number): number {
  return Math.min(WEIGHT.gapMost, Math.max(0, gap - NEAR) * WEIGHT.gap)
}
