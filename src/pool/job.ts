/** One text to read, in whichever thread. */
import { Extraction, type ExtractOptions } from '../../schemas/extraction.ts'
import { PageExtraction } from '../../schemas/page.ts'
import { extract } from '../engine/extract.ts'
import { visibleText } from '../pages/visible-text.ts'

/** A text with the caller's options. */
export interface Job {
  /** Raw text, or a page where {@link html} is set. */
  text: string
  html: boolean
  options: Partial<ExtractOptions>
}

/**
 * Extracts one article.
 *
 * @param job a raw text or a page
 * @returns the article, with its source where it came as a page; null where nothing is written there
 */
export function perform({ text, html, options }: Job): Extraction | PageExtraction | null {
  if (!html) return text.trim() === '' ? null : extract(text, options)
  const { text: source, title } = visibleText(text)
  return source === '' ? null : { ...extract(source, { ...(title === null ? {} : { title }), ...options }), source }
}

/**
 * @param job a job
 * @returns the schema of its answer
 */
export function schemaOf({ html }: Job): typeof Extraction | typeof PageExtraction {
  return html ? PageExtraction : Extraction
}
