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
import { readModel } from '../models.ts'
import { type EnglishJudge, englishJudge, type Features } from './english-judge.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import { Terms } from './terms.ts'

/** From this share on a word is read as a verb. */
const VERB_SHARE = 0.12
/** From this share on a word ends the noun phrase before it. */
const CLAUSE_SHARE = 0.25
/** Log odds from which words in marks are somebody's; chosen on polnear/dev for quotes with their speakers. */
const QUOTATION_SCORE = -0.3
/** Share of reports with a sure cue whose bounds and speaker are right; with the cue’s chance squared it fits polnear/dev. */
const ALL_RIGHT = 0.88
/** Log odds from which a word is taken for a cue; chosen on polnear/train for the content of all attributions. */
const CUE_SCORE = 0
/** Share of a word's uses that are cues, from which it is read in each structure rather than in the next one. */
const SHARE = { quoted: 0.12, trailing: 0.3, participle: 0.3 }
/** A word that is a cue in fewer of its uses is not looked at. */
const LEAST_SHARE = 0.03
/** Words that a clause does not begin before. */
const BOUNDARY = new Set([
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
const AUXILIARY = new Set(
  "has have had is was are were be been being also later then now still further once never always often repeatedly previously recently earlier previously subsequently has would will could may might must can should did does do not to just only even soon again first himself herself themselves ’s ’d ’m ’ll ’ve ’re 's 'd 'm 'll 've 're".split(
    ' ',
  ),
)
const SIGNATURE = /^(\s?(?:[―—–]|--?)\s?)\p{Lu}[\p{L}.'’-]{1,24}(?: \p{L}[\p{L}.'’-]{0,24}){0,4}/u
/** Longest source, in tokens. */
const LONGEST_SOURCE = 30
/** Words behind a comma that begin a new clause and no apposition. */
const NO_APPOSITION =
  /^(?:and|but|while|when|as|which|where|adding|noting|saying|referring|speaking|in|on|after|before|with|he|she|they|it|if|because|during|at|according|told|said|so|or)$/
/** Words that end a noun phrase outside an apposition. */
const NO_SOURCE = /^(?:in|on|after|during|while|when|as|before|because|that|if|at|by|but|told|said|who)$/
/** Days and times of day. */
const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|week|month|year|morning|afternoon|evening|night|summer|spring|fall|winter|january|february|march|april|june|july|august|september|october|november|december)$/
/** Words that open a sentence with a capital and name nobody. */
const OPENERS = new Set(
  'after in if when while as at on by for from with but and or so then still yet though although because since before during under over without despite like once until what how why where there this that these those it its some many most one two an a the his her their our my however meanwhile instead moreover furthermore nevertheless nonetheless otherwise afterwards afterward additionally indeed perhaps maybe also earlier later recently asked following contrary pressed given'.split(
    ' ',
  ),
)
const VERB = new Set(
  'is are was were am be been has have had will would could can may might must should did does do get got gets made makes make took takes hopes hoped wants wanted thinks thought believes believed knows knew needs needed feels felt seems seemed'.split(
    ' ',
  ),
)
const ADVERBIAL =
  /^(?:(?:on|in|at|during|after|before|by|to|of|from|via|through|late|early|this|last|yesterday|today|tonight|earlier|later|recently|again|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[a-z]+ly|in reply|in response)\b[^"“]{0,70})?[.!?,]?$/i
/** Verbs that do nothing but report. */
const SPEAKS = /^(?:said|says|asked|asks|added|wrote|writes|replied|tweeted|shouted|yelled|responded)$/
/** Words that tell when and where something is said, ahead of who says it. */
const CIRCUMSTANCE = /^(?:in|on|at|during|after|before|when|while|asked|speaking|later|earlier|then|following|as)$/
const TRANSCRIPT = /^([A-Z][\p{L}.’' -]{0,40}(?:\([^)]{1,30}\))?):\s/u
/** Turns that make a transcript. */
const LEAST_TURNS = 3
const QUESTION = /^(?:Q|A|Question|Answer)(?:\.|:)\s/

let shares: Map<string, number> | undefined

function cueShare(word: string): number {
  shares ??= new Map(
    readModel('cues.en.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([cue, share]) => [cue as string, Number(share)]),
  )
  return shares.get(word) ?? 0
}

/** One cue in its structure. */
interface Found {
  /** Token range of the cue. */
  from: number
  to: number
  speaker: Mention | null
  /** Where the report stands. */
  contents: Span[]
  /** How cue, speaker and report stand to one another. */
  structure: 'leftVS' | 'participle' | 'trailing' | 'middle' | 'leftQuoted' | 'right' | 'according'
  /** Share of the word's uses that are cues. */
  share: number
}

/** A cue that is believed, with the probability that its report and its speaker are right too. */
interface Cue extends Found {
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
  article.blocks.forEach((block, index) => {
    if (block.role === 'headline' || block.role === 'subheading') return
    readBlock(block, pairs[index] as Quotation[])
  })
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)

  function readBlock(block: Block, quotations: readonly Quotation[]): void {
    const tokens = tokenize(folded, block.start, block.end)
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
      readSentence(sentence, span, inside, claimed)
      readRemaining(sentence, span, inside, claimed)
      const said = quotes.slice(before).findLast((quote) => quote.speaker !== null)
      if (said) lastSpeaker = said.speaker
    }
  }

  function readSentence(sentence: readonly Token[], span: Span, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    let nextQuotation = 0
    const quoted = sentence.map((token) => {
      while (nextQuotation < inside.length && (inside[nextQuotation] as Quotation).outerEnd <= token.start) nextQuotation++
      const quotation = inside[nextQuotation]
      return quotation !== undefined && token.start >= quotation.outerStart && token.end <= quotation.outerEnd
    })
    const founds: Cue[] = []
    for (let at = 0; at < sentence.length; at++) {
      if (quoted[at]) continue
      const subject = lastSubject
      const found = readCue(sentence, quoted, at, span, inside)
      if (!found) continue
      const score = judge.cue(describeCue(sentence, quoted, found, span, inside), {
        start: (sentence[found.from] as Token).start,
        end: (sentence[found.to - 1] as Token).end,
      })
      if (score <= CUE_SCORE) {
        lastSubject = subject
        continue
      }
      const chance = 1 / (1 + Math.exp(-score))
      founds.push({ ...found, strength: ALL_RIGHT * chance ** 2 })
      at = Math.max(at, found.to - 1)
    }
    founds.forEach((found, index) => {
      const cue = { start: (sentence[found.from] as Token).start, end: (sentence[found.to - 1] as Token).end }
      for (const content of found.contents) {
        let end = content.end
        // A later cue of the same sentence that stands to the right ends this report when it is coordinated with it.
        const next = founds[index + 1]
        if (next && content.start < (sentence[next.from] as Token).start) {
          const nextCue = (sentence[next.from] as Token).start
          const nextStart = next.speaker && next.speaker.start > cue.end ? Math.min(nextCue, next.speaker.start) : nextCue
          const lead = folded.slice(Math.max(content.start, nextStart - 8), nextStart)
          if (nextStart < end && /(?:, |, and |,? but | and )$/.test(lead))
            end = nextStart - (/(?:, |, and |,? but | and )$/.exec(lead) as RegExpExecArray)[0].length
        }
        // “When he spoke with the board, Roe said, “…””: the words belong to the main clause.
        const own = inside.filter((quotation) => !founds.slice(index + 1).some((later) => announces(sentence, later, cue, quotation)))
        addContent({ start: content.start, end }, found, cue, own, claimed)
      }
    })
  }

  /** Whether a cue of the main clause stands between one in the clause that opens the sentence and a quotation. */
  function announces(sentence: readonly Token[], later: Found, before: Span, quotation: Quotation): boolean {
    const { start, end } = sentence[later.from] as Token
    return (
      CIRCUMSTANCE.test((sentence[0] as Token).lower) &&
      later.speaker !== null &&
      start > before.end &&
      later.speaker.start > before.end &&
      /[,―—–-]\s$/.test(folded.slice(later.speaker.start - 2, later.speaker.start)) &&
      end <= quotation.outerStart &&
      later.contents.some((content) => content.start <= quotation.outerStart && content.end >= quotation.outerEnd)
    )
  }

  function addContent(content: Span, found: Cue, cue: Span, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    const span = trimContent(content)
    if (span.end - span.start < 3) return
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
    return judge.quotation(describeQuotation(quotation, found), quotation) > QUOTATION_SCORE
  }

  function describeQuotation(quotation: Quotation, found: Found | null): Features {
    const said = folded.slice(quotation.start, quotation.end)
    const words = said.split(/\s+/).filter((word) => word !== '')
    const before = folded.slice(Math.max(0, quotation.outerStart - 24), quotation.outerStart)
    const after = folded.slice(quotation.outerEnd, quotation.outerEnd + 16)
    const wordBefore = /([\p{L}’']{1,24})\s?$/u.exec(before)?.[1]?.toLowerCase() ?? ''
    const features: Features = new Map()
    const set = (name: string, value: number | boolean): void => {
      features.set(name, Number(value))
    }
    set('words', Math.min(60, words.length))
    set('utterance', isUtterance(quotation))
    set('term', terms.isTerm(quotation))
    set('claimed', found?.share ?? 0)
    set(`structure ${found?.structure ?? 'none'}`, 1)
    set('capitals', words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length))
    set('first capital', /^\p{Lu}/u.test(said))
    set('first pronoun', /^(?:i|we|you|it|he|she|they|this|that|there)\b/i.test(said))
    set(
      'verb',
      /\b(?:is|are|was|were|be|been|have|has|had|will|would|can|could|should|do|does|did|’s|’re|’m|'s|'re|'m|don't|don’t)\b/.test(said),
    )
    set('ends', '.!?,…-'.indexOf(said.at(-1) ?? ' ') + 1)
    set('open', quotation.open)
    set('typewriter', quotation.typewriter)
    set('share before', cueShare(wordBefore))
    set('that before', wordBefore === 'that')
    set(
      'as before',
      /^(?:as|a|an|the|of|called|named|titled|dubbed|entitled)$/.test(wordBefore)
        ? 'as a an the of called named titled dubbed entitled'.split(' ').indexOf(wordBefore) + 1
        : 0,
    )
    set('mark before', ',:;(—-'.indexOf(before.trimEnd().at(-1) ?? ' ') + 1)
    set('opens block', before === '' || before.endsWith('\n'))
    set('mark after', '.,;:)—'.indexOf(after.trimStart()[0] ?? ' ') + 1)
    set('ends block', after === '' || after.startsWith('\n'))
    set('share after', cueShare(/^\s?([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? ''))
    set('share second after', cueShare(/^\s?[\p{L}’']+ ([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? ''))
    set('noun after', /^\s[a-z]/.test(after) && !/^\s(?:and|or|but|to|in|on|for|by|at|with|said|he|she|as)\b/.test(after))
    set('speaker', lastSpeaker !== null)
    return features
  }

  function describeCue(
    sentence: readonly Token[],
    quoted: readonly boolean[],
    found: Found,
    span: Span,
    inside: readonly Quotation[],
  ): Features {
    const at = found.from
    const token = sentence[at] as Token
    const next = sentence[found.to]
    const second = sentence[found.to + 1]
    const before = sentence[at - 1]
    const features: Features = new Map()
    const set = (name: string, value: number | boolean): void => {
      features.set(name, Number(value))
    }
    set('share', found.share)
    set(`structure ${found.structure}`, 1)
    set('ending', /ing$/.test(token.lower) ? 1 : /ed$/.test(token.lower) ? 2 : /s$/.test(token.lower) ? 3 : 0)
    set('said', token.lower === 'said' || token.lower === 'says')
    set('that next', next?.lower === 'that')
    set('to next', next?.lower === 'to')
    set('quoted next', quoted[found.to] === true || quoted[found.to + 1] === true)
    set('next', nextKind(next))
    set('second', nextKind(second))
    set('share next', next ? cueShare(next.lower) : 0)
    set('before', nextKind(before))
    set('share before', before ? cueShare(before.lower) : 0)
    let modal = 0
    let negated = 0
    for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
      const { lower } = sentence[index] as Token
      if (/^(?:will|would|could|should|may|might|can|must)$/.test(lower)) modal = 1
      if (/^(?:not|never|no)$|n['’]t$/.test(lower)) negated = 1
      if (lower === 'to') modal = 2
      if (/^(?:be|been|is|are|was|were|being)$/.test(lower)) modal = 3
    }
    set('modal', modal)
    set('negated', negated)
    set('speaker', found.speaker ? { pronoun: 1, name: 2, description: 3 }[found.speaker.form] : 0)
    set('kind', found.speaker ? { person: 1, group: 2, organization: 3, unknown: 4 }[found.speaker.kind] : 0)
    set('speaker length', found.speaker ? found.speaker.end - found.speaker.start : 0)
    set('speaker distance', found.speaker ? Math.min(200, Math.abs(token.start - found.speaker.end)) : 300)
    set(
      'content length',
      found.contents.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0),
    )
    set('position', at)
    set('rest', span.end - token.end)
    set('quotations', inside.length)
    set(
      'verb near',
      sentence.slice(found.to, found.to + 9).some(({ lower }) => VERB.has(lower)),
    )
    set('first', at === 0 || token.capital)
    return features
  }

  function trimContent(span: Span): Span {
    let { start, end } = span
    while (start < end && /[\s,:;.—–-]/.test(folded[start] as string)) start++
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
    if (share < LEAST_SHARE) return null
    const next = sentence[at + 1]
    const nextQuoted = quoted[at + 1] === true || (quoted[at + 2] === true && !(sentence[at + 1] as Token).word)
    const verbStart = verbGroupStart(sentence, quoted, at)
    const beforeVerb = sentence[verbStart - 1]
    // “…,” said John Smith.
    const leftQuoted = verbStart > 0 && quoted[verbStart - 1] === true
    const leftComma = beforeVerb?.text === ','
    const leftContent = (from: number): Span => ({ start: span.start, end: from })
    if (
      (leftQuoted || (leftComma && /(?:ed|said|says|wrote|writes)$/.test(token.lower))) &&
      verbStart === at &&
      next &&
      startsPhrase(next) &&
      share >= SHARE.quoted
    ) {
      const end = phraseEnd(sentence, quoted, at + 1)
      const speaker = readPhrase(sentence.slice(at + 1, end), text)
      // Without marks, “C, said S.” ends the sentence; else the comma closes an apposition: “Jane Roe, a lawyer, said C”.
      const closes = sentence.slice(end).every((rest) => !rest.word) && speaker?.form !== 'pronoun' && end - at <= 12
      if (speaker && (leftQuoted || closes)) {
        const contents = [leftContent(token.start)]
        const rest = inside.find((quotation) => quotation.outerStart >= token.end)
        if (rest) contents.push({ start: rest.outerStart, end: Math.max(rest.outerEnd, rest.outerEnd) })
        return { from: at, to: at + 1, speaker, contents, structure: 'leftVS', share }
      }
    }
    if (token.lower.endsWith('ing')) {
      if (share < SHARE.participle || !(leftComma || nextQuoted)) return null
      // “footage of Jane Roe asking, “…””: the name right before it does.
      let nameStart = at
      while (nameStart > 0 && (sentence[nameStart - 1] as Token).capital && !quoted[nameStart - 1]) nameStart--
      const named = nameStart > 0 && nameStart < at ? readPhrase(sentence.slice(nameStart, at), text) : null
      const speaker = named ?? openingSubject(sentence, quoted, at) ?? lastSubject
      return { from: at, to: at + 1, speaker, contents: [{ start: token.end, end: span.end }], structure: 'participle', share }
    }
    const sourceStart = phraseStart(sentence, quoted, verbStart)
    const whole = sourceStart < verbStart ? sentence.slice(sourceStart, verbStart) : []
    const source = whole.length > 0 && isNounPhrase(whole) ? readPhrase(whole, text) : null
    const coordinated =
      source === null && (whole.length > 0 || /^(?:and|but|,)$/.test(beforeVerb?.lower ?? ''))
        ? (openingSubject(sentence, quoted, at) ?? lastSubject)
        : null
    const speaker = source ?? coordinated
    if (source && source.form !== 'pronoun') lastSubject = source
    else if (source) lastSubject = source
    if (!speaker) return null
    const sourceAt = sourceStart < sentence.length ? (sentence[sourceStart] as Token).start : token.start
    const boundary = sentence[sourceStart - 1]
    const contentLeft =
      boundary !== undefined &&
      (quoted[sourceStart - 1] === true || boundary.text === ',' || boundary.text === '—' || boundary.text === '--')
    const right = { start: token.end, end: span.end }
    const rightText = folded.slice(right.start, right.end).trim()
    const passive = /^(?:is|are|was|were|be|been)$/.test(sentence[at - 1]?.lower ?? '') && !/^(?:saying|quoted)/.test(token.lower)
    if (passive && !nextQuoted) return null
    if (contentLeft && (rightText.replace(/[.!?”"’\s]/g, '') === '' || ADVERBIAL.test(rightText)) && share >= SHARE.trailing) {
      return { from: at, to: at + 1, speaker, contents: [leftContent(sourceAt)], structure: 'trailing', share }
    }
    // “In an interview, she said, “…””: what stands before is no report.
    const opensQuotation =
      next?.text === ',' && quoted[at + 2] === true && !quoted[sourceStart - 1] && CIRCUMSTANCE.test((sentence[0] as Token).lower)
    if (contentLeft && next?.text === ',' && !opensQuotation && share >= SHARE.trailing) {
      const contents = [leftContent(sourceAt), { start: next.end, end: span.end }]
      return { from: at, to: at + 1, speaker, contents, structure: 'middle', share }
    }
    // “On “Face the State,” she said the plan was late”: the quotation is where it was said.
    const names = CIRCUMSTANCE.test((sentence[0] as Token).lower) && !quoted[0]
    if (contentLeft && !names && quoted[sourceStart - 1] === true && share >= SHARE.quoted) {
      const rest = inside.find((quotation) => quotation.outerStart >= token.end)
      const contents = [leftContent(sourceAt)]
      if (rest) contents.push({ start: rest.outerStart, end: rest.outerEnd })
      return { from: at, to: at + 1, speaker, contents, structure: 'leftQuoted', share }
    }
    if (rightText.length < 4) return null
    return { from: at, to: at + 1, speaker, contents: [rightContent(sentence, at, right)], structure: 'right', share }
  }

  /** The subject of the sentence: the noun phrase that it opens with, up to its first verb. */
  function openingSubject(sentence: readonly Token[], quoted: readonly boolean[], limit: number): Mention | null {
    const first = sentence[0]
    if (
      !first ||
      quoted[0] ||
      (OPENERS.has(first.lower) && !/^(?:the|a|an|his|her|their|our|my|some|many|most|one|two|it|this|these|those)$/.test(first.lower))
    )
      return null
    for (let at = 1; at < limit; at++) {
      const token = sentence[at] as Token
      if (quoted[at]) return null
      const verb =
        VERB.has(token.lower) ||
        AUXILIARY.has(token.lower) ||
        (!token.capital && (cueShare(token.lower) >= VERB_SHARE || /(?:ed|ly)$/.test(token.lower)))
      if (token.text === ',' || verb) return isNounPhrase(sentence.slice(0, at)) ? readPhrase(sentence.slice(0, at), text) : null
    }
    return null
  }

  /** Behind “told reporters”, “said in a statement”, “said on Monday” the report begins later. */
  function rightContent(sentence: readonly Token[], at: number, right: Span): Span {
    const token = sentence[at] as Token
    let start = right.start
    const rest = folded.slice(start, right.end)
    if (/^(?:told|tells|telling|tell|assured|reminded|informed|warned|warns)$/.test(token.lower)) {
      const hearer =
        /^\s(?:(?!that\b|“|")[\p{L}\p{N}.’'-]+\s){1,7}?(?=that\b|“|"|in a |on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u.exec(rest) ??
        /^\s(?:reporters|lawmakers|him|her|them|me|us|the [A-Z][\p{L}]+(?: [A-Z]\p{L}+){0,3}|(?:[A-Z][\p{L}.’]+\s?){1,4})(?=\s|,)/u.exec(
          rest,
        )
      if (hearer) start += hearer[0].length
    }
    const adverbial =
      /^\s?(?:in an? (?:\p{L}+ ){0,3}(?:statement|interview|email|e-mail|tweet|letter|speech|release|post|memo|report|briefing|address|video)(?: (?:to|with|on|from) [^,"“]{1,40}?)?|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|late [A-Z]\p{L}+|at (?:a|the) (?:\p{L}+ ){0,3}(?:conference|rally|event|meeting|hearing|briefing|debate))(?=[\s,:]*(?:that\b|“|"|,|:|\p{L}))/u.exec(
        folded.slice(start, right.end),
      )
    if (adverbial) start += adverbial[0].length
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
  function readRemaining(sentence: readonly Token[], span: Span, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    for (const quotation of inside) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      const opens = folded.slice(span.start, quotation.outerStart).trim() === ''
      const signed = signature(quotation)
      if (signed) {
        recordQuotation(quotation, 'direct', signed, null, 0.85)
        continue
      }
      const utterance = isUtterance(quotation)
      if (!isAttribution(quotation, null)) continue
      if (opens && utterance) {
        recordQuotation(quotation, 'direct', lastSpeaker, null, lastSpeaker ? 0.75 : 0.5)
        continue
      }
      const subject = sentenceSubject(sentence, quotation, inside)
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

  /** The noun phrase that the sentence of an unclaimed quotation begins with. */
  function sentenceSubject(sentence: readonly Token[], quotation: Quotation, inside: readonly Quotation[]): Mention | null {
    for (let at = 0; at < Math.min(sentence.length, 12); at++) {
      const token = sentence[at] as Token
      if (token.start >= quotation.outerStart) break
      if (inside.some(({ outerStart, outerEnd }) => token.start >= outerStart && token.end <= outerEnd)) continue
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

/** Longest name before the verb of a tag, in tokens. */
const LONGEST_TAG = 8

/**
 * Joins “Why now?” with the tag that follows it, Roe said: the question mark ends the question and not the sentence.
 *
 * @param tokens tokens of a block
 * @param ranges its sentences
 * @returns the sentences, tags joined to their quotations
 */
function withTags(tokens: readonly Token[], ranges: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    const asks = last && /^["”’']$/.test((tokens[last.end - 1] as Token).text) && /^[?!]$/.test(tokens[last.end - 2]?.text ?? '')
    if (last && asks && isTag(tokens, range)) last.end = range.end
    else joined.push({ ...range })
  }
  return joined
}

/** “Jane Roe said.”, “Roe asked on Monday.”: a name and a sure cue, and no report behind it. */
function isTag(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let at = start; at < Math.min(end, start + LONGEST_TAG); at++) {
    const token = tokens[at] as Token
    if (at > start && SPEAKS.test(token.lower))
      return at + 1 === end || /^(?:[.,;]|in|on|at|during|after|to|of|when|as|last|this)$/.test(tokens[at + 1]?.lower ?? '')
    if (!token.word || !(token.capital || /^(?:the|a|an|of|for|and)$/.test(token.lower))) return false
  }
  return false
}

/** A coarse part of speech, as a number. */
function nextKind(token: Token | undefined): number {
  if (!token) return 0
  if (!token.word) return ',.:;"“'.includes(token.text) ? 1 + ',.:;"“'.indexOf(token.text) : 8
  if (/^(?:he|she|they|it|we|i|you|him|her|them|us|me)$/.test(token.lower)) return 9
  if (/^(?:the|a|an|this|these|those|his|their|its|our|my|your|some|any|no|all)$/.test(token.lower)) return 10
  if (/^(?:of|in|on|for|at|by|with|from|about|as|into|against|over|under|after|before)$/.test(token.lower)) return 11
  if (/^(?:and|or|but)$/.test(token.lower)) return 12
  if (/^(?:is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|must|do|does|did)$/.test(token.lower)) return 13
  if (/^(?:what|how|why|when|where|who|whether|if)$/.test(token.lower)) return 14
  if (token.capital) return 15
  if (/ly$/.test(token.lower)) return 16
  if (/(?:ed|ing)$/.test(token.lower)) return 17
  return 18
}

function startsPhrase(token: Token): boolean {
  return (
    token.capital ||
    /^(?:the|a|an|he|she|they|it|one|two|his|her|some|many|several|officials|police|sources|we|i|another|its|their|this)$/.test(token.lower)
  )
}

/** A noun phrase neither begins with a participle nor ends with a function word. */
function isNounPhrase(phrase: readonly Token[]): boolean {
  const first = phrase[0] as Token
  const last = phrase.at(-1) as Token
  if (!first.capital && /(?:ing|ed)$/.test(first.lower)) return false
  return (
    !/^(?:and|or|but|with|for|from|to|of|in|on|at|by|a|an|the|her|his|its|their|that|which)$/.test(last.lower) ||
    (phrase.length === 1 && /^(?:that|which)$/.test(last.lower))
  )
}

/** Leftwards over auxiliaries, adverbs and times: “Axelrod on Wednesday called”, “Wells Fargo just this month announced”. */
function verbGroupStart(sentence: readonly Token[], quoted: readonly boolean[], at: number): number {
  let start = at
  for (;;) {
    const before = sentence[start - 1]
    if (!before || quoted[start - 1]) return start
    if (AUXILIARY.has(before.lower) || (/ly$/.test(before.lower) && !before.capital)) start--
    else if (WHEN.test(before.lower) && start > 1 && /^(?:on|last|this|late|early|earlier)$/.test((sentence[start - 2] as Token).lower))
      start -= 2
    else return start
  }
}

/** Leftwards over the noun phrase that ends before a verb, with its apposition. */
function phraseStart(sentence: readonly Token[], quoted: readonly boolean[], end: number): number {
  let start = end
  let commas = 0
  while (start > 0 && end - start < 24) {
    const before = sentence[start - 1] as Token
    if (quoted[start - 1]) break
    if (before.text === ',') {
      // “Jane Roe, a spokeswoman for Acme, said”: two commas enclose an apposition.
      if (start === end) {
        commas = 1
        start--
        continue
      }
      if (commas === 1) {
        commas = 2
        start--
        continue
      }
      break
    }
    if (!before.word && !/^[$%'’()&/-]$/.test(before.text)) break
    if (commas === 1) {
      start--
      continue
    }
    if (BOUNDARY.has(before.lower)) break
    // A verb belongs to another clause; so does a subject pronoun that does not stand right before the cue.
    if (VERB.has(before.lower) || (!before.capital && cueShare(before.lower) >= CLAUSE_SHARE)) break
    if (/^(?:he|she|they|we|i|who)$/.test(before.lower)) return start === end ? start - 1 : start
    if (before.lower === 'and' && !joinsNames(sentence, start - 1)) break
    start--
  }
  // One comma only: what stands before it is no apposition but another clause.
  if (commas === 1) return end
  // “On Tuesday Mr. Smith said”: the phrase begins behind the preposition's object.
  if (
    start < end &&
    /^(?:on|in|at|during|by|with|for|from|to|earlier|later|and|or|so|meanwhile|still|yet|then|thus|however)$/.test(
      (sentence[start] as Token).lower,
    )
  ) {
    for (let at = end - 1; at > start; at--) {
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

function joinsNames(sentence: readonly Token[], at: number): boolean {
  const before = sentence[at - 1]
  const after = sentence[at + 1]
  return before !== undefined && after !== undefined && before.word && after.word && before.capital === after.capital && before.text !== ','
}

/** Rightwards over a noun phrase with its apposition; inside an apposition and brackets nothing but its end ends it. */
function phraseEnd(sentence: readonly Token[], quoted: readonly boolean[], start: number, loose = false): number {
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
      if (loose && start <= 2 && !/^(?:an?|who)$/.test(next?.lower ?? '')) break
      if (!next || quoted[end + 1] || NO_APPOSITION.test(next.lower) || !/^(?:a|an|the|who|\p{L}+|\d+)$/u.test(next.text)) break
      apposition = true
    } else if (end > start && isTimePhrase(sentence, end)) break
    else if (end > start && !apposition && NO_SOURCE.test(token.lower)) break
    end++
  }
  return end
}

/** “on Tuesday”, “last week”, “in a statement”: when and where it was said. */
function isTimePhrase(sentence: readonly Token[], at: number): boolean {
  const first = (sentence[at] as Token).lower
  const second = sentence[at + 1]?.lower ?? ''
  if (/^(?:on|last|this|late|early|earlier)$/.test(first) && WHEN.test(second)) return true
  if (WHEN.test(first) && first !== 'may') return true
  return (
    first === 'in' &&
    /^an?$/.test(second) &&
    /^(?:statement|interview|email|e-mail|tweet|speech|letter|post|release|memo)$/.test(sentence[at + 2]?.lower ?? '')
  )
}
