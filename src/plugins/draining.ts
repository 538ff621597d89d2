/**
 * While the process ends: requests in flight are answered with `connection: close`, connections on which nothing was ever
 * said are closed (Node's closeIdleConnections leaves them open), so that none holds the process up, and /health/ready
 * says so.
 * https://fastify.dev/docs/latest/Reference/Server/#return503onclosing
 */
import type { Socket } from 'node:net'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the process is ending. */
    isDraining(): boolean
  }
}

export const drainingPlugin = fp(async (app) => {
  let draining = false
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  app.decorate('isDraining', () => draining)
  app.addHook('preClose', async () => {
    draining = true
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
})
