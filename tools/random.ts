/** Random choices from a seed, so that what a tool writes can be written again. */

/** A source of random choices. */
export interface Random {
  /** @returns a number in [0, 1) */
  next(): number
  /** @returns a whole number from least to most */
  int(least: number, most: number): number
  /** @returns one item */
  pick<T>(items: readonly T[]): T
  /** @returns `count` distinct items in random order */
  sample<T>(items: readonly T[], count: number): T[]
}

/**
 * Makes a source of random choices (mulberry32).
 *
 * @param seed any whole number
 * @returns the source
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    sample: (items, count) => {
      const rest = [...items]
      for (let at = rest.length - 1; at > 0; at--) {
        const other = int(0, at)
        ;[rest[at], rest[other]] = [rest[other] as (typeof rest)[number], rest[at] as (typeof rest)[number]]
      }
      return rest.slice(0, count)
    },
  }
}
