/**
 * While the process ends: requests in flight are answered with `connection: close`, so that no idle connection holds
 * the process up, and /health/ready says so.
 * https://fastify.dev/docs/latest/Reference/Server/#return503onclosing
 */
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the process is ending. */
    isDraining(): boolean
  }
}

export const drainingPlugin = fp(async (app) => {
  let draining = false
  app.decorate('isDraining', () => draining)
  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
})
