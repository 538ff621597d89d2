/** GET /metrics, for Prometheus. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

export const metricsRoute: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/metrics',
    {
      logLevel: 'silent',
      schema: {
        tags: ['health'],
        operationId: 'metrics',
        summary: 'What Prometheus scrapes',
        produces: ['text/plain'],
        response: { 200: z.string().describe('Metrics in the text format of Prometheus.') },
      },
    },
    async (_request, reply) =>
      reply
        .type(app.metrics.registry.contentType)
        .serializer(String)
        .send(await app.metrics.registry.metrics()),
  )
}
