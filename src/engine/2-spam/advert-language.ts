/**
 * The language of advertisements: log odds that a sentence sells something, by logistic regression over its phrases, what
 * its clauses are made of, and its shape. All three are in `models/promos.*.txt`, fitted by `tools/train-promos.ts`.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'
import { readModel } from '../models.ts'
import {
  eachFeature,
  KIND,
  LONG_CLAUSE,
  LONG_SENTENCE,
  PREFIX,
  plain,
  UNIT_KINDS,
  type UnitWeights,
  unitNode,
  unitWeights,
} from './clause-features.ts'
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
const TOPIC = SHAPE.indexOf('topic')

/** Weights of what clauses are made of. */
interface ClauseWeights extends UnitWeights {
  /** Weights by the length of a clause, and of a sentence. */
  ofClause: Float64Array
  ofSentence: Float64Array
  /** The number of the sentence that had a feature of a unit last: it counts once a sentence. */
  seen: Uint32Array
  sentences: number
}

interface Model extends Phrases {
  weights: Float64Array
  clauses: ClauseWeights
  shape: Float64Array
}

/** What tells a report: people, sources, the past. */
const PAST = {
  zh: /[他她]|[说称](?!明)|表示|介绍|宣布|透露|指出|认为|公布|规定|要求|记者|编辑|专题|据|昨[天日]|[\d一二三四五六七八九十][月日](?!期)|(?<!福|来|开|到|错|下)了|(?<!不|错|来|通|看)过(?![来关期错年敏程户磅夜多])/g,
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
  const [shape, phrases, clauses] = readModel(`promos.${grammar}.txt`)
    .trimEnd()
    .split('\n\n')
    .map((part) => part.split('\n').map((line) => line.split('\t') as [string, string])) as [Entries, Entries, Entries]
  const made = {
    ...phraseTable(phrases.map(([phrase]) => phrase)),
    weights: Float64Array.from(phrases, ([, weight]) => Number(weight)),
    clauses: clauseWeights(new Map(clauses.map(([name, weight]) => [name, Number(weight)]))),
    shape: Float64Array.from(shape, ([, weight]) => Number(weight)),
  }
  loaded.set(grammar, made)
  return made
}

/** Names with their weights. */
type Entries = [string, string][]

function clauseWeights(weights: ReadonlyMap<string, number>): ClauseWeights {
  const { units, ofUnit } = unitWeights(weights)
  const numbered = (prefix: string, most: number): Float64Array =>
    Float64Array.from({ length: most + 1 }, (_, at) => weights.get(prefix + at) ?? 0)
  return {
    units,
    ofUnit,
    ofClause: numbered(PREFIX[KIND.clause], LONG_CLAUSE),
    ofSentence: numbered(PREFIX[KIND.sentence], LONG_SENTENCE),
    seen: new Uint32Array(ofUnit.length),
    sentences: 0,
  }
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
    let node = trie.first(plain(codes[at] as number))
    let longest = 0
    let found = 0
    for (let to = at + 1; node !== 0; to++) {
      const number = numbers[node] as number
      if (number > 0 && (!english || to >= end || !isLetter(codes[to] as number) || !isLetter(codes[to - 1] as number))) {
        longest = to
        found = number
      }
      if (to >= end) break
      node = trie.next(node, plain(codes[to] as number))
    }
    if (longest === 0) continue
    tell(found - 1)
    at = longest - 1
    insideWord = isLetter(codes[at] as number)
  }
}

/**
 * @param document the document
 * @param span a sentence
 * @param topic share of its bigrams that the article has elsewhere
 * @param grammar its language
 * @returns the values of {@link SHAPE}
 */
export function shapeOf({ folded }: Document, { start, end }: Span, topic: number, grammar: Grammar): Float64Array {
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
    // Chinese names tell no report from an advert.
    grammar === 'en' ? count(NAMES) : 0,
    count(READER[grammar]),
    count(SELLER[grammar]),
    Number(OPENS[grammar].test(written)),
    Number(PRICE[grammar].test(written)),
    Math.log(1 + written.length),
  )
}

/** No phrases make up for clauses that say less, in log odds. */
const HOPELESS = -7

/**
 * @param document the document
 * @param span a sentence
 * @param grammar its language
 * @returns log odds that its wording sells something: its phrases and what its clauses are made of
 */
export function readWording(document: Document, span: Span, grammar: Grammar): number {
  const model = modelOf(grammar)
  const clauses = readClauses(model.clauses, document.codes, span, grammar)
  if (clauses < HOPELESS) return clauses
  const phrases = new Set<number>()
  let sum = clauses
  eachPhrase(model, document, span, grammar, (number) => {
    if (!phrases.has(number)) sum += model.weights[number] as number
    phrases.add(number)
  })
  return sum
}

/** Sentences are numbered so far, then anew. */
const MOST_SENTENCES = 0xffff_ffff

function readClauses(weights: ClauseWeights, codes: Uint16Array, span: Span, grammar: Grammar): number {
  const { units, ofUnit, ofClause, ofSentence, seen } = weights
  if (weights.sentences === MOST_SENTENCES) {
    seen.fill(0)
    weights.sentences = 0
  }
  const sentence = ++weights.sentences
  let sum = 0
  let lengths = 0
  eachFeature(codes, span, grammar, (kind, from, to) => {
    if (kind === KIND.sentence) sum += ofSentence[from] as number
    else if (kind === KIND.clause) {
      if (((lengths >> from) & 1) === 0) sum += ofClause[from] as number
      lengths |= 1 << from
    } else {
      const feature = UNIT_KINDS * unitNode(units, codes, from, to, grammar) + kind
      if (seen[feature] === sentence) return
      seen[feature] = sentence
      sum += ofUnit[feature] as number
    }
  })
  return sum
}

/**
 * @param document the document
 * @param span a sentence
 * @param grammar its language
 * @returns what its shape adds to the log odds of its wording, wherever it stands
 */
export function readShape(document: Document, span: Span, grammar: Grammar): number {
  const { shape } = modelOf(grammar)
  return shapeOf(document, span, 0, grammar).reduce((sum, value, at) => sum + value * (shape[at] as number), 0)
}

/**
 * @param topic the share of a sentence's bigrams that the article has elsewhere
 * @param grammar its language
 * @returns what that adds to the log odds
 */
export function readTopic(topic: number, grammar: Grammar): number {
  return topic * (modelOf(grammar).shape[TOPIC] as number)
}

function isLetter(code: number): boolean {
  return classOf[code] === CLASS.latin
}
