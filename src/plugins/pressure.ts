/**
 * Under too much work requests are refused at once, so that those inside are answered in time. Requests that have come
 * while others were read wait in one turn of the event loop: when the turn has lasted too long, the rest of it is refused.
 * What else may hold the loop up is watched by https://github.com/fastify/under-pressure.
 */
import underPressure from '@fastify/under-pressure'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { sendProblem } from './errors.ts'

/** One turn of the event loop may last so long before the rest of its requests are refused, in milliseconds. */
const LONGEST_TURN = 150
/** Fewer requests than this in one turn are no overload: something was slow once. */
const MANY = 16
/** The loop may lag so much on the average, in milliseconds, whatever it does. */
const MOST_DELAY = 1000
/** Paths that must answer whatever happens. */
const ALWAYS = /^\/(?:health\/|metrics)/

export const pressurePlugin = fp(async (app) => {
  let turn = 0
  let requests = 0
  app.addHook('onRequest', (request, reply, done) => {
    const now = performance.now()
    if (requests++ === 0) {
      turn = now
      setImmediate(() => {
        requests = 0
      })
    }
    if (now - turn <= LONGEST_TURN || requests <= MANY || ALWAYS.test(request.url)) done()
    else refuse(request, reply)
  })
  await app.register(underPressure, {
    maxEventLoopDelay: MOST_DELAY,
    pressureHandler: (request, reply) => {
      if (!ALWAYS.test(request.url)) refuse(request, reply)
    },
  })
})

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, { status: 503, detail: 'The service has more work than it can do.', errors: [] })
}
