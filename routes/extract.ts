/** POST /extract: raw text in, article out. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Extraction, ExtractOptions, extractRequest, type Limits } from '../schemas/extraction.ts'
import { Problem } from '../schemas/problem.ts'
import { extract } from '../src/engine/extract.ts'
import { HttpProblem } from '../src/plugins/errors.ts'

const problems = {
  400: Problem.describe('Malformed JSON or invalid fields; every one is named.'),
  413: Problem.describe('The text is too large; the limit is named.'),
  415: Problem.describe('Wrong media type; the accepted ones are named.'),
  422: Problem.describe('The text has nothing in it.'),
  503: Problem.describe('Too many long texts are waiting; try again after the seconds in `Retry-After`.'),
}

/** Registers the route; `maxTextLength` comes from the configuration. */
export const extractRoute: FastifyPluginAsyncZod<Limits> = async (app, limits) => {
  app.addContentTypeParser('text/plain', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (!/charset/i.test(request.headers['content-type'] ?? '') || /charset="?utf-?8/i.test(request.headers['content-type'] as string)) {
        done(null, {
          ...queryOptions(request.query),
          text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body as Buffer),
        })
      } else
        done(new HttpProblem(415, 'text/plain must be UTF-8.', [{ path: 'content-type', message: 'must be text/plain; charset=utf-8' }]))
    } catch {
      done(new HttpProblem(400, 'The body is not valid UTF-8.', [{ path: 'text', message: 'must be valid UTF-8' }]))
    }
  })

  app.post(
    '/extract',
    {
      schema: {
        tags: ['extract'],
        summary: 'Restore an article from its raw text',
        description:
          'Send JSON, or `text/plain` with the options in the query string. The answer gives headline, paragraphs, quotes with their speakers, and every spam fragment, each with its place in the input.',
        consumes: ['application/json', 'text/plain'],
        querystring: ExtractOptions.partial().describe('Options, where the body is text/plain.'),
        body: extractRequest(limits),
        response: { 200: Extraction.describe('The article.'), ...problems },
      },
    },
    async (request, reply) => {
      const { text, ...options } = request.body
      if (text.trim() === '') throw new HttpProblem(422, 'The text has nothing in it.', [{ path: 'text', message: 'must not be blank' }])
      if (!app.pool.takes(text)) return extract(text, options)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const answer = await app.pool.run(text, options, gone.signal)
      // The worker has validated the answer and written it down.
      reply.type('application/json; charset=utf-8').serializer((written) => written as string)
      return answer as unknown as Extraction
    },
  )
}

/** With text/plain the query string holds the options; they are validated with the text. */
function queryOptions(query: unknown): Record<string, unknown> {
  return typeof query === 'object' && query !== null ? { ...query } : {}
}
