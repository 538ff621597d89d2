/**
 * What the service withstands: a table of check, figure, threshold and outcome; exit code 1 where a check fails.
 *
 * Usage: `npm run torture [-- --short | --long]`; within 15 minutes; two with --short, as CI does; more than an hour with --long.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'
import { Piscina } from 'piscina'
import { request } from 'undici'
import { ENGLISH_EXAMPLE, PAGE_EXAMPLE, PLAIN_EXAMPLE, STREAM_EXAMPLE, STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { extract } from '../src/engine/extract.ts'
import { ExtractionPool } from '../src/pool/pool.ts'
import { memoryOf, type Running, startServer } from '../test/process.ts'
import { randomFrom } from './random.ts'
import type { FuzzOutcome, FuzzTask } from './torture/fuzz-texts.ts'
import { HOSTILE, type Maker, repeat, unitOf } from './torture/hostile-texts.ts'
import { FILL, KILL } from './torture/mortal-worker.ts'
import { complaintOf, RAW, rawRequest, requestFor } from './torture/requests.ts'

const form = process.argv.includes('--short') ? 'short' : process.argv.includes('--long') ? 'long' : 'usual'
const SIZES = {
  short: { texts: 8000, units: 50, requests: 2000, load: 8, restarts: 3, soak: 0 },
  usual: { texts: 200_000, units: 300, requests: 20_000, load: 60, restarts: 20, soak: 600 },
  long: { texts: 1_000_000, units: 5000, requests: 100_000, load: 60, restarts: 50, soak: 3600 },
}[form]
/** After an overload the service is as fast as before within this time, in milliseconds. */
const RECOVERY = 5000
/** What is usual is measured so long, in seconds: one pause of this process, which sends the requests, must not make a p99. */
const MEASURED = form === 'short' ? 5 : 10
const ARTICLE = `${STUFFED_EXAMPLE}\n${PLAIN_EXAMPLE}\n`.repeat(4)

const rows: { name: string; figure: string; threshold: string; pass: boolean; timed: boolean }[] = []
function check(name: string, figure: string, threshold: string, pass: boolean, timed = false): void {
  rows.push({ name, figure, threshold, pass, timed })
  console.log(`${pass ? 'pass' : timed && form === 'short' ? 'slow' : 'FAIL'} · ${name} · ${figure} · ${threshold}`)
}
/** A figure of time: it depends on what else the machine does, so the short form, which CI runs, prints it and goes on. */
function checkTime(name: string, figure: string, threshold: string, pass: boolean): void {
  check(name, figure, threshold, pass, true)
}

/** Generated texts: no throw, every invariant, the same bytes twice. */
async function fuzzTexts(): Promise<void> {
  const pool = new Piscina<FuzzTask, FuzzOutcome>({ filename: new URL('./torture/fuzz-texts.ts', import.meta.url).href })
  const step = 2000
  const tasks = Array.from({ length: SIZES.texts / step }, (_, at) => pool.run({ seed: 1_000_000 + at * step, count: step }))
  const outcomes = await Promise.all(tasks)
  await pool.close()
  const failures = outcomes.flatMap((outcome) => outcome.failures)
  for (const failure of failures.slice(0, 5)) console.log(failure)
  check('generated texts: invariants, twice the same', `${failures.length} failures of ${SIZES.texts}`, '0', failures.length === 0)
}

/** Texts made to be slow, against a plain article of the same length: those thought of, and random pieces repeated. */
function readHostileTexts(): void {
  const cost = (text: string): number => {
    const started = performance.now()
    extract(text)
    return (performance.now() - started) / text.length
  }
  const compare = (name: string, size: number, makers: Iterable<[name: string, make: Maker]>): void => {
    const plain = repeat(ARTICLE)(size)
    const usual = Math.min(cost(plain), cost(plain), cost(plain))
    let worst = { name: '', ratio: 0 }
    for (const [name, make] of makers) {
      const text = make(size)
      let ratio = cost(text) / usual
      // What was slow once may have been disturbed.
      if (ratio > worst.ratio) ratio = Math.min(ratio, cost(text) / usual)
      if (ratio > worst.ratio) worst = { name, ratio }
    }
    checkTime(name, `${worst.ratio.toFixed(2)} (${worst.name})`, '<= 3', worst.ratio <= 3)
  }
  const against = 'against a plain one, time per character'
  compare(`hostile texts ${against}`, form === 'short' ? 200_000 : 1_000_000, Object.entries(HOSTILE))
  const random = randomFrom(6_000_000)
  const units = Array.from({ length: SIZES.units }, () => unitOf(random))
  compare(
    `${SIZES.units} random pieces repeated ${against}`,
    200_000,
    units.map((unit) => [JSON.stringify(unit), repeat(unit)]),
  )
}

/** Requests of every kind: no 5xx, every error a problem document, every answer as its schema says. */
async function fuzzApi(): Promise<void> {
  const server = await startServer({ MAX_TEXT_LENGTH: '20000', MAX_HTML_LENGTH: '40000', REQUEST_TIMEOUT_MS: '2000' })
  const document = (await (await fetch(`${server.url}/docs/json`)).json()) as { paths: Record<string, Record<string, unknown>> }
  const targets = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
  )
  const wrong: string[] = []
  let sent = 0
  const one = async (seed: number): Promise<void> => {
    const random = randomFrom(seed)
    const target = random.pick(targets)
    const { path, headers, body } = requestFor(target.path, target.method, random)
    sent++
    try {
      const response = await request(server.url + path, {
        method: target.method as 'POST',
        headers,
        body,
        headersTimeout: 8000,
        bodyTimeout: 8000,
      })
      const text = await response.body.text()
      const complaint = complaintOf(path, response.statusCode, String(response.headers['content-type'] ?? ''), text)
      if (complaint) wrong.push(`seed ${seed}: ${target.method} ${path}: ${complaint}`)
    } catch (error) {
      // Undici itself refuses some headers; a server that closes a lying request is right.
      const { code = '', message } = error as NodeJS.ErrnoException
      if (!/UND_ERR_INVALID_ARG|UND_ERR_REQ_CONTENT_LENGTH|UND_ERR_SOCKET|ECONNRESET|EPIPE/.test(code))
        wrong.push(`seed ${seed}: ${code} ${message}`)
    }
  }
  for (let at = 0; at < SIZES.requests; at += 20) await Promise.all(Array.from({ length: 20 }, (_, offset) => one(5_000_000 + at + offset)))
  for (const bytes of RAW) {
    sent++
    const answer = await rawRequest(server.url, bytes)
    if (/^HTTP\/1\.1 5(?!03)/.test(answer)) wrong.push(`raw ${JSON.stringify(bytes.slice(0, 60))}: ${answer.slice(0, 60)}`)
  }
  const alive = await fetch(`${server.url}/health/live`).then(({ status }) => status)
  await server.stop()
  for (const complaint of wrong.slice(0, 5)) console.log(complaint)
  check('requests of every kind', `${wrong.length} wrong of ${sent}`, '0, server alive', wrong.length === 0 && alive === 200)
}

/** Twice the requests that the service can answer. */
async function overload(): Promise<void> {
  const server = await startServer()
  const options = { url: `${server.url}/extract`, method: 'POST' as const, headers: { 'content-type': 'text/plain' }, body: ARTICLE }
  await autocannon({ ...options, connections: 4, duration: 3 })
  const normal = await autocannon({ ...options, connections: 16, duration: MEASURED })
  const capacity = normal.requests.average
  const refused = { all: 0, wrong: 0 }
  const accepted: number[] = []
  const under = await new Promise<autocannon.Result>((resolve, reject) => {
    const heavy = { ...options, connections: 200, overallRate: Math.round(capacity * 2), duration: SIZES.load }
    const instance = autocannon(heavy, (error, result) => (error ? reject(error) : resolve(result)))
    instance.on('response', (_client, status, _bytes, time) => {
      if (status === 200) accepted.push(time)
      else {
        refused.all++
        if (status !== 503 && status !== 429) refused.wrong++
      }
    })
  })
  accepted.sort((a, b) => a - b)
  const p99 = accepted[Math.floor(accepted.length * 0.99)] ?? 0
  await setTimeout(RECOVERY)
  const after = await autocannon({ ...options, connections: 16, duration: MEASURED })
  await server.stop()
  checkTime(
    'twice the capacity: p99 of accepted requests',
    `${p99.toFixed(0)} ms, ${normal.latency.p99} ms usual`,
    '<= 5 x',
    p99 <= 5 * Math.max(1, normal.latency.p99),
  )
  check(
    'twice the capacity: the rest',
    `${refused.all} refused, ${refused.wrong} otherwise, ${under.errors} connections broken`,
    '0, 0',
    refused.wrong + under.errors === 0,
  )
  checkTime(
    'recovery after overload',
    `p99 ${after.latency.p99} ms after ${RECOVERY / 1000} s`,
    `<= ${2 * normal.latency.p99} ms`,
    after.latency.p99 <= 2 * Math.max(5, normal.latency.p99),
  )
}

/** Restarts while requests come: each that was taken in is answered. */
async function restartUnderLoad(): Promise<void> {
  let taken = 0
  let lost = 0
  for (let round = 0; round < SIZES.restarts; round++) {
    const server = await startServer({ LOG_LEVEL: 'info' })
    let going = true
    const clients = Array.from({ length: 8 }, async () => {
      while (going)
        await fetch(`${server.url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: ARTICLE })
          .then((response) => response.text())
          .catch(() => setTimeout(5))
    })
    await setTimeout(500)
    await server.stop()
    going = false
    await Promise.all(clients)
    // The log says which requests were taken in, and which were answered.
    const done = new Set<string>()
    const began = new Set<string>()
    for (const line of server.log().split('\n').filter(Boolean)) {
      const { msg, reqId, res } = JSON.parse(line)
      if (msg === 'incoming request') began.add(reqId)
      if (msg === 'request completed' && (res.statusCode === 200 || res.statusCode === 503)) done.add(reqId)
    }
    taken += began.size
    lost += [...began].filter((id) => !done.has(id)).length
  }
  check(`${SIZES.restarts} restarts under load`, `${lost} of ${taken} requests lost`, '0', lost === 0 && taken > 0)
}

/** Clients that send slowly, never read, and leave. */
async function rudeClients(): Promise<void> {
  const server = await startServer({ REQUEST_TIMEOUT_MS: '3000' })
  const { hostname, port } = new URL(server.url)
  const before = { memory: memoryOf(server.child.pid as number), sockets: socketsOf(server) }
  const body = `${STUFFED_EXAMPLE}\n`.repeat(60)
  const head = (length: number): string =>
    `POST /extract HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\n`
  const sockets: Socket[] = []
  const open = (first: string, then: (socket: Socket) => void = () => {}): void => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(first)
      then(socket)
    })
    socket.on('error', () => {})
    // Else it would not see that it is sent away.
    socket.resume()
    sockets.push(socket)
  }
  for (let at = 0; at < 500; at++) open('POST /extract HTTP/1.1\r\nhost: x\r\nx-slow: ')
  for (let at = 0; at < 200; at++) open(head(1000) + 'x'.repeat(10))
  for (let at = 0; at < 200; at++) open(head(Buffer.byteLength(body)) + body, (socket) => socket.pause())
  for (let at = 0; at < 100; at++)
    open(head(Buffer.byteLength(body)) + body.slice(0, 20 * at), (socket) => setTimeout(10 * at).then(() => socket.destroy()))
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x')
  }, 200)
  await setTimeout(500)
  let slowest = 0
  let peak = 0
  for (let at = 0; at < 10; at++) {
    const started = performance.now()
    const { statusCode, body: answer } = await request(`${server.url}/extract`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: PLAIN_EXAMPLE,
    })
    await answer.text()
    if (statusCode !== 200) slowest = Number.POSITIVE_INFINITY
    slowest = Math.max(slowest, performance.now() - started)
    peak = Math.max(peak, memoryOf(server.child.pid as number))
    await setTimeout(300)
  }
  await setTimeout(4000)
  clearInterval(drip)
  const slowLeft = sockets.slice(0, 700).filter((socket) => !socket.destroyed && socket.readyState === 'open').length
  for (const socket of sockets) socket.destroy()
  await setTimeout(1500)
  const left = socketsOf(server) - before.sockets
  const idle = await fetch(`${server.url}/metrics`).then((response) => response.text())
  const waiting = Number(/^winnow_pool_queue_depth (\d+)/m.exec(idle)?.[1])
  await server.stop()
  checkTime('1,000 rude clients: others are served', `slowest ${slowest.toFixed(0)} ms`, '<= 2000 ms', slowest <= 2000)
  check('1,000 rude clients: slow ones are sent away', `${slowLeft} of 700 left`, '0', slowLeft === 0)
  check(
    '1,000 rude clients: sockets, tasks, memory',
    `${left} sockets, ${waiting} tasks left, + ${(peak - before.memory).toFixed(0)} MB`,
    '<= 5, 0, <= 250 MB',
    left <= 5 && waiting === 0 && peak - before.memory <= 250,
  )
}

/** Threads that are killed and that run out of memory: their text fails, the others are read. */
async function deadWorkers(): Promise<void> {
  const pool = new ExtractionPool({ threads: 2, queue: 100 }, new URL('./torture/mortal-worker.ts', import.meta.url))
  const { signal } = new AbortController()
  const run = (text: string) => pool.run({ text, html: false, options: {} }, signal)
  const texts = Array.from({ length: 40 }, (_, at) => (at === 7 || at === 21 ? KILL : at === 13 && form !== 'short' ? FILL : PLAIN_EXAMPLE))
  const outcomes = await Promise.allSettled(texts.map(run))
  const wrong = outcomes.filter(({ status }, at) => (status === 'fulfilled') !== (texts[at] === PLAIN_EXAMPLE)).length
  const after = await run(PLAIN_EXAMPLE)
  await pool.close()
  check('threads that die', `${wrong} of ${texts.length} texts with a wrong end`, '0, others go on', wrong === 0 && after !== null)
}

/** Mixed traffic for a long time: memory, handles and delay stay where they are. */
async function soak(): Promise<void> {
  const server = await startServer()
  const end = performance.now() + SIZES.soak * 1000
  const long = `${STUFFED_EXAMPLE}\n`.repeat(80)
  const kinds = [
    () => ['/extract', 'text/plain', STUFFED_EXAMPLE],
    () => ['/extract', 'text/plain', ENGLISH_EXAMPLE],
    () => ['/extract', 'text/plain', long],
    () => ['/extract', 'application/json', '{"text":'],
    () => ['/extract/html', 'text/html', PAGE_EXAMPLE],
    () => ['/extract/stream', 'application/x-ndjson', STREAM_EXAMPLE],
  ] as const
  let sent = 0
  const clients = Array.from({ length: 4 }, async () => {
    while (performance.now() < end) {
      const [path, type, body] = (kinds[sent++ % kinds.length] as (typeof kinds)[number])()
      const response = await request(server.url + path, { method: 'POST', headers: { 'content-type': type as string }, body })
      await response.body.text()
    }
  })
  const samples: { memory: number; handles: number; delay: number }[] = []
  while (performance.now() < end) {
    await setTimeout(Math.min(1000, SIZES.soak * 20))
    const metrics = await request(`${server.url}/metrics`).then(({ body }) => body.text())
    const delay = 1000 * Number(/^nodejs_eventloop_lag_p50_seconds (\S+)/m.exec(metrics)?.[1])
    samples.push({ memory: memoryOf(server.child.pid as number), handles: handlesOf(server).length, delay })
  }
  await Promise.all(clients)
  await server.stop()
  // The first third is the warm-up: code is compiled, the heap finds its size.
  const third = Math.floor(samples.length / 3)
  const peak = (part: typeof samples, of: 'memory' | 'handles'): number => Math.max(...part.map((sample) => sample[of]))
  const median = (part: typeof samples): number => part.map(({ delay }) => delay).sort((a, b) => a - b)[part.length >> 1] ?? Number.NaN
  const middle = samples.slice(third, 2 * third)
  const last = samples.slice(2 * third)
  check(
    `soak, ${SIZES.soak} s, ${sent} requests: memory`,
    `${peak(middle, 'memory').toFixed(0)} -> ${peak(last, 'memory').toFixed(0)} MB`,
    '<= + 15 %',
    peak(last, 'memory') <= peak(middle, 'memory') * 1.15,
  )
  check(
    'soak: handles',
    `${peak(middle, 'handles')} -> ${peak(last, 'handles')}`,
    '<= + 5',
    peak(last, 'handles') <= peak(middle, 'handles') + 5,
  )
  checkTime(
    'soak: event-loop delay',
    `${median(middle).toFixed(0)} -> ${median(last).toFixed(0)} ms`,
    '<= + 20 ms',
    median(last) <= median(middle) + 20,
  )
}

/** Open files and sockets, with those of the event loops of threads. */
function handlesOf({ child }: Running): string[] {
  return readdirSync(`/proc/${child.pid}/fd`)
}

/** Open sockets. */
function socketsOf(server: Running): number {
  const targetOf = (handle: string): string => {
    try {
      return readlinkSync(`/proc/${server.child.pid}/fd/${handle}`)
    } catch {
      // It was closed in the meantime.
      return ''
    }
  }
  return handlesOf(server).filter((handle) => targetOf(handle).startsWith('socket:')).length
}

/** Every regular expression, by a static analyser and by measurement. */
function checkRegexes(): Promise<void> {
  return new Promise((resolve) => {
    const run = execFile(process.execPath, ['tools/check-regexes.ts'], (_error, stdout) => {
      check('regular expressions', stdout.trim().split('\n').at(-1) ?? '', '0 slow', run.exitCode === 0)
      resolve()
    })
  })
}

readHostileTexts()
await fuzzApi()
await overload()
await restartUnderLoad()
await rudeClients()
await deadWorkers()
// What is left measures no time, but for the end of the soak: then it is alone. In a quarter of a minute a heap does not
// even find its size: the short form has no soak.
const soaked = form === 'short' ? null : soak()
await fuzzTexts()
if (form !== 'short') await checkRegexes()
await soaked
console.log('\n| check | figure | threshold | pass |\n| --- | --- | --- | --- |')
for (const { name, figure, threshold, pass } of rows) console.log(`| ${name} | ${figure} | ${threshold} | ${pass ? 'yes' : '**no**'} |`)
process.exit(rows.every(({ pass, timed }) => pass || (timed && form === 'short')) ? 0 : 1)
