/** GET /: the inspector, a page and its two files, from memory. */
import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync } from 'fastify'

const FILES = [
  { url: '/', name: 'index.html', type: 'text/html; charset=utf-8' },
  { url: '/inspector.css', name: 'inspector.css', type: 'text/css; charset=utf-8' },
  { url: '/inspector.js', name: 'inspector.js', type: 'text/javascript; charset=utf-8' },
]

export const inspectorRoute: FastifyPluginAsync = async (app) => {
  for (const { url, name, type } of FILES) {
    const content = readFileSync(new URL(`../web/${name}`, import.meta.url))
    app.get(url, { schema: { hide: true } }, async (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(content))
  }
}
