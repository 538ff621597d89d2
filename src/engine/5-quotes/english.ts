/**
 * Who said what in English. Per block: pair the marks, split the sentences, read the cues that the word counts of
 * `models/cues.en.txt` allow (english-structures.ts), then attribute the quotations that no cue claimed.
 */
import { isGivenName } from '../1-document/given-names.ts'
import { contains, firstEndingAfter, type Span } from '../1-document/span.ts'
import { sentenceRanges, type Token, tokenize } from '../1-document/tokens.ts'
import { NAME_LABEL, OPENING_MARK } from '../3-layout/speaker-lines.ts'
import type { Article, Block } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import { INITIALS } from '../4-names/english-words.ts'
import type { Mention } from '../4-names/mention.ts'
import { opensWithCircumstance } from './english-circumstances.ts'
import type { Found } from './english-cues.ts'
import { behindDateline } from './english-dateline.ts'
import { bestCues, type Marked } from './english-features.ts'
import { type EnglishJudge, englishJudge } from './english-judge.ts'
import { startsPhrase } from './english-phrases.ts'
import { findRelays } from './english-relays.ts'
import { opensSentence } from './english-sources.ts'
import { CueReader } from './english-structures.ts'
import { tagBehind, withTags } from './english-tags.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import { Terms } from './terms.ts'

/** Log odds from which words in marks are somebody's; chosen on polnear/dev for quotes with their speakers. */
const QUOTATION_SCORE = 0
/** Share of reports with a sure cue whose bounds and speaker are right; with the cue’s chance squared it fits polnear/dev. */
const ALL_RIGHT = 0.88
/** Log odds from which a word is taken for a cue; chosen on polnear/dev for quotes with their speakers. */
const CUE_SCORE = -0.3
/** A word that is a cue in so many of its uses hardly ever is anything else. */
const SURE = 0.5
/** Log odds from which a word is a cue where words in marks follow that are somebody's, and what may stand between, in UTF-16 units. */
const DOUBTFUL = -1
const BETWEEN = 6
const SIGNATURE =
  /^(\s{0,2}(?:[―—–]|--?)\s?)\p{Lu}[\p{L}.'’-]{1,24}(?: \p{L}[\p{L}.'’-]{0,24}){0,4}(?:, (?:\d{2}, )?(?:an? |the )?(?:\p{Lu}[\p{L}.-]{1,20} ){0,3}\p{Ll}(?:[^.,!?:“”"\n]|,(?! (?:to|in|on|at|during|speaking) )){2,60})?/u
/** A line below words in marks that is nothing but a full name and who bears it: “Jane Roe, a baker from Dellby.” */
const SIGNED_BELOW =
  /^(\s{0,2})\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}, (?:an?|the|\d{2}|former|retired|head|owner|director|manager|chief|professor|president|host|editor|[a-z]{3,20}) [^.!?:“”"\n]{2,60}\.?(?=\n|$)/u
const LONGEST_SIGNATURE = 140
/** In PolNeAR so many words that a cue announces are somebody's in all cases but the gold's own omissions. */
const LEAST_WORDS = 7
/** The verb behind a source that ends a sentence, with its full stop, in UTF-16 units. */
const LONGEST_TAG = 14
/** Words in marks belong to a cue that stands no further before them, in UTF-16 units. */
const NEXT_TO = 8
/** Who speaks in a transcript; its turns may stand in marks, each opened anew. */
const TRANSCRIPT = /^(["“]?)([A-Z][\p{L}.’' -]{0,40}(?:\([^)]{1,30}\))?):\s/u
/** Turns that make a transcript. */
const LEAST_TURNS = 3

/** “Said Jane Roe”: no name alone; and the longest line that names who speaks, in UTF-16 units. */
const VERB_FIRST = /^(?:Said|Says|[A-Z][a-z]+ed) /
const LONGEST_LABEL = 40
/** How likely such a line names the speaker. */
const LABELLED = 0.7

/** Whoever answers is not alone. */
const ANSWERS = /^(?:replied|replies|answered|answers|responded|responds|retorted|countered|shot)$/

const QUESTION = /^(?:Q|A|Question|Answer):\s/

/** What parts two reports of one sentence: a comma, which may stand in marks, or a conjunction. */
const JOINT = /(?:,["”](\s)|(, and |,? but |,? while |,? whereas | and |[,;] |;["”] ))$/

const LONGEST_JOINT = 10

/** “In fact, she said, …”: no report by itself. */
const PHRASE =
  /^(?:in (?:fact|short|the end|other words|turn)|for (?:instance|example|now|once)|by contrast|at (?:first|least|last)|of course|as a result|after all|on the contrary|indeed|perhaps|still|instead|meanwhile|however|but|and|so|yet|well|no|yes|then|later|soon)$/i

/** A cue that is believed, with the probability that its report and its speaker are right too. */
interface Cue extends Found {
  at: Span
  strength: number
}

/**
 * Finds the quotes of an English article.
 *
 * @param article the clean article
 * @param interview blocks that are read already, see interviews.ts
 * @param judge what is a cue and what is a quotation; the shipped one unless a tool brings its own
 * @returns quotes, sorted by start
 */
export function findEnglishQuotes(
  article: Article,
  interview: ReadonlySet<Block> = new Set(),
  judge: EnglishJudge = englishJudge(),
): Quote[] {
  const { folded, text } = article
  const quotes: Quote[] = []
  const pairs = article.blocks.map((block, index) =>
    pairMarks(folded, block, article.blocks[index + 1], article.blocks[index - 1]).filter(
      (quotation) => quotation.depth === 0 && !isNickname(article.tokens[index] as Token[], quotation),
    ),
  )
  const terms = new Terms(article, pairs.flat())
  // One line that begins with a name and a colon is a headline; several are a transcript, where somebody speaks again.
  const turns = article.blocks.flatMap(({ start, end }) => TRANSCRIPT.exec(folded.slice(start, Math.min(end, start + 90)))?.[2] ?? [])
  const isTranscript =
    turns.length >= LEAST_TURNS && (new Set(turns).size < turns.length || turns.every((turn) => turn === turn.toUpperCase()))
  let lastSpeaker: Mention | null = null
  /** Whoever writes has said something. */
  let narrated = false
  /** Whom the last speaker has answered. */
  let asker: Mention | null = null
  /** Last words of names, found when they are first asked for. */
  let surnames: ReadonlySet<string> | null = null
  const reader = new CueReader(article)
  /** Who quotes somebody else, by the places of the cues. */
  const cited = new Map<number, Mention>()
  /** The sentence before, if nobody's words stand in it, in which somebody may act: “Roe smiled. “Ask me on Friday.”” */
  let acting: readonly Token[] | null = null
  /** “Roe continued:” at the end of a block announces what stands in marks in the next one. */
  let announcing: Cue | null = null
  /** Where the words of the paragraph before go on; −1 for nowhere. */
  let goesOnFrom = -1
  /** The block that is read. */
  let around: Pick<Marked, 'tokens' | 'quotations'>
  article.blocks.forEach((block, index) => {
    goesOnFrom = pairs[index - 1]?.at(-1)?.open === true ? block.start : -1
    const labelled = labelAlone(index)
    if (labelled) announcing = labelled
    if (labelled || block.role === 'headline' || block.role === 'subheading' || interview.has(block)) return
    readBlock(block, behindDateline(article, index, isTranscript), pairs[index] as Quotation[])
  })
  attributeRunning()
  quotes.sort((a, b) => a.start - b.start || b.end - a.end)
  findRelays(article, quotes, cited)
  return quotes

  /** “Words of one paragraph. / “And of the next,” Roe said.”: what runs over paragraphs is whose its last one is. */
  function attributeRunning(): void {
    const byStart = new Map(quotes.filter(({ kind }) => kind !== 'indirect').map((quote) => [quote.start, quote]))
    for (let index = article.blocks.length - 2; index >= 0; index--) {
      const { start, end } = article.blocks[index] as Block
      const running = pairs[index]?.at(-1)
      const next = pairs[index + 1]?.[0]
      if (
        !running?.open ||
        running.outerStart !== start ||
        running.typewriter ||
        next?.outerStart !== (article.blocks[index + 1] as Block).start
      )
        continue
      const [quote, told] = [byStart.get(running.start), byStart.get(next.start)]
      // Who is named before the words speaks on; a name behind the last of them tells who it was.
      if (!told?.speaker || told.cue === null || told.cue.start < told.end || quote?.cue) continue
      if (quote) quote.speaker = told.speaker
      else {
        const added: Quote = { ...told, start: running.start, end, cue: null }
        quotes.push(added)
        byStart.set(added.start, added)
      }
    }
  }

  /** “JANE ROE:” or “Jane Roe” in a line of its own, above her words in marks. */
  function labelAlone(index: number): Cue | null {
    const [{ start, end }, next] = [article.blocks[index] as Block, article.blocks[index + 1]]
    if (end - start > LONGEST_LABEL || !next || !OPENING_MARK.test(folded[next.start] as string)) return null
    const label = NAME_LABEL.exec(folded.slice(start, end))
    if (!label || VERB_FIRST.test(label[0]) || (label[2] === '' && !isGivenName((label[1] as string).split(' ')[0] as string))) return null
    const speaker = readPhrase(tokenize(folded, start, start + (label[1] as string).length), text)
    const at = { start: label[2] === '' ? end : end - 1, end }
    return speaker && { from: 0, to: 0, speaker, contents: [], structure: 'right', share: SURE, at, strength: LABELLED }
  }

  function readBlock(block: Block, tokens: readonly Token[], quotations: readonly Quotation[]): void {
    around = { tokens, quotations: quotations.length }
    acting = null
    const claimed = new Set<Quotation>()
    const transcript = TRANSCRIPT.exec(folded.slice(block.start, Math.min(block.end, block.start + 90)))
    if (transcript && isTranscript && !QUESTION.test(transcript[0])) {
      const [label, mark, name] = transcript as unknown as [string, string, string]
      const named = { start: block.start + mark.length, end: block.start + mark.length + name.length }
      const speaker = readPhrase(
        tokens.filter((token) => contains(named, token)),
        text,
      )
      const start = block.start + label.length
      const end = mark !== '' && /["”]$/.test(folded.slice(start, block.end)) ? block.end - 1 : block.end
      // KIM: initials may be a name here.
      if (speaker && (speaker.kind === 'person' || INITIALS.test(name)) && start < end) {
        speaker.kind = 'person'
        record(start, end, 'direct', speaker, { start: start - 2, end: start - 1 }, 0.7)
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
      recordQuotation(opening, 'direct', announced.speaker, announced.at.start < announced.at.end ? announced.at : null, announced.strength)
      claimed.add(opening)
      lastSpeaker = announced.speaker
    }
    // “Roe added:” and a paragraph without marks: it is hers all the same.
    if (announced && quotations.length === 0 && isBlockQuotation(block, announced)) {
      record(block.start, block.end, 'indirect', announced.speaker, announced.at, announced.strength)
      return
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
      readRemaining(sentence, span, inside, claimed, doubtful, block)
      acting = inside.length === 0 ? sentence : null
      const said = quotes.slice(before).findLast(({ speaker }) => speaker !== null && !isNarrator(speaker))
      narrated ||= quotes.slice(before).some(({ speaker }) => speaker !== null && isNarrator(speaker))
      const answers = said?.cue ? ANSWERS.test(folded.slice(said.cue.start, said.cue.end)) : false
      asker = answers && said?.speaker !== lastSpeaker ? lastSpeaker : null
      if (said) lastSpeaker = said.speaker
      else if (endsWithTag(span)) lastSpeaker = reader.subject
    }
  }

  /** “We believe so”: who writes or tells is not who goes on. */
  function isNarrator({ form, start, end }: Mention): boolean {
    return form === 'pronoun' && /^(?:i|we)$/i.test(folded.slice(start, end))
  }

  /** Whether a block without marks is announced by the end of the one before: by a sure cue, and as no item of a list. */
  function isBlockQuotation({ start, role }: Block, { share }: Cue): boolean {
    return share >= SURE && (role === 'blockquote' || (role === 'paragraph' && /[\p{L}\p{N}]/u.test(folded[start] as string)))
  }

  /** “Don't panic, Roe advised.”: whoever stands so has spoken, though the verb alone is no cue. */
  function endsWithTag({ start, end }: Span): boolean {
    const { subject } = reader
    return (
      subject?.kind === 'person' &&
      subject.start > start &&
      end - subject.end <= LONGEST_TAG &&
      folded.slice(subject.start - 2, subject.start) === ', '
    )
  }

  /** “A spokesperson said …. They added”, “The company said …. It added”: whoever spoke last goes on. */
  function takeUp(speaker: Mention | null): void {
    const last = lastSpeaker?.antecedent ?? lastSpeaker
    if (speaker?.form !== 'pronoun' || speaker.antecedent) return
    const written = folded.slice(speaker.start, speaker.end).toLowerCase()
    const goesOn =
      last &&
      last.form !== 'pronoun' &&
      (written === 'they'
        ? last.form === 'description' || last.kind !== 'person'
        : written === 'it' && (last.kind === 'organization' || isFirm(last)))
    if (goesOn) speaker.antecedent = last
    // “The company, Ellery Lines, was less certain. In a statement it welcomed”: else an organisation that has just acted.
    else if (written === 'it' && acting) {
      const actor = reader.opening(acting, [], acting.length)
      if (actor?.kind === 'organization') speaker.antecedent = actor
    }
  }

  /** “Parkwise said …. It did not say”: a name of one word without a role may be a firm's, unless somebody has it for a surname. */
  function isFirm({ form, role, name }: Mention): boolean {
    const written = folded.slice(name.start, name.end)
    return form === 'name' && role === null && !/\s/.test(written) && !lastNames().has(written)
  }

  /** Words that stand behind another one with a capital inside a sentence: “said Harold Finch”. */
  function lastNames(): ReadonlySet<string> {
    surnames ??= new Set(
      article.tokens.flatMap((tokens) =>
        tokens.filter((token, at) => token.capital && tokens[at - 1]?.capital && tokens[at - 2]?.word).map((token) => token.text),
      ),
    )
    return surnames
  }

  /** Records what the cues of a sentence announce; returns the cues that are not believed by a little. */
  function readSentence(sentence: readonly Token[], span: Span, inside: readonly Quotation[], claimed: Set<Quotation>): Cue[] {
    let nextQuotation = 0
    const quoted = sentence.map((token) => {
      while (nextQuotation < inside.length && (inside[nextQuotation] as Quotation).outerEnd <= token.start) nextQuotation++
      const quotation = inside[nextQuotation]
      return quotation !== undefined && token.start >= quotation.outerStart && token.end <= quotation.outerEnd
    })
    const bests = bestCues(sentence)
    const founds: Cue[] = []
    const doubtful: Cue[] = []
    let colon: Cue | null = null
    for (let at = 0; at < sentence.length; at++) {
      if (quoted[at]) continue
      const subject = reader.subject
      const found = reader.read(sentence, quoted, at, span, inside)
      if (!found) continue
      const place = { start: (sentence[found.from] as Token).start, end: (sentence[found.to - 1] as Token).end }
      const rival = bests.find((token) => token !== sentence[found.from])
      const score = judge.cue({ sentence, quoted, found, span, inside, earlier: founds, rival }, place)
      const cue = { ...found, at: place, strength: ALL_RIGHT / (1 + Math.exp(-score)) ** 2 }
      // “what the jury called “…””: a sure verb between its subject and words in marks leaves no doubt.
      const announces =
        (found.share >= SURE && found.speaker !== null && quoted[found.to] === true && folded.endsWith('what ', found.speaker.start)) ||
        found.via !== undefined ||
        isRelayed(sentence, found, inside) ||
        isAnnounced(found, inside)
      if ((score <= CUE_SCORE && !announces) || repeats(sentence, found, founds.at(-1))) {
        reader.subject = subject
        if (score > DOUBTFUL) doubtful.push(cue)
        if (found.contents.length === 0) colon = cue
        continue
      }
      takeUp(cue.speaker)
      if (cue.via) cited.set(place.start, cue.via)
      founds.push(cue)
      at = found.to - 1
    }
    // “The paper reports:”: marks at the beginning of the next block make a cue of a verb that alone is none.
    if (colon) announcing = { ...colon, strength: 0.5 }
    const announced = announcements(sentence, founds, inside)
    const owners = ownersOf(founds, inside)
    founds.forEach((found, index) => {
      const cue = found.at
      announcing = found.contents.length === 0 ? found : null
      for (const content of found.contents) {
        let { start, end } = content
        // “The council promised money; none has come, Roe claims.”: each has its own clause.
        const parts = index > 0 && found.structure === 'trailing' && founds[index - 1]?.structure === 'right'
        if (parts) start += folded.slice(start, cue.start).lastIndexOf(';') + 1
        // A later cue of the same sentence that stands to the right ends this report when it is coordinated with it.
        const next = founds[index + 1]
        if (next && content.start < (sentence[next.from] as Token).start) {
          const nextCue = (sentence[next.from] as Token).start
          const nextStart = next.speaker && next.speaker.start > cue.end ? Math.min(nextCue, next.speaker.start) : nextCue
          const lead = folded.slice(Math.max(content.start, nextStart - LONGEST_JOINT), nextStart)
          // “According to a memo, managers believe …”: who stands where the report begins is part of it.
          const begins = /^[\s,:]*$/.test(folded.slice(content.start, nextStart))
          const joint = begins || nextStart >= end ? null : JOINT.exec(lead)
          if (joint) end = nextStart - (joint[1] ?? (joint[2] as string)).length
          const semicolon = next.structure === 'trailing' ? folded.slice(content.start, nextStart).lastIndexOf(';') : -1
          if (semicolon >= 0) end = content.start + semicolon
        }
        const own = inside.filter((quotation) => (announced.get(quotation) ?? 0) <= cue.end && (owners.get(quotation) ?? found) === found)
        addContent({ start, end }, found, own, claimed)
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

  /**
   * “The ministry promised money, although Roe cautioned that “…””: of several cues the last one right before the marks; behind
   * a colon and words in marks, “…,” she wrote: hers.
   */
  function ownersOf(founds: readonly Cue[], inside: readonly Quotation[]): Map<Quotation, Cue> {
    const owners = new Map<Quotation, Cue>()
    const places = founds.map(({ at }) => at)
    for (const quotation of inside) {
      const next = firstEndingAfter(places, quotation.outerStart)
      const last = founds[next - 1]
      if (
        last?.structure === 'right' &&
        last.contents.some(
          ({ start, end }) => start <= quotation.outerStart && quotation.outerStart - start <= NEXT_TO && quotation.outerEnd <= end + 1,
        )
      )
        owners.set(quotation, last)
      const tag = last && founds[next]
      if (
        tag?.contents[0]?.start === quotation.outerStart &&
        tag.structure !== 'according' &&
        tag.at.start >= quotation.outerEnd &&
        !folded.startsWith('report', tag.at.start)
      )
        owners.set(quotation, tag)
    }
    return owners
  }

  /** “The Echo reported that Roe told aides: “…””: a sure verb and a colon leave no doubt. */
  function isAnnounced({ share, speaker, structure, contents: [content] }: Found, inside: readonly Quotation[]): boolean {
    if (share < SURE || speaker?.kind !== 'person' || structure !== 'right' || !content) return false
    return inside.some(
      ({ outerStart }) =>
        outerStart - content.start >= 0 && /^:? ?$/.test(folded.slice(content.start, outerStart)) && folded[outerStart - 2] === ':',
    )
  }

  /** ““…,” Roe said at a hearing, according to the Echo”: hers, whatever relays it. */
  function isRelayed(sentence: readonly Token[], { share, speaker, to, structure }: Found, inside: readonly Quotation[]): boolean {
    if (share < SURE || speaker?.kind !== 'person' || !/^(?:leftVS|leftQuoted|trailing|middle)$/.test(structure)) return false
    return (
      sentence.slice(to).some(({ lower }) => lower === 'according') &&
      inside.some(({ outerEnd }) => speaker.start >= outerEnd && speaker.start - outerEnd <= NEXT_TO)
    )
  }

  function addContent(content: Span, found: Cue, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    const span = trimContent(content)
    if (span.end - span.start < 3 || PHRASE.test(folded.slice(span.start, span.end))) return
    const { at: cue } = found
    const within = inside.filter((quotation) => quotation.outerStart >= span.start - 1 && quotation.outerEnd <= span.end + 2)
    const whole = within[0]
    if (whole && within.length === 1 && whole.outerStart <= span.start + 1 && whole.outerEnd >= span.end - 1) {
      if (!claimed.has(whole) && isAttribution(whole, found))
        recordQuotation(whole, goesOn(whole) ? 'partial' : 'direct', found.speaker, cue, found.strength)
      claimed.add(whole)
      return
    }
    record(span.start, span.end, 'indirect', found.speaker, cue, found.strength)
    for (const quotation of within) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      if (isAttribution(quotation, found)) {
        const kind = isUtterance(quotation) && !goesOn(quotation) ? 'direct' : 'partial'
        recordQuotation(quotation, kind, found.speaker, cue, found.strength)
      }
    }
  }

  /** Whether words in marks are somebody's; `found` is the cue that announces them, if any. */
  function isAttribution(quotation: Quotation, found: Found | null): boolean {
    if (terms.isName(quotation)) return false
    const likely =
      judge.quotation({
        ...around,
        folded,
        quotation,
        times: terms.timesOf(quotation),
        found,
        utterance: isUtterance(quotation),
        term: terms.isTerm(quotation),
        spoken: narrated || lastSpeaker !== null,
      }) > QUOTATION_SCORE
    // “Never,” said Roe: a comma in the marks and a sure cue behind them leave no doubt.
    const behind = found !== null && found.share >= SURE && /^(?:leftVS|leftQuoted|trailing|middle)$/.test(found.structure)
    if (likely || (behind && /[,?!]/.test(folded[quotation.end - 1] as string))) return true
    // Nor do so many words that a cue announces.
    return found !== null && !quotation.typewriter && wordsIn(quotation) >= LEAST_WORDS
  }

  function trimContent(span: Span): Span {
    let { start, end } = span
    while (start < end && /[\s,:;.—–-]/.test(folded[start] as string)) start++
    // “According to Roe, however, the plan is late”
    start += /^(?:however|though|meanwhile|moreover), /.exec(folded.slice(start, Math.min(end, start + 11)))?.[0].length ?? 0
    // “…, Roe said, and “…””: the conjunction joins.
    start += /^(?:and|but) (?=["“])/.exec(folded.slice(start, Math.min(end, start + 6)))?.[0].length ?? 0
    // “It depends — and, Roe joked, on …”
    end -= /[,—–-] ?(?:and|but)[,\s]*$/.exec(folded.slice(Math.max(start, end - LONGEST_JOINT), end))?.[0].length ?? 0
    while (end > start && /[\s,:;.—–-]/.test(folded[end - 1] as string)) end--
    return { start, end }
  }

  /** Quotations that no cue of their sentence claimed. */
  function readRemaining(
    sentence: readonly Token[],
    span: Span,
    inside: readonly Quotation[],
    claimed: Set<Quotation>,
    doubtful: readonly Cue[],
    block: Block,
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
      const tagged = opens ? tagBehind(sentence, quotation, article) : null
      const utterance = isUtterance(quotation) || tagged !== null
      const colon = folded[quotation.outerStart - 2] === ':'
      const announcer = colon ? (reader.inverted(sentence, quotation) ?? reader.opening(sentence, [], sentence.length)) : null
      // “Her husband was calmer: “You pay. That is the deal.””: a person, a colon and a sentence leave no doubt, but not behind
      // the name of somebody else: “From Jane Roe writing at The Post: “…””.
      const last = sentence[firstEndingAfter(sentence, quotation.outerStart - 2) - 1]
      const behindName = last?.capital === true && last.end !== announcer?.end
      const announced =
        announcer?.kind === 'person' && !opens && !behindName && utterance && inside[0] === quotation && wordsIn(quotation) >= LEAST_WORDS
      const running = !isTranscript && quotation.outerStart === goesOnFrom && lastSpeaker !== null
      if (tagged === null && !announced && !running && !isAttribution(quotation, null)) continue
      if (opens && utterance) {
        // “I do not know,” Roe replied.¶“You should.”: a paragraph of its own takes turns.
        const turn = asker !== null && quotation.outerStart === block.start && quotation.outerEnd === block.end ? asker : null
        const speaker = tagged ?? (acting && reader.actor(acting)) ?? turn ?? lastSpeaker
        recordQuotation(quotation, 'direct', speaker, null, speaker ? 0.75 : 0.5)
        continue
      }
      // “The note promises “…””: words in marks make a cue of a verb that alone is none.
      const cue = doubtful[firstEndingAfter(places, quotation.outerStart) - 1]
      const announces = cue?.contents.some(({ start }) => start <= quotation.outerStart && quotation.outerStart - start <= BETWEEN)
      if (cue && announces) {
        recordQuotation(quotation, utterance ? 'direct' : 'partial', cue.speaker, cue.at, 0.5)
        continue
      }
      const subject = announcer?.kind === 'person' ? announcer : sentenceSubject(sentence, quotation, inside)
      recordQuotation(quotation, utterance && !goesOn(quotation) ? 'direct' : 'partial', subject ?? lastSpeaker, null, 0.5)
    }
  }

  /** “…” — Jane Roe: a name behind a dash signs the quotation. */
  function signature(quotation: Quotation): Mention | null {
    const rest = folded.slice(quotation.outerEnd, quotation.outerEnd + LONGEST_SIGNATURE)
    const behind = SIGNATURE.exec(rest) ?? (rest.startsWith('\n') ? SIGNED_BELOW.exec(rest) : null)
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
      const around = inside.find(({ outerEnd }) => outerEnd >= token.end)
      if (around && around.outerStart <= token.start) continue
      if (!startsPhrase(token) || (at === 0 && opensSentence(token))) continue
      let end = at + 1
      while (
        end < sentence.length &&
        end - at < 8 &&
        (sentence[end] as Token).word &&
        ((sentence[end] as Token).capital || /^(?:of|the|for|and)$/.test((sentence[end] as Token).lower))
      )
        end++
      const mention = readPhrase(sentence.slice(at, end), text)
      if (mention && mention.form !== 'description') return mention
    }
    return null
  }

  function wordsIn({ start, end }: Quotation): number {
    return folded.slice(start, end).split(/\s+/).length
  }

  function isUtterance(quotation: Quotation): boolean {
    const said = folded.slice(quotation.start, quotation.end)
    const words = wordsIn(quotation)
    return /[.!?,…—-]['’]?$/.test(said) ? words >= 2 : quotation.open || (words >= 12 && /^\p{Lu}/u.test(said))
  }

  /** “called the plan “a gift””: words that go on with the sentence around them are a part of it. */
  function goesOn({ start, outerStart }: Quotation): boolean {
    return /\p{Ll}/u.test(folded[start] as string) && /[\p{L}\p{N}]/u.test(folded[outerStart - 2] ?? '')
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

/** Harold “Buck” Linney: words in marks that are one token are part of a name. */
function isNickname(tokens: readonly Token[], { outerStart, outerEnd }: Quotation): boolean {
  const token = tokens[firstEndingAfter(tokens, outerStart)]
  return token?.start === outerStart && token.end === outerEnd
}

/** “declined to comment on”, “told analysts on a call that”: inside a report, the same source reports nothing anew unless “and” says so. */
function repeats(sentence: readonly Token[], { from, speaker }: Found, last: Cue | undefined): boolean {
  // “the “harbor rules,” saying”: the comma may stand in marks.
  const before = sentence[/^["”]$/.test(sentence[from - 1]?.text ?? '') ? from - 2 : from - 1]?.lower ?? ''
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
