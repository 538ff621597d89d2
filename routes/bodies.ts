/** Bodies that are a text themselves, with the options in the query string. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decodePage } from '../src/pages/decode.ts'
import { HttpProblem } from '../src/problems.ts'

/**
 * Reads a text/plain body.
 *
 * @param request the request, for its header and options
 * @param body its bytes
 * @returns the fields of the JSON request
 * @throws HttpProblem for another charset than UTF-8, and for bytes that are not valid UTF-8
 */
export function plainBody(request: FastifyRequest, body: Buffer): Record<string, unknown> {
  const charset = /charset="?([^";\s]{1,40})/i.exec(request.headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new HttpProblem(415, 'text/plain must be UTF-8.', [{ path: 'content-type', message: 'must be text/plain; charset=utf-8' }])
  try {
    return { ...optionsOf(request), text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) }
  } catch {
    throw new HttpProblem(400, 'The body is not valid UTF-8.', [{ path: 'text', message: 'must be valid UTF-8' }])
  }
}

/**
 * Reads a page as a body.
 *
 * @param request the request, for its header and options
 * @param body its bytes, in any encoding that browsers know
 * @returns the fields of the JSON request
 */
export function pageBody(request: FastifyRequest, body: Buffer): Record<string, unknown> {
  return { ...optionsOf(request), html: decodePage(body, request.headers['content-type']).html }
}

/** The media type of a document a line. */
export const NDJSON = 'application/x-ndjson'

/**
 * Takes NDJSON: the body stays a stream.
 *
 * @param app the plugin whose routes take it
 */
export function takeNdjson(app: FastifyInstance): void {
  app.addContentTypeParser([NDJSON, 'application/ndjson'], (_request, payload, done) => done(null, payload))
}

function optionsOf({ query }: FastifyRequest): object {
  return typeof query === 'object' && query !== null ? query : {}
}
