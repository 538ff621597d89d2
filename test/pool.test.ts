import t from 'tap'
import { request } from 'undici'
import { STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { Extraction } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import type { Job } from '../src/pool/job.ts'
import { ExtractionPool, LONG_TEXT, PoolOverload } from '../src/pool/pool.ts'
import { startServer } from './process.ts'

const LONG = `${STUFFED_EXAMPLE}\n`.repeat(Math.ceil((LONG_TEXT * 4) / STUFFED_EXAMPLE.length))
const jobOf = (text: string): Job => ({ text, html: false, options: {} })
const post = (url: string, text: string, signal?: AbortSignal) =>
  request(`${url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text, signal })

t.test('a worker gives the same answer as the main thread', async (t) => {
  const pool = new ExtractionPool({ threads: 1, queue: 4 })
  t.equal(pool.takes(jobOf('short')), false)
  t.equal(pool.takes(jobOf(LONG)), true)
  const answer = await pool.run({ ...jobOf(LONG), options: { offsets: 'utf-8' } }, new AbortController().signal)
  t.same(Extraction.parse(JSON.parse(answer?.json as string)), extract(LONG, { offsets: 'utf-8' }))
  await pool.close()
})

t.test('no threads: every text is read in the main thread', async (t) => {
  const pool = new ExtractionPool({ threads: 0, queue: 4 })
  t.equal(pool.takes(jobOf(LONG)), false)
  await pool.close()
})

t.test('a text whose caller has left is not read', async (t) => {
  const pool = new ExtractionPool({ threads: 1, queue: 4 })
  const gone = new AbortController()
  const waiting = pool.run(jobOf(LONG), gone.signal)
  gone.abort()
  await t.rejects(waiting, { name: 'AbortError' })
  t.ok(await pool.run(jobOf(LONG), new AbortController().signal), 'the next one is')
  await pool.close()
})

t.test('more texts than may wait are refused at once', async (t) => {
  const pool = new ExtractionPool({ threads: 1, queue: 1 })
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => pool.run(jobOf(LONG), new AbortController().signal)))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  t.ok(refused.length > 0 && refused.length < 8)
  for (const answer of refused) t.type(answer.reason, PoolOverload)
  await pool.close()
})

t.test('over HTTP: long texts are answered, an overload says when to come back, short texts go on', async (t) => {
  const server = await startServer({ POOL_THREADS: '1', POOL_QUEUE: '1', LOG_LEVEL: 'info' })
  const long = Array.from({ length: 8 }, () => post(server.url, LONG))
  const short = await post(server.url, STUFFED_EXAMPLE)
  t.equal(short.statusCode, 200)
  await short.body.text()
  const answers = await Promise.all(long)
  t.ok(answers.some(({ statusCode }) => statusCode === 200))
  const busy = answers.filter(({ statusCode }) => statusCode === 503)
  t.ok(busy.length > 0)
  for (const { headers, body } of busy) {
    t.match(headers['content-type'], /problem\+json/)
    t.ok(Number(headers['retry-after']) > 0)
    t.match(await body.json(), { status: 503, title: 'The service is busy' })
  }
  for (const { statusCode, body } of answers) if (statusCode === 200) t.ok(Extraction.safeParse(await body.json()).success)
  const leaving = new AbortController()
  const left = post(server.url, LONG, leaving.signal)
  setTimeout(() => leaving.abort(), 20)
  await t.rejects(left)
  const after = await post(server.url, LONG)
  t.equal(after.statusCode, 200, 'served after a client left')
  await after.body.text()
  t.equal(await server.stop(), 0)
  t.notMatch(server.log(), /request failed/)
})
