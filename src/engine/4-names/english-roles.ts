/** Roles in English noun phrases: the title before a name, the apposition behind it. */
import { isDash, type Token } from '../1-document/tokens.ts'
import { OPENERS } from './english-openers.ts'
import { DAY, DETERMINERS, isDone, PARTICLES, QUANTIFIER, SMALL, tellsWho } from './english-words.ts'

/** How somebody is addressed: behind a comma, right behind an office, and behind the name of another office. */
const ADDRESS =
  /^(?:sir|dame|lord|lady|dr|prof|mr|ms|mrs|sen|rep|gov|father|rev|reverend|rabbi|sister|brother|alhaji|alhaja|ogbeni|hon|engr|barr|shri|smt|datuk|seri|gen|adm|col|capt|lt)\.?$/
const COURTESY = /^(?:sir|dame|dr|mr|ms|mrs|datuk|seri|alhaji|ogbeni)\.?$/
const HOLDS_OTHER = /^(?:nominee|candidate|chair(?:man|woman)?|leader|whip|speaker)$/
/** Openers that open a role too: “then governor Roe”, “under secretary Roe”. */
const OPENS_ROLE = /^(?:longtime|outside|inside|then|now|late|early|under|over|next|back)$/
/** Words right before a name that say what its bearer is like, or begin something else. */
const NO_ROLE =
  /^(?:and|or|but|both|as|like|over|to|of|for|at|between|including|supporting|when|who|that|than|not|only|despite|based|kind|new|old|clear|former|current|broader?|younger|older|late|brusque|desperate|eager|conservative|liberal|\d+(?:st|nd|rd|th)?|\p{L}+-(?:leaning|based|backed|owned|led|run|named|seeming)|(?:anti|pro)-\p{Lu}\p{L}*|(?:non|bi)partisan|[a-z]{4,}(?:able|ible|ous|ful|less|ed|ing))$/u
/** Words with which no role begins, and those that make a clause of it. */
const NO_ROLE_BEGINS = /^(?:of|among|and|or|after|at|as|in|on|by|despite|about|any|like|including|some|many|most|changed|coming)$/
const FINITE = /^(?:is|are|was|were|has|have|had|will|would|could|did|does|do|said|says|vowed|sets?|led)$/
/** Forms of address that tell less than an apposition, and those that tell nothing. */
const ADDRESSED = /^(?:dr|mr|ms|mrs|miss|prof)\.?$/
const MISTER = /^(?:mr|ms|mrs|miss)\.?$/
/** Letters behind a name. */
const HONOURS = /^(?:MP|MSP|MEP|MS|TD|QC|KC|CBE|OBE|MBE|MD|PhD)$/
/** What was done to somebody who speaks. */
const ASKED = /^(?:asked|pressed|quoted|reached|questioned|contacted|interviewed)$/
/** What stands behind a name and begins no apposition. */
const NO_APPOSITION =
  /^(?:now|then|for|including|such|like|aged|who|which|whose|\d+|behind|in|of|on|at|near|outside|inside|from|with|under|his|her|their|its)$/

/**
 * @param phrase tokens of a noun phrase
 * @param from where the name in it begins
 * @param to where the name ends
 * @param text the clean text
 * @returns the title before the name, or the apposition behind it; null without either
 */
export function roleAround(phrase: readonly Token[], from: number, to: number, text: string): string | null {
  const before = titleBefore(phrase, from)
  const first = before[0]
  const last = before.at(-1)
  // “Dr. Emi Sato, a pediatrician”: what is said behind the name says more.
  const apposed = ADDRESSED.test(first?.lower ?? '') && phrase[to]?.text === ','
  if (first && last?.word && !apposed && !MISTER.test(first.lower)) return text.slice(first.start, last.end)
  if (first && last?.text === ',' && before.length > 1) return text.slice(first.start, (before.at(-2) as Token).end)
  const behind = appositionBehind(phrase, to)
  return behind.length > 0 ? text.slice((behind[0] as Token).start, (behind.at(-1) as Token).end) : null
}

/** The words ahead of a name that tell what its bearer is; empty if they tell something else. */
function titleBefore(phrase: readonly Token[], from: number): readonly Token[] {
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
  if (before.every(({ capital }) => capital) && /['’]s$/.test(before.at(-1)?.text ?? '')) return []
  // “la Rosa”: no particle is what somebody is.
  while (before.length > 0 && PARTICLES.has((before.at(-1) as Token).lower)) before = before.slice(0, -1)
  // “A weary Jane Roe”: what somebody is like stands behind “a” too.
  const looks = /^an?$/.test(phrase[ahead]?.lower ?? '') && before.every(({ word }) => word) && !tellsWho(before)
  if (looks || !isRole(before)) return []
  // “a target its managing director, Tom Roe, conceded”: what he is is told from the word for whose he is on.
  const owned = before.findLastIndex(({ lower }, at) => at > 0 && /^(?:its|his|her|their)$/.test(lower) && isNoun(before[at - 1] as Token))
  if (owned > 0) before = before.slice(owned + 1)
  // “Her opposite number, Corby's Jane Roe”: whose she is is no part of what she is.
  return before.length > 2 && /['’]s$/.test((before.at(-1) as Token).text) && (before.at(-2) as Token).text === ','
    ? before.slice(0, -1)
    : before
}

/** “Jane Roe MP, the shadow minister”, “Jane Roe -- a lawyer --”: what its bearer is, told behind a name, without the article. */
function appositionBehind(phrase: readonly Token[], to: number): readonly Token[] {
  const at = HONOURS.test(phrase[to]?.text ?? '') ? to + 1 : to
  if (phrase.length - at < 2 || !((phrase[at] as Token).text === ',' || isDash(phrase, at))) return []
  const behind = phrase.slice(at + 1)
  // “Roe, 29, a ski instructor”: his age is no role, what follows it is.
  const aged = /^\d{1,3}$/.test(behind[0]?.text ?? '') && behind[1]?.text === ',' && /^(?:an?|the)$/.test(behind[2]?.lower ?? '')
  const role = behind.slice(aged ? 2 : 0)
  // “Roe, a seamstress, wrapped in a blanket”: how he looked is no part of it.
  const looks = role.findIndex(({ text }, index) => index > 0 && text === ',' && /^[a-z]+(?:ed|ing)$/.test(role[index + 1]?.text ?? ''))
  if (looks > 0) role.length = looks
  // “Jane Roe, author of “The Patient Garden””: what she wrote stands in marks.
  while (role.length > 0 && (!(role.at(-1) as Token).word || SMALL.test((role.at(-1) as Token).lower))) role.pop()
  const first = role[0]?.lower ?? ''
  // Jane Roe, John Doe and Ann Poe
  if (role.some(({ lower }) => lower === 'and') && role.every(({ capital, word, lower }) => capital || !word || lower === 'and')) return []
  // “Jane Roe, asked whether she knew,”, “Roe, signed from Dellby,”: what was done to somebody is no role.
  if (ASKED.test(first) || isDone(role) || NO_APPOSITION.test(first)) return []
  return /^(?:an?|the)$/.test(first) && role.length > 1 ? role.slice(1) : role
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

/** A word that is neither grammar nor a mark. */
function isNoun({ word, lower }: Token): boolean {
  return word && !DETERMINERS.has(lower) && !/^(?:of|for|to|in|at|on|by|with|from|and|or|as|is|was|who|that|which)$/.test(lower)
}
