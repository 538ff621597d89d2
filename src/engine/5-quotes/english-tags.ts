/** “Why now?” Roe said: what stands behind a question belongs to its sentence. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'

/** Verbs that do nothing but report. */
const SPEAKS = /^(?:said|says|asked|asks|added|wrote|writes|replied|tweeted|shouted|yelled|responded)$/
/** Longest name before the verb of a tag, in tokens. */
const LONGEST_TAG = 8

/**
 * Joins “Why now?” with the tag that follows it, Roe said: the question mark ends the question and not the sentence.
 *
 * @param tokens tokens of a block
 * @param ranges its sentences
 * @returns the sentences, tags joined to their quotations
 */
export function withTags(tokens: readonly Token[], ranges: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    const asks = last && /^["”’']$/.test((tokens[last.end - 1] as Token).text) && /^[?!]$/.test(tokens[last.end - 2]?.text ?? '')
    if (last && asks && isTag(tokens, range)) last.end = range.end
    else joined.push({ ...range })
  }
  return joined
}

/** “Jane Roe said.”, “Roe asked on Monday.”: a name and a sure cue, and no report behind it. */
function isTag(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let at = start; at < Math.min(end, start + LONGEST_TAG); at++) {
    const token = tokens[at] as Token
    if (at > start && SPEAKS.test(token.lower))
      return at + 1 === end || /^(?:[.,;]|in|on|at|during|after|to|of|when|as|last|this)$/.test(tokens[at + 1]?.lower ?? '')
    if (!token.word || !(token.capital || /^(?:the|a|an|of|for|and)$/.test(token.lower))) return false
  }
  return false
}
