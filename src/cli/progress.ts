/** A progress bar on the terminal; nothing where the output is no terminal. */

/** The bar is drawn anew after this time, in milliseconds. */
const REDRAW = 200
const WIDTH = 24

/** Counts what is done. */
export class Progress {
  readonly #total: number | null
  readonly #started = performance.now()
  readonly #shown = process.stderr.isTTY === true
  #drawn = 0
  #done = 0
  #items = 0
  #failed = 0

  /** @param total how much there is to do, in the unit of {@link advance}; null where nobody knows */
  constructor(total: number | null) {
    this.#total = total
  }

  /** @param amount how much of the input was read */
  advance(amount: number): void {
    this.#done += amount
  }

  /** @param failed whether the item that is done now failed */
  count(failed: boolean): void {
    this.#items++
    if (failed) this.#failed++
    const now = performance.now()
    if (!this.#shown || now - this.#drawn < REDRAW) return
    this.#drawn = now
    this.#draw()
  }

  /** Leaves the last state on the terminal. */
  end(): void {
    if (!this.#shown) return
    this.#draw()
    process.stderr.write('\n')
  }

  #draw(): void {
    const seconds = (performance.now() - this.#started) / 1000
    const rate = `${this.#items} documents, ${Math.round(this.#items / Math.max(0.001, seconds))}/s${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`
    process.stderr.write(`\r\x1b[K${this.#bar()}${rate}`)
  }

  #bar(): string {
    if (!this.#total) return ''
    const share = Math.min(1, this.#done / this.#total)
    const full = Math.round(share * WIDTH)
    return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.round(share * 100)} % `
  }
}

/**
 * Counts the bytes that pass.
 *
 * @param chunks the bytes
 * @param progress where they are counted
 * @returns the same chunks
 */
export async function* watched(chunks: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    progress.advance(chunk.length)
    yield chunk
  }
}
