/** What runs in a worker thread: one text in, the checked answer out as JSON. */
import { Extraction, type ExtractOptions } from '../../schemas/extraction.ts'
import { extract } from '../engine/extract.ts'

/** A text with its options. */
export interface Job {
  text: string
  options: Partial<ExtractOptions>
  /** Its one element turns 1 when the caller no longer waits; memory shared with the main thread. */
  gone: Int32Array
}

/**
 * Extracts one article. The answer is validated and written here, so that the main thread only passes it on.
 *
 * @param job the text with its options
 * @returns the answer as JSON; empty when nobody waits for it any more
 */
export default function run({ text, options, gone }: Job): string {
  if (Atomics.load(gone, 0) === 1) return ''
  return JSON.stringify(Extraction.parse(extract(text, options)))
}
