import { request as httpRequest, type IncomingMessage } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { ENGLISH_EXAMPLE, PLAIN_EXAMPLE, STUFFED_EXAMPLE } from '../../schemas/examples.ts'
import { Extraction } from '../../schemas/extraction.ts'
import { Problem } from '../../schemas/problem.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { extract } from '../../src/engine/extract.ts'
import { memoryOf, type Running, startServer } from '../process.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }
const TEXTS = [PLAIN_EXAMPLE, ENGLISH_EXAMPLE, STUFFED_EXAMPLE]

/** An open request of which the test writes and reads as it likes. */
async function open({ url }: Running, query = '') {
  const sent = httpRequest(`${url}/extract/stream${query}`, { method: 'POST', headers: NDJSON })
  sent.on('error', () => {})
  sent.flushHeaders()
  const answer = new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject))
  answer.catch(() => {})
  return { sent, answer }
}
async function linesOf(answer: IncomingMessage): Promise<{ id: unknown; error?: unknown }[]> {
  let body = ''
  for await (const chunk of answer.setEncoding('utf8')) body += chunk
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

for (const threads of ['0', '2']) {
  t.test(`with ${threads} threads each line is answered in order, a bad line with its number`, async (t) => {
    const app = await buildApp(readConfig({ POOL_THREADS: threads, MAX_TEXT_LENGTH: '5000' }))
    const good = Array.from({ length: 30 }, (_, at) => ({ id: at, text: TEXTS[at % 3] as string }))
    const lines = [
      ...good.map((document) => JSON.stringify(document)),
      '',
      '{"id": "x", "text": ',
      '[]',
      '{"id": "y", "txet": "a"}',
      '{"id": "z", "text": " "}',
      JSON.stringify({ id: 'long', text: 'x'.repeat(5001) }),
      JSON.stringify({ id: 'longer', text: 'x'.repeat(100_000) }),
      JSON.stringify({ text: PLAIN_EXAMPLE, offsets: 'utf-8' }),
    ]
    const response = await app.inject({ method: 'POST', url: '/extract/stream', headers: NDJSON, payload: lines.join('\r\n') })
    t.equal(response.statusCode, 200)
    t.match(response.headers['content-type'], /^application\/x-ndjson/)
    const answers = response.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    t.equal(answers.length, lines.length - 1, 'one answer a document')
    good.forEach(({ id, text }, at) => {
      const { id: given, ...found } = answers[at]
      t.equal(given, id)
      t.same(Extraction.parse(found), extract(text))
    })
    const errors = answers.slice(good.length, -1)
    t.same(
      errors.map(({ id, error }) => [id, Problem.parse(error).status, /Line (\d+)/.exec(error.detail)?.[1]]),
      [
        [null, 400, '32'],
        [null, 400, '33'],
        ['y', 400, '34'],
        ['z', 422, '35'],
        ['long', 413, '36'],
        [null, 413, '37'],
      ],
    )
    t.equal(answers.at(-1).id, null)
    t.equal(answers.at(-1).headline.end, Buffer.byteLength(PLAIN_EXAMPLE.split('\n')[0] as string))
    await app.close()
  })
}

t.test('the first answer comes while the request is still being sent', async (t) => {
  const server = await startServer()
  const { sent, answer } = await open(server)
  sent.write(`${JSON.stringify({ id: 1, text: PLAIN_EXAMPLE })}\n`)
  const response = await answer
  const first = await new Promise<Buffer>((resolve) => response.once('data', resolve))
  t.match(first.toString(), /^\{"id":1,"language":"zh-Hans"/)
  sent.end(JSON.stringify({ id: 2, text: PLAIN_EXAMPLE }))
  t.match(await linesOf(response), [{ id: 2 }])
  await server.stop()
})

t.test('order=any gives every answer, long documents do not hold short ones up', async (t) => {
  const server = await startServer({ POOL_THREADS: '2' })
  const { sent, answer } = await open(server, '?order=any')
  sent.write(`${JSON.stringify({ id: 'long', text: `${STUFFED_EXAMPLE}\n`.repeat(400) })}\n`)
  for (let id = 0; id < 6; id++) sent.write(`${JSON.stringify({ id, text: PLAIN_EXAMPLE })}\n`)
  sent.end()
  const ids = (await linesOf(await answer)).map(({ id }) => id)
  t.equal(ids.length, 7)
  t.equal(ids.at(-1), 'long')
  await server.stop()
})

t.test(
  'a reader who stops stops the reading of the request; memory stays flat over hundreds of megabytes',
  { timeout: 120_000 },
  async (t) => {
    // With so small a heap, what is kept shows soon.
    const server = await startServer({ MAX_TEXT_LENGTH: '10000', NODE_OPTIONS: '--max-old-space-size=120' })
    const { sent, answer } = await open(server)
    // Mostly lines that are refused: they cost no reading, and each is answered.
    const line = `${JSON.stringify({ id: 'i'.repeat(1000), padding: 'x'.repeat(3000) })}\n`
    const block = `${JSON.stringify({ id: 'good', text: PLAIN_EXAMPLE })}\n${line.repeat(49)}`
    const blocks = 1200
    let written = 0
    const writing = (async () => {
      for (let at = 0; at < blocks; at++) {
        if (!sent.write(block)) await new Promise((resolve) => sent.once('drain', resolve))
        written += block.length
      }
      sent.end()
    })()
    const response = await answer
    // Until nothing more is taken: all buffers on the way are full.
    for (let before = -1; before !== written; ) {
      before = written
      await setTimeout(1000)
    }
    t.ok(written < (blocks * block.length) / 2, `${written} bytes taken`)
    let lines = 0
    let early = 0
    let late = 0
    for await (const chunk of response) {
      for (const byte of chunk as Buffer) if (byte === 10) lines++
      const memory = memoryOf(server.child.pid as number)
      if (lines < blocks * 15) early = Math.max(early, memory)
      else late = Math.max(late, memory)
    }
    await writing
    t.equal(lines, blocks * 50)
    t.ok(written > 230_000_000)
    t.ok(late < early * 1.2, `${early} MB in the first third, ${late} MB after`)
    await server.stop()
  },
)

t.test('a client that leaves is forgotten, one that falls silent is told', async (t) => {
  const server = await startServer({ REQUEST_TIMEOUT_MS: '400', LOG_LEVEL: 'info' })
  const leaving = await open(server)
  for (let id = 0; id < 50; id++) leaving.sent.write(`${JSON.stringify({ id, text: `${STUFFED_EXAMPLE}\n`.repeat(40) })}\n`)
  await leaving.answer
  leaving.sent.destroy()
  const silent = await open(server)
  silent.sent.write(`${JSON.stringify({ id: 1, text: PLAIN_EXAMPLE })}\n`)
  const lines = await linesOf(await silent.answer)
  t.match(lines, [{ id: 1 }, { id: null, error: { status: 408 } }])
  silent.sent.destroy()
  t.equal(await server.stop(), 0)
  t.notMatch(server.log(), /"level":50/)
})
