/** One text to read, in whichever thread. */
import { Extraction, type ExtractOptions } from '../../schemas/extraction.ts'
import { PageExtraction } from '../../schemas/page.ts'
import { type EngineOptions, extract } from '../engine/extract.ts'
import { visibleText } from '../pages/visible-text.ts'

/** A text with the caller's options. */
export interface Job {
  /** Raw text, or a page where {@link html} is set. */
  text: string
  html: boolean
  options: Partial<ExtractOptions>
}

/** What operators count of a text. */
export interface Report {
  language: string
  /** Spam fragments by kind. */
  spam: Record<string, number>
  /** Milliseconds by stage of the engine. */
  stages: Record<string, number>
}

/** An article with its report. */
export interface Performed {
  found: Extraction | PageExtraction
  report: Report
}

/**
 * Extracts one article.
 *
 * @param job a raw text or a page
 * @returns the article, with its source where it came as a page; null where nothing is written there
 */
export function perform({ text, html, options }: Job): Performed | null {
  if (!html) return text.trim() === '' ? null : performOn(text, options)
  const { text: source, title } = visibleText(text)
  if (source === '') return null
  const { found, report } = performOn(source, { ...(title === null ? {} : { title }), ...options, plain: true })
  return { found: { ...found, source }, report }
}

function performOn(text: string, options: EngineOptions): Performed {
  const stages: Record<string, number> = {}
  let last = performance.now()
  const found = extract(text, options, (stage) => {
    const now = performance.now()
    stages[stage] = now - last
    last = now
  })
  const spam: Record<string, number> = {}
  for (const { kind } of found.spam) spam[kind] = (spam[kind] ?? 0) + 1
  return { found, report: { language: found.language, spam, stages } }
}

/** An answer, written down. */
export interface Written {
  json: string
  report: Report
}

/**
 * Does a job and writes its answer down, in whichever thread.
 *
 * @param job the job
 * @returns the answer as JSON; null where nothing is written in the text
 */
export function writeDown(job: Job): Written | null {
  const done = perform(job)
  return done && { json: JSON.stringify((job.html ? PageExtraction : Extraction).parse(done.found)), report: done.report }
}
