/** People, organisations and groups in English text: what a noun phrase names. */

import { givenNames, isGivenName } from '../1-document/given-names.ts'
import { isDash, type Token } from '../1-document/tokens.ts'
import { readLexicon } from '../models.ts'
import { OPENERS } from './english-openers.ts'
import type { Mention, SpeakerKind } from './mention.ts'

/** Titles, in lower case. */
export const TITLES = new Set(readLexicon('titles.en.txt').map((title) => title.toLowerCase()))
/** Words that end names of organisations. */
export const ORGANIZATIONS = new Set(readLexicon('organizations.en.txt'))
const GROUPS = new Set(readLexicon('groups.en.txt'))
const PRONOUNS = new Map<string, SpeakerKind>([
  ['he', 'person'],
  ['she', 'person'],
  ['i', 'person'],
  ['they', 'group'],
  ['we', 'group'],
  ['it', 'organization'],
  ['who', 'person'],
  ['which', 'organization'],
  ['him', 'person'],
  ['her', 'person'],
  ['them', 'group'],
  ['his', 'person'],
  ['their', 'group'],
  ['its', 'organization'],
  ['my', 'person'],
  ['our', 'group'],
])
/** Days, months and parts of the day: no phrase of them alone speaks. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|morning|afternoon|evening|night|week|month|year|last|this|today|yesterday|on|in|late|early|the|\d+(?:st|nd|rd|th)?|,|\.)$/
/** Days, and months that nobody is called by. */
export const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|July|September|October|November|December)$/
/** States for short. */
const STATE =
  /^(?:[DR]-)?(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.[HJMYCD]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo|D\.C)\.$/
/** Nobody in particular. */
const ANYBODY = /^(?:nobody|everyone|everybody|anyone|anybody|someone|somebody|none|you)$/
/** Countries and states, and capitals that stand for governments. */
const PLACES = new Set(readLexicon('places.en.txt'))
/** ISIS, PAC */
export const INITIALS = /^\p{Lu}{2,4}$/u
/** Small words inside names. */
const PARTICLES = new Set(['de', 'von', 'van', 'der', 'den', 'bin', 'al', 'el', 'la', 'le', 'du', 'da', 'dos', 'di', 'ibn', 'of'])
const PARTICIPLE = /^(?!includ|acting)[a-z]{2,}ing$/
/** Words that join two noun phrases: what stands behind is no head. */
export const SMALL =
  /^(?:of|for|in|at|on|by|near|against|about|the|from|with|to|and|or|who|that|which|as|than|de|von|van|der|bin|al|el|la|le|du|da|di)$/
/** Words ahead of a name that is somebody else's. */
const BEFORE_OTHERS =
  /^(?:of|for|in|at|on|by|near|against|about|the|from|with|to|over|between|like|including|behind|than|despite|towards?|into|under|among|amid|without|versus)$/
/** What is counted out of many: no part of a name. */
const QUANTIFIER = /^(?:neither|either|each|every|most|more)$/
/** Openers that open a role too: “then governor Roe”, “under secretary Roe”. */
const OPENS_ROLE = /^(?:longtime|outside|inside|then|now|late|early|under|over|next|back)$/
/** Where the shares of a firm are traded. */
const STOCK_EXCHANGE = /^(?:NASDAQ|Nasdaq|NYSE|AMEX|LSE|AIM|TSX|TSXV|ASX|HKEX|SEHK|SGX|NSE|BSE|OTC|OTCQB|OTCQX|CSE|JSE|FWB|EPA|XETRA)$/
/** Longest post between a club and a name, in tokens: “deputy chief executive”. */
export const LONGEST_POST = 4
/** How somebody is called after what he does. */
const DOER =
  /(?:[a-z]{2}ologist|[a-z]{3}ist|[a-z]{2}ician|[a-z]{3}grapher|(?:wo)?man|worker|driver|owner|keeper|player|teacher|trainer|attendant|resident|student|patient|accountant|consultant|assistant|migrant|participant|tenant|applicant|defendant|client|agent|insider)$/
/** How somebody is addressed: behind a comma, right behind an office, and behind the name of another office. */
const ADDRESS =
  /^(?:sir|dame|lord|lady|dr|prof|mr|ms|mrs|sen|rep|gov|father|rev|reverend|rabbi|sister|brother|alhaji|alhaja|ogbeni|hon|engr|barr|shri|smt|datuk|seri|gen|adm|col|capt|lt)\.?$/
const COURTESY = /^(?:sir|dame|dr|mr|ms|mrs|datuk|seri|alhaji|ogbeni)\.?$/
const HOLDS_OTHER = /^(?:nominee|candidate|chair(?:man|woman)?|leader|whip|speaker)$/
/** Words right before a name that say what its bearer is like, or begin something else. */
const NO_ROLE =
  /^(?:and|or|but|both|as|like|over|to|of|for|at|between|including|supporting|when|who|that|than|not|only|despite|based|kind|new|old|clear|former|current|broader?|younger|older|late|brusque|desperate|eager|conservative|liberal|\d+(?:st|nd|rd|th)?|\p{L}+-(?:leaning|based|backed|owned|led|run|named|seeming)|(?:anti|pro)-\p{Lu}\p{L}*|(?:non|bi)partisan|[a-z]{4,}(?:able|ible|ous|ful|less|ed|ing))$/u
/** Words with which no role begins, and those that make a clause of it. */
const NO_ROLE_BEGINS = /^(?:of|among|and|or|after|at|as|in|on|by|despite|about|any|like|including|some|many|most|changed|coming)$/
const FINITE = /^(?:is|are|was|were|has|have|had|will|would|could|did|does|do|said|says|vowed|sets?|led)$/
/** What stands ahead of a title. */
export const QUALIFIES = /^(?:former|assistant|deputy|senior|chief|vice|acting|associate|executive|veteran|retired|interim|then|lead|head)$/
/** What a sentence opens with ahead of a full name. */
const CALLED_AFTER =
  /^(?:parent|resident|neighbou?r|shopper|commuter|passenger|voter|tenant|homeowner|shopkeeper|bystander|onlooker|witness|survivor|fan|supporter|customer|worker|student|pupil|teacher|driver|cyclist|farmer|fisherman|visitor|tourist|pensioner|grandmother|grandfather|mother|father|longtime|local|veteran|native)$/
/** Callings by their ending: Hydrologist Jane Roe. */
const SCHOLAR = /^(?:[a-z]{2,}(?:ologist|ographer|onomist|rician|hysicist)|chemist|botanist|scientist|lawyer|attorney)$/
/** What says something though nobody speaks: “a 2024 report from the charity Clear Coast”. */
const DOCUMENTS =
  /^(?:report|study|survey|research|findings|poll|statement|filing|analysis|memo|letter|lawsuit|complaint|indictment|order|ruling|article|editorial|paper|investigation|review|transcript|document|documents|records|data|figures|audit|notice)$/
/** Words with which no name of a person opens: United Church of the Coast. */
const OPENS_THING =
  /^(?:united|new|old|democratic|federal|national|international|royal|american|british|european|islamic|holy|first|free|great|central|north|south|east|west|northern|southern|eastern|western|supreme|high|people['’]s|roman|catholic|episcopal|local|public|grand)$/
/** Longest description by age, in tokens. */
const LONGEST_AGE = 9
/** How somebody speaks, in tokens. */
const LONGEST_MANNER = 3
/** How many they are. */
const MANY = /^(?:two|three|four|five|six|several|some|many|both|other|all|most|few|these|those)$/
/** What several of somebody are called; “most days” are no people. */
const MEMBERS =
  /^(?!(?:seconds|minutes|hours|days|nights|mornings|afternoons|evenings|weeks|months|years|times|ways|things|cases)$)\p{Ll}+s$/u
/** Who belongs to somebody. */
export const KIN =
  /^(?:dad|mum|mom|colleague|husband|wife|son|daughter|brother|sister|mother|father|partner|fiancée?|boyfriend|girlfriend|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|friend)$/
/** Who stands beside or against somebody. */
const PEER =
  /^(?:opponent|rival|successor|predecessor|boss|mentor|teammate|counterpart|challenger|nominee|neighbou?r|employer|landlord|handler|idol|hero|number|mate|spouse|fiancé|guru|protégé|deputy)$/
/** Words that open a noun phrase. */
export const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'some',
  'many',
  'several',
  'most',
  'two',
  'three',
  'four',
  'other',
  'another',
  'one',
  'both',
  'all',
  'few',
])

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

/**
 * @param phrase tokens of a noun phrase
 * @returns whether its head tells who somebody is: “managing director”, “chief of staff”, but not “decades in public service”
 */
export function tellsWho(phrase: readonly Token[]): boolean {
  const head = headOf(phrase)
  return TITLES.has(head) || DOER.test(head) || KIN.test(head) || SCHOLAR.test(head) || PEER.test(head)
}

/** The head noun: the last word before a preposition, a relative clause or a mark. */
function headOf(phrase: readonly Token[]): string {
  let head = ''
  for (const [at, token] of phrase.entries()) {
    if (
      !token.word ||
      // “analysts polled by the paper”
      (GROUPS.has(head) && isDone(phrase.slice(at))) ||
      /^(?:of|for|in|at|from|with|on|to|by|who|whose|that|which|and|or|near|about|under|inside|among|familiar|aware)$/.test(token.lower)
    ) {
      if (head !== '') break
      continue
    }
    head = token.lower.replace(/['’]s?$/, '')
  }
  return head
}

/** “Velatron rival Numa Systems”, “the plant's owner, Dalton Farms”: the range of an organisation's name behind what it is. */
function firmName(phrase: readonly Token[]): [number, number] | null {
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

/** Particles with which a surname begins. */
export const SURNAME_PARTICLES = ['van', 'von', 'der', 'den', 'de', 'du', 'di', 'bin', 'ibn']

/** The range of a person's name in a phrase: capitalised words that are no titles and no organisation. */
function personName(phrase: readonly Token[]): [number, number] | null {
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
    let end = at + 1
    while (
      end < phrase.length &&
      (isNamePart(phrase[end] as Token) ||
        (PARTICLES.has((phrase[end] as Token).lower) && (phrase[end] as Token).lower !== 'of' && isNamePart(phrase[end + 1])))
    )
      end++
    // “Charlie King, a Democrat”, “Jan Brewer”: behind a first name a title is a surname.
    const surname = phrase[end]
    if (
      end === at + 1 &&
      surname?.capital &&
      isGivenName((phrase[at] as Token).text) &&
      isTitle(surname) &&
      phrase[end + 1]?.capital !== true
    )
      end++
    // Crumb & Field
    const firm = phrase[end]?.text === '&' && isNamePart(phrase[end + 1])
    if (firm) end = namesEnd(phrase, end + 1)
    // “Jamaica’s Tanya Grant”: whose she is.
    while (at + 1 < end && /['’]s$/.test((phrase[at] as Token).text)) at++
    at = behindOwner(phrase, at, end)
    // “Parent Jane Roe”, “Resident Jane Roe” at the beginning of a sentence: what she is.
    if (at === 0 && end - at > 2 && CALLED_AFTER.test((phrase[at] as Token).lower)) at++
    const words = phrase.slice(at, end)
    const lastWord = words.at(-1) as Token
    const organization =
      (words.length === 1 &&
        phrase[at - 1]?.capital === true &&
        /^(?:national|international|federal)$/.test(phrase[at - 1]?.lower ?? '')) ||
      ORGANIZATIONS.has(lastWord.lower) ||
      GROUPS.has(lastWord.lower) ||
      (phrase[end]?.lower === 'of' &&
        (words.length < 2 || OPENS_THING.test((words[0] as Token).lower)) &&
        !TITLES.has(phrase[at - 1]?.lower ?? '') &&
        !(words.length > 1 && phrase.some(({ lower }) => lower === 'who'))) ||
      firm ||
      /['’]s$/.test(lastWord.text) ||
      // “Shares in Velatron”: a common noun opens the sentence.
      (words.length === 1 && at === 0 && /[^s]s$/.test(lastWord.lower) && /^(?:in|for|from|of)$/.test(phrase[end]?.lower ?? '')) ||
      (words.length === 1 && phrase[end]?.word === true && !/^(?:who|of|and|in|for|from)$/.test((phrase[end] as Token).lower))
    if (
      !organization &&
      (best === null ||
        (end - at > best[1] - best[0] && !isApposed(phrase, best)) ||
        isCompound(phrase, best[1], at) ||
        isTitled(phrase, best[1], at)) &&
      words.length <= 5 &&
      !DETERMINERS.has(phrase[at - 1]?.lower ?? '')
    )
      best = [at, end]
    at = phrase[end]?.text === '(' ? end - 1 : end
  }
  // “van Rooyen”: his name begins with it.
  while (best && best[0] > 0 && SURNAME_PARTICLES.includes((phrase[best[0] - 1] as Token).lower)) best = [best[0] - 1, best[1]]
  return best
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

/**
 * @param token a token
 * @returns whether it is a title: Mayor, Dr and Dr.
 */
export function isTitle({ lower }: Token): boolean {
  return TITLES.has(lower) || TITLES.has(lower.replace(/^(?:co|ex|vice|then)-|\.$/g, '')) || SCHOLAR.test(lower)
}

/** Where the run of name parts that begins at a place ends. */
function namesEnd(phrase: readonly Token[], at: number): number {
  let end = at
  while (isNamePart(phrase[end])) end++
  return end
}

function isNamePart(token: Token | undefined): boolean {
  return (
    token?.capital === true &&
    !isTitle(token) &&
    !DAY.test(token.text) &&
    !STATE.test(token.text) &&
    // 22-year-old, Orsa-based
    !/-(?:old|[a-z]{3,}ed)$/.test(token.text) &&
    !DETERMINERS.has(token.lower) &&
    !OPENERS.has(token.lower) &&
    !QUANTIFIER.test(token.lower) &&
    !PRONOUNS.has(token.lower)
  )
}

/** “signed from Dellby”, but “retired teacher” */
function isDone([first, next]: readonly Token[]): boolean {
  return (
    /^(?:[a-z]{2,}ed|led|run|written|made|known|chosen|founded|built)$/.test(first?.text ?? '') &&
    /^(?:by|in|on|at|from|to|with|under|for|against|after|as)$/.test(next?.lower ?? '')
  )
}

/** A word that is neither grammar nor a mark. */
function isNoun({ word, lower }: Token): boolean {
  return word && !DETERMINERS.has(lower) && !/^(?:of|for|to|in|at|on|by|with|from|and|or|as|is|was|who|that|which)$/.test(lower)
}

/** “The chair, Sir Leonard Cope”, “botanist Dr Ingrid Hale”, “nominee Gov. Roe”: how somebody is addressed is not what he is. */
function withoutAddress(before: Token[]): Token[] {
  let end = before.length
  while (end > 1) {
    const [former, address] = [before[end - 2] as Token, before[end - 1] as Token]
    if (end > 2 && former.text === ',' && ADDRESS.test(address.lower)) end -= 2
    else if ((former.word && COURTESY.test(address.lower)) || (HOLDS_OTHER.test(former.lower) && address.text.endsWith('.'))) end--
    else break
  }
  return before.slice(0, end)
}

/** “Secretary of State”, but neither “of them,” nor “the mayor and”, “a memorable”, “her campaign has praised”. */
function isRole(before: readonly Token[]): boolean {
  const opening = before[0]?.lower ?? ''
  if (
    NO_ROLE_BEGINS.test(opening) ||
    QUANTIFIER.test(opening) ||
    (OPENERS.has(opening) && !OPENS_ROLE.test(opening)) ||
    NO_ROLE.test(before.at(-1)?.text ?? '')
  )
    return false
  const clause = before.findIndex(({ lower }) => FINITE.test(lower))
  return clause < 0 || before.slice(0, clause).some(({ lower }) => /^(?:who|which|that|whose|whom)$/.test(lower))
}

/** Title before the name, or apposition behind it. */
function roleAround(phrase: readonly Token[], from: number, to: number, text: string): string | null {
  let ahead = 0
  // “On Monday Jane Roe”: when is not who.
  while (ahead < from && (DAY.test((phrase[ahead] as Token).text) || DAY.test(phrase[ahead + 1]?.text ?? ''))) ahead++
  let before = phrase.slice(ahead, from).filter(({ lower }, index) => !(index === 0 && (DETERMINERS.has(lower) || lower === 'whose')))
  // “One, a schoolteacher named Oduya Marsh”
  if (/^(?:named|called)$/.test(before.at(-1)?.lower ?? '')) {
    before = before.slice(before.findLastIndex(({ text: mark }) => mark === ',') + 1, -1)
    if (DETERMINERS.has(before[0]?.lower ?? '')) before = before.slice(1)
  }
  before = withoutAddress(before)
  if (before.every(({ capital }) => capital) && /['’]s$/.test(before.at(-1)?.text ?? '')) before = []
  // “la Rosa”: no particle is what somebody is.
  while (before.length > 0 && PARTICLES.has((before.at(-1) as Token).lower)) before = before.slice(0, -1)
  // “A weary Jane Roe”: what somebody is like stands behind “a” too.
  const looks = /^an?$/.test(phrase[ahead]?.lower ?? '') && before.every(({ word }) => word) && !tellsWho(before)
  if (looks || !isRole(before)) before = []
  // “a target its managing director, Tom Roe, conceded”: what he is is told from the word for whose he is on.
  const owned = before.findLastIndex(({ lower }, at) => at > 0 && /^(?:its|his|her|their)$/.test(lower) && isNoun(before[at - 1] as Token))
  if (owned > 0) before = before.slice(owned + 1)
  // “Her opposite number, Corby's Jane Roe”: whose she is is no part of what she is.
  if (before.length > 2 && /['’]s$/.test((before.at(-1) as Token).text) && (before.at(-2) as Token).text === ',')
    before = before.slice(0, -1)
  // “Dr. Emi Sato, a pediatrician”: what is said behind the name says more.
  const apposed = /^(?:dr|mr|ms|mrs|miss|prof)\.?$/i.test(before[0]?.text ?? '') && phrase[to]?.text === ','
  if (!apposed && before.length > 0 && (before.at(-1) as Token).word && !/^(?:mr|ms|mrs|miss)\.?$/i.test((before[0] as Token).text)) {
    return text.slice((before[0] as Token).start, (before.at(-1) as Token).end)
  }
  if (before.length > 1 && (before.at(-1) as Token).text === ',')
    return text.slice((before[0] as Token).start, (before.at(-2) as Token).end)
  // “Jane Roe MP, the shadow minister”
  const behind = phrase.slice(/^(?:MP|MSP|MEP|MS|TD|QC|KC|CBE|OBE|MBE|MD|PhD)$/.test(phrase[to]?.text ?? '') ? to + 1 : to)
  // “Jane Roe -- a lawyer --”: a dash opens an aside as a comma does.
  if (behind.length > 1 && ((behind[0] as Token).text === ',' || isDash(phrase, phrase.length - behind.length))) {
    // “Roe, 29, a ski instructor”: his age is no role, what follows it is.
    const aged = /^\d{1,3}$/.test(behind[1]?.text ?? '') && behind[2]?.text === ',' && /^(?:an?|the)$/.test(behind[3]?.lower ?? '')
    const role = behind.slice(aged ? 3 : 1)
    // “Roe, a seamstress, wrapped in a blanket”: how he looked is no part of it.
    const looks = role.findIndex(({ text: mark }, at) => at > 0 && mark === ',' && /^[a-z]+(?:ed|ing)$/.test(role[at + 1]?.text ?? ''))
    if (looks > 0) role.length = looks
    // “Jane Roe, author of “The Patient Garden””: what she wrote stands in marks.
    while (role.length > 0 && (!(role.at(-1) as Token).word || SMALL.test((role.at(-1) as Token).lower))) role.pop()
    const first = role[0]
    if (!first) return null
    const start = /^(?:a|an|the)$/.test(first.lower) && role.length > 1 ? (role[1] as Token).start : first.start
    // Jane Roe, John Doe and Ann Poe
    if (role.some(({ lower }) => lower === 'and') && role.every(({ capital, word, lower }) => capital || !word || lower === 'and'))
      return null
    // “Jane Roe, asked whether she knew,”, “Roe, signed from Dellby,”: what was done to somebody is no role.
    if (/^(?:asked|pressed|quoted|reached|questioned|contacted|interviewed)$/.test(first.lower) || isDone(role)) return null
    if (
      /^(?:now|then|for|including|such|like|aged|who|which|whose|\d+|behind|in|of|on|at|near|outside|inside|from|with|under|his|her|their|its)$/.test(
        first.lower,
      )
    )
      return null
    return text.slice(start, (role.at(-1) as Token).end)
  }
  return null
}
