/** Articles from a stream of documents, one JSON object a line (NDJSON, https://github.com/ndjson/ndjson-spec). */
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Job, type Report, type Written, writeDown } from '../pool/job.ts'
import { type ExtractionPool, PoolOverload } from '../pool/pool.ts'
import { concurrently } from './concurrently.ts'
import { type Answered, Documents, type StreamName } from './documents.ts'
import { type Line, readLines } from './lines.ts'

/** How documents are worked on. */
export interface LineOptions extends StreamName {
  pool: ExtractionPool
  /** Give the answers in the order of the documents. */
  ordered: boolean
  /** Says that nobody waits for the answers any more. */
  signal?: AbortSignal
  /** Is told of failures of ours, for the log; they hold no text. */
  onFailure(error: Error): void
  /** Is told of each article, for those who count. */
  onArticle?(report: Report): void
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
 * @param maxLineBytes the longest line, in bytes
 * @param options how
 * @returns one answer a document: `{id, …article}` or `{id, error}`
 */
export function extractLines(chunks: AsyncIterable<Uint8Array>, maxLineBytes: number, options: LineOptions): AsyncGenerator<Answered> {
  return answerLines(readLines(chunks, maxLineBytes), options)
}

/**
 * Extracts an article from each line; like {@link extractLines}, for those who have lines already.
 *
 * @param lines the lines
 * @param options how
 * @returns one answer a line
 */
export function answerLines(lines: AsyncIterable<Line> | Iterable<Line>, options: LineOptions): AsyncGenerator<Answered> {
  const { pool, signal } = options
  const documents = new Documents(options)
  return concurrently(lines, pool.threads + AHEAD, options.ordered, answer)

  async function answer(line: Line): Promise<Answered> {
    const document = documents.read(line)
    if ('line' in document) return document
    try {
      const written = await work(document.job)
      if (written) options.onArticle?.(written.report)
      return documents.answer(document, written)
    } catch (error) {
      if (!signal?.aborted) options.onFailure(error as Error)
      const { number, id } = document
      return documents.fail(number, id, { status: 500, detail: 'The error is logged under the request id.', errors: [] })
    }
  }

  async function work(job: Job): Promise<Written | null> {
    if (pool.threads === 0) {
      // Other requests come between two documents.
      await setImmediate()
      return writeDown(job)
    }
    for (;;) {
      try {
        return await pool.run(job, signal)
      } catch (error) {
        if (!(error instanceof PoolOverload)) throw error
        await setTimeout(PATIENCE, undefined, { signal })
      }
    }
  }
}
