/** The configuration: environment variables, checked once at start. */
import { availableParallelism } from 'node:os'
import { z } from 'zod'

const integer = (fallback: number, least: number, most: number) => z.coerce.number().int().min(least).max(most).default(fallback)

const Environment = z.object({
  PORT: integer(3000, 0, 65535),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MAX_TEXT_LENGTH: integer(1_000_000, 1, 20_000_000),
  REQUEST_TIMEOUT_MS: integer(30_000, 100, 600_000),
  SHUTDOWN_DELAY_MS: integer(10_000, 0, 600_000),
  POOL_THREADS: integer(Math.max(1, availableParallelism() - 1), 0, 256),
  POOL_QUEUE: integer(64, 1, 100_000),
})

/** What can be configured. */
export interface Config {
  port: number
  host: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  /** Longest text of a request, in UTF-16 units. */
  maxTextLength: number
  /** How long a client may take to send its request, in milliseconds. */
  requestTimeout: number
  /** How long requests in flight may take to finish when the process ends, in milliseconds. */
  shutdownDelay: number
  /** Worker threads for long texts, and how many texts may wait for one. */
  pool: { threads: number; queue: number }
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
  const { PORT, HOST, LOG_LEVEL, MAX_TEXT_LENGTH, REQUEST_TIMEOUT_MS, SHUTDOWN_DELAY_MS, POOL_THREADS, POOL_QUEUE } = parsed.data
  return {
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    maxTextLength: MAX_TEXT_LENGTH,
    requestTimeout: REQUEST_TIMEOUT_MS,
    shutdownDelay: SHUTDOWN_DELAY_MS,
    pool: { threads: POOL_THREADS, queue: POOL_QUEUE },
  }
}
