/** How much a line talks of what the article talks of: shared bigrams of characters or words. */
import { CLASS, classOf } from './characters.ts'
import type { Document } from './document.ts'
import type { Line } from './lines.ts'

/** Lines at least this long carry the article; menus and links are shorter. In UTF-16 units, per grammar. */
const LONG_LINE = { zh: 28, other: 80 }

/** Bigram counts of the long lines of a document. */
export interface Vocabulary {
  counts: Map<number, number>
  /** Index of each line among the long ones, so that a line is not compared with itself. */
  long: Uint8Array
}

/** Keys of the bigrams of a range: pairs of Han characters, or single Latin words (hashed) of three letters or more. */
export function bigrams(document: Document, start: number, end: number): number[] {
  const keys: number[] = []
  const { codes } = document
  let at = start
  while (at < end) {
    const code = codes[at] as number
    const found = classOf[code]
    if (found === CLASS.han) {
      if (at + 1 < end && classOf[codes[at + 1] as number] === CLASS.han) keys.push(code * 65536 + (codes[at + 1] as number))
      at++
    } else if (found === CLASS.latin || found === CLASS.letter) {
      let hash = 7
      let length = 0
      while (at < end && (classOf[codes[at] as number] === CLASS.latin || classOf[codes[at] as number] === CLASS.letter)) {
        hash = (Math.imul(hash, 31) + ((codes[at] as number) | 32)) | 0
        length++
        at++
      }
      if (length > 3) keys.push(hash)
    } else at++
  }
  return keys
}

/**
 * Counts the bigrams of a document's long lines.
 *
 * @param document the document
 * @returns the vocabulary
 */
export function readVocabulary(document: Document): Vocabulary {
  const counts = new Map<number, number>()
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
    countBigrams(document, line.start, line.end, counts)
  })
  return { counts, long }
}

/**
 * Counts the bigrams of a range.
 *
 * @param document the document
 * @param start where the range starts
 * @param end where it ends
 * @param counts counts to add to
 * @returns the counts
 */
export function countBigrams(document: Document, start: number, end: number, counts = new Map<number, number>()): Map<number, number> {
  for (const key of bigrams(document, start, end)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
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
  return affinityOf(document, vocabulary, line.start, line.end, vocabulary.long[index] === 1)
}

/**
 * The share of a range's bigrams that the article's long lines have too.
 *
 * @param document the document
 * @param vocabulary its vocabulary
 * @param start where the range starts
 * @param end where it ends
 * @param counted whether the range lies in a long line: it is not compared with itself
 * @returns 0 … 1; 0 for a range without words
 */
export function affinityOf(document: Document, vocabulary: Vocabulary, start: number, end: number, counted: boolean): number {
  const keys = bigrams(document, start, end)
  if (keys.length === 0) return 0
  const own = counted ? 1 : 0
  let shared = 0
  for (const key of keys) if ((vocabulary.counts.get(key) ?? 0) > own) shared++
  return shared / keys.length
}
