/** Names of people in running English text, for coreference: in full, and by a part. */
import type { Token } from '../1-document/tokens.ts'
import { readPhrase } from './english-mentions.ts'
import { OPENERS } from './english-openers.ts'
import {
  DAY,
  DETERMINERS,
  isTitle,
  KIN,
  LONGEST_POST,
  ORGANIZATIONS,
  QUALIFIES,
  SMALL,
  startsSurname,
  TITLES,
  tellsWho,
} from './english-words.ts'
import { bare, type Mention } from './mention.ts'

/** Verbs with which a sentence bids its reader do something. */
const BIDS = /^(?:ask|meet|imagine|consider|picture|remember|thank|blame|tell|see|watch|hear|follow|take|give)$/
/** Articles of other languages. */
const ARTICLE = /^(?:los|las|la|el|le|les|os)$/
/** Pronouns ahead of a name: “You, Roe, know”. */
const PRONOUN = /^(?:you|we|they|he|she|it|i|who)$/
/** What is numbered: Class XII, World War II. */
const NUMBERED = /^(?:class|grade|form|phase|part|chapter|title|article|section|type|group|war|schedule)$/
const ROMAN = /^[IVXL]{1,5}$/
/** What places are called. */
const PLACE =
  /^(?:rock|islands?|isle|street|road|hills?|bay|lakes?|river|beach|mount|mountains?|lane|avenue|square|bridge|farm|pier|pass|peak|ridge|valley|creek|falls|canyon|gulch|sound|harbou?r|point|cape|forest|woods|park|glacier|desert|moor|heights|gap|cove|springs|crossing|dam|canal|quay|wharf|gardens|drive|boulevard|highway|terrace)$/
/** What no person is called. */
const ONLY_PLACE = /^(?:islands?|mountains?|ridge|creek|canyon|gulch|glacier|river|valley|harbou?r|avenue|boulevard|highway)$/
/** What stands before a place and hardly before a person. */
const WHERE = /^(?:on|over|at|in|near|across|through|up|down|along|around|off|above|below)$/
/** The name of a firm ahead of the word for one, in tokens. */
const LONGEST_FIRM = 3
/** The name of an office whose spokeswoman somebody is, in tokens. */
const LONGEST_OFFICE = 5
/** Longest apposition, in tokens. */
const LONGEST_APPOSITION = 14

/**
 * Finds the full names of people in running text: two capitalised words or more, or a title and a name.
 *
 * @param tokens tokens of a block
 * @param text the clean text
 * @returns mentions of people
 */
export function findNames(tokens: readonly Token[], text: string): Mention[] {
  const names: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    // “Trade-named Orsa”: what it is like.
    if (!token.capital || DETERMINERS.has(token.lower) || /-[a-z]{3,}ed$/.test(token.text)) continue
    // “Ask Jane Roe what she misses”: a verb opens the sentence.
    if (
      (BIDS.test(token.lower) || OPENERS.has(token.lower) || PRONOUN.test(token.lower)) &&
      tokens[at + 1]?.capital &&
      tokens[at - 1]?.word !== true
    )
      continue
    let end = at + 1
    while (
      end < tokens.length &&
      // “Jan van Gelder”, but “Los Amigos de Roe”
      ((tokens[end] as Token).capital || (startsSurname(tokens, end) && !ARTICLE.test(token.lower))) &&
      (tokens[end] as Token).start - (tokens[end - 1] as Token).end <= 1
    )
      end++
    // World War II, Class XII
    const numbered = ROMAN.test((tokens[end - 1] as Token).text) && NUMBERED.test((tokens[end - 2] ?? token).lower)
    // “crew of the MV Ostrava”: people take no article, but titles do.
    const thing = /^(?:the|an?|this)$/.test(tokens[at - 1]?.lower ?? '') && !isTitle(token)
    // “Her husband, Frank,”: one name tells enough.
    const kin = tokens[at - 1]?.text === ',' && KIN.test(tokens[at - 2]?.lower ?? '') && /^[,.]$/.test(tokens[end]?.text ?? '')
    if (
      !thing &&
      !numbered &&
      (kin || end - at >= 2) &&
      end - at <= 6 &&
      (isTitle(token) || !/^(?:in|near|at|of|from|to|through|across)$/.test(tokens[at - 1]?.lower ?? '')) &&
      // “growing up on Gannet Rock”, “Elk Mountain”
      !ONLY_PLACE.test((tokens[end - 1] as Token).lower) &&
      !(WHERE.test(tokens[at - 1]?.lower ?? '') && PLACE.test((tokens[end - 1] as Token).lower))
    ) {
      const mention = readPhrase(tokens.slice(appositionBefore(tokens, titleBefore(tokens, at)), appositionBehind(tokens, end)), text)
      if (
        mention?.kind === 'person' &&
        mention.form === 'name' &&
        mention.name.start >= token.start &&
        mention.name.end <= (tokens[end - 1] as Token).end
      )
        names.push(mention)
    }
    at = end - 1
  }
  return names
}

/**
 * Finds what organisations are called for short: Merrion of Merrion Bank, Prairie Crown of Prairie Crown Foods.
 *
 * @param tokens tokens of a block
 * @param text the clean text
 * @returns the beginnings of names that end with a word for an organisation
 */
export function organizationWords(tokens: readonly Token[], text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { start, capital, lower } = tokens[at] as Token
    if (!capital || tokens[at - 1]?.capital || DETERMINERS.has(lower) || TITLES.has(lower)) continue
    let end = at + 1
    while (end - at <= LONGEST_FIRM && tokens[end]?.capital && !ORGANIZATIONS.has((tokens[end] as Token).lower)) end++
    if (end - at <= LONGEST_FIRM && tokens[end]?.capital)
      for (let last = at; last < end; last++) found.push(text.slice(start, (tokens[last] as Token).end))
  }
  return found
}

/**
 * Finds people by a first name or a surname alone.
 *
 * @param tokens tokens of a block
 * @param short first and last words of the full names of the article
 * @returns mentions of people
 */
export function findShortNames(tokens: readonly Token[], short: ReadonlySet<string>): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { text, start, capital } = tokens[at] as Token
    if (!capital) continue
    const word = /['’]s$/.test(text) ? text.slice(0, -2) : text
    const before = tokens[at - 1]
    if (!short.has(word) || tokens[at + 1]?.capital || (before?.capital && !OPENERS.has(before.lower))) continue
    if (/^(?:in|of|at|from|near|to)$/.test(before?.lower ?? '')) continue
    found.push({ ...bare({ start, end: start + word.length }), kind: 'person', role: null, form: 'name' })
  }
  return found
}

/** “Jane Roe, a lawyer for the union,”: where the apposition behind a name ends. */
function appositionBehind(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[end + 1]?.lower ?? '')) return end
  for (let at = end + 2; at < tokens.length && at - end < LONGEST_APPOSITION; at++) {
    const { text } = tokens[at] as Token
    if (text === ',') return at
    if (/^[.;:!?“”"]$/.test(text)) return end
  }
  return end
}

/** “led by geologist Jane Roe”, “Assistant manager Jane Roe”: where the title right before a name begins. */
function titleBefore(tokens: readonly Token[], at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_POST) {
    const before = tokens[start - 1] as Token
    // “Secretary of State Jane Roe”
    const office =
      (start < at || isTitle(tokens[at] as Token)) &&
      before.lower === 'of' &&
      tokens[start - 2] !== undefined &&
      isTitle(tokens[start - 2] as Token)
    if (!before.word || !(isTitle(before) || office || (start < at && QUALIFIES.test(before.lower)))) break
    start--
  }
  const [kind, ahead] = [tokens[start - 1], tokens[start - 2]]
  if (start === at || !kind?.word || DETERMINERS.has(kind.lower) || SMALL.test(kind.lower)) return start
  // “Orsan Fisheries Ministry spokeswoman Jane Roe”: for whom she speaks, all of it.
  if (ORGANIZATIONS.has(kind.lower) && kind.capital) {
    let from = start - 1
    while (from > 0 && start - from < LONGEST_OFFICE && (tokens[from - 1] as Token).capital && !endsOffice(tokens[from - 1] as Token))
      from--
    return from
  }
  // “Opposition leader Jane Roe” at the beginning of a sentence, “for truck driver Jane Roe”: what somebody leads or drives.
  return (ahead?.word ? !kind.capital && SMALL.test(ahead.lower) : kind.capital) ? start - 1 : start
}

/** A word that opens a sentence, or a day: no part of the name of an office. */
function endsOffice({ lower, text }: Token): boolean {
  return OPENERS.has(lower) || PRONOUN.test(lower) || DETERMINERS.has(lower) || DAY.test(text)
}

/** “The conductor, Jane Roe,”: where the apposition before a name begins. */
function appositionBefore(tokens: readonly Token[], start: number): number {
  if (tokens[start - 1]?.text !== ',') return start
  for (let at = start - 2; at >= 0 && start - at < LONGEST_APPOSITION; at--) {
    const token = tokens[at] as Token
    // “As she took her board to go home, Jane Roe”: a clause.
    if (!token.word || token.lower === 'to') return start
    // “they sacked their manager, Jane Roe,”, but “In his years of service, Roe”: whose he is stands behind a verb too.
    if (/^(?:its|his|her|their)$/.test(token.lower)) return tellsWho(tokens.slice(at + 1, start - 1)) ? at : start
    if (token.lower === 'the' && (at === 0 || !(tokens[at - 1] as Token).word)) return at
  }
  return start
}
