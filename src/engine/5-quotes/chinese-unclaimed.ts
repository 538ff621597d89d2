/**
 * Words in marks that no cue of a Chinese sentence announces: utterances that go on, what an evaluation, an invitation or
 * an excuse quotes, what stands behind the act of whoever has spoken.
 */
import type { Span } from '../1-document/span.ts'
import type { Article, Block } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Actors } from './chinese-actors.ts'
import { type Clause, clauseSubject, earlierSubject, passiveAgent } from './chinese-clauses.ts'
import { CUE, type Cues } from './chinese-cues.ts'
import { relayed } from './chinese-frames.ts'
import { isNobodys, isUnfinished, isUtterance } from './chinese-utterances.ts'
import type { Quotation } from './marks.ts'
import type { Quote } from './quote.ts'
import type { Terms } from './terms.ts'

/** A quotation by the side: “…” as what an evaluation, an invitation, an answer says. */
const SPEECH_NOUN =
  /评价|邀请|回应|态度|说法|批评|言论|表态|声明|讲话|演讲|称赞|赞誉|感叹|质疑|呼声|口号|承诺|警告|指责|感慨|抱怨|定性|形容|描述|定义|概括|总结|比作|称赞|呼吁/
/** Something written is given away. */
const GIVES =
  /(?:带给|递给|递上|送给|寄给|寄来|寄去|留给|留下|塞给|交给|附上)[^,。:]{0,10}(?:卡片|纸条|字条|便条|便签|明信片|信|留言|贺卡)[,:]?$/
/** What somebody does before a colon, with it, in UTF-16 units. */
const LONGEST_REPLY = 5
/** Whom a cue judges stands between it and the words in marks, in so many UTF-16 units with the cue. */
const LONGEST_OBJECT = 14
/** Somebody remembers what somebody else used to say. */
const REMEMBERS = /^[^,。:“”]{0,6}(?:记得|记着|牢记|难忘|忘不了|想起|想到)[^,。:“”]{2,20}[话句言说][,:]?“?$/
/** Words in marks that nothing announces, or a comma at best, are a clause. In UTF-16 units. */
const SHORTEST_ADDED = 6
/** 用一句“…”告别, 连说三遍“…”: words in marks behind this were said. */
const UTTERED =
  /(?:一句|一声|[说喊]了?[^,:“]{0,3}(?:[遍声]|个字|句话)|高喊|大喊|连喊|直呼|喊出|喊着|念叨着?|嘟囔着?|(?:印象|理由|条件|愿望|说法|回答|答案|解释|要求)是)$/
/** In UTF-16 units. */
const LONGEST_UTTERED = 8

/** What tells what somebody feels, behind him, and its length in UTF-16 units. */
const BODY_LENGTH = 4
const BODY = /^的(?:眼[眶睛圈泪神]|声音|语气|嗓[子音]|脸|嘴[角唇]|双?手|眉头|泪)/
/** Ahead of an office: it is told of by who belongs to it. */
const WHERE_SHE_IS = /[他她]所在的$/

/** A sentence, and what stands in it. */
export interface Surroundings {
  sentence: Span
  block: Block
  /** The sentence opens its block. */
  isFirst: boolean
  clauses: readonly Clause[]
  /** Its quotations. */
  inside: readonly Quotation[]
  /** Who spoke before and may go on. */
  carried: Mention | null
}

/** Reads the quotations that no cue claimed. */
export class UnclaimedReader {
  readonly #article: Article
  readonly #cues: Cues
  readonly #actors: Actors
  readonly #terms: Terms

  /**
   * @param article the clean article
   * @param cues its cues
   * @param actors who acts behind its utterances
   * @param terms which of its words in marks are terms
   */
  constructor(article: Article, cues: Cues, actors: Actors, terms: Terms) {
    this.#article = article
    this.#cues = cues
    this.#actors = actors
    this.#terms = terms
  }

  /**
   * @param surroundings the sentence
   * @param claimed quotations that a cue announced
   * @param quotes the quotes of the article so far; what is found is added
   */
  read({ sentence, block, isFirst, clauses, inside, carried }: Surroundings, claimed: ReadonlySet<Quotation>, quotes: Quote[]): void {
    const { folded } = this.#article
    const record = (
      { start, end }: Span,
      kind: Quote['kind'],
      speaker: Mention | null,
      confidence: number,
      cue: Span | null = null,
      via: Mention | null = null,
    ) => quotes.push({ start, end, kind, speaker, via, cue, confidence })
    for (const quotation of inside) {
      if (claimed.has(quotation)) continue
      const { outerStart, outerEnd } = quotation
      const speaks = isUtterance(folded, quotation)
      const opens = folded.slice(sentence.start, outerStart).trim() === ''
      const closes = outerEnd >= sentence.end - 1
      // “需求正在下降”。 So is a clause whose stop stands outside the marks, behind somebody's words.
      const stopOutside = carried !== null && quotation.end - quotation.start >= SHORTEST_ADDED && !this.#terms.isTerm(quotation)
      if (opens && closes && (speaks || stopOutside)) {
        const speaker = this.#whoSpoke(outerEnd, block, isFirst) ?? carried ?? quotes.at(-1)?.speaker ?? null
        record(quotation, 'direct', speaker, isFirst ? 0.6 : 0.75)
        continue
      }
      // “…。”梁某反复念叨着: whoever acts in the same sentence has spoken.
      const acts = opens ? this.#actsBehind(quotation, block) : null
      if (acts) {
        record(quotation, 'direct', acts, 0.7)
        continue
      }
      // 以“不便回应”为由挂断电话
      const excuse = folded[outerStart - 1] === '以' && folded.startsWith('为由', outerEnd)
      if (!excuse && this.#terms.isTerm(quotation)) continue
      const written = folded.slice(sentence.start, outerStart) + folded.slice(outerEnd, sentence.end)
      const uttered = UTTERED.test(folded.slice(Math.max(sentence.start, outerStart - LONGEST_UTTERED), outerStart))
      // 证实了这一消息，“……”。 Words in marks that end a sentence, behind a comma, go on with what somebody said.
      const addsTo = closes && folded[outerStart - 1] === ',' && quotation.end - quotation.start >= SHORTEST_ADDED
      const judged = this.#judgement(quotation)
      const listed = speaks ? null : this.#listedBy(quotation, clauses, inside)
      if (!speaks && !listed && !uttered && !excuse && !addsTo && !judged && !SPEECH_NOUN.test(written)) continue
      if (isNobodys(folded, quotation, sentence.start)) {
        if (speaks) record(quotation, 'direct', this.#sender(clauses, quotation), 0.55)
        continue
      }
      const before = clauses.filter((clause) => clause.start < outerStart)
      const clause = before.at(-1)
      // 判词引述原审法官的话，形容案情是“…”
      const earlier = before.at(-2)
      const cited = earlier && folded.startsWith('的话', earlier.end - 3) ? relayed(this.#article, earlier, earlier.end) : null
      const speaker =
        cited?.speaker ??
        listed ??
        (speaks ? this.#actors.source(outerEnd, block) : null) ??
        (clause
          ? (this.#actorOf(clause, judged ?? quotation) ?? this.#moved(clause) ?? earlierSubject(this.#article, clause, before))
          : null)
      if (!speaker && !speaks) continue
      // 丁某告诉医生……。他们就轮流讲故事，“……”: one of them tells it, as somebody tells of 她所在的公司.
      const several = speaker?.form === 'pronoun' && speaker.kind === 'group' && !speaker.antecedent
      const toldOf = speaker !== null && (several || WHERE_SHE_IS.test(folded.slice(sentence.start, speaker.outerStart)))
      const noun = judged ? null : SPEECH_NOUN.exec(written)
      const at = noun ? folded.indexOf(noun[0], sentence.start) : -1
      const cue = judged ?? (noun && at >= 0 ? { start: at, end: at + noun[0].length } : null)
      record(
        quotation,
        speaks || listed ? 'direct' : 'partial',
        (toldOf ? carried : null) ?? speaker ?? carried,
        0.55,
        cue,
        cited?.via ?? null,
      )
    }
  }

  /** 网友冷回：“先说你做了什么”、“没犯错就不会被拦”: who acts right before the colon ahead of words in marks, and of those listed with them. */
  #listedBy(quotation: Quotation, clauses: readonly Clause[], inside: readonly Quotation[]): Mention | null {
    const { folded } = this.#article
    let first = quotation
    for (
      let at = inside.indexOf(quotation);
      at > 0 && folded[first.outerStart - 1] === '、' && inside[at - 1]?.outerEnd === first.outerStart - 1;
      at--
    )
      first = inside[at - 1] as Quotation
    if (folded[first.outerStart - 1] !== ':' || quotation.end - quotation.start < SHORTEST_ADDED) return null
    const last = clauses.find(({ end }) => end === first.outerStart)?.mentions.at(-1)
    const acts = last !== undefined && last.kind !== 'organization' && first.outerStart - last.outerEnd <= LONGEST_REPLY
    return acts && first.outerStart - last.outerEnd > 1 ? last : null
  }

  /** 她带给法官一张卡片，上面写着“……”: whoever gives it has written it. */
  #sender(clauses: readonly Clause[], { outerStart }: Quotation): Mention | null {
    const giving = clauses.find(({ start, end }) => end <= outerStart && GIVES.test(this.#article.folded.slice(start, end)))
    return giving ? clauseSubject(this.#article, giving, giving.end) : null
  }

  /** Whose the utterance is that is a sentence of its own, by what stands behind it. */
  #whoSpoke(end: number, block: Block, isFirst: boolean): Mention | null {
    const actors = this.#actors
    return actors.saysSo(end, block) ?? (isFirst ? actors.whoFollows(end, block) : actors.onlyActs(end, block)) ?? actors.source(end, block)
  }

  /** 痛批社会局“…”: the cue whose object stands between it and the words in marks. */
  #judgement(quotation: Quotation): Span | null {
    const { folded } = this.#article
    for (let at = quotation.outerStart - 1; at >= quotation.outerStart - LONGEST_OBJECT; at--) {
      if (/[,。:;!?“”\n]/.test(folded[at] ?? '\n')) return null
      const length = this.#cues.length[at] as number
      if (length > 0) return this.#cues.kind[at] === CUE.mark || this.#cues.kind[at] === CUE.both ? { start: at, end: at + length } : null
    }
    return null
  }

  /** 指责邻国“…”: whoever stands behind a cue is told of and does not speak. */
  #actorOf(clause: Clause, limit: Span): Mention | null {
    // 编导被观众告白:“……”
    const agent = passiveAgent(this.#article, clause, limit.start, LONGEST_REPLY)
    if (agent) return agent
    const { folded } = this.#article
    const subject = clauseSubject(this.#article, clause, limit.start)
    // 儿子至今记得父亲常说的一句话:“……”
    if (subject && REMEMBERS.test(folded.slice(subject.outerEnd, limit.start))) {
      const remembered = clause.mentions.find((mention) => mention.start >= subject.outerEnd && mention.kind === 'person')
      if (remembered) return remembered
    }
    if (subject) for (let at = clause.start; at < subject.outerStart; at++) if ((this.#cues.length[at] as number) > 1) return null
    return subject
  }

  /** 她的眼眶红了，“……”: whose face or voice tells what he feels. */
  #moved({ start, mentions }: Clause): Mention | null {
    const { folded } = this.#article
    return (
      mentions.find(
        ({ outerStart, end, kind }) => outerStart === start && kind === 'person' && BODY.test(folded.slice(end, end + BODY_LENGTH)),
      ) ?? null
    )
  }

  /** Who has spoken because he acts right behind words in marks. */
  #actsBehind(quotation: Quotation, block: Block): Mention | null {
    const { folded } = this.#article
    if (isUnfinished(folded, quotation)) return this.#actors.goesOn(quotation.outerEnd, block)
    return isUtterance(folded, quotation) ? this.#actors.opens(quotation.outerEnd, block) : null
  }
}
