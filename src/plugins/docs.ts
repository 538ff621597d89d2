/**
 * OpenAPI 3.1 from the zod schemas, and Swagger UI at /docs.
 * https://github.com/fastify/fastify-swagger, https://github.com/turkerdev/fastify-type-provider-zod
 */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { EXAMPLES } from '../../schemas/examples.ts'

export const docsPlugin = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Winnow',
        version,
        description:
          'Takes the raw text of a news article and gives back the article: headline, paragraphs, attributed quotes, and every spam fragment tied to its place.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'extract', description: 'Restore an article.' },
        { name: 'health', description: 'For orchestrators.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input) as {
        paths: Record<string, { post?: { requestBody?: { content: Record<string, unknown> } } }>
      }
      const content = document.paths['/extract']?.post?.requestBody?.content
      if (content) {
        // One schema cannot say that the same fields come as JSON or as a bare text with a query string.
        content['text/plain'] = {
          schema: { type: 'string', description: 'The raw text of the article; the options go in the query string.' },
          examples: named(({ text }) => text),
        }
        content['application/json'] = { ...(content['application/json'] as object), examples: named((request) => request) }
      }
      return document as ReturnType<typeof jsonSchemaTransformObject>
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'list', deepLinking: true } })
})

/** The documented examples by name, each in the form that a media type has. */
function named(form: (request: (typeof EXAMPLES)[number]['request']) => unknown): Record<string, { summary: string; value: unknown }> {
  return Object.fromEntries(EXAMPLES.map(({ name, summary, request }) => [name, { summary, value: form(request) }]))
}
