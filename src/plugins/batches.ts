/** The batches of the service, as `app.batches`; null where no Redis is configured. */
import fp from 'fastify-plugin'
import type { Batches, BatchLimits } from '../bulk/batches.ts'

declare module 'fastify' {
  interface FastifyInstance {
    batches: Batches | null
  }
}

export const batchesPlugin = fp<{ limits: BatchLimits | null }>(async (app, { limits }) => {
  // Redis and the store are read only where they are needed.
  const batches =
    limits &&
    new (await import('../bulk/batches.ts')).Batches(limits, (error) =>
      app.log.warn({ err: { type: error.name, message: error.message } }, 'batches'),
    )
  app.decorate('batches', batches)
  if (!batches) return
  app.metrics.watch('winnow_batch_queue_depth', 'Parts of batches that wait or are worked on.', () =>
    batches.backlog().catch(() => Number.NaN),
  )
  app.addHook('onClose', () => batches.close())
})
