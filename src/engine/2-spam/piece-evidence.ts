/**
 * What a single place says: whether a run of text that equals a piece of the headline was put there. Each observation is
 * a log odds weight from `models/fragments.json`; a place is never judged by it alone (see title-fragments.ts).
 */
import { isHan, unitSet } from '../1-document/characters.ts'
import type { Line } from '../1-document/lines.ts'
import { fluencyCost, lookUp } from '../1-document/words.ts'
import { readModel } from '../models.ts'

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
  fitted: number
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
export const NATURAL_COST = 4.3
/** Fluency evidence saturates: beyond this one odd word says no more. In nats. */
export const GAIN_LIMIT = 8
/** Characters read on both sides to judge fluency. */
const CONTEXT = 8
/** A long piece is no chance; beyond this length it is no more than certain. In UTF-16 units. */
const LONG_PIECE = { from: 3, most: 12 }
/** Marks that end a clause or a sentence. */
const STOPS = unitSet(',;:。!?')

/**
 * @param code a folded unit
 * @returns whether it ends a clause or a sentence
 */
export function isStop(code: number): boolean {
  return STOPS.has(code)
}

/** What stands before a run. */
export type Place = 'lineStart' | 'afterComma' | 'afterStop' | 'afterDe' | 'otherwise'

/** What a place says for itself, whatever the headline is. */
export interface Evidence {
  /** Log odds that the run was put there, were nothing else known. */
  score: number
  /** Without the run its neighbours make a common word. */
  torn: boolean
  /** How much more fluent the clause reads without it, in nats. */
  gain: number
}

/** Longer runs are rare: they are read each time. In UTF-16 units. */
const KNOWN_LENGTH = 64

/** The evidence of the places of a text. Many lists of pieces ask for the same place: it is read once. */
export class Places {
  readonly codes: Uint16Array
  readonly #known = new Map<number, Evidence>()

  /** @param codes folded units */
  constructor(codes: Uint16Array) {
    this.codes = codes
  }

  /**
   * The evidence of one place.
   *
   * @param line the line of the run
   * @param start where the run starts
   * @param end where it ends
   * @returns what it says
   */
  at(line: Line, start: number, end: number): Evidence {
    if (end - start >= KNOWN_LENGTH) return evidenceOf(this.codes, line, start, end)
    const key = start * KNOWN_LENGTH + end - start
    let evidence = this.#known.get(key)
    if (!evidence) {
      evidence = evidenceOf(this.codes, line, start, end)
      this.#known.set(key, evidence)
    }
    return evidence
  }
}

function evidenceOf(codes: Uint16Array, line: Line, start: number, end: number): Evidence {
  const torn = tearsWord(codes, line, start, end)
  const gain = fluencyGain(codes, line, start, end)
  const score =
    WEIGHT.bias +
    WEIGHT[placeOf(codes, line, start)] +
    closedScore(codes, line, start, end) +
    (torn ? WEIGHT.torn : 0) +
    WEIGHT.letter * Math.max(0, Math.min(end - start, LONG_PIECE.most) - LONG_PIECE.from) +
    WEIGHT.gain * gain
  return { score, torn, gain }
}

/**
 * What the headline says of a place: where the text goes on as the headline does, it may repeat it.
 *
 * @param codes folded units
 * @param line the line of the run
 * @param start where the run starts
 * @param end where it ends
 * @param headline folded units of the headline; empty where the pieces were guessed
 * @returns log odds to add to those of the place
 */
export function repetitionScore(codes: Uint16Array, line: Line, start: number, end: number, headline: Uint16Array): number {
  const size = end - start
  let score = 0
  for (let at = 0; at + size <= headline.length; at++) {
    if (headline[at] !== codes[start] || headline[at + size - 1] !== codes[end - 1]) continue
    if (at > 0 && start > line.start && isHan(headline[at - 1] as number) && codes[start - 1] === headline[at - 1])
      score += WEIGHT.continuesLeft
    if (end < line.end && isHan(codes[end] as number) && codes[end] === headline[at + size]) score += WEIGHT.continuesRight
    break
  }
  return score
}

/**
 * @param codes folded units
 * @param line the line of the place
 * @param start the place
 * @returns what stands before it
 */
export function placeOf(codes: Uint16Array, line: Line, start: number): Place {
  if (start === line.start) return 'lineStart'
  switch (codes[start - 1]) {
    case 0x2c:
    case 0x3b:
    case 0x3a:
    case 0x3001:
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
  if (start === line.start || !isStop(codes[start - 1] as number)) return 0
  return end >= line.end || isStop(codes[end] as number) ? WEIGHT.closed : 0
}

/**
 * Writes what stands on both sides of a run side by side. Unit by unit: a view for each side would cost more than the copy.
 *
 * @param codes folded units
 * @param left where the left side starts
 * @param start where the run starts
 * @param end where it ends
 * @param right where the right side ends
 * @param joined takes both sides
 * @returns how many units they are
 */
export function joinSides(codes: Uint16Array, left: number, start: number, end: number, right: number, joined: Uint16Array): number {
  let size = 0
  for (let at = left; at < start; at++) joined[size++] = codes[at] as number
  for (let at = end; at < right; at++) joined[size++] = codes[at] as number
  return size
}

/** A word rarer than this is no sign that a run tore it, in nats. */
const COMMON_WORD = 12
const joined = new Uint16Array(4)

/** Whether the characters on both sides of a run make a common word once it is cut. */
function tearsWord(codes: Uint16Array, line: Line, start: number, end: number): boolean {
  for (let left = 1; left <= 3 && start - left >= line.start && isHan(codes[start - left] as number); left++) {
    for (let right = 1; left + right <= 4 && end + right <= line.end && isHan(codes[end + right - 1] as number); right++) {
      joinSides(codes, start - left, start, end, end + right, joined)
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
  const without = fluencyCost(buffer, 0, joinSides(codes, left, start, end, right, buffer))
  const gain = fluencyCost(codes, left, right) - without - NATURAL_COST * (end - start)
  return Math.max(-GAIN_LIMIT, Math.min(GAIN_LIMIT, gain))
}
