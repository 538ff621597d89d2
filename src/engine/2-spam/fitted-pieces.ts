/**
 * The title trick with pieces of unequal length: where a farm cut the headline is read from the text. What a piece has in
 * common with the headline ends where the piece ends, so each place shows the cuts around it; the pieces that do not
 * overlap in the headline and explain most places together are the farm's.
 */
import { isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { Trie } from '../1-document/trie.ts'
import { type HeadlineCandidate, keptUnits, type PieceList } from './headline-pieces.ts'
import { fragmentWeights, type Places, placeOf } from './piece-evidence.ts'

const WEIGHT = fragmentWeights()
/** Lengths of the pieces that farms cut, in UTF-16 units; more in common with the headline is the headline itself. */
const LENGTH = { least: 2, most: 6 }
/** What a neighbour in its round adds to a place, in log odds: without it hardly any place speaks for itself. */
const COMPANY = 3
/** A piece that explains less is left out of the round, in log odds. */
const LEAST_WEIGHT = 1.5
/** So many lists of pieces are tried: what explains less is another cut of the same. */
const MOST_LISTS = 2
/** A round has so many pieces at least. */
const LEAST_PIECES = 3
/** Share of the headline that the pieces of a round make up; what an article repeats of its headline are a few words. */
const LEAST_SHARE = 0.6
/** Share of the pieces that begin where another one ends: a farm cuts all of the headline, words that come back stand apart in it. */
const LEAST_JOINTS = 0.5

/**
 * Reads from the text how its headline was cut.
 *
 * @param document the document
 * @param places the evidence of its places
 * @param headline the headline
 * @returns the pieces that the text shows, in the order of the headline, for the ways of dropping units from it that explain
 * most places; none where they are too few for a round
 */
export function fittedPieces(document: Document, places: Places, headline: HeadlineCandidate): PieceList[] {
  if (headline.codes.filter(isHan).length * 2 < headline.codes.length) return []
  const forms = keptUnits(headline.codes)
  const starts = possibleStarts(document, headline, forms)
  if (starts.length < LEAST_PIECES) return []
  const fitted = new Map<string, Fitted>()
  for (const kept of forms) {
    const found = fit(places, starts, headline, kept)
    if (found) fitted.set(found.list.pieces.join(), found)
  }
  return [...fitted.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_LISTS)
    .map(({ list }) => list)
}

/** Pieces with what all their places say for them, in log odds. */
interface Fitted {
  list: PieceList
  weight: number
}

/** A place where two units of the headline stand side by side. */
interface Start {
  at: number
  line: Line
}

const inHeadline = new Uint8Array(65536)

/** All places where a piece of two units or more may begin, in order: behind a mark or 的, for in mid-word its end does not show. */
function possibleStarts({ codes, lines }: Document, headline: HeadlineCandidate, forms: readonly Uint16Array[]): Start[] {
  const pairs = new Set<number>()
  for (const kept of forms)
    for (let at = 1; at < kept.length; at++) pairs.add(pairOf(headline.codes, kept[at - 1] as number, kept[at] as number))
  for (const code of headline.codes) if (isHan(code)) inHeadline[code] = 1
  const starts: Start[] = []
  lines.forEach((line, index) => {
    if (index === headline.line) return
    for (let at = line.start; at + 1 < line.end; at++)
      if (
        inHeadline[codes[at] as number] === 1 &&
        inHeadline[codes[at + 1] as number] === 1 &&
        pairs.has(pairOf(codes, at, at + 1)) &&
        placeOf(codes, line, at) !== 'otherwise'
      )
        starts.push({ at, line })
  })
  for (const code of headline.codes) inHeadline[code] = 0
  return starts
}

function pairOf(codes: Uint16Array, first: number, second: number): number {
  return (codes[first] as number) * 65536 + (codes[second] as number)
}

function fit(places: Places, starts: readonly Start[], headline: HeadlineCandidate, kept: Uint16Array): Fitted | null {
  const { codes } = places
  const written = kept.map((at) => headline.codes[at] as number)
  const text = String.fromCharCode(...written)
  const trie = new Trie(written.length * LENGTH.most)
  const ranges = new Map<number, { at: number; size: number }>()
  for (let at = 0; at < written.length; at++)
    for (let size = LENGTH.least; size <= LENGTH.most + 1 && at + size <= written.length; size++) {
      const node = trie.insert(text.slice(at, at + size))
      if (!ranges.has(node)) ranges.set(node, { at, size })
    }
  /** For each range of the headline what its places say for it. */
  const weights = new Float64Array(written.length * (LENGTH.most + 1))
  // A match that begins inside another one goes on with it.
  let covered = 0
  for (const { at: start, line } of starts) {
    const found = longest(line, start)
    if (!found) continue
    const inside = start < covered
    covered = Math.max(covered, start + found.size)
    if (inside || found.size > LENGTH.most || goesOn(found, start)) continue
    // The sentence may happen to go on as the headline does: shorter pieces explain the place too.
    for (let size = LENGTH.least; size <= found.size; size++) {
      const score = places.at(line, start, start + size).score + COMPANY + (size < found.size ? WEIGHT.continuesRight : 0)
      if (score > 0) weights[found.at * (LENGTH.most + 1) + size] += score
    }
  }
  const { ranges: cut, weight } = heaviest(weights, written.length)
  const pieces = cut.map(({ start, end }) => text.slice(start, end))
  const share = pieces.join('').length / written.length
  const joints = cut.filter(({ start }, at) => at > 0 && cut[at - 1]?.end === start).length / (cut.length - 1)
  if (pieces.length < LEAST_PIECES || share < LEAST_SHARE || joints < LEAST_JOINTS) return null
  return { list: { pieces, origin: 'headline', whole: false, fitted: true }, weight }

  /** The longest range of the headline that the text repeats at a place. */
  function longest(line: Line, start: number): { at: number; size: number } | null {
    let node = trie.first(codes[start] as number)
    let found: { at: number; size: number } | null = null
    for (let end = start + 1; node !== 0; end++) {
      found = ranges.get(node) ?? found
      if (end >= line.end) break
      node = trie.next(node, codes[end] as number)
    }
    return found
  }

  /** Whether the text beside a place is what stands there in the headline, across a mark that pieces leave out. */
  function goesOn({ at, size }: { at: number; size: number }, start: number): boolean {
    const from = kept[at] as number
    const to = kept[at + size - 1] as number
    const same = (offset: number, index: number): boolean => codes[offset] === headline.codes[index]
    return (
      (from >= 2 && same(start - 1, from - 1) && same(start - 2, from - 2)) ||
      (same(start + size, to + 1) && same(start + size + 1, to + 2))
    )
  }
}

/** Ranges that do not overlap, with the greatest weight together, by dynamic programming over their ends. */
function heaviest(weights: Float64Array, size: number): { ranges: { start: number; end: number }[]; weight: number } {
  const best = new Float64Array(size + 1)
  const last = new Uint8Array(size + 1)
  for (let end = 1; end <= size; end++) {
    best[end] = best[end - 1] as number
    for (let length = LENGTH.least; length <= Math.min(LENGTH.most, end); length++) {
      const start = end - length
      const weight = (weights[start * (LENGTH.most + 1) + length] as number) - LEAST_WEIGHT
      if (weight <= 0 || (best[start] as number) + weight <= (best[end] as number)) continue
      best[end] = (best[start] as number) + weight
      last[end] = length
    }
  }
  const ranges: { start: number; end: number }[] = []
  for (let end = size; end > 0; ) {
    const length = last[end] as number
    if (length > 0) ranges.unshift({ start: end - length, end })
    end -= Math.max(1, length)
  }
  return { ranges, weight: best[size] as number }
}
