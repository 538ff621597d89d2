/**
 * What the chains of a stuffed text are mistaken for: a report on three people, firms or teams opens clause after clause with
 * one of their names, and the headline has them all. A name breaks the flow of its sentence as a piece does, and leaves a
 * sentence that reads well without it; so only all places together tell.
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { compoundFirst, surnames, surnameTable } from '../1-document/surnames.ts'
import { lookUp, segment, TAG } from '../1-document/words.ts'
import type { PieceList } from './headline-pieces.ts'
import type { Candidate } from './piece-chains.ts'

/** A report has so few subjects; a headline is cut into more pieces. */
const MOST_SUBJECTS = 4
/** A farm strews its pieces behind 的 too, where no clause opens. */
const FEW_BEHIND_OF = 0.1
/** Whoever reports takes his subjects in no order, in less than this share of the places. */
const IN_ORDER = 0.6
/** What a clause tells of its subject begins with one of these, as less of what follows a piece does. */
const PREDICATE: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb, TAG.preposition, TAG.particle])
const LEAST_ACTING = { strewn: 0.25, ordered: 0.5 }
/** Characters read behind a piece. */
const CONTEXT = 8
const OF = '的'.charCodeAt(0)

/**
 * @param document the document
 * @param list the pieces that the chain is of
 * @param pieces its places
 * @param order the share of them that follow their predecessor in the round
 * @returns whether they are the subjects of clauses
 */
export function areSubjects({ codes, lines }: Document, list: PieceList, pieces: readonly Candidate[], order: number): boolean {
  if (list.whole) return false
  const kinds = new Map<number, Candidate>()
  let behindOf = 0
  let acting = 0
  for (const piece of pieces) {
    kinds.set(piece.piece, piece)
    if (codes[piece.start - 1] === OF) behindOf++
    const { end } = lines[piece.line] as Line
    const tag = segment(codes.subarray(piece.end, Math.min(end, piece.end + CONTEXT))).tag[0]
    if (tag !== undefined && PREDICATE.has(tag)) acting++
  }
  if ((list.origin === 'headline' && kinds.size > MOST_SUBJECTS) || behindOf >= FEW_BEHIND_OF * pieces.length) return false
  if (acting >= (order < IN_ORDER ? LEAST_ACTING.strewn : LEAST_ACTING.ordered) * pieces.length) return true
  return [...kinds.values()].every((piece) => mayBeName(codes, piece))
}

/** 丁某, 欧阳锋, 琼斯: the run may be what somebody is called. */
function mayBeName(codes: Uint16Array, { start, end }: Candidate): boolean {
  const first = codes[start] as number
  if (surnameTable[first] === 1) return true
  if (compoundFirst[first] === 1 && surnames.has(String.fromCharCode(first, codes[start + 1] as number))) return true
  const { tag } = lookUp(codes, start, end)
  return tag === TAG.person || tag === TAG.foreignName
}
