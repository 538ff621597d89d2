/** A half-open range of UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/**
 * @param a a span
 * @param b another one
 * @returns whether they share at least one unit
 */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * @param outer the span that may hold the other
 * @param inner the span that may lie inside
 * @returns whether `inner` lies wholly inside `outer`
 */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/**
 * Finds the first item of a sorted list that ends after a place, by bisection.
 *
 * @param items spans sorted by start, none overlapping
 * @param at a UTF-16 offset
 * @returns the index of the first span whose `end` is greater than `at` (`items.length` if none)
 */
export function firstEndingAfter(items: readonly Span[], at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as Span).end > at) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * @param spans spans, none of which overlaps another one in part
 * @returns those that lie in no other one, sorted
 */
export function outermost<Each extends Span>(spans: readonly Each[]): Each[] {
  let reached = 0
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const own = start >= reached
      reached = Math.max(reached, end)
      return own
    })
}

/**
 * Keeps the spans of a list that do not overlap, the longer one of two that start alike.
 *
 * @param spans spans in any order; they are sorted in place
 * @returns those kept, sorted by start
 */
export function apart<T extends Span>(spans: T[]): T[] {
  let end = 0
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}
