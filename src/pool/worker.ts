/** What runs in a worker thread: one text in, the checked answer out as JSON. */
import { Extraction, type ExtractOptions } from '../../schemas/extraction.ts'
import { extract } from '../engine/extract.ts'

/** A text with its options. */
export interface Job {
  text: string
  options: Partial<ExtractOptions>
}

/**
 * Extracts one article. The answer is validated and written here, so that the main thread only passes it on.
 *
 * @param job the text with its options
 * @returns the answer as JSON
 */
export default function run({ text, options }: Job): string {
  return JSON.stringify(Extraction.parse(extract(text, options)))
}
