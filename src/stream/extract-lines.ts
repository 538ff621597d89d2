/** Articles from a stream of documents, one JSON object a line (NDJSON, https://github.com/ndjson/ndjson-spec). */
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Problem } from '../../schemas/problem.ts'
import { streamDocument } from '../../schemas/stream.ts'
import type { Job, Report } from '../pool/job.ts'
import { type ExtractionPool, PoolOverload } from '../pool/pool.ts'
import { type Written, writeDown } from '../pool/worker.ts'
import { blank, type Fault, faultOf, problemOf, tooLarge } from '../problems.ts'
import { concurrently } from './concurrently.ts'
import { type Line, readLines } from './lines.ts'

/** How a stream is read. */
export interface LineOptions {
  pool: ExtractionPool
  /** Longest text of a document, in UTF-16 units. */
  maxTextLength: number
  /** Longest line, in bytes. */
  maxLineBytes: number
  /** Give the answers in the order of the documents. */
  ordered: boolean
  /** Says that nobody waits for the answers any more. */
  signal: AbortSignal
  /** Path and id of the request, for problem documents. */
  instance: string
  requestId: string
  /** Is told of failures of ours, for the log; they hold no text. */
  onFailure(error: Error): void
  /** Is told of each article, for those who count. */
  onArticle?(report: Report): void
}

/** One line of the answer. */
export interface Answered {
  /** The line, with its line break. */
  line: string
  /** Whether it is an error. */
  failed: boolean
}

/** Documents read ahead beyond one for each thread, so that no thread waits for the next line. */
const AHEAD = 2
/** Where other requests fill the queue of the pool, a document tries again after this time, in milliseconds. */
const PATIENCE = 20

/**
 * Extracts an article from each line. A line that is wrong gives an error of its own and never ends the stream; nothing is
 * read ahead of what can be worked on, so a slow reader slows the writer.
 *
 * @param chunks the bytes of the documents
 * @param options how
 * @returns one answer a document: `{id, …article}` or `{id, error}`
 */
export function extractLines(chunks: AsyncIterable<Uint8Array>, options: LineOptions): AsyncGenerator<Answered> {
  return answerLines(readLines(chunks, options.maxLineBytes), options)
}

/**
 * Extracts an article from each line; like {@link extractLines}, for those who have lines already.
 *
 * @param lines the lines
 * @param options how
 * @returns one answer a line
 */
export function answerLines(lines: AsyncIterable<Line>, options: Omit<LineOptions, 'maxLineBytes'>): AsyncGenerator<Answered> {
  const schema = streamDocument({ maxTextLength: options.maxTextLength })
  const field = { name: 'text', maxLength: options.maxTextLength }
  return concurrently(lines, options.pool.threads + AHEAD, options.ordered, answer)

  async function answer({ number, bytes }: Line): Promise<Answered> {
    const failed = (id: string | number | null, fault: Fault): Answered => {
      const detail = `Line ${number}: ${fault.detail}`
      const error: Problem = problemOf({ ...fault, detail }, `${options.instance}#line=${number}`, options.requestId)
      return { line: `${JSON.stringify({ id, error })}\n`, failed: true }
    }
    if (bytes === null) return failed(null, tooLarge(field))
    let value: unknown
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(bytes))
    } catch {
      return failed(null, {
        status: 400,
        detail: 'This is not valid JSON in UTF-8.',
        errors: [{ path: '', message: 'must be a JSON object' }],
      })
    }
    const parsed = schema.safeParse(value)
    if (!parsed.success) return failed(idOf(value), faultOf(parsed.error.issues, field))
    const { id = null, text, ...rest } = parsed.data
    try {
      const found = await read({ text, html: false, options: rest })
      if (found === null) return failed(id, blank(field.name))
      options.onArticle?.(found.report)
      return { line: `{"id":${JSON.stringify(id)},${found.json.slice(1)}\n`, failed: false }
    } catch (error) {
      if (options.signal.aborted) return failed(id, { status: 499, detail: 'The client left.', errors: [] })
      options.onFailure(error as Error)
      return failed(id, { status: 500, detail: 'The error is logged under the request id.', errors: [] })
    }
  }

  async function read(job: Job): Promise<Written | null> {
    if (options.pool.threads === 0) {
      // Other requests come between two documents.
      await setImmediate()
      return writeDown(job)
    }
    for (;;) {
      try {
        return await options.pool.run(job, options.signal)
      } catch (error) {
        if (!(error instanceof PoolOverload)) throw error
        await setTimeout(PATIENCE, undefined, { signal: options.signal })
      }
    }
  }
}

/** The id of a document that is wrong otherwise. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || Number.isInteger(id) ? (id as string | number) : null
}
