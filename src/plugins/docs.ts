/**
 * OpenAPI 3.1 from the zod schemas, and Swagger UI at /docs.
 * https://github.com/fastify/fastify-swagger, https://github.com/turkerdev/fastify-type-provider-zod
 */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { BAD_EXAMPLES, EXAMPLES, PAGE_EXAMPLE, PROBLEM_EXAMPLES, STREAM_EXAMPLE } from '../../schemas/examples.ts'
import { problemOf } from '../problems.ts'

/** The part of an OpenAPI document that examples go into. */
interface Documented {
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  requestBody?: { content: Record<string, MediaType> }
  responses?: Record<string, { content?: Record<string, MediaType> }>
}
interface Example {
  name: string
  summary: string
  request: { text: string }
}
interface MediaType {
  schema?: object
  example?: unknown
  examples?: Record<string, { summary: string; value: unknown }>
}

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
        { name: 'batches', description: 'Durable bulk work.' },
        { name: 'health', description: 'For orchestrators.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input) as unknown as Documented
      describeBodies(document)
      for (const [path, operations] of Object.entries(document.paths))
        for (const operation of Object.values(operations)) describeProblems(path, operation)
      return document as unknown as ReturnType<typeof jsonSchemaTransformObject>
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    // Swagger UI sets styles on its elements; nothing of it comes from elsewhere.
    transformStaticCSP: (header) => header.replace("style-src 'self' https:", "style-src 'self' 'unsafe-inline'").replaceAll(' https:', ''),
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })
})

/** One schema cannot say that the same fields come as JSON or as a bare text with a query string. */
function describeBodies({ paths }: Documented): void {
  const contentOf = (path: string): Record<string, MediaType> | undefined => paths[path]?.post?.requestBody?.content
  const bare = (description: string, examples: MediaType['examples']): MediaType => ({ schema: { type: 'string', description }, examples })
  const named = (examples: readonly Example[], form: (request: { text: string }) => unknown): MediaType['examples'] =>
    Object.fromEntries(examples.map(({ name, summary, request }) => [name, { summary, value: form(request) }]))
  const text = contentOf('/extract')
  if (text) {
    text['application/json'] = { ...text['application/json'], examples: named([...EXAMPLES, ...BAD_EXAMPLES], (request) => request) }
    text['text/plain'] = bare(
      'The raw text of the article; the options go in the query string.',
      named(EXAMPLES, (request) => request.text),
    )
  }
  const page = contentOf('/extract/html')
  if (page) {
    const summary = 'A page with its furniture'
    page['application/json'] = { ...page['application/json'], examples: { page: { summary, value: { html: PAGE_EXAMPLE } } } }
    page['text/html'] = bare('The page; the options go in the query string.', { page: { summary, value: PAGE_EXAMPLE } })
  }
  const address = contentOf('/extract/url')
  if (address) {
    const example = { summary: 'A page of the web', value: { url: 'https://example.org/news/1' } }
    address['application/json'] = { ...address['application/json'], examples: { page: example } }
  }
  const batch = paths['/batches']?.post
  if (batch) {
    const listed = { summary: 'A list', value: { documents: EXAMPLES.map(({ name, request }) => ({ id: name, ...request })) } }
    const documents = { summary: 'Two articles and a line that is wrong', value: STREAM_EXAMPLE }
    batch.requestBody = {
      content: {
        'application/x-ndjson': bare('One document a line, as for POST /extract/stream.', { documents }),
        'application/json': { schema: { type: 'object' }, examples: { listed } },
      },
    }
  }
  const stream = paths['/extract/stream']?.post
  if (stream) {
    const documents = { summary: 'Two articles and a line that is wrong', value: STREAM_EXAMPLE }
    stream.requestBody = { content: { 'application/x-ndjson': bare('One document a line.', { documents }) } }
  }
}

/** Problems have a media type of their own, and each status an example. */
function describeProblems(path: string, { responses = {} }: Operation): void {
  for (const [status, response] of Object.entries(responses)) {
    const example = PROBLEM_EXAMPLES[Number(status)]
    const [media] = Object.values(response.content ?? {})
    if (!example || !media || path.startsWith('/health')) continue
    const value = problemOf({ status: Number(status), ...example }, path, '0b5c4f8e-6f0e-4c55-9d0e-3a6f3f1f7f52')
    response.content = { 'application/problem+json': { ...media, example: value } }
  }
}
