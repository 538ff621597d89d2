/** A stream that may be slow, but not silent. */
import { HttpProblem } from '../problems.ts'

/**
 * Passes the chunks of a stream on. Time counts only while a chunk is waited for: a slow reader is not the sender's fault.
 *
 * @param chunks the stream
 * @param patience how long a chunk may take, in milliseconds
 * @returns the same chunks
 * @throws HttpProblem (408) when none comes in time
 */
export async function* patiently(chunks: AsyncIterable<Uint8Array>, patience: number): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await inTime(iterator.next(), patience)
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: a stream that is silent may never say that it is closed.
    iterator.return?.().catch(() => {})
  }
}

async function inTime<Value>(value: Promise<Value>, patience: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HttpProblem(408, `Nothing came for ${patience} ms.`)), patience)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}
