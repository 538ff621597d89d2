/** Chinese reports: whether what stands behind a cue is one, where it ends, what no report holds. */
import type { Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Clause } from './chinese-clauses.ts'

/** A thing that is published is named in so many UTF-16 units, none of them a word that tells something of it. */
const LONGEST_THING = 8
const SAYING = new Set<number>([TAG.verb, TAG.adjective, TAG.adverb, TAG.preposition, TAG.pronoun])
/** 2月3日晚上9点: when something was. */
const WHEN = /^[\d年月日号时点分许前后上中下午早晚夜里凌晨间左右约周星期一二三四五六七八九十天当今昨]+$/
/** A thing that is denied, and no report. */
const POINTS_BACK = /^(?:这|该|上述|此)[一种项些类]?(?:指控|说法|消息|传闻|报道|指责|猜测)$/
/** 临江社, 《临江报》. */
const MEDIUM = /(?:社|报|网|台|新闻|》)$/

/**
 * 披露三季报, 否认这一指控, 留言“…”、“…”: a thing is no report, and neither is what is in marks altogether.
 *
 * @param article the clean article
 * @param start where a report may begin
 * @param end where it ends
 * @returns whether it says something
 */
export function saysSomething({ folded, words }: Article, start: number, end: number): boolean {
  const written = folded.slice(start, end)
  if (POINTS_BACK.test(written) || WHEN.test(written)) return false
  let marked = 0
  for (let at = start; at < end; at++) {
    if (folded[at] === '“') marked = 1
    if (marked === 0 && !/[、,和“”]/.test(folded[at] as string)) {
      if (end - start > LONGEST_THING || SAYING.has(words.tag[at] as number)) return true
    }
    if (folded[at] === '”') marked = 0
  }
  return false
}

/**
 * 村里人问她……，她想了想，答：……: the clause of whoever answers belongs to the answer.
 *
 * @param folded the folded clean text
 * @param clauses the clauses of a sentence
 * @param asks a cue and its clause
 * @param answers the clause of the next cue, and its speaker
 * @returns the clause with which the next report begins, that of its cue where nobody answers
 */
export function nextReport(
  folded: string,
  clauses: readonly Clause[],
  { cue, clause: asks }: { cue: Span; clause: Clause },
  { clause: answers, speaker }: { clause: Clause; speaker: Mention | null },
): Clause {
  if (folded[cue.end - 1] !== '问') return answers
  for (let at = asks.index + 1; speaker && at < answers.index; at++) {
    const clause = clauses[at] as Clause
    if (clause.start <= speaker.outerStart && speaker.end <= clause.end) return clause
  }
  return answers
}

/**
 * @param text a folded text
 * @returns 1 for every unit between a round bracket and its partner; a bracket without one encloses nothing
 */
export function findBrackets(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  let open = -1
  for (let at = 0; at < text.length; at++) {
    const mark = text.charCodeAt(at)
    if (mark === 0x28) open = at
    else if (mark === 0x0a) open = -1
    else if (mark === 0x29 && open >= 0) {
      inside.fill(1, open, at)
      open = -1
    }
  }
  return inside
}

/**
 * @param article the clean article
 * @param speaker who is told to speak
 * @returns whether that is an agency, a paper or a channel, by its last character
 */
export function isMedium({ folded }: Article, { start, end }: Span): boolean {
  return MEDIUM.test(folded.slice(start, end))
}

/**
 * @param folded the folded clean text
 * @param start where a report begins
 * @param limit where it ends at the latest
 * @returns where it ends: before the marks that close its sentence
 */
export function reportEnd(folded: string, start: number, limit: number): number {
  let end = limit
  while (end > start && /[,。!?;:…\s]/.test(folded[end - 1] as string)) end--
  return end
}
