/** When, where and how something is said in English, and to whom: what stands around a cue and is no part of its report. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import { isVerb } from './english-cues.ts'
import { isAdverb, isWhen } from './english-phrases.ts'

/** When, where and how something is said, and no report. */
export const ADVERBIAL =
  /^(?:(?:on|in|at|during|after|before|by|to|of|from|via|through|late|early|this|last|yesterday|today|tonight|earlier|later|recently|again|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}|[a-z]+ly|in reply|in response)\b[^"“]{0,70})?[.!?,]?$/i
/** “reported last week that …”, “wrote in a note that …”: when and where stand before the report. */
const BEFORE_THAT =
  /^\s(?:last|this|earlier|later|as|in|on|at|to|outside|under|late|early|yesterday|today|again|recently|during|after|before|through|via|\p{L}+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?:[\p{L}\p{N}'’.-]+ ){0,6}?(?=that\b)/u
const MORE_BEFORE_THAT =
  /^\s(?:(?:on|at|in|with|from) (?:[\p{L}\p{N}'’.-]+ ){1,6}?|(?:late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning |afternoon |evening |night )?)(?=that\b)/u
/** “…, the company told its employees on Thursday.”: to whom. */
const TOLD = /^(?:told|tells|informed|assured)$/
const HEARERS =
  /^(?:(?:its|his|her|their|the) )?(?:employees|staff|workers|reporters|journalists|lawmakers|investors|analysts|customers|shareholders|members|residents|parents|him|her|them|us|me|(?:an? )?(?:[a-z]+ ){0,2}(?:news conference|press conference|conference|briefing|hearing|court|inquest|jury|rally|crowd|audience|meeting|committee))(?= (?:on|in|at|(?:last|this) (?:week|month|year|spring|summer|fall|winter|morning|afternoon|evening)|late|early|during|by|yesterday|today|earlier|later)\b|[.]?$) ?/
/** How something is said, in tokens. */
const LONGEST_MANNER = 3
/** Longest time behind a source, in tokens: “on Tuesday morning”. */
export const LONGEST_TIME = 5
/** Words that tell when and where something is said, ahead of who says it. */
const CIRCUMSTANCE = /^(?:in|on|at|during|after|before|when|while|asked|speaking|later|earlier|then|following|as)$/

/**
 * @param sentence tokens of a sentence
 * @returns whether it opens with when or where something is said
 */
export function opensWithCircumstance(sentence: readonly Token[]): boolean {
  return CIRCUMSTANCE.test((sentence[0] as Token).lower)
}

/**
 * Behind “pointed out”, “put it”, “shot back”, “told reporters”, “said in a statement”, “said on Monday” the report begins later.
 *
 * @param folded the folded clean text
 * @param sentence tokens of a sentence
 * @param at the cue
 * @param right what stands behind it
 * @returns where the report stands
 */
export function reportBehind(folded: string, sentence: readonly Token[], at: number, right: Span): Span {
  const token = sentence[at] as Token
  let start = right.start
  const puts = /^puts?$/.test(token.lower) && sentence[at + 1]?.lower === 'it'
  const answers = /^(?:shot|shoots|fired|fires|hit|hits|snapped)$/.test(token.lower) && sentence[at + 1]?.lower === 'back'
  if (puts || answers || sentence[at + 1]?.lower === 'out') start = (sentence[at + 1] as Token).end
  const rest = folded.slice(start, right.end)
  if (/^(?:told|tells|telling|tell|assured|reminded|informed|warned|warns)$/.test(token.lower)) {
    const hearer =
      /^\s(?:(?!that\b|“|")[\p{L}\p{N}.’'-]+\s){0,6}?\p{Lu}{2,6}['’]s ["“]\p{Lu}[^"“”]{1,40}["”]\s?(?=[\p{L},])/u.exec(rest) ??
      /^\s(?:(?!that\b|“|")[\p{L}\p{N}.’'-]+\s){1,7}?(?=that\b|“|"|in a |on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u.exec(rest) ??
      /^\s(?:[\p{L}\p{N}.’'-]+ ){0,6}[\p{L}\p{N}.’'-]+: ?(?=["“])/u.exec(rest) ??
      /^\s(?:reporters|lawmakers|investigators|police|officers|detectives|employees|staff|journalists|investors|supporters|students|residents|him|her|them|me|us|the (?:court|jury|judge|coroner|hearing|inquest|inquiry|trial|tribunal|committee|panel|council|board|commission|crowd|audience|conference|meeting|newspaper|paper|magazine|agency|broadcaster|station)(?=\s(?!that\b))|the [A-Z][\p{L}]+(?: [A-Z]\p{L}+){0,3}|[A-Z][\p{L}.’]+(?:\s[A-Z][\p{L}.’]+){0,3}\s?)(?=\s|,)(?!\s(?:should|could|would|will|must|may|might|can|cannot|are|were|is|was|have|has|had|face|risk|need)\b)/u.exec(
        rest,
      )
    if (hearer) start += hearer[0].length
  }
  // “cautions, though, that”: a word between commas belongs to neither side.
  start += /^,? ?(?:though|however|too|meanwhile|moreover),?(?= that\b)/.exec(folded.slice(start, right.end))?.[0].length ?? 0
  const adverbial =
    /^\s?(?:in (?:an?|his|her|its|their) (?:\p{L}+ ){0,3}(?:statement|interview|email|e-mail|tweet|letter|speech|release|post|memo|report|briefing|address|video)(?: (?:to|with|on|from) [^,"“]{1,40}?(?= that\b|[,:]| ["“]))?|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|late [A-Z]\p{L}+|at (?:a|the) (?:\p{L}+ ){0,3}(?:conference|rally|event|meeting|hearing|briefing|debate))(?=[\s,:]*(?:that\b|“|"|,|:|\p{L}))/u.exec(
      folded.slice(start, right.end),
    )
  if (adverbial) {
    start += adverbial[0].length
    // “said in an interview on her porch that”
    start += MORE_BEFORE_THAT.exec(folded.slice(start, right.end))?.[0].length ?? 0
  } else start += BEFORE_THAT.exec(folded.slice(start, right.end))?.[0].length ?? 0
  return { start, end: right.end }
}

/**
 * “…, the company told its employees on Thursday.”
 *
 * @param cue the cue
 * @param behind what stands behind it
 * @returns the same without whoever is told, where nothing but a time may follow
 */
export function behindHearers(cue: Token, behind: string): string {
  return TOLD.test(cue.lower) ? behind.replace(HEARERS, '') : behind
}

/**
 * “Tickets, the club confirmed last night, are gone”: the comma behind a cue and the time behind it; the next place where there is none.
 *
 * @param sentence tokens of a sentence
 * @param from a place among them, behind a cue
 * @returns the place of a comma
 */
export function commaBehindTime(sentence: readonly Token[], from: number): number {
  let at = from
  while (
    at - from < LONGEST_TIME &&
    sentence[at] &&
    (isWhen(sentence[at] as Token) || /^(?:on|in|last|this|late|early|earlier)$/.test((sentence[at] as Token).lower))
  )
    at++
  return sentence[at]?.text === ',' ? at : from
}

/**
 * “…, quite loudly, “there you are.””: the comma behind an adverb and before words in marks; the one before it where there is none.
 *
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param from a place among them
 * @returns the place of a comma
 */
export function mannerEnd(sentence: readonly Token[], quoted: readonly boolean[], from: number): number {
  let at = from
  while (at - from < LONGEST_MANNER && sentence[at]?.word && !quoted[at] && !isVerb(sentence[at] as Token)) at++
  const manner = at > from && sentence[at]?.text === ',' && quoted[at + 1] && isAdverb(sentence[at - 1] as Token)
  return manner ? at : from - 1
}

/**
 * “said the council on Tuesday”, “said the man who runs the kiosk”: what may stand behind a source that ends a sentence.
 *
 * @param words tokens
 * @returns whether they are when and where something is said, or who somebody is
 */
export function isTail(words: readonly Token[]): boolean {
  const first = words[0]
  if (!first?.word) return words.every(({ word }) => !word)
  if (/^(?:who|which|whose|by)$/.test(first.lower)) return true
  const plain = /^(?:in|on|at|during|after|before|last|this|late|early|earlier)$/.test(first.lower) || isWhen(first)
  return plain && !words.some((word) => isVerb(word) || /(?:ed|ing)$/.test(word.lower))
}
