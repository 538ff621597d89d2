/**
 * Who said what in English. Per block: pair the marks, split the sentences, read the cues that the word counts of
 * `models/cues.en.txt` allow (english-structures.ts), bound what they announce (english-reports.ts), then attribute the
 * quotations that no cue claimed (english-unclaimed.ts).
 */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import { sentenceRanges, type Token } from '../1-document/tokens.ts'
import type { Article, Block } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import { AttributionJudge } from './english-attribution.ts'
import { behindDateline } from './english-dateline.ts'
import { bestCues } from './english-features.ts'
import { type EnglishJudge, englishJudge } from './english-judge.ts'
import { addQuotation, addQuote } from './english-record.ts'
import { EnglishReferents } from './english-referents.ts'
import { findRelays } from './english-relays.ts'
import { announcements, boundedBy, type Cue, isCertain, ownersOf, repeats, SURE, trimReport } from './english-reports.ts'
import { CueReader } from './english-structures.ts'
import { withTags } from './english-tags.ts'
import { isTranscript, readLabel, readTurn } from './english-turns.ts'
import { EnglishUnclaimedReader } from './english-unclaimed.ts'
import { goesOn, isNickname, isUtterance } from './english-utterances.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'

/** Share of reports with a sure cue whose bounds and speaker are right; with the cue’s chance squared it fits polnear/dev. */
const ALL_RIGHT = 0.88
/** Log odds from which a word is taken for a cue; chosen on polnear/dev for quotes with their speakers. */
const CUE_SCORE = -0.3
/** Log odds from which a word is a cue where words in marks follow that are somebody's. */
const DOUBTFUL = -1
/** How likely a turn of a transcript, a line with a name, and a verb alone at the end of a paragraph tell who speaks. */
const TURN = 0.7
const LABELLED = 0.7
const ALONE = 0.5
/** A report is no shorter, in UTF-16 units. */
const SHORTEST = 3
/** “In fact, she said, …”: no report by itself. */
const PHRASE =
  /^(?:in (?:fact|short|the end|other words|turn)|for (?:instance|example|now|once)|by contrast|at (?:first|least|last)|of course|as a result|after all|on the contrary|indeed|perhaps|still|instead|meanwhile|however|but|and|so|yet|well|no|yes|then|later|soon)$/i

/** What announces the words of the next block. */
type Announcement = Pick<Cue, 'speaker' | 'at' | 'strength' | 'share'>

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
  const { folded } = article
  const quotes: Quote[] = []
  const pairs = article.blocks.map((block, index) =>
    pairMarks(folded, block, article.blocks[index + 1], article.blocks[index - 1]).filter(
      (quotation) => quotation.depth === 0 && !isNickname(article.tokens[index] as Token[], quotation),
    ),
  )
  const transcript = isTranscript(article)
  const reader = new CueReader(article)
  const referents = new EnglishReferents(article, reader)
  const attributions = new AttributionJudge(article, pairs.flat(), judge, referents)
  const unclaimed = new EnglishUnclaimedReader(article, reader, referents, attributions)
  /** Who quotes somebody else, by the places of the cues. */
  const cited = new Map<number, Mention>()
  /** “Roe continued:” at the end of a block announces what stands in marks in the next one. */
  let announcing: Announcement | null = null
  article.blocks.forEach((block, index) => {
    const label = readLabel(article, index)
    if (label) announcing = { speaker: label.speaker, at: label.cue, strength: LABELLED, share: SURE }
    if (label || block.role === 'headline' || block.role === 'subheading' || interview.has(block)) return
    const runsOn = !transcript && pairs[index - 1]?.at(-1)?.open === true
    readBlock(block, behindDateline(article, index, transcript), pairs[index] as Quotation[], runsOn)
  })
  attributeRunning(article, pairs, quotes)
  quotes.sort((a, b) => a.start - b.start || b.end - a.end)
  findRelays(article, quotes, cited)
  return quotes

  function readBlock(block: Block, tokens: readonly Token[], quotations: readonly Quotation[], runsOn: boolean): void {
    attributions.beginBlock(tokens, quotations.length)
    referents.beginBlock()
    const turn = transcript ? readTurn(article, block, tokens) : null
    if (turn) {
      addQuote(quotes, turn, 'direct', { ...turn, confidence: TURN })
      referents.last = turn.speaker
      return
    }
    const claimed = new Set<Quotation>()
    const announced = announcing
    announcing = null
    if (announced && readAnnounced(block, quotations, announced, claimed)) return
    const inner = quotations.map(({ start, end }) => ({ start, end: end - 1 }))
    const inQuotation = (at: number): boolean => {
      const found = inner[firstEndingAfter(inner, at)]
      return found !== undefined && at >= found.start
    }
    let nextQuotation = 0
    for (const range of withTags(tokens, sentenceRanges(tokens, inQuotation))) {
      const sentence = tokens.slice(range.start, range.end)
      const span = { start: (sentence[0] as Token).start, end: (sentence.at(-1) as Token).end }
      const inside: Quotation[] = []
      while (nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).outerEnd <= span.start) nextQuotation++
      for (let at = nextQuotation; at < quotations.length && (quotations[at] as Quotation).outerStart < span.end; at++) {
        inside.push(quotations[at] as Quotation)
      }
      const before = quotes.length
      const doubtful = readSentence(sentence, span, inside, claimed)
      unclaimed.read({ sentence, span, block, inside, doubtful, goesOnFrom: runsOn ? block.start : -1 }, claimed, quotes)
      referents.endSentence(sentence, inside.length > 0, quotes.slice(before))
    }
  }

  /** Reads what the block before announces; returns whether that is all there is. */
  function readAnnounced(block: Block, quotations: readonly Quotation[], announced: Announcement, claimed: Set<Quotation>): boolean {
    const { speaker, at, strength: confidence, share } = announced
    const opening = quotations[0]
    if (opening && opening.outerStart === block.start) {
      addQuotation(quotes, opening, 'direct', { speaker, cue: at.start < at.end ? at : null, confidence })
      claimed.add(opening)
      referents.last = speaker
    }
    // “Roe added:” and a paragraph without marks: it is hers all the same, if the cue is sure and the paragraph no item of a list.
    const isWhole =
      quotations.length === 0 &&
      share >= SURE &&
      (block.role === 'blockquote' || (block.role === 'paragraph' && /[\p{L}\p{N}]/u.test(folded[block.start] as string)))
    if (isWhole) addQuote(quotes, block, 'indirect', { speaker, cue: at, confidence })
    return isWhole
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
      if ((score <= CUE_SCORE && !isCertain(folded, sentence, quoted, found, inside)) || repeats(sentence, found, founds.at(-1))) {
        reader.subject = subject
        if (score > DOUBTFUL) doubtful.push(cue)
        if (found.contents.length === 0) colon = cue
        continue
      }
      referents.takeUp(cue.speaker)
      if (cue.via) cited.set(place.start, cue.via)
      founds.push(cue)
      at = found.to - 1
    }
    // “The paper reports:”: marks at the beginning of the next block make a cue of a verb that alone is none.
    if (colon) announcing = { ...colon, strength: ALONE }
    const announced = announcements(folded, sentence, founds, inside)
    const owners = ownersOf(folded, founds, inside)
    founds.forEach((found, index) => {
      announcing = found.contents.length === 0 ? found : null
      for (const content of found.contents) {
        const own = inside.filter(
          (quotation) => (announced.get(quotation) ?? 0) <= found.at.end && (owners.get(quotation) ?? found) === found,
        )
        addContent(boundedBy(folded, content, found, founds[index - 1], founds[index + 1]), found, own, claimed)
      }
    })
    return doubtful
  }

  /** Records a report, and the words in marks inside it. */
  function addContent(content: Span, found: Cue, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    const span = trimReport(folded, content)
    if (span.end - span.start < SHORTEST || PHRASE.test(folded.slice(span.start, span.end))) return
    const attribution = { speaker: found.speaker, cue: found.at, confidence: found.strength }
    const within = inside.filter((quotation) => quotation.outerStart >= span.start - 1 && quotation.outerEnd <= span.end + 2)
    const [whole] = within
    const isWhole = whole && within.length === 1 && whole.outerStart <= span.start + 1 && whole.outerEnd >= span.end - 1
    if (!isWhole) addQuote(quotes, span, 'indirect', attribution)
    for (const quotation of within) {
      if (claimed.has(quotation)) continue
      claimed.add(quotation)
      if (!attributions.isAttribution(quotation, found)) continue
      const direct = !goesOn(folded, quotation) && (isWhole || isUtterance(folded, quotation))
      addQuotation(quotes, quotation, direct ? 'direct' : 'partial', attribution)
    }
  }
}

/** “Words of one paragraph. / “And of the next,” Roe said.”: what runs over paragraphs is whose its last one is. */
function attributeRunning({ blocks }: Article, pairs: readonly (readonly Quotation[])[], quotes: Quote[]): void {
  const byStart = new Map(quotes.filter(({ kind }) => kind !== 'indirect').map((quote) => [quote.start, quote]))
  for (let index = blocks.length - 2; index >= 0; index--) {
    const { start, end } = blocks[index] as Block
    const running = pairs[index]?.at(-1)
    const next = pairs[index + 1]?.[0]
    const runs = running?.open && running.outerStart === start && !running.typewriter
    if (!runs || next?.outerStart !== (blocks[index + 1] as Block).start) continue
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
