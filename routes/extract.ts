/** POST /extract: raw text in, article out. */
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Extraction, ExtractOptions, extractRequest, type Limits } from '../schemas/extraction.ts'
import { extractProblems } from '../schemas/problem.ts'
import { plainBody } from './bodies.ts'

/** Registers the route; `maxTextLength` comes from the configuration. */
export const extractRoute: FastifyPluginAsyncZod<Limits> = async (app, limits) => {
  app.addContentTypeParser('text/plain', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => plainBody(request, body))

  app.post(
    '/extract',
    {
      config: { accepts: 'application/json or text/plain; charset=utf-8', textField: { name: 'text', maxLength: limits.maxTextLength } },
      schema: {
        tags: ['extract'],
        operationId: 'extract',
        summary: 'Restore an article from its raw text: when you have text, not HTML',
        description:
          'Send JSON, or `text/plain` with the options in the query string. The answer gives headline, paragraphs, quotes with their speakers, and every spam fragment, each with its place in the input.',
        consumes: ['application/json', 'text/plain'],
        querystring: ExtractOptions.partial().describe('Options, where the body is text/plain.'),
        body: extractRequest(limits),
        response: { 200: Extraction.describe('The article.'), ...extractProblems },
      },
    },
    async (request, reply) => {
      const { text, ...options } = request.body
      return reply.extract({ text, html: false, options }, 'text')
    },
  )
}
