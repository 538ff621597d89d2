/**
 * Short texts take turns in the main thread, in two lanes as at a till: the shortest of them do not wait for all the
 * others. Between two of them the event loop goes round: requests are read, those that would wait too long are refused,
 * and new connections are taken in. Threads that have nothing else to do take turns too.
 */

/** Node takes in one new connection a round of the event loop; a crowd that comes at once must not wait for as many texts. */
const ROUNDS = 8
/** The rounds end after so many milliseconds, about what a text takes: refusing a crowd must not starve those inside. */
const LONGEST_ROUNDS = 5

/** How much the last turn counts for what a turn usually takes. */
const WEIGHT = 0.1

/** A text of so many bytes, or fewer, stands in the quick lane: a few hundred words, read in a millisecond or two. */
const QUICK = 4096

/**
 * So many threads need the main thread for nothing but handing out: while it reads a text itself, each thread that ends
 * waits half that time for the next, and three lose more than it reads.
 */
const CREW = 3

/** Who waits would wait so long, in milliseconds: then one more thread is worth its start, which takes a core that long or more. */
const WORTH_A_START = 50

/** Threads that may help. */
export interface Helpers {
  /** One has started and has nothing to do. */
  readonly spare: boolean
  /** Starts one more, where more are allowed; not waited for. */
  start(): void
}

/** A text that wants to be read. */
export interface Work<T> {
  /** Its length in bytes. */
  bytes: number
  /** Whether the caller is gone: he takes no turn then, and what a turn takes is not reckoned from him. */
  left(): boolean
  /** Reads it in the main thread. */
  here(): T
  /** Gives it to a thread that is spare, at once. */
  there(): Promise<T>
}

/** A text that waits, with what becomes of its promise. */
interface Waiter {
  left(): boolean
  here(): void
  there(): Promise<void>
  passOver(): void
}

/** Those who wait in one lane. */
class Lane {
  readonly #waiting: Waiter[] = []
  /** Where the queue begins: who has had his turn stays in the list until it is empty. */
  #next = 0
  /** What a turn in the main thread takes, in milliseconds: moving average. */
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
      if (next.left()) next.passOver()
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

/** A queue for the main thread and the threads that help it. */
export class Turns {
  readonly #helpers: Helpers
  readonly #quick = new Lane()
  readonly #others = new Lane()
  /** Who had the last turn. */
  #last: Lane = this.#others
  /** Texts that helpers are reading. */
  #lent = 0
  /** A turn is to come. */
  #going = false
  /** The last text that was read here: its lane, when it began, when it ended. Its turn lasts until the next one begins. */
  #read: { lane: Lane; began: number; ended: number } | null = null
  #rounds = 0

  /** @param helpers threads that take turns when many wait */
  constructor(helpers: Helpers) {
    this.#helpers = helpers
  }

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
    return (lane.length * lane.usual + Math.min(lane.length, other.length) * other.usual) / this.#readers
  }

  /**
   * @param work a text
   * @returns what is read in it, when it had its turn
   * @throws whatever reading throws; an AbortError when its caller left before
   */
  take<T>({ bytes, left, here, there }: Work<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#laneOf(bytes).add({
        left,
        here: () => {
          try {
            resolve(here())
          } catch (error) {
            reject(error)
          }
        },
        there: () => there().then(resolve, reject),
        passOver: () => reject(new DOMException('The caller left.', 'AbortError')),
      })
      this.#go()
    })
  }

  get #waiting(): number {
    return this.#quick.length + this.#others.length
  }

  /** How many read: the threads that have texts, and the main thread where it does more than hand out. */
  get #readers(): number {
    return this.#lent + (this.#lent < CREW ? 1 : 0)
  }

  #laneOf(bytes: number): Lane {
    return bytes <= QUICK ? this.#quick : this.#others
  }

  #go(): void {
    if (this.#going) return
    this.#going = true
    setImmediate(this.#turn)
  }

  readonly #turn = (): void => {
    this.#going = false
    this.#lend()
    const now = performance.now()
    if (this.#read && this.#rounds > 0 && now - this.#read.ended < LONGEST_ROUNDS) {
      this.#rounds--
      this.#go()
      return
    }
    if (this.#read) this.#read.lane.took(now - this.#read.began)
    this.#read = null
    const next = this.#lent < CREW ? this.#next() : undefined
    // Without one, whoever comes or whichever thread ends makes the next turn.
    if (!next) return
    next.here()
    this.#read = { lane: this.#last, began: now, ended: performance.now() }
    this.#rounds = ROUNDS
    this.#go()
  }

  /** Gives texts to the threads that are spare; the main thread keeps one for itself where it reads too. */
  #lend(): void {
    while (this.#waiting > (this.#lent < CREW ? 1 : 0) && this.#helpers.spare) {
      const next = this.#next()
      if (!next) return
      this.#lent++
      next.there().finally(() => {
        this.#lent--
        this.#go()
      })
    }
    const work = this.#quick.length * this.#quick.usual + this.#others.length * this.#others.usual
    if (work / this.#readers > WORTH_A_START) this.#helpers.start()
  }

  /** The next one who waits: the lanes take turns. */
  #next(): Waiter | undefined {
    const [first, second] = this.#last === this.#quick ? [this.#others, this.#quick] : [this.#quick, this.#others]
    const next = first.shift()
    this.#last = next ? first : second
    return next ?? second.shift()
  }
}
