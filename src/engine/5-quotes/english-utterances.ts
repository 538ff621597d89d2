/** English words in marks: whether they read like an utterance, go on with the sentence around them, belong to a name, or are signed. */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
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
/** So is one with nothing but an office and who holds it: “Chief Jane Roe”. */
const OFFICER_BELOW = /^(\s{1,2})\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,5}(?=\n|$)/u
const LONGEST_SIGNATURE = 140
/** What stands above a statement: “Statement from Mayor Jane Roe”. */
const STATEMENT_OF = /^(?:\p{L}+ )?(?:statement|message|remarks|letter|comments?) (?:from|by|of) (?=\p{Lu})/iu

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
  const below = rest.startsWith('\n')
  const signed = SIGNATURE.exec(rest) ?? (below ? SIGNED_BELOW.exec(rest) : null)
  const found = signed ?? (below ? OFFICER_BELOW.exec(rest) : null)
  if (!found) return null
  const start = outerEnd + (found[1] as string).length
  const mention = readPhrase(tokenize(folded, start, outerEnd + found[0].length), text)
  return mention?.kind === 'person' && (signed !== null || mention.role !== null) ? mention : null
}

/**
 * @param article the clean article
 * @param quotation words in marks that open a block
 * @returns the person whose statement they are, by the line above them
 */
export function statedBy({ folded, text }: Article, { outerStart }: Quotation): Mention | null {
  const end = outerStart - 1
  const start = Math.max(folded.lastIndexOf('\n', end - 1) + 1, end - LONGEST_SIGNATURE)
  const title = STATEMENT_OF.exec(folded.slice(start, Math.max(start, end)))
  const mention = title ? readPhrase(tokenize(folded, start + title[0].length, end), text) : null
  return mention?.kind === 'person' ? mention : null
}

/**
 * @param folded the folded clean text
 * @param quotation words in marks
 * @param block the block they stand in
 * @returns whether the block holds nothing else, and they are no title
 */
export function isStatement(folded: string, quotation: Quotation, block: Span): boolean {
  return (
    quotation.outerStart === block.start &&
    quotation.outerEnd === block.end &&
    isUtterance(folded, quotation) &&
    wordsIn(folded, quotation) >= LEAST_SENTENCE
  )
}
