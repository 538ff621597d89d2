/** The only place of the engine that reads files: word lists and fitted weights, once, at first use. */
import { readFileSync } from 'node:fs'

/**
 * Reads a model file of `models/`.
 *
 * @param name file name inside `models/`
 * @returns its text
 * @throws when the file is missing: the installation is broken
 */
export function readModel(name: string): string {
  return readFileSync(new URL(`../../models/${name}`, import.meta.url), 'utf8')
}

/**
 * Reads a model file of names with their weights, one a line, parted by a tab.
 *
 * @param name file name inside `models/`
 * @returns the weights by name
 * @throws when the file is missing
 */
export function readNamedWeights(name: string): Map<string, number> {
  return new Map(
    readModel(name)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t') as [string, string])
      .map(([name, weight]) => [name, Number(weight)]),
  )
}

/**
 * Reads a word list of `lexicon/`: one entry a line; a line that starts with `#` is a comment; fields are separated by a tab.
 *
 * @param name file name inside `src/engine/lexicon/`
 * @returns the entries as written, without comments and empty lines
 * @throws when the file is missing
 */
export function readLexicon(name: string): string[] {
  const entries: string[] = []
  for (const line of readFileSync(new URL(`lexicon/${name}`, import.meta.url), 'utf8').split('\n')) {
    const entry = line.startsWith('#') ? '' : line.trimEnd()
    if (entry !== '') entries.push(entry)
  }
  return entries
}
