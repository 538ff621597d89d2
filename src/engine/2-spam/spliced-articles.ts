/**
 * Two articles spliced paragraph by paragraph: two topics that take turns.
 *
 * The paragraphs fall into two groups by the words they share: the second left singular vector of the matrix of paragraphs
 * and words, each row and column scaled by the root of its sum, found by power iteration (spectral co-clustering, Dhillon
 * 2001; with the mean added to each row’s sum, Chaudhuri and others 2012, or a few paragraphs apart from all others would
 * be a group). Any article can be cut in two like that; what tells a splice is how few of its repeated words stand in both
 * groups, and how often the groups take turns.
 *
 * Cost: a fixed number of rounds, each linear in the words.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import { readModel } from '../models.ts'
import type { ForeignPassage } from './foreign-passages.ts'
import type { Article, Topics } from './topics.ts'

/** An article cut in two by its words. */
export interface Splice {
  /** For each block whether it belongs to the other article, beyond doubt. */
  foreign: boolean[]
  features: Float64Array
}

/** The features of a splice, in the order of {@link Splice.features}. */
export const FEATURES = [
  'ratio',
  'turns',
  'switches',
  'blocks',
  'minority',
  'repeated',
  'unlinked',
  'alternation',
  'clear',
  'opening',
] as const

/** Two articles that take turns have so many paragraphs at least. */
const LEAST_BLOCKS = 6
/** A paragraph has so many topical words at least; a line of fewer says nothing. */
const LEAST_WORDS = 4
/** Rounds of the power iteration: the order of the paragraphs along the vector hardly changes any more. */
const ROUNDS = 30
/** Rounds in which each paragraph goes to the group it shares more with. */
const MOVES = 3
/** A paragraph is its group’s beyond doubt when it shares so many times as much with it as with the other. */
const CLEAR = 2

/** What the trees were fitted on has far more splices than the world: log odds to take off for that. */
const CAUTION = 4
/** Less certain than this is not worth a word. */
const LEAST_CONFIDENCE = 0.25

let model: Forest | undefined

/**
 * Finds the paragraphs of another article that takes turns with this one.
 *
 * @param article the clean article
 * @param topics its topical words
 * @returns the other article’s paragraphs in order, none where there is no other article
 */
export function findSplicedArticle(article: Article, topics: Topics): ForeignPassage[] {
  model ??= new Forest(JSON.parse(readModel('splices.json')) as ForestModel, FEATURES)
  const splice = describeSplice(article, topics)
  if (!splice) return []
  const confidence = 1 / (1 + Math.exp(CAUTION - model.judge(splice.features)))
  if (confidence < LEAST_CONFIDENCE) return []
  const [ratio, , switches] = splice.features as unknown as [number, number, number]
  const reason = `belongs to a second topic that takes turns with the first ${switches} times; words that stand in both are ${Math.round(100 * ratio)} % of what is usual inside an article`
  return splice.foreign.flatMap((foreign, at) => (foreign ? [{ from: at, to: at + 1, confidence, reason }] : []))
}

/**
 * @param article the clean article
 * @param topics its topical words
 * @returns how it falls into two groups, or null where it is too short or one group is empty
 */
export function describeSplice(article: Article, { words, weight }: Topics): Splice | null {
  if (words.length < LEAST_BLOCKS) return null
  // Lines without a sentence, as credits and labels are, take turns with any text.
  const topics = repeatedWords(
    words.map((block, at) => (at === 0 || (block.ids.length >= LEAST_WORDS && isProse(article, at)) ? block : { ids: [], counts: [] })),
    weight,
  )
  const side = bisect(topics)
  for (let move = 0; move < MOVES; move++)
    affinities(topics, side).forEach(({ left, right }, at) => {
      if (side[at] !== 0) side[at] = left >= right ? 1 : -1
    })
  const linked = Array.from(side.keys()).filter((at) => side[at] !== 0)
  const own = side[linked[0] as number]
  const others = linked.filter((at) => side[at] !== own).length
  if (others === 0) return null
  const switches = linked.filter((at, index) => index > 0 && side[at] !== side[linked[index - 1] as number]).length
  const clear = affinities(topics, side).map(({ left, right }, at) =>
    side[at] === 1 ? left > right * CLEAR : side[at] === -1 && right > left * CLEAR,
  )
  const count = side.length
  const ratio = shared(topics, side, linked.length)
  return {
    foreign: clear.map((each, at) => each && side[at] !== own),
    features: Float64Array.of(
      ratio,
      switches / (linked.length - 1),
      switches,
      count,
      Math.min(others, linked.length - others) / linked.length,
      topics.weight.length,
      count - linked.length,
      alternation(topics),
      clear.filter(Boolean).length / linked.length,
      opening(topics, side, own as number),
    ),
  }
}

function isProse({ folded, blocks }: Article, at: number): boolean {
  const { start, end } = blocks[at] as Article['blocks'][number]
  return /[.。!?]/.test(folded.slice(start, end))
}

/** The words that stand in several blocks, numbered anew: only they tie blocks together. */
function repeatedWords(words: Topics['words'], weight: readonly number[]): Topics {
  const counts = new Uint32Array(weight.length)
  for (const { ids } of words) for (const id of ids) counts[id]++
  const numbers = new Int32Array(weight.length).fill(-1)
  const repeated: Topics = { words: [], weight: [], blocks: [] }
  for (const { ids } of words) {
    const kept = ids.filter((id) => (counts[id] as number) > 1)
    for (const id of kept) {
      if (numbers[id] !== -1) continue
      numbers[id] = repeated.weight.length
      repeated.weight.push(weight[id] as number)
      repeated.blocks.push(counts[id] as number)
    }
    repeated.words.push({ ids: kept.map((id) => numbers[id] as number), counts: [] })
  }
  return repeated
}

/** For each block 1 or -1, 0 for a block that shares no word with another one. */
function bisect({ words, weight, blocks }: Topics): Int8Array {
  const count = words.length
  // Paragraphs × words, row after row.
  const rows = words.map(({ ids }) => ids)
  const columns = Uint32Array.from(rows.flat())
  const ends = new Uint32Array(count)
  const sums = new Float64Array(count)
  let end = 0
  rows.forEach((ids, at) => {
    for (const id of ids) sums[at] = (sums[at] as number) + (weight[id] as number)
    end += ids.length
    ends[at] = end
  })
  const mean = sums.reduce((sum, each) => sum + each, 0) / count
  const root = sums.map((sum) => (sum > 0 ? Math.sqrt(sum + mean) : 0))
  // The first singular vector is known, the roots of the sums: it is taken out in each round.
  const first = root.slice()
  normalize(first)
  const vector = root.map((each, at) => (each > 0 ? Math.sin(at + 1) : 0))
  const spread = new Float64Array(weight.length)
  for (let round = 0; round < ROUNDS; round++) {
    const along = dot(vector, first)
    for (let at = 0; at < count; at++) vector[at] = (vector[at] as number) - along * (first[at] as number)
    normalize(vector)
    spread.fill(0)
    for (let at = 0, cell = 0; at < count; at++) {
      const value = (vector[at] as number) / (root[at] as number)
      for (; cell < (ends[at] as number); cell++) spread[columns[cell] as number] = (spread[columns[cell] as number] as number) + value
    }
    for (let at = 0, cell = 0; at < count; at++) {
      let sum = 0
      for (; cell < (ends[at] as number); cell++) {
        const id = columns[cell] as number
        sum += ((spread[id] as number) * (weight[id] as number)) / (blocks[id] as number)
      }
      vector[at] = sum === 0 ? 0 : sum / (root[at] as number)
    }
  }
  return Int8Array.from(vector, Math.sign)
}

/** What each block shares with a block of either group, on average. */
function affinities({ words, weight }: Topics, side: Int8Array): { left: number; right: number }[] {
  const left = new Uint32Array(weight.length)
  const right = new Uint32Array(weight.length)
  let lefts = 0
  let rights = 0
  words.forEach(({ ids }, at) => {
    if (side[at] === 1) lefts++
    if (side[at] === -1) rights++
    const counts = side[at] === 1 ? left : right
    if (side[at] !== 0) for (const id of ids) counts[id] = (counts[id] as number) + 1
  })
  return words.map(({ ids }, at) => {
    const ownLeft = side[at] === 1 ? 1 : 0
    const ownRight = side[at] === -1 ? 1 : 0
    let toLeft = 0
    let toRight = 0
    for (const id of ids) {
      toLeft += (weight[id] as number) * ((left[id] as number) - ownLeft)
      toRight += (weight[id] as number) * ((right[id] as number) - ownRight)
    }
    return { left: toLeft / Math.max(1, lefts - ownLeft), right: toRight / Math.max(1, rights - ownRight) }
  })
}

/** How much of the repeated words stands in both groups, against what groups of their size would share by chance. */
function shared({ words, weight, blocks }: Topics, side: Int8Array, linked: number): number {
  const left = new Uint32Array(weight.length)
  let size = 0
  words.forEach(({ ids }, at) => {
    if (side[at] !== 1) return
    size++
    for (const id of ids) left[id] = (left[id] as number) + 1
  })
  const share = size / linked
  let both = 0
  let expected = 0
  weight.forEach((each, id) => {
    const times = blocks[id] as number
    if (left[id] !== 0 && left[id] !== times) both += each
    expected += each * (1 - share ** times - (1 - share) ** times)
  })
  return both / expected
}

/** How many of the words of the first block stand in the other article, against those that stand in its own; the headline names the topic. */
function opening({ words }: Topics, side: Int8Array, own: number): number {
  const named = new Set(words[0]?.ids)
  const here = new Set<number>()
  const there = new Set<number>()
  words.forEach(({ ids }, at) => {
    if (at > 0) for (const id of ids) if (named.has(id)) (side[at] === own ? here : there).add(id)
  })
  return Math.log((there.size + 0.5) / (here.size + 0.5))
}

/** What neighbours share may be next to nothing; in words. */
const SMOOTHING = 2

/** How much more paragraphs share with the next but one than with the next, in log odds. */
function alternation({ words, weight }: Topics): number {
  const last = new Int32Array(weight.length).fill(-3)
  const before = new Int32Array(weight.length).fill(-3)
  let near = SMOOTHING
  let across = SMOOTHING
  words.forEach(({ ids }, at) => {
    for (const id of ids) {
      if (last[id] === at - 1) near++
      if (last[id] === at - 2 || before[id] === at - 2) across++
      before[id] = last[id] as number
      last[id] = at
    }
  })
  return Math.log(across / near)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number)
  return sum
}

function normalize(vector: Float64Array): void {
  const length = Math.sqrt(dot(vector, vector)) || 1
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length
}
