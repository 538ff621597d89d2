/**
 * Who said what in English. Per block: pair the marks, split the sentences, find the cues that the word counts of
 * `models/cues.en.txt` allow, read each in its structure (“S said C”, “C, S said”, “C, said S”, “according to S, C”,
 * “S: C”), then attribute the quotations that no cue claimed.
 */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import { sentenceRanges, type Token, tokenize } from '../1-document/tokens.ts'
import type { Article, Block } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import type { Mention } from '../4-names/mention.ts'
import { AUXILIARY, cueShare, type Found, isVerb } from './english-cues.ts'
import { describeQuotation } from './english-features.ts'
import { type EnglishJudge, englishJudge } from './english-judge.ts'
import { isClause, isNounPhrase, phraseEnd, phraseStart, startsPhrase, startsTitle, verbGroupStart } from './english-phrases.ts'
import { OPENERS, openingSubject, sourceRange } from './english-sources.ts'
import { withTags } from './english-tags.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import { Terms } from './terms.ts'

/** Log odds from which words in marks are somebody's; chosen on polnear/dev for quotes with their speakers. */
const QUOTATION_SCORE = -0.3
/** Share of reports with a sure cue whose bounds and speaker are right; with the cue’s chance squared it fits polnear/dev. */
const ALL_RIGHT = 0.88
/** Log odds from which a word is taken for a cue: a little more than even, for PolNeAR counts beliefs that readers of news do not look for. */
const CUE_SCORE = 0
/** Share of a word's uses that are cues, from which it is read in each structure rather than in the next one. */
const SHARE = { quoted: 0.12, trailing: 0.3, participle: 0.3 }
/** A word that is a cue in so many of its uses hardly ever is anything else. */
const SURE = 0.5
/** Log odds from which a word is a cue where words in marks follow that are somebody's, and what may stand between, in UTF-16 units. */
const DOUBTFUL = -1
const BETWEEN = 6
/** A word that is a cue in fewer of its uses is not looked at. */
const LEAST_SHARE = 0.03
const SIGNATURE = /^(\s?(?:[―—–]|--?)\s?)\p{Lu}[\p{L}.'’-]{1,24}(?: \p{L}[\p{L}.'’-]{0,24}){0,4}/u
/** Longest name behind a quotation that no cue announces, in tokens. */
const LONGEST_TAG = 4
const ADVERBIAL =
  /^(?:(?:on|in|at|during|after|before|by|to|of|from|via|through|late|early|this|last|yesterday|today|tonight|earlier|later|recently|again|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[a-z]+ly|in reply|in response)\b[^"“]{0,70})?[.!?,]?$/i
/** Words in marks belong to a cue that stands no further before them, in UTF-16 units. */
const NEXT_TO = 8
/** Longest source between the commas of a clause, in tokens. */
const LONGEST_MIDDLE = 9
/** Longest clause that opens a sentence, in tokens. */
const LONGEST_CLAUSE = 30
/** Forms of “to be” before a participle. */
const BE = /^(?:(?:is|are|was|were)(?:n['’]t)?|be|been|am|['’](?:s|re|m))$/
const ADVERB = /^(?:not|also|now|best|well|still|once|often|always|already|being|\p{L}+ly)$/u
/** “Roe seems to agree” is the writer's word, “gave him a book” no word at all. */
const NO_CUE = /^(?:(?:seem|appear)(?:s|ed|ing)?|gave|hand(?:s|ed)|sold|bought)$/
/** Words that tell when and where something is said, ahead of who says it. */
const CIRCUMSTANCE = /^(?:in|on|at|during|after|before|when|while|asked|speaking|later|earlier|then|following|as)$/
const TRANSCRIPT = /^([A-Z][\p{L}.’' -]{0,40}(?:\([^)]{1,30}\))?):\s/u
/** Turns that make a transcript. */
const LEAST_TURNS = 3
const QUESTION = /^(?:Q|A|Question|Answer)(?:\.|:)\s/

/** “reported last week that …”, “wrote in a note that …”: when and where stand before the report. */
const BEFORE_THAT =
  /^\s(?:last|this|earlier|later|in|on|at|to|late|early|yesterday|today|again|recently|during|after|before|\p{L}+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?:[\p{L}\p{N}'’.-]+ ){0,6}?(?=that\b)/u
/** A cue that is believed, with the probability that its report and its speaker are right too. */
interface Cue extends Found {
  at: Span
  strength: number
}

/**
 * Finds the quotes of an English article.
 *
 * @param article the clean article
 * @param judge what is a cue and what is a quotation; the shipped one unless a tool brings its own
 * @returns quotes, sorted by start
 */
export function findEnglishQuotes(article: Article, judge: EnglishJudge = englishJudge()): Quote[] {
  const { folded, text } = article
  const quotes: Quote[] = []
  const pairs = article.blocks.map((block, index) =>
    pairMarks(folded, block, article.blocks[index + 1]).filter((quotation) => quotation.depth === 0),
  )
  const terms = new Terms(article, pairs.flat())
  // One line that begins with a name and a colon is a headline; several are a transcript, where somebody speaks again.
  const turns = article.blocks.flatMap(({ start, end }) => TRANSCRIPT.exec(folded.slice(start, Math.min(end, start + 90)))?.[1] ?? [])
  const isTranscript = turns.length >= LEAST_TURNS && new Set(turns).size < turns.length
  let lastSpeaker: Mention | null = null
  let lastSubject: Mention | null = null
  /** “Roe continued:” at the end of a block announces what stands in marks in the next one. */
  let announcing: Cue | null = null
  article.blocks.forEach((block, index) => {
    if (block.role === 'headline' || block.role === 'subheading') return
    readBlock(block, article.tokens[index] as Token[], pairs[index] as Quotation[])
  })
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)

  function readBlock(block: Block, tokens: readonly Token[], quotations: readonly Quotation[]): void {
    const claimed = new Set<Quotation>()
    const transcript = TRANSCRIPT.exec(folded.slice(block.start, Math.min(block.end, block.start + 90)))
    if (transcript && isTranscript && !QUESTION.test(transcript[0])) {
      const speakerTokens = tokens.filter((token) => token.end <= block.start + (transcript[1] as string).length)
      const speaker = readPhrase(speakerTokens, text)
      const start = block.start + transcript[0].length
      if (speaker && speaker.kind === 'person' && start < block.end) {
        record(start, block.end, 'direct', speaker, { start: start - 2, end: start - 1 }, 0.7)
        lastSpeaker = speaker
        return
      }
    }
    const inner = quotations.map(({ start, end }) => ({ start, end: end - 1 }))
    const inQuotation = (at: number): boolean => {
      const found = inner[firstEndingAfter(inner, at)]
      return found !== undefined && at >= found.start
    }
    const announced = announcing
    announcing = null
    const opening = quotations[0]
    if (announced && opening && opening.outerStart === block.start) {
      recordQuotation(opening, 'direct', announced.speaker, announced.at, announced.strength)
      claimed.add(opening)
      lastSpeaker = announced.speaker
    }
    let nextQuotation = 0
    for (const range of withTags(tokens, sentenceRanges(tokens, inQuotation))) {
      const sentence = tokens.slice(range.start, range.end)
      const first = sentence[0] as Token
      const last = sentence.at(-1) as Token
      const span = { start: first.start, end: last.end }
      const inside: Quotation[] = []
      while (nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).outerEnd <= span.start) nextQuotation++
      for (let at = nextQuotation; at < quotations.length && (quotations[at] as Quotation).outerStart < span.end; at++) {
        inside.push(quotations[at] as Quotation)
      }
      const before = quotes.length
      const doubtful = readSentence(sentence, span, inside, claimed)
      readRemaining(sentence, span, inside, claimed, doubtful)
      const said = quotes.slice(before).findLast((quote) => quote.speaker !== null)
      if (said) lastSpeaker = said.speaker
    }
  }

  /** Records what the cues of a sentence announce; returns the cues that are not believed by a little. */
  function readSentence(sentence: readonly Token[], span: Span, inside: readonly Quotation[], claimed: Set<Quotation>): Cue[] {
    let nextQuotation = 0
    const quoted = sentence.map((token) => {
      while (nextQuotation < inside.length && (inside[nextQuotation] as Quotation).outerEnd <= token.start) nextQuotation++
      const quotation = inside[nextQuotation]
      return quotation !== undefined && token.start >= quotation.outerStart && token.end <= quotation.outerEnd
    })
    const founds: Cue[] = []
    const doubtful: Cue[] = []
    for (let at = 0; at < sentence.length; at++) {
      if (quoted[at]) continue
      const subject = lastSubject
      const found = readCue(sentence, quoted, at, span, inside)
      if (!found) continue
      const place = { start: (sentence[found.from] as Token).start, end: (sentence[found.to - 1] as Token).end }
      const score = judge.cue({ sentence, quoted, found, span, inside, earlier: founds }, place)
      const cue = { ...found, at: place, strength: ALL_RIGHT / (1 + Math.exp(-score)) ** 2 }
      if (score <= CUE_SCORE || repeats(sentence, found, founds.at(-1))) {
        lastSubject = subject
        if (score > DOUBTFUL) doubtful.push(cue)
        continue
      }
      founds.push(cue)
      at = found.to - 1
    }
    const announced = announcements(sentence, founds, inside)
    const owners = ownersOf(founds, inside)
    founds.forEach((found, index) => {
      const cue = found.at
      announcing = found.contents.length === 0 ? found : null
      for (const content of found.contents) {
        let end = content.end
        // A later cue of the same sentence that stands to the right ends this report when it is coordinated with it.
        const next = founds[index + 1]
        if (next && content.start < (sentence[next.from] as Token).start) {
          const nextCue = (sentence[next.from] as Token).start
          const nextStart = next.speaker && next.speaker.start > cue.end ? Math.min(nextCue, next.speaker.start) : nextCue
          const lead = folded.slice(Math.max(content.start, nextStart - 8), nextStart)
          // “According to a memo, managers believe …”: who stands where the report begins is part of it.
          const begins = /^[\s,:]*$/.test(folded.slice(content.start, nextStart))
          if (!begins && nextStart < end && /(?:, |, and |,? but | and )$/.test(lead))
            end = nextStart - (/(?:, |, and |,? but | and )$/.exec(lead) as RegExpExecArray)[0].length
        }
        const own = inside.filter((quotation) => (announced.get(quotation) ?? 0) <= cue.end && (owners.get(quotation) ?? found) === found)
        addContent({ start: content.start, end }, found, own, claimed)
      }
    })
    return doubtful
  }

  /**
   * “When he spoke with the board, Roe said, “…””: where the main clause begins that announces a quotation, source and cue.
   * A cue of the clause that opens the sentence has no part in it.
   */
  function announcements(sentence: readonly Token[], founds: readonly Found[], inside: readonly Quotation[]): Map<Quotation, number> {
    const announced = new Map<Quotation, number>()
    if (!opensWithCircumstance(sentence)) return announced
    for (const { from, speaker, contents } of founds) {
      if (speaker === null || !/[,―—–-]\s$/.test(folded.slice(speaker.start - 2, speaker.start))) continue
      const { start, end } = sentence[from] as Token
      for (const quotation of inside)
        if (
          end <= quotation.outerStart &&
          contents.some((content) => content.start <= quotation.outerStart && content.end >= quotation.outerEnd)
        )
          announced.set(quotation, Math.max(announced.get(quotation) ?? 0, Math.min(start, speaker.start)))
    }
    return announced
  }

  /** “The ministry promised money, although Roe cautioned that “…””: of several cues the last one right before the marks. */
  function ownersOf(founds: readonly Cue[], inside: readonly Quotation[]): Map<Quotation, Cue> {
    const owners = new Map<Quotation, Cue>()
    const places = founds.map(({ at }) => at)
    for (const quotation of inside) {
      const last = founds[firstEndingAfter(places, quotation.outerStart) - 1]
      if (
        last?.structure === 'right' &&
        last.contents.some(
          ({ start, end }) => start <= quotation.outerStart && quotation.outerStart - start <= NEXT_TO && quotation.outerEnd <= end + 1,
        )
      )
        owners.set(quotation, last)
    }
    return owners
  }

  function addContent(content: Span, found: Cue, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    const span = trimContent(content)
    if (span.end - span.start < 3) return
    const { at: cue } = found
    const within = inside.filter((quotation) => quotation.outerStart >= span.start - 1 && quotation.outerEnd <= span.end + 2)
    const whole = within[0]
    if (whole && within.length === 1 && whole.outerStart <= span.start + 1 && whole.outerEnd >= span.end - 1) {
      if (!claimed.has(whole) && isAttribution(whole, found)) recordQuotation(whole, 'direct', found.speaker, cue, found.strength)
      claimed.add(whole)
      return
    }
    record(span.start, span.end, 'indirect', found.speaker, cue, found.strength)
    for (const quotation of within) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      if (isAttribution(quotation, found))
        recordQuotation(quotation, isUtterance(quotation) ? 'direct' : 'partial', found.speaker, cue, found.strength)
    }
  }

  /** Whether words in marks are somebody's; `found` is the cue that announces them, if any. */
  function isAttribution(quotation: Quotation, found: Found | null): boolean {
    const known = { utterance: isUtterance(quotation), term: terms.isTerm(quotation), spoken: lastSpeaker !== null }
    const likely = judge.quotation(describeQuotation(folded, quotation, found, known), quotation) > QUOTATION_SCORE
    // “Never,” said Roe: a comma in the marks and a sure cue behind them leave no doubt.
    const behind = found !== null && found.share >= SURE && /^(?:leftVS|leftQuoted|trailing|middle)$/.test(found.structure)
    return likely || (behind && /[,?!]/.test(folded[quotation.end - 1] as string))
  }

  function trimContent(span: Span): Span {
    let { start, end } = span
    while (start < end && /[\s,:;.—–-]/.test(folded[start] as string)) start++
    // “…, Roe said, and “…””: the conjunction joins.
    start += /^(?:and|but) (?=["“])/.exec(folded.slice(start, Math.min(end, start + 6)))?.[0].length ?? 0
    while (end > start && /[\s,:;.—–-]/.test(folded[end - 1] as string)) end--
    return { start, end }
  }

  /** Reads the token at a place as a cue. */
  function readCue(
    sentence: readonly Token[],
    quoted: readonly boolean[],
    at: number,
    span: Span,
    inside: readonly Quotation[],
  ): Found | null {
    const token = sentence[at] as Token
    if (!token.word) return null
    if (token.lower === 'according' && sentence[at + 1]?.lower === 'to') return accordingTo(sentence, quoted, at, span)
    const share = cueShare(token.lower)
    if (share < LEAST_SHARE || AUXILIARY.has(token.lower) || NO_CUE.test(token.lower)) return null
    const next = sentence[at + 1]
    const nextQuoted = quoted[at + 1] === true || (quoted[at + 2] === true && !(sentence[at + 1] as Token).word)
    const verbStart = verbGroupStart(sentence, quoted, at)
    const beforeVerb = sentence[verbStart - 1]
    // “…,” said John Smith.
    const leftQuoted = verbStart > 0 && quoted[verbStart - 1] === true
    const leftComma = beforeVerb?.text === ','
    const leftContent = (from: number): Span => ({ start: span.start, end: from })
    // “…,” she said. “…”: the quotation behind the cue, if any.
    const goesOn = (): Span[] => {
      const rest = inside.find((quotation) => quotation.outerStart >= token.end)
      return rest ? [{ start: rest.outerStart, end: rest.outerEnd }] : []
    }
    if (
      (leftQuoted || (leftComma && /(?:ed|said|says|wrote|writes)$/.test(token.lower))) &&
      verbStart === at &&
      next &&
      (startsPhrase(next) || startsTitle(sentence, at + 1)) &&
      share >= SHARE.quoted
    ) {
      const end = phraseEnd(sentence, quoted, at + 1)
      const speaker = readPhrase(sentence.slice(at + 1, end), text)
      // Without marks, “C, said S.” ends the sentence; else the comma closes an apposition: “Jane Roe, a lawyer, said C”.
      const closes =
        sentence.slice(0, at).some((word) => isVerb(word) || AUXILIARY.has(word.lower)) &&
        sentence.slice(end).every((rest) => !rest.word) &&
        speaker?.form !== 'pronoun' &&
        !isClause(sentence.slice(at + 1, end))
      if (speaker && (leftQuoted || closes)) {
        const contents = [leftContent(token.start), ...goesOn()]
        return { from: at, to: at + 1, speaker, contents, structure: 'leftVS', share }
      }
    }
    // “The trick, explains Jane Roe, is …”: the source stands in the middle.
    if (
      leftComma &&
      verbStart === at &&
      !leftQuoted &&
      next &&
      /(?:s|ed|said|wrote)$/.test(token.lower) &&
      (next.capital || startsTitle(sentence, at + 1)) &&
      share >= SHARE.trailing
    ) {
      const end = at + 1 + sentence.slice(at + 1, at + 1 + LONGEST_MIDDLE).findIndex(({ word }) => !word)
      const speaker =
        end > at + 1 && sentence[end]?.text === ',' && !isClause(sentence.slice(at + 1, end))
          ? readPhrase(sentence.slice(at + 1, end), text)
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
      const named = nameStart > 0 && nameStart < at ? readPhrase(sentence.slice(nameStart, at), text) : null
      const main = named ? null : behindComma(sentence, quoted, at)
      if (main) {
        // “Citing the attack, Roe urged”, but not “Writing on his blog, Roe called”.
        const comma = sentence.findIndex(({ text }, index) => index > at && text === ',')
        const content = { start: token.end, end: (sentence[comma] as Token).start }
        if (ADVERBIAL.test(folded.slice(content.start, content.end).trim())) return null
        return { from: at, to: at + 1, speaker: main, contents: [content], structure: 'participle', share }
      }
      const speaker = named ?? opening(sentence, quoted, at) ?? lastSubject
      return {
        from: at,
        to: at + 1,
        speaker,
        contents: [rightContent(sentence, at, { start: token.end, end: span.end })],
        structure: 'participle',
        share,
      }
    }
    const { start: sourceStart, end: sourceEnd } = sourceRange(sentence, quoted, at, verbStart)
    const doer =
      progressive || leftQuoted || /^(?:he|she|they|i|we|it|who)$/.test(beforeVerb?.lower ?? '') ? null : doerBehind(sentence, quoted, at)
    if (doer) {
      const contents =
        sourceStart < verbStart ? [{ start: (sentence[sourceStart] as Token).start, end: (sentence[verbStart - 1] as Token).end }] : []
      return { from: at, to: at + 1, speaker: doer, contents, structure: 'by', share }
    }
    const whole = sentence.slice(sourceStart, sourceEnd)
    const source = whole.length > 0 && isNounPhrase(whole) ? readPhrase(whole, text) : null
    const coordinated =
      source === null && (whole.length > 0 || /^(?:and|but|,)$/.test(beforeVerb?.lower ?? ''))
        ? (opening(sentence, quoted, at) ?? lastSubject)
        : null
    const speaker = source ?? coordinated
    if (source?.form === 'pronoun' && /^wh/.test((whole[0] as Token).lower)) source.antecedent = bearer(sentence, quoted, sourceStart)
    if (source) lastSubject = source
    if (!speaker) return null
    const sourceAt = sourceStart < sentence.length ? (sentence[sourceStart] as Token).start : token.start
    const boundary = sentence[sourceStart - 1]
    const relative = source !== null && /^(?:who|which|that)$/.test((whole[0] as Token).lower)
    const contentLeft =
      boundary !== undefined &&
      !relative &&
      (quoted[sourceStart - 1] === true || boundary.text === ',' || boundary.text === '—' || boundary.text === '--')
    const right = { start: token.end, end: span.end }
    const rightText = folded.slice(right.start, right.end).trim()
    // “is also widely expected”: adverbs stand between.
    const be = sentence.slice(verbStart, at).findLast(({ lower }) => !ADVERB.test(lower))
    const passive = !progressive && BE.test(be?.lower ?? '') && token.lower !== 'quoted'
    if (passive && !nextQuoted) return null
    if (contentLeft && (rightText.replace(/[.!?”"’\s]/g, '') === '' || ADVERBIAL.test(rightText)) && share >= SHARE.trailing) {
      return { from: at, to: at + 1, speaker, contents: [leftContent(sourceAt)], structure: 'trailing', share }
    }
    // “In an interview, she said, “…””: what stands before is no report.
    const circumstance = opensWithCircumstance(sentence)
    const opensQuotation = circumstance && next?.text === ',' && quoted[at + 2] === true && !quoted[sourceStart - 1]
    if (contentLeft && next?.text === ',' && !opensQuotation && share >= SHARE.trailing) {
      const contents = [leftContent(sourceAt)]
      // “…,” she said, adding that …: what follows is the report of another cue.
      const behind = sentence[at + 2]
      // “…,” she said, wiping her face: nor is what the source does meanwhile.
      const meanwhile = behind?.lower.endsWith('ing') === true && quoted[sourceStart - 1] === true
      if (!meanwhile && (!behind?.lower.endsWith('ing') || cueShare(behind.lower) < SHARE.participle))
        contents.push({ start: next.end, end: span.end })
      return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
    }
    // “On “Face the State,” she said the plan was late”: the quotation is where it was said.
    const tellsWhere = circumstance && !quoted[0]
    if (contentLeft && !tellsWhere && quoted[sourceStart - 1] === true && share >= SHARE.quoted) {
      return { from: at, to: at + 1, speaker, contents: [leftContent(sourceAt), ...goesOn()], structure: 'leftQuoted', share }
    }
    if (/^:?$/.test(rightText) && sentence.at(-1)?.text === ':')
      return { from: at, to: at + 1, speaker, contents: [], structure: 'right', share }
    if (rightText.length < 4) return null
    // “The union, which vowed to fight the plan, sent nobody”: the clause ends with its comma.
    const close =
      relative && boundary?.text === ',' ? sentence.findIndex(({ text }, index) => index > at && text === ',' && !quoted[index]) : -1
    if (close > 0) right.end = (sentence[close] as Token).start
    return { from: at, to: at + 1, speaker, contents: [rightContent(sentence, at, right)], structure: 'right', share }
  }

  /** “Citing the attack, Roe urged”, “After bragging for a year, Roe said”: the subject behind the clause that opens the sentence. */
  function behindComma(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | null {
    if (at > 0 && !OPENERS.has((sentence[0] as Token).lower)) return null
    if (at > LONGEST_CLAUSE || sentence.slice(1, at).some(isVerb)) return null
    const comma = sentence.slice(0, LONGEST_CLAUSE).findIndex(({ text }, index) => text === ',' && !quoted[index])
    if (comma < at) return null
    const rest = sentence.slice(comma + 1, comma + LONGEST_CLAUSE)
    const { start, end } = openingSubject(rest, quoted.slice(comma + 1, comma + LONGEST_CLAUSE), rest.length)
    return start < end ? readPhrase(rest.slice(start, end), text) : null
  }

  /** The subject of the sentence, if it stands before a place. */
  function opening(sentence: readonly Token[], quoted: readonly boolean[], limit: number): Mention | null {
    const { start, end } = openingSubject(sentence, quoted, limit)
    return start < end ? readPhrase(sentence.slice(start, end), text) : null
  }

  /** “One student, who asked”, “residents who say”: whom the relative clause that begins at a place is about. */
  function bearer(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | undefined {
    const end = sentence[at - 1]?.text === ',' ? at - 1 : at
    let start = phraseStart(sentence, quoted, end)
    // “she worked under the mathematician Gordon Pryce, who”: no verb is part of him.
    for (let index = start; index + 1 < end; index++) {
      const { lower } = sentence[index] as Token
      if (isVerb(sentence[index] as Token) || /^(?:under|with|by|for|from|to|against|like|about|on|at)$/.test(lower)) start = index + 1
    }
    const phrase = sentence.slice(start, end)
    return phrase.length > 0 && isNounPhrase(phrase) ? (readPhrase(phrase, text) ?? undefined) : undefined
  }

  /** “was endorsed by the council”, “proposed by the agency”: who does what is said in the passive voice. */
  function doerBehind(sentence: readonly Token[], quoted: readonly boolean[], at: number): Mention | null {
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
    return readPhrase(sentence.slice(by + 1, phraseEnd(sentence, quoted, by + 1)), text)
  }

  /** Behind “pointed out”, “told reporters”, “said in a statement”, “said on Monday” the report begins later. */
  function rightContent(sentence: readonly Token[], at: number, right: Span): Span {
    const token = sentence[at] as Token
    let start = right.start
    if (sentence[at + 1]?.lower === 'out') start = (sentence[at + 1] as Token).end
    const rest = folded.slice(start, right.end)
    if (/^(?:told|tells|telling|tell|assured|reminded|informed|warned|warns)$/.test(token.lower)) {
      const hearer =
        /^\s(?:(?!that\b|“|")[\p{L}\p{N}.’'-]+\s){1,7}?(?=that\b|“|"|in a |on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u.exec(rest) ??
        /^\s(?:reporters|lawmakers|him|her|them|me|us|the [A-Z][\p{L}]+(?: [A-Z]\p{L}+){0,3}|[A-Z][\p{L}.’]+(?:\s[A-Z][\p{L}.’]+){0,3}\s?)(?=\s|,)/u.exec(
          rest,
        )
      if (hearer) start += hearer[0].length
    }
    const adverbial =
      /^\s?(?:in an? (?:\p{L}+ ){0,3}(?:statement|interview|email|e-mail|tweet|letter|speech|release|post|memo|report|briefing|address|video)(?: (?:to|with|on|from) [^,"“]{1,40}?)?|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|late [A-Z]\p{L}+|at (?:a|the) (?:\p{L}+ ){0,3}(?:conference|rally|event|meeting|hearing|briefing|debate))(?=[\s,:]*(?:that\b|“|"|,|:|\p{L}))/u.exec(
        folded.slice(start, right.end),
      )
    if (adverbial) start += adverbial[0].length
    else start += BEFORE_THAT.exec(folded.slice(start, right.end))?.[0].length ?? 0
    return { start, end: right.end }
  }

  function accordingTo(sentence: readonly Token[], quoted: readonly boolean[], at: number, span: Span): Found | null {
    const end = phraseEnd(sentence, quoted, at + 2, true)
    const speaker = readPhrase(sentence.slice(at + 2, end), text)
    if (!speaker) return null
    const cueStart = (sentence[at] as Token).start
    const after = sentence[end]
    const contents: Span[] = []
    if (at > 1) contents.push({ start: span.start, end: cueStart })
    else if (after) contents.push({ start: after.start, end: span.end })
    if (contents.length === 0) return null
    lastSubject = speaker
    return { from: at, to: at + 2, speaker, contents, structure: 'according', share: 0.9 }
  }

  /** Quotations that no cue of their sentence claimed. */
  function readRemaining(
    sentence: readonly Token[],
    span: Span,
    inside: readonly Quotation[],
    claimed: Set<Quotation>,
    doubtful: readonly Cue[],
  ): void {
    const places = doubtful.map(({ at }) => at)
    for (const quotation of inside) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      const opens = folded.slice(span.start, quotation.outerStart).trim() === ''
      const signed = signature(quotation)
      if (signed) {
        recordQuotation(quotation, 'direct', signed, null, 0.85)
        continue
      }
      const tagged = opens ? tagBehind(sentence, quotation) : null
      const utterance = isUtterance(quotation) || tagged !== null
      if (tagged === null && !isAttribution(quotation, null)) continue
      if (opens && utterance) {
        recordQuotation(quotation, 'direct', tagged ?? lastSpeaker, null, (tagged ?? lastSpeaker) ? 0.75 : 0.5)
        continue
      }
      // “The note promises “…””: words in marks make a cue of a verb that alone is none.
      const cue = doubtful[firstEndingAfter(places, quotation.outerStart) - 1]
      const announces = cue?.contents.some(({ start }) => start <= quotation.outerStart && quotation.outerStart - start <= BETWEEN)
      if (cue && announces) {
        recordQuotation(quotation, utterance ? 'direct' : 'partial', cue.speaker, cue.at, 0.5)
        continue
      }
      const announcer = folded[quotation.outerStart - 2] === ':' ? opening(sentence, [], sentence.length) : null
      const subject = announcer?.kind === 'person' ? announcer : sentenceSubject(sentence, quotation, inside)
      recordQuotation(quotation, utterance ? 'direct' : 'partial', subject ?? lastSpeaker, null, 0.5)
    }
  }

  /** “…” — Jane Roe: a name behind a dash signs the quotation. */
  function signature(quotation: Quotation): Mention | null {
    const behind = SIGNATURE.exec(folded.slice(quotation.outerEnd, quotation.outerEnd + 70))
    if (!behind) return null
    const start = quotation.outerEnd + (behind[1] as string).length
    const mention = readPhrase(tokenize(folded, start, quotation.outerEnd + behind[0].length), text)
    return mention?.kind === 'person' ? mention : null
  }

  /** “I might be late,” he laughed; “Late,” snorts Roe: whoever did something right behind a comma in marks has spoken, whatever the verb. */
  function tagBehind(sentence: readonly Token[], quotation: Quotation): Mention | null {
    if (!/[,?!]/.test(folded[quotation.end - 1] as string)) return null
    const at = sentence.findIndex(({ start }) => start >= quotation.outerEnd)
    if (at < 0) return null
    const inverted = isTagVerb(sentence[at] as Token) && sentence[at + 1]?.capital === true
    const from = inverted ? at + 1 : at
    let end = from
    if (/^(?:he|she)$/.test((sentence[from] as Token).lower)) end++
    else while (end - from < LONGEST_TAG && sentence[end]?.capital) end++
    const verb = sentence[inverted ? at : end]
    const mention = end > from && verb && isTagVerb(verb) ? readPhrase(sentence.slice(from, end), text) : null
    return mention?.kind === 'person' ? mention : null
  }

  /** The noun phrase that the sentence of an unclaimed quotation begins with. */
  function sentenceSubject(sentence: readonly Token[], quotation: Quotation, inside: readonly Quotation[]): Mention | null {
    for (let at = 0; at < Math.min(sentence.length, 12); at++) {
      const token = sentence[at] as Token
      if (token.start >= quotation.outerStart) break
      const around = inside.find(({ outerEnd }) => outerEnd >= token.end)
      if (around && around.outerStart <= token.start) continue
      if (!startsPhrase(token) || (at === 0 && OPENERS.has(token.lower))) continue
      let end = at + 1
      while (
        end < sentence.length &&
        end - at < 8 &&
        (sentence[end] as Token).word &&
        ((sentence[end] as Token).capital || /^(?:of|the|for|and)$/.test((sentence[end] as Token).lower))
      )
        end++
      const mention = readPhrase(sentence.slice(at, end), text)
      if (mention && (mention.kind === 'person' || mention.form === 'pronoun')) return mention
    }
    return null
  }

  function isUtterance(quotation: Quotation): boolean {
    const said = folded.slice(quotation.start, quotation.end)
    const words = said.split(/\s+/).length
    return /[.!?,…—-]$/.test(said) ? words >= 2 : quotation.open || (words >= 12 && /^\p{Lu}/u.test(said))
  }

  /** Words between two apostrophes a side are no quotation in the contract's sense: they are reported with their marks. */
  function recordQuotation(
    quotation: Quotation,
    kind: 'direct' | 'partial',
    speaker: Mention | null,
    cue: Span | null,
    confidence: number,
  ): void {
    if (quotation.typewriter) record(quotation.outerStart, quotation.outerEnd, 'indirect', speaker, cue, confidence)
    else record(quotation.start, quotation.end, kind, speaker, cue, confidence)
  }

  function record(start: number, end: number, kind: Quote['kind'], speaker: Mention | null, cue: Span | null, confidence: number): void {
    if (end > start)
      quotes.push({ start, end, kind, speaker, via: null, cue, confidence: Math.min(0.99, Math.round(confidence * 100) / 100) })
  }
}

/** “declined to comment on”, “told analysts on a call that”: inside a report, the same source reports nothing anew unless “and” says so. */
function repeats(sentence: readonly Token[], { from, speaker }: Found, last: Cue | undefined): boolean {
  const before = sentence[from - 1]?.lower ?? ''
  const { start } = sentence[from] as Token
  return (
    last !== undefined &&
    speaker !== null &&
    speaker.start === last.speaker?.start &&
    speaker.end === last.speaker.end &&
    last.contents.some((content) => content.start <= start && start < content.end) &&
    !/^(?:and|but|or|,)$/.test(before)
  )
}

function isTagVerb({ capital, lower }: Token): boolean {
  return !capital && /^\p{Ll}{2,}(?:ed|s)$/u.test(lower)
}

function opensWithCircumstance(sentence: readonly Token[]): boolean {
  return CIRCUMSTANCE.test((sentence[0] as Token).lower)
}
