/** Writing to a pipe that may be slow, or closed by `head`. */
import { once } from 'node:events'

/** Ends the process quietly once nobody reads its output. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

/**
 * Writes, and waits where the reader is slow.
 *
 * @param text what to write
 */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
