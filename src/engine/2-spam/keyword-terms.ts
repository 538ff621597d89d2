/**
 * The vocabulary of the spam trades: terms as they stand in `lexicon/spam-terms.*.txt`, and what is put together from
 * brands, goods and calls (`lexicon/spam-parts.*.txt`): 某某体育app下载, “buy cheap kamagra online”.
 */
import { CLASS, classOf, isAlphanumeric, isCapital, isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'
import { segment, TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'

/** A keyword in the text. */
export interface Term extends Span {
  /** Which trade it sells. */
  trade: string
  /** News use it too. */
  plain: boolean
  /** A call goes with it: 下载, “online now”. */
  bait: boolean
}

/** Latin brands of the trade, as they stand in Chinese text, with what they sell behind them. */
const BRAND =
  /(?<![A-Za-z0-9@._/-])(?:[A-Z][A-Za-z]{1,12} [Ss]ports?|[a-z]{2,10} sports|[0-9]{0,3}x?[A-Za-z]{0,8}[Bb][Ee][Tt][A-Za-z0-9]{0,6}|[A-Za-z]{1,6}(?:88|888|0088|8888|168|777)|(?:[A-Za-z]{1,8}\d{0,3}|365|188|168|888)(?=体育|真人|娱乐|棋牌|彩票|电竞))(?![A-Za-z0-9])(?:体育|真人|娱乐城?|棋牌|彩票|电竞|电子)?(?:app|平台|官网)?/g

/** What goes with a keyword and makes it bait: 开云体育app下载, “buy cheap viagra online”. */
const BAIT = {
  zh: /^(?:app|客户端|软件|手机版|网页版)?(?:下载|官网|官方网站|网址|注册|登录|登陆|入口|安装|开户|哪家好|多少钱|哪里有|厂家直销|价格表|加盟费)/i,
  en: /^ ?(?:online|for sale|overnight|without prescription)(?: |$)/i,
}
/** Latin letters, or the lucky numbers of the trade, beside a Chinese brand. */
const LATIN_AHEAD = /(?<![A-Za-z0-9])(?:[A-Za-z]{2,10}|365|188|168|888)$/
const LATIN_BEHIND = /^(?:[A-Za-z]{2,10}\d{0,3}|[A-Za-z]\d{1,3}|365|188|168|888)(?![A-Za-z0-9])/
const LONGEST_LATIN = 14
/** The same as the end of a keyword. */
const CALLED = /.(?:下载|官网|官方网站|网址|注册|登录|登陆|入口|安装|开户)$/
/** Longest bait, in UTF-16 units. */
const LONGEST_BAIT = 24
const BLANK = 32
const DE = '的'.charCodeAt(0)
/** A keyword is put together from so many parts at the most. */
const MOST_PARTS = 6

/**
 * What a part does. With a brand of the trade, or goods that nobody else sells (core), anything makes a keyword. What is
 * sold honestly too is a word of news still: goods that are advertised a lot take a place or a call before them (place,
 * lead), other goods or a commercial word behind (trail); wares that stand in any news take both; a field takes what only
 * the trade writes behind it (bait). `call` and `tail` go with brands and cores.
 */
type Part = 'brand' | 'core' | 'field' | 'call' | 'tail' | 'bait' | 'place' | 'lead' | 'goods' | 'ware' | 'trail' | 'none'

/** Parts that say what is sold. */
const SOLD: ReadonlySet<Part> = new Set(['brand', 'field', 'goods', 'ware'])
/** Calls behind a keyword; English ones are common words. */
const CALLS: Record<'zh' | 'en', ReadonlySet<Part>> = { zh: new Set(['tail', 'bait']), en: new Set(['bait']) }
/** Parts that only follow others, and the word of news. */
const BEHIND: ReadonlySet<Part> = new Set(['tail', 'bait', 'trail', 'none'])

interface Entry {
  /** It is a keyword as it stands. */
  term?: { trade: string; plain: boolean }
  /** It is a part of keywords. */
  part?: { kinds: Part[]; trade: string }
}

/** A keyword in the units of a line. */
interface Found {
  end: number
  trade: string
  plain: boolean
}

/** A part in the units of a line. */
interface FoundPart {
  end: number
  kinds: Part[]
  trade: string
}

interface Lexicon {
  trie: Trie
  /** One more than the index of the entry that ends at a node, 0 for none. */
  ends: Uint16Array
  entries: Entry[]
}

const known = new Map<'zh' | 'en', Lexicon>()

function lexiconOf(grammar: 'zh' | 'en'): Lexicon {
  const ready = known.get(grammar)
  if (ready) return ready
  const fields = (name: string): string[][] => readLexicon(name).map((line) => line.toLowerCase().split('\t'))
  const terms = fields(`spam-terms.${grammar}.txt`)
  const parts = fields(`spam-parts.${grammar}.txt`)
  const trie = new Trie([...terms, ...parts].reduce((sum, [text]) => sum + (text as string).length, 0))
  const nodes = new Map<number, Entry>()
  for (const [text, trade = '', word] of terms) nodes.set(trie.insert(text as string), { term: { trade, plain: word === 'word' } })
  for (const [text, kinds = '', trade = 'gambling'] of parts) {
    const node = trie.insert(text as string)
    nodes.set(node, { ...nodes.get(node), part: { kinds: kinds.split('+') as Part[], trade } })
  }
  const ends = new Uint16Array(trie.size)
  const entries = [...nodes.values()]
  for (const [index, node] of [...nodes.keys()].entries()) ends[node] = index + 1
  const made = { trie, ends, entries }
  known.set(grammar, made)
  return made
}

/**
 * Finds the keywords of a line.
 *
 * @param document the document
 * @param line the line
 * @param grammar its language
 * @returns keywords in order, none overlapping; an English one with one of the blanks around it
 */
export function termsIn(document: Document, line: Line, grammar: 'zh' | 'en'): Term[] {
  const lexicon = lexiconOf(grammar)
  const codes = lower(document.codes, line)
  const terms: Term[] = []
  const add = (found: Span, trade: string, honest: boolean): void => {
    const own = grammar === 'zh' && !honest ? withLead(document, line, found) : found
    const { start, end } = grammar === 'zh' && trade === 'gambling' ? withLatin(document, line, own) : own
    const plain = honest && end - start === found.end - found.start
    const bait = BAIT[grammar].exec(document.folded.slice(end, Math.min(line.end, end + LONGEST_BAIT)))
    const called = bait !== null || (!plain && CALLED.test(document.folded.slice(start, end)))
    terms.push({ start, end: end + (bait?.[0].length ?? 0), trade, plain: plain && !called, bait: called })
  }
  let latin = false
  for (let at = 0; at < codes.length; at++) {
    latin ||= classOf[codes[at] as number] === CLASS.latin
    if (insideWord(codes, at) || lexicon.trie.first(codes[at] as number) === 0) continue
    const { term, part } = longest(lexicon, codes, at)
    const composed = part && composedTerm(lexicon, codes, at, part)
    const best = composed && composed.end > (term?.end ?? 0) ? composed : term && withCalls(lexicon, codes, term, grammar)
    if (!best) continue
    const end = line.start + best.end
    // In English one of the blanks around a keyword goes with it.
    add({ start: line.start + at, end: grammar === 'en' && document.text[end] === ' ' ? end + 1 : end }, best.trade, best.plain)
    at = best.end - 1
  }
  if (grammar === 'zh' && latin)
    for (const { index, 0: brand } of document.text.slice(line.start, line.end).matchAll(BRAND))
      add({ start: line.start + index, end: line.start + index + brand.length }, 'gambling', false)
  return terms
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((term, at, all) => at === 0 || term.start >= (all[at - 1] as Term).end)
}

/** Longest lead of a keyword, in characters, and what it is made of. */
const LONGEST_LEAD = 4
const LEADS: ReadonlySet<number> = new Set([TAG.noun, TAG.place, TAG.organization, TAG.adjective])
/** A word that stands within so much of the text is the article's own, in UTF-16 units. */
const AROUND = 1000

/** What stands between a mark and a keyword, and is nothing but nouns, leads to it: 自动挂机赚钱. */
function withLead({ codes, folded }: Document, line: Line, { start, end }: Span): Span {
  let from = start
  while (from > line.start && start - from <= LONGEST_LEAD && isHan(codes[from - 1] as number)) from--
  if (from === start || start - from > LONGEST_LEAD) return { start, end }
  if (!isLead(codes, from, start)) return { start, end }
  const lead = folded.slice(from, start)
  const isOwn = folded.slice(Math.max(0, from - AROUND), from).includes(lead) || folded.slice(start, start + AROUND).includes(lead)
  return isOwn ? { start, end } : { start: from, end }
}

/**
 * @param codes folded units
 * @param start where a range of Chinese starts
 * @param end where it ends
 * @returns whether it is nothing but nouns, which may lead to a keyword
 */
export function isLead(codes: Uint16Array, start: number, end: number): boolean {
  const { length, tag } = segment(codes.subarray(start, end))
  for (let at = 0; at < end - start; at += Math.max(1, length[at] as number))
    if ((length[at] as number) < 2 || !LEADS.has(tag[at] as number)) return false
  return true
}

/** Brands stand in both scripts, side by side: leyu乐鱼. */
function withLatin({ folded }: Document, line: Line, { start, end }: Span): Span {
  const ahead = LATIN_AHEAD.exec(folded.slice(Math.max(line.start, start - LONGEST_LATIN), start))
  const behind = LATIN_BEHIND.exec(folded.slice(end, Math.min(line.end, end + LONGEST_LATIN)))
  return { start: start - (ahead?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) }
}

const NOTHING = { term: null, part: null }

/** The longest term and the longest part that start at a place. */
function longest({ trie, ends, entries }: Lexicon, codes: Uint16Array, start: number): { term: Found | null; part: FoundPart | null } {
  let node = trie.first(codes[start] as number)
  let term: Found | null = null
  let part: FoundPart | null = null
  for (let end = start + 1; node !== 0; end++) {
    const index = ends[node] as number
    if (index > 0 && !insideWord(codes, end)) {
      const entry = entries[index - 1] as Entry
      if (entry.term) term = { end, ...entry.term }
      if (entry.part) part = { end, ...entry.part }
    }
    if (end >= codes.length) break
    node = trie.next(node, codes[end] as number)
  }
  return term || part ? { term, part } : NOTHING
}

/**
 * What a keyword of the trade is put together from, and what an honest one; behind a mark anything leads to the trade's own
 * word.
 */
const KINDS: Record<'own' | 'plain', ReadonlySet<Part>> = {
  own: new Set(['brand', 'core', 'field', 'call', 'tail', 'bait']),
  plain: new Set(['place', 'lead', 'goods', 'ware', 'trail', 'field', 'bait']),
}

/** The longest keyword of parts side by side, the first of which is known. */
function composedTerm(lexicon: Lexicon, codes: Uint16Array, start: number, first: FoundPart): Found | null {
  const own = ofParts(lexicon, codes, start, first, 'own')
  const plain = ofParts(lexicon, codes, start, first, 'plain')
  return plain && plain.end > (own?.end ?? 0) ? plain : own
}

function ofParts(lexicon: Lexicon, codes: Uint16Array, start: number, first: FoundPart, track: 'own' | 'plain'): Found | null {
  // What stands behind goods opens no keyword.
  const leads = track === 'own' && isBehindMark(codes, start)
  if (first.kinds.every((kind) => BEHIND.has(kind) || (!leads && !KINDS[track].has(kind)))) return null
  const seen = new Set<Part>()
  let best: Found | null = null
  let trade = ''
  let goods = 0
  let next: FoundPart | null = first
  let at = start
  for (let count = 1; next && count <= MOST_PARTS && !goesOn(codes, at, next.end); count++) {
    const { end } = next
    const isAhead = leads && !seen.has('brand') && !seen.has('core')
    const kinds = next.kinds.filter((kind) => KINDS[track].has(kind) || (isAhead && !BEHIND.has(kind)))
    if (kinds.length === 0) break
    for (const kind of kinds) seen.add(kind)
    if (kinds.includes('goods')) goods++
    if (kinds.includes('core') || (trade === '' && kinds.some((kind) => SOLD.has(kind)))) trade = next.trade
    if (count > 1 && isKeyword(track, seen, goods, kinds)) best = { end, trade, plain: track === 'plain' }
    at = codes[end] === BLANK ? end + 1 : end
    next = at < codes.length ? longest(lexicon, codes, at).part : null
  }
  return best
}

/** Where a Chinese clause begins, or a noun behind 的. */
function isBehindMark(codes: Uint16Array, at: number): boolean {
  return at === 0 || classOf[codes[at - 1] as number] === CLASS.punctuation || codes[at - 1] === DE
}

/** A keyword with the calls behind it. */
function withCalls(lexicon: Lexicon, codes: Uint16Array, term: Found, grammar: 'zh' | 'en'): Found {
  let found = term
  for (let count = 1; count < MOST_PARTS; count++) {
    const at = codes[found.end] === BLANK ? found.end + 1 : found.end
    const next = at < codes.length ? longest(lexicon, codes, at).part : null
    const calls = (kind: Part): boolean => CALLS[grammar].has(kind) || (kind === 'field' && grammar === 'zh' && next?.trade === term.trade)
    if (!next?.kinds.some(calls) || goesOn(codes, at, next.end)) break
    found = { end: next.end, trade: term.trade, plain: found.plain && !next.kinds.includes('bait') }
  }
  return found
}

/** Whether parts side by side sell something; `last` are the kinds of the last one. */
function isKeyword(track: 'own' | 'plain', seen: ReadonlySet<Part>, goods: number, last: readonly Part[]): boolean {
  if (track === 'own') return seen.has('brand') || seen.has('core')
  const led = seen.has('place') || seen.has('lead')
  const trailed = last.includes('trail')
  return (
    (goods > 0 && (led || trailed || goods > 1 || seen.has('ware'))) ||
    (seen.has('ware') && led && trailed) ||
    (seen.has('field') && last.includes('bait'))
  )
}

/** Longest Chinese word that a part may be the beginning of, beyond its own length. */
const LONGEST_REST = 3

/** Whether the word that starts at a place is longer than what is read as a part: 网 in 网友. */
function goesOn(codes: Uint16Array, start: number, end: number): boolean {
  if (!isHan(codes[start] as number)) return false
  return (segment(codes.subarray(start, Math.min(codes.length, end + LONGEST_REST))).length[0] as number) > end - start
}

/** Latin letters and digits are one word; Han characters are read as they come. */
function insideWord(codes: Uint16Array, at: number): boolean {
  return at > 0 && at < codes.length && isAlphanumeric(codes[at - 1] as number) && isAlphanumeric(codes[at] as number)
}

function lower(codes: Uint16Array, line: Line): Uint16Array {
  const written = codes.slice(line.start, line.end)
  for (let at = 0; at < written.length; at++) {
    const code = written[at] as number
    if (isCapital(code)) written[at] = code + 32
  }
  return written
}
