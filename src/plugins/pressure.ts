/**
 * Under too much work requests are refused at once, so that those inside are answered in time: when those who wait for the
 * main thread are many, and the last of them would wait too long. What else may hold the event loop up is watched by
 * https://github.com/fastify/under-pressure.
 */
import underPressure from '@fastify/under-pressure'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { sendProblem } from './errors.ts'

/** So long may a request wait for its turn, in milliseconds. */
const LONGEST_WAIT = 150
/** Fewer requests than this are no overload: something was slow once. */
const MANY = 16
/** The loop may lag so much on the average, in milliseconds, whatever it does. */
const MOST_DELAY = 1000
/** The average is over so long a time: where the loop was held up through all of it, there is none, and that counts as endless. */
const SAMPLE = 3000
/** Paths that must answer whatever happens. */
const ALWAYS = /^\/(?:health\/|metrics)/

export const pressurePlugin = fp(async (app) => {
  app.addHook('onRequest', (request, reply, done) => {
    // A body that does not say how long it is may be long.
    const bytes = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
    if (app.turns.length(bytes) <= MANY || app.turns.delay(bytes) <= LONGEST_WAIT || ALWAYS.test(request.url)) done()
    else refuse(request, reply)
  })
  await app.register(underPressure, {
    maxEventLoopDelay: MOST_DELAY,
    sampleInterval: SAMPLE,
    pressureHandler: (request, reply) => {
      if (!ALWAYS.test(request.url)) refuse(request, reply)
    },
  })
})

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, { status: 503, detail: 'The service has more work than it can do.', errors: [] })
}
