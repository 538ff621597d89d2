/** POST /extract/html: a page in, its visible text and the article out. */
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { htmlRequest, PageExtraction, PageOptions } from '../schemas/page.ts'
import { extractProblems } from '../schemas/problem.ts'
import { pageBody } from './bodies.ts'

/** Registers the route; the longest page, in UTF-16 units, and the longest body, in bytes, come from the configuration. */
export const htmlRoute: FastifyPluginAsyncZod<{ maxHtmlLength: number; bodyLimit: number }> = async (app, { maxHtmlLength, bodyLimit }) => {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(['text/html', 'application/xhtml+xml'], { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    pageBody(request, body),
  )

  app.post(
    '/extract/html',
    {
      bodyLimit,
      config: { accepts: 'application/json or text/html', textField: { name: 'html', maxLength: maxHtmlLength } },
      schema: {
        tags: ['extract'],
        operationId: 'extractHtml',
        summary: 'Restore an article from a page: when you have HTML',
        description:
          'Send JSON, or `text/html` in any encoding that browsers know (header, then `<meta>`, then statistics). Winnow reads the visible text first, a block a line, and gives it back as `source`: every offset refers to it. The page’s only h1, its og:title or its title serve as the title hint.',
        consumes: ['application/json', 'text/html'],
        querystring: PageOptions.partial().describe('Options, where the body is text/html.'),
        body: htmlRequest(maxHtmlLength),
        response: { 200: PageExtraction.describe('The article and the text it was read from.'), ...extractProblems },
      },
    },
    async (request, reply) => {
      const { html, url: _url, ...options } = request.body
      return reply.extract({ text: html, html: true, options }, 'html')
    },
  )
}
