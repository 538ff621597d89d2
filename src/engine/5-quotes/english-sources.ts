/** Who is the source of an English cue: the subject of its verb, found without a parser. */
import type { Span } from '../1-document/span.ts'
import { isDash, type Token } from '../1-document/tokens.ts'
import { OPENERS } from '../4-names/english-openers.ts'
import { tellsWho } from '../4-names/english-words.ts'
import { AUXILIARY, cueShare, isVerb, VERB_SHARE } from './english-cues.ts'
import {
  BEHIND_PARTICIPLE,
  BOUNDARY,
  isAdverb,
  isNounPhrase,
  isWhen,
  NO_OPENING,
  OPENS_OBJECT,
  phraseStart,
  startsPhrase,
  tells,
  verbGroupStart,
} from './english-phrases.ts'

/** So far before an infinitive stands the verb on which it leans, in tokens. */
const LEANS = 16
/** Longest subject with a relative clause or a participle, in tokens. */
const LONGEST_SUBJECT = 20
/** Prepositions, and the longest clause that one of them ends, in tokens. */
const OBJECT_OF = /^(?:to|with|about|for|by|at|from|against|in|on|of)$/
const LONGEST_RELATIVE = 24
/** What somebody says or does, ahead of him in a relative clause without a pronoun. */
const OBJECT =
  /^(?:times?|stor(?:y|ies)|ways?|things?|everything|anything|something|nothing|all|what|reasons?|words?|moment|points?|cases?)$/
/** What somebody else said, as an apposition has it. */
const CLAIM =
  /^(?:charge|claim|allegation|accusation|assertion|suggestion|notion|idea|view|position|characterization|point|figure|finding)$/
/** Words that open a time: “last week Roe said”. */
const TIMES = /^(?:last|this|next|every)$/
/** A determiner that opens a subject all the same. */
const DETERMINERS = /^(?:the|a|an|his|her|their|our|my|some|many|most|one|two|it|this|these|those)$/
/** Longest apposition behind the subject of a sentence, in tokens. */
const LONGEST_APPOSITION = 20
/** Longest name of a person, in tokens. */
const LONGEST_FULL_NAME = 4
/** Longest subject without one, and the place of a dash behind a dateline, in tokens. */
const LONGEST_OPENING = 12
/** Longest subject with an aside, in tokens. */
const LONGEST_WITH_ASIDE = 40
/** Words behind a comma that say more of the subject before it. */
const OPENS_ASIDE =
  /^(?:who|whose|which|an?|the|one|former|now|including|like|along|on|in|at|with|from|as|first|last|\d+|\p{L}{3,}ed|\p{L}+['’]s)$/u
/** Words that go on with a name. */
const GOES_ON = /^(?:of|and|for|in|at|who|whose|which|from|or|de|von|van|der|al|bin)$/
/** Past tenses that are other words too: “The Reserve left rates unchanged”. */
const IRREGULAR =
  /^(?:left|kept|held|cut|put|set|let|hit|shut|met|lost|won|led|paid|sold|built|took|gave|made|came|got|ran|sent|spent|broke|drew|fell|rose|cast)$/
/** Longest time ahead of a subject, in tokens: “a few days ago”. */
const LONGEST_TIME = 4
/** “Two weeks after”: what passes, and since when. */
const PASSED = /^(?:second|minute|hour|day|week|month|year|decade)s?$/
const SINCE = /^(?:later|ago|after|before|earlier)$/
/** Words ahead of a subject. */
const LEADS =
  /^(?:but|now|even|and|or|so|yet|then|still|lest|meanwhile|however|perhaps|maybe|while|though|although|just|recently|had|if|when|after|before|because|once)$/
/** Words that begin a clause or stand before a noun. */
const PREPOSITIONS = /^(?:as|since)$/
/** Longest clause without a pronoun of its own, in tokens: “I have talked to”. */
const LONGEST_CONTACT = 5
const OWNER = /['’]s$|s['’]$|^(?:his|her|their|its|my|our)$/
/** What stands between an owner and a noun, and how much of it, in tokens. */
const ADJECTIVE =
  /^(?:[a-z]{2,}(?:ous|ful|less|ible|ized|ised)|own|false|past|recent|new|old|earlier|early|long|many|and|first|latest|oft|repeated|respective|public|private|previous|initial|original|frequent|constant|alleged|apparent|aggressive|controversial|racist|sexist|strong|harsh|sharp|broad|absurd|inaccurate|bold|big|central|factually|frequently|constantly)$/
const MOST_ADJECTIVES = 5
const CONJUNCTION = /^(?:but|and|or|so|yet|then|now|even|still|perhaps|maybe|meanwhile|however)$/
/** Words that open an aside between commas. */
const ASIDE = /^(?:for|in|at|unlike|under|meanwhile|however|too|instead|though|during|on|after|as|by|despite|amid|among|speaking|with)$/
/** Words inside a name that ends with ’s. */
const NAME_WORD = /^(?:of|the|de|von|van|der|al|bin)$/

/**
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param at the cue
 * @param verbStart where its verb group starts
 * @returns the range of the tokens of its subject, empty where there is none
 */
export function sourceRange(sentence: readonly Token[], quoted: readonly boolean[], at: number, verbStart: number): Span {
  const aside = subjectWithAside(sentence, quoted, verbStart) ?? subjectBetweenDashes(sentence, quoted, verbStart)
  if (aside) return trimmed(sentence, aside)
  const infinitive = sentence.slice(verbStart, at).some(({ lower }) => lower === 'to')
  const main = infinitive ? verbBefore(sentence, quoted, verbStart) : -1
  const end = main >= 0 ? verbGroupStart(sentence, quoted, main) : ownerEnd(sentence, verbStart)
  const start = behindPredicate(sentence, subjectStart(sentence, quoted, end), end)
  return trimmed(sentence, { start: apposedStart(sentence, quoted, partnerStart(sentence, quoted, start, end), end), end })
}

/**
 * “Jane Roe, the paper's adviser says”, “The minister of works, Jane Roe said”: where somebody begins whose apposition has one
 * comma only.
 */
function apposedStart(sentence: readonly Token[], quoted: readonly boolean[], start: number, end: number): number {
  const from = mainClause(sentence, quoted, 0, end)
  const before = sentence.slice(from, start - 1)
  if (sentence[start - 1]?.text !== ',' || before.length < 2 || before.length > LONGEST_APPOSITION || quoted[from]) return start
  if (before.some(({ word }, at) => !word || isVerb(before[at] as Token))) return start
  const named =
    isName(sentence, from, start - 1) && before.length <= LONGEST_FULL_NAME && /^(?:an?|the)$/.test((sentence[start] as Token).text)
  const holds =
    end - start > 1 &&
    end - start <= LONGEST_FULL_NAME &&
    isName(sentence, start, end) &&
    !/^an?$/.test((before[0] as Token).lower) &&
    tellsWho(before)
  return named || holds ? from : start
}

/** “The pier has been open for a year and the board asked”: behind a verb begins no subject, but behind the “and” of its clause. */
function behindPredicate(sentence: readonly Token[], start: number, end: number): number {
  const before = sentence[start - 1]
  if (!before || !/^(?:is|are|was|were|been|be|being)$/.test(before.lower)) return start
  const and = sentence.slice(start, end).findLastIndex(({ lower }) => lower === 'and')
  return and > 0 && /^(?:the|an?|his|her|its|their)$/.test(sentence[start + and + 1]?.text ?? '') ? start + and + 1 : start
}

/** “…, the company and its regulator said on Friday”: where two begin that speak together; a comma before the “and” parts clauses. */
function partnerStart(sentence: readonly Token[], quoted: readonly boolean[], start: number, end: number): number {
  if (start >= end || sentence[start - 1]?.lower !== 'and' || sentence[start - 2]?.text === ',') return start
  const first = phraseStart(sentence, quoted, start - 1)
  const opens = first < start - 1 && sentence[first - 1]?.text === ',' && startsPhrase(sentence[first] as Token)
  return opens && isNounPhrase(sentence.slice(first, start - 1)) ? first : start
}

/**
 * “Jane Roe, who lost her house in Dellby, Osage, in May, said”, “The survey, released by the council, shows”: the subject that
 * opens a sentence, with what stands between its comma and the one before the verb.
 *
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param verbStart where the verb group starts
 * @returns the range of the subject; null where the sentence is built otherwise
 */
export function subjectWithAside(sentence: readonly Token[], quoted: readonly boolean[], verbStart: number): Span | null {
  const end = verbStart - 1
  if (end < 1 || end > LONGEST_WITH_ASIDE || sentence[end]?.text !== ',') return null
  const start = mainClause(sentence, quoted, 0, end)
  const first = sentence[start] as Token
  if (opensNoSubject(first) || !startsPhrase(first)) return null
  const comma = sentence.findIndex(({ text }, at) => at > start && text === ',')
  const aside = sentence[comma + 1]?.lower ?? ''
  if (
    comma < 1 ||
    comma >= end ||
    comma - start > LONGEST_OPENING ||
    !(OPENS_ASIDE.test(aside) || (DETERMINERS.test(first.lower) && sentence[comma + 1]?.capital)) ||
    !isSubject(sentence, quoted, start, comma)
  )
    return null
  const relative = /^wh/.test(aside)
  for (let at = comma + 1; at < end; at++) {
    const token = sentence[at] as Token
    if (/^[:;“"―—]$|^--$/.test(token.text)) return null
    if (!relative && sentence[at - 1]?.text === ',' && at > comma + 1 && isVerb(token) && !token.lower.endsWith('ing')) return null
    if (!relative && token.lower === 'and' && sentence[at - 1]?.text === ',') return null
  }
  return { start, end }
}

/** “The mayor -- a former nurse -- said”: the subject ahead of an aside between dashes, with it. */
function subjectBetweenDashes(sentence: readonly Token[], quoted: readonly boolean[], verbStart: number): Span | null {
  const close = verbStart - 1
  if (close < 2 || quoted[close] || !isDash(sentence, close)) return null
  let open = close - 1
  while (open > 0 && close - open <= LONGEST_WITH_ASIDE && !isDash(sentence, open)) open--
  if (open < 1 || close - open < 2 || !isDash(sentence, open) || quoted[open]) return null
  const start = subjectStart(sentence, quoted, open)
  return start < open ? { start, end: close } : null
}

/** “The candidates’ respective estimates”: behind the one whose they are stand adjectives. */
function ownerEnd(sentence: readonly Token[], end: number): number {
  let at = end
  while (at > 1 && end - at < MOST_ADJECTIVES && ADJECTIVE.test((sentence[at - 1] as Token).text)) at--
  return at < end && OWNER.test((sentence[at - 1] as Token).text) ? at : end
}

/** “Three days ago Jane Roe”, “now Roe, for her part,”, “Ms. Roe, who had been told,”: what is no part of a name is cut off. */
function trimmed(sentence: readonly Token[], { start, end }: Span): Span {
  // “In a statement on Wednesday evening, the mechanic said”
  const opening = sentence[start]
  const comma =
    opening && isWhen(opening) ? sentence.slice(start, Math.min(end, start + LONGEST_TIME)).findIndex(({ text }) => text === ',') : -1
  if (comma > 0 && start + comma + 1 < end) return trimmed(sentence, { start: start + comma + 1, end })
  const dated = TIMES.test((sentence[start] as Token | undefined)?.lower ?? '') && start + 2 < end && isWhen(sentence[start + 1] as Token)
  if (dated) return trimmed(sentence, { start: start + 2, end })
  const ago = sentence.slice(start, Math.min(start + LONGEST_TIME, end - 1)).findLastIndex(({ lower }) => lower === 'ago')
  let from = start + ago + 1
  while (from + 1 < end && LEADS.test((sentence[from] as Token).lower)) from++
  from = behindParticiple(sentence, from, end)
  for (let at = from + 1; at + 1 < end; at++) {
    if ((sentence[at] as Token).text !== ',' && !isDash(sentence, at)) continue
    const { lower } = sentence[at + 1] as Token
    if (ASIDE.test(lower) || (/^(?:who|whose|which)$/.test(lower) && !isFullName(sentence, from, at))) return { start: from, end: at }
    break
  }
  return { start: from, end }
}

/** “Speaking on the same show, Roe”, “Reached by phone, Roe”: what somebody was doing is no part of him. */
function behindParticiple(sentence: readonly Token[], from: number, end: number): number {
  const { lower } = sentence[from] as Token
  if (from > 0 || !/(?:ing|ed)$/.test(lower) || lower.length <= 4 || sentence[1]?.capital) return from
  const comma = sentence.findIndex(({ text }, at) => at > from && text === ',')
  return comma > from && comma + 1 < end && startsPhrase(sentence[comma + 1] as Token) ? comma + 1 : from
}

/** A first and a last name, with or without a title: a relative clause introduces who bears it, and is no aside. */
function isFullName(sentence: readonly Token[], from: number, to: number): boolean {
  let names = 0
  for (let at = from; at < to; at++)
    if ((sentence[at] as Token).capital && !/^(?:The|Mr\.|Ms\.|Mrs\.)$/.test((sentence[at] as Token).text)) names++
  return names > 1
}

function subjectStart(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  const contact = contactClause(sentence, quoted, end)
  if (contact > 0) return phraseStart(sentence, quoted, contact)
  const start = phraseStart(sentence, quoted, end)
  if (start === end) return start
  const who = Math.max(relativeBefore(sentence, quoted, start), clauseBefore(sentence, quoted, start))
  if (who > 0) {
    const bearer = phraseStart(sentence, quoted, who)
    if (bearer < who) return bearer
  }
  if (/^(?:his|her|their|its|my|our)$/.test((sentence[end - 1] as Token).lower)) return end - 1
  if (/['’]s$|s['’]$/.test((sentence[end - 1] as Token).text)) return ownerStart(sentence, start, end)
  if (/^(?:he|she|they|we|i|it|who|which|that)$/.test((sentence[end - 1] as Token).lower)) return end - 1
  const opening = openingOf(sentence, quoted, start, end)
  if (opening >= 0) return opening
  return behindObject(sentence, start, end)
}

/** “all the experts I interviewed said”: where a clause begins that is about the noun before it and has a pronoun for its subject; −1 for none. */
function contactClause(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  let subject = end - 1
  while (subject > 0 && end - subject <= LONGEST_CONTACT && !/^(?:i|we|he|she|they|you)$/.test((sentence[subject] as Token).lower))
    subject--
  const clause = sentence.slice(subject + 1, end)
  const verb = clause.find((token) => !AUXILIARY.has(token.lower) && !isAdverb(token))
  if (subject < 1 || end - subject > LONGEST_CONTACT || quoted[subject] || !verb || !(isVerb(verb) || verb.lower.endsWith('ed'))) return -1
  const noun = sentence[subject - 1] as Token
  const about = noun.word && !BOUNDARY.has(noun.lower) && !NO_OPENING.test(noun.lower) && !isVerb(noun) && !isWhen(noun)
  return about && clause.every(({ word, lower }) => word && !/^(?:and|but|or)$/.test(lower)) ? subject : -1
}

/** “the woman who counted them says”: the object of a relative clause says nothing; where the clause begins, −1 for none. */
function relativeBefore(sentence: readonly Token[], quoted: readonly boolean[], start: number): number {
  // “an officer whose name has been redacted asks”
  const undergoes = sentence[start]?.lower.endsWith('ed') && AUXILIARY.has(sentence[start - 1]?.lower ?? '')
  if (undergoes) {
    const from = Math.max(0, start - LONGEST_CONTACT)
    const owner = sentence.slice(from, start).findLastIndex(({ lower }) => /^(?:whose|who|which|that)$/.test(lower))
    return owner < 0 ? -1 : from + owner
  }
  const verb = sentence[start - 1]
  // “an official who spoke anonymously to discuss the plan said”
  const purpose = verb && isVerb(verb) && sentence[start - 2]?.lower === 'to' ? purposeOf(sentence, quoted, start - 2) : -1
  if (purpose > 0) return purpose
  if (!verb || quoted[start - 1] || verb.capital || cueShare(verb.lower) >= VERB_SHARE || !(isVerb(verb) || /ed$/.test(verb.lower)))
    return -1
  const who = verbGroupStart(sentence, quoted, start - 1) - 1
  return who > 0 && /^(?:who|which|that)$/.test((sentence[who] as Token).lower) ? who : -1
}

/** “two engineers who were not authorized to talk to the press said”: where the clause begins that a preposition and its object end; −1 for none. */
function clauseBefore(sentence: readonly Token[], quoted: readonly boolean[], start: number): number {
  if (!OBJECT_OF.test(sentence[start - 1]?.lower ?? '')) return -1
  for (let at = start - 2; at > 0 && start - at <= LONGEST_RELATIVE; at--) {
    const { word, lower } = sentence[at] as Token
    if (!word || quoted[at]) return -1
    if (lower === 'who') return at
  }
  return -1
}

/** Where the relative clause begins whose verb stands right before an infinitive, adverbs apart; −1 for none. */
function purposeOf(sentence: readonly Token[], quoted: readonly boolean[], to: number): number {
  let at = to - 1
  while (at > 1 && /ly$/.test((sentence[at] as Token).lower)) at--
  const who = at > 1 && !quoted[at] && isVerb(sentence[at] as Token) ? verbGroupStart(sentence, quoted, at) - 1 : -1
  return who > 0 && /^(?:who|which|that)$/.test((sentence[who] as Token).lower) ? who : -1
}

/** “the third time Roe said”, “everything Roe says”, “…, a charge head librarian Jane Roe denies”: what is said stands before who says it. */
function behindObject(sentence: readonly Token[], start: number, end: number): number {
  const claim = sentence.slice(start, end - 1).findIndex(({ lower }) => CLAIM.test(lower))
  if (claim === 1 && /^an?$/.test((sentence[start] as Token).lower) && sentence[start - 1]?.text === ',') return start + 2
  for (let at = end - 1; at > start; at--) {
    if (!(sentence[at] as Token).capital) return start
    if (OBJECT.test((sentence[at - 1] as Token).lower)) return at
  }
  return start
}

/** “Reporters gathered on Friday to discuss”: the verb before an infinitive; −1 where its clause has none. */
function verbBefore(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  for (let at = end - 1; at > 0 && end - at <= LEANS; at--) {
    const token = sentence[at] as Token
    if (quoted[at] || !token.word || BOUNDARY.has(token.lower)) return -1
    if (isVerb(token)) return at
  }
  return -1
}

/** “The paper seized on Roe’s claim”: the one whose claim it is, and nothing before him. */
function ownerStart(sentence: readonly Token[], start: number, end: number): number {
  let at = end - 1
  while (at > start) {
    const before = sentence[at - 1] as Token
    if (!before.word || isVerb(before)) break
    if (!before.capital && !NAME_WORD.test(before.lower) && NO_OPENING.test(before.lower)) break
    // “Nobody doubts Roe’s”: what is said ahead of a name.
    if (!before.capital && /(?:s|ed)$/.test(before.lower) && sentence[at]?.capital) break
    at--
  }
  return at
}

/** “A study that appeared in the paper found”, “a report released on Monday says”: where the subject begins that the tokens before a phrase belong to, −1 where they do not. */
function openingOf(sentence: readonly Token[], quoted: readonly boolean[], start: number, end: number): number {
  const from = mainClause(sentence, quoted, 0, end)
  const first = sentence[from] as Token
  if (
    from >= start ||
    end - from > LONGEST_SUBJECT ||
    NO_OPENING.test(first.lower) ||
    BOUNDARY.has(first.lower) ||
    opensNoSubject(first) ||
    TIMES.test(first.lower) ||
    !startsPhrase(first)
  )
    return -1
  return isSubject(sentence, quoted, from, sentence[end - 1]?.text === ',' ? end - 1 : end) ? from : -1
}

/** Whether tokens are one noun phrase: a relative clause has one verb of its own; commas belong to a list, which “and” ends. */
function isSubject(sentence: readonly Token[], quoted: readonly boolean[], from: number, to: number): boolean {
  let clause = false
  let commas = 0
  let list = false
  for (let at = from + 1; at < to; at++) {
    const token = sentence[at] as Token
    const before = sentence[at - 1] as Token
    if (token.text === ',') {
      // “since Jan. 1, 2015”
      if (/^\d/.test(before.text) && isWhen(sentence[at + 1] as Token)) continue
      list = true
      commas++
    } else if (token.text === '-' && before.end === token.start) continue
    else if (token.text === '$') continue
    else if (quoted[at] || !token.word) return false
    else if (token.lower === 'and') {
      // “…, and Roe said”: another clause.
      if (before.text === ',' && commas === 1) return false
      list = false
    } else if (/^(?:that|which|who)$/.test(token.lower)) {
      if (clause || isVerb(before)) return false
      clause = true
    } else if (BOUNDARY.has(token.lower)) {
      const compares = token.lower === 'than' && /^(?:more|less|fewer)$/.test(before.lower)
      if (!compares && !PREPOSITIONS.test(token.lower)) return false
    } else if (before.lower === 'to') continue
    else if ((isVerb(token) || tells(sentence, at) || (clause && /ed$/.test(token.lower))) && !isVerb(before)) {
      const behind = sentence[at + 1]?.lower ?? ''
      const describes =
        (/(?:ed|en|wn)$/.test(token.lower) && BEHIND_PARTICIPLE.test(behind)) || (token.lower.endsWith('ing') && before.word)
      if (describes) continue
      if (!clause) return false
      clause = false
    }
  }
  return !clause && !list
}

/**
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param limit where the subject ends at the latest
 * @returns the range of the noun phrase with which the sentence opens, up to its first verb; empty where there is none
 */
export function openingSubject(sentence: readonly Token[], quoted: readonly boolean[], limit: number): Span {
  const none = { start: 0, end: 0 }
  const dash = sentence.slice(0, Math.min(limit, LONGEST_OPENING)).findLastIndex(({ text }) => /^(?:[–—-]|--)$/.test(text))
  const start = mainClause(sentence, quoted, dash + 1, limit)
  const first = sentence[start]
  if (!first || quoted[start] || opensNoSubject(first)) return none
  for (let at = start + 1; at < Math.min(limit, start + LONGEST_OPENING); at++) {
    const token = sentence[at] as Token
    if (quoted[at]) return none
    const behind = sentence[at + 1]?.lower ?? ''
    if (token.text === ',' && /^(?:an?|the|who|former)$/.test(behind)) {
      // “Roe, a former chairman, …”: the apposition belongs to him.
      const close = sentence.slice(at + 1, Math.min(limit, at + LONGEST_APPOSITION)).findIndex(({ text }) => text === ',') + at + 1
      if (close > at) return trimmed(sentence, { start, end: close })
    }
    // “Her husband, Dean, was calm”: so does a name.
    if (token.text === ',' && sentence[at + 1]?.capital && DETERMINERS.test(first.lower)) {
      const close = sentence.slice(at + 1, at + 1 + LONGEST_TIME).findIndex(({ text }) => text === ',') + at + 1
      if (close > at + 1 && isName(sentence, at + 1, close)) return trimmed(sentence, { start, end: close })
    }
    // “Roe shot back in a statement”: a name that a plain word follows.
    const acts =
      !token.capital &&
      token.word &&
      (OPENS_OBJECT.test(behind) || BEHIND_PARTICIPLE.test(behind)) &&
      !GOES_ON.test(token.lower) &&
      isName(sentence, start, at)
    const irregular = IRREGULAR.test(token.text) && sentence[at - 1]?.capital === true
    if (
      token.text !== ',' &&
      !irregular &&
      !isVerb(token) &&
      !AUXILIARY.has(token.lower) &&
      cueShare(token.lower) < VERB_SHARE &&
      !/(?:ed|ly)$/.test(token.lower) &&
      !acts
    )
      continue
    if (token.capital) continue
    const end = verbGroupStart(sentence, quoted, at)
    return end > start && isNounPhrase(sentence.slice(start, end)) ? trimmed(sentence, { start, end }) : none
  }
  return none
}

/** “When a phone went off, Roe stopped”: where the main clause begins behind the comma of one that tells when or where. */
function mainClause(sentence: readonly Token[], quoted: readonly boolean[], start: number, limit: number): number {
  const first = sentence[start]
  if (!first) return start
  if (CONJUNCTION.test(first.lower)) return sentence[start + 1]?.text === ',' ? start + 2 : start + 1
  if (!opensNoSubject(first) && !/(?:ing|ed)$/.test(first.lower) && !opensWithAdverb(sentence, start)) return start
  for (let at = start + 1; at + 1 < Math.min(limit, start + LONGEST_SUBJECT); at++) {
    // “On “Face the State,” Roe said”: the comma stands in the marks.
    if (quoted[at] && !quoted[start + 1]) return start
    const comma = quoted[at + 1] ? -1 : quoted[at] ? at - 1 : at
    if (sentence[comma]?.text === ',' && startsPhrase(sentence[at + 1] as Token)) return at + 1
  }
  return start
}

/** “Essentially, her lawyers found”, “Hours later, Roe said”: how or when something was. */
function opensWithAdverb(sentence: readonly Token[], at: number): boolean {
  const { lower } = sentence[at] as Token
  if (lower.endsWith('ly') || (/^(?:more|most)$/.test(lower) && sentence[at + 1]?.lower.endsWith('ly'))) return true
  return sentence
    .slice(at, at + LONGEST_TIME)
    .some(({ lower }, index) => PASSED.test(lower) && SINCE.test(sentence[at + index + 1]?.lower ?? ''))
}

/** A word that may open a sentence, with a capital that tells nothing. */
export function opensSentence(token: Token): boolean {
  return opensNoSubject(token) || DETERMINERS.test(token.lower)
}

function opensNoSubject({ lower }: Token): boolean {
  return OPENERS.has(lower) || lower === 'its'
}

function isName(sentence: readonly Token[], from: number, to: number): boolean {
  return sentence.slice(from, to).every(({ capital, lower }) => capital && !DETERMINERS.test(lower))
}
