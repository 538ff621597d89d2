/** Reads a Chinese cue in its clause: whether it announces something, whose words, and where they begin. */
import type { Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from '../4-names/article.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import { LONGEST_LEAD } from './chinese-actors.ts'
import { type Clause, clauseSubject, earlierSubject, existing, passiveAgent, phraseBefore, placeBefore } from './chinese-clauses.ts'
import { CUE, type Cues } from './chinese-cues.ts'
import { relayed } from './chinese-frames.ts'
import { isMedium } from './chinese-reports.ts'
import type { Quotation } from './marks.ts'

/** Verbs that mostly mean something else, and what may stand between them and who speaks. */
const FROM_PERSON = /^(?:回|反击)$/
const REPLIES = /^[则也又再]?$/
/** An answer: what it says stands behind the verb that follows. */
const ANSWERS = /^(?:回应|回复|答复)$/
/** 回应|记者提问。: a question and no answer. */
const QUESTION = /^[^,:“”]{0,12}(?:提问|追问|询问|质询)(?:[(。]|$)/
/** 回应|记者提问时, 回应|记者“…”的提问时 */
const OCCASION = /^(?:[^,:“”]{0,10}“[^“”]{1,60}”)?[^,:“”]{1,14}时/
/** A noun that the cue goes on with, behind what takes an object: 将台风|预警. */
const TAKEN = /[将把][^,。:“”]{2,8}$/
/** What is published and says something. */
const MADE_PUBLIC = /^[^,:“]{0,12}(?:调查|数据|结果|报告|名单|公告|声明|消息|通报|统计|通告|提示|说明)[,:]$/
/** In UTF-16 units. */
const LONGEST_DEMAND = 18
const EXPLAINS = /^(?:说明|解释|回应|交代|答复)$/
const DEMANDED = /(?:要求|责令|敦促|促请|呼吁|请求|催促|希望|应当?|命令|拒绝)[^,:“]{0,14}$/
/** A weak cue stands this close behind its subject, in characters. */
const WEAK_REACH = 8
/** 回应记者称, 答复媒体表示, 回应查询时说. */
const PRESS =
  /^(?:本报|本刊|媒体|[\p{Script=Han}《》]{2,8}(?=记者))?(?:本[报刊台]|记者|媒体|网友|网民|股民|投资者|居民|业主|家长|用户|粉丝|查询|提问|询问|质询|质疑|传闻|有关问题)[^,:“]{0,4}(?:称|说|表示|指出|强调)/u
const TOLD_PRESS = /^[^,。:“”]{0,10}(?:记者|本报|本刊|媒体)。$/
/** Verbs whose object is a hearer, and those that tell him what to do. */
const ADDRESSES = /告诉|提醒|警告|嘱咐|叮嘱|劝|安慰|促请|呼吁|敦促/
const URGES = /提醒|警告|嘱咐|叮嘱|建议|要求/
const PERSUADED = /^([他她你您我]们?)[^,:“]{2,12}[,。]/
const URGED = /^([他她你您我]们?)(?:别|不要|要|多|少|早点|快|赶紧|先|把|好好|想开)[^,:“]{1,10}[,。]/
/** Who is asked, by a pronoun, ahead of the question; how something is said. */
const ASKED = /^[他她您你][们]?[,:]$/
const MANNER = /^得[^,:。“]{1,8}(?=[,:]$)/
/** 被问到是否担心选举时说: what somebody is asked about is no report. */
const TOPIC = /[问谈提][到及起]|被问/
const TOPIC_ENDS = /^[^,:“]{0,20}时/
const SAID_THEN = /^时[^,。:“]{0,3}(?:说|表示|指出|强调|称|透露|承认|坦言)/
/** Whom a call addresses is no longer than this with its comma, in UTF-16 units. */
const LONGEST_CALLED = 5
/** 她是在得知消息后改变主意的: an occasion, in the middle of what is told. */
const OCCASIONED = /[是就才都]在$/
const OCCASION_ENDS = /^[^,。:]{1,30}(?:[之以]?后|时)/
const BECOMES = /(?:成为?了?|作为|是)[^,。:“”]{0,14}$/
const WHO_TOLD = /^[^,。:“”]{1,24}的[^,。的]{1,8}[,。]?$/
const CONCEDES = /^(?:尽管|虽然?|即[使便]|哪怕)/
const YET = /^(?:但|却|仍|还是|可)/
const FOUND_DEAD = /^(?:抢救无效|伤重|当场)?(?:死亡|不治|身亡|遇难|感染|确诊|罹难)/
const CAUSED = /(?:让|令|使)[^,。:“”]{1,10}$/
/** 研究显示: what shows something is named in the cue. */
const SHOWS = /^(?:研究|调查|数据|统计|结果)显示$|^(?:消息|传闻|传言)称$/
const READS = /^(?:报告|通报|公告|声明|文件|研究)(?:称|说|指出|显示|表示|认为|写道)$/
/** 有分析指出 */
const OPINION = /^(?:分析|评论|观点|意见)(?!家|师|员|人)/
/** 答复称: what is read out says so, where nobody but a reader was named before. */
const READ_OUT = /^(?:答复|回复|通报|通告|公告|评论|回信)(?:称|说|指出|表示)$/

/** What is issued. */
const STATED = /^(?:声明|公报|公告|文件)(?:称|说|指出|表示|强调)$/

/** What the writer has learnt. */
const LEARNS = /获悉|了解到|得知/
/** 本报接到市民|报料|称: who calls a paper. */
const CALLS_IN = /^(?:的)?(?:报料|爆料|反映|举报|投诉|求助|来电|来信|报警|报案|反馈)$/

/** 并呼吁…: what goes on with the subject of the clause before. */
const GOES_ON = /^(?:并|还|同时|又|且|更|再次|进一步|也){1,4}$/
/** 呼吁外界不要…: so does a sentence that opens like this. */
const OPENS_REPORT = /^(?:呼吁|敦促|促请)/
/** 批评政府过于…, 告诫球员不要…: verbs of judging and telling, of which the object may be a clause. */
const JUDGES =
  /^(?:批评|狠批|痛批|怒批|炮轰|痛斥|怒斥|谴责|斥责|揶揄|嘲讽|讽刺|称赞|盛赞|大赞|夸赞|夸奖|埋怨|抗议|告诫|威胁|澄清|评价|评论)$/
/** What the object of such a verb begins with. */
const OBJECT: ReadonlySet<number> = new Set([TAG.noun, TAG.pronoun, TAG.place, TAG.organization, TAG.person, TAG.foreignName])

/** A cue with whom it belongs to and where its report begins. */
export interface FoundCue {
  cue: Span
  speaker: Mention | null
  via: Mention | null
  content: number
  /** Its own subject stands in the clause. */
  explicit: boolean
  /** 并表示, 还说: goes on with the subject of the cue before. */
  coordinated: boolean
  subordinate: boolean
}

/** Reads the cues of an article. */
export class ChineseCueReader {
  readonly #article: Article
  readonly #cues: Cues

  /**
   * @param article the clean article
   * @param cues its cues
   */
  constructor(article: Article, cues: Cues) {
    this.#article = article
    this.#cues = cues
  }

  /**
   * Reads a word that may be a cue.
   *
   * @param clause its clause
   * @param clauses all clauses of its sentence
   * @param at where it begins
   * @param length its length
   * @param sentence where the sentence stands
   * @param inside its quotations
   * @param carried who spoke last, if he may go on
   * @returns the cue; null where the word is none, or nobody is its source
   */
  read(
    clause: Clause,
    clauses: readonly Clause[],
    at: number,
    length: number,
    sentence: Span,
    inside: readonly Quotation[],
    carried: Mention | null,
  ): FoundCue | null {
    const article = this.#article
    const cues = this.#cues
    const { folded } = article
    const kind = cues.kind[at]
    let content = at + length
    // 也说到,……; 他说啊,……
    if (/[到啊呀嘛哦呗]/.test(folded[content] ?? '') && /[,:]/.test(folded[content + 1] ?? '')) content++
    const rest = folded.slice(content, clause.end)
    // 告诉记者, 提醒市民: the hearer stands between the cue and its clause.
    const hearer = /^[^,:“]{1,12}[,:]$/.exec(rest)
    const word = folded.slice(at, content)
    const quotationNext = inside.find((quotation) => quotation.outerStart >= content && quotation.outerStart <= content + 2)
    // 呼吁各方保持克制, but 呼吁市民,……: a long one is what is called for.
    const calls = /促请|呼吁|敦促/.test(word) && (hearer?.[0].length ?? 0) > LONGEST_CALLED
    // 劝她别太执著: a hearer and what he should do.
    const urged = word.endsWith('劝') ? PERSUADED.exec(rest) : URGES.test(word) ? URGED.exec(rest) : null
    if (urged) content += (urged[1] as string).length
    else if (ADDRESSES.test(word) && hearer && !calls && !/记者$/.test(word)) content = clause.end
    // 记者问他,……; 问六年级的陶小满:……
    const asked = clause.mentions.some((mention) => mention.outerStart === content && mention.outerEnd === clause.end - 1)
    if (word.endsWith('问') && (ASKED.test(rest) || asked || hearer?.[0].endsWith(':'))) content = clause.end
    // 说得更直白:……
    content += MANNER.exec(rest)?.[0].length ?? 0
    // “…。”居民们告诉本报记者。
    if (word === '告诉' && TOLD_PRESS.test(rest)) content = clause.end
    // 眼神中透露出疲惫: what is seen.
    if (word === '透露' && rest.startsWith('出')) return null
    // 他形容,……: what he describes is told in a clause.
    if (word === '形容' && /^[,:]$/.test(rest)) content = clause.end
    if (ANSWERS.test(word) && QUESTION.test(rest)) return null
    const answered = ANSWERS.test(word)
      ? clause.mentions.find(({ kind, outerStart, outerEnd }) => kind === 'person' && outerStart === content && outerEnd > content)
      : undefined
    // 答复议员祝晴。: somebody is answered; 答复议员祝晴说,……: by what stands behind.
    if (answered && answered.outerEnd >= clause.end - 1) return null
    if (answered && cues.kind[answered.outerEnd] === CUE.say) content = answered.outerEnd + (cues.length[answered.outerEnd] as number)
    // 回应时表示: another word announces.
    if (SAID_THEN.test(rest)) return null
    // 研判认为, 回应表示: so does a verb of saying right behind one that is none, or an answer.
    if ((kind === CUE.weak || ANSWERS.test(word)) && cues.kind[content] === CUE.say) return null
    // 回应记者提问时否认…: what was answered stands behind the verb that follows the occasion.
    const occasion = ANSWERS.test(word) ? (OCCASION.exec(rest)?.[0].length ?? 0) : 0
    const answer =
      occasion > 0 ? [0, 1, 2].map((gap) => content + occasion + gap).find((place) => (cues.length[place] as number) > 0) : undefined
    if (answer !== undefined) content = answer + (cues.length[answer] as number)
    if (TOPIC_ENDS.test(rest) && TOPIC.test(folded.slice(clause.start, at))) return null
    // 回应记者称: the second word announces.
    const press = PRESS.exec(rest)
    if (press && answer === undefined) content += press[0].length
    // 公布最新调查，……: what was made public says so.
    const made = MADE_PUBLIC.test(rest)
    if (/公布|发布/.test(word) && made) content = clause.end
    if (word === '发布' && !made) return null
    // 公布10月主要经济指标: a thing.
    if (word === '公布' && !made && !/^[,:]/.test(rest) && !this.#acts(content, clause.end)) return null
    // 要求市府公布报告, 要求局长出面说明: what somebody else is to tell.
    if ((kind === CUE.document || EXPLAINS.test(word)) && DEMANDED.test(folded.slice(Math.max(clause.start, at - LONGEST_DEMAND), at)))
      return null
    const pauses = kind === CUE.pause || (kind === CUE.both && /^[,:]/.test(rest))
    // 会议要求，……: a thing that no lexicon has may find and demand.
    const opensClause = kind === CUE.weak && /^[,:]/.test(rest)
    const thing = kind === CUE.say || pauses || opensClause || made ? phraseBefore(article, clause, at) : null
    if (
      (kind === CUE.document || kind === CUE.weak) &&
      thing === null &&
      !clause.mentions.some(
        (mention) =>
          mention.end <= at && (at - mention.end <= WEAK_REACH || (opensClause && mention.kind === 'person' && mention.form === 'name')),
      ) &&
      !quotationNext &&
      !(kind === CUE.weak && clause.index === 0 && at === clause.start && carried?.kind === 'person' && OPENS_REPORT.test(word)) &&
      !(kind === CUE.weak && clause.index > 0 && GOES_ON.test(folded.slice(clause.start, at)))
    )
      return null
    const behind = folded.slice(content, sentence.end)
    const before = this.quotationBefore(clause, sentence, inside)
    // What the writer found out is no report.
    const finder = clause.mentions.findLast((mention) => mention.end <= at && !/[对向跟与和]/.test(folded[mention.outerStart - 1] ?? ''))
    if (pauses && (finder ? /记者$/.test(folded.slice(finder.start, finder.end)) : thing === null)) return null
    // 痛批现行门槛过高，“……”: the clause behind the cue goes on with its words.
    const goesOn = kind === CUE.both && folded[clause.end - 1] === ',' && inside.some(({ outerStart }) => outerStart === clause.end)
    const judges = JUDGES.test(word) && this.#tellsOf(content, clause.end)
    const marked = kind === CUE.mark || (kind === CUE.both && !pauses && !goesOn && !judges)
    if (marked && !quotationNext && !before && !/^[,:]?“/.test(behind) && content !== clause.end) return null
    // 镇长被议员骂“……”
    const subject =
      (quotationNext ? passiveAgent(article, clause, at, 0) : undefined) ??
      clauseSubject(article, clause, at) ??
      placeBefore(article, clause.start, at) ??
      thing ??
      existing(article, clause, at)
    // 市长回，……; but 一去不回, 客队反击: only who is named right before it speaks.
    if (FROM_PERSON.test(word) && !(subject?.kind === 'person' && REPLIES.test(folded.slice(subject.outerEnd, at)))) return null
    const lead = folded.slice(clause.start, at)
    const coordinated =
      subject === null && /^(?:但|而|不过|然而|因此|所以)?(?:并|还|也|又|同时|且|则|再次|随后|接着|进一步|更)?[^,]{0,8}$/.test(lead)
    const relay = relayed(article, clause, at)
    const told = this.#toldBy(clause, at, word)
    const shows =
      subject === null &&
      (SHOWS.test(word) ||
        (lead.endsWith('有') && OPINION.test(word)) ||
        (READ_OUT.test(word) && clause.index === 0 && carried?.kind === 'person') ||
        // 某社报道，……。声明说: no words of the agency.
        (STATED.test(word) && clause.index === 0 && carried?.kind === 'organization' && isMedium(this.#article, carried)))
        ? (this.#ownerOf(clause, at) ??
          ({ ...bare({ start: at, end: at + 2 }), kind: 'organization', role: null, form: 'description' } satisfies Mention))
        : undefined
    const report = subject === null && READS.test(word) ? goingInto(clause, at) : undefined
    const speaker = relay?.speaker ?? told ?? subject ?? report ?? shows ?? earlierSubject(article, clause, clauses) ?? carried
    if (!speaker && kind !== CUE.say) return null
    // 成为最新宣布跟进的国家: who has told it.
    if (BECOMES.test(lead) && WHO_TOLD.test(rest)) return null
    // 对于警方研判动机与纠纷有关,…: what somebody reacts to.
    if (kind === CUE.weak && /^对于/.test(lead) && !quotationNext) return null
    // 尽管院长当面提醒，但…: what is conceded is not told.
    if (CONCEDES.test(lead) && /^,/.test(rest) && YET.test(folded.slice(clause.end, clause.end + 2))) return null
    // 男子的回答让民警怀疑: a feeling that something gives.
    if (kind === CUE.weak && subject === null && CAUSED.test(lead)) return null
    // 1人证实抢救无效死亡: what was found of somebody.
    if (word === '证实' && FOUND_DEAD.test(rest)) return null
    if (OCCASIONED.test(lead) && OCCASION_ENDS.test(rest)) return null
    // 将台风预警升级为红色: a thing that something is done to.
    if (kind === CUE.weak && TAKEN.test(lead)) return null
    // 颁奖词里写道: nobody says who wrote it.
    if (word === '写道' && subject === null && /(?:[里中上]|一[页行篇段条封则张])$/.test(lead)) return null
    // 问他紧不紧张: who asks is the writer.
    if (word === '问' && subject === null && clause.index === 0 && lead === '' && !/^[,:“]/.test(rest)) return null
    const isLast = /^[。!?…\s]*$/.test(folded.slice(content, sentence.end))
    // “…。”一位女士在微博上吐槽。
    const tagged = kind === CUE.say || folded[sentence.start - 1] === '”'
    if (isLast && !before && !(tagged && speaker && this.endsReport(clause, speaker, at))) return null
    return {
      cue: { start: at, end: at + length },
      speaker,
      via: relay?.via ?? null,
      content,
      explicit: subject !== null || relay !== null || report !== undefined || shows !== undefined,
      coordinated,
      subordinate: /^(?:自|正?当(?![局地事选])|在|继|就在)/.test(lead),
    }
  }

  /**
   * @param clause a clause
   * @param sentence where its sentence stands
   * @param inside the quotations of the sentence
   * @returns the words in marks that stand right before the clause and that nobody has announced
   */
  quotationBefore(clause: Clause, sentence: Span, inside: readonly Quotation[]): Quotation | undefined {
    const { folded } = this.#article
    return inside.findLast(
      (quotation) =>
        quotation.outerStart <= clause.start &&
        // 他直摇头：“…”摄影师回忆; 股民哀叹“…”，也有人认为: what was announced before has its speaker.
        (quotation.outerStart === sentence.start || /[,;、]/.test(folded[quotation.outerStart - 1] as string)) &&
        quotation.outerEnd < clause.end &&
        clause.start - quotation.outerEnd <= 2 &&
        !folded.slice(quotation.outerEnd, clause.start).includes(';'),
    )
  }

  /**
   * @param clause a clause
   * @param speaker the source of its cue
   * @param cue where the cue stands
   * @returns whether the clause is nothing but who said so: ……，镇长林海生说
   */
  endsReport(clause: Clause, speaker: Mention, cue: number): boolean {
    const { folded } = this.#article
    return (
      clause.start <= speaker.outerStart &&
      cue - speaker.outerEnd <= LONGEST_LEAD &&
      /^(?:.{2,}的)?$/.test(folded.slice(clause.start, speaker.outerStart))
    )
  }

  /** 从多部门|获悉, 接到市民|报料|称: who told the writer. */
  #toldBy({ start, mentions }: Clause, at: number, word: string): Mention | undefined {
    const { folded } = this.#article
    if (LEARNS.test(word)) return mentions.findLast(({ end, outerStart }) => end <= at && /[从自]$/.test(folded.slice(start, outerStart)))
    const last = mentions.findLast(({ end }) => end < at)
    const calls = last !== undefined && CALLS_IN.test(folded.slice(last.end, at)) && /[接收]到$/.test(folded.slice(start, last.outerStart))
    return calls ? last : undefined
  }

  /** Whether there is a verb between two places. */
  #acts(start: number, end: number): boolean {
    const { words } = this.#article
    for (let at = start; at < end; at++) if ((words.length[at] as number) > 0 && words.tag[at] === TAG.verb) return true
    return false
  }

  /** 批评|政府的指引过于含糊, but not 批评|政府的指引: whether a noun stands there, and behind it what is said of it. */
  #tellsOf(start: number, end: number): boolean {
    const { words } = this.#article
    if (!OBJECT.has(words.tag[start] as number)) return false
    let before = start
    for (let at = start + (words.length[start] as number); at < end; at += words.length[at] as number) {
      if (words.length[at] === 0) return false
      const tag = words.tag[at] as number
      const next = at + (words.length[at] as number)
      const acts = tag === TAG.verb && words.tag[before] !== TAG.particle && OBJECT.has(words.tag[next] as number) && next < end - 1
      // 过于|含糊
      if (tag === TAG.adverb || acts || (tag === TAG.adjective && words.tag[before] === TAG.verb)) return true
      before = at
    }
    return false
  }

  /** 市住建局数据显示: whose data they are. */
  #ownerOf(clause: Clause, at: number): Mention | null {
    const data = goingInto(clause, at)
    const end = this.#article.folded[at - 1] === '的' ? at - 1 : at
    return data && end - data.start > 2 ? { ...data, ...bare({ start: data.start, end }), form: 'name' } : null
  }
}

/** 审计报告指出: the cue begins with the last word of what says so. */
function goingInto({ mentions }: Clause, at: number): Mention | undefined {
  return mentions.find((mention) => mention.start < at && mention.end === at + 2)
}
