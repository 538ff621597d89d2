import { readFileSync } from 'node:fs'
import { validate } from '@readme/openapi-parser'
import t from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

interface Operation {
  summary: string
  requestBody?: { content: Record<string, { examples?: Record<string, { summary: string; value: unknown }> }> }
  responses: Record<string, { content: Record<string, unknown> }>
}

const app = await buildApp(readConfig({}))
t.teardown(() => app.close())

t.test('GET /docs/json is OpenAPI 3.1 that describes every field', async (t) => {
  const response = await app.inject('/docs/json')
  t.equal(response.statusCode, 200)
  const document = response.json()
  t.match(document.openapi, /^3\.1/)
  t.ok(document.paths['/extract'].post.requestBody.content['text/plain'])
  const undescribed: string[] = []
  for (const [name, schema] of Object.entries<{ properties?: Record<string, { description?: string; $ref?: string }> }>(
    document.components.schemas,
  )) {
    for (const [field, property] of Object.entries(schema.properties ?? {}))
      if (!property.description && !property.$ref) undescribed.push(`${name}.${field}`)
  }
  t.same(undescribed, [])
})

t.test('the document is valid, and openapi.json is up to date', async (t) => {
  const document = (await app.inject('/docs/json')).json()
  const committed = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'))
  t.same(document, committed, 'npm run openapi writes it anew')
  t.match(await validate(document), { valid: true })
})

t.test('the examples in the document really run, and those to be refused are refused', async (t) => {
  const { paths } = (await app.inject('/docs/json')).json()
  let examples = 0
  for (const [url, { post }] of Object.entries<Record<string, Operation>>(paths)) {
    // These two need what is not here: the web, and a Redis.
    if (url === '/extract/url' || url === '/batches') continue
    for (const [type, media] of Object.entries(post?.requestBody?.content ?? {})) {
      for (const [name, { summary, value }] of Object.entries(media.examples ?? {})) {
        const payload = typeof value === 'string' ? value : JSON.stringify(value)
        const response = await app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })
        t.equal(response.statusCode, Number(/: (4\d\d)$/.exec(summary)?.[1] ?? 200), `${url} ${type} ${name}`)
        examples++
      }
    }
  }
  t.ok(examples >= 11)
})

t.test('every operation says when to use it, and every error has an example', async (t) => {
  const { paths } = (await app.inject('/docs/json')).json()
  for (const [url, methods] of Object.entries<Record<string, Operation>>(paths)) {
    for (const { summary, responses } of Object.values(methods)) {
      t.ok(summary.length > 10, url)
      if (url.startsWith('/health')) continue
      for (const [status, { content }] of Object.entries(responses)) {
        if (status < '400') continue
        const { example } = content['application/problem+json'] as { example: { status: number } }
        t.equal(example.status, Number(status), `${url} ${status}`)
      }
    }
  }
})

t.test('Swagger UI is served at /docs', async (t) => {
  const response = await app.inject('/docs')
  t.equal(response.statusCode, 200)
  t.match(response.body, /swagger-ui/)
})

t.test('health checks answer', async (t) => {
  for (const path of ['/health/live', '/health/ready']) {
    const response = await app.inject(path)
    t.equal(response.statusCode, 200)
    t.same(response.json(), { status: 'ok' })
  }
})
