/** English words that are no cues where they stand, though they look like one: surnames, nouns, names, idioms. */
import type { Token } from '../1-document/tokens.ts'
import { AUXILIARY, cueShare, isVerb } from './english-cues.ts'
import { premodifies } from './english-phrases.ts'

/** “Roe seems to agree” is the writer's word, “gave him a book” no word at all, “a note titled “…”” a title. */
const NO_CUE = /^(?:(?:seem|appear)(?:s|ed|ing)?|gave|hand(?:s|ed)|sold|bought|hir(?:es|ed)|titled|entitled)$/
const PRONOUN = /^(?:he|she|they|we|i|it|who|which|that)$/
const GOES = /^(?:went|goes|going)$/

/**
 * @param sentence tokens of a sentence
 * @param at one of them
 * @param share the share of its uses that are cues
 * @returns whether what stands around it leaves no cue
 */
export function isNoCue(sentence: readonly Token[], at: number, share: number): boolean {
  const { lower, capital } = sentence[at] as Token
  const [before, next, second] = [sentence[at - 1], sentence[at + 1], sentence[at + 2]]
  return (
    AUXILIARY.has(lower) ||
    NO_CUE.test(lower) ||
    // “union president Dolores Quick cautioned”: a surname.
    (capital && before?.capital === true && cueShare(next?.lower ?? '') > share) ||
    // “she says, pointing at a tap”: what somebody does.
    (lower === 'pointing' && next?.lower === 'at') ||
    // “Please note that”: the reader is asked.
    before?.lower === 'please' ||
    // “key quotes after the match”
    (lower === 'quotes' && /^(?:after|from|of|by|about|on|in)$/.test(next?.lower ?? '')) ||
    // “people have cast their vote”
    (lower === 'cast' && sentence.slice(at + 1, at + 4).some((word) => /^(?:votes?|ballots?)$/.test(word.lower))) ||
    // “went on to argue that”: he argues. “went on trial on charges that”
    (GOES.test(lower) && ((next?.lower === 'on' && second?.lower === 'to') || second?.lower === 'trial')) ||
    // “My grandmother used to say”
    (lower === 'used' && next?.lower === 'to') ||
    // “Roe discredited claims that”, “losses included fires”: a noun.
    isObject(sentence, at) ||
    // “one widely shared voice note”: what the note is like.
    premodifies(sentence, at) ||
    // “a whippet called Quango, had no comment”: a name.
    (/^(?:called|named)$/.test(lower) && isNaming(sentence, at))
  )
}

/** Whether a plural stands right behind a past tense that it is the object of: no capital ends in it, and what follows goes on with a noun. */
function isObject(sentence: readonly Token[], at: number): boolean {
  const [before, token, behind] = [sentence[at - 1], sentence[at] as Token, sentence[at + 1]]
  return (
    before?.word === true &&
    !before.capital &&
    /[a-z]{3}ed$/.test(before.lower) &&
    token.lower.endsWith('s') &&
    !token.lower.endsWith('ss') &&
    /^(?:that|of|by|about|from|for|in|near|early|against|over)$/.test(behind?.lower ?? '')
  )
}

/** Whether nothing but a name stands behind “called”, up to a mark or a verb. */
function isNaming(sentence: readonly Token[], at: number): boolean {
  // “Roe called Poe, her rival, a “thief””: whoever calls somebody something has a name, or a pronoun.
  const before = sentence[at - 1]
  if (!before?.word || before.capital || PRONOUN.test(before.lower)) return false
  let end = at + 1
  while (sentence[end]?.capital) end++
  const behind = sentence[end]
  return end > at + 1 && (behind === undefined || /^[,.;:]$/.test(behind.text) || isVerb(behind) || AUXILIARY.has(behind.lower))
}
