/**
 * Under too much work new requests are refused at once, so that those inside are answered in time.
 * https://github.com/fastify/under-pressure
 */
import underPressure from '@fastify/under-pressure'
import fp from 'fastify-plugin'
import { sendProblem } from './errors.ts'

/** The event loop may lag so much, in milliseconds: short texts take a few, and long ones go to threads. */
const MOST_DELAY = 1000
/** Paths that must answer whatever happens. */
const ALWAYS = /^\/(?:health\/|metrics)/
/** So long may a caller wait before it tries again, in seconds. */
const RETRY_AFTER = 2

export const pressurePlugin = fp(async (app) => {
  await app.register(underPressure, {
    maxEventLoopDelay: MOST_DELAY,
    pressureHandler: (request, reply) => {
      if (ALWAYS.test(request.url)) return
      reply.header('retry-after', String(RETRY_AFTER))
      sendProblem(request, reply, { status: 503, detail: 'The service has more work than it can do.', errors: [] })
    },
  })
})
