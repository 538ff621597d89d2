/**
 * What a sentence is made of: which characters or words there are, which its clauses open and close with, and how short
 * they are. An advert of a trade that nobody has seen is still made of such clauses: 十斤起送，皮薄多汁.
 */
import { CLASS, classOf, isAlphanumeric, isCapital, unitSet } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'

type Grammar = 'zh' | 'en'

/** What a feature is about: a unit of the sentence, or how many units a clause or the sentence has. */
export const KIND = { has: 0, opens: 1, closes: 2, clause: 3, sentence: 4 } as const

/** What stands before the name of a feature in a model, by its kind. */
export const PREFIX = ['', '^', '$', '#', '~'] as const

/** So many kinds are about a unit. */
export const UNIT_KINDS = 3

/** A clause of more units is long. */
export const LONG_CLAUSE = 12
/** The length of a sentence is told in steps of so many units, and so many of them are the last. */
const STEP = 6
export const LONG_SENTENCE = 10

const [APOSTROPHE, CURLED, HYPHEN, PERCENT] = [..."'’-%"].map((mark) => mark.charCodeAt(0)) as [number, number, number, number]
const CURRENCIES = unitSet('$€£¥')
const BREAKS = unitSet(',.;:!?。、')
const BLANK = ' '.charCodeAt(0)
/** What stands for all numbers, for all Latin words of a Chinese sentence and for all currencies. */
const ANY = { number: '0', latin: 'a', currency: '$' }
/** From a capital letter to the small one, in units. */
const DOWN = 32

/**
 * Goes through the features of a sentence. A unit is a Chinese character or an English word, a number or a currency.
 *
 * @param codes folded units of the text
 * @param span the sentence
 * @param grammar its language
 * @param tell is told of each: its kind, and the range of its unit or, twice, the length; the same more than once
 */
export function eachFeature(
  codes: Uint16Array,
  { start, end }: Span,
  grammar: Grammar,
  tell: (kind: number, from: number, to: number) => void,
): void {
  let all = 0
  let count = 0
  let last = start
  let lastEnd = start
  const close = (): void => {
    if (count === 0) return
    tell(KIND.closes, last, lastEnd)
    const length = Math.min(LONG_CLAUSE, count)
    tell(KIND.clause, length, length)
    all += count
    count = 0
  }
  for (let at = start; at < end; ) {
    const to = unitEnd(codes, at, end, grammar)
    if (to > at) {
      if (count++ === 0) tell(KIND.opens, at, to)
      tell(KIND.has, at, to)
      last = at
      lastEnd = to
      at = to
    } else {
      // Inside a number or an address a mark parts nothing.
      if (isBreak(codes[at] as number) && !(isAlphanumeric(codes[at - 1] as number) && isAlphanumeric(codes[at + 1] as number))) close()
      at++
    }
  }
  close()
  const steps = Math.min(LONG_SENTENCE, Math.floor(all / STEP))
  tell(KIND.sentence, steps, steps)
}

/**
 * @param codes folded units of the text
 * @param at a place
 * @param end where reading ends
 * @param grammar the language
 * @returns where the unit ends that begins there; `at` where none does
 */
export function unitEnd(codes: Uint16Array, at: number, end: number, grammar: Grammar): number {
  const code = codes[at] as number
  const kind = classOf[code]
  if (kind === CLASS.han) return grammar === 'zh' ? at + 1 : at
  if (kind !== CLASS.digit && kind !== CLASS.latin) return CURRENCIES.has(code) || code === PERCENT ? at + 1 : at
  let to = at + 1
  while (to < end && (classOf[codes[to] as number] === kind || (to + 1 < end && joins(codes, to, kind)))) to++
  return to
}

/** Most of what parts two units is a blank. */
function isBreak(code: number): boolean {
  return code !== BLANK && BREAKS.has(code)
}

/** Whether a mark inside a number or a word belongs to it: 3,000, twenty-four, it’s. */
function joins(codes: Uint16Array, at: number, kind: number): boolean {
  const code = codes[at] as number
  if (classOf[codes[at + 1] as number] !== kind) return false
  return kind === CLASS.digit ? isBreak(code) : code === APOSTROPHE || code === CURLED || code === HYPHEN
}

/**
 * @param codes folded units of the text
 * @param kind the kind of a feature, and what {@link eachFeature} tells of it
 * @param from where its unit begins, or the length
 * @param to where the unit ends
 * @param grammar the language of its sentence
 * @returns what models call it
 */
export function featureName(codes: Uint16Array, kind: number, from: number, to: number, grammar: Grammar): string {
  const name =
    kind >= UNIT_KINDS ? from : (anyOf(codes[from] as number, grammar) ?? String.fromCharCode(...codes.subarray(from, to).map(plain)))
  return `${PREFIX[kind]}${name}`
}

/**
 * @param units names of units
 * @param codes folded units of the text
 * @param from where a unit begins
 * @param to where it ends
 * @param grammar the language of its sentence
 * @returns the node of what models call it, 0 for none
 */
export function unitNode(units: Trie, codes: Uint16Array, from: number, to: number, grammar: Grammar): number {
  if (classOf[codes[from] as number] === CLASS.han) return units.first(codes[from] as number)
  const any = anyOf(codes[from] as number, grammar)
  if (any !== null) return units.first(any.charCodeAt(0))
  let node = units.first(plain(codes[from] as number))
  for (let at = from + 1; at < to && node !== 0; at++) node = units.next(node, plain(codes[at] as number))
  return node
}

/** Weights of features that are about units. */
export interface UnitWeights {
  /** The units; each ends at a node of its own. */
  units: Trie
  /** Weights by node and kind: {@link UNIT_KINDS} a node. */
  ofUnit: Float64Array
}

/**
 * @param weights the weights of a model by name
 * @returns those that are about units, ready for matching
 */
export function unitWeights(weights: ReadonlyMap<string, number>): UnitWeights {
  const prefixes: readonly string[] = PREFIX
  const unitOf = (name: string): string => (name.length > 1 && prefixes.includes(name[0] as string) ? name.slice(1) : name)
  const names = [...new Set([...weights.keys()].map(unitOf))]
  const units = new Trie(names.reduce((sum, name) => sum + name.length, 0))
  const nodes = names.map((name) => units.insert(name))
  const ofUnit = new Float64Array(UNIT_KINDS * units.size)
  names.forEach((name, at) => {
    for (let kind = 0; kind < UNIT_KINDS; kind++) ofUnit[UNIT_KINDS * (nodes[at] as number) + kind] = weights.get(PREFIX[kind] + name) ?? 0
  })
  return { units, ofUnit }
}

/** What stands for a unit that begins so, where it is one of many; null for what stands for itself. */
function anyOf(code: number, grammar: Grammar): string | null {
  const kind = classOf[code]
  if (kind === CLASS.digit) return ANY.number
  if (kind === CLASS.latin) return grammar === 'zh' ? ANY.latin : null
  return CURRENCIES.has(code) ? ANY.currency : null
}

/**
 * @param code a folded unit
 * @returns it in lower case, with a straight apostrophe
 */
export function plain(code: number): number {
  if (code === CURLED) return APOSTROPHE
  return isCapital(code) ? code + DOWN : code
}
