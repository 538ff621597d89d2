/** People, organisations and groups in English text: what a noun phrase names. */
import { isGivenName } from '../1-document/given-names.ts'
import { isDash, type Token } from '../1-document/tokens.ts'
import { firmName, namesEnd, personName } from './english-name-ranges.ts'
import { OPENERS } from './english-openers.ts'
import { roleAround } from './english-roles.ts'
import {
  DETERMINERS,
  DOER,
  GROUPS,
  headOf,
  INITIALS,
  isDone,
  isNamePart,
  isTitle,
  KIN,
  ORGANIZATIONS,
  PLACES,
  PRONOUNS,
  QUANTIFIER,
  TITLES,
} from './english-words.ts'
import type { Mention, SpeakerKind } from './mention.ts'

/** Days, months and parts of the day: no phrase of them alone speaks. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|morning|afternoon|evening|night|week|month|year|last|this|today|yesterday|on|in|late|early|the|\d+(?:st|nd|rd|th)?|,|\.)$/
/** Nobody in particular. */
const ANYBODY = /^(?:nobody|everyone|everybody|anyone|anybody|someone|somebody|none|you)$/
const PARTICIPLE = /^(?!includ|acting)[a-z]{2,}ing$/
/** Where the shares of a firm are traded. */
const STOCK_EXCHANGE = /^(?:NASDAQ|Nasdaq|NYSE|AMEX|LSE|AIM|TSX|TSXV|ASX|HKEX|SEHK|SGX|NSE|BSE|OTC|OTCQB|OTCQX|CSE|JSE|FWB|EPA|XETRA)$/
/** What says something though nobody speaks: “a 2024 report from the charity Clear Coast”. */
const DOCUMENTS =
  /^(?:report|study|survey|research|findings|poll|statement|filing|analysis|memo|letter|lawsuit|complaint|indictment|order|ruling|article|editorial|paper|investigation|review|transcript|document|documents|records|data|figures|audit|notice)$/
/** Longest description by age, in tokens. */
const LONGEST_AGE = 9
/** How somebody speaks, in tokens. */
const LONGEST_MANNER = 3
/** Somebody of a country, by a word that is no adjective of it: “the Italian” may be a paper. */
const COUNTRYMAN =
  /^(?:Spaniard|Dane|Swede|Finn|Pole|Turk|Scot|Briton|Croat|Serb|Czech|Slovak|Slovene|Kiwi|Aussie|Filipino|Icelander|(?:English|French|Welsh|Irish|Dutch|Scots|Ulster|Norse)(?:wo)?man)$/
/** How many they are. */
const MANY = /^(?:two|three|four|five|six|several|some|many|both|other|all|most|few|these|those)$/
/** What several of somebody are called; “most days” are no people. */
const MEMBERS =
  /^(?!(?:seconds|minutes|hours|days|nights|mornings|afternoons|evenings|weeks|months|years|times|ways|things|cases)$)\p{Ll}+s$/u

/**
 * Reads a noun phrase as a mention: its name, its role, its kind.
 *
 * @param tokens the tokens of the phrase, appositions included
 * @param text the clean text
 * @returns the mention: its span is the whole phrase; null for a phrase without words
 */
export function readPhrase(tokens: readonly Token[], text: string): Mention | null {
  let phrase = tokens.slice(0, participleBehind(tokens))
  while (phrase.length > 0 && !(phrase[0] as Token).word) phrase = phrase.slice(1)
  while (phrase.length > 0 && !(phrase.at(-1) as Token).word && !/^[)%]$/.test((phrase.at(-1) as Token).text)) phrase = phrase.slice(0, -1)
  const first = phrase[0]
  const last = phrase.at(-1)
  if (!first || !last || phrase.every((token) => TIME.test(token.lower))) return null
  // “Jane Roe’s claim that …”: the one whose claim it is.
  if (/['’]s$/.test(last.text)) {
    const owner = { ...last, text: last.text.slice(0, -2), lower: last.lower.slice(0, -2), end: last.end - 2 }
    const mention = readPhrase([...phrase.slice(0, -1), owner], text)
    return mention && { ...mention, end: last.end, outerEnd: last.end }
  }
  const outer = { start: first.start, end: last.end, outerStart: first.start, outerEnd: last.end }
  const whole = { start: first.start, end: last.end }
  const pronoun = phrase.length === 1 ? PRONOUNS.get(first.lower) : undefined
  if (pronoun) return { ...outer, name: whole, kind: pronoun, role: null, form: 'pronoun' }
  if (phrase.length === 1 && QUANTIFIER.test(first.lower))
    return { ...outer, name: whole, kind: 'unknown', role: null, form: 'description' }
  // “SO:”: initials.
  if (phrase.length === 1 && OPENERS.has(first.lower) && first.text !== first.text.toUpperCase() && !/^(?:wh|that)/.test(first.lower))
    return null
  if (phrase.length === 1 && ANYBODY.test(first.lower)) return { ...outer, name: whole, kind: 'unknown', role: null, form: 'description' }
  // “the 22-year-old Guinean”: somebody who was named before.
  if (
    phrase.length > 2 &&
    first.lower === 'the' &&
    phrase.slice(1, 7).some(({ lower }) => /^(?:\d+-)?year-old$/.test(lower)) &&
    phrase.length <= LONGEST_AGE
  )
    return { ...outer, name: whole, kind: 'person', role: null, form: 'pronoun' }
  // “the Spaniard”: so is he who is told by his country alone.
  if (phrase.length === 2 && first.lower === 'the' && COUNTRYMAN.test(last.text))
    return { ...outer, name: whole, kind: 'person', role: null, form: 'pronoun' }
  // “Two losing bidders, Pavell Group and Orrin Waste”: more than one, whatever they are called.
  const comma = MANY.test(first.lower) ? phrase.findIndex((token) => token.text === ',') : -1
  const counted = comma > 1 && MEMBERS.test((phrase[comma - 1] as Token).text)
  if (counted)
    return { ...outer, name: { start: first.start, end: (phrase[comma - 1] as Token).end }, kind: 'group', role: null, form: 'description' }
  if (isOfficeList(phrase)) return { ...outer, name: whole, kind: 'organization', role: null, form: 'name' }
  const common = !first.capital || DETERMINERS.has(first.lower)
  const name = common && (DOCUMENTS.test(headOf(phrase)) || isPublished(phrase)) ? null : personName(common ? withoutDeed(phrase) : phrase)
  if (name) {
    const [from, to] = name
    // “Halcyon Partners, whose director, Jane Roe, told”: she tells.
    const whose = phrase.slice(0, from).findLastIndex(({ lower }) => lower === 'whose')
    if (whose > 0) return readPhrase(phrase.slice(whose), text)
    const start = (phrase[from] as Token).start
    const end = (phrase[to - 1] as Token).end
    const role = roleAround(phrase, from, to, text)
    // “Poe, Roe and former minister Jane Doe”
    if (listsOthers(phrase.slice(0, from))) return { ...outer, name: whole, kind: 'group', role: null, form: 'name' }
    // “Roe and her co-authors”: more than one.
    if (joinsAnother(phrase, to) && !phrase.slice(0, from).some(({ text }) => text === ','))
      return { ...outer, name: whole, kind: 'group', role: null, form: 'name' }
    const named = text.slice(start, end)
    const kind =
      PLACES.has(named) ||
      INITIALS.test(named) ||
      // “League of Stokers President Jane Roe”: an office stands right before him.
      (role !== null &&
        ORGANIZATIONS.has(headOf(phrase.slice(0, from))) &&
        !isOfficer(phrase[from - 1]) &&
        !isGivenName((phrase[from] as Token).text))
        ? 'organization'
        : kindOf(phrase, to)
    return { ...outer, name: { start, end }, kind, role, form: 'name' }
  }
  const firm = firmName(phrase)
  if (firm) {
    const [from, to] = firm
    const called = { start: (phrase[from] as Token).start, end: (phrase[to - 1] as Token).end }
    return { ...outer, name: called, kind: 'organization', role: roleAround(phrase, from, to, text), form: 'name' }
  }
  const head = headOf(phrase)
  const capital = phrase.some((token) => token.capital && !DETERMINERS.has(token.lower))
  // “Legal scholars”: a head in lower case is no name, whatever stands ahead of it.
  const plain = phrase.some((token) => !token.capital && token.lower === head)
  const kind: SpeakerKind =
    GROUPS.has(head) || (plain && /[^s]s$/.test(head) && !ORGANIZATIONS.has(head))
      ? 'group'
      : ORGANIZATIONS.has(head) || (capital && !plain && !TITLES.has(head))
        ? 'organization'
        : TITLES.has(head) || DOER.test(head) || KIN.test(head)
          ? 'person'
          : 'unknown'
  // “The Loaf Campaign, which lobbies for labels”: what is said of it is no part of its name.
  const aside = phrase.findIndex(
    ({ text }, at) =>
      at > 0 &&
      (isDash(phrase, at) ||
        (text === '(' && STOCK_EXCHANGE.test(phrase[at + 1]?.text ?? '')) ||
        (text === ',' && (isDone(phrase.slice(at + 1)) || /^(?:which|who|whose|an?|\p{L}{3,}ed)$/u.test(phrase[at + 1]?.lower ?? '')))),
  )
  const called = aside > 0 ? { start: first.start, end: (phrase[aside - 1] as Token).end } : whole
  return { ...outer, name: called, kind, role: null, form: capital && kind === 'organization' ? 'name' : 'description' }
}

/** A title that is not what a firm is called after: “president”, but not “chipmaker”. */
function isOfficer(token: Token | undefined): boolean {
  return token !== undefined && isTitle(token) && !ORGANIZATIONS.has(token.lower)
}

/** “The Bureau of Roads, Bridges and Public Works”: an office, and all that it is for, up to the end. */
function isOfficeList(phrase: readonly Token[]): boolean {
  const of = phrase.findIndex(({ lower }) => /^(?:of|for)$/.test(lower))
  const office = phrase[of - 1]
  return (
    office?.capital === true &&
    ORGANIZATIONS.has(office.lower) &&
    phrase[of + 2]?.text === ',' &&
    phrase.at(-1)?.capital === true &&
    phrase.slice(of + 1).every(({ capital, text }) => capital || /^(?:,|and|&)$/.test(text))
  )
}

/** “The team, led by Jane Roe”: the phrase up to what was done to it, by somebody else. */
function withoutDeed(phrase: readonly Token[]): readonly Token[] {
  const comma = phrase.findIndex(({ text }, at) => at > 1 && text === ',' && isDone(phrase.slice(at + 1)) && phrase[at + 2]?.lower === 'by')
  return comma > 0 ? phrase.slice(0, comma) : phrase
}

/** “Jane Roe and her sister”, “Jane Roe of Acme and John Doe of Orsa”: whether somebody else is joined to the name that ends at a place. */
function joinsAnother(phrase: readonly Token[], to: number): boolean {
  if (phrase[to]?.lower === 'and') return true
  if (!/^(?:of|from|at)$/.test(phrase[to]?.lower ?? '')) return false
  const and = phrase.findIndex(({ lower }, at) => at > to && lower === 'and')
  return (
    and > 0 &&
    isNamePart(phrase[and + 1]) &&
    isNamePart(phrase[and + 2]) &&
    phrase.slice(to + 1, and).every(({ capital }) => capital) &&
    /^(?:of|from|at)$/.test(phrase[namesEnd(phrase, and + 1)]?.lower ?? '')
  )
}

/** “Poe, Roe and former minister”: whether names in a list stand before “and”. */
function listsOthers(before: readonly Token[]): boolean {
  const and = before.findIndex(({ lower }) => lower === 'and')
  const comma = before.findIndex(({ text }) => text === ',')
  return comma > 0 && comma < and && before.slice(0, and).every((token) => token.text === ',' || isNamePart(token))
}

/** “research published in the journal Earth Archives” */
function isPublished(phrase: readonly Token[]): boolean {
  return phrase.some(({ lower }, at) => at > 0 && lower.endsWith('ed') && DOCUMENTS.test((phrase[at - 1] as Token).lower))
}

/** “Safe Streets, a campaign group,”: what is apposed to a name tells what bears it. */
function kindOf(phrase: readonly Token[], to: number): SpeakerKind {
  if (phrase[to]?.text === ',' && phrase[to + 1]?.lower === 'which') return 'organization'
  // “Orsa Ovens (NASDAQ: OROV)”
  if (phrase[to]?.text === '(' && STOCK_EXCHANGE.test(phrase[to + 1]?.text ?? '') && phrase[to + 2]?.text === ':') return 'organization'
  if (phrase[to]?.text !== ',' || !/^(?:an?|the)$/.test(phrase[to + 1]?.lower ?? '')) return 'person'
  // “a survey following two crews”: the head stands before what it does.
  const doing = phrase.findIndex(({ lower }, at) => at > to + 2 && PARTICIPLE.test(lower) && DOCUMENTS.test(phrase[at - 1]?.text ?? ''))
  const apposed = phrase.slice(to + 2, doing < 0 ? undefined : doing)
  // “Jane Roe, a University of Orsa professor”
  const end = apposed.findIndex(({ word, lower }) => !word || /^(?:who|whose|which|that|with|in|at|for|from)$/.test(lower))
  if (apposed.length > 0 && isTitle(apposed.at(end < 0 ? -1 : end - 1) as Token)) return 'person'
  const head = headOf(apposed)
  return ORGANIZATIONS.has(head) ? 'organization' : GROUPS.has(head) ? 'group' : 'person'
}

/** “Roe, speaking to reporters,”, “Roe, quite loudly,”: where what somebody was doing, or how, begins; it is not who he is. */
function participleBehind(tokens: readonly Token[]): number {
  for (let at = 1; at + 1 < tokens.length; at++) {
    if ((tokens[at] as Token).text !== ',') continue
    if (at + 2 < tokens.length && PARTICIPLE.test((tokens[at + 1] as Token).text)) return at
    const rest = tokens.slice(at + 1).filter(({ word }) => word)
    if (rest.length <= LONGEST_MANNER && rest.at(-1)?.lower.endsWith('ly') && rest.every(({ capital }) => !capital)) return at
  }
  return tokens.length
}
