/**
 * Search keywords: blocks of them before and after the article, and single ones dropped into its sentences. The
 * vocabulary of the spam trades is in `lexicon/spam-terms.*.txt`; what no list has is known by what it is made of
 * (chinese- and english-keyword-phrases.ts). Whether they are a campaign or the article’s own words is judged in keyword-campaigns.ts.
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { contains, firstEndingAfter, overlaps, type Span } from '../1-document/span.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { segment, TAG } from '../1-document/words.ts'
import { type EdgePhrase, findPhrases as findChinesePhrases } from './chinese-keyword-phrases.ts'
import { findPhrases as findEnglishPhrases } from './english-keyword-phrases.ts'
import type { Fragment } from './fragment.ts'
import { judgeKeywords, LEAST_ODDS } from './keyword-campaigns.ts'
import type { Phrase } from './keyword-phrase.ts'
import { findRuns, saidIn } from './keyword-runs.ts'
import { isLead, type Term, termsIn } from './keyword-terms.ts'
import type { Hit } from './trade-topics.ts'

/** A block has so many keywords at least. */
const LEAST_KEYWORDS = { zh: 4, en: 6 }
/** Shares of a line that is one keyword after the other: whatever the article is about, the second is no part of it. */
const MOSTLY = 0.5
const WHOLLY = 0.8
/** A longer line is a paragraph, in UTF-16 units. */
const LONGEST_BLOCK = 400
/** The share of bigrams that a block may have in common with the article. */
const FOREIGN = 0.2

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
  const unlisted: (Phrase & Partial<EdgePhrase>)[] =
    grammar === 'zh' ? findChinesePhrases(document, vocabulary, LEAST_ODDS) : findEnglishPhrases(document, vocabulary, LEAST_ODDS)
  let next = 0
  const phrases: Phrase[] = []
  const blocks: Fragment[] = []
  const listed = document.lines.map((line) => termsIn(document, line, grammar))
  const said = saidIn(document, listed.flat())
  document.lines.forEach((line, index) => {
    const terms = listed[index] as Term[]
    const first = next
    while (next < unlisted.length && (unlisted[next] as Phrase).start < line.end) next++
    if (isBlock(document, line, terms, grammar) && (covers(line, terms) > WHOLLY || affinity(document, vocabulary, index) < FOREIGN)) {
      blocks.push({
        start: line.start,
        end: line.end,
        kind: 'keyword_block',
        suggestion: '',
        confidence: terms.length > 1 ? 0.95 : 0.7,
        reason: 'a line of search keywords without a sentence',
      })
      return
    }
    const runs = grammar === 'zh' ? findRuns(document, index, terms, said) : []
    for (const run of runs)
      blocks.push({ ...run, kind: 'keyword_block', suggestion: '', confidence: 0.9, reason: 'search keywords side by side in a sentence' })
    const isApart = (span: Span): boolean => {
      const run = runs[firstEndingAfter(runs, span.start)]
      return run === undefined || !overlaps(run, span)
    }
    const left = terms.filter(isApart)
    const found = unlisted.slice(first, next).filter(isApart)
    const read = found.length > 0 ? widened(document, vocabulary, line, left, found, grammar) : { terms: left, phrases: found }
    for (const term of read.terms) hits.push(hitOf(document, line, term, grammar))
    phrases.push(...read.phrases)
  })
  return [...blocks, ...judgeKeywords(document, hits, phrases, blocks.length, grammar)].sort((a, b) => a.start - b.start)
}

/**
 * Listed keywords and phrases of a line. A phrase around words of news that are listed stands for them; what stands beside
 * another keyword belongs to it (网页传奇|开服表), but for what the article says elsewhere, or what is no noun before one that
 * has no tie of its own; in English it belongs to its sentence.
 */
function widened(
  document: Document,
  { counts }: Vocabulary,
  line: Line,
  terms: readonly Term[],
  phrases: readonly (Phrase & Partial<EdgePhrase>)[],
  grammar: 'zh' | 'en',
): { terms: readonly Term[]; phrases: Phrase[] } {
  const { codes } = document
  const kept = new Set(terms)
  const apart: Phrase[] = []
  for (const phrase of phrases) {
    const inside: Term[] = []
    for (let at = firstEndingAfter(terms, phrase.start); at < terms.length && overlaps(terms[at] as Term, phrase); at++)
      inside.push(terms[at] as Term)
    const listed = inside.find(({ plain }) => !plain)
    if (!inside.every((term) => contains(phrase, term))) continue
    if (listed) {
      if (grammar === 'en') continue
      const own = counts.share(codes, phrase.start, listed.start, 1) + counts.share(codes, listed.end, phrase.end, 1)
      if (own > 0 || phrase.edge === 'closes') continue
      if (!isLead(codes, phrase.start, listed.start) && isLoose(document, line, listed, 'zh')) continue
      kept.add({ ...listed, start: phrase.start, end: phrase.end })
    } else apart.push(phrase)
    for (const term of inside) kept.delete(term)
  }
  return { terms: [...kept].sort((a, b) => a.start - b.start), phrases: apart }
}

function hitOf(document: Document, line: Line, term: Term, grammar: 'zh' | 'en'): Hit {
  const text = document.folded.slice(term.start, term.end).trim().toLowerCase()
  const loose = isLoose(document, line, term, grammar)
  const tied = grammar === 'zh' && loose && isPartOfSentence(document, line, term)
  return { ...term, text, loose: loose && !(term.plain && tied), tied, quoted: isQuoted(document, line, term, grammar) }
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
    // Payday loan shops outnumber bakeries: it opens its sentence, which goes on.
    const opens =
      /(?:^|[.!?]\s)$/.test(folded.slice(Math.max(line.start, hit.start - 2), hit.start)) && /\p{Lu}/u.test(folded[hit.start] as string)
    if (opens && /^\p{Ll}/u.test(folded.slice(hit.end, hit.end + 1))) return false
    return !tied || /^(?:the|an?|his|her|their|its|my|our|this|that|he|she|they|it)\s/i.test(folded.slice(hit.end, hit.end + 8))
  }
  if (/[“《(、和与及]/.test(before) || /[”》)、和与及等的是]/.test(after)) return false
  return /[,。;:!?\n的]/.test(before) || /[,。;!?\n]/.test(after)
}

/** Characters read on both sides of a word to see what it does in its sentence. */
const CONTEXT = 6
/** What follows a subject. */
const PREDICATES: ReadonlySet<number> = new Set([
  TAG.noun,
  TAG.verb,
  TAG.adverb,
  TAG.adjective,
  TAG.preposition,
  TAG.particle,
  TAG.conjunction,
])
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
