/**
 * What can be wrong with a request, as problem documents (RFC 9457) that name the fields and the limits.
 * https://www.rfc-editor.org/rfc/rfc9457
 */
import type { Problem } from '../schemas/problem.ts'

const TITLES: Record<number, string> = {
  400: 'The request is not valid',
  401: 'A key is needed',
  403: 'This is not allowed',
  404: 'There is nothing here',
  405: 'The method is not allowed here',
  408: 'The request took too long',
  413: 'The text is too large',
  415: 'The media type is not supported',
  422: 'There is nothing to extract',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'The service is busy',
}

/** What is wrong with a request: the status, a sentence, and every field that is wrong. */
export interface Fault {
  status: number
  detail: string
  errors: Problem['errors']
}

/** An error with a status that a route means to answer. */
export class HttpProblem extends Error implements Fault {
  readonly status: number
  readonly errors: Problem['errors']

  /**
   * @param status the HTTP status
   * @param detail what is wrong with this request
   * @param errors the fields that are wrong
   */
  constructor(status: number, detail: string, errors: Problem['errors'] = []) {
    super(detail)
    this.status = status
    this.errors = errors
  }

  get detail(): string {
    return this.message
  }
}

/** The field that holds the text, and the longest text it may hold. */
export interface TextField {
  name: string
  /** In UTF-16 units. */
  maxLength: number
}

/** What zod says of one field. */
export interface Issue {
  code: string
  path: readonly PropertyKey[]
  message: string
  /** Fields that are not in the schema. */
  keys?: readonly string[]
}

/**
 * Describes a request that its schema refuses.
 *
 * @param issues what zod says
 * @param field the field of the text: too long is 413, empty is 422
 * @returns what is wrong, with every field named
 */
export function faultOf(issues: readonly Issue[], field: TextField | undefined): Fault {
  const errors: Problem['errors'] = []
  for (const { code, path: parts, message, keys } of issues) {
    const path = parts.map(String).join('.')
    if (code === 'unrecognized_keys')
      for (const key of keys ?? []) errors.push({ path: [path, key].filter(Boolean).join('.'), message: 'is not a field of this request' })
    else if (field && path === field.name && code === 'too_big') return tooLarge(field)
    else if (field && path === field.name && code === 'too_small') return blank(field.name)
    else errors.push({ path, message })
  }
  return { status: 400, detail: `Not valid: ${errors.map(({ path }) => path || 'the body').join(', ')}.`, errors }
}

/**
 * @param field the field of the text
 * @returns the fault of a text that is too long
 */
export function tooLarge({ name, maxLength }: TextField): Fault {
  const limit = `${maxLength} UTF-16 units`
  return { status: 413, detail: `The ${name} may have ${limit}.`, errors: [{ path: name, message: `must have at most ${limit}` }] }
}

/**
 * @param field the name of the field of the text
 * @returns the fault of a text in which nothing is written
 */
export function blank(field: string): Fault {
  return { status: 422, detail: 'The text has nothing in it.', errors: [{ path: field, message: 'must not be blank' }] }
}

/**
 * Writes a problem document.
 *
 * @param fault what is wrong
 * @param instance the path that was asked for
 * @param requestId the id of the request
 * @returns the document
 */
export function problemOf({ status, detail, errors }: Fault, instance: string, requestId: string): Problem {
  return {
    type: `https://www.rfc-editor.org/rfc/rfc9110#status.${status}`,
    title: TITLES[status] ?? 'The request cannot be answered',
    status,
    detail,
    instance,
    errors,
    requestId,
  }
}
