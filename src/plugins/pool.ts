/** The pool of worker threads, made with the service and closed with it; routes reach it as `app.pool`. */
import fp from 'fastify-plugin'
import { ExtractionPool, type PoolLimits } from '../pool/pool.ts'

declare module 'fastify' {
  interface FastifyInstance {
    pool: ExtractionPool
  }
}

export const poolPlugin = fp<PoolLimits>(async (app, limits) => {
  const pool = new ExtractionPool(limits)
  app.decorate('pool', pool)
  app.addHook('onClose', () => pool.close())
})
