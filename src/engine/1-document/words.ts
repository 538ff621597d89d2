/**
 * Chinese words: the most probable segmentation of a text under a unigram model (the method of jieba's
 * dictionary graph), over a trie of the words in `models/words.zh.txt`. Linear: at most five look-ups a character.
 */
import { readModel } from '../models.ts'
import { CLASS, classOf, isAlphanumeric } from './characters.ts'
import { Trie } from './trie.ts'

/** Parts of speech, folded to the few that later stages ask for. */
export const TAG = {
  none: 0,
  noun: 1,
  person: 2,
  place: 3,
  organization: 4,
  verb: 5,
  adjective: 6,
  adverb: 7,
  pronoun: 8,
  preposition: 9,
  conjunction: 10,
  particle: 11,
  number: 12,
  time: 13,
  position: 14,
  foreignName: 15,
} as const

const TAG_OF_JIEBA: Record<string, number> = {
  nr: TAG.person,
  nrfg: TAG.person,
  nrt: TAG.foreignName,
  ns: TAG.place,
  nt: TAG.organization,
  v: TAG.verb,
  vd: TAG.verb,
  vg: TAG.verb,
  vi: TAG.verb,
  vn: TAG.noun,
  a: TAG.adjective,
  ad: TAG.adjective,
  an: TAG.noun,
  b: TAG.adjective,
  z: TAG.adjective,
  d: TAG.adverb,
  df: TAG.adverb,
  r: TAG.pronoun,
  p: TAG.preposition,
  c: TAG.conjunction,
  u: TAG.particle,
  ul: TAG.particle,
  uj: TAG.particle,
  ug: TAG.particle,
  uz: TAG.particle,
  uv: TAG.particle,
  ud: TAG.particle,
  y: TAG.particle,
  m: TAG.number,
  mq: TAG.number,
  q: TAG.number,
  t: TAG.time,
  f: TAG.position,
  s: TAG.position,
  zg: TAG.none,
}

/** The words found in a text; index by the UTF-16 offset of the text that was segmented. */
export interface Segmentation {
  /** Length of the word that starts here, 0 inside a word and outside Han and alphanumeric runs. */
  length: Uint8Array
  /** Tag of the word that starts here. */
  tag: Uint8Array
  /** Negative log probability of the word that starts here, in nats. */
  cost: Float32Array
}

/** Cost of a Han character that the model has never seen as a word, in nats: rarer than its rarest word. */
const UNSEEN_COST = 17
const MAX_WORD = 5

interface Words {
  trie: Trie
  /** Cost of the word that ends at a node, infinite for none. */
  cost: Float32Array
  tag: Uint8Array
}

let loaded: Words | undefined

function words(): Words {
  loaded ??= readWords(readModel('words.zh.txt'))
  return loaded
}

function readWords(source: string): Words {
  const trie = new Trie(source.length / 3)
  const entries: { node: number; weight: number; tag: number }[] = []
  let total = 0
  for (const line of source.trimEnd().split('\n')) {
    const space = line.indexOf(' ')
    const second = line.indexOf(' ', space + 1)
    const weight = Number(line.slice(space + 1, second)) / 10
    entries.push({ node: trie.insert(line.slice(0, space)), weight, tag: TAG_OF_JIEBA[line.slice(second + 1)] ?? TAG.noun })
    total += Math.exp(weight)
  }
  const cost = new Float32Array(trie.size).fill(Number.POSITIVE_INFINITY)
  const tag = new Uint8Array(trie.size)
  for (const entry of entries) {
    cost[entry.node] = Math.log(total) - entry.weight
    tag[entry.node] = entry.tag
  }
  return { trie, cost, tag }
}

/**
 * @param codes units of the folded text
 * @param from where reading begins, in UTF-16 units
 * @param end a place behind it
 * @returns the tag of the last word before the place
 */
export function tagBefore(codes: Uint16Array, from: number, end: number): number {
  const { length, tag } = segment(codes.subarray(from, end))
  let last: number = TAG.none
  for (let at = 0; at < end - from; at += length[at] || 1) last = tag[at] as number
  return last
}

/**
 * Segments a folded text.
 *
 * @param codes units of the folded text
 * @returns the words; runs of Latin letters and digits are one word each, other units none
 */
export function segment(codes: Uint16Array): Segmentation {
  const size = codes.length
  const result: Segmentation = {
    length: new Uint8Array(size),
    tag: new Uint8Array(size),
    cost: new Float32Array(size),
  }
  let at = 0
  while (at < size) {
    const found = classOf[codes[at] as number]
    let end = at + 1
    if (found === CLASS.han) {
      while (end < size && classOf[codes[end] as number] === CLASS.han) end++
      segmentRun(codes, at, end, result)
    } else if (found === CLASS.latin || found === CLASS.digit) {
      while (end < size && end - at < 255 && isAlphanumeric(codes[end] as number)) end++
      result.length[at] = end - at
      result.tag[at] = found === CLASS.digit ? TAG.number : TAG.noun
    }
    at = end
  }
  return result
}

let best = new Float64Array(1024)
let step = new Uint8Array(1024)
let stepCost = new Float32Array(1024)
let stepTag = new Uint8Array(1024)

/** Finds the cheapest path through codes[start, end) from its end to its start. Fills the scratch arrays. */
function route(codes: Uint16Array, start: number, end: number): number {
  const { trie, cost: costs, tag: tags } = words()
  const size = end - start
  if (size + 1 > best.length) {
    best = new Float64Array(size * 2)
    step = new Uint8Array(size * 2)
    stepCost = new Float32Array(size * 2)
    stepTag = new Uint8Array(size * 2)
  }
  best[size] = 0
  for (let at = size - 1; at >= 0; at--) {
    let node = trie.first(codes[start + at] as number)
    let cost = UNSEEN_COST
    let tag: number = TAG.none
    if (node !== 0 && (costs[node] as number) < UNSEEN_COST) {
      cost = costs[node] as number
      tag = tags[node] as number
    }
    let least = cost + (best[at + 1] as number)
    let length = 1
    for (let next = 1; next < MAX_WORD && node !== 0 && at + next < size; next++) {
      node = trie.next(node, codes[start + at + next] as number)
      if (node === 0) break
      const total = (costs[node] as number) + (best[at + next + 1] as number)
      if (total < least) {
        least = total
        length = next + 1
        cost = costs[node] as number
        tag = tags[node] as number
      }
    }
    best[at] = least
    step[at] = length
    stepCost[at] = cost
    stepTag[at] = tag
  }
  return best[0] as number
}

function segmentRun(codes: Uint16Array, start: number, end: number, result: Segmentation): void {
  route(codes, start, end)
  for (let at = 0; at < end - start; at += step[at] as number) {
    result.length[start + at] = step[at] as number
    result.tag[start + at] = stepTag[at] as number
    result.cost[start + at] = stepCost[at] as number
  }
}

/**
 * The cost of writing a run of Han characters, the lower the more fluent.
 *
 * @param codes folded units, Han only
 * @param start where the run starts
 * @param end where it ends
 * @returns negative log probability in nats under the unigram word model
 */
export function fluencyCost(codes: Uint16Array, start: number, end: number): number {
  return end > start ? route(codes, start, end) : 0
}

/**
 * Looks up a word.
 *
 * @param codes folded units
 * @param start where the word starts
 * @param end where it ends
 * @returns its cost in nats, infinite when the model lacks it, and its tag
 */
export function lookUp(codes: Uint16Array, start: number, end: number): { cost: number; tag: number } {
  const { trie, cost, tag } = words()
  let node = trie.first(codes[start] as number)
  for (let at = start + 1; at < end && node !== 0; at++) node = trie.next(node, codes[at] as number)
  return node === 0 ? { cost: Number.POSITIVE_INFINITY, tag: TAG.none } : { cost: cost[node] as number, tag: tag[node] as number }
}
