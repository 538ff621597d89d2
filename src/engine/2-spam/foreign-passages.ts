/**
 * Passages of another article, spliced in between the article's own paragraphs: the topic breaks and returns.
 *
 * The evidence is lexical cohesion (Halliday and Hasan 1976; Hearst’s TextTiling, 1997): paragraphs of one article share
 * its topical words. A run of one to three paragraphs is described by the share of its topical words that stand anywhere
 * else in the article, against what is usual for runs of its length in this article; by the words it repeats of its own;
 * by what it shares with the paragraphs around it, and they with each other across it. Boosted trees
 * (`models/foreign.json`, fitted by `tools/train-foreign.ts`) weigh them. A true article has asides too: what is cut
 * must be far beyond doubt, and most of what is suspected is only counted in the warnings.
 *
 * Cost: each word of the article is looked at a fixed number of times.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import type { Article, Topics } from './topics.ts'

/** A run of blocks that seems to belong to another article. */
export interface ForeignPassage {
  /** Index of its first block. */
  from: number
  /** Index behind its last block. */
  to: number
  /** Probability, 0 … 1. */
  confidence: number
  /** One sentence that a person can check against the text. */
  reason: string
}

/** A run of blocks and what speaks for and against its being foreign. */
export interface Passage {
  from: number
  to: number
  features: Float64Array
}

/** The features of a passage, in the order of {@link Passage.features}. */
export const FEATURES = [
  'share',
  'shared',
  'mass',
  'spread',
  'own',
  'usual',
  'relative',
  'rest',
  'blocks',
  'near',
  'bridge',
  'refers',
] as const

/** So many paragraphs make a passage, at the most: a longer one is another article. */
const LONGEST = 3
/** With less than this weight of topical words nothing can be said of a passage: about eight words. */
const LEAST_MASS = { zh: 30, en: 8 }
/** A passage that shares more of its words than this is the article's own. */
const MOST_SHARED = 0.2
/** How many paragraphs before and behind are its surroundings. */
const AROUND = 2
const REFERS = {
  en: /\b(?:he|she|his|her|they|their|its|this|that|those|these)\b/gi,
  zh: /[他她其该此这]/g,
}
/** What the trees were fitted on has far more passages than the world: log odds to take off for that. */
const CAUTION = 3.6
/** Less certain than this is not worth a word. */
const LEAST_CONFIDENCE = 0.16

let model: Forest | undefined

/**
 * Finds passages of other articles.
 *
 * @param article the clean article
 * @param topics its topical words
 * @returns passages in order, none overlapping
 */
export function findForeignPassages(article: Article, topics: Topics): ForeignPassage[] {
  model ??= new Forest(JSON.parse(readModel('foreign.json')) as ForestModel, FEATURES)
  const found: ForeignPassage[] = []
  for (const { from, to, features } of describePassages(article, topics)) {
    const confidence = 1 / (1 + Math.exp(CAUTION - model.judge(features)))
    if (confidence >= LEAST_CONFIDENCE) found.push({ from, to, confidence, reason: reasonOf(features) })
  }
  const taken = new Uint8Array(article.blocks.length)
  return found
    .sort((a, b) => b.confidence - a.confidence || a.from - b.from)
    .filter(({ from, to }) => {
      if (taken.subarray(from, to).includes(1)) return false
      taken.fill(1, from, to)
      return true
    })
    .sort((a, b) => a.from - b.from)
}

function reasonOf([share, , , , , usual]: Float64Array): string {
  const percent = (value: number): number => Math.round(100 * value)
  return `shares ${percent(share as number)} % of its topical words with the rest of the article, where paragraphs usually share ${percent(usual as number)} %`
}

/**
 * Describes every passage that shares little with its article.
 *
 * @param article the clean article
 * @param topics its topical words
 * @returns passages, short ones first; none for an article too short to tell
 */
export function describePassages(article: Article, topics: Topics): Passage[] {
  const { blocks, language } = article
  // A passage has the headline or a paragraph, and one more, ahead of it, and one behind.
  const first = blocks[0]?.role === 'headline' ? 2 : 1
  if (language.grammar === null || blocks.length < first + 3) return []
  const least = LEAST_MASS[language.grammar]
  const masses = topics.words.map(({ ids }) => ids.reduce((sum, id) => sum + (topics.weight[id] as number), 0))
  const all = masses.reduce((sum, mass) => sum + mass, 0)
  const inside = new Counter(topics.weight.length)
  const passages: Passage[] = []
  for (let size = 1; size <= LONGEST; size++) {
    const runs: { from: number; mass: number; shared: number; spread: number; own: number }[] = []
    for (let from = first - 1; from + size <= blocks.length; from++) runs.push({ from, ...cohesion(topics, inside, from, from + size) })
    const shares = runs
      .filter(({ mass }) => mass >= least)
      .map(({ shared, mass }) => shared / mass)
      .sort((a, b) => a - b)
    const usual = shares[shares.length >> 1] ?? 0
    for (const { from, mass, shared, spread, own } of runs) {
      const to = from + size
      if (from < first || to === blocks.length || mass < least || shared > mass * MOST_SHARED) continue
      const before: Span = { start: Math.max(0, from - AROUND), end: from }
      const behind: Span = { start: to, end: Math.min(blocks.length, to + AROUND) }
      const text = article.folded.slice((blocks[from] as Span).start, (blocks[to - 1] as Span).end)
      passages.push({
        from,
        to,
        features: Float64Array.of(
          shared / mass,
          shared,
          mass,
          spread / mass,
          own / mass,
          usual,
          shared / mass / (usual + 0.01),
          all - mass,
          blocks.length,
          sharedWith(topics, inside, { start: from, end: to }, [before, behind]),
          (sharedWith(topics, inside, before, [behind]) + sharedWith(topics, inside, behind, [before])) / 2,
          text.match(REFERS[language.grammar])?.length ?? 0,
        ),
      })
    }
  }
  return passages
}

/** How a run of blocks hangs together with the others: weights of its words, of those that stand elsewhere too, and of those it repeats alone. */
function cohesion(topics: Topics, inside: Counter, from: number, to: number) {
  inside.clear()
  const repeated: number[] = []
  for (let at = from; at < to; at++) {
    const { ids, counts } = topics.words[at] as Topics['words'][number]
    ids.forEach((id, index) => {
      if (inside.add(id) === 2 || (counts[index] as number) > 1) repeated.push(id)
    })
  }
  let mass = 0
  let shared = 0
  let spread = 0
  for (const id of inside.counted) {
    const weight = topics.weight[id] as number
    const elsewhere = (topics.blocks[id] as number) - inside.of(id)
    mass += weight
    if (elsewhere === 0) continue
    shared += weight
    spread += weight * Math.log(1 + elsewhere)
  }
  let own = 0
  for (const id of new Set(repeated)) if (topics.blocks[id] === inside.of(id)) own += topics.weight[id] as number
  return { mass, shared, spread, own }
}

/** The share of the words of some blocks that stand in others. */
function sharedWith(topics: Topics, inside: Counter, run: Span, others: readonly Span[]): number {
  inside.clear()
  for (const { start, end } of others) for (let at = start; at < end; at++) for (const id of topics.words[at]?.ids ?? []) inside.add(id)
  let mass = 1
  let shared = 0
  for (let at = run.start; at < run.end; at++)
    for (const id of topics.words[at]?.ids ?? []) {
      const weight = topics.weight[id] as number
      mass += weight
      if (inside.of(id) > 0) shared += weight
    }
  return shared / mass
}

/** Counts by number, emptied at no cost. */
class Counter {
  readonly #counts: Uint32Array
  readonly counted: number[] = []

  constructor(size: number) {
    this.#counts = new Uint32Array(size)
  }

  clear(): void {
    for (const id of this.counted) this.#counts[id] = 0
    this.counted.length = 0
  }

  /** Counts one more; returns how many there are. */
  add(id: number): number {
    const count = (this.#counts[id] as number) + 1
    this.#counts[id] = count
    if (count === 1) this.counted.push(id)
    return count
  }

  of(id: number): number {
    return this.#counts[id] as number
  }
}
