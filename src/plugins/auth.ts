/**
 * API keys, where the operator has set any. The configuration holds their hashes only: keys are long random strings, so a
 * fast hash is enough (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html is for passwords).
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { HttpProblem } from '../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the key that the request came with; null where none is needed. */
    keyName: string | null
  }
}

/** A key: its name, for limits and logs, and its SHA-256. */
export interface ApiKey {
  name: string
  hash: Buffer
}

/** What needs no key: health, the pages with their files, and the documentation; none of them holds anything. */
const OPEN = /^(?:\/|\/health\/.*|\/inspector\.(?:js|css)|\/docs(?:\/.*)?)$/

export const authPlugin = fp<{ keys: readonly ApiKey[] }>(async (app, { keys }) => {
  app.decorateRequest('keyName', null)
  if (keys.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    if (OPEN.test(request.routeOptions.url ?? '')) return
    const given = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
    if (given === undefined) {
      reply.header('www-authenticate', 'Bearer realm="winnow"')
      throw new HttpProblem(401, 'An API key is needed: send authorization: Bearer KEY.', [
        { path: 'authorization', message: 'is missing' },
      ])
    }
    request.keyName = nameOf(keys, given)
    if (request.keyName === null)
      throw new HttpProblem(403, 'This API key is not known.', [{ path: 'authorization', message: 'is not known' }])
  })
})

/** All keys are compared, each in constant time: how long it takes says nothing. */
function nameOf(keys: readonly ApiKey[], given: string): string | null {
  const hash = createHash('sha256').update(given).digest()
  let found: string | null = null
  for (const { name, hash: known } of keys) if (timingSafeEqual(hash, known)) found = name
  return found
}

/**
 * Whom a request counts for.
 *
 * @param request the request
 * @returns its key, or its address
 */
export function callerOf(request: FastifyRequest): string {
  return request.keyName === null ? `address ${request.ip}` : `key ${request.keyName}`
}
