/** POST /extract/url: an address in, the page’s visible text and the article out. Off unless FETCH_ENABLED is set. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PageExtraction, UrlRequest } from '../schemas/page.ts'
import { urlProblems } from '../schemas/problem.ts'
import type { FetchLimits } from '../src/fetch/fetcher.ts'
import { decodePage } from '../src/pages/decode.ts'
import { leaving } from '../src/plugins/pool.ts'
import { HttpProblem } from '../src/problems.ts'

export const urlRoute: FastifyPluginAsyncZod<{ limits: FetchLimits | null }> = async (app, { limits }) => {
  // Undici is read only where it is needed.
  const fetcher = limits && new (await import('../src/fetch/fetcher.ts')).PageFetcher(limits)
  app.addHook('onClose', () => fetcher?.close())
  app.removeContentTypeParser('text/plain')

  app.post(
    '/extract/url',
    {
      config: { accepts: 'application/json' },
      schema: {
        tags: ['extract'],
        operationId: 'extractUrl',
        summary: 'Restore an article from its address: when Winnow shall fetch the page',
        description:
          'Fetches one page and goes on as POST /extract/html does; `content-location` in the answer is the address after redirects. Only public addresses, http and https, and the usual ports are fetched from. Off unless the operator sets FETCH_ENABLED=true.',
        body: UrlRequest,
        response: { 200: PageExtraction.describe('The article and the text it was read from.'), ...urlProblems },
      },
    },
    async (request, reply) => {
      if (!fetcher) throw new HttpProblem(404, 'POST /extract/url is switched off; FETCH_ENABLED=true switches it on.')
      const { url, ...options } = request.body
      const page = await fetcher.fetch(url, leaving(reply.raw))
      reply.header('content-location', page.url)
      return reply.extract({ text: decodePage(page.bytes, page.contentType).html, html: true, options }, 'url')
    },
  )
}
