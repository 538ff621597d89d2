/** The contents of Chinese reports: what an announcement holds, bounded and written down as quotes. */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Article } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import { LONGEST_LEAD } from './chinese-actors.ts'
import type { Announcement } from './chinese-announcements.ts'
import { clauseSubject, trimEnd } from './chinese-clauses.ts'
import type { ChineseCueReader } from './chinese-cue-reader.ts'
import { CUE, type Cues } from './chinese-cues.ts'
import { reportEnd, saysSomething } from './chinese-reports.ts'
import type { UnmarkedReader } from './chinese-unmarked.ts'
import { isNobodys, isUnfinished, isUtterance } from './chinese-utterances.ts'
import type { Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import type { Terms } from './terms.ts'

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
/** Somebody said what follows, with a colon or none. */
const SAYS_ONE = /(?:(?:[说讲喊]|交代|嘱咐|叮嘱|回答?)了?(?:一?句话?|几个字):?|[说讲喊]了?:)$/
/** One of several, and nothing else. */
const ONE = /^一[家位名]$/
/** With these a hearer stands behind the cue. */
const TELLS = /^(?:告诉|叮嘱|嘱咐|告诫|形容)/

/** What stands behind a cue that announces nothing more. */
const NOTHING_BEHIND = /^[^“]{0,8}[,。:]?$/
/** How sure a quote is whose words stand in marks behind a colon, before the cue, behind it, among others; and a report. */
const COLON = 0.95
const BEFORE = 0.9
const BEHIND = 0.85
const AMONG = 0.8
const PARTIAL = 0.7
const REPORT = 0.8
const BACKWARDS = 0.6
/** What somebody reacts to is not what he says. */
const REACTED_TO = /^(?:面对|针对|对于|对此|就此)/
/** What is left of a report behind words in marks, and a report that stands before its cue, are no shorter, in UTF-16 units. */
const SHORTEST = 3
const SHORTEST_REST = 4
const SHORTEST_BEFORE = 6

/** What an announcement is read with. */
interface Told extends Announcement {
  speaker: Mention
  sentence: Span
  /** The quotations of the sentence. */
  inside: readonly Quotation[]
  /** Quotations that are read. */
  claimed: Set<Quotation>
}

/** Writes down what is announced, one sentence after the other. */
export class ContentReader {
  readonly #article: Article
  readonly #folded: string
  readonly #mentions: readonly Mention[]
  readonly #cues: Cues
  readonly #reader: ChineseCueReader
  readonly #unmarked: UnmarkedReader
  readonly #terms: Terms
  readonly #quotes: Quote[]

  /**
   * @param article the clean article
   * @param mentions its mentions, sorted
   * @param cues its cues
   * @param reader reads a cue
   * @param unmarked is told of what the next block holds
   * @param terms which words in marks are terms
   * @param quotes the quotes so far; more are added
   */
  constructor(
    article: Article,
    mentions: readonly Mention[],
    cues: Cues,
    reader: ChineseCueReader,
    unmarked: UnmarkedReader,
    terms: Terms,
    quotes: Quote[],
  ) {
    this.#article = article
    this.#folded = article.folded
    this.#mentions = mentions
    this.#cues = cues
    this.#reader = reader
    this.#unmarked = unmarked
    this.#terms = terms
    this.#quotes = quotes
  }

  /**
   * Bounds what is announced and records it.
   *
   * @param entry the announcement
   * @param sentence where it stands
   * @param inside the quotations of the sentence
   * @param claimed quotations that are read; more are added
   */
  read(entry: Announcement, sentence: Span, inside: readonly Quotation[], claimed: Set<Quotation>): void {
    const { speaker } = entry
    if (!speaker) return
    const told: Told = { ...entry, speaker, sentence, inside, claimed }
    const folded = this.#folded
    // 回应记者“……”的提问时表示: a question, and nobody's answer.
    for (const part of inside) if (part.outerStart >= entry.cue.end && part.outerEnd <= entry.content) claimed.add(part)
    const start = this.#begin(told)
    const end = reportEnd(folded, start, entry.limit)
    const before = this.#quotationBefore(told, start < end)
    const report = { start, end: this.#withoutComment(start, end, speaker) }
    const isEmpty = report.start >= report.end
    if (before && !claimed.has(before) && (isEmpty || NOTHING_BEHIND.test(folded.slice(entry.cue.end, entry.clause.end))))
      this.#readBefore(before, told, report)
    else if (isEmpty && folded[sentence.end - 1] === ':') this.#unmarked.announce({ speaker, via: entry.via, cue: entry.cue })
    else if (isEmpty) this.#readBackwards(told)
    else this.#readBehind(told, report)
  }

  /** Where the report begins: 作出回应,称…; 予以否认,反称…: a second cue announces no more than the first one did. */
  #begin({ content, limit, clause }: Told): number {
    const { kind, length } = this.#cues
    let start = content
    while (start < limit && /[,:\s]/.test(this.#folded[start] as string)) start++
    const again = (start > content || start === clause.end) && kind[start] === CUE.say && (length[start] as number) <= LONGEST_AGAIN
    return again ? start + (length[start] as number) : start
  }

  /** The words in marks ahead of the clause of a cue that are the speaker's. */
  #quotationBefore({ cue, clause, speaker, sentence, inside }: Told, goesOn: boolean): Quotation | undefined {
    // “…。”另一位家长则认为,……: somebody else goes on.
    if (goesOn && /[则却]/.test(this.#folded.slice(Math.min(speaker.outerEnd, cue.start), cue.start))) return undefined
    const ahead = this.#reader.quotationBefore(clause, sentence, inside)
    // “日出”公关总监回复称,……: the name of an office, and no words of his.
    const named =
      goesOn &&
      ahead?.outerStart === clause.start &&
      ahead.outerEnd < speaker.outerEnd &&
      !isUtterance(this.#folded, ahead) &&
      !isUnfinished(this.#folded, ahead)
    return named ? undefined : ahead
  }

  /** Where a report ends that the writer comments on. */
  #withoutComment(start: number, end: number, speaker: Span): number {
    const comment = COMMENT.exec(this.#folded.slice(start, end))
    const until = comment ? start + comment.index : end
    // 一家回应“……”，另一家无人接听
    const another = ONE.test(this.#folded.slice(speaker.start, speaker.end)) ? this.#folded.slice(start, until).indexOf(',另一') : -1
    return another >= 0 ? start + another : until
  }

  /** “……,”他说,“……。”: words in marks before the cue, and what goes on behind it. */
  #readBefore(before: Quotation, told: Told, report: Span): void {
    const folded = this.#folded
    const { cue, content, inside, claimed } = told
    claimed.add(before)
    // “好，”他说: a comma inside the marks waits for the rest, however short the words are.
    const direct = isUtterance(folded, before) || isUnfinished(folded, before)
    if (!direct && this.#terms.isTerm(before)) return
    this.#record(before, direct ? 'direct' : 'partial', told, BEFORE)
    const rest = inside.find((quotation) => quotation.outerStart >= cue.end && !claimed.has(quotation))
    // “……。”她说，“小头目”三个字让人发笑: a term that the report begins with.
    const goesOn = rest && (isUtterance(folded, rest) || !this.#terms.isTerm(rest))
    if (goesOn && /^[^“]{0,9}[,:]?$/.test(folded.slice(cue.end, rest.outerStart)) && !this.#isWithin(rest, cue.end)) {
      claimed.add(rest)
      const first = this.#quotes.at(-1) as Quote
      first.utterance ??= this.#quotes.length - 1
      this.#record(rest, 'direct', told, BEFORE, first.utterance)
    } else if (report.start < report.end && folded[content] === ',' && !MEANWHILE.test(folded.slice(report.start, report.start + 2)))
      this.#readReport(told, report)
  }

  /** 他说:“……。”; 他说，……: what stands behind the cue. */
  #readBehind(told: Told, report: Span): void {
    const folded = this.#folded
    const { start, end } = report
    const colon = folded.slice(told.content, start).includes(':')
    const quotation = told.inside.find((candidate) => candidate.outerStart === start)
    const alone =
      quotation &&
      (quotation.outerEnd >= end ||
        // 痛批“桥是纸糊的吗？”并要求重验
        ((colon || GOES_ON.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 2))) && isUtterance(folded, quotation)) ||
        /^[,。;]/.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 1)))
    if (alone) {
      const direct = colon || isUtterance(folded, quotation) || folded[told.content] === ','
      told.claimed.add(quotation)
      if (!direct && this.#terms.isTerm(quotation)) return
      this.#record(quotation, direct ? 'direct' : 'partial', told, colon ? COLON : BEHIND)
      const rest = { start: quotation.outerEnd, end }
      while (rest.start < rest.end && /[,;。\s]/.test(folded[rest.start] as string)) rest.start++
      const more = !direct && rest.end - rest.start >= SHORTEST_REST && !GOES_ON.test(folded.slice(rest.start, rest.start + 2))
      if (more) this.#readReport(told, rest)
      return
    }
    const behind = told.subordinate ? /(?:之?后|以后|以来|时)(?=,|$)/.exec(folded.slice(start, end)) : null
    this.#readReport(told, behind ? { start, end: start + behind.index } : report)
  }

  /** A report without marks, and the words in marks inside it. */
  #readReport(told: Told, report: Span): void {
    const { start, end } = report
    const { cue, content, clause, inside } = told
    const utterance = inside.find(
      (part) => part.outerStart > start && part.outerStart < end && part.outerEnd >= end && isUtterance(this.#folded, part),
    )
    const until = utterance ? this.#beforeCue(start, trimEnd(this.#folded, utterance.outerStart)) : end
    // 告诉我,……; 叮嘱她:……: with a hearer before the comma a clause follows.
    const hears = content === clause.end && TELLS.test(this.#folded.slice(cue.start, cue.end))
    const takesClause = this.#cues.kind[cue.start] !== CUE.mark || hears
    if (until - start >= SHORTEST && takesClause && (start > content || saysSomething(this.#article, start, until)))
      this.#record({ start, end: until }, 'indirect', told, REPORT)
    this.#readInside(told, report)
  }

  /** 指出嫌犯在附近,质疑“…”: a cue that announces what follows ends the report. */
  #beforeCue(from: number, end: number): number {
    const comma = this.#folded.lastIndexOf(',', end - 1)
    const cites = end - comma <= LONGEST_CITING && comma > from && (this.#cues.length[comma + 1] as number) === end - comma - 1
    return cites ? comma : end
  }

  /** The words in marks inside a report. */
  #readInside(told: Told, { start, end }: Span): void {
    for (const part of told.inside) {
      if (part.outerStart < start || part.outerEnd > end + 1 || told.claimed.has(part)) continue
      told.claimed.add(part)
      // 家长们发现，门上贴着一张纸：“……”
      const nobodys = isNobodys(this.#folded, part, start)
      const whose = { ...told, speaker: nobodys ? null : (this.#citedBefore(part, start) ?? told.speaker) }
      if (isUtterance(this.#folded, part)) this.#record(part, 'direct', whose, AMONG)
      else if (!nobodys && !this.#terms.isTerm(part)) this.#record(part, 'partial', whose, PARTIAL)
    }
  }

  /** 他说,球队会“昂着头回家”: words in marks that go on with a clause. */
  #isWithin({ outerStart }: Quotation, from: number): boolean {
    const between = this.#folded.slice(from, outerStart)
    const comma = between.lastIndexOf(',')
    return comma >= 0 && comma < between.length - 1
  }

  /** 警方指出，贺某一度称“…”; 视频显示，有市民大喊“…”: whose words a report cites. */
  #citedBefore(quotation: Quotation, from: number): Mention | null {
    const subject = this.#saysOne(quotation, from)
    if (subject && subject.form !== 'pronoun') return subject
    let at = quotation.outerStart - 1
    while (at >= from && quotation.outerStart - at <= LONGEST_CITING && (this.#cues.length[at] as number) !== quotation.outerStart - at)
      at--
    if (
      (this.#cues.length[at] as number) !== quotation.outerStart - at ||
      (this.#cues.kind[at] !== CUE.say && this.#cues.kind[at] !== CUE.mark)
    )
      return null
    const before = this.#mentions[firstEndingAfter(this.#mentions, at) - 1]
    const near = before && before.outerStart >= from && at - before.outerEnd <= LONGEST_LEAD
    if (!near || /[,;:“”]/.test(this.#folded.slice(before.outerEnd, at))) return null
    const named = before.kind === 'person' && before.form === 'name'
    // 有市民大喊: somebody new, right before the cue.
    return named || (this.#folded[before.outerStart - 1] === '有' && before.outerEnd === at) ? before : null
  }

  /** 主帅只交代了一句：“…”: the subject of the clause that announces words by their number. */
  #saysOne({ outerStart: end }: Quotation, from: number): Mention | null {
    const near = this.#folded.slice(Math.max(from, end - LONGEST_SAYING), end)
    if (!SAYS_ONE.test(near)) return null
    const start = end - near.length + 1 + Math.max(near.lastIndexOf(','), near.lastIndexOf(';'))
    const own = this.#mentions.slice(firstEndingAfter(this.#mentions, start), firstEndingAfter(this.#mentions, end))
    return clauseSubject(this.#article, { index: 0, start, end, mentions: own }, end)
  }

  /** ……,他说。 The report stands before its cue. */
  #readBackwards(told: Told): void {
    const { cue, speaker, clause, sentence, inside } = told
    const report = { start: sentence.start, end: trimEnd(this.#folded, clause.start) }
    // “…！”昨天上午，在法庭上，小薛说。 When and where something was said that stands before.
    const said = this.#quotes.at(-1)
    if (said && said.cue === null && said.kind === 'direct' && /^[”’]$/.test(this.#folded.slice(said.end, sentence.start))) {
      Object.assign(said, { speaker, cue, confidence: AMONG })
      return
    }
    if (report.end - report.start < SHORTEST_BEFORE || inside.length > 0 || clause.end < sentence.end) return
    // 面对怨言,镇里很快作出回应。
    if (REACTED_TO.test(this.#folded.slice(report.start, report.start + 2))) return
    if (this.#cues.kind[cue.start] === CUE.say && this.#reader.endsReport(clause, speaker, cue.start))
      this.#record(report, 'indirect', told, BACKWARDS)
  }

  #record(
    { start, end }: Span,
    kind: Quote['kind'],
    { speaker, via, cue }: Pick<Announcement, 'speaker' | 'via' | 'cue'>,
    confidence: number,
    utterance?: number,
  ): void {
    const quote: Quote = { start, end, kind, speaker, via, cue, confidence }
    this.#quotes.push(utterance === undefined ? quote : { ...quote, utterance })
  }
}
