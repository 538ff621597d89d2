/** A process that works on the parts of batches; there may be any number of them, on any number of machines. */
import { type Job, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { ExtractionPool } from '../pool/pool.ts'
import { problemOf } from '../problems.ts'
import { answerLines } from '../stream/extract-lines.ts'
import { ATTEMPTS, Batches, type BatchLimits, inputKey, outputKey, type PartJob, QUEUE } from './batches.ts'
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
/** Parts in work beyond one: while one is being stored the next is read. */
const PARTS_AT_ONCE = 2

/** Takes parts from the queue and answers them. */
export class BatchWorker {
  readonly #batches: Batches
  readonly #worker: Worker<PartJob>
  readonly #connection: Redis
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
    this.#pool = new ExtractionPool({ threads: limits.threads, queue: 1000 })
    // It waits for Redis to come back, however long.
    this.#connection = new Redis(limits.batches.redisUrl, { maxRetriesPerRequest: null })
    this.#connection.on('error', onFailure)
    this.#worker = new Worker<PartJob>(QUEUE, (job) => this.#work(job), {
      connection: this.#connection,
      concurrency: PARTS_AT_ONCE,
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
    const lines: string[] = []
    let failed = 0
    const answers = answerLines(unpackPart(input), {
      pool: this.#pool,
      maxTextLength: this.#limits.maxTextLength,
      ordered: true,
      signal: new AbortController().signal,
      instance: `/batches/${batch}`,
      requestId: batch,
      onFailure: this.#onFailure,
    })
    for await (const answer of answers) {
      lines.push(answer.line)
      if (answer.failed) failed++
    }
    await this.#store({ batch, part }, lines, failed)
  }

  /** Each document of a part that cannot be worked on gets an error of its own. */
  async #giveUp({ batch, part }: PartJob): Promise<void> {
    const input = await this.#batches.store.get(inputKey(batch, part))
    if (!input) return
    const lines: string[] = []
    for await (const { number } of unpackPart(input)) {
      const fault = { status: 500, detail: `Line ${number}: this document could not be read.`, errors: [] }
      lines.push(`${JSON.stringify({ id: null, error: problemOf(fault, `/batches/${batch}#line=${number}`, batch) })}\n`)
    }
    await this.#store({ batch, part }, lines, lines.length)
  }

  async #store({ batch, part }: PartJob, lines: readonly string[], failed: number): Promise<void> {
    const { registry, store } = this.#batches
    await store.put(outputKey(batch, part), Buffer.from(lines.join('')))
    // Cancelled meanwhile: what was just written is nobody's.
    if (!(await registry.finishPart(batch, part, lines.length, failed))) await store.removeAll(`${batch}/`)
  }
}
