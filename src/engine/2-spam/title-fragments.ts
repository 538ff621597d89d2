/**
 * The title trick: a farm cuts the headline into short pieces and strews them through the sentences, in order,
 * round and round, after commas, full stops and 的.
 *
 * A true sentence repeats headline words all the time, so no single place can be judged alone. All places where a
 * piece of the headline could have been put in are weighed together: each has evidence of its own (what stands before
 * and behind it, how much more fluent the sentence reads without it, whether the match stops exactly where a piece
 * would) and evidence from its predecessor (a farm goes on where it stopped). The best chain through the document is
 * found by dynamic programming over the end of the last piece in the headline: one look-up per candidate, so the cost
 * is linear in the text times the (bounded) repetitions of a bigram inside one headline. The chain is believed when its
 * sum, in log odds, outweighs the prior that an article is clean.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { fluencyCost } from '../1-document/words.ts'
import type { Fragment } from './fragment.ts'
import { type HeadlineCandidate, pieceSources } from './headline-pieces.ts'

/** A place where a piece may have been put in. */
interface Candidate {
  start: number
  end: number
  /** The piece's range in its source. */
  from: number
  to: number
  score: number
}

/** Log odds of the evidence; see models/stuffing.md for how each was chosen. */
const WEIGHT = {
  bias: -3.2,
  afterComma: 1.2,
  afterStop: 1.2,
  afterDe: 0.9,
  lineStart: 0.2,
  otherwise: -1.6,
  closed: 2.6,
  gain: 0.42,
  continuesLeft: -2.5,
  continuesRight: -0.8,
  follows: 3.4,
  near: 0.2,
  jumps: -2.2,
  gap: 0.012,
  gapMost: 7,
  prior: -5.5,
}
/** What a natural character costs on average, in nats, measured on the treebank sentences of `shared/data/zh`. */
const NATURAL_COST = 4.3
/** Fluency evidence saturates: beyond this one odd word says no more. In nats. */
const GAIN_LIMIT = 8
/** Characters read on both sides to judge fluency. */
const CONTEXT = 8
/** Pieces are two to six units; a longer one is the whole keyword or the whole headline. */
const PIECE = { least: 2, most: 6 }
/** Marks that end a clause or a sentence. */
const STOPS = new Set([...',、;:。!?'].map((mark) => mark.charCodeAt(0)))
/** Fewer pieces are no pattern. */
const LEAST_PIECES = 3

/**
 * Finds the pieces of a headline strewn through the text.
 *
 * @param document the document
 * @param headlines candidates for the headline; the one that explains most is taken
 * @returns the fragments, sorted; empty when no chain is convincing
 */
export function findTitleFragments(document: Document, headlines: readonly HeadlineCandidate[]): Fragment[] {
  let best: { chain: Candidate[]; total: number; source: Uint16Array } | undefined
  const gains = new Map<number, number>()
  for (const headline of headlines) {
    for (const source of pieceSources(headline.codes)) {
      const chain = bestChain(findCandidates(document, headline, source, gains), source.length)
      if (chain.pieces.length >= LEAST_PIECES && chain.total > (best?.total ?? 0))
        best = { chain: chain.pieces, total: chain.total, source }
    }
  }
  if (!best) return []
  const { chain, source, total } = best
  const rounds = new Set(chain.map((piece) => piece.from)).size
  return chain.map((piece) => ({
    start: piece.start,
    end: piece.end,
    kind: 'title_fragment',
    suggestion: '',
    confidence: confidenceOf(piece.score, total),
    reason: `“${document.text.slice(piece.start, piece.end)}” is a piece of the headline (characters ${piece.from + 1}–${piece.to} of ${source.length}); ${chain.length} such pieces from ${rounds} places of the headline are strewn through the text`,
  }))
}

function confidenceOf(score: number, total: number): number {
  return Math.round((1 / (1 + Math.exp(-Math.min(score, total)))) * 1000) / 1000
}

function findCandidates(document: Document, headline: HeadlineCandidate, source: Uint16Array, gains: Map<number, number>): Candidate[] {
  const { codes } = document
  const places = new Map<number, number[]>()
  for (let at = 0; at + 1 < source.length; at++) {
    const key = (source[at] as number) * 65536 + (source[at + 1] as number)
    const list = places.get(key)
    // A headline of one repeated character must not make every place match everywhere.
    if (!list) places.set(key, [at])
    else if (list.length < 4) list.push(at)
  }
  const candidates: Candidate[] = []
  document.lines.forEach((line, index) => {
    if (index === headline.line || sameText(codes, line, headline.codes)) return
    for (let at = line.start; at + 1 < line.end; at++) {
      const list = places.get((codes[at] as number) * 65536 + (codes[at + 1] as number))
      if (list) for (const from of list) addCandidates(candidates, document, line, source, at, from, gains)
    }
  })
  return candidates
}

function sameText(codes: Uint16Array, line: Line, headline: Uint16Array): boolean {
  if (line.end - line.start !== headline.length) return false
  for (let at = 0; at < headline.length; at++) if (codes[line.start + at] !== headline[at]) return false
  return true
}

function addCandidates(
  candidates: Candidate[],
  document: Document,
  line: Line,
  source: Uint16Array,
  start: number,
  from: number,
  gains: Map<number, number>,
): void {
  const { codes } = document
  let length = 2
  while (from + length < source.length && start + length < line.end && codes[start + length] === source[from + length]) length++
  const before = placeScore(codes, line, start)
  const continuesLeft = from > 0 && start > line.start && codes[start - 1] === source[from - 1]
  const longest = Math.min(length, PIECE.most)
  for (let size = PIECE.least; size <= length; size++) {
    if (size > longest && size < length) continue
    if (size > longest && size < source.length * 0.8) continue
    const end = start + size
    let score = WEIGHT.bias + before + closedScore(codes, line, start, end)
    if (continuesLeft) score += WEIGHT.continuesLeft
    if (size < length) score += WEIGHT.continuesRight
    const key = start * 128 + size
    let gain = gains.get(key)
    if (gain === undefined) {
      gain = fluencyGain(codes, line, start, end)
      gains.set(key, gain)
    }
    score += WEIGHT.gain * gain
    candidates.push({ start, end, from, to: from + size, score })
  }
}

function placeScore(codes: Uint16Array, line: Line, start: number): number {
  if (start === line.start) return WEIGHT.lineStart
  switch (codes[start - 1]) {
    case 0x2c:
    case 0x3001:
    case 0x3b:
    case 0x3a:
      return WEIGHT.afterComma
    case 0x3002:
    case 0x21:
    case 0x3f:
      return WEIGHT.afterStop
    case 0x7684:
      return WEIGHT.afterDe
    default:
      return WEIGHT.otherwise
  }
}

/** A run between a stop and the end of the line or the next mark is no sentence. */
function closedScore(codes: Uint16Array, line: Line, start: number, end: number): number {
  if (start === line.start || !STOPS.has(codes[start - 1] as number)) return 0
  return end >= line.end || STOPS.has(codes[end] as number) ? WEIGHT.closed : 0
}

const buffer = new Uint16Array(256)

/** How much more fluent the clause reads without the run, in nats against a natural run of the same length. */
function fluencyGain(codes: Uint16Array, line: Line, start: number, end: number): number {
  let left = start
  while (left > line.start && start - left < CONTEXT && classOf[codes[left - 1] as number] === CLASS.han) left--
  let right = end
  while (right < line.end && right - end < CONTEXT && classOf[codes[right] as number] === CLASS.han) right++
  const size = Math.min(end - start, 200)
  let hanOnly = true
  for (let at = start; at < start + size; at++) if (classOf[codes[at] as number] !== CLASS.han) hanOnly = false
  if (!hanOnly) return 0
  buffer.set(codes.subarray(left, start), 0)
  buffer.set(codes.subarray(end, right), start - left)
  const without = fluencyCost(buffer, 0, right - left - (end - start))
  const withRun = fluencyCost(codes, left, right)
  const gain = withRun - without - NATURAL_COST * size
  return Math.max(-GAIN_LIMIT, Math.min(GAIN_LIMIT, gain))
}

/** The best chain of candidates that do not touch, by dynamic programming over where in the source the last one ended. */
function bestChain(candidates: readonly Candidate[], size: number): { pieces: Candidate[]; total: number } {
  const total = new Float64Array(candidates.length)
  /** What the link from the predecessor adds. */
  const link = new Float64Array(candidates.length)
  const previous = new Int32Array(candidates.length).fill(-1)
  const bestAt = new Int32Array(size + 1).fill(-1)
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
      const to = (candidates[done] as Candidate).to
      if (value(done) > value(bestAt[to] as number)) bestAt[to] = done
      if (value(done) > value(bestAny)) bestAny = done
    }
    let score = WEIGHT.prior
    let from = -1
    const offer = (index: number, bonus: number): void => {
      if (index < 0) return
      const gap = candidate.start - (candidates[index] as Candidate).end
      const offered = value(index) + bonus - Math.min(WEIGHT.gapMost, gap * WEIGHT.gap)
      if (offered > score) {
        score = offered
        from = index
        link[at] = offered - value(index)
      }
    }
    offer(bestAny, WEIGHT.jumps)
    offer(bestAt[candidate.from] as number, WEIGHT.follows)
    for (let skipped = 1; skipped <= 3; skipped++)
      if (candidate.from >= skipped) offer(bestAt[candidate.from - skipped] as number, WEIGHT.near)
    // The round begins anew when what is left of the headline is shorter than a piece.
    if (candidate.from === 0) for (let left = 0; left <= 3 && left < size; left++) offer(bestAt[size - left] as number, WEIGHT.follows)
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
  return { pieces, total: value(winner) }
}
