/** English first names. */
import { readLexicon } from '../models.ts'

/** First names, each with the pronoun of those who bear it. */
export const givenNames: ReadonlyMap<string, string> = new Map(
  readLexicon('given-names.en.txt').map((line) => line.split('\t') as [string, string]),
)

/** The same in lower case: a byline and a label may be set in capitals. */
const lower: ReadonlySet<string> = new Set([...givenNames.keys()].map((name) => name.toLowerCase()))

/**
 * @param word a word, however it is written
 * @returns whether it is a first name
 */
export function isGivenName(word: string): boolean {
  return lower.has(word.toLowerCase())
}
