/** English words in marks: whether they read like an utterance, go on with the sentence around them, belong to a name, or are signed. */
import { firstEndingAfter } from '../1-document/span.ts'
import { type Token, tokenize } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Quotation } from './marks.ts'

/** A sentence without an end of its own has so many words, and without a capital is none. */
const LEAST_SENTENCE = 12
/** Words in marks that end as a sentence does are no fewer. */
const LEAST_WORDS = 2
const SIGNATURE =
  /^(\s{0,2}(?:[―—–]|--?)\s?)\p{Lu}[\p{L}.'’-]{1,24}(?: \p{L}[\p{L}.'’-]{0,24}){0,4}(?:, (?:\d{2}, )?(?:an? |the )?(?:\p{Lu}[\p{L}.-]{1,20} ){0,3}\p{Ll}(?:[^.,!?:“”"\n]|,(?! (?:to|in|on|at|during|speaking) )){2,60})?/u
/** A line below words in marks that is nothing but a full name and who bears it: “Jane Roe, a baker from Dellby.” */
const SIGNED_BELOW =
  /^(\s{0,2})\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}, (?:an?|the|\d{2}|former|retired|head|owner|director|manager|chief|professor|president|host|editor|[a-z]{3,20}) [^.!?:“”"\n]{2,60}\.?(?=\n|$)/u
const LONGEST_SIGNATURE = 140

/**
 * @param folded the folded clean text
 * @param quotation words in marks
 * @returns how many they are
 */
export function wordsIn(folded: string, { start, end }: Quotation): number {
  return folded.slice(start, end).split(/\s+/).length
}

/**
 * @param folded the folded clean text
 * @param quotation words in marks
 * @returns whether they read like a sentence
 */
export function isUtterance(folded: string, quotation: Quotation): boolean {
  const said = folded.slice(quotation.start, quotation.end)
  const words = wordsIn(folded, quotation)
  return /[.!?,…—-]['’]?$/.test(said) ? words >= LEAST_WORDS : quotation.open || (words >= LEAST_SENTENCE && /^\p{Lu}/u.test(said))
}

/**
 * @param folded the folded clean text
 * @param quotation words in marks
 * @returns whether they are a part of the sentence around them: called the plan “a gift”
 */
export function goesOn(folded: string, { start, outerStart }: Quotation): boolean {
  return /\p{Ll}/u.test(folded[start] as string) && /[\p{L}\p{N}]/u.test(folded[outerStart - 2] ?? '')
}

/**
 * @param tokens tokens of a block
 * @param quotation words in marks inside it
 * @returns whether they are one token, part of a name: Harold “Buck” Linney
 */
export function isNickname(tokens: readonly Token[], { outerStart, outerEnd }: Quotation): boolean {
  const token = tokens[firstEndingAfter(tokens, outerStart)]
  return token?.start === outerStart && token.end === outerEnd
}

/**
 * @param article the clean article
 * @param quotation words in marks
 * @returns the person who signs them behind a dash or in the line below: “…” — Jane Roe
 */
export function signatureOf({ folded, text }: Article, { outerEnd }: Quotation): Mention | null {
  const rest = folded.slice(outerEnd, outerEnd + LONGEST_SIGNATURE)
  const behind = SIGNATURE.exec(rest) ?? (rest.startsWith('\n') ? SIGNED_BELOW.exec(rest) : null)
  if (!behind) return null
  const start = outerEnd + (behind[1] as string).length
  const mention = readPhrase(tokenize(folded, start, outerEnd + behind[0].length), text)
  return mention?.kind === 'person' ? mention : null
}
