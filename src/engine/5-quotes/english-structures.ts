/**
 * English cues in their structures: “S said C”, “C, S said”, “C, said S”, “according to S, C”, “C, V-ing”. Who is the source
 * of a verb is found in english-sources.ts, where its phrases end in english-phrases.ts.
 */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import { startsSurname } from '../4-names/english-words.ts'
import type { Mention } from '../4-names/mention.ts'
import {
  ADVERBIAL,
  behindHearers,
  commaBehindTime,
  isTail,
  mannerEnd,
  opensWithCircumstance,
  reportBehind,
} from './english-circumstances.ts'
import { readCitation } from './english-citations.ts'
import { AUXILIARY, BE, cueShare, type Found, isVerb, QUOTES } from './english-cues.ts'
import { isNoCue } from './english-noncues.ts'
import {
  BEHIND_PARTICIPLE,
  isAdverb,
  isClause,
  isNounPhrase,
  phraseEnd,
  phraseStart,
  startsPhrase,
  startsTitle,
  verbGroupStart,
} from './english-phrases.ts'
import { openingSubject, opensSentence, sourceRange, subjectWithAside } from './english-sources.ts'
import type { Quotation } from './marks.ts'

/** Share of a word's uses that are cues, from which it is read in each structure rather than in the next one. */
const SHARE = { quoted: 0.12, trailing: 0.3, participle: 0.3, as: 0.5 }
/** A word that is a cue in fewer of its uses is not looked at. */
const LEAST_SHARE = 0.03
/** A report is no shorter, in UTF-16 units. */
const SHORTEST_REPORT = 4
/** Who acts, whoever stands behind “by”. */
const ACTS = /^(?:he|she|they|i|we|it|who)$/
/** Verbs that a subject stands behind where something else opens the sentence. */
const COPULA = /^(?:is|are|was|were|comes|came|stands|stood)$/
const ADVERB = /^(?:not|also|now|best|well|still|once|often|always|already|being|\p{L}+ly)$/u
/** What somebody is who believes or feels something: “were hopeful that …”, “is concerned about …”. */
const STATE =
  /^(?:adamant|afraid|alarmed|angry|anxious|appalled|aware|certain|committed|concerned|confident|convinced|critical|delighted|determined|disappointed|dismayed|dismissive|doubtful|eager|frustrated|furious|glad|grateful|happy|hopeful|insistent|keen|mindful|nervous|optimistic|opposed|outraged|pessimistic|pleased|proud|ready|relieved|reluctant|satisfied|s[ck]eptical|shocked|sorry|supportive|sure|surprised|thrilled|unaware|uncertain|unconvinced|unhappy|unsure|upset|wary|willing|worried)$/
/** Verbs that stand ahead of their subject where what was said stands before, without marks. */
const INVERTS =
  /^(?:said|says|wrote|writes|adds?|added|admits?|admitted|advis(?:es|ed)|announce[sd]|argue[sd]|boast(?:s|ed)|caution(?:s|ed)|claim(?:s|ed)|complain(?:s|ed)|conclude[sd]|confirm(?:s|ed)|declare[sd]|estimate[sd]|explain(?:s|ed)|insist(?:s|ed)|joke[sd]|laughed|note[sd]|observe[sd]|predict(?:s|ed)|quip(?:s|ped)|recall(?:s|ed)|recount(?:s|ed)|remark(?:s|ed)|repl(?:ies|ied)|report(?:s|ed)|respond(?:s|ed)|reveal(?:s|ed)|state[sd]|suggest(?:s|ed)|tweet(?:s|ed)|warn(?:s|ed)|acknowledge[sd]|agree[sd]|allege[sd]|assert(?:s|ed)|believe[sd]|concede[sd]|contend(?:s|ed)|maintain(?:s|ed)|promise[sd]|read)$/
/** Longest source between the commas of a clause, in tokens. */
const LONGEST_MIDDLE = 9
/** Longest clause that opens a sentence, in tokens. */
const LONGEST_CLAUSE = 30
/** What the writer adds: “…,” she said, to boos; which got a laugh. */
const ADDS = /^(?:to|which)$/
/** What somebody does before he speaks, in tokens. */
const LONGEST_ACT = 24
/** What somebody does besides speaking. */
const MEANWHILE = /^(?:before|after|while|when)$/
/** Who is told something in the passive voice says nothing. */
const TOLD = /^(?:told|informed|warned|assured|reminded|advised|notified)$/
const ASKS_OF = /^(?:whether|if|about|how|what|why|when|where|by|on|at|in|to)$/
/** Words that open a clause of time, or of what somebody was asked. */
const OCCASION = /^(?:when|while|asked|told|pressed|questioned|after|before|as|speaking)$/
/** Words that open a clause inside a sentence. */
const CLAUSE = /^(?:when|while|after|before|because|although|though|since|where)$/
/** What a verb takes. */
const OBJECT = /^(?:them|him|her|it|me|us|the|an?|his|their|my|its)$/
/** “Roe shot back.”: no report. */
const PARTICLE = /^(?:back|away|along|over|ahead)[.!?]?$/
/** What tells who somebody is, ahead of a preposition. */
const DESCRIBES = /[a-z]{3}ed$|^(?:familiar|close)$/

/** A verb that may be a cue, where it stands. */
interface Verb {
  sentence: readonly Token[]
  /** For each token whether it stands in marks. */
  quoted: readonly boolean[]
  at: number
  /** The sentence and its quotations. */
  span: Span
  inside: readonly Quotation[]
  token: Token
  /** Share of the word's uses that are cues. */
  share: number
  next: Token | undefined
  /** Where its auxiliaries begin, and what stands before them. */
  start: number
  before: Token | undefined
  /** Words in marks stand right before it: “…,” said Roe. */
  leftQuoted: boolean
  /** “was saying” */
  progressive: boolean
}

/** Who stands before a verb. */
interface Source {
  speaker: Mention
  /** It is the verb's own subject, and not carried over. */
  own: boolean
  /** The token it begins with, where that stands, and the token ahead. */
  start: number
  startsAt: number
  boundary: Token | undefined
  /** Words in marks stand right before it. */
  behindMarks: boolean
  /** “who”, “which” */
  relative: boolean
  /** A report may stand before it. */
  contentLeft: boolean
}

/** Reads the cues of an article, one sentence after the other. */
export class CueReader {
  /** The last subject, which verbs go on with that have none of their own. */
  subject: Mention | null = null
  readonly #article: Article

  /** @param article the clean article */
  constructor(article: Article) {
    this.#article = article
  }

  /**
   * Reads a token as a cue.
   *
   * @param sentence tokens of a sentence
   * @param quoted for each of them whether it stands in marks
   * @param at the token
   * @param span where the sentence stands
   * @param inside its quotations
   * @returns the cue in its structure; null where the token is none
   */
  read(sentence: readonly Token[], quoted: readonly boolean[], at: number, span: Span, inside: readonly Quotation[]): Found | null {
    const token = sentence[at] as Token
    if (!token.word) return null
    const citation = readCitation(this.#article, sentence, quoted, at, span)
    if (citation) this.subject = citation.speaker
    if (citation !== undefined) return citation
    const share = cueShare(token.lower)
    if (share < LEAST_SHARE || isNoCue(sentence, at, share)) return null
    const start = verbGroupStart(sentence, quoted, at)
    const verb: Verb = {
      sentence,
      quoted,
      at,
      span,
      inside,
      token,
      share,
      next: sentence[at + 1],
      start,
      before: sentence[start - 1],
      leftQuoted: start > 0 && quoted[start - 1] === true,
      progressive: token.lower.endsWith('ing') && sentence.slice(start, at).some(({ lower }) => BE.test(lower)),
    }
    return (
      (start === at ? (this.#invertedTag(verb) ?? this.#invertedMiddle(verb)) : null) ??
      (token.lower.endsWith('ing') && !verb.progressive ? this.#participle(verb) : this.#finite(verb))
    )
  }

  /** What stands left of a place: the sentence, or “Roe answered with a smile: “Ask me,” she said”: what the colon opens. */
  #left({ inside, span }: Verb, end: number): Span {
    const said = inside.findLast(({ outerEnd }) => outerEnd <= end)
    const opened = said && end - said.outerEnd <= 1 && /: ?$/.test(this.#article.folded.slice(said.outerStart - 2, said.outerStart))
    return { start: opened ? said.outerStart : span.start, end }
  }

  /** “…,” she said. “…”: the quotation behind the cue, if any. */
  #quotationBehind({ sentence, at, token, inside }: Verb): Span[] {
    const rest = inside.find((quotation) => quotation.outerStart >= token.end)
    // “…,” said Roe, adding that she was “frozen out”: the words of another cue do not go on.
    const within = rest && /[\p{L}\p{N}] ?$/u.test(this.#article.folded.slice(rest.outerStart - 2, rest.outerStart))
    const announced =
      within && sentence.slice(at + 1, at + 1 + LONGEST_CLAUSE).some((word) => word.end < rest.outerStart && isParticiple(word))
    return rest && !announced ? [{ start: rest.outerStart, end: rest.outerEnd }] : []
  }

  /** “C, said S”, “Said S: C”: the source stands behind the verb. */
  #invertedTag(verb: Verb): Found | null {
    const { sentence, quoted, at, span, token, share, next, before, leftQuoted } = verb
    if (!next || !(startsPhrase(next) || startsTitle(sentence, at + 1) || startsSurname(sentence, at + 1)) || share < SHARE.quoted)
      return null
    const leftComma = before?.text === ','
    const end = phraseEnd(sentence, quoted, at + 1)
    // Said Roe: “…”. “In other words, explained the mayor: “…””
    const reports = INVERTS.test(token.lower)
    const announces = reports && (at === 0 || leftComma) && sentence[end]?.text === ':'
    // “Roe called it “late,” praised her aides and left”: only words that open a sentence stand before any verb.
    const inverts = (leftQuoted ? reports || quoted[0] === true : leftComma && reports) && !isClause(sentence.slice(at + 1, end))
    const speaker = announces || inverts ? readPhrase(sentence.slice(at + 1, end), this.#article.text) : null
    if (!speaker) return null
    if (announces) {
      this.subject = speaker
      const contents = [{ start: (sentence[end] as Token).end, end: span.end }]
      return { from: at, to: at + 1, speaker, contents, structure: 'right', share }
    }
    // Without marks, “C, said S on Monday.” has no other verb; else the comma closes an apposition: “Jane Roe, a lawyer, said C”.
    const closes =
      sentence.slice(0, at).some((word) => isVerb(word) || AUXILIARY.has(word.lower)) &&
      speaker.form !== 'pronoun' &&
      subjectWithAside(sentence, quoted, at) === null &&
      (/^sa(?:id|ys)$/.test(token.lower) ? isTail(sentence.slice(end)) : sentence.slice(end).every((rest) => !rest.word))
    if (!leftQuoted && !closes) return null
    // “…,” said Roe, adding that …
    this.subject = speaker
    return {
      from: at,
      to: at + 1,
      speaker,
      contents: [this.#left(verb, token.start), ...this.#quotationBehind(verb)],
      structure: 'leftVS',
      share,
    }
  }

  /** “The trick, explains Jane Roe, is …”: the source stands in the middle. */
  #invertedMiddle(verb: Verb): Found | null {
    const { sentence, at, span, token, share, next, before, leftQuoted } = verb
    if (before?.text !== ',' || leftQuoted || !next || !INVERTS.test(token.lower) || share < SHARE.trailing) return null
    if (!next.capital && !startsTitle(sentence, at + 1)) return null
    const end = at + 1 + sentence.slice(at + 1, at + 1 + LONGEST_MIDDLE).findIndex(({ word }) => !word)
    const isSource = end > at + 1 && sentence[end]?.text === ',' && !isClause(sentence.slice(at + 1, end))
    const speaker = isSource ? readPhrase(sentence.slice(at + 1, end), this.#article.text) : null
    if (speaker?.kind !== 'person' || speaker.form !== 'name') return null
    const contents = [this.#left(verb, before.start), { start: (sentence[end] as Token).end, end: span.end }]
    return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
  }

  /** “C, V-ing C”, “Citing C, S urged”, “footage of S asking, C”. */
  #participle({ sentence, quoted, at, span, token, share }: Verb): Found | null {
    if (share < SHARE.participle) return null
    // “footage of Jane Roe asking, “…””: the name right before it does.
    let nameStart = at
    while (nameStart > 0 && (sentence[nameStart - 1] as Token).capital && !quoted[nameStart - 1]) nameStart--
    const named = nameStart > 0 && nameStart < at ? readPhrase(sentence.slice(nameStart, at), this.#article.text) : null
    const main = named ? null : this.#behindComma(sentence, quoted, at)
    if (main) {
      // “Citing the attack, Roe urged”, but not “Writing on his blog, Roe called”.
      const comma = sentence.findIndex(({ text }, index) => index > at && text === ',')
      const content = { start: token.end, end: (sentence[comma] as Token).start }
      if (ADVERBIAL.test(this.#article.folded.slice(content.start, content.end).trim())) return null
      return { from: at, to: at + 1, speaker: main, contents: [content], structure: 'participle', share }
    }
    const speaker =
      named ?? this.#absolute(sentence, quoted, at) ?? this.#lastBehind(sentence, at) ?? this.opening(sentence, quoted, at) ?? this.subject
    const report = reportBehind(this.#article.folded, sentence, at, { start: token.end, end: span.end })
    return { from: at, to: at + 1, speaker, contents: [report], structure: 'participle', share }
  }

  /** A finite verb: its source stands before it, or behind “by”. */
  #finite(verb: Verb): Found | null {
    const { sentence, token, next, before } = verb
    // “Jane Roe, asked whether she knew, said”: who is asked asks nothing.
    if (token.lower === 'asked' && before?.text === ',' && ASKS_OF.test(next?.lower ?? '')) return null
    const range = sourceRange(sentence, verb.quoted, verb.at, verb.start)
    const doer = this.#hasDoer(verb) ? this.#doerBehind(sentence, verb.quoted, verb.at) : null
    if (doer) return doneBy(verb, doer, range)
    const source = this.#sourceOf(verb, range)
    return source && (this.#commented(verb, source) ?? this.#sided(verb, source))
  }

  /** “they were told by the council”: but for who is told, a pronoun acts himself. */
  #hasDoer({ sentence, at, token, before, progressive, leftQuoted }: Verb): boolean {
    const passive = BE.test(sentence[at - 1]?.lower ?? '')
    const isTold = TOLD.test(token.lower) && passive
    return !progressive && !leftQuoted && !(QUOTES.test(token.lower) && passive) && (isTold || !ACTS.test(before?.lower ?? ''))
  }

  /** Who stands before a verb, or is carried over to it; null where nobody is its source. */
  #sourceOf(verb: Verb, { start, end }: Span): Source | null {
    const { sentence, quoted, at, token, before, leftQuoted } = verb
    const whole = sentence.slice(start, end)
    const found = whole.length > 0 && isNounPhrase(whole) ? readPhrase(whole, this.#article.text) : null
    // “Nobody asked the economist”: nothing is said.
    if (found && whole.length === 1 && /^(?:nobody|none)$/.test((whole[0] as Token).lower)) return null
    const carries = found === null && (whole.length > 0 || /^(?:and|but|,)$/.test(before?.lower ?? '') || (leftQuoted && !quoted[0]))
    const speaker =
      found ?? (carries ? (this.#inClause(sentence, quoted, verb.start) ?? this.#goingOn(this.opening(sentence, quoted, at))) : null)
    if (found?.form === 'pronoun' && /^(?:wh|that$)/.test((whole[0] as Token).lower))
      found.antecedent = this.#bearer(sentence, quoted, start)
    if (found) this.subject = found
    if (!speaker) return null
    const boundary = sentence[start - 1]
    const relative = found !== null && /^(?:who|which|that)$/.test((whole[0] as Token).lower)
    return {
      speaker,
      own: found !== null,
      start,
      startsAt: (sentence[start] ?? token).start,
      boundary,
      behindMarks: quoted[start - 1] === true,
      relative,
      contentLeft:
        found !== null && boundary !== undefined && !relative && (quoted[start - 1] === true || /^(?:,|—|--)$/.test(boundary.text)),
    }
  }

  /** “C, as Roe noted.”, ““C,” as Roe put it.”: a clause that follows what it is about, but “as Roe put it, “…”” announces. */
  #commented(verb: Verb, { speaker, own, start, boundary }: Source): Found | null {
    const { sentence, quoted, at, span, token, share, next } = verb
    const follows = own && boundary?.lower === 'as' && (sentence[start - 2]?.text === ',' || quoted[start - 2] === true)
    const end = /^puts?$/.test(token.lower) && next?.lower === 'it' ? at + 2 : at + 1
    if (!follows || sentence[end]?.word || quoted[end + 1]) return null
    const contents = [this.#left(verb, boundary.start)]
    const comma = sentence[end]?.text === ',' ? sentence[end] : undefined
    // “The plan, as Roe put it, is late”: it goes on behind the comma.
    if (comma) contents.push({ start: comma.end, end: span.end })
    const structure = comma ? 'middle' : 'trailing'
    return { from: at, to: at + 1, speaker, contents, structure, share: Math.max(share, SHARE.as) }
  }

  /** “C, S said.”, “C, S said Tuesday, C”, ““C,” S said, “C””, “S said C”: on which side of source and verb the report stands. */
  #sided(verb: Verb, source: Source): Found | null {
    const { sentence, quoted, at, span, token, share, next, start: verbStart, progressive } = verb
    const { speaker, startsAt, boundary, behindMarks, relative, contentLeft } = source
    const right = { start: token.end, end: span.end }
    const rightText = this.#article.folded.slice(right.start, right.end).trim()
    // “is also widely expected”: adverbs stand between.
    const be = sentence.slice(verbStart, at).findLast(({ lower }) => !ADVERB.test(lower))
    const passive = !progressive && BE.test(be?.lower ?? '') && token.lower !== 'quoted' && !STATE.test(token.lower)
    const nextQuoted = quoted[at + 1] === true || (quoted[at + 2] === true && !(sentence[at + 1] as Token).word)
    if (passive && !nextQuoted) return null
    // “In a letter, the mayor conceded last year that …”: a report stands behind the time.
    // “Tickets, the club confirmed last night, have gone”: so does the rest of one.
    const comma = commaBehindTime(sentence, at + 1)
    const rest = sentence[comma]?.text === ',' ? sentence[comma + 1] : undefined
    const goesOnBehind = rest !== undefined && (isVerb(rest) || AUXILIARY.has(rest.lower))
    const late = ADVERBIAL.test(behindHearers(token, rightText)) && !/ that /.test(rightText) && !goesOnBehind
    // “None has come, Roe claims.”: no noun stands behind a name. “…, the council decided on Monday”: a time is no report.
    const says = share >= (late || (speaker.kind === 'person' && speaker.form !== 'description') ? SHARE.quoted : SHARE.trailing)
    if (contentLeft && (rightText.replace(/[.!?”"’\s]/g, '') === '' || late) && says)
      return isOccasion(verb, source)
        ? null
        : { from: at, to: at + 1, speaker, contents: [this.#left(verb, startsAt)], structure: 'trailing', share }
    // “In an interview, she said, “…””: what stands before is no report.
    const circumstance = opensWithCircumstance(sentence)
    const opensQuotation = circumstance && next?.text === ',' && quoted[at + 2] === true && !behindMarks
    // “C, S said Tuesday, adding that …”
    if (contentLeft && sentence[comma]?.text === ',' && !opensQuotation && share >= SHARE.trailing) {
      const contents = [this.#left(verb, startsAt)]
      if (!saysNoMore(sentence, comma, behindMarks)) {
        // “Oh,” she said, quite loudly, “there you are.”: how it is said stands between.
        const goesOn = sentence[comma + 1]?.word && !quoted[comma + 1] ? mannerEnd(sentence, quoted, comma + 1) : comma
        contents.push({ start: (sentence[goesOn] as Token).end, end: span.end })
      }
      return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
    }
    // “On “Face the State,” she said the plan was late”: the quotation is where it was said.
    const tellsWhere = circumstance && !quoted[0]
    if (contentLeft && !tellsWhere && behindMarks && share >= SHARE.quoted) {
      const contents = [this.#left(verb, startsAt), ...this.#quotationBehind(verb)]
      return { from: at, to: at + 1, speaker, contents, structure: 'leftQuoted', share }
    }
    // “Roe added:”, “Roe wrote on her page:”
    if (sentence.at(-1)?.text === ':' && /^(?:[^,]{0,70}:)?$/.test(rightText) && ADVERBIAL.test(rightText.slice(0, -1)))
      return { from: at, to: at + 1, speaker, contents: [], structure: 'right', share }
    if (rightText.length < SHORTEST_REPORT || PARTICLE.test(rightText)) return null
    // “The union, which vowed to fight the plan, sent nobody”: the clause ends with its comma.
    const close =
      relative && boundary?.text === ','
        ? sentence.findIndex(({ text }, index) => index > at && text === ',' && (!quoted[index] || !quoted[index + 2]))
        : -1
    if (close > 0) right.end = (sentence[close] as Token).start
    return { from: at, to: at + 1, speaker, contents: [reportBehind(this.#article.folded, sentence, at, right)], structure: 'right', share }
  }

  /** “They met, each accusing the other”, “with several aides warning of delay”: who stands between a comma, or “with”, and a participle. */
  #absolute(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | null {
    let start = at
    while (start > 0 && at - start <= LONGEST_MIDDLE) {
      const before = sentence[start - 1] as Token
      if (quoted[start - 1] || isVerb(before)) return null
      if (before.text === ',' || before.lower === 'with') break
      start--
    }
    const phrase = sentence.slice(start, at)
    const first = phrase[0]
    if (start === 0 || !first || !(startsPhrase(first) || first.lower === 'each') || !isNounPhrase(phrase)) return null
    return readPhrase(phrase, this.#article.text)
  }

  /** “Citing the attack, Roe urged”, “After bragging for a year, Roe said”: the subject behind the clause that opens the sentence. */
  #behindComma(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | null {
    if (at > 0 && !opensSentence(sentence[0] as Token)) return null
    if (at > LONGEST_CLAUSE || sentence.slice(1, at).some(isVerb)) return null
    const comma = sentence.slice(0, LONGEST_CLAUSE).findIndex(({ text }, index) => text === ',' && !quoted[index])
    if (comma < at) return null
    const rest = sentence.slice(comma + 1, comma + LONGEST_CLAUSE)
    return this.opening(rest, quoted.slice(comma + 1, comma + LONGEST_CLAUSE), rest.length)
  }

  /** “Among the first to reply was her old rival Jane Roe: “…””: the subject stands behind its verb. */
  inverted(sentence: readonly Token[], { outerStart }: Quotation): Mention | null {
    const end = firstEndingAfter(sentence, outerStart - 2)
    const near = sentence.slice(Math.max(1, end - LONGEST_MIDDLE), end)
    const be = near.findLastIndex(({ lower }) => COPULA.test(lower))
    const speaker = be >= 0 ? readPhrase(near.slice(be + 1), this.#article.text) : null
    return speaker?.kind === 'person' && speaker.form === 'name' ? speaker : null
  }

  /** “The plant will close, the company said Tuesday, citing costs”: who has just spoken behind his words goes on. */
  #lastBehind(sentence: readonly Token[], limit: number): Mention | null {
    const { subject } = this
    if (!subject || subject.end > (sentence[limit] as Token).start) return null
    const at = firstEndingAfter(sentence, subject.start)
    return at > 0 && sentence[at]?.start === subject.start && sentence[at - 1]?.text === ',' ? subject : null
  }

  /** “Her break came when a producer, Jane Roe, tasted it and asked”: the subject of the clause that “and” goes on with. */
  #inClause(sentence: readonly Token[], quoted: readonly boolean[], end: number): Mention | null {
    if (sentence[end - 1]?.lower !== 'and') return null
    const from = sentence.slice(0, end).findLastIndex(({ lower }, index) => index > 0 && CLAUSE.test(lower) && !quoted[index])
    if (from < 1 || sentence[from - 1]?.text !== ',') return null
    const subject = this.opening(sentence.slice(from + 1, end), quoted.slice(from + 1, end), end - from - 1)
    return subject?.kind === 'person' ? subject : null
  }

  /** “Consumer group FairFly accused … and said”: the subject of the verb before, where the opening is a part of it. */
  #goingOn(opening: Mention | null): Mention | null {
    const { subject } = this
    return opening === null || (subject && subject.start === opening.start && subject.end > opening.end) ? subject : opening
  }

  /** The subject of the sentence, if it stands before a place. */
  opening(sentence: readonly Token[], quoted: readonly boolean[], limit: number): Mention | null {
    const { start, end } = openingSubject(sentence, quoted, limit)
    return start < end ? readPhrase(sentence.slice(start, end), this.#article.text) : null
  }

  /**
   * @param sentence tokens of a sentence without words in marks
   * @returns the person, by name or pronoun, who acts in it and speaks of nothing: “Roe smiled.”
   */
  actor(sentence: readonly Token[]): Mention | null {
    const subject = sentence.length <= LONGEST_ACT ? this.opening(sentence, [], sentence.length) : null
    return subject?.kind === 'person' && subject.form !== 'description' ? subject : null
  }

  /** “One student, who asked”, “residents who say”: whom the relative clause that begins at a place is about. */
  #bearer(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | undefined {
    const end = sentence[at - 1]?.text === ',' ? at - 1 : at
    let start = phraseStart(sentence, quoted, end)
    const somebody = sentence[at]?.lower === 'who' && !sentence[end - 1]?.capital
    // “she worked under the mathematician Gordon Pryce, who”: no verb is part of him.
    for (let index = start; index + 1 < end; index++) {
      const { lower } = sentence[index] as Token
      // “Two people briefed on the plans, who”: what they know is a part of them.
      const next = sentence[index + 1]?.lower ?? ''
      if (somebody && index > start && DESCRIBES.test(lower) && BEHIND_PARTICIPLE.test(next)) index++
      else if (isVerb(sentence[index] as Token) || /^(?:under|with|by|for|from|to|against|like|about|on|at)$/.test(lower)) start = index + 1
    }
    // “made by Jane Roe, head of the board, who said”
    if (sentence[start - 1]?.text === ',' && sentence[start - 2]?.capital && sentence[start - 3]?.capital)
      for (start -= 2; sentence[start - 1]?.capital && !quoted[start - 1]; ) start--
    const phrase = sentence.slice(start, end)
    return phrase.length > 0 && isNounPhrase(phrase) ? (readPhrase(phrase, this.#article.text) ?? undefined) : undefined
  }

  /** “was endorsed by the council”, “proposed by the agency”: who does what is said in the passive voice. */
  #doerBehind(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | null {
    const by = sentence[at + 1]?.lower.endsWith('ly') ? at + 2 : at + 1
    const first = sentence[by + 1]
    if (
      sentence[by]?.lower !== 'by' ||
      quoted[by] ||
      !first?.word ||
      first.lower.endsWith('ing') ||
      /^(?:\d.*|phone|telephone|e-?mail|text|video|mail)$/.test(first.lower)
    )
      return null
    const end = phraseEnd(sentence, quoted, by + 1)
    // “announced by her son, who said”: what he did besides is no part of him.
    const who = sentence.findIndex(({ lower }, index) => index > by && lower === 'who' && sentence[index - 1]?.text === ',')
    // “told by a bailiff to sit down”
    const to = TOLD.test((sentence[at] as Token).lower)
      ? sentence.findIndex(({ lower }, index) => index > by + 1 && lower === 'to' && !startsPhrase(sentence[index + 1] as Token))
      : -1
    return readPhrase(sentence.slice(by + 1, Math.min(end, ...[who, to].filter((stop) => stop > 0))), this.#article.text)
  }
}

/** “The plan was endorsed by the council”, “Residents were told by the council that …”: what the doer says stands before the verb, or behind him. */
function doneBy({ sentence, at, span, token, share, start: verbStart }: Verb, speaker: Mention, source: Span): Found {
  const behind = TOLD.test(token.lower) ? sentence.findIndex(({ start }) => start >= speaker.outerEnd) : -1
  const contents = /^(?:that|to)$/.test(sentence[behind]?.lower ?? '')
    ? [{ start: (sentence[behind] as Token).start, end: span.end }]
    : source.start < verbStart
      ? [{ start: (sentence[source.start] as Token).start, end: (sentence[verbStart - 1] as Token).end }]
      : []
  return { from: at, to: at + 1, speaker, contents, structure: 'by', share }
}

/** “When they voted, Roe did not argue.”, “Told of it, Roe shrugged.”: whether what stands before the source is when, and no report. */
function isOccasion({ sentence, at, start: verbStart }: Verb, { start, behindMarks }: Source): boolean {
  if (sentence.slice(verbStart, at).some(({ lower }) => /^(?:not|never)$|n['’]t$/.test(lower))) return true
  return (
    OCCASION.test((sentence[0] as Token).lower) &&
    !behindMarks &&
    !sentence.slice(0, Math.max(0, start - 1)).some(({ text }) => text === ',')
  )
}

/** “…,” she said, adding that …; wiping her face; before leaving: behind a comma stands the report of another cue, or what the source does. */
function saysNoMore(sentence: readonly Token[], comma: number, behindMarks: boolean): boolean {
  const [behind, second] = [sentence[comma + 1], sentence[comma + 2]]
  const does = MEANWHILE.test(behind?.lower ?? '') ? second : behind
  if (behindMarks && (does?.lower.endsWith('ing') || ADDS.test(behind?.lower ?? '') || actsToo(sentence, comma + 1))) return true
  const later = behind && (isAdverb(behind) || /^(?:later|then|also)$/.test(behind.lower)) ? second : behind
  return later !== undefined && isParticiple(later)
}

/** “…,” he says, and sweeps them into a bin. */
function actsToo(sentence: readonly Token[], at: number): boolean {
  const verb = sentence[at + 1]
  if (sentence[at]?.lower !== 'and' || !verb || AUXILIARY.has(verb.lower)) return false
  return isVerb(verb) || (/(?:s|ed)$/.test(verb.text) && OBJECT.test(sentence[at + 2]?.lower ?? ''))
}

/** “adding”, “noting”. */
function isParticiple({ lower }: Token): boolean {
  return lower.endsWith('ing') && cueShare(lower) >= SHARE.participle
}
