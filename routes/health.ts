/** Health checks: /health/live while the process runs, /health/ready while it takes requests. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Health } from '../schemas/health.ts'

export const healthRoute: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/health/live',
    { logLevel: 'silent', schema: { tags: ['health'], summary: 'Is the process alive?', response: { 200: Health } } },
    async () => ({ status: 'ok' as const }),
  )
  app.get(
    '/health/ready',
    {
      logLevel: 'silent',
      schema: { tags: ['health'], summary: 'Does the process take requests?', response: { 200: Health, 503: Health } },
    },
    async (_request, reply) => (app.isDraining() ? reply.code(503).send({ status: 'draining' as const }) : { status: 'ok' as const }),
  )
}
