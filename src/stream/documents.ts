/** Lines to jobs, and what becomes of them to lines: the documents of a stream. */
import type { Problem } from '../../schemas/problem.ts'
import { streamDocument } from '../../schemas/stream.ts'
import type { Job, Written } from '../pool/job.ts'
import { blank, type Fault, faultOf, problemOf, tooLarge } from '../problems.ts'
import type { Line } from './lines.ts'

/** One line of the answer. */
export interface Answered {
  /** The line, with its line break. */
  line: string
  /** Whether it is an error. */
  failed: boolean
}

/** What a stream says of itself in its errors. */
export interface StreamName {
  /** Longest text of a document, in UTF-16 units. */
  maxTextLength: number
  /** Path and id of the request, for problem documents. */
  instance: string
  requestId: string
}

/** A document that can be worked on. */
export interface Document {
  number: number
  id: string | number | null
  job: Job
}

/** Reads documents and writes answers. */
export class Documents {
  readonly #name: StreamName
  readonly #schema: ReturnType<typeof streamDocument>

  /** @param name the stream */
  constructor(name: StreamName) {
    this.#name = name
    this.#schema = streamDocument({ maxTextLength: name.maxTextLength })
  }

  /**
   * Reads a line.
   *
   * @param line the line
   * @returns the document, or the answer where there is none
   */
  read({ number, bytes }: Line): Document | Answered {
    const field = { name: 'text', maxLength: this.#name.maxTextLength }
    if (bytes === null) return this.fail(number, null, tooLarge(field))
    let value: unknown
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(bytes))
    } catch {
      const errors = [{ path: '', message: 'must be a JSON object' }]
      return this.fail(number, null, { status: 400, detail: 'This is not valid JSON in UTF-8.', errors })
    }
    const parsed = this.#schema.safeParse(value)
    if (!parsed.success) return this.fail(number, idOf(value), faultOf(parsed.error.issues, field))
    const { id = null, text, ...options } = parsed.data
    return { number, id, job: { text, html: false, options } }
  }

  /**
   * Writes the answer of a document.
   *
   * @param document the document
   * @param written its article; null where nothing is written in the text
   * @returns the line
   */
  answer({ number, id }: Document, written: Written | null): Answered {
    if (written === null) return this.fail(number, id, blank('text'))
    return { line: `{"id":${JSON.stringify(id)},${written.json.slice(1)}\n`, failed: false }
  }

  /**
   * Writes an error.
   *
   * @param number the number of the line
   * @param id the document's id, where it has one
   * @param fault what is wrong
   * @returns the line
   */
  fail(number: number, id: string | number | null, fault: Fault): Answered {
    const { instance, requestId } = this.#name
    const detail = `Line ${number}: ${fault.detail}`
    const error: Problem = problemOf({ ...fault, detail }, `${instance}#line=${number}`, requestId)
    return { line: `${JSON.stringify({ id, error })}\n`, failed: true }
  }
}

/** The id of a document that is wrong otherwise. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || Number.isInteger(id) ? (id as string | number) : null
}
