/**
 * Worker threads. Long texts are read there, so that one long article never blocks many short ones; the queue before the
 * threads is bounded. Short ones come when they are many and a thread has nothing to do (turns.ts).
 */
import { extname } from 'node:path'
import { Piscina } from 'piscina'
import type { Job, Written } from './job.ts'
import type { Helpers } from './turns.ts'
import type { Task } from './worker.ts'

/** How many threads there are and how much may wait for them. */
export interface PoolLimits {
  /** Worker threads; 0 reads every text in the main thread. */
  threads: number
  /** Texts that may wait for a thread. */
  queue: number
}

/** No thread is free and no more may wait. */
export class PoolOverload extends Error {}

/**
 * Texts of so many UTF-16 units are worth the way to a worker: they take the engine longer than 10 ms, the way there and
 * back takes a fraction of one.
 */
export const LONG_TEXT = 16_000
/** A thread with nothing to do ends after this time, in milliseconds. */
const IDLE = 30_000

/** Runs texts in worker threads. */
export class ExtractionPool implements Helpers {
  /** How many threads there are. */
  readonly threads: number
  readonly #queue: number
  readonly #piscina: Piscina | null
  /** Tasks that the threads have, or that wait for one. */
  #tasks = 0
  #starting = false

  /**
   * @param limits threads and queue; threads start when they are needed
   * @param worker the file that threads run; only those who test how threads die have another one
   */
  constructor({ threads, queue }: PoolLimits, worker = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url)) {
    this.threads = threads
    this.#queue = queue
    this.#piscina =
      threads === 0
        ? null
        : new Piscina({
            filename: worker.href,
            minThreads: 0,
            maxThreads: threads,
            // One more, for what wakes a thread when the queue is full.
            maxQueue: queue + 1,
            idleTimeout: IDLE,
          })
  }

  /**
   * @param job a job
   * @returns whether {@link run} should do it
   */
  takes({ text }: Job): boolean {
    return this.#piscina !== null && text.length >= LONG_TEXT
  }

  /**
   * Reads a text in a worker thread. A thread that dies is replaced, and its text is tried once more. A text that waits is
   * passed over when its caller leaves; one that is being read is read to its end, for a thread is dearer than a second.
   *
   * @param job the text
   * @param signal says that the caller no longer waits; without it he always does
   * @returns the answer as JSON, validated, with its report; null where nothing is written in the text
   * @throws PoolOverload when no more texts may wait; an AbortError when the caller leaves
   */
  async run(job: Job, signal?: AbortSignal): Promise<Written | null> {
    const gone = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = (): void => {
      Atomics.store(gone, 0, 1)
      reject(new DOMException('The caller left.', 'AbortError'))
    }
    if (signal?.aborted) leave()
    signal?.addEventListener('abort', leave)
    const task = { job, gone }
    const answer = this.#start(task).catch((error) => {
      if (error instanceof PoolOverload) throw error
      return this.#start(task).catch((again) => {
        this.#wake()
        throw again
      })
    })
    try {
      return await Promise.race([answer, left])
    } finally {
      // A stream has one signal for all its documents.
      signal?.removeEventListener('abort', leave)
    }
  }

  /** How many texts wait for a thread. */
  get waiting(): number {
    return this.#piscina?.queueSize ?? 0
  }

  /** The share of the time that the threads were busy, 0 … 1. */
  get utilisation(): number {
    return this.#piscina?.utilization ?? 0
  }

  /** A thread has started, and nothing is there for it to do. */
  get spare(): boolean {
    return this.#piscina !== null && this.#piscina.threads.length > this.#tasks
  }

  /** Starts one more thread, unless all have started or one is about to. */
  start(): void {
    const piscina = this.#piscina
    if (!piscina || this.#starting || piscina.threads.length === this.threads) return
    this.#starting = true
    this.#run(nobodys())
      .catch(() => {})
      .finally(() => {
        this.#starting = false
      })
  }

  /** Ends all threads; texts in work are finished first. */
  async close(): Promise<void> {
    await this.#piscina?.close()
  }

  /** Piscina replaces no thread below its minimum, which is none: texts that wait when the last one dies need a new task to start one. */
  #wake(): void {
    if (this.waiting > 0) this.#run(nobodys()).catch(() => {})
  }

  async #start(task: Task): Promise<Written | null> {
    if (this.waiting >= this.#queue) throw new PoolOverload('All threads are busy, and no more texts may wait.')
    return this.#run(task)
  }

  async #run(task: Task): Promise<Written | null> {
    this.#tasks++
    try {
      return await (this.#piscina as Piscina).run(task)
    } finally {
      this.#tasks--
    }
  }
}

/** @returns a task for which nobody waits: it wakes a thread */
function nobodys(): Task {
  return { job: { text: '', html: false, options: {} }, gone: new Int32Array([1]) }
}
