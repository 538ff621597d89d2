/** `winnow stream`: documents on the standard input, articles on the standard output, one a line. */
import { randomUUID } from 'node:crypto'
import { fstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { ExtractionPool } from '../pool/pool.ts'
import { extractLines } from '../stream/extract-lines.ts'
import { write } from './output.ts'
import { Progress, watched } from './progress.ts'

/** Here nobody must be protected from long texts; a line must fit into a string. */
const MOST_UNITS = 100_000_000
const STDIN = 0

/**
 * Extracts an article from each line.
 *
 * @param ordered whether answers keep the order of the documents
 * @returns how many lines failed; each has its error in the output
 */
export async function extractStream(ordered: boolean): Promise<number> {
  const pool = new ExtractionPool({ threads: availableParallelism(), queue: availableParallelism() * 4 })
  const input = fstatSync(STDIN)
  const progress = new Progress(input.isFile() ? input.size : null)
  let failed = 0
  const lines = extractLines(watched(process.stdin, progress), MOST_UNITS, {
    pool,
    maxTextLength: MOST_UNITS,
    ordered,
    instance: 'stdin',
    requestId: randomUUID(),
    onFailure: (error) => process.stderr.write(`winnow: ${error.stack}\n`),
  })
  for await (const answer of lines) {
    if (answer.failed) failed++
    progress.count(answer.failed)
    await write(answer.line)
  }
  progress.end()
  await pool.close()
  return failed
}
