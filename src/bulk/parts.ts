/** Parts: what one job works on, a bounded number of lines with their numbers. */
import type { Line } from '../stream/lines.ts'

/** How large a part is at the most; a single line may be larger. */
export interface PartLimits {
  documents: number
  bytes: number
}

/** A part, ready to be stored. */
export interface Part {
  bytes: Buffer
  documents: number
}

const BLANK = Buffer.from(' ')
const NOTHING = Buffer.alloc(0)
const LINE_BREAK = Buffer.from('\n')
const TAB = 9
const LINE_FEED = 10

/**
 * Packs lines into parts: each line as its number, a tab, and the line; nothing behind the tab where it was too long, a
 * blank where there was nothing in it.
 *
 * @param lines the lines
 * @param limits how large a part is
 * @returns the parts, in order; none is empty
 */
export async function* packParts(lines: AsyncIterable<Line>, limits: PartLimits): AsyncGenerator<Part> {
  let chunks: Uint8Array[] = []
  let documents = 0
  let size = 0
  for await (const { number, bytes } of lines) {
    if (documents > 0 && (documents === limits.documents || size + (bytes?.length ?? 0) > limits.bytes)) {
      yield { bytes: Buffer.concat(chunks), documents }
      chunks = []
      documents = 0
      size = 0
    }
    chunks.push(Buffer.from(`${number}\t`), bytes?.length === 0 ? BLANK : (bytes ?? NOTHING), LINE_BREAK)
    documents++
    size += bytes?.length ?? 0
  }
  if (documents > 0) yield { bytes: Buffer.concat(chunks), documents }
}

/**
 * Unpacks a part.
 *
 * @param part as {@link packParts} made it
 * @returns its lines
 */
export function* unpackPart(part: Buffer): Generator<Line> {
  for (let at = 0; at < part.length; ) {
    const tab = part.indexOf(TAB, at)
    const end = part.indexOf(LINE_FEED, tab)
    yield { number: Number(part.toString('latin1', at, tab)), bytes: tab + 1 === end ? null : part.subarray(tab + 1, end) }
    at = end + 1
  }
}
