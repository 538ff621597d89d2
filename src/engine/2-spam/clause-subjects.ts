/**
 * What the chains of a stuffed text are mistaken for: a report on three people, firms or teams opens clause after clause with
 * one of their names, and the headline has them all; an article has what it is about for its headline. A name breaks the flow
 * of its sentence as a piece does, and leaves a sentence that reads well without it; so only all places together tell.
 */
import { unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { isCompoundSurname, surnameTable } from '../1-document/surnames.ts'
import { lookUp, segment, TAG, tagBefore } from '../1-document/words.ts'
import type { PieceList } from './headline-pieces.ts'
import type { Candidate } from './piece-chains.ts'

/** A report has so few subjects; a headline is cut into more pieces. */
const MOST_SUBJECTS = 4
/** A farm strews its pieces behind 的 too, where no clause opens. */
const FEW_BEHIND_OF = 0.1
/** Whoever reports takes his subjects in no order, in less than this share of the places. */
const ORDERLY = 0.8
/** What a clause tells of its subject begins with one of these, as less of what follows a piece does. */
const PREDICATE: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb, TAG.preposition, TAG.particle])
const LEAST_ACTING = { strewn: 0.25, ordered: 0.5 }
/** Characters read on each side of a piece. */
const CONTEXT = 8
const OF = '的'.charCodeAt(0)
const OPENING_MARKS = unitSet('《“')
/** What an article is about stands before or behind such a word in more of its places; of nine stuffed texts one has more. */
const MOST_TIED = 0.4

/**
 * @param document the document
 * @param places where a whole headline stands in the text
 * @returns whether verbs and prepositions tie it to its sentences, as they do what an article is about: 低空经济发展大会
 */
export function isTopic({ codes, lines }: Document, places: readonly (Span & { line: number })[]): boolean {
  const tied = places.filter(({ start, end, line }) => {
    const around = lines[line] as Line
    return isActing(codes, around, end) || isGoverned(codes, around, start)
  })
  return tied.length > MOST_TIED * places.length
}

/**
 * @param document the document
 * @param list the pieces that the chain is of
 * @param pieces its places
 * @param order the share of them that follow their predecessor in the round
 * @returns whether they are the subjects of clauses
 */
export function areSubjects({ codes, lines }: Document, list: PieceList, pieces: readonly Candidate[], order: number): boolean {
  const kinds = new Map(pieces.map((piece) => [piece.piece, piece]))
  if (list.origin === 'headline' && (kinds.size > MOST_SUBJECTS || tearsWords(list, kinds))) return false
  if (pieces.filter(({ start }) => codes[start - 1] === OF).length >= FEW_BEHIND_OF * pieces.length) return false
  const acting = pieces.filter(({ end, line }) => isActing(codes, lines[line] as Line, end)).length
  if (acting >= (order < ORDERLY ? LEAST_ACTING.strewn : LEAST_ACTING.ordered) * pieces.length) return true
  return [...kinds.values()].every((piece) => mayBeName(codes, piece))
}

/** 起火消|防员: whether as many pieces as not begin or end inside a word of the headline, as no name does. */
function tearsWords({ pieces }: PieceList, kinds: ReadonlyMap<number, Candidate>): boolean {
  const codes = Uint16Array.from(pieces.join(''), (unit) => unit.charCodeAt(0))
  const { length } = segment(codes)
  let start = 0
  const torn = pieces.filter((text, piece) => {
    const [from, end] = [start, start + text.length]
    start = end
    return kinds.has(piece) && (length[from] === 0 || (end < codes.length && length[end] === 0))
  })
  return torn.length * 2 >= kinds.size
}

/** Whether what stands behind a place tells of it. */
function isActing(codes: Uint16Array, line: Line, end: number): boolean {
  const tag = segment(codes.subarray(end, Math.min(line.end, end + CONTEXT))).tag[0]
  return tag !== undefined && PREDICATE.has(tag)
}

/** 说到…, 《…》: whether a verb, a preposition or an opening mark stands before a place. */
function isGoverned(codes: Uint16Array, line: Line, start: number): boolean {
  if (OPENING_MARKS.has(codes[start - 1] as number)) return true
  const tag = tagBefore(codes, Math.max(line.start, start - CONTEXT), start)
  return tag === TAG.verb || tag === TAG.preposition
}

/** 丁某, 欧阳锋, 琼斯: the run may be what somebody is called. */
function mayBeName(codes: Uint16Array, { start, end }: Candidate): boolean {
  if (surnameTable[codes[start] as number] === 1 || isCompoundSurname(codes, start)) return true
  const { tag } = lookUp(codes, start, end)
  return tag === TAG.person || tag === TAG.foreignName
}
