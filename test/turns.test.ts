import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { request } from 'undici'
import { STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { Turns } from '../src/pool/turns.ts'
import { startServer } from './process.ts'

/** Holds the event loop up. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

const stays = (): boolean => false

t.test('turns come in order, with other work of the event loop between them', async (t) => {
  const turns = new Turns()
  const order: string[] = []
  const takers = ['first', 'second', 'third'].map(async (name) => {
    await turns.take(1, stays)
    order.push(name)
    setImmediate(() => order.push('other'))
    work(5)
  })
  t.equal(turns.length(1), 3)
  await Promise.all(takers)
  t.same(order, ['first', 'other', 'second', 'other', 'third'])
  t.equal(turns.length(1), 0)
})

t.test('the shortest texts do not wait for all the others, nor the others for all of them', async (t) => {
  const turns = new Turns()
  const order: string[] = []
  const take = async (name: string, bytes: number): Promise<void> => {
    await turns.take(bytes, stays)
    order.push(name)
    work(5)
  }
  const long = ['long 1', 'long 2', 'long 3'].map((name) => take(name, 20_000))
  const short = ['short 1', 'short 2'].map((name) => take(name, 500))
  t.equal(turns.length(20_000), 3)
  t.equal(turns.length(500), 2)
  await Promise.all([...long, ...short])
  t.same(order, ['short 1', 'long 1', 'short 2', 'long 2', 'long 3'])
})

t.test('the delay tells how long a newcomer would wait', async (t) => {
  const turns = new Turns()
  t.equal(turns.delay(1), 0)
  const take = async (): Promise<void> => {
    await turns.take(1, stays)
    work(10)
  }
  await Promise.all(Array.from({ length: 40 }, take))
  const waiting = Array.from({ length: 20 }, take)
  t.ok(turns.delay(1) > 100, `${turns.delay(1)} ms for 20 turns of 10 ms`)
  await Promise.all(waiting)
  t.equal(turns.delay(1), 0)
})

t.test('who has left takes no turn, and does not make turns look short', async (t) => {
  const turns = new Turns()
  const take = async (left: boolean): Promise<boolean> => {
    const mine = await turns.take(1, () => left)
    if (mine) work(10)
    return mine
  }
  await Promise.all(Array.from({ length: 30 }, () => take(false)))
  const crowd = Array.from({ length: 60 }, (_, at) => take(at > 0 && at < 50))
  const last = await Promise.all(crowd)
  t.same(last.filter(Boolean).length, 11)
  const waiting = Array.from({ length: 20 }, () => take(false))
  t.ok(turns.delay(1) > 100, `${turns.delay(1)} ms for 20 turns of 10 ms`)
  await Promise.all(waiting)
})

t.test('over HTTP: a crowd is answered or told when to come back, and who has left is not waited for', async (t) => {
  const server = await startServer()
  const body = `${STUFFED_EXAMPLE}\n`.repeat(8)
  const post = () => request(`${server.url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })
  for (let at = 0; at < 20; at++) await (await post()).body.dump()
  const answers = await Promise.all(Array.from({ length: 300 }, post))
  const refused = answers.filter(({ statusCode }) => statusCode === 503)
  t.ok(answers.filter(({ statusCode }) => statusCode === 200).length >= 16, 'some are answered')
  t.ok(refused.length > 0, 'some are refused')
  t.equal(answers.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 503).length, 0)
  for (const { headers } of refused) t.match(headers, { 'retry-after': /^\d+$/, 'content-type': /problem\+json/ })
  await Promise.all(answers.map((answer) => answer.body.dump()))

  const { hostname, port } = new URL(server.url)
  const head = `POST /extract HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  for (let at = 0; at < 12; at++) {
    const socket = createConnection(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(head + body, () => socket.destroy())
  }
  await setTimeout(50)
  const after = await post()
  t.equal(after.statusCode, 200)
  await after.body.dump()
  t.equal(await server.stop(), 0)
})
