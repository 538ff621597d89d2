/** Bytes to lines, one at a time, with a limit for each: what is too long is passed over, not kept. */

/** A line of a stream. */
export interface Line {
  /** Its number, from 1. */
  number: number
  /** Its bytes without the line break; null where it is longer than the limit. */
  bytes: Buffer | null
}

const LINE_FEED = 10

/**
 * Splits a stream of bytes into lines. Blank lines are counted.
 *
 * @param chunks the bytes
 * @param limit the longest line, in bytes
 * @param blank whether blank lines are given too, not passed over
 * @returns the lines; the last one needs no line break
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit: number, blank = false): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const keep = (part: Uint8Array): void => {
    size += part.length
    if (size > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (): Line | null => {
    const bytes = size > limit ? null : Buffer.concat(parts)
    const line = bytes && !blank && isBlank(bytes) ? null : { number, bytes }
    number++
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at))
      const line = finish()
      if (line) yield line
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  // What ends with a line break has no line behind it.
  const line = size === 0 ? null : finish()
  if (line) yield line
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
