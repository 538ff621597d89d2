/** The entries of a live blog: running text under the time of day, again and again. */

import type { BoilerplateKind } from './furniture.ts'
import { isRunningText, type LineFacts } from './line-facts.ts'

/** What a line is in the entries of a live blog. */
export const ENTRY = { none: 0, time: 1, text: 2, furniture: 3 } as const

/** The time of day alone, and before something that happened then. */
const TIME = /^(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: (?:gmt|utc|bst|[cemp][sd]?t))?$/i
const EVENT = /^(?:[01]?\d|2[0-3])[:.][0-5]\d\s/
const LONGEST_TIME = 6
/** Names, a heading and a button may stand between the time and the text of an entry; so many lines at the most. */
const NEAR = 5
/** What stands below the last entry. */
const ENDS: ReadonlySet<BoilerplateKind> = new Set(['related_links', 'comments', 'copyright'])
/** So many entries make a live blog. */
const LEAST_ENTRIES = 3
/** More running text above the first entry is an article; what follows it is a box of news, or its comments. */
const LONGEST_INTRO = 2

/**
 * @param line a folded line
 * @returns whether it says what happened when, as the list above a live blog does
 */
export function isEvent(line: string): boolean {
  return EVENT.test(line.slice(0, LONGEST_TIME))
}

/**
 * Finds the entries of a live blog.
 *
 * @param facts what is known of the lines
 * @param written the folded lines
 * @returns for each line whether it is the time of an entry, its text or furniture in it; none where the page is no live blog
 */
export function entriesOf(facts: readonly LineFacts[], written: readonly string[]): Uint8Array {
  const entries = new Uint8Array(facts.length)
  let count = 0
  let time = Number.NEGATIVE_INFINITY
  let inside = false
  let intro = 0
  facts.forEach((fact, index) => {
    if (TIME.test(written[index] as string)) {
      time = index
      inside = false
    } else if (isRunningText(fact) || (fact.sentence && fact.furniture === null)) {
      if (count === 0 && index - time > NEAR) intro++
      if (!inside && index - time <= NEAR) {
        entries[time] = ENTRY.time
        inside = true
        count++
      }
      if (inside) entries[index] = ENTRY.text
    } else if (fact.furniture !== null) {
      if (inside) entries[index] = ENTRY.furniture
      if (ENDS.has(fact.furniture)) inside = false
    }
  })
  return count < LEAST_ENTRIES || intro > LONGEST_INTRO ? entries.fill(ENTRY.none) : entries
}
