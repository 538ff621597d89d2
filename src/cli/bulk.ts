/**
 * `winnow bulk`: shards of documents in, shards of answers out. A shard that is being written has the name `.part`; after a
 * crash its whole lines are kept and the rest is done: the outcome is that of an undisturbed run.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, statSync, truncateSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { Batches, type BatchLimits } from '../bulk/batches.ts'
import { BatchWorker } from '../bulk/worker.ts'
import { readConfig } from '../config.ts'
import { ExtractionPool } from '../pool/pool.ts'
import { answerLines } from '../stream/extract-lines.ts'
import { type Line, readLines } from '../stream/lines.ts'
import { Progress, watched } from './progress.ts'

const SHARD = /\.(?:ndjson|jsonl)(?:\.gz|\.zst)?$/i
/** A line must fit into a string. */
const MOST_BYTES = 400_000_000
/** While other machines work, answers are looked for this often, in milliseconds. */
const LOOK = 300
const LINE_FEED = 10

/** A shard and where its answers go. */
interface Shard {
  input: string
  part: string
  output: string
}

/** Answers of lines from some line on; each is one or more whole lines. */
type Answerer = (shard: Shard, from: number) => AsyncIterable<Buffer>

/**
 * Extracts all shards.
 *
 * @param inputs shards and folders of shards
 * @param out the folder for the answers
 * @param redisUrl the Redis whose workers help; without it this machine does all
 * @returns how many lines failed, this time
 * @throws when two shards would have the same output, or one cannot be read
 */
export async function extractShards(inputs: readonly string[], out: string, redisUrl: string | undefined): Promise<number> {
  const shards = inputs.flatMap(shardsOf).map((input): Shard => {
    const name = basename(input).replace(SHARD, '')
    return { input, part: join(out, `${name}.part`), output: join(out, `${name}.ndjson`) }
  })
  const outputs = new Set(shards.map(({ output }) => output))
  if (shards.length === 0) throw new Error('There is no shard: names end with .ndjson or .jsonl, also with .gz or .zst.')
  if (outputs.size < shards.length) throw new Error('Two shards have the same name; give them to two runs with different folders.')
  mkdirSync(out, { recursive: true })
  const left = shards.filter(({ output }) => !existsSync(output))
  const progress = new Progress(left.reduce((sum, { input }) => sum + statSync(input).size, 0))
  const { answer, close } = redisUrl === undefined ? onThisMachine(progress) : acrossMachines(redisUrl, progress)
  let failed = 0
  try {
    for (const shard of left) failed += await extractShard(shard, answer, progress)
  } finally {
    await close()
    progress.end()
  }
  return failed
}

function shardsOf(input: string): string[] {
  if (!statSync(input).isDirectory()) return [input]
  return readdirSync(input, { recursive: true, encoding: 'utf8' })
    .filter((name) => SHARD.test(name))
    .sort()
    .map((name) => join(input, name))
}

async function extractShard(shard: Shard, answer: Answerer, progress: Progress): Promise<number> {
  const written = await wholeLines(shard.part)
  const file = createWriteStream(shard.part, { flags: 'a', flush: true })
  let failed = 0
  for await (const chunk of answer(shard, written)) {
    for (const line of chunk.toString().trimEnd().split('\n')) {
      const wrong = /^\{"id":(?:null|-?\d+|"(?:[^"\\]|\\.)*"),"error":/.test(line)
      if (wrong) failed++
      progress.count(wrong)
    }
    if (!file.write(chunk)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  renameSync(shard.part, shard.output)
  return failed
}

/** Counts the whole lines of a file and cuts off what stands behind them: a line that a crash broke. */
async function wholeLines(path: string): Promise<number> {
  if (!existsSync(path)) return 0
  let lines = 0
  let end = 0
  let at = 0
  for await (const chunk of createReadStream(path)) {
    for (let index = 0; index < chunk.length; index++) {
      if (chunk[index] !== LINE_FEED) continue
      lines++
      end = at + index + 1
    }
    at += chunk.length
  }
  truncateSync(path, end)
  return lines
}

function linesOf(input: string, progress: Progress): AsyncGenerator<Line> {
  const unpack = input.endsWith('.gz') ? createGunzip() : input.endsWith('.zst') ? createZstdDecompress() : null
  const bytes = watched(createReadStream(input), progress)
  return readLines(unpack ? packed(bytes, unpack) : bytes, MOST_BYTES, true)
}

/** What comes out of a decompressor, and every error on the way into it. */
function packed(bytes: AsyncIterable<Uint8Array>, unpack: Duplex): Duplex {
  pipeline(bytes, unpack).catch((error) => unpack.destroy(error))
  return unpack
}

async function* skip(lines: AsyncIterable<Line>, count: number): AsyncGenerator<Line> {
  for await (const line of lines) if (line.number > count) yield line
}

function onThisMachine(progress: Progress): { answer: Answerer; close(): Promise<void> } {
  const pool = new ExtractionPool({ threads: availableParallelism(), queue: 1000 })
  return {
    async *answer({ input }, from) {
      const answers = answerLines(skip(linesOf(input, progress), from), {
        pool,
        maxTextLength: MOST_BYTES,
        ordered: true,
        instance: basename(input),
        requestId: '',
        onFailure: tell,
      })
      for await (const { line } of answers) yield Buffer.from(line)
    },
    close: () => pool.close(),
  }
}

function acrossMachines(redisUrl: string, progress: Progress): { answer: Answerer; close(): Promise<void> } {
  const config = readConfig({ ...process.env, REDIS_URL: redisUrl })
  const limits = config.batches as BatchLimits
  const batches = new Batches(limits, tell)
  const worker = new BatchWorker({ batches: limits, maxTextLength: config.maxTextLength, threads: config.workerThreads }, tell)
  return {
    async *answer({ input }, from) {
      const id = batchOf(input)
      const known = await batches.read(id)
      if (!known?.sealed) {
        // A run that ended while it handed the shard in has left half of it.
        if (known) await batches.discard(id)
        await batches.submit(id, linesOf(input, progress))
      }
      let next = from
      for (;;) {
        const state = await batches.read(id)
        if (!state) throw new Error(`${input}: its batch is gone from Redis.`)
        for await (const chunk of batches.results(id, next)) {
          for (const byte of chunk) if (byte === LINE_FEED) next++
          yield chunk
        }
        if (state.finished !== null && next >= state.documents) break
        await setTimeout(LOOK)
      }
      await batches.discard(id)
    },
    close: async () => {
      await worker.close()
      await batches.close()
    },
  }
}

/** The same shard has the same batch, whichever run asks. */
function batchOf(input: string): string {
  const { size, mtimeMs } = statSync(input)
  const hash = createHash('sha256')
    .update(`${resolve(input)}\0${size}\0${mtimeMs}`)
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

function tell(error: Error): void {
  process.stderr.write(`winnow: ${error.message}\n`)
}
