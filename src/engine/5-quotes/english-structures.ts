/**
 * English cues in their structures: “S said C”, “C, S said”, “C, said S”, “according to S, C”, “C, V-ing”. Who is the source
 * of a verb is found in english-sources.ts, where its phrases end in english-phrases.ts.
 */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import { tellsWho } from '../4-names/english-words.ts'
import type { Mention } from '../4-names/mention.ts'
import {
  ADVERBIAL,
  behindHearers,
  commaBehindTime,
  isTail,
  LONGEST_TIME,
  mannerEnd,
  opensWithCircumstance,
  reportBehind,
} from './english-circumstances.ts'
import { AUXILIARY, cueShare, type Found, isVerb } from './english-cues.ts'
import {
  BEHIND_PARTICIPLE,
  isAdverb,
  isClause,
  isNounPhrase,
  phraseEnd,
  phraseStart,
  premodifies,
  startsPhrase,
  startsTitle,
  verbGroupStart,
} from './english-phrases.ts'
import { openingSubject, opensSentence, sourceRange, subjectWithAside } from './english-sources.ts'
import type { Quotation } from './marks.ts'

/** Share of a word's uses that are cues, from which it is read in each structure rather than in the next one. */
const SHARE = { quoted: 0.12, trailing: 0.3, participle: 0.3, as: 0.5, cited: 0.9 }
/** A word that is a cue in fewer of its uses is not looked at. */
const LEAST_SHARE = 0.03
/** Forms of “to be” before a participle. */
const BE = /^(?:(?:is|are|was|were)(?:n['’]t)?|be|been|am|['’](?:s|re|m))$/
/** Verbs that a subject stands behind where something else opens the sentence. */
const COPULA = /^(?:is|are|was|were|comes|came|stands|stood)$/
const ADVERB = /^(?:not|also|now|best|well|still|once|often|always|already|being|\p{L}+ly)$/u
/** What somebody is who believes or feels something: “were hopeful that …”, “is concerned about …”. */
const STATE =
  /^(?:adamant|afraid|alarmed|angry|anxious|appalled|aware|certain|committed|concerned|confident|convinced|critical|delighted|determined|disappointed|dismayed|dismissive|doubtful|eager|frustrated|furious|glad|grateful|happy|hopeful|insistent|keen|mindful|nervous|optimistic|opposed|outraged|pessimistic|pleased|proud|ready|relieved|reluctant|satisfied|s[ck]eptical|shocked|sorry|supportive|sure|surprised|thrilled|unaware|uncertain|unconvinced|unhappy|unsure|upset|wary|willing|worried)$/
/** Verbs that stand ahead of their subject where what was said stands before, without marks. */
const INVERTS =
  /^(?:said|says|wrote|writes|adds?|added|admits?|admitted|advis(?:es|ed)|announce[sd]|argue[sd]|boast(?:s|ed)|caution(?:s|ed)|claim(?:s|ed)|complain(?:s|ed)|conclude[sd]|confirm(?:s|ed)|declare[sd]|estimate[sd]|explain(?:s|ed)|insist(?:s|ed)|joke[sd]|laughed|note[sd]|observe[sd]|predict(?:s|ed)|quip(?:s|ped)|recall(?:s|ed)|recount(?:s|ed)|remark(?:s|ed)|repl(?:ies|ied)|report(?:s|ed)|respond(?:s|ed)|reveal(?:s|ed)|state[sd]|suggest(?:s|ed)|tweet(?:s|ed)|warn(?:s|ed)|acknowledge[sd]|agree[sd]|allege[sd]|assert(?:s|ed)|believe[sd]|concede[sd]|contend(?:s|ed)|maintain(?:s|ed)|promise[sd]|read)$/
/** “Roe seems to agree” is the writer's word, “gave him a book” no word at all, “a note titled “…”” a title. */
const NO_CUE = /^(?:(?:seem|appear)(?:s|ed|ing)?|gave|hand(?:s|ed)|sold|bought|hir(?:es|ed)|titled|entitled)$/
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
const PRONOUN = /^(?:he|she|they|we|i|it|who|which|that)$/
/** What a verb takes. */
const OBJECT = /^(?:them|him|her|it|me|us|the|an?|his|their|my|its)$/
/** “Roe shot back.”: no report. */
const PARTICLE = /^(?:back|away|along|over|ahead)[.!?]?$/
/** “per the charter”, “per Roe”, but neither “per day” nor “per cent”. */
const PER = /^(?:the|an|his|her|its|their|this|\p{Lu}.*)$/u
/** What tells who somebody is, ahead of a preposition. */
const DESCRIBES = /[a-z]{3}ed$|^(?:familiar|close)$/
/** Verbs of quoting, and the longest description of who is quoted, in tokens. */
const QUOTES = /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$/
const LONGEST_CITED = 20
/** Longest owner of words, in tokens. */
const LONGEST_OWNER = 7
/** What stands between “in” and whose words they are. */
const IN_WORDS = ['the', 'words', 'of']

/** Reads the cues of an article, one sentence after the other. */
export class CueReader {
  /** The last subject, which verbs go on with that have none of their own. */
  subject: Mention | null = null
  readonly #folded: string
  readonly #text: string

  /** @param article the clean article */
  constructor({ folded, text }: Article) {
    this.#folded = folded
    this.#text = text
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
    if (token.lower === 'according' && sentence[at + 1]?.lower === 'to') return this.#accordingTo(sentence, quoted, at, at + 2, span)
    if (token.lower === 'in' && IN_WORDS.every((word, index) => sentence[at + 1 + index]?.lower === word))
      return this.#accordingTo(sentence, quoted, at, at + 1 + IN_WORDS.length, span)
    const words = token.lower === 'in' ? wordsOf(sentence, at + 1) : -1
    if (words > 0) return this.#inWords(sentence, quoted, at, words, span)
    if (token.lower === 'per' && PER.test(sentence[at + 1]?.text ?? '') && (at === 0 || sentence[at - 1]?.text === ','))
      return this.#accordingTo(sentence, quoted, at, at + 1, span)
    if ((token.lower === 'saying' || token.lower === 'telling') && sentence[at - 1]?.lower === 'as') {
      // “was quoted as saying by the Echo”
      return sentence[at + 1]?.lower === 'by' ? null : this.#cited(sentence, quoted, at, span)
    }
    if (QUOTES.test(token.lower) && asSaying(sentence, quoted, at) > 0) return null
    const share = cueShare(token.lower)
    if (share < LEAST_SHARE || AUXILIARY.has(token.lower) || NO_CUE.test(token.lower)) return null
    // “union president Dolores Quick cautioned”: a surname.
    if (token.capital && sentence[at - 1]?.capital && cueShare(sentence[at + 1]?.lower ?? '') > share) return null
    // “she says, pointing at a tap”: what somebody does.
    if (token.lower === 'pointing' && sentence[at + 1]?.lower === 'at') return null
    // “Please note that”: the reader is asked.
    if (sentence[at - 1]?.lower === 'please') return null
    // “key quotes after the match”
    if (token.lower === 'quotes' && /^(?:after|from|of|by|about|on|in)$/.test(sentence[at + 1]?.lower ?? '')) return null
    // “people have cast their vote”
    if (token.lower === 'cast' && sentence.slice(at + 1, at + 4).some(({ lower }) => /^(?:votes?|ballots?)$/.test(lower))) return null
    // “went on to argue that”: he argues.
    if (/^(?:went|goes|going)$/.test(token.lower) && sentence[at + 1]?.lower === 'on' && sentence[at + 2]?.lower === 'to') return null
    // “went on trial on charges that”
    if (/^(?:went|goes|going)$/.test(token.lower) && sentence[at + 2]?.lower === 'trial') return null
    // “My grandmother used to say”
    if (token.lower === 'used' && sentence[at + 1]?.lower === 'to') return null
    // “Roe discredited claims that”, “losses included fires”: a noun.
    if (isObject(sentence, at)) return null
    // “one widely shared voice note”: what the note is like.
    if (premodifies(sentence, at)) return null
    // “a whippet called Quango, had no comment”: a name.
    if (/^(?:called|named)$/.test(token.lower) && isNaming(sentence, at)) return null
    const next = sentence[at + 1]
    const nextQuoted = quoted[at + 1] === true || (quoted[at + 2] === true && !(sentence[at + 1] as Token).word)
    const verbStart = verbGroupStart(sentence, quoted, at)
    const beforeVerb = sentence[verbStart - 1]
    // “…,” said John Smith.
    const leftQuoted = verbStart > 0 && quoted[verbStart - 1] === true
    const leftComma = beforeVerb?.text === ','
    const leftContent = (from: number): Span => {
      // “Roe answered with a smile: “Ask me,” she said”: the colon opens what is said.
      const said = inside.findLast(({ outerEnd }) => outerEnd <= from)
      const opened = said && from - said.outerEnd <= 1 && /: ?$/.test(this.#folded.slice(said.outerStart - 2, said.outerStart))
      return { start: opened ? said.outerStart : span.start, end: from }
    }
    // “…,” she said. “…”: the quotation behind the cue, if any.
    const goesOn = (): Span[] => {
      const rest = inside.find((quotation) => quotation.outerStart >= token.end)
      // “…,” said Roe, adding that she was “frozen out”: the words of another cue do not go on.
      const within = rest && /[\p{L}\p{N}] ?$/u.test(this.#folded.slice(rest.outerStart - 2, rest.outerStart))
      const announced =
        within && sentence.slice(at + 1, at + 1 + LONGEST_CLAUSE).some((word) => word.end < rest.outerStart && isParticiple(word))
      return rest && !announced ? [{ start: rest.outerStart, end: rest.outerEnd }] : []
    }
    if (verbStart === at && next && (startsPhrase(next) || startsTitle(sentence, at + 1)) && share >= SHARE.quoted) {
      const end = phraseEnd(sentence, quoted, at + 1)
      // Said Roe: “…”. “In other words, explained the mayor: “…””
      const reports = INVERTS.test(token.lower)
      const announces = reports && (at === 0 || leftComma) && sentence[end]?.text === ':'
      // “Roe called it “late,” praised her aides and left”: only words that open a sentence stand before any verb.
      const inverts = (leftQuoted ? reports || quoted[0] === true : leftComma && reports) && !isClause(sentence.slice(at + 1, end))
      const speaker = announces || inverts ? readPhrase(sentence.slice(at + 1, end), this.#text) : null
      if (speaker && announces) {
        this.subject = speaker
        const contents = [{ start: (sentence[end] as Token).end, end: span.end }]
        return { from: at, to: at + 1, speaker, contents, structure: 'right', share }
      }
      // Without marks, “C, said S on Monday.” has no other verb; else the comma closes an apposition: “Jane Roe, a lawyer, said C”.
      const closes =
        inverts &&
        sentence.slice(0, at).some((word) => isVerb(word) || AUXILIARY.has(word.lower)) &&
        speaker?.form !== 'pronoun' &&
        subjectWithAside(sentence, quoted, at) === null &&
        (/^sa(?:id|ys)$/.test(token.lower) ? isTail(sentence.slice(end)) : sentence.slice(end).every((rest) => !rest.word))
      if (speaker && (leftQuoted || closes)) {
        const contents = [leftContent(token.start), ...goesOn()]
        // “…,” said Roe, adding that …
        this.subject = speaker
        return { from: at, to: at + 1, speaker, contents, structure: 'leftVS', share }
      }
    }
    // “The trick, explains Jane Roe, is …”: the source stands in the middle.
    if (
      leftComma &&
      verbStart === at &&
      !leftQuoted &&
      next &&
      INVERTS.test(token.lower) &&
      (next.capital || startsTitle(sentence, at + 1)) &&
      share >= SHARE.trailing
    ) {
      const end = at + 1 + sentence.slice(at + 1, at + 1 + LONGEST_MIDDLE).findIndex(({ word }) => !word)
      const speaker =
        end > at + 1 && sentence[end]?.text === ',' && !isClause(sentence.slice(at + 1, end))
          ? readPhrase(sentence.slice(at + 1, end), this.#text)
          : null
      if (speaker?.kind === 'person' && speaker.form === 'name') {
        const contents = [leftContent((beforeVerb as Token).start), { start: (sentence[end] as Token).end, end: span.end }]
        return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
      }
    }
    const progressive = token.lower.endsWith('ing') && sentence.slice(verbStart, at).some(({ lower }) => BE.test(lower))
    if (token.lower.endsWith('ing') && !progressive) {
      if (share < SHARE.participle) return null
      // “footage of Jane Roe asking, “…””: the name right before it does.
      let nameStart = at
      while (nameStart > 0 && (sentence[nameStart - 1] as Token).capital && !quoted[nameStart - 1]) nameStart--
      const named = nameStart > 0 && nameStart < at ? readPhrase(sentence.slice(nameStart, at), this.#text) : null
      const main = named ? null : this.#behindComma(sentence, quoted, at)
      if (main) {
        // “Citing the attack, Roe urged”, but not “Writing on his blog, Roe called”.
        const comma = sentence.findIndex(({ text }, index) => index > at && text === ',')
        const content = { start: token.end, end: (sentence[comma] as Token).start }
        if (ADVERBIAL.test(this.#folded.slice(content.start, content.end).trim())) return null
        return { from: at, to: at + 1, speaker: main, contents: [content], structure: 'participle', share }
      }
      const speaker =
        named ??
        this.#absolute(sentence, quoted, at) ??
        this.#lastBehind(sentence, at) ??
        this.opening(sentence, quoted, at) ??
        this.subject
      return {
        from: at,
        to: at + 1,
        speaker,
        contents: [reportBehind(this.#folded, sentence, at, { start: token.end, end: span.end })],
        structure: 'participle',
        share,
      }
    }
    // “Jane Roe, asked whether she knew, said”: who is asked asks nothing.
    if (token.lower === 'asked' && leftComma && ASKS_OF.test(next?.lower ?? '')) return null
    const { start: sourceStart, end: sourceEnd } = sourceRange(sentence, quoted, at, verbStart)
    // “they were told by the council”: but for who is told, a pronoun acts himself.
    const isTold = TOLD.test(token.lower) && BE.test(sentence[at - 1]?.lower ?? '')
    const doer =
      progressive ||
      leftQuoted ||
      (QUOTES.test(token.lower) && BE.test(sentence[at - 1]?.lower ?? '')) ||
      (!isTold && /^(?:he|she|they|i|we|it|who)$/.test(beforeVerb?.lower ?? ''))
        ? null
        : this.#doerBehind(sentence, quoted, at)
    if (doer) {
      // “Residents were told by the council that …”: the report stands behind who tells.
      const behind = TOLD.test(token.lower) ? sentence.findIndex(({ start }) => start >= doer.outerEnd) : -1
      if (/^(?:that|to)$/.test(sentence[behind]?.lower ?? ''))
        return {
          from: at,
          to: at + 1,
          speaker: doer,
          contents: [{ start: (sentence[behind] as Token).start, end: span.end }],
          structure: 'by',
          share,
        }
      const contents =
        sourceStart < verbStart ? [{ start: (sentence[sourceStart] as Token).start, end: (sentence[verbStart - 1] as Token).end }] : []
      return { from: at, to: at + 1, speaker: doer, contents, structure: 'by', share }
    }
    const whole = sentence.slice(sourceStart, sourceEnd)
    const source = whole.length > 0 && isNounPhrase(whole) ? readPhrase(whole, this.#text) : null
    const coordinated =
      source === null && (whole.length > 0 || /^(?:and|but|,)$/.test(beforeVerb?.lower ?? '') || (leftQuoted && !quoted[0]))
        ? (this.#inClause(sentence, quoted, verbStart) ?? this.#goingOn(this.opening(sentence, quoted, at)))
        : null
    // “Nobody asked the economist”: nothing is said.
    if (source && /^(?:nobody|none)$/.test((whole[0] as Token).lower) && whole.length === 1) return null
    const speaker = source ?? coordinated
    if (source?.form === 'pronoun' && /^(?:wh|that$)/.test((whole[0] as Token).lower))
      source.antecedent = this.#bearer(sentence, quoted, sourceStart)
    if (source) this.subject = source
    if (!speaker) return null
    const sourceAt = sourceStart < sentence.length ? (sentence[sourceStart] as Token).start : token.start
    const boundary = sentence[sourceStart - 1]
    const relative = source !== null && /^(?:who|which|that)$/.test((whole[0] as Token).lower)
    const contentLeft =
      source !== null &&
      boundary !== undefined &&
      !relative &&
      (quoted[sourceStart - 1] === true || boundary.text === ',' || boundary.text === '—' || boundary.text === '--')
    // “C, as Roe noted.”, ““C,” as Roe put it.”: a clause that follows what it is about.
    const follows =
      source !== null && boundary?.lower === 'as' && (sentence[sourceStart - 2]?.text === ',' || quoted[sourceStart - 2] === true)
    // … but “as Roe put it, “…”” announces the words behind it.
    const end = /^puts?$/.test(token.lower) && next?.lower === 'it' ? at + 2 : at + 1
    if (follows && !sentence[end]?.word && !quoted[end + 1]) {
      const contents = [leftContent(boundary.start)]
      const comma = sentence[end]
      // “The plan, as Roe put it, is late”: it goes on behind the comma.
      if (comma?.text === ',') contents.push({ start: comma.end, end: span.end })
      return {
        from: at,
        to: at + 1,
        speaker,
        contents,
        structure: comma?.text === ',' ? 'middle' : 'trailing',
        share: Math.max(share, SHARE.as),
      }
    }
    const right = { start: token.end, end: span.end }
    const rightText = this.#folded.slice(right.start, right.end).trim()
    // “is also widely expected”: adverbs stand between.
    const be = sentence.slice(verbStart, at).findLast(({ lower }) => !ADVERB.test(lower))
    const passive = !progressive && BE.test(be?.lower ?? '') && token.lower !== 'quoted' && !STATE.test(token.lower)
    if (passive && !nextQuoted) return null
    // “In a letter, the mayor conceded last year that …”: a report stands behind the time.
    // “Tickets, the club confirmed last night, have gone”: so does the rest of one.
    const comma = commaBehindTime(sentence, at + 1)
    const rest = sentence[comma]?.text === ',' ? sentence[comma + 1] : undefined
    const goesOnBehind = rest !== undefined && (isVerb(rest) || AUXILIARY.has(rest.lower))
    const late = ADVERBIAL.test(behindHearers(token, rightText)) && !/ that /.test(rightText) && !goesOnBehind
    // “None has come, Roe claims.”: no noun stands behind a name. “…, the council decided on Monday”: a time is no report.
    const says = share >= (late || (speaker.kind === 'person' && speaker.form !== 'description') ? SHARE.quoted : SHARE.trailing)
    if (contentLeft && (rightText.replace(/[.!?”"’\s]/g, '') === '' || late) && says) {
      // “When they voted, Roe did not argue.”, “Told of it, Roe shrugged.”: when, and no report.
      const denied = sentence.slice(verbStart, at).some(({ lower }) => /^(?:not|never)$|n['’]t$/.test(lower))
      const occasion =
        OCCASION.test((sentence[0] as Token).lower) &&
        !quoted[sourceStart - 1] &&
        !sentence.slice(0, Math.max(0, sourceStart - 1)).some(({ text }) => text === ',')
      if (denied || occasion) return null
      return { from: at, to: at + 1, speaker, contents: [leftContent(sourceAt)], structure: 'trailing', share }
    }
    // “In an interview, she said, “…””: what stands before is no report.
    const circumstance = opensWithCircumstance(sentence)
    const opensQuotation = circumstance && next?.text === ',' && quoted[at + 2] === true && !quoted[sourceStart - 1]
    // “C, S said Tuesday, adding that …”
    if (contentLeft && sentence[comma]?.text === ',' && !opensQuotation && share >= SHARE.trailing) {
      const contents = [leftContent(sourceAt)]
      // “…,” she said, adding that …: what follows is the report of another cue.
      const behind = sentence[comma + 1]
      // “…,” she said, wiping her face; before leaving: nor is what the source does meanwhile.
      const does = MEANWHILE.test(behind?.lower ?? '') ? sentence[comma + 2] : behind
      const meanwhile =
        quoted[sourceStart - 1] === true &&
        (does?.lower.endsWith('ing') === true || ADDS.test(behind?.lower ?? '') || actsToo(sentence, comma + 1))
      // “Oh,” she said, quite loudly, “there you are.”: how it is said stands between.
      const goesOn = behind?.word && !quoted[comma + 1] ? mannerEnd(sentence, quoted, comma + 1) : comma
      const later = behind && (isAdverb(behind) || /^(?:later|then|also)$/.test(behind.lower)) ? sentence[comma + 2] : behind
      if (!meanwhile && !(later && isParticiple(later))) contents.push({ start: (sentence[goesOn] as Token).end, end: span.end })
      return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
    }
    // “On “Face the State,” she said the plan was late”: the quotation is where it was said.
    const tellsWhere = circumstance && !quoted[0]
    if (contentLeft && !tellsWhere && quoted[sourceStart - 1] === true && share >= SHARE.quoted) {
      return { from: at, to: at + 1, speaker, contents: [leftContent(sourceAt), ...goesOn()], structure: 'leftQuoted', share }
    }
    // “Roe added:”, “Roe wrote on her page:”
    if (sentence.at(-1)?.text === ':' && /^(?:[^,]{0,70}:)?$/.test(rightText) && ADVERBIAL.test(rightText.slice(0, -1)))
      return { from: at, to: at + 1, speaker, contents: [], structure: 'right', share }
    if (rightText.length < 4 || PARTICLE.test(rightText)) return null
    // “The union, which vowed to fight the plan, sent nobody”: the clause ends with its comma.
    const close =
      relative && boundary?.text === ','
        ? sentence.findIndex(({ text }, index) => index > at && text === ',' && (!quoted[index] || !quoted[index + 2]))
        : -1
    if (close > 0) right.end = (sentence[close] as Token).start
    return { from: at, to: at + 1, speaker, contents: [reportBehind(this.#folded, sentence, at, right)], structure: 'right', share }
  }

  /** “The Echo quoted Roe as saying C”, “Roe was quoted by the Echo as saying C”; “saying” stands at `at`. */
  #cited(sentence: readonly Token[], quoted: readonly boolean[], at: number, span: Span): Found | null {
    const verb = sentence.slice(0, at).findLastIndex(({ lower }, index) => QUOTES.test(lower) && asSaying(sentence, quoted, index) === at)
    if (verb < 1 || quoted[verb]) return null
    const verbStart = verbGroupStart(sentence, quoted, verb)
    const { start, end } = sourceRange(sentence, quoted, verb, verbStart)
    const subject = start < end ? readPhrase(sentence.slice(start, end), this.#text) : null
    const passive = BE.test(sentence[verb - 1]?.lower ?? '')
    const between = sentence.slice(passive && sentence[verb + 1]?.lower === 'by' ? verb + 2 : verb + 1, at - 1)
    const other = between.length > 0 ? readPhrase(between, this.#text) : null
    const speaker = passive ? subject : other
    if (!speaker) return null
    this.subject = speaker
    // “…,” the Echo quoted Roe as saying: her words stand before.
    const before = !passive && start > 0 && quoted[start - 1] === true
    const contents = before
      ? [{ start: span.start, end: (sentence[start] as Token).start }]
      : [reportBehind(this.#folded, sentence, at, { start: (sentence[at] as Token).end, end: span.end })]
    const structure = before ? 'leftQuoted' : 'right'
    return { from: at, to: at + 1, speaker, contents, structure, share: SHARE.cited, via: passive ? other : subject }
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
    return readPhrase(phrase, this.#text)
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
    const speaker = be >= 0 ? readPhrase(near.slice(be + 1), this.#text) : null
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
    return start < end ? readPhrase(sentence.slice(start, end), this.#text) : null
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
    return phrase.length > 0 && isNounPhrase(phrase) ? (readPhrase(phrase, this.#text) ?? undefined) : undefined
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
    return readPhrase(sentence.slice(by + 1, Math.min(end, ...[who, to].filter((stop) => stop > 0))), this.#text)
  }

  /** “In S’s words, C”, “C, in S’s own words, C”; the words stand at `words`. */
  #inWords(sentence: readonly Token[], quoted: readonly boolean[], at: number, words: number, span: Span): Found | null {
    const owner = sentence[words - 1]?.lower === 'own' ? words - 1 : words
    const speaker = readPhrase(sentence.slice(at + 1, owner), this.#text)
    const behind = sentence[words + 1]
    if (!speaker || (at > 0 && sentence[at - 1]?.text !== ',' && !quoted[at - 1])) return null
    const contents: Span[] = []
    if (behind?.text === ',' && (at === 0 || quoted[words + 2])) contents.push({ start: behind.end, end: span.end })
    else if (at > 0) contents.push({ start: span.start, end: (sentence[at] as Token).start })
    if (contents.length === 0) return null
    this.subject = speaker
    return { from: words, to: words + 1, speaker, contents, structure: 'according', share: 0.9 }
  }

  /** “According to her lawyer, Paul Vance, …”: where a full name ends that is apposed to somebody told by what he is; else where he ends. */
  #nameBehind(sentence: readonly Token[], from: number, end: number): number {
    const somebody = tellsWho(sentence.slice(end - 1, end)) || readPhrase(sentence.slice(from, end), this.#text)?.kind === 'person'
    if (sentence[end]?.text !== ',' || !somebody) return end
    let close = end + 1
    while (sentence[close]?.capital) close++
    const named = close - end > 2 && sentence[close]?.text === ',' && !(sentence[end - 1] as Token).capital
    return named && !/^(?:an?|the|who|whose|\d+)$/.test(sentence[close + 1]?.lower ?? '') ? close : end
  }

  /** “according to S, C” and “in the words of S, C”; S begins at `from`. */
  #accordingTo(sentence: readonly Token[], quoted: readonly boolean[], at: number, from: number, span: Span): Found | null {
    const end = this.#nameBehind(sentence, from, phraseEnd(sentence, quoted, from, true))
    const speaker = readPhrase(sentence.slice(from, end), this.#text)
    if (!speaker) return null
    const cueStart = (sentence[at] as Token).start
    // “According to a report published in March, C”
    const comma = sentence.slice(end, end + LONGEST_TIME).findIndex(({ text }) => text === ',')
    const after = sentence[at > 1 ? end : end + Math.max(0, comma)]
    const contents: Span[] = []
    // “It is, in the words of Roe, “a gift””: what is in marks behind the source are the words.
    const words = from - at > 2 && after?.text === ',' && quoted[end + 1] === true
    if (at > 1 && !words) contents.push({ start: span.start, end: cueStart })
    else if (after) contents.push({ start: after.start, end: span.end })
    if (contents.length === 0) return null
    this.subject = speaker
    return { from: at, to: from, speaker, contents, structure: 'according', share: 0.9 }
  }
}

/** “in Mrs. Roe’s words”, “in her own words”: where the words stand whose owner begins at a place; −1 for none. */
function wordsOf(sentence: readonly Token[], from: number): number {
  for (let at = from + 1; at < sentence.length && at - from <= LONGEST_OWNER; at++) {
    const { word, lower } = sentence[at] as Token
    if (!word) return -1
    if (lower !== 'words') continue
    const owner = sentence[sentence[at - 1]?.lower === 'own' ? at - 2 : at - 1] as Token
    return /['’]s$|s['’]$|^(?:his|her|their)$/.test(owner.text) ? at : -1
  }
  return -1
}

/** Whether a plural stands right behind a past tense that it is the object of: no capital ends in it, and what follows goes on with a noun. */
function isObject(sentence: readonly Token[], at: number): boolean {
  const [before, token, behind] = [sentence[at - 1], sentence[at] as Token, sentence[at + 1]]
  return (
    before?.word === true &&
    !before.capital &&
    /[a-z]{3}ed$/.test(before.lower) &&
    token.lower.endsWith('s') &&
    !token.lower.endsWith('ss') &&
    /^(?:that|of|by|about|from|for|in|near|early|against|over)$/.test(behind?.lower ?? '')
  )
}

/** “quoted Jane Roe, a lawyer, as saying that”: where “saying” stands behind a verb of quoting; −1 where no words of somebody's follow. */
function asSaying(sentence: readonly Token[], quoted: readonly boolean[], verb: number): number {
  // ““…,” Jane Roe was quoted as saying”: her words stand before.
  if (quoted[0] && BE.test(sentence[verb - 1]?.lower ?? '')) return -1
  for (let at = verb + 1; at + 1 < sentence.length && at - verb <= LONGEST_CITED; at++) {
    const { lower, text } = sentence[at] as Token
    if (/^[;:“”"]$/.test(text)) return -1
    if (lower === 'as' && /^(?:saying|telling)$/.test((sentence[at + 1] as Token).lower)) return at + 1
  }
  return -1
}

/** “…,” he says, and sweeps them into a bin. */
function actsToo(sentence: readonly Token[], at: number): boolean {
  const verb = sentence[at + 1]
  if (sentence[at]?.lower !== 'and' || !verb || AUXILIARY.has(verb.lower)) return false
  return isVerb(verb) || (/(?:s|ed)$/.test(verb.text) && OBJECT.test(sentence[at + 2]?.lower ?? ''))
}

/** Whether nothing but a name stands behind “called”, up to a mark or a verb. */
function isNaming(sentence: readonly Token[], at: number): boolean {
  // “Roe called Poe, her rival, a “thief””: whoever calls somebody something has a name, or a pronoun.
  const before = sentence[at - 1]
  if (!before?.word || before.capital || PRONOUN.test(before.lower)) return false
  let end = at + 1
  while (sentence[end]?.capital) end++
  const behind = sentence[end]
  return end > at + 1 && (behind === undefined || /^[,.;:]$/.test(behind.text) || isVerb(behind) || AUXILIARY.has(behind.lower))
}

/** “adding”, “noting”. */
function isParticiple({ lower }: Token): boolean {
  return lower.endsWith('ing') && cueShare(lower) >= SHARE.participle
}
