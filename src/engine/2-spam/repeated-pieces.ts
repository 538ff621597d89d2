/**
 * The title trick without the title: where the headline is not in the text, the round of its pieces still shows in what
 * the text repeats behind its marks.
 */
import { isHan, unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { PieceList } from './headline-pieces.ts'
import type { Chain } from './piece-chains.ts'
import { fluencyGain } from './piece-evidence.ts'

/** Lengths of the pieces that farms cut. */
const LENGTH = { least: 2, most: 5 }
/** A piece makes its sentence read worse by at least this much on average, in nats. */
const LEAST_GAIN = 1.5
/** A round has so many pieces at least. */
const LEAST_PIECES = 3
/** A headline is cut into fewer pieces; what else comes back comes back less often. */
const MOST_PIECES = 100
/** A round goes on within so many UTF-16 units. */
const LONGEST_GAP = 500
/** A piece that comes back in fewer of the rounds is a word of the article. */
const OFTEN = 0.7
const LINE_BREAK = 10
const MARKS = unitSet(',;、。!?的')

interface Run {
  /** Places where it stands, with their lines. */
  places: { at: number; line: Line }[]
  /** Units that follow, to tell a piece from the beginning of a longer word. */
  next: Set<number>
}

/**
 * Guesses the pieces of a headline that is missing, or that was cut in a way of its own: some farms put several pieces together,
 * and leave others out.
 *
 * @param document the document
 * @param headline the headline, where it may have been cut so: then the pieces have any length, and its characters in their order
 * @returns the pieces in the order of their first round, or null where nothing repeats like that
 */
export function repeatedPieces(document: Document, headline?: string): PieceList | null {
  const { codes, folded } = document
  const runs = new Map<string, Run>()
  for (const line of document.lines) {
    for (let at = line.start + 1; at < line.end; at++) {
      if (!MARKS.has(codes[at - 1] as number)) continue
      for (let size = 1; size <= LENGTH.most && at + size <= line.end && isHan(codes[at + size - 1] as number); size++) {
        if (size < LENGTH.least) continue
        const text = folded.slice(at, at + size)
        let run = runs.get(text)
        if (!run) {
          run = { places: [], next: new Set() }
          runs.set(text, run)
        }
        run.places.push({ at, line })
        run.next.add(at + size < line.end ? (codes[at + size] as number) : 0)
      }
    }
  }
  // A piece is followed by something else each time; the beginning of a word by the rest of the word.
  const pieces = [...runs].filter(
    ([text, { places, next }]) => places.length >= 2 && next.size === places.length && meanGain(codes, places, text.length) >= LEAST_GAIN,
  )
  const lists =
    headline === undefined ? Map.groupBy(pieces, ([text]) => text.length).values() : [pieces.filter(([text]) => isFrom(headline, text))]
  let best: [string, Run][] = []
  for (const list of lists) if (weight(list) > weight(best)) best = list
  if (best.length < LEAST_PIECES) return null
  if (best.length > MOST_PIECES) best = best.sort((a, b) => b[1].places.length - a[1].places.length).slice(0, MOST_PIECES)
  const round = best.sort((a, b) => firstOf(a[1]) - firstOf(b[1])).map(([text]) => text)
  return { pieces: round, origin: 'repetition', whole: false, ...(headline === undefined ? {} : { recut: true }) }
}

/** Whether the characters of a piece stand in a headline in the same order, whatever stands between them. */
function isFrom(headline: string, piece: string): boolean {
  let at = 0
  for (const character of piece) {
    at = headline.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

function firstOf(run: Run): number {
  return (run.places[0] as { at: number }).at
}

function meanGain(codes: Uint16Array, places: Run['places'], size: number): number {
  return places.reduce((sum, { at, line }) => sum + fluencyGain(codes, line, at, at + size), 0) / places.length
}

function weight(list: readonly [string, Run][]): number {
  return list.reduce((sum, [text, run]) => sum + run.places.length * text.length, 0)
}

/**
 * Completes a round: a piece that was not believed alone stands between the same two neighbours in every round.
 *
 * @param document the document
 * @param chain the best chain of the pieces guessed so far
 * @param headline the headline, if its pieces are sought
 * @returns the longer list, or null where nothing is missing
 */
export function completeRound(document: Document, chain: Chain, headline?: string): PieceList | null {
  const { pieces } = chain.list
  const between: Map<string, { rounds: number; at: number }>[] = pieces.map(() => new Map())
  const rounds = new Uint32Array(pieces.length)
  chain.pieces.forEach((piece, index) => {
    const next = chain.pieces[index + 1]
    if (!next || (piece.piece + 1) % pieces.length !== next.piece || next.start - piece.end > LONGEST_GAP) return
    const runs = between[piece.piece] as Map<string, { rounds: number; at: number }>
    rounds[piece.piece]++
    for (const [text, at] of runsBetween(document, piece.end, next.start)) {
      const known = runs.get(text) ?? { rounds: 0, at: 0 }
      runs.set(text, { rounds: known.rounds + 1, at: known.at + at })
    }
  })
  const completed = pieces.flatMap((piece, index) => [
    piece,
    ...shared(between[index] as Map<string, { rounds: number; at: number }>, rounds[index] as number).filter(
      (text) => headline === undefined || isFrom(headline, text),
    ),
  ])
  return completed.length === pieces.length ? null : { ...chain.list, pieces: [...new Set(completed)] }
}

/** Runs behind a mark between two places, each with its distance from the first. */
function runsBetween({ codes, folded }: Document, from: number, to: number): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = from; at < to; at++) {
    if (!MARKS.has(codes[at - 1] as number) && codes[at - 1] !== LINE_BREAK) continue
    for (let end = at + 1; end <= Math.min(to, at + LENGTH.most) && isHan(codes[end - 1] as number); end++)
      if (end - at >= LENGTH.least) runs.set(folded.slice(at, end), at - from)
  }
  return runs
}

/** Runs that come back between the same neighbours, in their order; of two that begin alike the longer one. */
function shared(runs: ReadonlyMap<string, { rounds: number; at: number }>, all: number): string[] {
  const back = [...runs].filter(([, { rounds }]) => rounds >= Math.max(2, all * OFTEN))
  return back
    .filter(([text, { rounds }]) => !back.some(([other, run]) => other !== text && other.startsWith(text) && run.rounds === rounds))
    .sort(([, a], [, b]) => a.at / a.rounds - b.at / b.rounds)
    .map(([text]) => text)
}
