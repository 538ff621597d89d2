import t from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

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

t.test('the examples in the document really run', async (t) => {
  const { content } = (await app.inject('/docs/json')).json().paths['/extract'].post.requestBody
  const examples = Object.values<{ value: object }>(content['application/json'].examples)
  t.ok(examples.length >= 3)
  for (const { value } of examples) t.equal((await app.inject({ method: 'POST', url: '/extract', payload: value })).statusCode, 200)
  for (const { value } of Object.values<{ value: string }>(content['text/plain'].examples)) {
    t.equal(
      (await app.inject({ method: 'POST', url: '/extract', headers: { 'content-type': 'text/plain' }, payload: value })).statusCode,
      200,
    )
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
