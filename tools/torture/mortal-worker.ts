/** A worker that dies of some texts, and reads the others. */
import type { Written } from '../../src/pool/job.ts'
import run, { type Task } from '../../src/pool/worker.ts'

/** Ends its thread. */
export const KILL = 'kill the thread'
/** Fills the memory of its thread. */
export const FILL = 'fill the memory'

export default function mortal(task: Task): Written | null {
  if (task.job.text === KILL) process.exit(1)
  const kept: unknown[] = []
  while (task.job.text === FILL) kept.push(new Array(1_000_000).fill(kept.length))
  return run(task)
}
