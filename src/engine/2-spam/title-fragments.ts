/**
 * The title trick: a farm cuts the headline into short pieces and strews them through the sentences, round and round,
 * after commas, full stops and 的.
 *
 * A true sentence repeats headline words all the time, so no single place can be judged alone. For every way in which the
 * headline may have been cut (headline-pieces.ts), all places where one of its pieces stands are weighed together
 * (piece-chains.ts): each has evidence of its own (piece-evidence.ts) and evidence from its predecessor, for a farm goes on
 * where it stopped, and soon. A way of cutting is believed when its chain, in log odds, outweighs the prior that an article
 * is clean; the best one wins. Then the farm's habits are known, and each place is judged again (piece-judge.ts).
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { areSubjects, isTopic } from './clause-subjects.ts'
import { fittedPieces } from './fitted-pieces.ts'
import type { Fragment } from './fragment.ts'
import { type HeadlineCandidate, type PieceList, pieceLists } from './headline-pieces.ts'
import { type Candidate, type Chain, findChain } from './piece-chains.ts'
import { fluencyGain, GAIN_LIMIT, isStop, Places } from './piece-evidence.ts'
import { describe, follows, judge } from './piece-judge.ts'
import { completeRound, repeatedPieces } from './repeated-pieces.ts'
import { findWholeHeadlines } from './whole-headlines.ts'

/** A chain must outweigh doubt by this much, in log odds, before its places are judged again. */
export const LEAST_EVIDENCE = 4
/** With this much evidence no other headline is tried, in log odds. */
const CLEAR = 40
/** A place is cut from this score on, in log odds: a true word cut is worse than a piece left. */
export const CERTAIN = 1.5
/** What is left of a chain after the second look must be a pattern still; places count from this score on, in log odds. */
const SURE = 2.5
/** Share of the pieces of a guessed round that follow their predecessor. */
const IN_ORDER = 0.5
/** So few pieces are a pattern only where that share of them follows its predecessor. */
const FEW = 6
const FEW_IN_ORDER = 0.3
/** So many different runs of pieces side by side are a habit. */
const LEAST_JOINED = 2
/** So much more fluent is a sentence without a second piece, in nats. */
const CLEARLY = 4
/** So many sure places are a pattern. */
export const LEAST_LEFT = { usual: 3, whole: 2 }

/**
 * Finds the pieces of a headline strewn through the text.
 *
 * @param document the document
 * @param headlines candidates for the headline; the one that explains most is taken
 * @returns the fragments, sorted; empty when no chain is convincing
 */
export function findTitleFragments(document: Document, headlines: readonly HeadlineCandidate[]): Fragment[] {
  const whole = findWholeHeadlines(document, headlines)
  if (whole.length > 0) return whole
  const chain = bestChain(document, headlines, LEAST_EVIDENCE)
  if (!chain) return []
  const goOn = inOrder(chain)
  // A whole headline in mid-text is no chance: nothing of it needs a second look.
  const pieces = chain.list.whole
    ? chain.pieces.map((candidate) => ({ candidate, score: chain.total }))
    : describe(document, chain)
        .map(({ candidate, features }) => ({ candidate, score: Math.max(judge(features), goOn.has(candidate.start) ? SURE : -Infinity) }))
        .filter(({ candidate, score }) => score > CERTAIN && !leavesOf(document, candidate))
  const places = pieces.map(({ candidate }) => candidate)
  const order = orderOf(chain, places)
  // Nothing but its order tells a guessed round from words that come back, nor a few pieces from words that clauses open with.
  if (chain.list.origin === 'repetition' && order < IN_ORDER) return []
  if (!chain.list.whole && pieces.length < FEW && order < FEW_IN_ORDER) return []
  if (chain.list.whole ? isTopic(document, places) : areSubjects(document, chain.list, places, order)) return []
  const sure = pieces.filter(({ score }) => score > SURE).length
  return sure < (chain.list.whole ? LEAST_LEFT.whole : LEAST_LEFT.usual) ? [] : report(chain, withJoined(chain, document, pieces))
}

/**
 * Where a round of the headline's characters leaves no doubt, whatever pieces a farm has made of them: the places that no
 * sentence reads well with, each of which goes on where the one before it stopped and stops where the next one goes on.
 */
function inOrder(chain: Chain): ReadonlySet<number> {
  if (chain.total <= CLEAR || !chain.list.recut) return new Set()
  const { pieces } = chain
  const sure = pieces.filter(
    (piece, at) =>
      piece.gain >= GAIN_LIMIT &&
      piece.place !== 'otherwise' &&
      follows(chain, pieces[at - 1], piece) &&
      follows(chain, piece, pieces[at + 1]),
  )
  return new Set(sure.map(({ start }) => start))
}

/** A place that is cut, with its log odds. */
interface Cut {
  candidate: Candidate
  score: number
}

/**
 * Pieces that a farm puts side by side stand so in every round: where several such runs are believed, each is cut wherever the
 * sentence reads better without it, and whole, where a part of it was. Then a piece behind one that is cut is cut as well, where
 * the sentence reads clearly better without both.
 */
function withJoined({ candidates, list }: Chain, { codes, folded, lines }: Document, pieces: readonly Cut[]): readonly Cut[] {
  const cutAt = new Map(pieces.map((cut) => [cut.candidate.start, cut]))
  const believed = new Map<string, number>()
  const textOf = ({ start, end }: Candidate): string => folded.slice(start, end)
  for (const candidate of candidates) {
    const cut = candidate.joined && cutAt.get(candidate.start)
    if (cut) believed.set(textOf(candidate), Math.max(cut.score, believed.get(textOf(candidate)) ?? 0))
  }
  if (believed.size < LEAST_JOINED) return pieces
  const covered = new Uint8Array(codes.length)
  for (const { candidate } of pieces) covered.fill(1, candidate.start, candidate.end)
  for (const candidate of candidates) {
    const score = candidate.joined ? believed.get(textOf(candidate)) : undefined
    if (score === undefined) continue
    const { start, end, gain } = candidate
    const part = cutAt.get(start)?.candidate
    const isFree = !covered.subarray(part ? part.end : start, end).includes(1)
    if (!isFree || (part ? part.end >= end : gain <= 0)) continue
    cutAt.set(start, { candidate, score })
    covered.fill(1, start, end)
  }
  return [...cutAt.values()].map(withNext).sort((a, b) => a.candidate.start - b.candidate.start)

  function withNext({ candidate, score }: Cut): Cut {
    const { start, end, piece, line } = candidate
    const next = list.pieces.find((text, at) => at > piece + 1 && folded.startsWith(text, end))
    const to = end + (next?.length ?? 0)
    if (next === undefined || covered.subarray(end, to).includes(1)) return { candidate, score }
    const gain = fluencyGain(codes, lines[line] as Line, start, to)
    return gain > candidate.gain + CLEARLY ? { candidate: { ...candidate, end: to, gain }, score } : { candidate, score }
  }
}

/**
 * The chain that explains most.
 *
 * @param document the document
 * @param headlines candidates for the headline
 * @param least the least evidence, in log odds
 * @returns the chain, or null when none has that much
 */
export function bestChain(document: Document, headlines: readonly HeadlineCandidate[], least: number): Chain | null {
  const places = new Places(document.codes)
  let best: Chain | null = null
  for (const headline of headlines) {
    const lists = pieceLists(headline.codes)
    if (lists.length === 0) continue
    const chain: Chain | null = findChain(
      document,
      places,
      headline,
      [...lists, ...fittedPieces(document, places, headline)],
      best?.total ?? least,
    )
    if (chain) best = chain
    if (chain && chain.total > CLEAR) return chain
  }
  // A round that only repeats is believed where no headline explains the text.
  return best ?? bestRound(document, places, headlines, least)
}

/** 并存的|公园|，: without it 的 would stand before a mark, and what it belongs to would be gone. */
function leavesOf({ codes, lines }: Document, { place, line, end }: Candidate): boolean {
  return place === 'afterDe' && (end >= (lines[line] as Line).end || isStop(codes[end] as number))
}

/** The share of pieces that follow their predecessor in the round. */
function orderOf(chain: Chain, pieces: readonly Candidate[]): number {
  return pieces.filter((piece, at) => at > 0 && follows(chain, pieces[at - 1], piece)).length / Math.max(1, pieces.length - 1)
}

/** The chain of a round that only repeats, believed where it keeps its order; of what a headline has, where that is a round too. */
function bestRound(document: Document, places: Places, headlines: readonly HeadlineCandidate[], least: number): Chain | null {
  const ordered = (list: PieceList): Chain | null => {
    const chain = findChain(document, places, null, [list], least)
    return chain?.ordered ? chain : null
  }
  const roundOf = (headline?: string): Chain | null => {
    const repeated = repeatedPieces(document, headline)
    const found = repeated && ordered(repeated)
    const completed = found && completeRound(document, found, headline)
    return (completed && ordered(completed)) ?? found
  }
  const any = roundOf()
  if (!any) return null
  for (const { codes } of headlines) {
    const own = roundOf(String.fromCharCode(...codes))
    if (own) return own
  }
  return any
}

function report({ list }: Chain, pieces: readonly Cut[]): Fragment[] {
  const of =
    list.origin === 'headline'
      ? 'of the headline'
      : list.recut
        ? 'of a round of the headline’s characters'
        : 'of a round that the text repeats'
  return pieces.map(({ candidate: { start, end, piece }, score }) => ({
    start,
    end,
    kind: 'title_fragment',
    suggestion: '',
    confidence: 1 / (1 + Math.exp(-score)),
    reason: `repeats piece ${piece + 1} of ${list.pieces.length} ${of}; ${pieces.length} such pieces are strewn through the text`,
  }))
}
