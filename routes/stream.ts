/** POST /extract/stream: documents in, articles out, one a line, for as long as they come. */
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Limits } from '../schemas/extraction.ts'
import { streamProblems } from '../schemas/problem.ts'
import { StreamOptions } from '../schemas/stream.ts'
import { leaving } from '../src/plugins/pool.ts'
import { HttpProblem, problemOf } from '../src/problems.ts'
import type { Answered } from '../src/stream/documents.ts'
import { extractLines } from '../src/stream/extract-lines.ts'
import { patiently } from '../src/stream/patiently.ts'
import { NDJSON, takeNdjson } from './bodies.ts'

/** What the route takes from the configuration. */
interface StreamLimits extends Limits {
  /** Longest line, in bytes. */
  maxLineBytes: number
  /** How long a client may keep silent, in milliseconds. */
  requestTimeout: number
}

export const streamRoute: FastifyPluginAsyncZod<StreamLimits> = async (app, { maxTextLength, maxLineBytes, requestTimeout }) => {
  app.removeAllContentTypeParsers()
  takeNdjson(app)

  app.post(
    '/extract/stream',
    {
      config: { accepts: NDJSON, streams: true },
      schema: {
        tags: ['extract'],
        operationId: 'extractStream',
        summary: 'Restore many articles in one request: when you have a file or a feed of them',
        description:
          'One JSON document a line: `{id?, text, title?, language?, offsets?}`; the answer has one line a document, `{id, …article}` or `{id, error}` with a problem document that names the line. One bad line never ends the stream. The first answers come while you still send; a slow reader slows the reading of the request.',
        consumes: [NDJSON],
        produces: [NDJSON],
        querystring: StreamOptions,
        response: { 200: z.string().describe('One answer a line.'), ...streamProblems },
      },
    },
    async (request, reply) => {
      const answers = extractLines(patiently(request.body as Readable, requestTimeout), maxLineBytes, {
        pool: app.pool,
        maxTextLength,
        ordered: request.query.order === 'input',
        signal: leaving(reply.raw),
        instance: '/extract/stream',
        requestId: request.id,
        onArticle: (report) => app.metrics.countArticle(report),
        onFailure: (error) => request.log.error({ err: { type: error.name, stack: error.stack } }, 'a document failed'),
      })
      return reply
        .type(`${NDJSON}; charset=utf-8`)
        .serializer((line) => line as string)
        .send(Readable.from(written(answers, request.id), { objectMode: true, highWaterMark: 1 }) as unknown as string)
    },
  )
}

/** The lines; where the client falls silent the last one says so. */
async function* written(answers: AsyncIterable<Answered>, requestId: string): AsyncGenerator<string> {
  try {
    for await (const { line } of answers) yield line
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    yield `${JSON.stringify({ id: null, error: problemOf(error, '/extract/stream', requestId) })}\n`
  }
}
