/** Words and pairs of characters by number, so that they can be counted in a table without a string for each. */

/** Slots of a table for each unit of text, and the fewest. */
const EACH = 32
const LEAST = 512

/**
 * Numbers a range of units, the same whatever the case of its letters.
 *
 * @param codes folded units
 * @param start where the range starts
 * @param end where it ends
 * @returns its hash, 32 bits with a sign, which V8 keeps as a small integer; different words share one in a billion cases
 */
export function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 7
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ ((codes[at] as number) | 32), 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

/**
 * How large a table of counts is: a power of two, so that a mask cuts a hash down to a slot.
 *
 * @param units how many units of text will be counted, at the most
 * @param most slots at the most
 * @returns its slots; two words in a hundred share one
 */
export function slotsFor(units: number, most: number): number {
  return Math.min(most, 1 << Math.ceil(Math.log2(Math.max(LEAST, units * EACH))))
}
