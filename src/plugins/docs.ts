/**
 * OpenAPI 3.1 from the zod schemas, and Swagger UI at /docs.
 * https://github.com/fastify/fastify-swagger, https://github.com/turkerdev/fastify-type-provider-zod
 */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

export const docsPlugin = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Winnow',
        version,
        description: 'Takes the raw text of a news article and gives back the article: headline, paragraphs, attributed quotes, and every spam fragment tied to its place.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'extract', description: 'Restore an article.' },
        { name: 'health', description: 'For orchestrators.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'list', deepLinking: true } })
})
