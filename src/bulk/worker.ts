/** A process that works on the parts of batches; there may be any number of them, on any number of machines. */
import { extname } from 'node:path'
import { type Job, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Piscina } from 'piscina'
import { ExtractionPool } from '../pool/pool.ts'
import { Documents, type StreamName } from '../stream/documents.ts'
import { answerLines } from '../stream/extract-lines.ts'
import { ATTEMPTS, Batches, type BatchLimits, inputKey, outputKey, type PartJob, QUEUE } from './batches.ts'
import type { AnsweredPart, PartTask } from './part-worker.ts'
import { unpackPart } from './parts.ts'

/** How a worker works. */
export interface WorkerLimits {
  batches: BatchLimits
  /** Longest text, in UTF-16 units. */
  maxTextLength: number
  /** Threads that read texts. */
  threads: number
}

/** A part of a worker that died is given to another one after this time, in milliseconds. */
const LOCK = 15_000
/** Dead workers are looked for this often, in milliseconds. */
const STALL_CHECK = 5000
/** So many workers may die on a part before it is given up: one bad part must not kill them for ever. */
const MOST_DEATHS = 3
/** Parts taken beyond one for each thread: while one is being stored the next is read. */
const PARTS_AHEAD = 1

/** Takes parts from the queue and answers them. */
export class BatchWorker {
  readonly #batches: Batches
  readonly #worker: Worker<PartJob>
  readonly #connection: Redis
  readonly #threads: Piscina<PartTask, AnsweredPart>
  /** For parts that have killed a thread. */
  readonly #pool: ExtractionPool
  readonly #limits: WorkerLimits
  readonly #onFailure: (error: Error) => void

  /**
   * @param limits how it works
   * @param onFailure is told of failures; they hold no text
   */
  constructor(limits: WorkerLimits, onFailure: (error: Error) => void) {
    this.#limits = limits
    this.#onFailure = onFailure
    this.#batches = new Batches(limits.batches, onFailure)
    this.#threads = new Piscina({
      filename: new URL(`./part-worker${extname(import.meta.filename)}`, import.meta.url).href,
      minThreads: 0,
      maxThreads: limits.threads,
    })
    this.#pool = new ExtractionPool({ threads: 1, queue: 1000 })
    // It waits for Redis to come back, however long.
    this.#connection = new Redis(limits.batches.redisUrl, { maxRetriesPerRequest: null })
    this.#connection.on('error', onFailure)
    this.#worker = new Worker<PartJob>(QUEUE, (job) => this.#work(job), {
      connection: this.#connection,
      concurrency: limits.threads + PARTS_AHEAD,
      lockDuration: LOCK,
      stalledInterval: STALL_CHECK,
      maxStalledCount: MOST_DEATHS,
    })
    this.#worker.on('error', onFailure)
    // Given up by BullMQ itself: its workers died, nobody has answered it.
    this.#worker.on('failed', (job, error) => {
      if (!job) return
      onFailure(error)
      if (/stalled/.test(error.message)) this.#giveUp(job.data).catch(onFailure)
    })
  }

  /** Finishes the parts in work and closes all connections. */
  async close(): Promise<void> {
    await this.#worker.close()
    await this.#threads.close()
    await this.#pool.close()
    await this.#batches.close()
    this.#connection.disconnect()
  }

  async #work({ data, attemptsMade }: Job<PartJob>): Promise<void> {
    try {
      await this.#answer(data)
    } catch (error) {
      if (attemptsMade + 1 < ATTEMPTS) throw error
      this.#onFailure(error as Error)
      await this.#giveUp(data)
    }
  }

  async #answer({ batch, part }: PartJob): Promise<void> {
    const { registry, store } = this.#batches
    if (!(await registry.isWanted(batch))) return
    const input = await store.get(inputKey(batch, part))
    if (!input) {
      if (await registry.isWanted(batch)) throw new Error(`part ${part} of batch ${batch} is not in the store`)
      return
    }
    const name = { maxTextLength: this.#limits.maxTextLength, instance: `/batches/${batch}`, requestId: batch }
    const task: PartTask = { part: input, name }
    const { bytes, documents, failed } = await this.#threads.run(task).catch((error) => {
      // A document has killed the thread: one by one, only that one fails.
      this.#onFailure(error)
      return this.#answerSingly(input, name)
    })
    await store.put(outputKey(batch, part), bytes)
    await this.#finish({ batch, part }, documents, failed)
  }

  async #answerSingly(input: Buffer, name: StreamName): Promise<AnsweredPart> {
    const lines: string[] = []
    let failed = 0
    const options = { ...name, pool: this.#pool, ordered: true, onFailure: this.#onFailure }
    for await (const answer of answerLines(unpackPart(input), options)) {
      lines.push(answer.line)
      if (answer.failed) failed++
    }
    return { bytes: Buffer.from(lines.join('')), documents: lines.length, failed }
  }

  /** Each document of a part that cannot be worked on gets an error of its own. */
  async #giveUp({ batch, part }: PartJob): Promise<void> {
    const input = await this.#batches.store.get(inputKey(batch, part))
    if (!input) return
    const documents = new Documents({ maxTextLength: this.#limits.maxTextLength, instance: `/batches/${batch}`, requestId: batch })
    const fault = { status: 500, detail: 'This document could not be read.', errors: [] }
    const lines = [...unpackPart(input)].map(({ number }) => documents.fail(number, null, fault).line)
    await this.#batches.store.put(outputKey(batch, part), Buffer.from(lines.join('')))
    await this.#finish({ batch, part }, lines.length, lines.length)
  }

  async #finish({ batch, part }: PartJob, documents: number, failed: number): Promise<void> {
    const { registry, store } = this.#batches
    // Cancelled meanwhile: what was just written is nobody's.
    if (!(await registry.finishPart(batch, part, documents, failed))) await store.removeAll(`${batch}/`)
  }
}
