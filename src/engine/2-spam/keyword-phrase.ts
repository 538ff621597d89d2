/** What may be a search keyword that no list has, whatever its language (chinese- and english-keyword-phrases.ts). */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { readNamedWeights } from '../models.ts'
import { type UnitWeights, unitWeights } from './clause-features.ts'

/**
 * What ties a phrase to its clause: nothing where it stands alone or before what opens a clause of its own (某某配方|他说), or
 * where the words on both sides of it have been weighed; a noun behind it may be what it describes (某某价格|指数); else it may
 * be the subject or the object.
 */
export type Tie = 'none' | 'weighed' | 'noun' | 'grammar'

/** What may be a keyword. */
export interface Phrase extends Span {
  /** Log odds that it is one. */
  odds: number
  tie: Tie
}

/** The name of what is measured of a phrase: the share of its bigrams that the article has elsewhere. */
export const TOPIC = '(topic)'

/** What is known of keywords in either language. */
export interface KeywordWeights extends UnitWeights {
  ofLength: Float64Array
  topic: number
}

/**
 * Reads a model of keywords: units as they are, all other names in brackets.
 *
 * @param file file name inside `models/`
 * @param longest how long a keyword is at the most
 * @returns its weights, and the sum of those that some names have
 */
export function readKeywordWeights(file: string, longest: number): { known: KeywordWeights; named: (names: readonly string[]) => number } {
  const weights = readNamedWeights(file)
  const named = (names: readonly string[]): number => names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)
  const known = {
    ...unitWeights(new Map([...weights].filter(([name]) => !name.startsWith('(')))),
    ofLength: Float64Array.from({ length: longest + 1 }, (_, length) => named([`(${length})`])),
    topic: named([TOPIC]),
  }
  return { known, named }
}

/**
 * Goes through the long lines of a document.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param phrasesIn the phrases of a line, whatever the article is about
 * @param topic the weight of what the article says elsewhere
 * @param least log odds of a keyword
 * @returns the phrases that have such odds though the article may be about them
 */
export function offTopic<Each extends Phrase>(
  { codes, folded, lines }: Document,
  { counts, long }: Vocabulary,
  phrasesIn: (line: Line) => readonly Each[],
  topic: number,
  least: number,
): Each[] {
  const found = lines.flatMap((line, index) => (long[index] === 1 ? phrasesIn(line) : []))
  const texts = found.map(({ start, end }) => folded.slice(start, end))
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  // What is planted again and again is no topic for that: only what the article says besides.
  return found
    .map((phrase, at) => ({
      ...phrase,
      odds: phrase.odds + topic * counts.share(codes, phrase.start, phrase.end, times.get(texts[at] as string) as number),
    }))
    .filter(({ odds }) => odds >= least)
}
