/** English bylines that do not say so: a name alone between headline and text, and what is told of the author below it. */
import { isGivenName } from '../1-document/given-names.ts'
import { isRunningText, type LineFacts } from './line-facts.ts'
import { OPENING_MARK } from './speaker-lines.ts'

/** A byline stands within so many lines of the headline. */
const NEAR = 3
/** First, middle and last names, with an initial perhaps, of one or two people. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}'’-]+){1,2}(?: (?:and|&) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})?$/u

/** What a byline says before the name, and behind it. */
const BY = /^(?:by|words by|written by|story by|reported by) /i
const BEHIND_NAME = /,| \||–| and | in /
/** What is told of an author. */
const TELLS = /^ (?:is|was|writes|covers|reports|has|teaches|works|can be)\b/
/** It is one of so many lines at the end. */
const LAST = 3

/**
 * @param facts what is known of the lines by what they say
 * @param written the folded lines
 * @returns the same with the bylines that do not say so
 */
export function withBylines(facts: readonly LineFacts[], written: readonly string[]): LineFacts[] {
  const found = [...facts]
  // Who is signed alone may be told of at the end.
  for (const look of [nameAlone, aboutAuthor]) {
    const index = look(found, written)
    if (index > 0) found[index] = { ...(found[index] as LineFacts), furniture: 'byline' }
  }
  return found
}

/** “Jane Smith”: the index of the line that is nothing but a name, right above the first running text; −1 where there is none. */
function nameAlone(facts: readonly LineFacts[], written: readonly string[]): number {
  for (let index = 1; index <= NEAR && index + 1 < facts.length; index++) {
    if (!isRunningText(facts[index + 1] as LineFacts)) continue
    const own = written[index] as string
    const below = written[index + 1] as string
    // Who is named in the line below is told of, and who stands above words in marks has said them; no author.
    const isName = NAME.test(own) && !below.includes(own) && !OPENING_MARK.test(below[0] ?? '') && isGivenName(own.split(' ')[0] as string)
    return isName && (facts[index] as LineFacts).furniture === null ? index : -1
  }
  return -1
}

/** “Jane Smith is a staff writer.”: the index of the line at the end that tells who wrote the article; −1 for none. */
function aboutAuthor(facts: readonly LineFacts[], written: readonly string[]): number {
  const byline = facts.findIndex(({ furniture }, index) => index > 0 && index <= NEAR && furniture === 'byline')
  const name = byline < 0 ? '' : ((written[byline] as string).replace(BY, '').split(BEHIND_NAME, 1)[0] as string)
  if (!NAME.test(name)) return -1
  for (let index = facts.length - 1; index >= Math.max(byline + 2, facts.length - LAST); index--) {
    const own = written[index] as string
    if (own.startsWith(name) && TELLS.test(own.slice(name.length))) return index
    if ((facts[index] as LineFacts).furniture === null) return -1
  }
  return -1
}
