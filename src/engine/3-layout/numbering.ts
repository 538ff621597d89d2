/** Numbered parts of an article: what goes on with its numbers belongs to it, however short the last parts are. */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { LineFacts } from './line-facts.ts'

/** “5. Wear a hat”, “五、收尾” */
const ITEM = /^(?:(\d{1,2})[.、)]|([一二三四五六七八九十])、)\s?\S/
/** With the first unit behind it, in UTF-16 units. */
const LONGEST_NUMBER = 5
const NUMERALS = '一二三四五六七八九十'
/** So many numbered lines, one after the other, are parts of the article. */
const LEAST_PARTS = 2
/** Between two numbers stand so many short lines at most, and behind the last one. */
const LONGEST_PART = 3

/** The number that a line begins with; 0 for none. */
function numberOf({ folded }: Document, { start, end }: Line): number {
  const found = ITEM.exec(folded.slice(start, Math.min(end, start + LONGEST_NUMBER)))
  return found ? (found[1] ? Number(found[1]) : NUMERALS.indexOf(found[2] as string) + 1) : 0
}

/**
 * Finds where an article ends whose numbered parts go on behind the last line that reads like it.
 *
 * @param document the document
 * @param facts what is known of its lines
 * @param body for each line whether it is body
 * @returns the index behind the last line of the article
 */
export function numberedEnd(document: Document, facts: readonly LineFacts[], body: readonly boolean[]): number {
  const numberAt = (index: number): number => numberOf(document, document.lines[index] as Line)
  const last = body.lastIndexOf(true)
  let number = 0
  let parts = 0
  body.forEach((label, index) => {
    const own = label ? numberAt(index) : 0
    if (own === 0) return
    parts = own === number + 1 ? parts + 1 : 1
    number = own
  })
  let end = last + 1
  if (parts < LEAST_PARTS) return end
  let goesOn = false
  for (let index = end; index < facts.length && index < end + LONGEST_PART + 1; index++) {
    const { furniture, sentence } = facts[index] as LineFacts
    if (furniture !== null) break
    if (numberAt(index) === number + 1) {
      number++
      end = index + 1
      goesOn = true
    } else if (goesOn && sentence) end = index + 1
  }
  return end
}
