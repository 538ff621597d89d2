/** What Redis knows of batches: their state and their counts, a few hundred bytes each. Each change is atomic. */
import type { Redis } from 'ioredis'

/** The state of a batch. */
export interface BatchState {
  created: number
  /** When the first part was done, and the last one; null before. */
  started: number | null
  finished: number | null
  cancelled: boolean
  /** All documents are there; before, the counts still grow. */
  sealed: boolean
  documents: number
  parts: number
  done: number
  failed: number
  partsDone: number
}

const PREFIX = 'winnow:'
/** All batches, by the time when they expire. */
const EXPIRIES = `${PREFIX}batches`
/** An upload that breaks off leaves a batch that is never sealed; it goes after a day, in milliseconds. */
const UNSEALED_LIFE = 86_400_000

/** Marks a part as done, once; a part of a batch that was cancelled (0) or is not known (2) is not counted. */
const FINISH_PART = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 2 end
if redis.call('HEXISTS', KEYS[1], 'cancelled') == 1 then return 0 end
if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then return 1 end
redis.call('HSETNX', KEYS[1], 'started', ARGV[4])
redis.call('HINCRBY', KEYS[1], 'done', ARGV[2])
redis.call('HINCRBY', KEYS[1], 'failed', ARGV[3])
local parts = redis.call('HINCRBY', KEYS[1], 'partsDone', 1)
if redis.call('HGET', KEYS[1], 'sealed') == '1' and tonumber(redis.call('HGET', KEYS[1], 'parts')) == parts then
  redis.call('HSET', KEYS[1], 'finished', ARGV[4])
end
return 1`

/** Says that all documents are there. */
const SEAL = `
redis.call('HSET', KEYS[1], 'sealed', 1, 'created', ARGV[3], 'documents', ARGV[1], 'parts', ARGV[2])
if tonumber(redis.call('HGET', KEYS[1], 'partsDone') or '0') == tonumber(ARGV[2]) then
  redis.call('HSET', KEYS[1], 'finished', ARGV[4])
end
return 1`

/** Reads and writes the state of batches. */
export class BatchRegistry {
  readonly #redis: Redis
  readonly #life: number

  /**
   * @param redis a connection
   * @param life how long a batch is kept, in milliseconds
   */
  constructor(redis: Redis, life: number) {
    this.#redis = redis
    this.#life = life
  }

  /** Notes a new batch. */
  async create(id: string): Promise<void> {
    const now = Date.now()
    await this.#redis
      .multi()
      .hset(keyOf(id), 'created', now)
      .zadd(EXPIRIES, now + UNSEALED_LIFE, id)
      .exec()
  }

  /**
   * Takes a key that makes a request repeatable.
   *
   * @param key the key, hashed
   * @param id the batch that this request would make
   * @returns the batch that has the key: `id`, or that of an earlier request
   */
  async claim(key: string, id: string): Promise<string> {
    const taken = await this.#redis.set(`${PREFIX}key:${key}`, id, 'PX', this.#life, 'NX')
    return taken === 'OK' ? id : ((await this.#redis.get(`${PREFIX}key:${key}`)) ?? id)
  }

  /** Gives a key back: its request failed. */
  async release(key: string): Promise<void> {
    await this.#redis.del(`${PREFIX}key:${key}`)
  }

  /** Says that all documents of a batch are there. */
  async seal(id: string, documents: number, parts: number, created: number): Promise<void> {
    const now = Date.now()
    await this.#redis.zadd(EXPIRIES, now + this.#life, id)
    await this.#redis.eval(SEAL, 1, keyOf(id), documents, parts, created, now)
  }

  /**
   * Marks a part as done.
   *
   * @returns false where its batch was cancelled
   */
  async finishPart(id: string, part: number, documents: number, failed: number): Promise<boolean> {
    return (await this.#redis.eval(FINISH_PART, 2, keyOf(id), partsKeyOf(id), part, documents, failed, Date.now())) !== 0
  }

  /** Whether a batch still wants its parts done. */
  async isWanted(id: string): Promise<boolean> {
    const [created, cancelled] = await this.#redis.hmget(keyOf(id), 'created', 'cancelled')
    return created != null && cancelled == null
  }

  /** Which parts are done. */
  async partsDone(id: string): Promise<Set<number>> {
    return new Set((await this.#redis.hkeys(partsKeyOf(id))).map(Number))
  }

  /** The state of a batch; null where there is none. */
  async read(id: string): Promise<BatchState | null> {
    const fields = await this.#redis.hgetall(keyOf(id))
    if (fields.created === undefined) return null
    const number = (name: string): number => Number(fields[name] ?? 0)
    return {
      created: number('created'),
      started: fields.started === undefined ? null : number('started'),
      finished: fields.finished === undefined ? null : number('finished'),
      cancelled: fields.cancelled !== undefined,
      sealed: fields.sealed === '1',
      documents: number('documents'),
      parts: number('parts'),
      done: number('done'),
      failed: number('failed'),
      partsDone: number('partsDone'),
    }
  }

  /** Cancels a batch; its state is kept until it expires. */
  async cancel(id: string): Promise<void> {
    await this.#redis.multi().hset(keyOf(id), 'cancelled', 1).del(partsKeyOf(id)).exec()
  }

  /** Batches that are there, and those whose time is over. */
  async list(): Promise<{ alive: string[]; expired: string[] }> {
    const now = Date.now()
    const [alive, expired] = await Promise.all([
      this.#redis.zrangebyscore(EXPIRIES, now, '+inf'),
      this.#redis.zrangebyscore(EXPIRIES, '-inf', now),
    ])
    return { alive, expired }
  }

  /** Forgets a batch. */
  async forget(id: string): Promise<void> {
    await this.#redis.multi().del(keyOf(id), partsKeyOf(id)).zrem(EXPIRIES, id).exec()
  }
}

function keyOf(id: string): string {
  return `${PREFIX}batch:${id}`
}

function partsKeyOf(id: string): string {
  return `${PREFIX}parts:${id}`
}
