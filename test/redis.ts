/** A real Redis for one test: Debian's redis-server on a free port of 127.0.0.1, ended by its process id. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './debian.ts'

/** A running Redis. */
export interface RunningRedis {
  url: string
  /** Ends it; its data stay for a restart. */
  stop(): Promise<void>
  /** Starts it again on the same port, with the same data. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  remove(): Promise<void>
}

/**
 * Starts a Redis.
 *
 * @returns it, once it takes connections; null where there is no redis-server
 */
export async function startRedis(): Promise<RunningRedis | null> {
  const program = findProgram('redis-server', ['redis-server'])
  if (!program) return null
  const folder = mkdtempSync(join(tmpdir(), 'winnow-redis-'))
  const port = await freePort()
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', ''], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let log = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (data) => {
        log += data
        if (/Ready to accept connections/.test(log)) resolve()
      })
      child.once('exit', () => reject(new Error(log)))
    })
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
