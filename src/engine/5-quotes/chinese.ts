/**
 * Who said what in Chinese. Per block: pair the marks, split the sentences, find frames (按…的说法, 据…介绍, 在…看来) and
 * cues (表示, 称 …), bound what each announces, choose its speaker; then the quotations that no cue claimed.
 */
import { firstEndingAfter, overlaps, type Span } from '../1-document/span.ts'
import { DATELINE_LENGTH, datelineLength } from '../3-layout/dateline.ts'
import type { Article, Block } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import { Actors, LONGEST_LEAD } from './chinese-actors.ts'
import { type Clause, changesSubject, clauseSubject, reacts, splitClauses, trimEnd } from './chinese-clauses.ts'
import { ChineseCueReader } from './chinese-cue-reader.ts'
import { CUE, type Cues } from './chinese-cues.ts'
import { readFrame } from './chinese-frames.ts'
import { Referents } from './chinese-referents.ts'
import { findBrackets, isMedium, nextReport, reportEnd, saysSomething } from './chinese-reports.ts'
import { UnclaimedReader } from './chinese-unclaimed.ts'
import { UnmarkedReader } from './chinese-unmarked.ts'
import { isNobodys, isUnfinished, isUtterance } from './chinese-utterances.ts'
import { pairMarks, type Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import { chineseSentences } from './sentences.ts'
import { Terms } from './terms.ts'

/** The writer's own word behind a report: “…，这一决定出乎意料”; and what the speaker does besides: 也向居民致歉. */
const COMMENT =
  /,(?:(?:但|却|随即|随后)?(?:遭到?|遇到|引发|引起|招致|得到)[^,。“]{0,12}(?:反对|拒绝|否决|反驳|批评|质疑|谴责|支持|认可|响应|不满|争议|热议|关注)|(?:这一|这是|这也|此举|该决定)|(?:旁听席|观众席|全场|台下|现场|会场|席间)[^,。“]{0,4}(?:传出|响起|爆发|一片|哄堂|鸦雀无声)|(?:[也并还]|同时)?向[^,。“]{1,12}(?:[致道][歉谢]|鞠躬|表[示达](?:歉意|感谢|慰问|谢意))|(?:同时|随后|接着|并)?(?:[还也又]|随即)?[把将][^,。“]{1,16}(?:告诉|交给|递给|发给|转给|拿给|指给)了)/
/** “…”,并拒绝…; “…”,她对此不快: what the speaker does next is no report, nor what is told of him. */
const GOES_ON = /^(?:[并且]|然后|随后|接着|说完|转身|便|就|[他她]|对此|此[番举言话]|这[番话])/
/** “…。”她一边说,一边擦手: so is what he does meanwhile. */
const MEANWHILE = /^一[边面]/
/** Longest cue of words that a report cites, in UTF-16 units. */
const LONGEST_CITING = 7
/** The clause of such a cue, in UTF-16 units. */
const LONGEST_SAYING = 60
/** A second cue that goes on with the first, in UTF-16 units. */
const LONGEST_AGAIN = 2
/** “他说，美方乐观，但强调”: what is joined to a report is told by whoever told it. */
const GOES_ON_SAYING = /^(?:但|不过|并|并且|同时|而且|还|又)$/
/** 祝晴说，民湖党……，问柏立言……: whoever speaks asks and scolds, no office in his report. */
const ASKS = /^(?:问|反问|追问|质问|痛批|怒批|狠批|直言|坦言)$/
/** 还说: the word that goes on is one with the verb. */
const SAYS_MORE = /^[还又]/
/** Somebody said what follows. */
const SAYS_SO = /(?:[说讲喊]|交代|嘱咐|叮嘱|回答?)了?(?:一?句话?|几个字)?:$/
/** Somebody said what follows, with a colon or none. */
const SAYS_ONE = /(?:(?:[说讲喊]|交代|嘱咐|叮嘱|回答?)了?(?:一?句话?|几个字):?|[说讲喊]了?:)$/
/** What somebody says again and again, or has said before: 他已建议当事人调解. */
const HABIT = /(?:每[年月天次回]都?|[整成天]天|总是|总爱|老是|老爱|[他她](?:已经?|曾经?|早已|早就))$/
/** 虽然……，但……: what is conceded, and what follows. */
const CONCEDES = /^(?:尽管|虽然?|即[使便])/
const YET = /[但却惟]/
/** What a medium does. */
const RELAYS = /^报[道导](?:称|说)?$/
/** One of several, and nothing else. */
const ONE = /^一[家位名]$/
/** How far back a sentence without a subject may look, in sentences. */
const CARRY = 2
/** With these a hearer stands behind the cue. */
const TELLS = /^(?:告诉|叮嘱|嘱咐|告诫)/

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
      readSentence(sentence, clauses, inside, claimed)
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

  /** Frames and cues of a sentence, from left to right. */
  function readSentence(sentence: Span, clauses: Clause[], inside: Quotation[], claimed: Set<Quotation>): void {
    let relay: Mention | null = null
    const breaks: number[] = []
    const pending: {
      cue: Span
      speaker: Mention | null
      via: Mention | null
      content: number
      subordinate: boolean
      clause: Clause
      direct: boolean
    }[] = []
    let begun = 0
    for (const clause of clauses) {
      // 虽然镇长曾警告，……，但：what is conceded ends there.
      const told = pending.at(-1)
      const yet = told?.direct === true && clause.start > told.content && YET.test(folded[clause.start] ?? '') && isConceded(told)
      if (yet || changesSubject(article, clause) || reacts(article, clause)) {
        begun = pending.length
        relay = null
        breaks.push(clause.start)
      }
      const frame = readFrame(article, clause, sentence.end)
      if (frame) {
        pending.push({
          cue: frame.cue,
          speaker: frame.speaker,
          via: frame.via,
          content: frame.content,
          subordinate: false,
          clause,
          direct: false,
        })
        relay = frame.speaker
        continue
      }
      for (let at = clause.start; at < clause.end; at++) {
        const length = cues.length[at] as number
        if (length === 0) continue
        if (inside.some((quotation) => at >= quotation.outerStart && at < quotation.outerEnd)) continue
        if (bracketed[at] === 1) continue
        const found = reader.read(clause, clauses, at, length, sentence, inside, carriedSpeaker())
        at += length - 1
        if (!found) continue
        // 清单包括：解冻资产；承认其权利: an item of a list.
        if (folded[clause.start - 1] === ';' && !found.explicit && found.cue.start === clause.start) break
        // 批评欧方“…”，并称……: whoever spoke before goes on.
        const before = pending.length > begun ? pending.at(-1) : undefined
        if (
          before?.speaker &&
          found.coordinated &&
          found.speaker &&
          found.speaker.start > before.cue.start &&
          (found.speaker.end <= before.clause.end ||
            (before.direct &&
              (GOES_ON_SAYING.test(folded.slice(clause.start, found.cue.start)) ||
                opensWithMore(clause, found.cue) ||
                (found.speaker.kind === 'organization' &&
                  found.cue.start === clause.start &&
                  ASKS.test(folded.slice(found.cue.start, found.cue.end))))))
        )
          found.speaker = before.speaker
        // A report inside a report belongs to its own speaker; the outer one relays it.
        const outerCue = pending.length > begun ? pending.at(-1) : undefined
        // 《临江报》报道，镇长透露，……: a medium relays the words.
        if (outerCue?.direct && clause.start <= outerCue.content + 1 && found.explicit && found.speaker && isRelayed(outerCue)) {
          pending[pending.length - 1] = {
            cue: found.cue,
            speaker: found.speaker,
            via: found.via ?? outerCue.speaker,
            content: found.content,
            subordinate: found.subordinate,
            clause,
            direct: true,
          }
          break
        }
        // 他说，老师认为……: what stands where a report begins is part of it.
        if (outerCue?.direct && clause.start <= outerCue.content + 1) break
        // 她说，……，市府每年都说要检讨: a habit is told of by her.
        if (outerCue?.direct && HABIT.test(folded.slice(clause.start, found.cue.start))) break
        if (
          outerCue &&
          outerCue.direct === false &&
          relay?.kind === 'organization' &&
          pending.length === begun + 1 &&
          found.explicit &&
          cues.kind[found.cue.start] === CUE.say
        ) {
          pending.pop()
          pending.push({
            cue: found.cue,
            speaker: found.speaker,
            via: relay,
            content: found.content,
            subordinate: found.subordinate,
            clause,
            direct: false,
          })
          relay = null
        } else if (
          !outerCue ||
          ((found.explicit || found.coordinated) && (cues.kind[found.cue.start] === CUE.say || announced(clause, inside)))
        ) {
          pending.push({
            cue: found.cue,
            speaker: found.speaker,
            via: found.via,
            content: found.content,
            subordinate: found.subordinate,
            clause,
            direct: true,
          })
        }
        break
      }
      const outer = pending.length > begun ? pending.at(-1) : undefined
      // 问她还要种多久，米秀英想了想：“……”: whoever acts right before the colon speaks, whatever was asked before.
      if (outer && outer.clause !== clause && announced(clause, inside)) {
        const speaker = clauseSubject(article, clause, clause.end)
        // 主帅只对他说了一句话：“……”
        const says = SAYS_SO.test(folded.slice(clause.start, clause.end))
        if (speaker?.kind === 'person' && (speaker.form !== 'description' || says) && speaker.outerEnd < clause.end - 1)
          pending.push({
            cue: { start: speaker.outerEnd, end: clause.end - 1 },
            speaker,
            via: null,
            content: clause.end,
            subordinate: false,
            clause,
            direct: true,
          })
      }
    }
    // 推动承认该国的行动: what says nothing ends no report.
    const told = pending.filter((entry, index) => index === 0 || saysAnything(entry, inside))
    told.forEach((entry, index) => {
      const next = told[index + 1]
      const begins = next ? nextReport(folded, clauses, entry, next) : null
      const close = breaks.find((at) => at > entry.cue.start)
      const limit = Math.min(
        begins ? trimEnd(folded, begins.start) : sentence.end,
        close === undefined ? sentence.end : trimEnd(folded, close),
      )
      announce(entry, limit, sentence, inside, claimed)
    })
  }

  function opensWithMore(clause: Clause, cue: Span): boolean {
    return cue.start === clause.start && SAYS_MORE.test(folded.slice(cue.start, cue.end))
  }

  /** Whether a cue announces words in marks, or anything that is more than a thing. */
  function saysAnything({ cue, content, clause }: { cue: Span; content: number; clause: Clause }, inside: readonly Quotation[]): boolean {
    const { end } = clause
    if (
      content >= end - 1 ||
      folded[end - 1] === ':' ||
      inside.some(({ outerStart, outerEnd }) => outerEnd >= clause.start && outerStart <= end)
    )
      return true
    return cues.kind[cue.start] === CUE.mark || saysSomething(article, content, reportEnd(folded, content, end))
  }

  function isConceded({ cue, clause }: { cue: Span; clause: Clause }): boolean {
    return CONCEDES.test(folded.slice(clause.start, cue.start))
  }

  /** Whether a cue says that a medium reports. */
  function isRelayed({ cue, speaker }: { cue: Span; speaker: Mention | null }): boolean {
    return RELAYS.test(folded.slice(cue.start, cue.end)) && speaker !== null && isMedium(article, speaker)
  }

  /** A colon ends the clause, and words in marks follow. */
  function announced(clause: Clause, inside: readonly Quotation[]): boolean {
    return folded[clause.end - 1] === ':' && inside.some(({ outerStart }) => outerStart === clause.end)
  }

  function carriedSpeaker(): Mention | null {
    return carried && sentenceNumber - carried.sentence <= CARRY ? carried.speaker : null
  }

  /** Bounds what a cue announces and records it. */
  function announce(
    entry: { cue: Span; speaker: Mention | null; via: Mention | null; content: number; subordinate: boolean; clause: Clause },
    limit: number,
    sentence: Span,
    inside: Quotation[],
    claimed: Set<Quotation>,
  ): void {
    const { cue, speaker, via } = entry
    if (!speaker) return
    let start = entry.content
    while (start < limit && /[,:\s]/.test(folded[start] as string)) start++
    // 作出回应,称…; 予以否认,反称…: the second cue announces no more than the first one did.
    if (
      (start > entry.content || start === entry.clause.end) &&
      cues.kind[start] === CUE.say &&
      (cues.length[start] as number) <= LONGEST_AGAIN
    )
      start += cues.length[start] as number
    const colon = folded.slice(entry.content, start).includes(':')
    let end = reportEnd(folded, start, limit)
    const clauseRest = folded.slice(cue.end, entry.clause.end)
    // “…。”另一位家长则认为,……: somebody else goes on.
    const contrasts = /[则却]/.test(folded.slice(Math.min(speaker.outerEnd, cue.start), cue.start)) && start < end
    const ahead = contrasts ? undefined : reader.quotationBefore(entry.clause, sentence, inside)
    // “日出”公关总监回复称,……: the name of an office, and no words of his.
    const named =
      ahead &&
      ahead.outerStart === entry.clause.start &&
      start < end &&
      ahead.outerEnd < speaker.outerEnd &&
      !isUtterance(folded, ahead) &&
      !isUnfinished(folded, ahead)
    const before = named ? undefined : ahead
    const comment = COMMENT.exec(folded.slice(start, end))
    if (comment) end = start + comment.index
    // 一家回应“……”，另一家无人接听
    const another = ONE.test(folded.slice(speaker.start, speaker.end)) ? folded.slice(start, end).indexOf(',另一') : -1
    if (another >= 0) end = start + another
    if (before && !claimed.has(before) && (start >= end || /^[^“]{0,8}[,。:]?$/.test(clauseRest))) {
      claimed.add(before)
      // “好，”他说: a comma inside the marks waits for the rest, however short the words are.
      const direct = isUtterance(folded, before) || isUnfinished(folded, before)
      if (!direct && terms.isTerm(before)) return
      record(before.start, before.end, direct ? 'direct' : 'partial', speaker, via, cue, 0.9)
      const rest = inside.find((quotation) => quotation.outerStart >= cue.end && !claimed.has(quotation))
      // “……。”她说，“小头目”三个字让人发笑: a term that the report begins with.
      const goesOn = rest && (isUtterance(folded, rest) || !terms.isTerm(rest))
      if (goesOn && /^[^“]{0,9}[,:]?$/.test(folded.slice(cue.end, rest.outerStart)) && !isWithin(rest, cue.end)) {
        claimed.add(rest)
        record(rest.start, rest.end, 'direct', speaker, via, cue, 0.9, quotes.length - 1)
      } else if (start < end && folded[entry.content] === ',' && !MEANWHILE.test(folded.slice(start, start + 2))) recordIndirect(start, end)
      return
    }
    if (start >= end && folded[sentence.end - 1] === ':') {
      unmarked.announce({ speaker, via, cue })
      return
    }
    if (start >= end) {
      announceBackwards(entry, sentence, inside)
      return
    }
    const quotation = inside.find((candidate) => candidate.outerStart === start)
    if (
      quotation &&
      (quotation.outerEnd >= end ||
        // 痛批“桥是纸糊的吗？”并要求重验
        ((colon || GOES_ON.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 2))) && isUtterance(folded, quotation)) ||
        /^[,。;]/.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 1)))
    ) {
      const direct = colon || isUtterance(folded, quotation) || folded[entry.content] === ','
      claimed.add(quotation)
      if (!direct && terms.isTerm(quotation)) return
      record(quotation.start, quotation.end, direct ? 'direct' : 'partial', speaker, via, cue, colon ? 0.95 : 0.85)
      const rest = { start: quotation.outerEnd, end }
      while (rest.start < rest.end && /[,;。\s]/.test(folded[rest.start] as string)) rest.start++
      if (direct || rest.end - rest.start < 4 || GOES_ON.test(folded.slice(rest.start, rest.start + 2))) return
      recordIndirect(rest.start, rest.end)
      return
    }
    if (entry.subordinate) {
      const behind = /(?:之?后|以后|以来|时)(?=,|$)/.exec(folded.slice(start, end))
      if (behind) end = start + behind.index
    }
    recordIndirect(start, end)

    function recordIndirect(from: number, to: number): void {
      const utterance = inside.find(
        (part) => part.outerStart > from && part.outerStart < to && part.outerEnd >= to && isUtterance(folded, part),
      )
      const until = utterance ? beforeCue(from, trimEnd(folded, utterance.outerStart)) : to
      // 告诉我,……; 叮嘱她:……: with a hearer before the comma a clause follows.
      const told = entry.content === entry.clause.end && TELLS.test(folded.slice(cue.start, cue.end))
      const takesClause = cues.kind[cue.start] !== CUE.mark || told
      if (until - from >= 3 && takesClause && (from > entry.content || saysSomething(article, from, until)))
        record(from, until, 'indirect', speaker, via, cue, 0.8)
      claimInside(from, to)
    }

    /** 指出嫌犯在附近,质疑“…”: a cue that announces what follows ends the report. */
    function beforeCue(from: number, end: number): number {
      const comma = folded.lastIndexOf(',', end - 1)
      return end - comma <= LONGEST_CITING && comma > from && (cues.length[comma + 1] as number) === end - comma - 1 ? comma : end
    }

    function claimInside(from: number, to: number): void {
      for (const part of inside) {
        if (part.outerStart < from || part.outerEnd > to + 1 || claimed.has(part)) continue
        claimed.add(part)
        // 家长们发现，门上贴着一张纸：“……”
        const nobodys = isNobodys(folded, part, from)
        const who = nobodys ? null : (citedBefore(part, from) ?? speaker)
        if (isUtterance(folded, part)) record(part.start, part.end, 'direct', who, via, cue, 0.8)
        else if (!nobodys && !terms.isTerm(part)) record(part.start, part.end, 'partial', who, via, cue, 0.7)
      }
    }
  }

  /** 他说,球队会“昂着头回家”: words in marks that go on with a clause. */
  function isWithin({ outerStart }: Quotation, from: number): boolean {
    const between = folded.slice(from, outerStart)
    const comma = between.lastIndexOf(',')
    return comma >= 0 && comma < between.length - 1
  }

  /** 警方指出，贺某一度称“…”; 视频显示，有市民大喊“…”: whose words a report cites. */
  function citedBefore(quotation: Quotation, from: number): Mention | null {
    const subject = saysOne(quotation, from)
    if (subject && subject.form !== 'pronoun') return subject
    let at = quotation.outerStart - 1
    while (at >= from && quotation.outerStart - at <= LONGEST_CITING && (cues.length[at] as number) !== quotation.outerStart - at) at--
    if ((cues.length[at] as number) !== quotation.outerStart - at || (cues.kind[at] !== CUE.say && cues.kind[at] !== CUE.mark)) return null
    const before = mentions[firstEndingAfter(mentions, at) - 1]
    const near = before && before.outerStart >= from && at - before.outerEnd <= LONGEST_LEAD
    if (!near || /[,;:“”]/.test(folded.slice(before.outerEnd, at))) return null
    const named = before.kind === 'person' && before.form === 'name'
    // 有市民大喊: somebody new, right before the cue.
    return named || (folded[before.outerStart - 1] === '有' && before.outerEnd === at) ? before : null
  }

  /** 主帅只交代了一句：“…”: the subject of the clause that announces words by their number. */
  function saysOne({ outerStart: end }: Quotation, from: number): Mention | null {
    const near = folded.slice(Math.max(from, end - LONGEST_SAYING), end)
    if (!SAYS_ONE.test(near)) return null
    const start = end - near.length + 1 + Math.max(near.lastIndexOf(','), near.lastIndexOf(';'))
    const own = mentions.slice(firstEndingAfter(mentions, start), firstEndingAfter(mentions, end))
    return clauseSubject(article, { index: 0, start, end, mentions: own }, end)
  }

  /** ……,他说。 The report stands before its cue. */
  function announceBackwards(
    entry: { cue: Span; speaker: Mention | null; via: Mention | null; clause: Clause },
    sentence: Span,
    inside: Quotation[],
  ): void {
    const from = sentence.start
    const to = trimEnd(folded, entry.clause.start)
    // “…！”昨天上午，在法庭上，小薛说。 When and where something was said that stands before.
    const said = quotes.at(-1)
    if (said && said.cue === null && said.kind === 'direct' && /^[”’]$/.test(folded.slice(said.end, from)) && entry.speaker) {
      said.speaker = entry.speaker
      said.cue = entry.cue
      said.confidence = 0.8
      return
    }
    if (to - from < 6 || inside.length > 0 || entry.clause.end < sentence.end || !entry.speaker) return
    if (cues.kind[entry.cue.start] !== CUE.say || !reader.endsReport(entry.clause, entry.speaker, entry.cue.start)) return
    record(from, to, 'indirect', entry.speaker, entry.via, entry.cue, 0.6)
  }

  function record(
    start: number,
    end: number,
    kind: Quote['kind'],
    speaker: Mention | null,
    via: Mention | null,
    cue: Span | null,
    confidence: number,
    utterance?: number,
  ): void {
    const quote: Quote = { start, end, kind, speaker, via, cue, confidence }
    if (utterance !== undefined) {
      const first = quotes[utterance] as Quote
      first.utterance ??= utterance
      quote.utterance = first.utterance
    }
    quotes.push(quote)
  }
}
