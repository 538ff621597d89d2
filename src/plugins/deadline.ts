/**
 * How long a client may take to send its request. Node's own requestTimeout cannot spare a route, and POST /extract/stream
 * lasts as long as its documents come: so each other request has a timer of its own, and a stream may only not fall silent.
 * https://nodejs.org/api/http.html#serverrequesttimeout
 */
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { clientErrorHandler } from './errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads NDJSON as it comes, and minds the time itself. */
    streams?: boolean
  }
  interface FastifyRequest {
    deadline: NodeJS.Timeout | null
  }
}

export const deadlinePlugin = fp<{ requestTimeout: number }>(async (app, { requestTimeout }) => {
  app.decorateRequest('deadline', null)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.streams && /ndjson/.test(request.headers['content-type'] ?? '')) return
    const { socket } = request.raw
    const deadline = setTimeout(() => clientErrorHandler({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket), requestTimeout)
    request.deadline = deadline.unref()
  })
  const arrived = async ({ deadline }: FastifyRequest): Promise<void> => {
    if (deadline) clearTimeout(deadline)
  }
  app.addHook('preValidation', arrived)
  // A request that is refused before its body has come never gets there.
  app.addHook('onResponse', arrived)
  app.addHook('onRequestAbort', arrived)
})
