/** Words of English noun phrases by what they do: titles, kin, organisations, determiners, and parts of names. */
import type { Token } from '../1-document/tokens.ts'
import { readLexicon } from '../models.ts'
import { OPENERS } from './english-openers.ts'
import type { SpeakerKind } from './mention.ts'

/** Titles, in lower case. */
export const TITLES = new Set(readLexicon('titles.en.txt').map((title) => title.toLowerCase()))
/** Words that end names of organisations. */
export const ORGANIZATIONS = new Set(readLexicon('organizations.en.txt'))
/** Heads that name more than one. */
export const GROUPS = new Set(readLexicon('groups.en.txt'))
/** Countries and states, and capitals that stand for governments. */
export const PLACES = new Set(readLexicon('places.en.txt'))

/** What each pronoun may stand for. */
export const PRONOUNS = new Map<string, SpeakerKind>([
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
/** Days, and months that nobody is called by. */
export const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|July|September|October|November|December)$/
/** States for short. */
export const STATE =
  /^(?:[DR]-)?(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.[HJMYCD]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo|D\.C)\.$/
/** ISIS, PAC */
export const INITIALS = /^\p{Lu}{2,4}$/u
/** Small words inside names. */
export const PARTICLES = new Set(['de', 'von', 'van', 'der', 'den', 'bin', 'al', 'el', 'la', 'le', 'du', 'da', 'dos', 'di', 'ibn', 'of'])
/** Particles with which a surname begins. */
export const SURNAME_PARTICLES = ['van', 'von', 'der', 'den', 'de', 'du', 'di', 'bin', 'ibn']

/** Particles that a surname has ahead of it. */
const MOST_PARTICLES = 3

/**
 * @param tokens tokens of a block
 * @param at one of them
 * @returns whether a surname begins there that is written with a small letter: “van Gelder”, “von der Leyde”
 */
export function startsSurname(tokens: readonly Token[], at: number): boolean {
  let from = at
  while (from - at < MOST_PARTICLES && SURNAME_PARTICLES.includes(tokens[from]?.lower ?? '')) from++
  return from > at && tokens[from]?.capital === true
}
/** Words that join two noun phrases: what stands behind is no head. */
export const SMALL =
  /^(?:of|for|in|at|on|by|near|against|about|the|from|with|to|and|or|who|that|which|as|than|de|von|van|der|bin|al|el|la|le|du|da|di)$/
/** What is counted out of many: no part of a name. */
export const QUANTIFIER = /^(?:neither|either|each|every|most|more)$/
/** What stands ahead of a title. */
export const QUALIFIES = /^(?:former|assistant|deputy|senior|chief|vice|acting|associate|executive|veteran|retired|interim|then|lead|head)$/
/** Longest post between a club and a name, in tokens: “deputy chief executive”. */
export const LONGEST_POST = 4
/** Who belongs to somebody. */
export const KIN =
  /^(?:dad|mum|mom|colleague|husband|wife|son|daughter|brother|sister|mother|father|partner|fiancée?|boyfriend|girlfriend|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|friend)$/
/** How somebody is called after what he does. */
export const DOER =
  /(?:[a-z]{2}ologist|[a-z]{3}ist|[a-z]{2}ician|[a-z]{3}grapher|(?:wo)?man|worker|driver|owner|keeper|player|teacher|trainer|attendant|resident|student|patient|accountant|consultant|assistant|migrant|participant|tenant|applicant|defendant|client|agent|insider)$/
/** Callings by their ending: Hydrologist Jane Roe. */
export const SCHOLAR = /^(?:[a-z]{2,}(?:ologist|ographer|onomist|rician|hysicist)|chemist|botanist|scientist|lawyer|attorney)$/
/** Who stands beside or against somebody. */
export const PEER =
  /^(?:opponent|rival|successor|predecessor|boss|mentor|teammate|counterpart|challenger|nominee|neighbou?r|employer|landlord|handler|idol|hero|number|mate|spouse|fiancé|guru|protégé|deputy)$/

/**
 * @param token a token
 * @returns whether it is a title: Mayor, Dr and Dr.
 */
export function isTitle({ lower }: Token): boolean {
  return TITLES.has(lower) || TITLES.has(lower.replace(/^(?:co|ex|vice|then)-|\.$/g, '')) || SCHOLAR.test(lower)
}

export function isNamePart(token: Token | undefined): boolean {
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
export function isDone([first, next]: readonly Token[]): boolean {
  return (
    /^(?:[a-z]{2,}ed|led|run|written|made|known|chosen|founded|built)$/.test(first?.text ?? '') &&
    /^(?:by|in|on|at|from|to|with|under|for|against|after|as)$/.test(next?.lower ?? '')
  )
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
export function headOf(phrase: readonly Token[]): string {
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
