/** How much a line talks of what the article talks of: shared bigrams of characters or words. */
import { isHan, isLetter } from './characters.ts'
import type { Document } from './document.ts'
import { hashOf, slotsFor } from './hash.ts'
import type { Line } from './lines.ts'

/** Lines at least this long carry the article; menus and links are shorter. In UTF-16 units, per grammar. */
const LONG_LINE = { zh: 28, other: 80 }
/** A Latin word of fewer letters says nothing of a topic. */
const LEAST_WORD = 4

/** Slots of a table of counts, at the most. */
const MOST_SLOTS = 1 << 23
/** Counts beyond this say no more. */
const MANY = 255

/** Counts of bigrams by hash. */
export class Bigrams {
  readonly #counts: Uint8Array
  readonly #mask: number

  /** @param units how many units will be counted, at the most */
  constructor(units: number) {
    const slots = slotsFor(units, MOST_SLOTS)
    this.#counts = new Uint8Array(slots)
    this.#mask = slots - 1
  }

  /**
   * Counts the bigrams of a range: pairs of Han characters, and Latin words as one.
   *
   * @param codes folded units
   * @param start where the range starts
   * @param end where it ends
   */
  add(codes: Uint16Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const next = unitEnd(codes, at, end)
      if (next > at) {
        const slot = hashOf(codes, at, next) & this.#mask
        if ((this.#counts[slot] as number) < MANY) this.#counts[slot]++
      }
      if (next > at + 2) at = next - 1
    }
  }

  /**
   * The share of a range's bigrams that are counted more often than `own`.
   *
   * @param codes folded units
   * @param start where the range starts
   * @param end where it ends
   * @param own how often the range itself was counted
   * @returns 0 … 1; 0 for a range without words
   */
  share(codes: Uint16Array, start: number, end: number, own: number): number {
    let all = 0
    let shared = 0
    for (let at = start; at < end; at++) {
      const next = unitEnd(codes, at, end)
      if (next > at) {
        all++
        if ((this.#counts[hashOf(codes, at, next) & this.#mask] as number) > own) shared++
      }
      if (next > at + 2) at = next - 1
    }
    return all === 0 ? 0 : shared / all
  }
}

/** Where the bigram that starts here ends; `at` where none does. A Latin word is at least {@link LEAST_WORD} long. */
function unitEnd(codes: Uint16Array, at: number, end: number): number {
  if (isHan(codes[at] as number)) return at + 1 < end && isHan(codes[at + 1] as number) ? at + 2 : at
  if (!isLetter(codes[at] as number) || (at > 0 && isLetter(codes[at - 1] as number))) return at
  let to = at + 1
  while (to < end && isLetter(codes[to] as number)) to++
  return to - at >= LEAST_WORD ? to : at
}

/** Bigram counts of the long lines of a document. */
export interface Vocabulary {
  counts: Bigrams
  /** 1 for each line that was counted, so that it is not compared with itself. */
  long: Uint8Array
}

/**
 * Counts the bigrams of a document's long lines.
 *
 * @param document the document
 * @returns the vocabulary
 */
export function readVocabulary(document: Document): Vocabulary {
  const counts = new Bigrams(document.codes.length)
  const long = new Uint8Array(document.lines.length)
  const limit = document.language.grammar === 'zh' ? LONG_LINE.zh : LONG_LINE.other
  // A line that comes back says nothing new of the article's topic.
  const seen = new Set<string>()
  document.lines.forEach((line, index) => {
    if (line.end - line.start < limit) return
    long[index] = 1
    const written = document.folded.slice(line.start, line.end)
    if (seen.has(written)) return
    seen.add(written)
    counts.add(document.codes, line.start, line.end)
  })
  return { counts, long }
}

/**
 * The share of a line's bigrams that the article's long lines have too.
 *
 * @param document the document
 * @param vocabulary its vocabulary
 * @param index the line's index
 * @returns 0 … 1; 0 for a line without words
 */
export function affinity(document: Document, vocabulary: Vocabulary, index: number): number {
  const line = document.lines[index] as Line
  return vocabulary.counts.share(document.codes, line.start, line.end, vocabulary.long[index] as number)
}
