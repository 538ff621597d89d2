/** Where the noun phrases around an English verb begin and end, read without a parser. */
import { isDash, type Token } from '../1-document/tokens.ts'
import { AUXILIARY, cueShare, isVerb, VERB, VERB_SHARE } from './english-cues.ts'

/** From this share on a word ends the noun phrase before it. */
const CLAUSE_SHARE = 0.25
/** Words that a clause does not begin before. */
export const BOUNDARY = new Set([
  'that',
  'as',
  'when',
  'while',
  'because',
  'if',
  'after',
  'before',
  'since',
  'although',
  'though',
  'which',
  'whether',
  'how',
  'what',
  'why',
  'where',
  'until',
  'unless',
  'but',
  'than',
])
/** Longest source, in tokens. */
const LONGEST_SOURCE = 30
/** Words that the object of a verb opens with; any other word behind a participle is described by it, or describes it. */
export const OPENS_OBJECT =
  /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|him|them|it|us|me|out|up|off|away|back|to|into|\p{L}{3,}ly)$/u
/** Words that follow a participle which describes the noun before it: “a report released by the council last month”. */
export const BEHIND_PARTICIPLE =
  /^(?:by|in|on|at|from|to|with|under|for|against|ahead|last|this|earlier|yesterday|during|after|before|of|as|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
/** Longest chain of appositions behind a name, in parts between commas. */
const MOST_PARTS = 4
/** Longest name of a person with a title, and what stands in brackets behind it, in tokens. */
const LONGEST_PERSON = 5
const LONGEST_BRACKET = 8
/** What stands ahead of a place, not of a person. */
const AHEAD_OF_PLACE = /^(?:in|at|near|from|of|to|the|outside|across)$/
/** What stands ahead of a noun. */
const AHEAD_OF_NOUN = /^(?:for|of|in|on|by|with|from|at|the|an?|his|her|its|their|our|my)$/
/** A source without an apposition is no longer than this, in tokens. */
const LONGEST_NAME = 11
/** Words that open a sentence and no noun phrase. */
export const NO_OPENING =
  /^(?:and|but|or|so|yet|in|on|at|by|with|for|from|to|of|after|before|during|since|until|under|over|through|between|despite|like|he|she|it|they|we|i|you|there|this|that|these|those|here|now|then|still)$/
/** What no source begins with. */
const PREPOSITION = /^(?:over|under|into|against|through)$/
/** Words that alone are no noun phrase. */
const NO_NOUN =
  /^(?:however|ever|already|also|too|then|now|yet|away|instead|though|meanwhile|otherwise|again|once|twice|much|so|even|still|the|past|publicly|privately|essentially|ultimately|eventually|finally|later|earlier)$/
/** Words that follow a participle which is a verb. */
const NOT_MODIFIED =
  /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|him|them|it|us|me|in|on|at|by|with|for|from|to|of|as|about|against|into|over|and|or|but|who|what|how|why|when|where|whether|if|last|\p{L}+ly|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u
/** Words behind a comma that begin a new clause and no apposition. */
const NO_APPOSITION =
  /^(?:and|but|while|when|as|which|where|adding|noting|saying|referring|speaking|in|on|after|before|with|he|she|they|it|if|because|during|at|according|told|said|so|or|compared|given|despite|although|though|even)$/
/** Words that end a noun phrase outside an apposition. */
const NO_SOURCE = /^(?:in|on|after|during|while|when|as|before|because|that|if|at|by|but|told|said|who)$/
/** Words behind which a noun or its adjective stands. */
const DETERMINER = /^(?:an?|the|this|that|his|her|its|their)$/
/** What stands ahead of a noun and its adverbs. */
const COUNTS = /^(?:an?|the|this|his|her|its|their|one|another|some|any|no|each|every|many|most|several|few|two|three)$/
/** Days and times of day. */
const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|week|month|year|morning|afternoon|evening|night|summer|spring|fall|winter|january|february|march|april|june|july|august|september|october|november|december)$/

/** Whether a noun phrase may begin with a token. */
export function startsPhrase(token: Token): boolean {
  return (
    token.capital ||
    /^(?:the|a|an|he|she|they|it|one|two|his|her|some|many|several|all|most|both|few|officials|police|sources|we|i|another|its|their|this)$/.test(
      token.lower,
    )
  )
}

/** Longest title without an article, in tokens. */
const LONGEST_TITLE = 5
/** Words that no title has. */
const NO_TITLE =
  /^(?:and|or|but|of|with|for|from|to|in|on|at|by|as|about|after|before|when|while|because|if|than|that|which|who|not|so|too|then|there|here|earlier|later|again|is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|should|i|you|we|\p{L}+ly)$/u

/**
 * @param sentence tokens of a sentence
 * @param at where a noun phrase may begin
 * @returns whether the title of a person without an article stands there, and the name: said hotel owner Jane Roe
 */
export function startsTitle(sentence: readonly Token[], at: number): boolean {
  for (let end = at; end < sentence.length && end - at <= LONGEST_TITLE; end++) {
    const { word, capital, lower } = sentence[end] as Token
    // “said 9/11 widow Jane Roe”
    if (lower === '/' && end > at) continue
    if (!word || NO_TITLE.test(lower)) return false
    // “said former Osage adviser Jane Roe”: a name inside the title is no end of it.
    if (capital && sentence[end + 1]?.capital) return end > at
  }
  return false
}

/** “retired general Roe”: a participle that a noun follows. */
function isModifier([participle, next]: readonly Token[]): boolean {
  return participle?.lower.endsWith('ed') === true && next?.word === true && !NOT_MODIFIED.test(next.lower)
}

/** A noun phrase neither begins with a participle nor ends with a function word. */
export function isNounPhrase(phrase: readonly Token[]): boolean {
  const first = phrase[0] as Token
  const last = phrase.at(-1) as Token
  if (!first.capital && /(?:ing|ed)$/.test(first.lower) && !isModifier(phrase)) return false
  // “slightly above the median”
  if (isAdverb(first) && /^(?:above|below|over|under|before|after|behind|ahead|more|less)$/.test(phrase[1]?.lower ?? '')) return false
  // “over a flood wall first promised in May”
  if (PREPOSITION.test(first.text) && !/^\d/.test(phrase[1]?.text ?? '')) return false
  if (phrase.every(({ lower, word }) => !word || NO_NOUN.test(lower))) return false
  return (
    !/^(?:and|or|but|with|for|from|to|of|in|on|at|by|a|an|the|her|his|its|their|my|our|that|which)$/.test(last.lower) ||
    (phrase.length === 1 && /^(?:that|which|her|his|its|their|my|our)$/.test(last.lower))
  )
}

/** “the team had found nothing”: what has a verb ahead of any apposition or relative clause, or goes on long without one, is no noun phrase. */
export function isClause(words: readonly Token[]): boolean {
  // “said they feared layoffs”: a subject and what it does.
  if (words.length > 1 && /^(?:he|she|they|we|i|it)$/.test((words[0] as Token).lower)) return true
  let plain = 0
  for (const [at, { text, lower, capital }] of words.entries()) {
    if (/^(?:of|in|on|at|to|from|for|by|with)$/.test(lower)) plain = at
    if (text === ',' || /^(?:who|whom|whose|which|that|where)$/.test(lower)) return false
    if ((VERB.has(lower) && !capital) || /n['’]t$/.test(lower) || at - plain >= LONGEST_NAME) return true
    const describes = /(?:ing|ed|en|wn)$/.test(lower)
    if (at > 0 && !describes && isVerb(words[at] as Token)) return true
  }
  return false
}

/** Verbs that another one with “to” follows: “continues to insist”, “has yet to explain”. */
const CATENATIVE =
  /^(?:continu(?:e|es|ed|ing)|beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|try|tries|tried|trying|attempt(?:s|ed|ing)?|seek|seeks|sought|seeking|want(?:s|ed)?|plan(?:s|ned|ning)?|fail(?:s|ed)?|manage[sd]?|appear(?:s|ed)?|seem(?:s|ed)?|tend(?:s|ed)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|used|goes|went|going|rush(?:es|ed)?|proceed(?:s|ed)?|yet|hesitate[sd]?|prefer(?:s|red)?|cho(?:o)?se|expected|likely|able|unable|quick|forced)$/

/** In what something is said. */
const STATEMENT = /^(?:statement|interview|email|e-mail|tweet|speech|letter|post|release|memo)$/
/** Words between a subject and its verb that are neither adverbs by their form nor auxiliaries: “the senators both argued”. */
const FLOATING = /^(?:both|likewise|twice|thus|instead|somehow|all|each|best|well|alike|so|far|half)$/
/** Nouns that end as adverbs do. */
const NO_ADVERB = /^(?:ally|anomaly|assembly|bully|family|fly|jelly|monopoly|rally|reply|supply)$/

/**
 * @param token a token
 * @returns whether it is an adverb by its form: quickly, but not family
 */
export function isAdverb({ lower, capital }: Token): boolean {
  return lower.endsWith('ly') && !capital && !NO_ADVERB.test(lower)
}

/** Leftwards over auxiliaries, adverbs and times: “Axelrod on Wednesday called”, “Wells Fargo just this month announced”. */
export function verbGroupStart(sentence: readonly Token[], quoted: readonly boolean[], at: number): number {
  let start = at
  for (;;) {
    const before = sentence[start - 1]
    if (!before || quoted[start - 1]) return start
    // “Theresa May said”: a name.
    if (before.lower === 'may' && before.capital && sentence[start - 2]?.capital) return start
    if (sentence[start - 2]?.word && FLOATING.test(before.lower) && !before.capital) start--
    else if (AUXILIARY.has(before.lower) || /n['’]t$/.test(before.lower) || isAdverb(before)) start--
    // “and in a statement praised”
    else if (STATEMENT.test(before.lower) && /^an?$/.test(sentence[start - 2]?.lower ?? '') && sentence[start - 3]?.lower === 'in')
      start -= 3
    // “have in the past said”
    else if (before.lower === 'past' && sentence[start - 2]?.lower === 'the' && sentence[start - 3]?.lower === 'in') start -= 3
    else if (CATENATIVE.test(before.lower) && sentence[start]?.lower === 'to' && start < at) start--
    else if (start > 1 && isWhen(before) && /^(?:on|in|last|this|late|early|earlier)$/.test((sentence[start - 2] as Token).lower))
      start -= 2
    else return start
  }
}

/** A day, a month, a year. */
export function isWhen({ lower }: Token): boolean {
  return WHEN.test(lower) || /^(?:19|20)\d\d$/.test(lower)
}

/** Leftwards over the noun phrase that ends before a verb, with its apposition. */
export function phraseStart(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  let start = end
  let commas = 0
  let brackets = 0
  let list = false
  while (start > 0 && end - start < 24) {
    const before = sentence[start - 1] as Token
    if (quoted[start - 1]) break
    if (before.text === ',') {
      // “Jane Roe, a spokeswoman for Acme, said”: two commas enclose an apposition.
      if (start === end) {
        // “Jane Roe (D-Ore.), said”: the bracket is the apposition.
        commas = sentence[start - 2]?.text === ')' ? 0 : 1
        start--
        continue
      }
      if (commas === 1) {
        commas = 2
        start--
        continue
      }
      // “Jane Roe (D-Ore.), John Doe and Ann Poe said”
      const name = list ? nameStart(sentence, quoted, start - 1) : -1
      if (name >= 0) {
        start = name
        continue
      }
      break
    }
    // “Orsa Ovens (NASDAQ: OROV)”
    const inBracket = before.text === ':' && brackets > 0
    if (!before.word && !inBracket && (!/^[$%'’()&/@-]$/.test(before.text) || isDash(sentence, start - 1))) break
    if (before.text === ')') brackets++
    if (before.text === '(' && brackets-- === 0) break
    if (commas === 1) {
      start--
      continue
    }
    // “The council, which vowed …”: the pronoun of the relative clause is its subject.
    if (start === end && /^(?:which|that)$/.test(before.lower)) return start - 1
    if (BOUNDARY.has(before.lower)) break
    // A verb belongs to another clause; so does a subject pronoun that does not stand right before the cue.
    if (
      !before.capital &&
      (VERB.has(before.lower) || cueShare(before.lower) >= CLAUSE_SHARE || endsClause(sentence, start - 1)) &&
      !premodifies(sentence, start - 1)
    )
      break
    // “She and her husband supported”, “my brother and I thought”
    const joined = sentence[start]?.lower === 'and' || (before.text === 'I' && sentence[start - 2]?.lower === 'and')
    if (start < end && tells(sentence, start - 1)) break
    if (/^(?:he|she|they|we|i|who)$/.test(before.lower) && !joined) return start === end ? start - 1 : start
    if (before.lower === 'and') {
      const name = start < end && (sentence[start] as Token).capital ? nameStart(sentence, quoted, start - 1) : -1
      if (name >= 0) {
        list = true
        start = name
        continue
      }
      if (!joinsNames(sentence, start - 1) && !opensSentence(sentence, start - 1)) break
    }
    start--
  }
  // One comma only: what stands before it is no apposition but another clause.
  if (commas === 1) return end
  if (commas === 2) start = bearerStart(sentence, quoted, start)
  // “On Tuesday Mr. Smith said”: the phrase begins behind the preposition's object.
  if (
    start < end &&
    /^(?:on|in|at|during|by|with|for|from|to|earlier|later|and|or|so|meanwhile|still|yet|then|thus|however)$/.test(
      (sentence[start] as Token).lower,
    )
  ) {
    // “On Friday the mayor, Jane Roe, said”: the name is an apposition.
    const comma = commas === 2 ? sentence.findIndex(({ text }, at) => at > start && text === ',') : end
    for (let at = comma - 1; at > start; at--) {
      if (
        (sentence[at] as Token).capital &&
        !(sentence[at - 1] as Token).capital &&
        !/^(?:of|the|for|and|de|von|van)$/.test((sentence[at - 1] as Token).lower)
      )
        return at
      if (/^(?:he|she|they|it|we|i|the|a|an)$/.test((sentence[at] as Token).lower)) return at
    }
    return start + 1 < end ? start + 1 : start
  }
  return start
}

/**
 * “Documents show officials warned”: what documents do, in a form that a noun has too.
 *
 * @param sentence tokens of a sentence
 * @param at a place among them
 * @returns whether such a verb stands there, behind a noun
 */
export function tells(sentence: readonly Token[], at: number): boolean {
  const before = sentence[at - 1]
  return (
    before?.word === true &&
    /^(?:show|suggest|indicate|reveal)$/.test((sentence[at] as Token).lower) &&
    !DETERMINER.test(before.lower) &&
    !/^(?:to|of|and|or)$/.test(before.lower)
  )
}

/**
 * “one widely shared voice note”
 *
 * @param sentence tokens of a sentence
 * @param at a place among them
 * @returns whether a participle stands there that describes a noun: between a determiner and it, adverbs aside
 */
export function premodifies(sentence: readonly Token[], at: number): boolean {
  const behind = sentence[at + 1]
  // “Roe’s verified Orsa page said”: its verb follows.
  const owned = /['’]s$/.test(sentence[at - 1]?.text ?? '') && /[a-z]{2}ed$/.test((sentence[at] as Token).lower)
  if (owned && sentence.slice(at + 2, at + 5).some(({ lower }) => cueShare(lower) >= CLAUSE_SHARE)) return true
  if (!/[a-z]{2}ed$/.test((sentence[at] as Token).lower) || !behind?.word || behind.capital) return false
  if (OPENS_OBJECT.test(behind.lower) || AUXILIARY.has(behind.lower) || isVerb(behind)) return false
  let before = at - 1
  while (before >= 0 && isAdverb(sentence[before] as Token)) before--
  // “his short, heavily guarded visit”
  if (before < at - 1 && sentence[before]?.text === ',' && COUNTS.test(sentence[before - 2]?.lower ?? '')) return true
  return before < at - 1 && COUNTS.test(sentence[before]?.lower ?? '')
}

/** A verb that neither describes the noun behind it (“the proposed rule”) nor the one before it (“a report released by”). */
function endsClause(sentence: readonly Token[], at: number): boolean {
  const verb = sentence[at] as Token
  // “advocates for stem cell research”: behind a preposition or an article stands no verb.
  if (!isVerb(verb) || AHEAD_OF_NOUN.test(sentence[at - 1]?.lower ?? '')) return false
  if (!/(?:ed|en|wn)$/.test(verb.lower)) return true
  const behind = sentence[at + 1]
  return behind === undefined || behind.capital || /^(?:\d|,)/.test(behind.text) || OPENS_OBJECT.test(behind.lower)
}

/** “Jane Roe, director of the fund, which …, said”, “Jane Roe, 59, of Ashton, Md., said”: leftwards to the name that an apposition is about. */
function bearerStart(sentence: readonly Token[], quoted: readonly boolean[], start: number): number {
  let from = start
  for (let part = 0; part < MOST_PARTS && sentence[from - 1]?.text === ','; part++) {
    const { text, capital, lower } = sentence[from] as Token
    // “Jane Roe, the Republican attorney general, one of those who …”
    const name = capital ? -1 : nameStart(sentence, quoted, from - 1)
    if (name >= 0) return name
    if (
      /^(?:its|his|her|their|our|my)$/.test(lower) ||
      ((capital || (sentence[from + 1]?.capital && !/^(?:of|from)$/.test(lower))) && !/^(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.)$/.test(text))
    )
      break
    let at = from - 1
    while (at > 0 && sentence[at - 1]?.word && !quoted[at - 1] && from - at <= LONGEST_NAME && !endsPart(sentence, at - 1)) at--
    const opens = sentence[at] as Token
    if (
      at === from - 1 ||
      /^(?:and|last|this|next|on|in|earlier|however|though|meanwhile|too|instead|nevertheless|still|moreover)$/.test(opens.lower)
    )
      break
    from = at
  }
  return from
}

/**
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param end a comma or a conjunction
 * @returns where the full name begins that ends there, with what stands in brackets behind it; −1 for none
 */
function nameStart(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  let last = end
  if (sentence[last - 1]?.text === ')') {
    while (last > 0 && end - last < LONGEST_BRACKET && sentence[last - 1]?.text !== '(') last--
    last--
  }
  let at = last
  while (at > 0 && last - at <= LONGEST_PERSON && sentence[at - 1]?.capital && !quoted[at - 1]) at--
  const first = sentence[at]
  const ahead = sentence[at - 1]?.lower ?? ''
  const names = last - at >= 2 && last - at <= LONGEST_PERSON
  return names && first && !NO_OPENING.test(first.lower) && !isWhen(first) && !AHEAD_OF_PLACE.test(ahead) ? at : -1
}

function endsPart(sentence: readonly Token[], at: number): boolean {
  const { lower, capital } = sentence[at] as Token
  return !capital && (BOUNDARY.has(lower) || VERB.has(lower) || endsClause(sentence, at))
}

/** “Experts on trade and finance said”: what stands from the beginning of the sentence on is one noun phrase. */
function opensSentence(sentence: readonly Token[], at: number): boolean {
  if (at === 0 || at > LONGEST_NAME || NO_OPENING.test((sentence[0] as Token).lower)) return false
  for (let index = 0; index < at; index++) {
    const { word, lower, capital } = sentence[index] as Token
    if (!word || BOUNDARY.has(lower) || VERB.has(lower) || /^(?:to|not)$/.test(lower)) return false
    if (index > 0 && !capital && (cueShare(lower) >= VERB_SHARE || /(?:ed|ing)$/.test(lower))) return false
  }
  return true
}

function joinsNames(sentence: readonly Token[], at: number): boolean {
  const before = sentence[at - 1]
  const after = sentence[at + 1]
  return (
    before?.word === true &&
    after?.word === true &&
    (before.capital === after.capital ||
      after.text === 'I' ||
      /^(?:he|she|they|we|i)$/.test(before.lower) ||
      (before.capital && /^(?:others?|his|her)$/.test(after.lower)))
  )
}

/** Rightwards over a noun phrase with its apposition; inside an apposition and brackets nothing but its end ends it. */
export function phraseEnd(sentence: readonly Token[], quoted: readonly boolean[], start: number, loose = false): number {
  let end = start
  let apposition = loose
  let brackets = 0
  while (end < sentence.length && end - start < LONGEST_SOURCE && !quoted[end]) {
    const token = sentence[end] as Token
    if (token.text === '(') brackets++
    if (token.text === ')') brackets--
    if (brackets > 0 || token.text === ')') {
      end++
      continue
    }
    if (/^[.;:!?“"]$|^--$|^—$/.test(token.text)) break
    if (token.text === ',') {
      const next = sentence[end + 1]
      // “According to the council, the work …”: here the comma ends the source.
      // … but “According to her brother, Sekou, …” names him.
      const named = next?.capital === true && sentence[end + 2]?.text === ','
      if (loose && start <= 2 && !named && !/^(?:an?|who)$/.test(next?.lower ?? '')) break
      if (
        !next ||
        quoted[end + 1] ||
        NO_APPOSITION.test(next.lower) ||
        (VERB.has(next.lower) && !next.capital) ||
        !/^(?:a|an|the|who|\p{L}+|\d+)$/u.test(next.text)
      )
        break
      apposition = true
    } else if (end > start && isTimePhrase(sentence, end) && !(loose && sentence[end - 1]?.lower.endsWith('ed'))) break
    else if (end > start && !apposition && NO_SOURCE.test(token.lower)) {
      const comma = token.lower === 'who' && !loose ? commaBeforeName(sentence, quoted, end) : -1
      if (comma < 0) break
      apposition = true
      end = comma
    }
    end++
  }
  return end
}

/** “The firefighter who reached him, Lidia Paz.”: the comma between what somebody did and his name; −1 where there is none. */
function commaBeforeName(sentence: readonly Token[], quoted: readonly boolean[], who: number): number {
  if (sentence[who - 1]?.capital !== false) return -1
  for (let at = who + 1; at < sentence.length && at - who < LONGEST_NAME && !quoted[at]; at++) {
    const { text } = sentence[at] as Token
    if (/^[.;:!?]$/.test(text)) return -1
    if (text !== ',') continue
    let end = at + 1
    while (sentence[end]?.capital === true) end++
    return end - at > 2 && /^[.,]$/.test(sentence[end]?.text ?? '.') ? at : -1
  }
  return -1
}

/** “on Tuesday”, “last week”, “in a statement”: when and where it was said. */
function isTimePhrase(sentence: readonly Token[], at: number): boolean {
  // “a Wednesday editorial”, “a late January study”: a time of a thing.
  const ahead = /^(?:late|early|mid)$/.test(sentence[at - 1]?.lower ?? '') ? at - 2 : at - 1
  if (DETERMINER.test(sentence[ahead]?.lower ?? '')) return false
  const first = (sentence[at] as Token).lower
  const second = sentence[at + 1]?.lower ?? ''
  if (/^(?:on|in|last|this|late|early|earlier)$/.test(first) && WHEN.test(second)) return true
  if (WHEN.test(first) && first !== 'may') return true
  return first === 'in' && /^an?$/.test(second) && STATEMENT.test(sentence[at + 2]?.lower ?? '')
}
