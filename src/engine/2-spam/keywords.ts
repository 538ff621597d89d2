/**
 * Search keywords: blocks of them before and after the article, and single ones dropped into its sentences. The
 * vocabulary of the spam trades is in `lexicon/spam-terms.*.txt`; an article about these trades keeps its words.
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { segment, TAG } from '../1-document/words.ts'
import type { Fragment } from './fragment.ts'
import { type Term, termsIn } from './keyword-terms.ts'
import { type Hit, topicsOf } from './trade-topics.ts'

/** A block has so many keywords at least. */
const LEAST_KEYWORDS = { zh: 4, en: 6 }
/** Shares of a line that is one keyword after the other: whatever the article is about, the second is no part of it. */
const MOSTLY = 0.5
const WHOLLY = 0.8
/** A longer line is a paragraph, in UTF-16 units. */
const LONGEST_BLOCK = 400
/** The share of bigrams that a block may have in common with the article. */
const FOREIGN = 0.2
/** A keyword that stands alone is only counted: below the certainty that cuts. */
const ALONE = 0.45
/** What a keyword is worth; one that news use too is worth less. */
const WORTH = { keyword: 1, plain: 0.5 }
/** So much together is a campaign: two keywords, whatever they sell; less where they sell different things. */
const CAMPAIGN = { oneTrade: 2, trades: 1.5 }
/** So many trades are no topic; so many are none even of a report. */
const TRADES = { several: 2, many: 3 }

/**
 * Finds keywords and blocks of them.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @returns fragments, sorted
 */
export function findKeywords(document: Document, vocabulary: Vocabulary): Fragment[] {
  const { grammar } = document.language
  if (grammar === null) return []
  const hits: Hit[] = []
  const blocks: Fragment[] = []
  document.lines.forEach((line, index) => {
    const terms = termsIn(document, line, grammar)
    if (isBlock(document, line, terms, grammar) && (covers(line, terms) > WHOLLY || affinity(document, vocabulary, index) < FOREIGN)) {
      blocks.push({
        start: line.start,
        end: line.end,
        kind: 'keyword_block',
        suggestion: '',
        confidence: terms.length > 1 ? 0.95 : 0.7,
        reason: 'a line of search keywords without a sentence',
      })
    } else for (const term of terms) hits.push(hitOf(document, line, term, grammar))
  })
  return [...blocks, ...judge(document, hits, blocks.length, grammar)].sort((a, b) => a.start - b.start)
}

function hitOf(document: Document, line: Line, term: Term, grammar: 'zh' | 'en'): Hit {
  const text = document.folded.slice(term.start, term.end).trim().toLowerCase()
  const loose = isLoose(document, line, term, grammar) && !(term.plain && grammar === 'zh' && isPartOfSentence(document, line, term))
  return { ...term, text, loose, quoted: isQuoted(document, line, term, grammar) }
}

/** One keyword may be the writer's own; several without a tie to their sentences are a campaign. */
function judge(document: Document, hits: readonly Hit[], blocks: number, grammar: 'zh' | 'en'): Fragment[] {
  const trades = new Set(
    hits.filter(({ loose, quoted, plain }) => !quoted && !plain && (loose || grammar === 'en')).map(({ trade }) => trade),
  )
  const topics = topicsOf(document, hits, trades.size, blocks, grammar)
  const own = hits.filter(({ trade, quoted }) => !quoted && !topics.has(trade))
  // Keywords of several trades in one English article are a campaign, even where one seems to fit its sentence.
  const said = grammar === 'en' && trades.size >= TRADES.several ? own : own.filter(({ loose }) => loose)
  const sum = [...Map.groupBy(said, ({ text }) => text).values()].reduce((total, same) => total + worthOf(same), blocks)
  const kinds = new Set(said.map(({ trade }) => trade)).size + Math.min(1, blocks)
  const certain = blocks > 0 || said.some(({ plain }) => !plain)
  const campaign = certain
    ? sum >= (kinds >= TRADES.several ? CAMPAIGN.trades : CAMPAIGN.oneTrade)
    : kinds >= TRADES.many && sum >= CAMPAIGN.trades
  return said
    .filter(({ plain }) => campaign || !plain)
    .map(({ start, end, bait }) => ({
      start,
      end,
      kind: 'keyword_block',
      suggestion: '',
      confidence: campaign || (bait && grammar === 'zh') ? 0.85 : ALONE,
      reason: `“${document.text.slice(start, end).trim()}” is a search keyword of a spam trade with no tie to its sentence`,
    }))
}

/** What one keyword is worth: said again without a tie, as much as two. */
function worthOf(same: readonly Hit[]): number {
  if (same.every(({ plain }) => plain)) return WORTH.plain
  return WORTH.keyword * Math.min(2, Math.max(1, same.filter(({ loose }) => loose).length))
}

/** What parts the keywords of a block, and what may stand before them. */
const BETWEEN = /[\s,、|/_;·・\u2022-]+/
const LABEL = /^(?:热门搜索|热搜|标签|关键词|关键字|相关搜索|热词|tags|keywords)\s?:/i
/** A keyword of a block is no longer than this, in UTF-16 units. */
const LONGEST_ITEM = { zh: 14, en: 30 }

/** A line of keywords: many short words between blanks or marks, half of them of the trades, and no sentence. */
function isBlock(document: Document, line: Line, terms: readonly Term[], grammar: 'zh' | 'en'): boolean {
  if (line.end - line.start > LONGEST_BLOCK || (grammar === 'en' && terms.length === 0)) return false
  const whole = document.folded.slice(line.start, line.end)
  if (/[。!?“”]|\.\s|\.$/.test(whole)) return false
  const written = whole.replace(LABEL, '')
  if (written.includes(':')) return false
  const items = written.split(grammar === 'zh' || !/[,|;]/.test(written) ? BETWEEN : /\s?[,|;/]\s?/).filter((item) => item !== '')
  if (items.length < LEAST_KEYWORDS[grammar] - (/[,|;]/.test(written) ? 2 : 0)) return false
  if (items.some((item) => item.length > LONGEST_ITEM[grammar])) return false
  const mostly = covers(line, terms) > MOSTLY
  if (grammar === 'en') return (terms.length >= 2 && !/,/.test(written)) || mostly
  const services = items.filter((word) => /(?:公司|维修|回收|服务|平台|开户|配资|下载|观看|药|疏通)$/.test(word)).length
  return (
    mostly ||
    (/\s/.test(written) &&
      !/[,、]/.test(written) &&
      items.every((word) => word.length >= 2 && word.length <= 8) &&
      (terms.length > 0 || services >= 3))
  )
}

/** The share of a line that its keywords make up. */
function covers(line: Line, terms: readonly Term[]): number {
  return terms.reduce((sum, { start, end }) => sum + end - start, 0) / (line.end - line.start)
}

/** In marks or brackets, or one of a list: the writer names it. */
function isQuoted({ folded }: Document, line: Line, { start, end }: Term, grammar: 'zh' | 'en'): boolean {
  const before = start > line.start ? (folded[start - 1] as string) : ''
  const after = end < line.end ? (folded[end] as string) : ''
  return grammar === 'en' ? /["“”'‘’(]/.test(before) : /[“《(、和与及]/.test(before) || /[”》)、和与及]/.test(after)
}

/** A keyword with no grammatical tie: at a mark, or glued between two words; not a subject of its own. */
function isLoose({ folded }: Document, line: Line, hit: Term, grammar: 'zh' | 'en'): boolean {
  const before = hit.start > line.start ? (folded[hit.start - 1] as string) : '\n'
  const after = hit.end < line.end ? (folded[hit.end] as string) : '\n'
  if (grammar === 'en') {
    const tied = /\b(?:of|an?|the|for|from|to|and|or|with|about|selling|using|called|against|on|in|his|her|their)\s$/i.test(
      folded.slice(Math.max(line.start, hit.start - 9), hit.start),
    )
    if (/["“'‘(]/.test(before) || !/\p{L}/u.test(after)) return false
    return !tied || /^(?:the|an?|his|her|their|its|my|our|this|that|he|she|they|it)\s/i.test(folded.slice(hit.end, hit.end + 8))
  }
  if (/[“《(、和与及]/.test(before) || /[”》)、和与及等的是]/.test(after)) return false
  return /[,。;:!?\n的]/.test(before) || /[,。;!?\n]/.test(after)
}

/** Characters read on both sides of a word to see what it does in its sentence. */
const CONTEXT = 6
/** What follows a subject. */
const PREDICATES: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb, TAG.adjective, TAG.preposition, TAG.particle, TAG.conjunction])
/** What stands before an object, or before a noun that it makes more exact. */
const GOVERNORS: ReadonlySet<number> = new Set([TAG.verb, TAG.preposition, TAG.adjective, TAG.number, TAG.pronoun, TAG.particle])

/** A word of the news that is the subject or the object of its clause. */
function isPartOfSentence({ codes }: Document, line: Line, { start, end }: Term): boolean {
  const behind = segment(codes.subarray(end, Math.min(line.end, end + CONTEXT)))
  if (behind.length[0] && PREDICATES.has(behind.tag[0] as number)) return true
  const from = Math.max(line.start, start - CONTEXT)
  const ahead = segment(codes.subarray(from, start))
  let last = start - from - 1
  while (last > 0 && ahead.length[last] === 0) last--
  return last >= 0 && (ahead.length[last] as number) > 0 && GOVERNORS.has(ahead.tag[last] as number)
}
