/**
 * A typed client of the service, on undici. Its types are those of the schemas; at run time it needs undici alone.
 *
 * ```js
 * import { WinnowClient } from 'winnow/client'
 * const winnow = new WinnowClient('http://127.0.0.1:3000')
 * const { headline, quotes } = await winnow.extract({ text })
 * ```
 */
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { type Dispatcher, Pool } from 'undici'
import type { Extraction, ExtractOptions } from '../../schemas/extraction.ts'
import type { PageExtraction } from '../../schemas/page.ts'
import type { Problem } from '../../schemas/problem.ts'
import { readLines } from '../stream/lines.ts'
import { ConnectionError, ProblemError, ProtocolError, TimeoutError, WinnowError } from './errors.ts'

export type { Extraction, ExtractOptions, PageExtraction, Problem }
export { ConnectionError, ProblemError, ProtocolError, TimeoutError, WinnowError }

/** How the client behaves. */
export interface ClientOptions {
  /** Connections kept open to the service, at the most. */
  connections?: number
  /** How long one attempt may take, in milliseconds; in a stream, how long the next answer may take. */
  timeout?: number
  /** How often a request is tried again after 429, 503 or a broken connection. */
  retries?: number
}

/** A raw text with options. */
export interface ExtractRequest extends Partial<ExtractOptions> {
  text: string
}

/** A page with options. */
export interface HtmlRequest extends Partial<ExtractOptions> {
  html: string
  url?: string
}

/** An address with options. */
export interface UrlRequest extends Partial<ExtractOptions> {
  url: string
}

/** A document of a stream. */
export interface StreamDocument extends ExtractRequest {
  id?: string | number
}

/** An answer of a stream: the article, or the problem of this one document. */
export type StreamAnswer = { id: string | number | null; error?: never } & Extraction
export type StreamFailure = { id: string | number | null; error: Problem }

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, and its retries. */
  signal?: AbortSignal
}

/** Statuses that say: later. */
const LATER = new Set([429, 503])
/** The first wait before another attempt, in milliseconds; each further one is twice as long. */
const FIRST_WAIT = 200
/** No wait is longer than this, in milliseconds, whatever the service asks for. */
const LONGEST_WAIT = 30_000

/** Calls a running Winnow. */
export class WinnowClient {
  readonly #pool: Pool
  readonly #path: string
  readonly #timeout: number
  readonly #retries: number

  /**
   * @param url where the service is
   * @param options how the client behaves
   * @throws TypeError for what is no address
   */
  constructor(url: string, { connections = 16, timeout = 30_000, retries = 3 }: ClientOptions = {}) {
    const { origin, pathname } = new URL(url)
    this.#pool = new Pool(origin, { connections, headersTimeout: timeout, bodyTimeout: timeout })
    this.#path = pathname.replace(/\/$/, '')
    this.#timeout = timeout
    this.#retries = retries
  }

  /**
   * Extracts the article of a raw text.
   *
   * @param request the text with its options
   * @param options the call's
   * @returns the article
   * @throws WinnowError; the signal's reason when it ends the call
   */
  extract(request: ExtractRequest, options: CallOptions = {}): Promise<Extraction> {
    return this.#call('/extract', request, options)
  }

  /** Extracts the article of a page; like {@link extract}. */
  extractHtml(request: HtmlRequest, options: CallOptions = {}): Promise<PageExtraction> {
    return this.#call('/extract/html', request, options)
  }

  /** Has the service fetch a page and extracts its article; like {@link extract}. */
  extractUrl(request: UrlRequest, options: CallOptions = {}): Promise<PageExtraction> {
    return this.#call('/extract/url', request, options)
  }

  /**
   * Extracts many articles over one connection. Documents are asked for as the service takes them, and answers come while
   * documents are still being sent. A stream is not tried again.
   *
   * @param documents the documents
   * @param options the call's; `order: 'any'` gives each answer as soon as it is ready
   * @returns the answers; a document that is refused gives `{id, error}`
   * @throws WinnowError; the signal's reason when it ends the call
   */
  async *stream(
    documents: AsyncIterable<StreamDocument> | Iterable<StreamDocument>,
    { signal, order = 'input' }: CallOptions & { order?: 'input' | 'any' } = {},
  ): AsyncGenerator<StreamAnswer | StreamFailure> {
    const body = Readable.from(written(documents), { objectMode: false })
    let response: Dispatcher.ResponseData | undefined
    try {
      response = await this.#pool.request({
        method: 'POST',
        path: `${this.#path}/extract/stream?order=${order}`,
        headers: { 'content-type': 'application/x-ndjson' },
        body,
        signal,
      })
      if (response.statusCode !== 200) throw new ProblemError(await problemIn(response))
      for await (const { bytes } of readLines(response.body, Number.POSITIVE_INFINITY)) yield JSON.parse(String(bytes))
    } catch (error) {
      throw failureOf(error, signal)
    } finally {
      body.on('error', () => {}).destroy()
      response?.body.on('error', () => {}).destroy()
    }
  }

  /** Closes all connections, once the calls in flight are done. */
  async close(): Promise<void> {
    await this.#pool.close()
  }

  async #call<Answer>(path: string, request: object, { signal }: CallOptions): Promise<Answer> {
    const body = JSON.stringify(request)
    for (let attempt = 0; ; attempt++) {
      let wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + Math.random() / 2)
      try {
        signal?.throwIfAborted()
        const inTime = AbortSignal.timeout(this.#timeout)
        const response = await this.#pool.request({
          method: 'POST',
          path: this.#path + path,
          headers: { 'content-type': 'application/json' },
          body,
          signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
        })
        if (response.statusCode === 200) return (await response.body.json()) as Answer
        wait = Math.min(LONGEST_WAIT, askedFor(response.headers['retry-after']) ?? wait)
        throw new ProblemError(await problemIn(response))
      } catch (error) {
        const failure = failureOf(error, signal)
        const again = failure instanceof ConnectionError || (failure instanceof ProblemError && LATER.has(failure.status))
        if (!again || attempt >= this.#retries) throw failure
      }
      await setTimeout(wait, undefined, { signal }).catch(() => signal?.throwIfAborted())
    }
  }
}

async function* written(documents: AsyncIterable<StreamDocument> | Iterable<StreamDocument>): AsyncGenerator<Buffer> {
  for await (const document of documents) yield Buffer.from(`${JSON.stringify(document)}\n`)
}

/** What Retry-After asks for, in milliseconds. */
function askedFor(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string') return null
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

async function problemIn({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Problem> {
  const text = await body.text()
  if (String(headers['content-type']).startsWith('application/problem+json')) return JSON.parse(text) as Problem
  // Something between us and the service answered.
  return {
    type: 'about:blank',
    title: 'Not an answer of Winnow',
    status: statusCode,
    detail: text.slice(0, 200),
    instance: '',
    errors: [],
    requestId: '',
  }
}

function failureOf(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof WinnowError) return error
  if (signal?.aborted) return signal.reason
  const { code = '', name, message } = error as Error & { code?: string }
  if (name === 'TimeoutError' || /TIMEOUT/.test(code)) return new TimeoutError('The answer did not come in time.', { cause: error })
  if (error instanceof SyntaxError) return new ProtocolError('The answer is not JSON.', { cause: error })
  if (code !== '') return new ConnectionError(`The service could not be reached: ${message}`, { cause: error })
  // What the caller's documents threw is the caller's.
  return error
}
