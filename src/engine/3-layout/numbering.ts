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
 * Adds the numbered parts that go on behind the last line of an article that reads like it.
 *
 * @param document the document
 * @param facts what is known of its lines
 * @param body for each line whether it is body
 * @param limit no line from this one on is
 * @returns the same with what goes on
 */
export function withNumbered(document: Document, facts: readonly LineFacts[], body: readonly boolean[], limit: number): boolean[] {
  const numberAt = (index: number): number => numberOf(document, document.lines[index] as Line)
  let number = 0
  let parts = 0
  body.forEach((label, index) => {
    const own = label ? numberAt(index) : 0
    if (own === 0) return
    parts = own === number + 1 ? parts + 1 : 1
    number = own
  })
  if (parts < LEAST_PARTS) return [...body]
  const behind = body.lastIndexOf(true) + 1
  let end = behind
  for (let index = end; index < limit && index < end + LONGEST_PART + 1; index++) {
    const { furniture, sentence } = facts[index] as LineFacts
    if (furniture !== null) break
    if (numberAt(index) === number + 1) {
      number++
      end = index + 1
    } else if (end > behind && sentence) end = index + 1
  }
  return body.map((label, index) => label || (index >= behind && index < end))
}
