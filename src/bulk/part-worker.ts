/** What runs in a thread of a batch worker: one part in, its answers out; so the main thread only moves bytes. */
import { writeDown } from '../pool/job.ts'
import { Documents, type StreamName } from '../stream/documents.ts'
import { unpackPart } from './parts.ts'

/** A part with the name of its batch. */
export interface PartTask {
  part: Uint8Array
  name: StreamName
}

/** The answers of a part. */
export interface AnsweredPart {
  bytes: Uint8Array
  documents: number
  failed: number
}

/**
 * Answers every document of a part.
 *
 * @param task the part
 * @returns the answers, one line a document
 */
export default function run({ part, name }: PartTask): AnsweredPart {
  const documents = new Documents(name)
  const lines: string[] = []
  let failed = 0
  for (const line of unpackPart(Buffer.from(part.buffer, part.byteOffset, part.length))) {
    const document = documents.read(line)
    const answered = 'line' in document ? document : documents.answer(document, writeDown(document.job))
    lines.push(answered.line)
    if (answered.failed) failed++
  }
  return { bytes: new TextEncoder().encode(lines.join('')), documents: lines.length, failed }
}
