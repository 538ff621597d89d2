import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { ENGLISH_EXAMPLE, PLAIN_EXAMPLE } from '../../schemas/examples.ts'
import { Extraction } from '../../schemas/extraction.ts'
import { Problem } from '../../schemas/problem.ts'
import { buildApp } from '../../src/app.ts'
import { BatchWorker } from '../../src/bulk/worker.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { extract } from '../../src/engine/extract.ts'
import { startRedis } from '../redis.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }

t.test('without a Redis the routes say what to set, and everything else works', async (t) => {
  const app = await buildApp(readConfig({}))
  const response = await app.inject({ method: 'POST', url: '/batches', headers: NDJSON, payload: '{}' })
  t.equal(response.statusCode, 503)
  t.match(Problem.parse(response.json()).detail, /REDIS_URL/)
  t.equal((await app.inject({ method: 'POST', url: '/extract', payload: { text: PLAIN_EXAMPLE } })).statusCode, 200)
  await app.close()
})

const redis = await startRedis()
if (!redis) {
  t.pass('skipped: no redis-server')
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'winnow-batches-'))
const config = readConfig({
  REDIS_URL: redis.url,
  BATCH_STORE: folder,
  BATCH_PART_DOCUMENTS: '10',
  BATCH_QUEUE: '50',
  MAX_TEXT_LENGTH: '5000',
  POOL_THREADS: '0',
})
const app = await buildApp(config)
// Nothing is awaited behind this: tap ends a file that has a teardown as soon as no test runs.
t.teardown(async () => {
  await redis.remove()
  rmSync(folder, { recursive: true, force: true })
})
t.teardown(() => app.close())
const workerOf = ({ batches, maxTextLength }: Config) =>
  new BatchWorker({ batches: batches as NonNullable<typeof batches>, maxTextLength, threads: 1 }, () => {})
const create = (payload: string | object, headers: Record<string, string> = NDJSON) =>
  app.inject({ method: 'POST', url: '/batches', headers, payload })
const read = async (id: string) => (await app.inject(`/batches/${id}`)).json()
const resultsOf = async (id: string, from = 0): Promise<{ id: unknown; error?: Problem }[]> =>
  (await app.inject(`/batches/${id}/results?from=${from}`)).body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
async function finished(id: string): Promise<void> {
  while ((await read(id)).status !== 'completed') await setTimeout(50)
}
const documents = (count: number) => Array.from({ length: count }, (_, id) => ({ id, text: id % 2 ? PLAIN_EXAMPLE : ENGLISH_EXAMPLE }))
const lines = (list: object[]) => list.map((document) => JSON.stringify(document)).join('\n')

t.test('a batch waits for a worker, is worked on, and gives its answers in order; bad documents fail alone', async (t) => {
  const bad = [
    '{"id": "broken"',
    '{"id": "y", "txet": 1}',
    JSON.stringify({ id: 'z', text: ' ' }),
    JSON.stringify({ text: 'x'.repeat(60_000) }),
  ]
  const response = await create(`${lines(documents(34))}\n${bad.join('\n')}`)
  t.equal(response.statusCode, 202)
  const { id, status, documents: count } = response.json()
  t.equal(response.headers.location, `/batches/${id}`)
  t.same({ status, count }, { status: 'queued', count: 38 })
  t.same(await resultsOf(id), [], 'no answer yet')

  const worker = workerOf(config)
  await finished(id)
  await worker.close()
  const state = await read(id)
  t.match(state, { status: 'completed', documents: 38, done: 38, failed: 4 })
  t.ok(state.rate > 0 && state.estimatedEnd)
  const answers = await resultsOf(id)
  t.equal(answers.length, 38)
  documents(34).forEach(({ id: given, text }, at) => {
    const { id, ...found } = answers[at] as { id: number }
    t.equal(id, given)
    t.same(Extraction.parse(found), extract(text))
  })
  t.same(
    answers.slice(34).map(({ error }) => [error?.status, /Line (\d+)/.exec(error?.detail ?? '')?.[1]]),
    [
      [400, '35'],
      [400, '36'],
      [422, '37'],
      [413, '38'],
    ],
  )
  t.same(await resultsOf(id, 25), answers.slice(25), 'goes on from any document')
  t.same(await resultsOf(id, 38), [])
})

t.test('a JSON list does the same; what is no list is refused', async (t) => {
  const response = await create({ documents: documents(3) }, {})
  t.equal(response.statusCode, 202)
  const worker = workerOf(config)
  await finished(response.json().id)
  await worker.close()
  t.equal((await resultsOf(response.json().id)).length, 3)
  t.match((await create({ documents: [] }, {})).json(), { status: 400, errors: [{ path: 'documents' }] })
  t.match((await create({ docs: [] }, {})).json(), { status: 400 })
  t.equal((await create('x', { 'content-type': 'text/csv' })).statusCode, 415)
})

t.test('a repeated request with the same key makes one batch', async (t) => {
  const headers = { ...NDJSON, 'idempotency-key': 'monday' }
  const first = (await create(lines(documents(2)), headers)).json()
  const again = await create(lines(documents(2)), headers)
  t.equal(again.statusCode, 202)
  t.equal(again.json().id, first.id)
  t.not((await create(lines(documents(2)))).json().id, first.id)
})

t.test('cancelled: no more work, nothing kept; unknown: 404', async (t) => {
  const { id } = (await create(lines(documents(60)))).json()
  t.ok(readdirSync(folder).includes(id))
  t.match((await app.inject({ method: 'DELETE', url: `/batches/${id}` })).json(), { id, status: 'cancelled' })
  t.notOk(readdirSync(folder).includes(id))
  t.equal((await app.inject(`/batches/${id}/results`)).statusCode, 404)
  const worker = workerOf(config)
  await setTimeout(500)
  await worker.close()
  t.match(await read(id), { status: 'cancelled', done: 0 })
  for (const url of ['/batches/0f8fad5b-d9cb-469f-a165-70867728950e', '/batches/0f8fad5b-d9cb-469f-a165-70867728950e/results'])
    t.equal((await app.inject(url)).statusCode, 404)
  t.equal((await app.inject('/batches/no-uuid')).statusCode, 400)
})

t.test('server-sent events tell the progress until the end', async (t) => {
  const { id } = (await create(lines(documents(30)))).json()
  const worker = workerOf(config)
  const response = await app.inject({ url: `/batches/${id}`, headers: { accept: 'text/event-stream' } })
  await worker.close()
  t.match(response.headers['content-type'], /^text\/event-stream/)
  const events = [...response.body.matchAll(/^event: progress\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data as string))
  t.ok(events.length >= 1)
  t.equal(events.at(-1).status, 'completed')
})

t.test('a full queue refuses new batches with 429 and Retry-After', async (t) => {
  const { id } = (await create(lines(documents(500)))).json()
  const refused = await create(lines(documents(1)))
  t.equal(refused.statusCode, 429)
  t.ok(Number(refused.headers['retry-after']) > 0)
  await app.inject({ method: 'DELETE', url: `/batches/${id}` })
  t.equal((await create(lines(documents(1)))).statusCode, 202)
})

t.test('parts that Redis has lost are queued again; batches expire', async (t) => {
  const batches = app.batches as NonNullable<typeof app.batches>
  const { id } = (await create(lines(documents(20)))).json()
  const worker = workerOf(config)
  await finished(id)
  await worker.close()
  // As after a crash: the state of the batch is gone, its documents are not.
  await batches.registry.forget(id)
  t.match(await read(id), { status: 'queued', documents: 20, done: 0 })
  const next = workerOf(config)
  while ((await batches.backlog()) > 0) await setTimeout(50)
  await batches.sweep()
  await finished(id)
  await next.close()
  t.equal((await resultsOf(id)).length, 20)

  const short = await buildApp({ ...config, batches: { ...(config.batches as NonNullable<typeof config.batches>), life: 1 } })
  const doomed = (await short.inject({ method: 'POST', url: '/batches', headers: NDJSON, payload: lines(documents(1)) })).json()
  await setTimeout(10)
  await short.batches?.sweep()
  t.equal((await app.inject(`/batches/${doomed.id}`)).statusCode, 404)
  t.notOk(readdirSync(folder).includes(doomed.id))
  await short.close()
})

t.test('while Redis is away the routes answer 503, and afterwards they work again', async (t) => {
  await redis.stop()
  const response = await create(lines(documents(1)))
  t.equal(response.statusCode, 503)
  t.match(response.json().detail, /Redis/)
  t.equal((await app.inject('/metrics')).statusCode, 200)
  await redis.start()
  let status = 0
  for (let tries = 0; tries < 50 && status !== 202; tries++) {
    await setTimeout(100)
    status = (await create(lines(documents(1)))).statusCode
  }
  t.equal(status, 202)
})
