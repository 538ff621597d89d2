/** English first names. */
import { readLexicon } from '../models.ts'

/** First names, each with the pronoun of those who bear it. */
export const givenNames: ReadonlyMap<string, string> = new Map(
  readLexicon('given-names.en.txt').map((line) => line.split('\t') as [string, string]),
)
