/**
 * Who said what in Chinese. Per block: pair the marks, split the sentences, find frames (按…的说法, 据…介绍, 在…看来) and
 * cues (表示, 称 …) and whose each is (chinese-announcements.ts), bound what they announce (chinese-contents.ts); then the
 * quotations that no cue claimed (chinese-unclaimed.ts).
 */
import { overlaps } from '../1-document/span.ts'
import { DATELINE_LENGTH, datelineLength } from '../3-layout/dateline.ts'
import type { Article, Block } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import { Actors } from './chinese-actors.ts'
import { AnnouncementReader } from './chinese-announcements.ts'
import { clauseSubject, splitClauses } from './chinese-clauses.ts'
import { ContentReader } from './chinese-contents.ts'
import { ChineseCueReader } from './chinese-cue-reader.ts'
import type { Cues } from './chinese-cues.ts'
import { Referents } from './chinese-referents.ts'
import { findBrackets, reportEnd } from './chinese-reports.ts'
import { UnclaimedReader } from './chinese-unclaimed.ts'
import { UnmarkedReader } from './chinese-unmarked.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import { chineseSentences } from './sentences.ts'
import { Terms } from './terms.ts'

/** How far back a sentence without a subject may look, in sentences. */
const CARRY = 2
/** A sentence in which somebody does one thing is no longer than this, in UTF-16 units. */
const SHORT_SENTENCE = 10

interface Carried {
  speaker: Mention
  sentence: number
}

/**
 * Finds the quotes of a Chinese article.
 *
 * @param article the clean article
 * @param mentions its mentions, sorted
 * @param cues its cues
 * @param interview blocks that are read already, see interviews.ts
 * @returns quotes, sorted by start
 */
export function findChineseQuotes(
  article: Article,
  mentions: readonly Mention[],
  cues: Cues,
  interview: ReadonlySet<Block> = new Set(),
): Quote[] {
  const { folded } = article
  const quotes: Quote[] = []
  const pairs = article.blocks.map((block, index) => pairMarks(folded, block, article.blocks[index + 1], article.blocks[index - 1]))
  const terms = new Terms(article, pairs.flat())
  const bracketed = findBrackets(folded)
  let carried: Carried | null = null
  const unmarked = new UnmarkedReader(article, cues)
  const referents = new Referents(article, cues)
  const reader = new ChineseCueReader(article, cues)
  const announcements = new AnnouncementReader(article, cues, reader, bracketed)
  const contents = new ContentReader(article, mentions, cues, reader, unmarked, terms, quotes)
  const unclaimed = new UnclaimedReader(article, cues, new Actors(article, mentions, cues), terms)
  let sentenceNumber = 0
  let nextMention = 0
  article.blocks.forEach((block, index) => {
    while (nextMention < mentions.length && (mentions[nextMention] as Mention).end <= block.start) nextMention++
    if (block.role === 'headline' || block.role === 'subheading' || interview.has(block)) return
    const blockMentions: Mention[] = []
    for (let at = nextMention; at < mentions.length && (mentions[at] as Mention).start < block.end; at++)
      blockMentions.push(mentions[at] as Mention)
    const read = unmarked.read(block, index, blockMentions)
    if (read?.quote) quotes.push(read.quote)
    if (read?.speaker) carried = { speaker: read.speaker, sentence: sentenceNumber }
    if (read?.isDone) return
    const outer = (pairs[index] as Quotation[]).filter((quotation) => quotation.depth === 0)
    readBlock(block, blockMentions, outer)
  })
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)

  function readBlock(block: Block, blockMentions: Mention[], quotations: Quotation[]): void {
    referents.beginBlock()
    const claimed = new Set<Quotation>()
    const dateline = datelineLength(folded.slice(block.start, Math.min(block.end, block.start + DATELINE_LENGTH)))
    const sentences = chineseSentences(folded, { start: block.start + dateline, end: block.end }, quotations)
    let nextQuotation = 0
    let nextOwn = 0
    let running: Quote | null = null
    const speaksOfSelf = unmarked.lastFirstPerson(block)
    for (const sentence of sentences) {
      sentenceNumber++
      const inside: Quotation[] = []
      while (nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).end <= sentence.start) nextQuotation++
      for (let at = nextQuotation; at < quotations.length && (quotations[at] as Quotation).start < sentence.end; at++)
        inside.push(quotations[at] as Quotation)
      const own: Mention[] = []
      while (nextOwn < blockMentions.length && (blockMentions[nextOwn] as Mention).outerStart < sentence.start) nextOwn++
      for (; nextOwn < blockMentions.length && (blockMentions[nextOwn] as Mention).outerStart < sentence.end; nextOwn++) {
        if ((blockMentions[nextOwn] as Mention).outerEnd <= sentence.end) own.push(blockMentions[nextOwn] as Mention)
      }
      // 他说:我们全队都想赢。但足球就是这样。
      if (running?.speaker && sentence.start <= speaksOfSelf && inside.length === 0 && !unmarked.resumes(sentence, own)) {
        running.end = reportEnd(folded, running.end, sentence.end)
        carried = { speaker: running.speaker, sentence: sentenceNumber }
        continue
      }
      const spoken = own.filter((mention) => !inside.some((quotation) => overlaps(quotation, mention) && !isNickname(mention, quotation)))
      // 歌手“阿Pia”表示: his name and no words of his.
      for (const quotation of inside) if (spoken.some((mention) => isNickname(mention, quotation))) claimed.add(quotation)
      const before = quotes.length
      const clauses = splitClauses(folded, bracketed, sentence, spoken, inside)
      const topic = referents.beginSentence(clauses, spoken, carried?.speaker ?? null)
      for (const entry of announcements.read(sentence, clauses, inside, carriedSpeaker())) contents.read(entry, sentence, inside, claimed)
      unclaimed.read({ sentence, block, isFirst: sentence === sentences[0], clauses, inside, carried: carriedSpeaker() }, claimed, quotes)
      const said = quotes.slice(before).filter((quote) => quote.speaker !== null)
      const report = quotes.at(-1)
      const runsOn = report?.kind === 'indirect' && report.cue && folded[report.cue.end] === ':' && report.end >= sentence.end - 1
      running = runsOn && inside.length === 0 ? report : null
      const last = whoGoesOn(said)
      referents.endSentence(topic, last ?? null, spoken)
      const goesOn = last ?? referents.turnedTo(clauses[0])
      if (goesOn) carried = { speaker: goesOn, sentence: sentenceNumber }
      // A paragraph that opens with somebody else is about him.
      // 桑万年不信。 So does one that is told in a word.
      else if (
        !carried ||
        sentenceNumber - carried.sentence >= CARRY ||
        sentence === sentences[0] ||
        sentence.end - sentence.start <= SHORT_SENTENCE
      ) {
        const subject = clauseSubject(article, { index: 0, start: sentence.start, end: sentence.end, mentions: spoken }, sentence.end)
        if (subject && subject.kind === 'person' && (subject.form === 'name' || subject.antecedent))
          carried = { speaker: subject, sentence: sentenceNumber }
      }
    }
  }

  function carriedSpeaker(): Mention | null {
    return carried && sentenceNumber - carried.sentence <= CARRY ? carried.speaker : null
  }
}

/** 谈女士说，老板让她多付，说可以退: a sentence is told by whoever opens it, not by somebody who has no name and speaks in her report. */
function whoGoesOn(said: readonly Quote[]): Mention | null | undefined {
  const [first, last] = [said[0]?.speaker, said.at(-1)?.speaker]
  const told = first && last && first !== last && first.kind === 'person' && first.form !== 'description'
  return told && last.form === 'description' && last.start > (said[0]?.cue?.end ?? last.start) ? first : last
}

function isNickname(mention: Mention, quotation: Quotation): boolean {
  // 秘书长 of “暖屋协会” is no office, marks and all.
  const named = mention.kind === 'person' || mention.outerEnd === quotation.outerEnd
  return named && mention.start === quotation.start && mention.end === quotation.end
}
