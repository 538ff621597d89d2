/**
 * Every error leaves as a problem document (RFC 9457) that names the fields and the limits, and nothing of our insides.
 * https://www.rfc-editor.org/rfc/rfc9457
 */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '../../schemas/problem.ts'
import { PoolOverload } from '../pool/pool.ts'

const TITLES: Record<number, string> = {
  400: 'The request is not valid',
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
/** A long text takes a second or two: so long may a caller wait before it tries again, in seconds. */
const RETRY_AFTER = 2
/** Media types that POST /extract takes; named in every 415. */
const ACCEPTED = 'application/json or text/plain; charset=utf-8'

/** An error with a status that a route means to answer. */
export class HttpProblem extends Error {
  readonly statusCode: number
  readonly errors: Problem['errors']

  /**
   * @param statusCode the HTTP status
   * @param detail what is wrong with this request
   * @param errors the fields that are wrong
   */
  constructor(statusCode: number, detail: string, errors: Problem['errors'] = []) {
    super(detail)
    this.statusCode = statusCode
    this.errors = errors
  }
}

export const errorsPlugin = fp<{ maxTextLength: number; bodyLimit: number }>(async (app, { maxTextLength, bodyLimit }) => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, detail, errors } = describe(error)
    if (status === 503) reply.header('retry-after', String(RETRY_AFTER))
    if (status >= 500 && status !== 503)
      request.log.error({ err: { type: error.name, code: error.code, stack: error.stack } }, 'request failed')
    return sendProblem(request, reply, status, detail, errors)
  })
  app.setNotFoundHandler((request, reply) => {
    const methods = ['GET', 'POST', 'PUT', 'DELETE'].filter((method) =>
      app.hasRoute({ method: method as 'GET', url: request.url.split('?')[0] as string }),
    )
    if (methods.length === 0) return sendProblem(request, reply, 404, 'No route has this path; GET /docs lists them all.')
    reply.header('allow', methods.join(', '))
    return sendProblem(request, reply, 405, `This path takes ${methods.join(' and ')}.`)
  })

  function describe(error: FastifyError): { status: number; detail: string; errors: Problem['errors'] } {
    if (hasZodFastifySchemaValidationErrors(error)) return invalid(error)
    if (error instanceof PoolOverload) return { status: 503, detail: error.message, errors: [] }
    // Nobody reads this answer; it only must not count as a failure.
    if (error.name === 'AbortError') return { status: 499, detail: 'The client left.', errors: [] }
    if (error instanceof HttpProblem) return { status: error.statusCode, detail: error.message, errors: error.errors }
    switch (error.code) {
      case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
        return { status: 415, detail: `Send ${ACCEPTED}.`, errors: [{ path: 'content-type', message: `must be ${ACCEPTED}` }] }
      case 'FST_ERR_CTP_BODY_TOO_LARGE':
        return {
          status: 413,
          detail: `The body may have ${bodyLimit} bytes and the text ${maxTextLength} UTF-16 units.`,
          errors: [{ path: 'text', message: `must have at most ${maxTextLength} UTF-16 units` }],
        }
      case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      case 'FST_ERR_CTP_INVALID_JSON_BODY':
      case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
        return { status: 400, detail: 'The body is not valid JSON.', errors: [{ path: '', message: 'must be a JSON object' }] }
    }
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500)
      return {
        status,
        detail: status === 400 ? 'The body is not valid JSON.' : (TITLES[status] ?? 'The request cannot be answered.'),
        errors: [],
      }
    return { status: 500, detail: 'The error is logged under the request id.', errors: [] }
  }

  function invalid(error: FastifyError): { status: number; detail: string; errors: Problem['errors'] } {
    const found: Problem['errors'] = []
    for (const { keyword, instancePath, message, params } of error.validation ?? []) {
      const path = instancePath.split('/').filter(Boolean).join('.')
      if (keyword === 'unrecognized_keys') {
        for (const key of (params as { keys: string[] }).keys)
          found.push({ path: [path, key].filter(Boolean).join('.'), message: 'is not a field of this request' })
      } else if (path === 'text' && keyword === 'too_big') {
        return {
          status: 413,
          detail: `The text may have ${maxTextLength} UTF-16 units.`,
          errors: [{ path, message: `must have at most ${maxTextLength} UTF-16 units` }],
        }
      } else if (path === 'text' && keyword === 'too_small') {
        return { status: 422, detail: 'The text has nothing in it.', errors: [{ path, message: 'must not be blank' }] }
      } else found.push({ path, message: message ?? 'is not valid' })
    }
    const fields = found.map(({ path }) => path || 'the body').join(', ')
    return { status: 400, detail: `Not valid: ${fields}.`, errors: found }
  }
})

/**
 * Answers what is not even HTTP; no request, and so no route and no log line, exists for it.
 *
 * @param error what Node's parser says
 * @param socket the connection; it is closed
 */
export function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const detail =
    status === 408
      ? 'The request did not arrive in time.'
      : status === 431
        ? 'The headers are too large.'
        : 'This is not a valid HTTP request.'
  const body = JSON.stringify(problemOf(status, detail, '', '', []))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function problemOf(status: number, detail: string, instance: string, requestId: string, errors: Problem['errors']): Problem {
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

/**
 * Sends a problem document.
 *
 * @param request the request, for its path and id
 * @param reply its reply
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param errors the fields that are wrong
 * @returns the reply
 */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
  errors: Problem['errors'] = [],
): FastifyReply {
  const problem = problemOf(status, detail, request.url.split('?')[0] as string, request.id, errors)
  // The serializer of a route's 2xx schema must not touch a problem: it goes out as a string.
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(problem))
}
