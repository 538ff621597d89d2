/** The words that say what a text is about: English stems that are not common everywhere, pairs of Han characters. */
import { readModel } from '../models.ts'
import { isCapital, isHan, isLetter } from './characters.ts'
import { hashOf, slotsFor } from './hash.ts'

/** A word of fewer letters says nothing of a topic. */
const LEAST_WORD = 4
/** An acronym does. */
const LEAST_ACRONYM = 2
/** Words are compared by so many letters: most endings do not count. */
const STEM = 6
/** Slots of a table of counts, at the most. */
const MOST_SLOTS = 1 << 22
const MANY = 65535

let common: Set<number> | undefined

/**
 * Goes through the stems of a range.
 *
 * @param codes folded units
 * @param start where the range starts
 * @param end where it ends
 * @param tell is told where each stem starts and ends
 */
export function eachStem(codes: Uint16Array, start: number, end: number, tell: (start: number, end: number) => void): void {
  for (let at = start; at < end; at++) {
    if (!isLetter(codes[at] as number)) continue
    let to = at + 1
    while (to < end && isLetter(codes[to] as number)) to++
    if (to - at >= LEAST_WORD || (to - at >= LEAST_ACRONYM && isAcronym(codes, at, to))) tell(at, Math.min(to, at + STEM))
    at = to
  }
}

/**
 * Whether texts have a stem whatever they are about.
 *
 * @param stem its hash
 * @returns whether it is in `models/common.en.txt`
 */
export function isCommon(stem: number): boolean {
  common ??= new Set(
    readModel('common.en.txt')
      .trimEnd()
      .split('\n')
      .map((word) => {
        const codes = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
        return hashOf(codes, 0, codes.length)
      }),
  )
  return common.has(stem)
}

/** Counts of topical words. */
export class TopicWords {
  readonly #counts: Uint16Array
  readonly #mask: number

  /** @param units how many units of text will be counted, at the most */
  constructor(units: number) {
    const slots = slotsFor(units, MOST_SLOTS)
    this.#counts = new Uint16Array(slots)
    this.#mask = slots - 1
  }

  /**
   * Counts the topical words of a range.
   *
   * @param codes folded units
   * @param start where the range starts
   * @param end where it ends
   */
  add(codes: Uint16Array, start: number, end: number): void {
    this.#each(codes, start, end, (slot) => {
      if ((this.#counts[slot] as number) < MANY) this.#counts[slot]++
    })
  }

  /**
   * How often the counted text talks of what a range talks of.
   *
   * @param codes folded units
   * @param start where the range starts
   * @param end where it ends
   * @returns the sum over the range's topical words of the binary logarithm of one more than their count, and its mean
   */
  weigh(codes: Uint16Array, start: number, end: number): { sum: number; mean: number } {
    let words = 0
    let sum = 0
    this.#each(codes, start, end, (slot) => {
      words++
      sum += Math.log2(1 + (this.#counts[slot] as number))
    })
    return { sum, mean: words === 0 ? 0 : sum / words }
  }

  #each(codes: Uint16Array, start: number, end: number, tell: (slot: number) => void): void {
    for (let at = start + 1; at < end; at++)
      if (isHan(codes[at] as number) && isHan(codes[at - 1] as number)) tell(hashOf(codes, at - 1, at + 1) & this.#mask)
    eachStem(codes, start, end, (from, to) => {
      const stem = hashOf(codes, from, to)
      if (!isCommon(stem)) tell(stem & this.#mask)
    })
  }
}

function isAcronym(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isCapital(codes[at] as number)) return false
  return true
}
