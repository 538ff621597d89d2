/** /batches: durable bulk work; documents in, an id out, answers when they are ready. */
import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Batch, BatchHeaders, BatchParams, BatchRequest, ResultOptions } from '../schemas/batch.ts'
import { batchProblems } from '../schemas/problem.ts'
import type { Batches } from '../src/bulk/batches.ts'
import type { BatchState } from '../src/bulk/registry.ts'
import { leaving } from '../src/plugins/pool.ts'
import { HttpProblem } from '../src/problems.ts'
import { type Line, readLines } from '../src/stream/lines.ts'
import { patiently } from '../src/stream/patiently.ts'
import { NDJSON, takeNdjson } from './bodies.ts'

/** What the routes take from the configuration. */
interface BatchRouteOptions {
  /** Longest line, in bytes. */
  maxLineBytes: number
  /** How long a client may keep silent, in milliseconds. */
  requestTimeout: number
}

const EVENTS = 'text/event-stream'
/** A progress event is sent this often, in milliseconds. */
const TICK = 1000

export const batchesRoute: FastifyPluginAsyncZod<BatchRouteOptions> = async (app, { maxLineBytes, requestTimeout }) => {
  app.removeContentTypeParser('text/plain')
  takeNdjson(app)

  app.post(
    '/batches',
    {
      config: { accepts: `${NDJSON} or application/json`, streams: true },
      schema: {
        tags: ['batches'],
        operationId: 'createBatch',
        summary: 'Hand in many documents, and fetch the answers later: when you have more than one request can wait for',
        description:
          'NDJSON is taken in as it comes, however long; JSON takes a list. A document that is wrong gets an error of its own among the results. Needs Redis (REDIS_URL) and at least one `winnow worker`.',
        consumes: [NDJSON, 'application/json'],
        headers: BatchHeaders,
        response: { 202: Batch.describe('The batch was taken in; `location` is where its state is.'), ...batchProblems },
      },
    },
    async (request, reply) => {
      const batches = here()
      const key = request.headers['idempotency-key']
      const hashed = key === undefined ? null : createHash('sha256').update(key).digest('hex')
      let id: string = randomUUID()
      if (hashed !== null) {
        const owner = await batches.registry.claim(hashed, id)
        if (owner !== id) {
          // A repeated request: what it sends is not read again.
          const state = await batches.read(owner)
          if (state) return reply.code(202).header('location', `/batches/${owner}`).send(describe(owner, state))
          id = owner
        }
      }
      try {
        await batches.submit(id, linesOf(request))
      } catch (error) {
        if (hashed !== null) await batches.registry.release(hashed)
        throw error
      }
      const state = (await batches.read(id)) as BatchState
      return reply.code(202).header('location', `/batches/${id}`).send(describe(id, state))
    },
  )

  app.get(
    '/batches/:id',
    {
      schema: {
        tags: ['batches'],
        operationId: 'readBatch',
        summary: 'How far is a batch?',
        description: 'With `accept: text/event-stream` the state comes as an event each second, until the batch is completed or cancelled.',
        params: BatchParams,
        response: { 200: Batch, ...batchProblems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const state = await stateOf(id)
      if (!request.headers.accept?.includes(EVENTS)) return describe(id, state)
      return reply
        .type(EVENTS)
        .header('cache-control', 'no-store')
        .serializer((event) => event as string)
        .send(Readable.from(events(id, leaving(reply.raw))) as unknown as Batch)
    },
  )

  app.get(
    '/batches/:id/results',
    {
      schema: {
        tags: ['batches'],
        operationId: 'readResults',
        summary: 'The answers, in the order of the documents',
        description:
          'NDJSON, one line a document: `{id, …article}` or `{id, error}`. While the batch is running, the answers end where the first one is missing; `from` goes on from there, and after a connection that broke.',
        produces: [NDJSON],
        params: BatchParams,
        querystring: ResultOptions,
        response: { 200: z.string().describe('One answer a line.'), ...batchProblems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const state = await stateOf(id)
      if (state.cancelled) throw new HttpProblem(404, 'This batch was cancelled; its answers are gone.')
      return reply
        .type(`${NDJSON}; charset=utf-8`)
        .header('winnow-batch-status', describe(id, state).status)
        .serializer((chunk) => chunk as string)
        .send(Readable.from(here().results(id, request.query.from), { objectMode: false }) as unknown as string)
    },
  )

  app.delete(
    '/batches/:id',
    {
      schema: {
        tags: ['batches'],
        operationId: 'cancelBatch',
        summary: 'Cancel a batch and free what it holds',
        params: BatchParams,
        response: { 200: Batch.describe('The batch, cancelled.'), ...batchProblems },
      },
    },
    async (request) => {
      const { id } = request.params
      const { parts } = await stateOf(id)
      await here().cancel(id, parts)
      return describe(id, await stateOf(id))
    },
  )

  function here(): Batches {
    if (!app.batches)
      throw new HttpProblem(503, 'Batches need Redis: set REDIS_URL (redis://host:port) and run `winnow worker`.', [
        { path: 'REDIS_URL', message: 'is not set' },
      ])
    return app.batches
  }

  async function stateOf(id: string): Promise<BatchState> {
    const state = await here().read(id)
    if (!state) throw new HttpProblem(404, 'There is no such batch, or it has expired.', [{ path: 'id', message: 'is not known' }])
    return state
  }

  async function* events(id: string, gone: AbortSignal): AsyncGenerator<string> {
    for (;;) {
      const state = await here().read(id)
      if (!state) return
      const batch = describe(id, state)
      yield `event: progress\ndata: ${JSON.stringify(batch)}\n\n`
      if (gone.aborted || batch.status === 'completed' || batch.status === 'cancelled') return
      await new Promise((resolve) => setTimeout(resolve, TICK))
    }
  }

  function linesOf(request: FastifyRequest): AsyncIterable<Line> {
    if (request.body instanceof Readable) return readLines(patiently(request.body, requestTimeout), maxLineBytes)
    const parsed = BatchRequest.safeParse(request.body)
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.') || 'documents', message }))
      throw new HttpProblem(400, `Not valid: ${errors.map(({ path }) => path).join(', ')}.`, errors)
    }
    return listed(parsed.data.documents)
  }
}

async function* listed(documents: readonly object[]): AsyncGenerator<Line> {
  for (const [index, document] of documents.entries()) yield { number: index + 1, bytes: Buffer.from(JSON.stringify(document)) }
}

function describe(id: string, state: BatchState): Batch {
  const { created, started, finished, done, documents, sealed } = state
  // The first part is done when the clock starts: from the time of taking in, the rate includes the wait.
  const seconds = started === null ? 0 : ((finished ?? Date.now()) - created) / 1000
  const rate = done === 0 || seconds <= 0 ? null : Math.round((done * 10) / seconds) / 10
  const left = sealed && rate ? ((documents - done) / rate) * 1000 : null
  const end = state.cancelled ? null : (finished ?? (left === null ? null : Date.now() + left))
  return {
    id,
    status: state.cancelled ? 'cancelled' : finished !== null ? 'completed' : started !== null ? 'running' : 'queued',
    documents: sealed ? documents : null,
    done,
    failed: state.failed,
    rate,
    created: new Date(created).toISOString(),
    estimatedEnd: end === null ? null : new Date(end).toISOString(),
  }
}
