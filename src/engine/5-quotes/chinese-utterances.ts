/** Which Chinese words in marks are a sentence of somebody's. */
import type { Span } from '../1-document/span.ts'

/** Words in marks that end in a comma go on; one of a word or two is a form of address. In UTF-16 units. */
const SHORTEST_UTTERANCE = 6

/**
 * @param folded the folded clean text
 * @param words what stands between the marks
 * @returns whether they are a sentence, or a clause that goes on
 */
export function isUtterance(folded: string, words: Span): boolean {
  const text = folded.slice(words.start, words.end)
  return /[。!?…]$/.test(text) || /[。!?]./.test(text) || (text.length >= SHORTEST_UTTERANCE && text.endsWith(','))
}

/**
 * @param folded the folded clean text
 * @param words what stands between the marks
 * @returns whether a comma inside the marks waits for the rest
 */
export function isUnfinished(folded: string, words: Span): boolean {
  return folded[words.end - 1] === ','
}
