/** What the frames and cues of a Chinese sentence announce, from left to right: who speaks, whose words are whose, where each report ends. */
import type { Span } from '../1-document/span.ts'
import type { Article } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import { type Clause, changesSubject, clauseSubject, reacts, trimEnd } from './chinese-clauses.ts'
import type { ChineseCueReader, FoundCue } from './chinese-cue-reader.ts'
import { CUE, type Cues } from './chinese-cues.ts'
import { readFrame } from './chinese-frames.ts'
import { isMedium, nextReport, reportEnd, saysSomething } from './chinese-reports.ts'
import type { Quotation } from './marks.ts'

/** “他说，美方乐观，但强调”: what is joined to a report is told by whoever told it. */
const GOES_ON_SAYING = /^(?:但|不过|并|并且|同时|而且|还|又)$/
/** 祝晴说，民湖党……，问柏立言……: whoever speaks asks and scolds, no office in his report. */
const ASKS = /^(?:问|反问|追问|质问|痛批|怒批|狠批|直言|坦言)$/
/** 还说: the word that goes on is one with the verb. */
const SAYS_MORE = /^[还又]/
/** Somebody said what follows. */
const SAYS_SO = /(?:[说讲喊]|交代|嘱咐|叮嘱|回答?)了?(?:一?句话?|几个字)?:$/
/** What somebody says again and again, or has said before: 他已建议当事人调解. */
const HABIT = /(?:每[年月天次回]都?|[整成天]天|总是|总爱|老是|老爱|[他她](?:已经?|曾经?|早已|早就))$/
/** 虽然……，但……: what is conceded, and what follows. */
const CONCEDES = /^(?:尽管|虽然?|即[使便])/
const YET = /[但却惟]/
/** Cues of a question and of its answer. */
const ASKED = /(?:问|质询)$/
const ANSWERS = /^(?:答|回)/
/** What a medium does. */
const RELAYS = /^报[道导](?:称|说)?$/

/** A cue or a frame that announces something. */
export interface Announcement {
  cue: Span
  speaker: Mention | null
  via: Mention | null
  /** Where what it announces may begin, and the last place where it may end. */
  content: number
  limit: number
  clause: Clause
  subordinate: boolean
}

/** An announcement whose end is not known yet. */
interface Pending extends Omit<Announcement, 'limit'> {
  /** A cue, and no frame. */
  direct: boolean
}

/** What is known of a sentence while its clauses are read. */
interface State {
  sentence: Span
  clauses: readonly Clause[]
  inside: readonly Quotation[]
  /** Who spoke before and may go on. */
  carried: Mention | null
  pending: Pending[]
  /** How many were pending when the subject last changed, and where it did. */
  begun: number
  breaks: number[]
  /** Whose words a frame has announced: 据某某介绍. */
  relay: Mention | null
}

/** Reads the announcements of an article, one sentence after the other. */
export class AnnouncementReader {
  readonly #article: Article
  readonly #cues: Cues
  readonly #reader: ChineseCueReader
  readonly #bracketed: Uint8Array

  /**
   * @param article the clean article
   * @param cues its cues
   * @param reader reads a cue
   * @param bracketed 1 for every unit in round brackets
   */
  constructor(article: Article, cues: Cues, reader: ChineseCueReader, bracketed: Uint8Array) {
    this.#article = article
    this.#cues = cues
    this.#reader = reader
    this.#bracketed = bracketed
  }

  /**
   * @param sentence a sentence
   * @param clauses its clauses
   * @param inside its quotations
   * @param carried who spoke before and may go on
   * @returns what its frames and cues announce, from left to right
   */
  read(sentence: Span, clauses: readonly Clause[], inside: readonly Quotation[], carried: Mention | null): Announcement[] {
    const { folded } = this.#article
    const state: State = { sentence, clauses, inside, carried, pending: [], begun: 0, breaks: [], relay: null }
    for (const clause of clauses) this.#readClause(clause, state)
    // 推动承认该国的行动: what says nothing ends no report.
    const told = state.pending.filter((entry, index) => index === 0 || this.#saysAnything(entry, inside))
    return told.map((entry, index) => {
      const next = told[index + 1]
      const begins = next ? nextReport(folded, clauses, entry, next) : null
      const close = state.breaks.find((at) => at > entry.cue.start)
      const ends = [begins?.start, close].filter((at) => at !== undefined).map((at) => trimEnd(folded, at))
      return { ...entry, limit: Math.min(sentence.end, ...ends) }
    })
  }

  #readClause(clause: Clause, state: State): void {
    const { pending, sentence, inside } = state
    const { folded } = this.#article
    // 虽然镇长曾警告，……，但：what is conceded ends there.
    const told = pending.at(-1)
    const yet = told?.direct === true && clause.start > told.content && YET.test(folded[clause.start] ?? '') && this.#isConceded(told)
    if (yet || changesSubject(this.#article, clause) || reacts(this.#article, clause)) {
      state.begun = pending.length
      state.relay = null
      state.breaks.push(clause.start)
    }
    const frame = readFrame(this.#article, clause, sentence.end)
    if (frame) {
      const { cue, speaker, via, content } = frame
      pending.push({ cue, speaker, via, content, subordinate: false, clause, direct: false })
      state.relay = speaker
      return
    }
    this.#readCue(clause, state)
    const outer = pending.length > state.begun ? pending.at(-1) : undefined
    // 问她还要种多久，米秀英想了想：“……”: whoever acts right before the colon speaks, whatever was asked before.
    if (!outer || outer.clause === clause || !this.#announced(clause, inside)) return
    const speaker = clauseSubject(this.#article, clause, clause.end)
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

  /** The first cue of a clause that announces anything. */
  #readCue(clause: Clause, state: State): void {
    for (let at = clause.start; at < clause.end; at++) {
      const length = this.#cues.length[at] as number
      if (length === 0 || this.#bracketed[at] === 1) continue
      if (state.inside.some((quotation) => at >= quotation.outerStart && at < quotation.outerEnd)) continue
      const found = this.#reader.read(clause, state.clauses, at, length, state.sentence, state.inside, state.carried)
      at += length - 1
      if (!found) continue
      this.#place(found, clause, state)
      return
    }
  }

  /** Puts a cue to what is pending before it: it goes on with that, stands inside it, takes it over, or is new. */
  #place(found: FoundCue, clause: Clause, state: State): void {
    const { pending, inside, begun } = state
    const { folded } = this.#article
    // 清单包括：解冻资产；承认其权利: an item of a list.
    if (folded[clause.start - 1] === ';' && !found.explicit && found.cue.start === clause.start) return
    const outer = pending.length > begun ? pending.at(-1) : undefined
    if (outer?.speaker && this.#goesOn(outer, found, clause)) found.speaker = outer.speaker
    const { cue, speaker, via, content, subordinate } = found
    const entry: Pending = { cue, speaker, via, content, subordinate, clause, direct: true }
    if (outer?.direct) {
      const begins = clause.start <= outer.content + 1
      // 《临江报》报道，镇长透露，……: a medium relays the words.
      if (begins && found.explicit && speaker && this.#isRelayed(outer)) {
        pending[pending.length - 1] = { ...entry, via: via ?? outer.speaker }
        return
      }
      // 他说，老师认为……: what stands where a report begins is part of it.
      // 她说，……，市府每年都说要检讨: a habit is told of by her.
      if (begins || HABIT.test(folded.slice(clause.start, cue.start))) return
    }
    // 问他为何要拆，镇长答“……”
    const answers =
      outer !== undefined && ASKED.test(folded.slice(outer.cue.start, outer.cue.end)) && ANSWERS.test(folded.slice(cue.start, cue.end))
    const says = this.#cues.kind[cue.start] === CUE.say || answers
    // A report inside a report belongs to its own speaker; the outer one relays it.
    const relays = outer?.direct === false && state.relay?.kind === 'organization' && pending.length === begun + 1
    if (relays && found.explicit && says) {
      pending[pending.length - 1] = { ...entry, via: state.relay, direct: false }
      state.relay = null
    } else if (!outer || ((found.explicit || found.coordinated) && (says || this.#announced(clause, inside)))) pending.push(entry)
  }

  /** 批评欧方“…”，并称……: whether whoever spoke before goes on. */
  #goesOn(before: Pending, { cue, speaker, coordinated }: FoundCue, clause: Clause): boolean {
    if (!coordinated || !speaker || speaker.start <= before.cue.start) return false
    if (speaker.end <= before.clause.end) return true
    const { folded } = this.#article
    const word = folded.slice(cue.start, cue.end)
    const opens = cue.start === clause.start
    return (
      before.direct &&
      (GOES_ON_SAYING.test(folded.slice(clause.start, cue.start)) ||
        (opens && SAYS_MORE.test(word)) ||
        (opens && speaker.kind === 'organization' && ASKS.test(word)))
    )
  }

  /** Whether a cue announces words in marks, or anything that is more than a thing. */
  #saysAnything({ cue, content, clause }: { cue: Span; content: number; clause: Clause }, inside: readonly Quotation[]): boolean {
    const { end } = clause
    if (
      content >= end - 1 ||
      this.#article.folded[end - 1] === ':' ||
      inside.some(({ outerStart, outerEnd }) => outerEnd >= clause.start && outerStart <= end)
    )
      return true
    return this.#cues.kind[cue.start] === CUE.mark || saysSomething(this.#article, content, reportEnd(this.#article.folded, content, end))
  }

  #isConceded({ cue, clause }: { cue: Span; clause: Clause }): boolean {
    return CONCEDES.test(this.#article.folded.slice(clause.start, cue.start))
  }

  /** Whether a cue says that a medium reports. */
  #isRelayed({ cue, speaker }: { cue: Span; speaker: Mention | null }): boolean {
    return RELAYS.test(this.#article.folded.slice(cue.start, cue.end)) && speaker !== null && isMedium(this.#article, speaker)
  }

  /** A colon ends the clause, and words in marks follow. */
  #announced(clause: Clause, inside: readonly Quotation[]): boolean {
    return this.#article.folded[clause.end - 1] === ':' && inside.some(({ outerStart }) => outerStart === clause.end)
  }
}
