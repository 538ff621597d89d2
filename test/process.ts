/** Starts the real programs as processes of their own, on 127.0.0.1. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A running program. */
export interface Running {
  url: string
  child: ChildProcess
  /** Everything it wrote to its standard output so far. */
  log(): string
  /** Asks it to end and waits for its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts `src/server.ts`.
 *
 * @param environment configuration on top of a free port
 * @param entry the file to run
 * @param words what stands behind it on the command line
 * @returns the server, once it listens
 * @throws when it ends before it listens
 */
export async function startServer(
  environment: Record<string, string> = {},
  entry = fileURLToPath(new URL('../src/server.ts', import.meta.url)),
  words: readonly string[] = [],
): Promise<Running> {
  return startProgram(entry, words, { PORT: '0', ...environment }, /listening at (http:[^"]+)/)
}

/**
 * Starts a program that runs until it is told to end.
 *
 * @param entry the file to run
 * @param words what stands behind it on the command line
 * @param environment its environment
 * @param ready what it writes when it is ready; what the first group matches is its address
 * @returns the program, once it is ready
 * @throws when it ends before
 */
export async function startProgram(
  entry: string,
  words: readonly string[],
  environment: Record<string, string>,
  ready: RegExp,
): Promise<Running> {
  const child = spawn(process.execPath, [entry, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr?.on('data', (data) => {
    log += data
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      log += data
      const found = ready.exec(log)
      if (found) resolve(found[1] ?? '')
    })
    exited.then(([code]) => reject(new Error(`${entry} ended with ${code}: ${log}`)))
  })
  return {
    url,
    child,
    log: () => log,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return (await exited)[0]
    },
  }
}

/**
 * @param pid a process
 * @returns its resident memory, in MB
 */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
}
