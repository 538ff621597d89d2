/**
 * Batches: many documents, worked on by any number of processes. The documents and the answers are kept in the object
 * store, part by part; Redis has the queue (BullMQ) and the counts. A part may be worked on twice, but it has one place for
 * its answer: so every document has exactly one.
 */
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { HttpProblem } from '../problems.ts'
import type { Line } from '../stream/lines.ts'
import { type PartLimits, packParts } from './parts.ts'
import { BatchRegistry, type BatchState } from './registry.ts'
import { type ObjectStore, openStore } from './store.ts'

/** How batches are kept and queued. */
export interface BatchLimits {
  redisUrl: string
  /** Where documents and answers are kept, see openStore. */
  store: string
  /** How long a batch is kept, in milliseconds. */
  life: number
  part: PartLimits
  /** Parts that may wait; while more do, uploads wait, and new ones are refused. */
  queue: number
}

/** What a job says. */
export interface PartJob {
  batch: string
  part: number
}

/** What is known of a whole upload; kept beside the parts, so that Redis may lose its last moments. */
interface Manifest {
  created: number
  /** Documents of each part. */
  sizes: number[]
}

/** The name of the queue. */
export const QUEUE = 'winnow-parts'
/** A part is tried so often, each time after twice the wait, in milliseconds. */
export const ATTEMPTS = 5
const FIRST_WAIT = 500
/** An upload looks at the queue each time after so many parts. */
const LOOK_EVERY = 10
/** While the queue is full, an upload looks again after this time, in milliseconds. */
const PATIENCE = 200
/** Lost jobs and expired batches are looked for this often, in milliseconds. */
const SWEEP = 5000

/** Makes, shows and ends batches. */
export class Batches {
  readonly registry: BatchRegistry
  readonly store: ObjectStore
  readonly limits: BatchLimits
  readonly #redis: Redis
  readonly #queue: Queue<PartJob>
  readonly #sweeper: NodeJS.Timeout

  /**
   * @param limits how batches are kept
   * @param onFailure is told of failures in the background
   */
  constructor(limits: BatchLimits, onFailure: (error: Error) => void) {
    this.limits = limits
    // A request fails when Redis does not come back at once; a worker waits for it.
    this.#redis = new Redis(limits.redisUrl, { maxRetriesPerRequest: 1 })
    this.#redis.on('error', onFailure)
    this.#queue = new Queue(QUEUE, { connection: this.#redis })
    this.#queue.on('error', onFailure)
    this.registry = new BatchRegistry(this.#redis, limits.life)
    this.store = openStore(limits.store)
    this.#sweeper = setInterval(() => this.sweep().catch(onFailure), SWEEP).unref()
  }

  /** How many parts wait or are worked on. */
  async backlog(): Promise<number> {
    const {
      waiting = 0,
      active = 0,
      delayed = 0,
      prioritized = 0,
    } = await this.#queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')
    return waiting + active + delayed + prioritized
  }

  /**
   * Takes a batch in. Its parts are queued while it is still coming; nothing is held whole.
   *
   * @param id its id
   * @param lines its documents
   * @throws HttpProblem (429) when too many parts wait already
   */
  async submit(id: string, lines: AsyncIterable<Line>): Promise<void> {
    if ((await this.backlog()) >= this.limits.queue) throw new HttpProblem(429, 'Too many documents are waiting.')
    await this.registry.create(id)
    const created = Date.now()
    const sizes: number[] = []
    try {
      for await (const { bytes, documents } of packParts(lines, this.limits.part)) {
        while (sizes.length % LOOK_EVERY === 0 && (await this.backlog()) >= this.limits.queue)
          await new Promise((resolve) => setTimeout(resolve, PATIENCE))
        await this.store.put(inputKey(id, sizes.length), bytes)
        await this.#enqueue(id, [sizes.length])
        sizes.push(documents)
      }
    } catch (error) {
      // Half a batch is none.
      await this.discard(id)
      throw error
    }
    const manifest: Manifest = { created, sizes }
    await this.store.put(manifestKey(id), Buffer.from(JSON.stringify(manifest)))
    await this.#seal(id, manifest)
  }

  /** The state of a batch; null where there is none. */
  async read(id: string): Promise<BatchState | null> {
    const state = await this.registry.read(id)
    if (state?.sealed || state?.cancelled) return state
    const manifest = await this.#manifest(id)
    if (!manifest) return state
    await this.#seal(id, manifest)
    return this.registry.read(id)
  }

  /**
   * The answers of a batch, in the order of its documents, as far as they are there without a gap.
   *
   * @param id the batch
   * @param from the number of the first document wanted, from 0
   * @returns chunks of lines
   */
  async *results(id: string, from: number): AsyncGenerator<Buffer> {
    const manifest = await this.#manifest(id)
    let first = 0
    for (const [part, size] of (manifest?.sizes ?? []).entries()) {
      const next = first + size
      if (next > from) {
        const bytes = await this.store.get(outputKey(id, part))
        if (!bytes) return
        yield from > first ? bytes.subarray(startOfLine(bytes, from - first)) : bytes
      }
      first = next
    }
  }

  /**
   * Ends a batch and frees what it holds.
   *
   * @param id the batch
   * @param parts how many parts it has
   */
  async cancel(id: string, parts: number): Promise<void> {
    await this.registry.cancel(id)
    for (let part = 0; part < parts; part++) await this.#queue.remove(jobId(id, part))
    await this.store.removeAll(`${id}/`)
  }

  /** Removes a batch and every trace of it. */
  async discard(id: string): Promise<void> {
    await this.registry.cancel(id)
    await this.store.removeAll(`${id}/`)
    await this.registry.forget(id)
  }

  /** Queues parts again that a crash of Redis has lost, and removes what has expired. */
  async sweep(): Promise<void> {
    const { alive, expired } = await this.registry.list()
    for (const id of expired) {
      await this.store.removeAll(`${id}/`)
      await this.registry.forget(id)
    }
    if ((await this.backlog()) > 0) return
    for (const id of alive) {
      const state = await this.read(id)
      if (!state?.sealed || state.cancelled || state.finished !== null) continue
      const done = await this.registry.partsDone(id)
      await this.#enqueue(
        id,
        Array.from({ length: state.parts }, (_, part) => part).filter((part) => !done.has(part)),
      )
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    await this.#queue.close()
    this.#redis.disconnect()
  }

  /** A part that is queued already is not queued again. */
  async #enqueue(batch: string, parts: readonly number[]): Promise<void> {
    await this.#queue.addBulk(
      parts.map((part) => ({
        name: 'part',
        data: { batch, part },
        opts: {
          jobId: jobId(batch, part),
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: FIRST_WAIT },
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    )
  }

  async #manifest(id: string): Promise<Manifest | null> {
    const bytes = await this.store.get(manifestKey(id))
    return bytes && (JSON.parse(bytes.toString()) as Manifest)
  }

  async #seal(id: string, { sizes, created }: Manifest): Promise<void> {
    await this.registry.seal(
      id,
      sizes.reduce((sum, size) => sum + size, 0),
      sizes.length,
      created,
    )
  }
}

function startOfLine(bytes: Buffer, line: number): number {
  let at = 0
  for (let count = 0; count < line; count++) at = bytes.indexOf(10, at) + 1
  return at
}

/** Where the documents of a part are kept. */
export function inputKey(batch: string, part: number): string {
  return `${batch}/in/${part}`
}

/** Where the answers of a part are kept. */
export function outputKey(batch: string, part: number): string {
  return `${batch}/out/${part}.ndjson`
}

function manifestKey(batch: string): string {
  return `${batch}/manifest.json`
}

function jobId(batch: string, part: number): string {
  return `${batch}-${part}`
}
