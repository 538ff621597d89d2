/**
 * What the words around a place say: a sum of weights of words and pairs of words (logistic regression), fitted on PolNeAR.
 * The features of a place are gone through in one way only, see {@link EachFeature}: by name to fit weights, by number to
 * add them up.
 */

/** Words are numbered with so many bits, so that a kind and two words are one small number. */
const WORD_BITS = 13

/**
 * Goes through the features of a candidate: a kind, and the one or two words it is about.
 *
 * @param candidate a place
 * @param read what stands for a word
 * @param visit is told of each feature
 */
export type EachFeature<C> = <W>(candidate: C, read: (word: string) => W, visit: (kind: number, first: W, second: W) => void) => void

/** Weights of features. */
export interface ContextWeights {
  /** The words that features are about, numbered from 1. */
  words: ReadonlyMap<string, number>
  /** The weight of a feature by its kind and the numbers of its words, see {@link keyOf}. */
  weights: ReadonlyMap<number, number>
}

/**
 * @param kinds the names of kinds
 * @returns their numbers
 */
export function numbered<K extends string>(kinds: readonly K[]): Record<K, number> {
  return Object.fromEntries(kinds.map((kind, number) => [kind, number])) as Record<K, number>
}

/**
 * @param candidate a place
 * @param kinds the names of kinds
 * @param each its features
 * @returns its features, as the model file names them
 */
export function featuresOf<C>(candidate: C, kinds: readonly string[], each: EachFeature<C>): string[] {
  const features: string[] = []
  each(
    candidate,
    (word) => word,
    (kind, first, second) => features.push(`${kinds[kind]}\t${first}\t${second}`),
  )
  return features
}

/**
 * @param candidate a place
 * @param each its features
 * @param context the weights of features; what has none counts nothing
 * @returns their sum, in log odds
 */
export function scoreOf<C>(candidate: C, each: EachFeature<C>, { words, weights }: ContextWeights): number {
  let sum = 0
  each(
    candidate,
    (word) => words.get(word) ?? 0,
    (kind, first, second) => {
      sum += weights.get(keyOf(kind, first, second)) ?? 0
    },
  )
  return sum
}

/**
 * @param file a model file, a feature and its weight a line
 * @param kinds the names of kinds
 * @returns its weights
 * @throws {RangeError} where the file has more words than can be numbered
 */
export function readWeights(file: string, kinds: readonly string[]): ContextWeights {
  const numbers = numbered(kinds)
  const words = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size + 1
    if (number >> WORD_BITS > 0) throw new RangeError(`more than ${2 ** WORD_BITS - 1} words`)
    words.set(word, number)
    return number
  }
  const weights = new Map<number, number>()
  for (const line of file.trimEnd().split('\n')) {
    const [kind, first, second, weight] = line.split('\t') as [string, string, string, string]
    weights.set(keyOf(numbers[kind] as number, numberOf(first), numberOf(second)), Number(weight))
  }
  return { words, weights }
}

function keyOf(kind: number, first: number, second: number): number {
  return (kind << (2 * WORD_BITS)) | (first << WORD_BITS) | second
}
