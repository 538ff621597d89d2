/**
 * Search keywords: blocks of them before and after the article, and single ones dropped into its sentences. The
 * vocabulary of the spam trades is in `lexicon/spam-terms.*.txt`; an article about these trades keeps its words.
 */
import { CLASS, classOf, isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { Trie } from '../1-document/trie.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'
import { isTradeReport } from './trade-reports.ts'

/** A block has so many keywords at least. */
const LEAST_KEYWORDS = { zh: 4, en: 6 }
/** The share of bigrams that a block may have in common with the article. */
const FOREIGN = 0.2
/** So many trades at once are no topic. */
const LEAST_TRADES = 2
/** A keyword that stands alone is only counted: below the certainty that cuts. */
const ALONE = 0.45
/** Latin brands of the trade, as they stand in Chinese text. */
const BRAND =
  /(?<![A-Za-z0-9@./-])(?:[A-Z][A-Za-z]{1,12} Sports?|[0-9]?x?[A-Za-z]{0,8}[Bb][Ee][Tt][A-Za-z0-9]{0,6}|[Bb]et\d{2,4}|[A-Z]{2,4}(?=体育|真人))(?![A-Za-z0-9])/g

/** What goes with a keyword and makes it bait: 开云体育app下载, “buy cheap viagra online”. */
const BAIT = {
  zh: /^(?:app|客户端|软件|手机版|网页版)?(?:下载|官网|官方网站|网址|注册|登录|登陆|入口|安装|开户)/i,
  en: /^ ?(?:online|now|here|today|for sale|overnight|without prescription)(?: |$)/i,
}
/** Longest bait, in UTF-16 units. */
const LONGEST_BAIT = 24

/** A keyword, with bait behind it or without. */
interface Hit extends Fragment {
  bait: boolean
}

const tries = new Map<'zh' | 'en', { trie: Trie; ends: Set<number> }>()

function termsOf(grammar: 'zh' | 'en'): { trie: Trie; ends: Set<number> } {
  const known = tries.get(grammar)
  if (known) return known
  const terms = readLexicon(`spam-terms.${grammar}.txt`)
  const trie = new Trie(terms.join('').length)
  const made = { trie, ends: new Set(terms.map((term) => trie.insert(term))) }
  tries.set(grammar, made)
  return made
}

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
  const inline: Hit[] = []
  const blocks: Fragment[] = []
  const tied: Hit[] = []
  document.lines.forEach((line, index) => {
    const hits = termsIn(document, line, grammar)
    if (isBlock(document, line, hits.length, grammar) && affinity(document, vocabulary, index) < FOREIGN) {
      blocks.push({
        start: line.start,
        end: line.end,
        kind: 'keyword_block',
        suggestion: '',
        confidence: hits.length > 1 ? 0.95 : 0.7,
        reason: 'a line of search keywords without a sentence',
      })
    } else
      for (const hit of hits)
        if (isLoose(document, line, hit, grammar)) inline.push(hit)
        else tied.push(hit)
  })
  // Keywords of several trades in one article are a campaign, even where one seems to fit its sentence.
  if (grammar === 'en' && tradesOf(document, [...inline, ...tied]) >= LEAST_TRADES)
    inline.push(...tied.filter((hit) => !/["“”'‘’(]/.test(document.folded[hit.start - 1] ?? '')))
  else if (isTopical(document, inline.length + blocks.length, tied.length, grammar)) return blocks
  // One keyword may be the writer's own; two different ones are a campaign.
  const campaign = new Set(inline.map(({ start, end }) => document.folded.slice(start, end).trim())).size + blocks.length > 1
  const kept = inline.map(({ bait, ...hit }) => (campaign || (bait && grammar === 'zh') ? hit : { ...hit, confidence: ALONE }))
  return [...blocks, ...kept].sort((a, b) => a.start - b.start)
}

/** The trades that English keywords sell; an article is about one of them at the most. */
const TRADES = [
  /casino|slot|bet|poker|roulette|spin|blackjack|baccarat|togel|jackpot/,
  /viagra|cialis|levitra|pill|pharmacy|prescription|steroid|adderall|xanax|valium|tramadol|ambien|modafinil|enhancement|weight|keto|garcinia|cbd/,
  /essay|paper|dissertation|homework|assignment/,
  /loan|credit|cash|debt|insurance|mortgage/,
  /replica|rolex|louis|jersey|jordan|ray ban/,
  /follower|like|view|backlink|seo|link building|robux|v bucks/,
  /porn|dating|escort|cam|singles|sex|adult/,
  /crypto|forex|bitcoin|binary|trading/,
]

/** How many trades the keywords belong to. */
function tradesOf(document: Document, hits: readonly Fragment[]): number {
  const written = hits.map(({ start, end }) => document.folded.slice(start, end).toLowerCase())
  return TRADES.filter((trade) => written.some((hit) => trade.test(hit))).length
}

/** An article about the trade uses its words in sentences of its own, and speaks as a report does. */
function isTopical(document: Document, loose: number, tied: number, grammar: 'zh' | 'en'): boolean {
  // The words of Chinese reports (赌博, 涉案) are their own; those of English ones (police, fined) stand in any news.
  return tied >= Math.max(2, loose) || ((grammar === 'zh' || tied >= loose / 3) && isTradeReport(document.folded, grammar))
}

function termsIn(document: Document, line: Line, grammar: 'zh' | 'en'): Hit[] {
  const { trie, ends } = termsOf(grammar)
  const codes = grammar === 'en' ? lower(document.codes, line) : document.codes
  const offset = grammar === 'en' ? line.start : 0
  const found: Hit[] = []
  const add = (start: number, term: number): void => {
    const bait = BAIT[grammar].exec(document.folded.slice(term, Math.min(line.end, term + LONGEST_BAIT)))
    const end = term + (bait?.[0].length ?? 0)
    found.push({
      bait: bait !== null,
      start,
      end,
      kind: 'keyword_block',
      suggestion: '',
      confidence: 0.85,
      reason: `“${document.text.slice(start, end).trim()}” is a search keyword of a spam trade with no tie to its sentence`,
    })
  }
  let latin = false
  for (let start = line.start; start < line.end; start++) {
    latin ||= classOf[document.codes[start] as number] === CLASS.latin
    if (grammar === 'en' && start > line.start && isLetter(codes[start - 1 - offset] as number)) continue
    let node = trie.first(codes[start - offset] as number)
    let longest = 0
    for (let end = start + 1; node !== 0; end++) {
      if (ends.has(node) && (grammar === 'zh' || end >= line.end || !isLetter(codes[end - offset] as number))) longest = end
      if (end >= line.end) break
      node = trie.next(node, codes[end - offset] as number)
    }
    if (longest === 0) continue
    // In English one of the blanks around a keyword goes with it.
    add(start, grammar === 'en' && document.text[longest] === ' ' ? longest + 1 : longest)
    start = longest - 1
  }
  if (grammar === 'zh' && latin)
    for (const { index, 0: brand } of document.text.slice(line.start, line.end).matchAll(BRAND))
      add(line.start + index, line.start + index + brand.length)
  return found.sort((a, b) => a.start - b.start).filter((hit, at, all) => at === 0 || hit.start >= (all[at - 1] as Hit).end)
}

function lower(codes: Uint16Array, line: Line): Uint16Array {
  return codes.slice(line.start, line.end).map((code) => (code >= 65 && code <= 90 ? code + 32 : code))
}

function isLetter(code: number): boolean {
  return classOf[code] === CLASS.latin || classOf[code] === CLASS.digit
}

/** A line of keywords: many short words between blanks, no sentence. */
function isBlock(document: Document, line: Line, hits: number, grammar: 'zh' | 'en'): boolean {
  const written = document.folded.slice(line.start, line.end)
  if (/[,。;:!?“”.]/.test(written)) return false
  const words = written.split(/\s+/)
  if (words.length < LEAST_KEYWORDS[grammar] || words.length > 60) return false
  if (grammar === 'en') return hits >= 2
  return (
    words.every((word) => word.length >= 2 && word.length <= 8 && isHan(word.charCodeAt(0))) &&
    (hits >= 1 || words.filter((word) => /(?:公司|维修|回收|服务|平台|开户|配资|下载|观看|药|疏通)/.test(word)).length >= 3)
  )
}

/** A keyword with no grammatical tie: at a mark, or glued between two words; not quoted, not a subject of its own. */
function isLoose(document: Document, line: Line, hit: Fragment, grammar: 'zh' | 'en'): boolean {
  const { folded } = document
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
