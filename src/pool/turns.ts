/**
 * Short texts take turns in the main thread. Between two of them the event loop goes round: requests are read, those that
 * would wait too long are refused, and new connections are taken in.
 */

/** Node takes in one new connection a round of the event loop; a crowd that comes at once must not wait for as many texts. */
const ROUNDS = 8

/** How much the last turn counts for what a turn usually takes. */
const WEIGHT = 0.1

/** A queue for the main thread. */
export class Turns {
  readonly #waiting: (() => void)[] = []
  /** Where the queue begins: who has had his turn stays in the list until it is empty. */
  #next = 0
  /** What a turn takes, in milliseconds: moving average. */
  #usual = 0
  #began: number | null = null
  #rounds = 0

  /** How many wait. */
  get length(): number {
    return this.#waiting.length - this.#next
  }

  /** How long who comes now would wait, in milliseconds. */
  get delay(): number {
    return this.length * this.#usual
  }

  /** @returns a promise that is kept when it is the caller's turn; he works at once, without waiting for anything else */
  take(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      if (this.length === 1 && this.#began === null) setImmediate(this.#turn)
    })
  }

  readonly #turn = (): void => {
    if (this.#rounds-- > 0) {
      setImmediate(this.#turn)
      return
    }
    const now = performance.now()
    if (this.#began !== null) this.#usual += WEIGHT * (now - this.#began - this.#usual)
    const next = this.#waiting[this.#next]
    if (!next) {
      this.#waiting.length = 0
      this.#next = 0
      this.#began = null
      this.#rounds = 0
      return
    }
    this.#next++
    this.#began = now
    this.#rounds = ROUNDS
    next()
    setImmediate(this.#turn)
  }
}
