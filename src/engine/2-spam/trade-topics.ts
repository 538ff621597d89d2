/** Which spam trades an article is about: it keeps their words. */
import type { Document } from '../1-document/document.ts'
import { hashOf } from '../1-document/hash.ts'
import { eachStem, isCommon } from '../1-document/topic-words.ts'
import type { Term } from './keyword-terms.ts'
import { isTradeReport } from './trade-reports.ts'

/** A keyword in its place. */
export interface Hit extends Term {
  text: string
  /** No grammar ties it to its sentence. */
  loose: boolean
  /** It may be the subject or the object of its clause. */
  tied: boolean
  /** It stands in marks, brackets or a list: the writer's own. */
  quoted: boolean
}

/** Keywords of so many trades are no report about them. */
const NO_REPORT = 3
/** So many keywords that are part of their sentences are a topic. */
const LEAST_TIED = 2
/** So many words of its keywords elsewhere in the article are a topic of an English one. */
const LEAST_ELSEWHERE = 1
/** What stands behind the subject of an English sentence or in a list, and before what a list goes on with. */
const BEHIND = /^\s?(?:[,.;:!?)]|(?:and|or|is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|do|does|did)\b)/i
const AHEAD = /(?:[,;:(]|\b(?:and|or))\s$/i
const CONTEXT = 9

/**
 * @param document the document
 * @param hits its keywords
 * @param trades how many trades they belong to, tied and quoted ones aside
 * @param blocks how many blocks of keywords it has
 * @param grammar its language
 * @returns the trades that the article is about: it uses their words in sentences of its own, or speaks as a report does
 */
export function topicsOf(document: Document, hits: readonly Hit[], trades: number, blocks: number, grammar: 'zh' | 'en'): Set<string> {
  const topics = new Set<string>()
  // The words of Chinese reports (赌博, 涉案) are their own; those of English ones (police, fined) stand in any news.
  const report = grammar === 'zh' && trades < NO_REPORT && isTradeReport(document.folded, grammar)
  for (const [trade, same] of Map.groupBy(hits, ({ trade }) => trade)) {
    const natural = same.filter((hit) => (grammar === 'zh' ? !hit.loose : isNatural(document, hit))).length
    const most = grammar === 'zh' ? same.length - natural + blocks : same.length - natural
    if (report || natural >= Math.max(LEAST_TIED, most) || (grammar === 'en' && isTalkedOf(document, same))) topics.add(trade)
  }
  return topics
}

/** In marks, in a list, or a subject before its verb. */
function isNatural({ folded }: Document, { start, end, quoted }: Hit): boolean {
  return (
    quoted ||
    AHEAD.test(folded.slice(Math.max(0, start - CONTEXT), start)) ||
    BEHIND.test(folded.slice(folded[end - 1] === ' ' ? end - 1 : end, end + CONTEXT))
  )
}

/** Whether the article has the words of English keywords elsewhere too. */
function isTalkedOf({ codes }: Document, hits: readonly Hit[]): boolean {
  const inside = new Map<number, number>()
  for (const { start, end } of hits)
    eachStem(codes, start, end, (from, to) => {
      const stem = hashOf(codes, from, to)
      if (!isCommon(stem)) inside.set(stem, (inside.get(stem) ?? 0) + 1)
    })
  const all = new Map<number, number>()
  eachStem(codes, 0, codes.length, (from, to) => {
    const stem = hashOf(codes, from, to)
    if (inside.has(stem)) all.set(stem, (all.get(stem) ?? 0) + 1)
  })
  let elsewhere = 0
  for (const [stem, count] of inside) elsewhere += (all.get(stem) as number) - count
  return elsewhere >= LEAST_ELSEWHERE
}
