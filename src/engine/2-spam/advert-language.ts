/**
 * The language of advertisements: log odds that a sentence sells something, by logistic regression over its phrases and
 * its shape. Both are in `models/promos.*.txt`, fitted by `tools/train-promos.ts`.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'
import { segment, TAG } from '../1-document/words.ts'
import { readModel } from '../models.ts'
import { isTradeReport } from './trade-reports.ts'

type Grammar = 'zh' | 'en'

/** Phrases by number, ready for matching. */
export interface Phrases {
  trie: Trie
  /** One more than the number of the phrase that ends at a node, 0 for none. */
  numbers: Uint16Array
}

/** What a sentence looks like, whatever its phrases are. */
export const SHAPE = [
  'bias',
  'topic',
  'clause',
  'shout',
  'question',
  'quoted',
  'report',
  'past',
  'names',
  'reader',
  'seller',
  'opens',
  'price',
  'length',
] as const

interface Model extends Phrases {
  weights: Float64Array
  shape: Float64Array
}

/** What tells a report: people, sources, the past. */
const PAST = {
  zh: /[他她]|[说称](?!明)|表示|介绍|宣布|透露|指出|认为|公布|规定|要求|记者|编辑|专题|据|昨[天日]|[月日]|[了过]/g,
  en: /\b(?:said|says|told|he|she|him|his|her|they|their|was|were|had|been|did|[a-z]{3,}ed)\b/g,
}
/** Whom an advert speaks to. */
const READER = { zh: /[您你]/g, en: /\b(?:you|your|yours|yourself)\b/gi }
/** Who speaks in an advert. */
const SELLER = { zh: /本(?:站|店|公司|平台|网|号|院|中心)|我(?:们|司|公司)|咱们/g, en: /\b(?:our|us|we)\b/gi }
/** How an advert opens: it asks for something to be done, or whether something is missing. */
const OPENS = {
  zh: /^\s*(?:想|需要|还在|提供|专业|承接|诚|欢迎|快|请|扫|点|下载|加[我入好]|关注|输入|注册|现在|只[要需]|仅|正规|正宗|全[网国场新屋]|高价|低价|免费|限[时量]|今[晚日天]|本[站店公平网号]|我们|您|你|家里|男人|女人|最|更多|长期|各[种类])/,
  en: /^\W*(?:get|try|buy(?! now,? pay later\b)|sell|switch|enter|upgrade|stream|let|take|grow|learn|tap|call|join|open|download|bet|apply|order|scan|follow|earn|bookmark|enjoy|find|show|trade|drive|become|study|say|install|read|check|play|give|book|refer|stop|like|visit|send|add|cut|hire|compare|win|meet|shop|subscribe|click|make|boost|invest|refinance|save|start|text|watch|choose|discover|use|claim|register|sign|turn|build|protect|improve|transform|forget|look|ask|grab|hurry|keep|pay|rent|reserve|schedule|search|share|lose|melt|need|want|tired|looking|struggling|still|our|we|don't|for only|for just|limited|cheap|premium|free (?!trade|speech|press|market|world)|ask about|donate|train|winning|licensed|luxury|genuine|reliable|trusted)\b/i,
}
const PRICE = {
  zh: /[\d一二三四五六七八九十百千万两半](?:元|块)|[\d一二三四五六七八九](?<!波.)折|百分之|\d%|免费|[买拍].送|低至/,
  en: /[$€£]\s?\d|\d\s?%|\bfor free\b|\bfree (?:trial|gift|shipping|delivery|quote|sample|guide|download|access|consultation|estimate|pick-?up|week|weekend|month|returns|spins|service|reading|dessert|coffee|course)|\bhalf (?:price|off)\b/i,
}
/** Names inside an English sentence, but for what is sold. */
const NAMES = /(?<=[a-z,] )(?!(?:Viagra|Cialis|Levitra|Bitcoin|WhatsApp|Telegram|Windows|Instagram|YouTube|Facebook)\b)[A-Z][a-z]+/g
/** Counts beyond this say no more. */
const MANY = 4

const loaded = new Map<Grammar, Model>()

function modelOf(grammar: Grammar): Model {
  const known = loaded.get(grammar)
  if (known) return known
  const entries = readModel(`promos.${grammar}.txt`)
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t') as [string, string])
  const values = entries.map(([, value]) => Number(value))
  const made = {
    ...phraseTable(entries.slice(SHAPE.length).map(([phrase]) => phrase)),
    shape: Float64Array.from(values.slice(0, SHAPE.length)),
    weights: Float64Array.from(values.slice(SHAPE.length)),
  }
  loaded.set(grammar, made)
  return made
}

/**
 * @param phrases phrases, in lower case
 * @returns them ready for matching, numbered in their order
 */
export function phraseTable(phrases: readonly string[]): Phrases {
  const size = phrases.reduce((sum, phrase) => sum + phrase.length, 0)
  const trie = new Trie(size)
  const numbers = new Uint16Array(size + 2)
  phrases.forEach((phrase, number) => {
    numbers[trie.insert(phrase)] = number + 1
  })
  return { trie, numbers }
}

/**
 * The longest phrases of a sentence that do not overlap.
 *
 * @param phrases the phrases
 * @param document the document
 * @param span the sentence
 * @param grammar its language
 * @param tell is told the number of each
 */
export function eachPhrase(
  { trie, numbers }: Phrases,
  { codes }: Document,
  { start, end }: Span,
  grammar: Grammar,
  tell: (number: number) => void,
): void {
  const english = grammar === 'en'
  let insideWord = false
  for (let at = start; at < end; at++) {
    const letter = isLetter(codes[at] as number)
    const goesOn = english && insideWord && letter
    insideWord = letter
    if (goesOn) continue
    let node = trie.first(unitOf(codes[at] as number))
    let longest = 0
    let found = 0
    for (let to = at + 1; node !== 0; to++) {
      const number = numbers[node] as number
      if (number > 0 && (!english || to >= end || !isLetter(codes[to] as number) || !isLetter(codes[to - 1] as number))) {
        longest = to
        found = number
      }
      if (to >= end) break
      node = trie.next(node, unitOf(codes[to] as number))
    }
    if (longest === 0) continue
    tell(found - 1)
    at = longest - 1
    insideWord = isLetter(codes[at] as number)
  }
}

/** The unit as phrases have it: in lower case, with a straight apostrophe. */
function unitOf(code: number): number {
  if (code === 0x2019) return 0x27
  return code >= 65 && code <= 90 ? code + 32 : code
}

/**
 * @param document the document
 * @param span a sentence
 * @param topic share of its bigrams that the article has elsewhere
 * @param grammar its language
 * @returns the values of {@link SHAPE}
 */
export function shapeOf({ folded, codes }: Document, { start, end }: Span, topic: number, grammar: Grammar): Float64Array {
  const written = folded.slice(start, end)
  const count = (pattern: RegExp): number => Math.min(MANY, written.match(pattern)?.length ?? 0)
  const clauses = written.split(/[,;:。!?]/).filter((clause) => clause.trim() !== '').length
  return Float64Array.of(
    1,
    topic,
    Math.log(1 + written.length / Math.max(1, clauses)),
    Number(/!["”]?\s*$/.test(written)),
    Number(/\?/.test(written)),
    Number(/["“”‘]/.test(written)),
    Number(isTradeReport(written, grammar)),
    count(PAST[grammar]),
    grammar === 'en' ? count(NAMES) : chineseNames(codes.subarray(start, end)),
    count(READER[grammar]),
    count(SELLER[grammar]),
    Number(OPENS[grammar].test(written)),
    Number(PRICE[grammar].test(written)),
    Math.log(1 + written.length),
  )
}

/** A line whose phrases say less has no advert, in log odds. */
const LEAST_SAID = 0.1

const NAMED: ReadonlySet<number> = new Set([TAG.person, TAG.place, TAG.organization, TAG.foreignName, TAG.time])

/** People, places and times in a Chinese sentence. */
function chineseNames(codes: Uint16Array): number {
  const { length, tag } = segment(codes)
  let count = 0
  for (let at = 0; at < codes.length; at++) if ((length[at] as number) > 1 && NAMED.has(tag[at] as number)) count++
  return Math.min(MANY, count)
}

/**
 * @param document the document
 * @param span a line
 * @param grammar its language
 * @returns whether its phrases sell anything: a quick look
 */
export function maySell(document: Document, span: Span, grammar: Grammar): boolean {
  const model = modelOf(grammar)
  let sum = 0
  eachPhrase(model, document, span, grammar, (number) => {
    sum += Math.max(0, model.weights[number] as number)
  })
  return sum >= LEAST_SAID
}

/** A sentence that does not open like an advert must say so much by its phrases, in log odds. */
const LEAST_UNOPENED = 0.5

/**
 * @param document the document
 * @param span a sentence
 * @param topic tells the share of its bigrams that the article has elsewhere
 * @param grammar its language
 * @returns log odds that it sells something, and what its phrases add to them
 */
export function readSelling(document: Document, span: Span, topic: () => number, grammar: Grammar): { odds: number; said: number } {
  const model = modelOf(grammar)
  const seen = new Set<number>()
  let said = 0
  eachPhrase(model, document, span, grammar, (number) => {
    if (!seen.has(number)) said += model.weights[number] as number
    seen.add(number)
  })
  if (said < LEAST_UNOPENED) {
    const written = document.folded.slice(span.start, span.end)
    if (!OPENS[grammar].test(written) && !PRICE[grammar].test(written)) return { odds: Number.NEGATIVE_INFINITY, said }
  }
  const shape = shapeOf(document, span, topic(), grammar)
  return { odds: shape.reduce((sum, value, at) => sum + value * (model.shape[at] as number), said), said }
}

/**
 * @param document the document
 * @param spans sentences
 * @param grammar its language
 * @returns the share of them in which a writer speaks to the reader or of a price, but for what people say
 */
export function voiceOf({ folded }: Document, spans: readonly Span[], grammar: Grammar): number {
  const speaking = spans.filter(({ start, end }) => {
    const written = folded.slice(start, end)
    if (/["“”‘「]/.test(written)) return false
    return written.search(READER[grammar]) >= 0 || written.search(SELLER[grammar]) >= 0 || PRICE[grammar].test(written)
  })
  return speaking.length / Math.max(1, spans.length)
}

function isLetter(code: number): boolean {
  return classOf[code] === CLASS.latin
}
