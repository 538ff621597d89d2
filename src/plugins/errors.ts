/** Every error leaves as a problem document (src/problems.ts), and nothing of our insides with it. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { PoolOverload } from '../pool/pool.ts'
import { type Fault, faultOf, HttpProblem, problemOf, type TextField, tooLarge } from '../problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types that the route takes, as a 415 names them. */
    accepts?: string
    /** The field that holds the text. */
    textField?: TextField
  }
}

/** What ioredis throws when the connection is lost. */
const REDIS_LOST = new Set(['MaxRetriesPerRequestError', 'ConnectionClosedError'])
/** A long text takes a second or two: so long may a caller wait before it tries again, in seconds. */
const RETRY_AFTER = 2

export const errorsPlugin = fp(async (app) => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const fault = describe(error, request)
    if (fault.status === 500) request.log.error({ err: { type: error.name, code: error.code, stack: error.stack } }, 'request failed')
    return sendProblem(request, reply, fault)
  })
  app.setNotFoundHandler((request, reply) => {
    const methods = ['GET', 'POST', 'PUT', 'DELETE'].filter((method) =>
      app.hasRoute({ method: method as 'GET', url: request.url.split('?')[0] as string }),
    )
    if (methods.length === 0)
      return sendProblem(request, reply, { status: 404, detail: 'No route has this path; GET /docs lists them all.', errors: [] })
    reply.header('allow', methods.join(', '))
    return sendProblem(request, reply, { status: 405, detail: `This path takes ${methods.join(' and ')}.`, errors: [] })
  })
})

function describe(error: FastifyError, request: FastifyRequest): Fault {
  const { accepts, textField } = request.routeOptions.config
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ keyword, instancePath, message, params }) => ({
      code: keyword,
      path: instancePath.split('/').filter(Boolean),
      message: message ?? 'is not valid',
      keys: (params as { keys?: string[] }).keys,
    }))
    return faultOf(issues, textField)
  }
  if (error instanceof PoolOverload) return { status: 503, detail: error.message, errors: [] }
  if (REDIS_LOST.has(error.name) || /^E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT)$/.test(error.code))
    return { status: 503, detail: 'The Redis of the batches cannot be reached.', errors: [] }
  // Nobody reads this answer; it only must not count as a failure.
  if (error.name === 'AbortError') return { status: 499, detail: 'The client left.', errors: [] }
  if (error instanceof HttpProblem) return error
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { status: 415, detail: `Send ${accepts}.`, errors: [{ path: 'content-type', message: `must be ${accepts}` }] }
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      if (textField) return tooLarge(textField)
      break
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return { status: 400, detail: 'The body is not valid JSON.', errors: [{ path: '', message: 'must be a JSON object' }] }
  }
  const status = error.statusCode ?? 500
  if (status === 400) return { status, detail: 'The body is not valid JSON.', errors: [] }
  if (status > 400 && status < 500) return { status, detail: 'The request cannot be answered.', errors: [] }
  return { status: 500, detail: 'The error is logged under the request id.', errors: [] }
}

/**
 * Answers what is not even HTTP; no request, and so no route and no log line, exists for it.
 *
 * @param error what Node's parser says
 * @param socket the connection; it is closed
 */
export function clientErrorHandler(error: Pick<NodeJS.ErrnoException, 'code'>, socket: Socket): void {
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
  const body = JSON.stringify(problemOf({ status, detail, errors: [] }, '', ''))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/**
 * Sends a problem document.
 *
 * @param request the request, for its path and id
 * @param reply its reply
 * @param fault what is wrong
 * @returns the reply
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply {
  const problem = problemOf(fault, request.url.split('?')[0] as string, request.id)
  if ((fault.status === 503 || fault.status === 429) && !reply.hasHeader('retry-after')) reply.header('retry-after', String(RETRY_AFTER))
  // The serializer of a route's 2xx schema must not touch a problem: it goes out as a string.
  return reply
    .code(fault.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(problem))
}
