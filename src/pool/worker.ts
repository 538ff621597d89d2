/** What runs in a worker thread: one text in, the checked answer out as JSON. */
import { type Job, type Written, writeDown } from './job.ts'

/** A job with a word from its caller. */
export interface Task {
  job: Job
  /** Its one element turns 1 when the caller no longer waits; memory shared with the main thread. */
  gone: Int32Array
}

/**
 * Extracts one article. The answer is validated and written here, so that the main thread only passes it on.
 *
 * @param task the job
 * @returns the answer as JSON; null where nothing is written in the text, or nobody waits for it any more
 */
export default function run({ job, gone }: Task): Written | null {
  return Atomics.load(gone, 0) === 1 ? null : writeDown(job)
}
