/**
 * Short texts take turns in the main thread, in two lanes as at a till: the shortest of them do not wait for all the
 * others. Between two of them the event loop goes round: requests are read, those that would wait too long are refused,
 * and new connections are taken in.
 */

/** Node takes in one new connection a round of the event loop; a crowd that comes at once must not wait for as many texts. */
const ROUNDS = 8

/** How much the last turn counts for what a turn usually takes. */
const WEIGHT = 0.1

/** A text of so many bytes, or fewer, stands in the quick lane: a few hundred words, read in a millisecond or two. */
const QUICK = 4096

/** Who waits: whether he is still there, and who is told whether it is his turn. */
interface Waiter {
  left: () => boolean
  called: (present: boolean) => void
}

/** Those who wait in one lane. */
class Lane {
  readonly #waiting: Waiter[] = []
  /** Where the queue begins: who has had his turn stays in the list until it is empty. */
  #next = 0
  /** What a turn takes, in milliseconds: moving average. */
  usual = 0

  get length(): number {
    return this.#waiting.length - this.#next
  }

  add(waiter: Waiter): void {
    this.#waiting.push(waiter)
  }

  /** The next one who is still there; those who left are passed over. */
  shift(): Waiter | undefined {
    let first: Waiter | undefined
    while (first === undefined && this.length > 0) {
      const next = this.#waiting[this.#next++] as Waiter
      if (next.left()) next.called(false)
      else first = next
    }
    if (this.length === 0) {
      this.#waiting.length = 0
      this.#next = 0
    }
    return first
  }

  took(milliseconds: number): void {
    this.usual += WEIGHT * (milliseconds - this.usual)
  }
}

/** A queue for the main thread. */
export class Turns {
  readonly #quick = new Lane()
  readonly #others = new Lane()
  /** Whose turn it is, and when it began. */
  #current: { lane: Lane; began: number } | null = null
  #rounds = 0

  /**
   * @param bytes how long a text is, in bytes
   * @returns how many wait in its lane
   */
  length(bytes: number): number {
    return this.#laneOf(bytes).length
  }

  /**
   * @param bytes how long a text is, in bytes
   * @returns how long it would wait if it came now, in milliseconds: the lanes take turns too
   */
  delay(bytes: number): number {
    const lane = this.#laneOf(bytes)
    const other = lane === this.#quick ? this.#others : this.#quick
    return lane.length * lane.usual + Math.min(lane.length, other.length) * other.usual
  }

  /**
   * @param bytes how long the text is, in bytes
   * @param left whether the caller is gone: he takes no turn then, and what a turn takes is not reckoned from him
   * @returns a promise of whether it is the caller's turn, kept when it is or would be; he works at once, without waiting
   *   for anything else
   */
  take(bytes: number, left: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      this.#laneOf(bytes).add({ left, called: resolve })
      // Who finds nobody at work and nobody waiting begins.
      if (this.#current === null && this.#quick.length + this.#others.length === 1) setImmediate(this.#turn)
    })
  }

  #laneOf(bytes: number): Lane {
    return bytes <= QUICK ? this.#quick : this.#others
  }

  readonly #turn = (): void => {
    if (this.#rounds-- > 0) {
      setImmediate(this.#turn)
      return
    }
    const now = performance.now()
    const last = this.#current?.lane
    if (this.#current) this.#current.lane.took(now - this.#current.began)
    const [first, second] = last === this.#quick ? [this.#others, this.#quick] : [this.#quick, this.#others]
    const next = first.shift()
    const waiter = next ?? second.shift()
    if (!waiter) {
      this.#current = null
      this.#rounds = 0
      return
    }
    this.#current = { lane: next ? first : second, began: now }
    this.#rounds = ROUNDS
    waiter.called(true)
    setImmediate(this.#turn)
  }
}
