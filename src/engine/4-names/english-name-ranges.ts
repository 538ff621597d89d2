/** Where the name of a person or a firm stands in an English noun phrase. */
import { givenNames, isGivenName } from '../1-document/given-names.ts'
import type { Token } from '../1-document/tokens.ts'
import {
  DETERMINERS,
  GROUPS,
  INITIALS,
  isNamePart,
  isTitle,
  LONGEST_POST,
  ORGANIZATIONS,
  PARTICLES,
  PLACES,
  QUALIFIES,
  SMALL,
  SURNAME_PARTICLES,
  TITLES,
} from './english-words.ts'

/** Words ahead of a name that is somebody else's. */
const BEFORE_OTHERS =
  /^(?:of|for|in|at|on|by|near|against|about|the|from|with|to|over|between|like|including|behind|than|despite|towards?|into|under|among|amid|without|versus)$/
/** What a sentence opens with ahead of a full name. */
const CALLED_AFTER =
  /^(?:parent|resident|neighbou?r|shopper|commuter|passenger|voter|tenant|homeowner|shopkeeper|bystander|onlooker|witness|survivor|fan|supporter|customer|worker|student|pupil|teacher|driver|cyclist|farmer|fisherman|visitor|tourist|pensioner|grandmother|grandfather|mother|father|longtime|local|veteran|native)$/
/** Longest name of a person, in tokens. */
const LONGEST_NAME = 5
/** Words with which no name of a person opens: United Church of the Coast. */
const OPENS_THING =
  /^(?:united|new|old|democratic|federal|national|international|royal|american|british|european|islamic|holy|first|free|great|central|north|south|east|west|northern|southern|eastern|western|supreme|high|people['’]s|roman|catholic|episcopal|local|public|grand)$/

/** The range of a person's name in a phrase: capitalised words that are no titles and no organisation. */
export function personName(phrase: readonly Token[]): [number, number] | null {
  let best: [number, number] | null = null
  for (let at = 0; at < phrase.length; at++) {
    // “The head of the company that runs the ferry Calloway”: a relative clause names somebody else.
    if (at > 0 && /^(?:who|that|which)$/.test((phrase[at] as Token).lower)) {
      while (at + 1 < phrase.length && (phrase[at + 1] as Token).text !== ',') at++
      continue
    }
    // “The Press Club of Orsa (PCO)”, “Orsa Ovens (NASDAQ: OROV)”: what it is called for short.
    if ((phrase[at] as Token).text === '(') {
      while (at + 1 < phrase.length && (phrase[at] as Token).text !== ')') at++
      continue
    }
    if (!isNamePart(phrase[at] as Token) || servesSomebody(phrase, at) || BEFORE_OTHERS.test(phrase[at - 1]?.lower ?? '')) {
      if (isNamePart(phrase[at])) {
        const end = namesEnd(phrase, at)
        // “Commissioner of Police Jane Roe”: behind what he holds an office of stand two words more.
        if (end - at > 2 && holdsOffice(phrase, at, end)) {
          best = [end - 2, end]
          at = end
          continue
        }
        at = end - 1
        // “The residents of Dellby and Wexcombe”: so is what is joined to it.
        if (phrase[at + 1]?.lower === 'and' && isNamePart(phrase[at + 2])) at = namesEnd(phrase, at + 2) - 1
      }
      // “in Dayton, Ohio”: where a place is is a place.
      if (phrase[at - 1]?.lower === 'in' && phrase[at + 1]?.text === ',' && isNamePart(phrase[at + 2]) && !isNamePart(phrase[at + 3]))
        at += 2
      continue
    }
    const run = runEnd(phrase, at)
    // Crumb & Field
    const firm = phrase[run]?.text === '&' && isNamePart(phrase[run + 1])
    const end = firm ? namesEnd(phrase, run + 1) : run
    // “Jamaica’s Tanya Grant”: whose she is.
    while (at + 1 < end && /['’]s$/.test((phrase[at] as Token).text)) at++
    at = behindOwner(phrase, at, end)
    // “Parent Jane Roe”, “Resident Jane Roe” at the beginning of a sentence: what she is.
    if (at === 0 && end - at > 2 && CALLED_AFTER.test((phrase[at] as Token).lower)) at++
    if (
      !namesThing(phrase, at, end, firm) &&
      (best === null ||
        (end - at > best[1] - best[0] && !isApposed(phrase, best)) ||
        isCompound(phrase, best[1], at) ||
        isTitled(phrase, best[1], at)) &&
      end - at <= LONGEST_NAME &&
      !DETERMINERS.has(phrase[at - 1]?.lower ?? '')
    )
      best = [at, end]
    at = phrase[end]?.text === '(' ? end - 1 : end
  }
  // “van Rooyen”: his name begins with it.
  while (best && best[0] > 0 && SURNAME_PARTICLES.includes((phrase[best[0] - 1] as Token).lower)) best = [best[0] - 1, best[1]]
  return best
}

/** “Velatron rival Numa Systems”, “the plant's owner, Dalton Farms”: the range of an organisation's name behind what it is. */
export function firmName(phrase: readonly Token[]): [number, number] | null {
  for (let to = 2; to <= phrase.length; to++) {
    const last = phrase[to - 1] as Token
    if (!last.capital || !ORGANIZATIONS.has(last.lower) || phrase[to]?.capital) continue
    let from = to - 1
    while (from > 0 && (phrase[from - 1] as Token).capital) from--
    const ahead = phrase[from - 1]
    const described =
      ahead &&
      (ahead.text === ','
        ? from > 1
        : ahead.word && !SMALL.test(ahead.lower) && !DETERMINERS.has(ahead.lower) && !/['’]s$/.test(ahead.text))
    return described && to - from > 1 && !phrase.slice(1, from).some(({ lower }) => SMALL.test(lower)) ? [from, to] : null
  }
  return null
}

/** Where the run of name parts that begins at a place ends. */
export function namesEnd(phrase: readonly Token[], at: number): number {
  let end = at
  while (isNamePart(phrase[end])) end++
  return end
}

/** Where the name that begins at a place ends, particles and all: Jane de la Roe. */
function runEnd(phrase: readonly Token[], at: number): number {
  let end = at + 1
  while (end < phrase.length && (isNamePart(phrase[end]) || (isParticle(phrase[end] as Token) && isNamePart(phrase[end + 1])))) end++
  // “Charlie King, a Democrat”, “Jan Brewer”: behind a first name a title is a surname.
  const surname = phrase[end]
  const called = end === at + 1 && surname?.capital && isGivenName((phrase[at] as Token).text) && isTitle(surname)
  return called && phrase[end + 1]?.capital !== true ? end + 1 : end
}

/** “de”, “van”; “of” stands inside names of things only. */
function isParticle({ lower }: Token): boolean {
  return lower !== 'of' && PARTICLES.has(lower)
}

/** Whether the capitalised words in a range are no person: Crumb & Field, “the Bank”, “the League of Stokers”. */
function namesThing(phrase: readonly Token[], from: number, to: number, firm: boolean): boolean {
  const [first, last] = [phrase[from] as Token, phrase[to - 1] as Token]
  const [before, behind] = [phrase[from - 1], phrase[to]]
  if (firm || ORGANIZATIONS.has(last.lower) || GROUPS.has(last.lower) || /['’]s$/.test(last.text)) return true
  if (to - from > 1)
    return (
      behind?.lower === 'of' &&
      OPENS_THING.test(first.lower) &&
      !TITLES.has(before?.lower ?? '') &&
      !phrase.some(({ lower }) => lower === 'who')
    )
  return (
    (before?.capital === true && /^(?:national|international|federal)$/.test(before.lower)) ||
    (behind?.lower === 'of' && !TITLES.has(before?.lower ?? '')) ||
    // “Shares in Velatron”: a common noun opens the sentence.
    (from === 0 && /[^s]s$/.test(last.lower) && /^(?:in|for|from|of)$/.test(behind?.lower ?? '')) ||
    (behind?.word === true && !/^(?:who|of|and|in|for|from)$/.test(behind.lower))
  )
}

/** “Jane Roe, a prominent New York Democrat”: whether more is told of the full name in a range right behind it. */
function isApposed(phrase: readonly Token[], [from, to]: [number, number]): boolean {
  return to - from > 1 && phrase[to]?.text === ',' && /^(?:an?|the)$/.test(phrase[to + 1]?.lower ?? '')
}

/** “Minister of Public Works Jane Roe”, but not “Mayor of New Orsa City”: whether a person ends a run of names behind a title and “of”. */
function holdsOffice(phrase: readonly Token[], from: number, to: number): boolean {
  const [title, of] = [phrase[from - 2], phrase[from - 1]]
  const [first, last] = [phrase[to - 2] as Token, phrase[to - 1] as Token]
  return (
    of?.lower === 'of' &&
    title?.capital === true &&
    isTitle(title) &&
    !ORGANIZATIONS.has(last.lower) &&
    !ORGANIZATIONS.has(first.lower) &&
    !PLACES.has(`${first.text} ${last.text}`) &&
    (givenNames.has(first.text) || !/s$/.test(first.text))
  )
}

/** “Orsa Action Forum’s Jane Roe”, “Orsa News Jane Roe”: where the person begins behind a capitalised office. */
function behindOwner(phrase: readonly Token[], from: number, to: number): number {
  let office = false
  for (let at = from; at + 1 < to; at++) {
    const { text, lower } = phrase[at] as Token
    const first = isGivenName((phrase[at + 1] as Token).text)
    if (at > from && /['’]s$/.test(text) && (first || at + 2 === to)) return at + 1
    office ||= ORGANIZATIONS.has(lower) || INITIALS.test(text)
    if (office && first && at > from && at + 2 < to && !isGivenName((phrase[from] as Token).text)) return at + 1
  }
  return from
}

/** “A spokesman for Gov. Jane Roe”, “an aide to President Roe”: the name behind the titles is not who is spoken of. */
function servesSomebody(phrase: readonly Token[], at: number): boolean {
  let before = at - 1
  while (before > 0 && isServed(phrase[before] as Token)) before--
  if (before < 1 || before === at - 1) return servesOne(phrase, at)
  const { lower } = phrase[before] as Token
  // “Secretary of State Jane Roe”: an office has “of” too.
  return /^(?:for|to)$/.test(lower) || (lower === 'of' && (phrase[before + 1] as Token).lower !== 'state')
}

/** “to former President”, “of Gov.” */
function isServed(token: Token): boolean {
  return QUALIFIES.test(token.lower) || (token.capital && isTitle(token))
}

/** “A spokesperson for the carmaker Orsa”: the same, behind a common noun. */
function servesOne(phrase: readonly Token[], at: number): boolean {
  let before = at - 1
  while (before > 0 && at - before <= LONGEST_POST && (phrase[before] as Token).word && !(phrase[before] as Token).capital) {
    if (/^(?:the|an?|his|her|its|their)$/.test((phrase[before] as Token).lower))
      return before > 0 && before < at - 1 && /^(?:for|to|at|from|with|against)$/.test((phrase[before - 1] as Token).lower)
    before--
  }
  return false
}

/** “NSW Health Minister Jane Roe”, “World Athletics president Lord Ellery”: nothing but titles stands between. */
function isTitled(phrase: readonly Token[], from: number, to: number): boolean {
  return to > from && phrase.slice(from, to).every(isTitle)
}

/** “Wexley Harriers manager Colm Brady”: between a club and its man stands what he is. */
function isCompound(phrase: readonly Token[], from: number, to: number): boolean {
  return (
    to > from &&
    to - from <= LONGEST_POST &&
    phrase.slice(from, to).every(({ word, capital, lower }) => word && !capital && !SMALL.test(lower)) &&
    to + 1 < phrase.length
  )
}
