/**
 * What batches withstand, and what they cost, against a real Redis on 127.0.0.1: a table of check, figure, threshold and
 * outcome; the exit code is 1 where a check fails.
 *
 * Usage: `npm run torture:batches`
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Extraction } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { memoryOf, type Running, startProgram, startServer } from '../test/process.ts'
import { startRedis } from '../test/redis.ts'

const DOCUMENTS = 20_000
/** Enough that starting and ending do not count. */
const MEASURED = 8000
/** Documents until a worker has its speed. */
const WARM_UP = 3000
const UPLOAD = 500_000_000
const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

const redis = await startRedis()
if (!redis) process.exit(1)
const store = mkdtempSync(join(tmpdir(), 'winnow-torture-'))
const environment = { REDIS_URL: redis.url, BATCH_STORE: store, LOG_LEVEL: 'info', WORKER_THREADS: '1', POOL_THREADS: '0' }
const server = await startServer(environment)
const startWorker = (): Promise<Running> => startProgram(CLI, ['worker'], environment, /worker is ready/)
/** A worker with a core of its own, as a container gives it one; else the helper threads of V8 lend it a part of the other. */
const startOnCore = async (core: number): Promise<Running> => {
  const worker = await startWorker()
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(worker.child.pid)])
  return worker
}
const articles = readGold(fileURLToPath(new URL('../test/corpus/tune', import.meta.url))).map(({ text }) => text)
let failed = false
const rows = [['check', 'figure', 'threshold', 'pass']]

try {
  await survivesCrashes()
  await scales()
  await staysFlat()
} finally {
  await server.stop()
  await redis.remove()
  rmSync(store, { recursive: true, force: true })
}
const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)))
for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] as number)).join(' · '))
process.exit(failed ? 1 : 0)

function check(name: string, figure: string, threshold: string, pass: boolean): void {
  if (!pass) failed = true
  rows.push([name, figure, threshold, pass ? 'yes' : 'NO'])
}

/** 20,000 documents, three workers; one is killed, Redis is restarted, and nothing is lost. */
async function survivesCrashes(): Promise<void> {
  const workers = await Promise.all([startWorker(), startWorker(), startWorker()])
  const id = await upload(documentsOf(DOCUMENTS))
  await until(id, DOCUMENTS / 4)
  workers[0]?.child.kill('SIGKILL')
  await until(id, DOCUMENTS / 2)
  await redis?.stop()
  await setTimeout(1000)
  await redis?.start()
  await until(id, DOCUMENTS)
  const seen = new Map<number, number>()
  await download(id, (line) => {
    const given = Number(/^\{"id":(\d+),"language"/.exec(line)?.[1] ?? -1)
    seen.set(given, (seen.get(given) ?? 0) + 1)
  })
  const once = [...seen.values()].filter((count) => count === 1).length
  check(
    'documents with exactly one answer, a worker killed, Redis restarted',
    `${once} of ${DOCUMENTS}`,
    'all',
    once === DOCUMENTS && !seen.has(-1),
  )
  for (const worker of workers.slice(1)) await worker.stop()
}

/** Documents a second of one worker and of two, against the bare engine. */
async function scales(): Promise<void> {
  const bare = await bareRate()
  const one = await rateOf(1, startWorker)
  const two = await rateOf(2, startWorker)
  const alone = await rateOf(1, startOnCore)
  const together = await rateOf(2, startOnCore)
  check(
    'documents/s of two workers against one, a core each',
    `${together.toFixed(0)} / ${alone.toFixed(0)} = ${(together / alone).toFixed(2)}`,
    '>= 1.7',
    together / alone >= 1.7,
  )
  check('… where one alone may use both cores', `${two.toFixed(0)} / ${one.toFixed(0)} = ${(two / one).toFixed(2)}`, 'none', true)
  const overhead = bare / one - 1
  check(
    'cost of a batch against the bare engine',
    `${(overhead * 100).toFixed(0)} % (${bare.toFixed(0)}/s bare)`,
    '<= 25 %',
    overhead <= 0.25,
  )
}

/** The engine with validation and JSON, as a worker does it, after a warm-up. */
async function bareRate(): Promise<number> {
  const texts = [...documentsOf(MEASURED)].map((line) => (JSON.parse(line) as { text: string }).text)
  for (const text of texts.slice(0, WARM_UP)) JSON.stringify(Extraction.parse(extract(text)))
  const started = performance.now()
  for (const text of texts) JSON.stringify(Extraction.parse(extract(text)))
  return (MEASURED * 1000) / (performance.now() - started)
}

async function rateOf(count: number, start: (core: number) => Promise<Running>): Promise<number> {
  const workers = await Promise.all(Array.from({ length: count }, (_, core) => start(core)))
  const id = await upload(documentsOf(count * WARM_UP + MEASURED))
  // From here on threads are started and code is compiled.
  const first = await until(id, count * WARM_UP)
  const started = performance.now()
  await until(id, count * WARM_UP + MEASURED)
  const rate = ((count * WARM_UP + MEASURED - first) * 1000) / (performance.now() - started)
  for (const worker of workers) await worker.stop()
  return rate
}

/** The service holds neither what comes nor what goes. */
async function staysFlat(): Promise<void> {
  const worker = await startWorker()
  const padding = 'x'.repeat(3000)
  const id = await upload(
    (function* () {
      // Mostly lines that are refused: cheap for the worker, and as heavy as any for the service.
      const line = JSON.stringify({ id: 'i'.repeat(1000), padding })
      for (let size = 0; size < UPLOAD; size += line.length) yield line
    })(),
    watch('upload'),
  )
  const lines = Math.ceil(UPLOAD / JSON.stringify({ id: 'i'.repeat(1000), padding }).length)
  await until(id, lines)
  const seen = watch('download')
  let bytes = 0
  while (bytes < UPLOAD) {
    await download(id, (line) => {
      bytes += line.length
      seen(bytes)
    })
  }
  await worker.stop()

  function watch(what: string): (bytes: number) => void {
    const third = UPLOAD / 3
    let early = 0
    let late = 0
    let said = false
    return (bytes) => {
      const memory = memoryOf(server.child.pid as number)
      if (bytes < third) early = Math.max(early, memory)
      else late = Math.max(late, memory)
      if (bytes < UPLOAD * 0.98 || said) return
      said = true
      check(
        `memory of the service during ${what} of 500 MB`,
        `${early.toFixed(0)} -> ${late.toFixed(0)} MB`,
        '+- 20 %',
        late <= early * 1.2,
      )
    }
  }
}

function* documentsOf(count: number): Generator<string> {
  for (let id = 0; id < count; id++) yield JSON.stringify({ id, text: articles[id % articles.length] })
}

async function upload(lines: Iterable<string>, seen: (bytes: number) => void = () => {}): Promise<string> {
  const sent = request(`${server.url}/batches`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } })
  const answer = new Promise<string>((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      if (response.statusCode === 202) resolve(JSON.parse(body).id)
      else reject(new Error(body))
    })
  })
  let bytes = 0
  let block = ''
  for (const line of lines) {
    block += `${line}\n`
    if (block.length < 1_000_000) continue
    bytes += block.length
    if (!sent.write(block)) await new Promise((resolve) => sent.once('drain', resolve))
    block = ''
    seen(bytes)
  }
  sent.end(block)
  return answer
}

/** Waits until so many documents are done; says how many are. */
async function until(id: string, wanted: number): Promise<number> {
  for (;;) {
    const response = await fetch(`${server.url}/batches/${id}`)
    const { done = 0 } = response.ok ? ((await response.json()) as { done: number }) : {}
    if (done >= wanted) return done
    await setTimeout(50)
  }
}

async function download(id: string, onLine: (line: string) => void): Promise<void> {
  const { body } = await fetch(`${server.url}/batches/${id}/results`)
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() as string
    for (const line of lines) onLine(line)
  }
}
