/** Tags: who said so, right behind words in marks. “Why now?” Roe said; “Late,” snorts Roe. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Quotation } from './marks.ts'

/** Verbs that do nothing but report. */
const SPEAKS = /^(?:said|says|asked|asks|added|wrote|writes|replied|tweeted|shouted|yelled|responded)$/
/** Longest name before the verb of a tag, in tokens. */
const LONGEST_TAG = 8
/** Longest name in a tag whose verb may be any, in tokens. */
const LONGEST_NAME = 4
/** Verbs of the strong kind that tags have: “…,” Roe shot back. */
const STRONG = /^(?:shot|cut|put|broke|threw|spat|swore|wept|sang|began|rang|chose|drew|hit|went)$/

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

/** “Jane Roe said.”, “Roe asked on Monday.”, “Roe demanded.”: a name and a sure cue, and no report behind it, or a verb and nothing. */
function isTag(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let at = start; at < Math.min(end, start + LONGEST_TAG); at++) {
    const token = tokens[at] as Token
    if (at > start && SPEAKS.test(token.lower))
      return at + 1 === end || /^(?:[.,;]|in|on|at|during|after|to|of|when|as|last|this)$/.test(tokens[at + 1]?.lower ?? '')
    if (at > start && at + 2 >= end && isTagVerb(token)) return true
    if (!token.word || !(token.capital || /^(?:the|a|an|of|for|and)$/.test(token.lower))) return false
  }
  return false
}

/**
 * “I might be late,” he laughed; “Late,” snorts Roe: whoever did something right behind a comma in marks has spoken, whatever
 * the verb.
 *
 * @param sentence tokens of a sentence
 * @param quotation words in marks inside it
 * @param article the clean article
 * @returns who has spoken; null where nobody acts right behind them
 */
export function tagBehind(sentence: readonly Token[], quotation: Quotation, { folded, text }: Article): Mention | null {
  if (!/[,?!]/.test(folded[quotation.end - 1] as string)) return null
  const at = sentence.findIndex(({ start }) => start >= quotation.outerEnd)
  if (at < 0) return null
  // “…,” the complaint states.
  const stop = sentence.slice(at).findIndex(({ word }) => !word)
  const last = at + (stop < 0 ? sentence.length - at : stop) - 1
  if ((sentence[at] as Token).lower === 'the' && last - at > 1 && last - at <= LONGEST_NAME && isTagVerb(sentence[last] as Token))
    return readPhrase(sentence.slice(at, last), text)
  const inverted = isTagVerb(sentence[at] as Token) && sentence[at + 1]?.capital === true
  const from = inverted ? at + 1 : at
  let end = from
  if (/^(?:he|she)$/.test((sentence[from] as Token).lower)) end++
  else while (end - from < LONGEST_NAME && sentence[end]?.capital) end++
  const verb = sentence[inverted ? at : end]
  const mention = end > from && verb && isTagVerb(verb) ? readPhrase(sentence.slice(from, end), text) : null
  return mention?.kind === 'person' ? mention : null
}

function isTagVerb({ capital, lower }: Token): boolean {
  return !capital && (/^\p{Ll}{2,}(?:ed|s)$/u.test(lower) || STRONG.test(lower))
}
