/** `winnow worker`: a process that works on batches until it is told to end. */
import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { BatchWorker } from '../bulk/worker.ts'
import { ConfigError, readConfig } from '../config.ts'

/**
 * Runs a worker until SIGTERM or SIGINT; parts in work are finished first.
 *
 * @throws ConfigError where no Redis is configured
 */
export async function runWorker(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.batches) throw new ConfigError('A worker needs Redis: set REDIS_URL (redis://host:port).')
  const log = pino({ level: config.logLevel })
  const worker = new BatchWorker({ batches: config.batches, maxTextLength: config.maxTextLength, threads: config.workerThreads }, (error) =>
    log.warn({ err: { type: error.name, message: error.message } }, 'worker'),
  )
  closeWithGrace({ delay: config.shutdownDelay, logger: log }, async () => worker.close())
  log.info({ threads: config.workerThreads }, 'worker is ready')
}
