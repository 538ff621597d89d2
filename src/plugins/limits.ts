/**
 * How many requests a caller may send, and which other sites’ pages may send any; both off unless configured.
 * https://github.com/fastify/fastify-rate-limit, https://github.com/fastify/fastify-cors
 */
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import { HttpProblem } from '../problems.ts'
import { callerOf } from './auth.ts'

/** What limits there are. */
export interface RequestLimits {
  /** Requests a minute for each key or address; 0 is no limit. */
  perMinute: number
  /** Origins whose pages may call. */
  origins: readonly string[]
}

const MINUTE = 60_000

export const limitsPlugin = fp<RequestLimits>(async (app, { perMinute, origins }) => {
  if (origins.length > 0) await app.register(cors, { origin: [...origins], methods: ['GET', 'POST', 'DELETE'], maxAge: 600 })
  if (perMinute === 0) return
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE,
    // Behind the key: a wrong one is refused before it counts for anybody.
    hook: 'preParsing',
    keyGenerator: callerOf,
    allowList: (request) => request.url.startsWith('/health/') || request.url === '/metrics',
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { max }) => new HttpProblem(429, `More than ${max} requests a minute.`),
  })
})
