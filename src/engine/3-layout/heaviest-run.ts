/** The heaviest run of a sequence (Pasternack and Roth, “Extracting Article Text from the Web with Maximum Subsequence Segmentation”, WWW 2009). */
import type { Span } from '../1-document/span.ts'

/**
 * Finds the run of neighbours with the greatest sum, in one pass (Kadane).
 *
 * @param size how many there are
 * @param weightOf the weight of each, which may be negative
 * @returns the run; empty where no weight is positive
 */
export function heaviestRun(size: number, weightOf: (index: number) => number): Span {
  let best = { start: 0, end: 0 }
  let bestSum = 0
  let sum = 0
  let start = 0
  for (let at = 0; at < size; at++) {
    if (sum <= 0) {
      sum = 0
      start = at
    }
    sum += weightOf(at)
    if (sum > bestSum) {
      bestSum = sum
      best = { start, end: at + 1 }
    }
  }
  return best
}
