/** The configuration: environment variables, checked once at start. */
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { BatchLimits } from './bulk/batches.ts'
import { networks } from './fetch/addresses.ts'
import type { FetchLimits } from './fetch/fetcher.ts'
import type { ApiKey } from './plugins/auth.ts'
import type { RequestLimits } from './plugins/limits.ts'
import { VERSION } from './version.ts'

const MILLISECONDS_PER_HOUR = 3_600_000

const integer = (fallback: number, least: number, most: number) => z.coerce.number().int().min(least).max(most).default(fallback)

const flag = (fallback: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(fallback)
    .transform((value) => value === 'true')
const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )

/** A key’s name and the SHA-256 of the key. */
const KEY = /^([\w.-]{1,64})=([0-9a-f]{64})$/i

const Environment = z.object({
  PORT: integer(3000, 0, 65535),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MAX_TEXT_LENGTH: integer(1_000_000, 1, 20_000_000),
  MAX_HTML_LENGTH: integer(4_000_000, 1, 80_000_000),
  REQUEST_TIMEOUT_MS: integer(30_000, 100, 600_000),
  SHUTDOWN_DELAY_MS: integer(10_000, 0, 600_000),
  POOL_THREADS: integer(Math.max(1, availableParallelism() - 1), 0, 256),
  POOL_QUEUE: integer(64, 1, 100_000),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  BATCH_STORE: z.string().min(1).default('batches'),
  BATCH_HOURS: integer(168, 1, 24 * 366),
  BATCH_PART_DOCUMENTS: integer(100, 1, 100_000),
  BATCH_PART_BYTES: integer(1_000_000, 1, 100_000_000),
  BATCH_QUEUE: integer(10_000, 1, 10_000_000),
  WORKER_THREADS: integer(availableParallelism(), 1, 256),
  API_KEYS: list('').pipe(z.array(z.string().regex(KEY, 'must be NAME=SHA256 (64 hexadecimal digits), with commas between'))),
  RATE_LIMIT: integer(0, 0, 10_000_000),
  CORS_ORIGINS: list('').pipe(z.array(z.url({ protocol: /^https?$/ }))),
  TRUST_PROXY: list(''),
  METRICS_PORT: z.coerce.number<string>().int().min(0).max(65535).optional(),
  FETCH_ENABLED: flag('false'),
  FETCH_ROBOTS: flag('true'),
  FETCH_TIMEOUT_MS: integer(10_000, 100, 600_000),
  FETCH_MAX_BYTES: integer(5_000_000, 1000, 100_000_000),
  FETCH_MAX_REDIRECTS: integer(5, 0, 20),
  FETCH_PORTS: list('80,443').pipe(z.array(z.coerce.number<string>().int().min(1).max(65535))),
  FETCH_ALLOW: list('').pipe(z.array(z.string()).refine(areNetworks, 'must be networks as address/bits, with commas between')),
  FETCH_USER_AGENT: z.string().min(1).optional(),
})

function areNetworks(list: readonly string[]): boolean {
  try {
    networks(list)
    return true
  } catch {
    return false
  }
}

/** What can be configured. */
export interface Config {
  port: number
  host: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  /** Longest text of a request, in UTF-16 units. */
  maxTextLength: number
  /** Longest page of a request, in UTF-16 units. */
  maxHtmlLength: number
  /** How long a client may take to send its request, in milliseconds. */
  requestTimeout: number
  /** How long requests in flight may take to finish when the process ends, in milliseconds. */
  shutdownDelay: number
  /** Worker threads for long texts, and how many texts may wait for one. */
  pool: { threads: number; queue: number }
  /** Keys that callers need; none where none is set. */
  keys: ApiKey[]
  requests: RequestLimits
  /** Networks of proxies whose `x-forwarded-for` is believed. */
  trustProxy: string[]
  /** Where /metrics is, when not among the other routes. */
  metricsPort: number | undefined
  /** How batches are kept; null where no Redis is configured. */
  batches: BatchLimits | null
  /** Threads of a `winnow worker`. */
  workerThreads: number
  /** How pages are fetched; null where they are not. */
  fetch: FetchLimits | null
}

/** A configuration that is wrong; its message names every variable. */
export class ConfigError extends Error {}

/**
 * Reads the configuration.
 *
 * @param environment environment variables; an empty one counts as not set
 * @returns the configuration
 * @throws ConfigError when a variable is wrong
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The configuration is wrong:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
    maxTextLength: data.MAX_TEXT_LENGTH,
    maxHtmlLength: data.MAX_HTML_LENGTH,
    requestTimeout: data.REQUEST_TIMEOUT_MS,
    shutdownDelay: data.SHUTDOWN_DELAY_MS,
    pool: { threads: data.POOL_THREADS, queue: data.POOL_QUEUE },
    keys: data.API_KEYS.map((entry) => {
      const [, name = '', hash = ''] = KEY.exec(entry) ?? []
      return { name, hash: Buffer.from(hash, 'hex') }
    }),
    requests: { perMinute: data.RATE_LIMIT, origins: data.CORS_ORIGINS },
    trustProxy: data.TRUST_PROXY,
    metricsPort: data.METRICS_PORT,
    batches:
      data.REDIS_URL === undefined
        ? null
        : {
            redisUrl: data.REDIS_URL,
            store: data.BATCH_STORE,
            life: data.BATCH_HOURS * MILLISECONDS_PER_HOUR,
            part: { documents: data.BATCH_PART_DOCUMENTS, bytes: data.BATCH_PART_BYTES },
            queue: data.BATCH_QUEUE,
          },
    workerThreads: data.WORKER_THREADS,
    fetch: data.FETCH_ENABLED
      ? {
          maxBytes: data.FETCH_MAX_BYTES,
          timeout: data.FETCH_TIMEOUT_MS,
          maxRedirects: data.FETCH_MAX_REDIRECTS,
          ports: data.FETCH_PORTS,
          allow: data.FETCH_ALLOW,
          robots: data.FETCH_ROBOTS,
          userAgent: data.FETCH_USER_AGENT ?? `Winnow/${VERSION} (extracts news articles on request)`,
        }
      : null,
  }
}
