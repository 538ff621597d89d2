import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { PAGE_EXAMPLE, PLAIN_EXAMPLE } from '../schemas/examples.ts'
import {
  ConnectionError,
  ProblemError,
  ProtocolError,
  type StreamAnswer,
  TimeoutError,
  WinnowClient,
  WinnowError,
} from '../src/client/client.ts'
import { extract } from '../src/engine/extract.ts'
import { startServer } from './process.ts'

/** A service that misbehaves as the test says. */
async function misbehaving(listener: RequestListener): Promise<{ url: string; stop(): void }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
const caught = async (call: Promise<unknown>): Promise<WinnowError> =>
  call.then(
    () => new WinnowError('nothing was thrown'),
    (error) => error,
  )

t.test('calls of every kind against the real service', async (t) => {
  const server = await startServer()
  const winnow = new WinnowClient(server.url)
  t.same(await winnow.extract({ text: PLAIN_EXAMPLE }), JSON.parse(JSON.stringify(extract(PLAIN_EXAMPLE))))
  t.match((await winnow.extractHtml({ html: PAGE_EXAMPLE })).source, /Night buses/)

  const refused = await caught(winnow.extract({ text: ' ' }))
  t.type(refused, ProblemError)
  t.match((refused as ProblemError).problem, { status: 422, errors: [{ path: 'text' }] })
  t.equal(((await caught(winnow.extractUrl({ url: 'http://example.org/' }))) as ProblemError).status, 404)

  let asked = 0
  const documents = (function* () {
    for (; asked < 3000; asked++) yield { id: asked, text: asked === 3 || asked > 9 ? ' '.repeat(20_000) : PLAIN_EXAMPLE }
  })()
  const answers: (string | number | null)[] = []
  let firstAt = 0
  for await (const answer of winnow.stream(documents)) {
    firstAt ||= asked
    answers.push(answer.error ? `error ${answer.error.status}` : answer.id)
    if (answer.id === 4) t.equal((answer as StreamAnswer).headline?.text, '山城图书馆延长夜间开放')
  }
  t.same(answers.slice(0, 5), [0, 1, 2, 'error 422', 4])
  t.equal(answers.length, 3000)
  t.ok(firstAt < 3000, 'the first answer came before the last document was asked for')

  for await (const { id } of winnow.stream(documents)) t.equal(id, null, 'nothing is left')
  for await (const _ of winnow.stream([{ text: PLAIN_EXAMPLE }, { text: PLAIN_EXAMPLE }])) break
  t.equal((await winnow.extract({ text: PLAIN_EXAMPLE })).language, 'zh-Hans', 'a stream left early does no harm')
  await winnow.close()
  t.equal(await server.stop(), 0)
})

t.test('429 and 503 are tried again after the time asked for', async (t) => {
  const times: number[] = []
  const busy = await misbehaving((_request, response) => {
    times.push(performance.now())
    if (times.length === 1)
      response.writeHead(429, { 'retry-after': '1', 'content-type': 'application/problem+json' }).end('{"status":429}')
    else if (times.length === 2) response.writeHead(503).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"language":"en"}')
  })
  const winnow = new WinnowClient(busy.url)
  t.same(await winnow.extract({ text: 'x' }), { language: 'en' })
  t.equal(times.length, 3)
  t.ok((times[1] as number) - (times[0] as number) >= 990, 'Retry-After is honoured')
  await winnow.close()
  busy.stop()
})

t.test('what is refused for good, and what goes on being busy, is thrown', async (t) => {
  let calls = 0
  const busy = await misbehaving((_request, response) => {
    calls++
    response
      .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '0' })
      .end('{"status":503,"title":"busy","detail":"no"}')
  })
  const winnow = new WinnowClient(busy.url, { retries: 2 })
  t.equal(((await caught(winnow.extract({ text: 'x' }))) as ProblemError).status, 503)
  t.equal(calls, 3)
  await winnow.close()
  busy.stop()
})

t.test('a broken connection is tried again, one that cannot be made is told', async (t) => {
  let calls = 0
  const shaky = await misbehaving((request, response) => {
    calls++
    if (calls === 1) request.socket.destroy()
    else response.end('{}')
  })
  const winnow = new WinnowClient(shaky.url)
  t.same(await winnow.extract({ text: 'x' }), {})
  t.equal(calls, 2)
  await winnow.close()
  shaky.stop()
  const nobody = new WinnowClient(shaky.url, { retries: 0 })
  t.type(await caught(nobody.extract({ text: 'x' })), ConnectionError)
  await t.rejects(nobody.stream([{ text: 'x' }]).next(), ConnectionError)
  await nobody.close()
})

t.test('time limits, signals, and answers that are none', async (t) => {
  const odd = await misbehaving((request, response) => {
    if (request.url === '/extract/html') response.end('this is not JSON')
    else if (request.url === '/extract/url') response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  })
  const winnow = new WinnowClient(odd.url, { timeout: 200, retries: 0 })
  t.type(await caught(winnow.extract({ text: 'x' })), TimeoutError)
  t.type(await caught(winnow.extractHtml({ html: 'x' })), ProtocolError)
  t.match(await caught(winnow.extractUrl({ url: 'http://example.org' })), { status: 502, problem: { detail: /Bad gateway/ } })
  const leaving = new AbortController()
  const call = new WinnowClient(odd.url).extract({ text: 'x' }, { signal: leaving.signal })
  await setTimeout(50)
  leaving.abort(new Error('enough'))
  await t.rejects(call, { message: 'enough' })
  const streaming = winnow.stream([{ text: 'x' }], { signal: AbortSignal.timeout(100) })
  await t.rejects(streaming.next(), { name: 'TimeoutError' })
  odd.stop()
})

t.test('an error of the caller’s own documents comes back as it is', async (t) => {
  const server = await startServer()
  const winnow = new WinnowClient(server.url)
  const documents = (async function* () {
    yield { text: PLAIN_EXAMPLE }
    throw new RangeError('the file ends here')
  })()
  await t.rejects(
    async () => {
      for await (const _ of winnow.stream(documents));
    },
    { message: 'the file ends here' },
  )
  await winnow.close()
  await server.stop()
})
