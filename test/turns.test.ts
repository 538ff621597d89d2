import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { request } from 'undici'
import { STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { ExtractionPool } from '../src/pool/pool.ts'
import { Turns, type Work } from '../src/pool/turns.ts'
import { startServer } from './process.ts'

/** Holds the event loop up. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

const alone = new ExtractionPool({ threads: 0, queue: 1 })

/** A text of so many bytes that the main thread reads. */
function text(bytes: number, here: () => void, left = false): Work<void> {
  return { bytes, left: () => left, here, there: async () => {} }
}

t.test('turns come in order, with other work of the event loop between them', async (t) => {
  const turns = new Turns(alone)
  const order: string[] = []
  const takers = ['first', 'second', 'third'].map((name) =>
    turns.take(
      text(1, () => {
        order.push(name)
        setImmediate(() => order.push('other'))
        work(5)
      }),
    ),
  )
  t.equal(turns.length(1), 3)
  await Promise.all(takers)
  t.same(order, ['first', 'other', 'second', 'other', 'third'])
  t.equal(turns.length(1), 0)
})

t.test('the shortest texts do not wait for all the others, nor the others for all of them', async (t) => {
  const turns = new Turns(alone)
  const order: string[] = []
  const take = (name: string, bytes: number): Promise<void> =>
    turns.take(
      text(bytes, () => {
        order.push(name)
        work(5)
      }),
    )
  const long = ['long 1', 'long 2', 'long 3'].map((name) => take(name, 20_000))
  const short = ['short 1', 'short 2'].map((name) => take(name, 500))
  t.equal(turns.length(20_000), 3)
  t.equal(turns.length(500), 2)
  await Promise.all([...long, ...short])
  t.same(order, ['short 1', 'long 1', 'short 2', 'long 2', 'long 3'])
})

t.test('the delay tells how long a newcomer would wait', async (t) => {
  const turns = new Turns(alone)
  t.equal(turns.delay(1), 0)
  const take = (): Promise<void> => turns.take(text(1, () => work(10)))
  await Promise.all(Array.from({ length: 40 }, take))
  const waiting = Array.from({ length: 20 }, take)
  t.ok(turns.delay(1) > 100, `${turns.delay(1)} ms for 20 turns of 10 ms`)
  await Promise.all(waiting)
  t.equal(turns.delay(1), 0)
})

t.test('who has left takes no turn, and does not make turns look short', async (t) => {
  const turns = new Turns(alone)
  const take = (left: boolean): Promise<void> => turns.take(text(1, () => work(10), left))
  await Promise.all(Array.from({ length: 30 }, () => take(false)))
  const crowd = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => take(at > 0 && at < 50)))
  t.equal(crowd.filter(({ status }) => status === 'fulfilled').length, 11)
  for (const answer of crowd) if (answer.status === 'rejected') t.equal(answer.reason.name, 'AbortError')
  const waiting = Array.from({ length: 20 }, () => take(false))
  t.ok(turns.delay(1) > 100, `${turns.delay(1)} ms for 20 turns of 10 ms`)
  await Promise.all(waiting)
})

t.test('what goes wrong in a turn is the business of its caller alone', async (t) => {
  const turns = new Turns(alone)
  const fails = turns.take(
    text(1, () => {
      throw new RangeError('no')
    }),
  )
  const goes = turns.take(text(1, () => work(1)))
  await t.rejects(fails, RangeError)
  await goes
  t.equal(turns.length(1), 0)
})

t.test('where many wait a thread starts and reads with the main thread; few do not start it', async (t) => {
  const pool = new ExtractionPool({ threads: 1, queue: 4 })
  const turns = new Turns(pool)
  const job = { text: STUFFED_EXAMPLE, html: false, options: {} }
  let lent = 0
  const take = () =>
    turns.take({
      bytes: 1,
      left: () => false,
      here: () => work(10),
      there: async () => {
        lent++
        t.ok((await pool.run(job))?.json)
      },
    })
  for (let at = 0; at < 40; at++) await take()
  t.equal(pool.spare, false, 'nobody waited')
  // The thread needs a second or so to start.
  for (let crowd = 0; crowd < 30 && lent === 0; crowd++) await Promise.all(Array.from({ length: 20 }, take))
  t.ok(lent > 0)
  const all = lent + 20
  await Promise.all(Array.from({ length: 20 }, take))
  t.ok(lent < all, 'the main thread reads too')
  t.equal(turns.delay(1), 0)
  await pool.close()
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
