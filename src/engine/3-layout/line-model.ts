/**
 * Body or furniture, decided for all lines together: boosted trees judge each line, a chain of two states makes
 * neighbours agree, and the article is one run of lines. Weights are in `models/layout.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import { ENTRY } from './entries.ts'
import { FEATURES, type Page } from './features.ts'
import { CREDITS, HEADLINE_FEATURES, SHARES } from './headline-features.ts'
import { heaviestRun } from './heaviest-run.ts'
import type { LineFacts } from './line-facts.ts'

/** The file as it stands. */
export interface LayoutFile {
  body: ForestModel
  headline: ForestModel
  /** The trees are too sure of themselves: what they say is scaled by this, and shifted towards “body”. */
  scale: number
  shift: number
  /** What it costs to change from body to furniture or back, in log odds. */
  change: number
  /** Between the first and the last line of the article most lines are body: log odds to add there. */
  inside: number
}

/** The models, ready to judge rows of features. */
export interface LayoutModel extends Omit<LayoutFile, 'body' | 'headline'> {
  /** The first of the four forests that `body` is the mean of. */
  first: Forest
  body: Forest
  headline: Forest
}

/** The forest is the mean of four. */
const ONE_OF_FOUR = 0.25
/** Where the first of them is as sure as this of “body”, in log odds, the others hardly ever disagree, and are not asked. */
const SURE = 3
/** No page has so many lines; such a text is judged by the first alone, for the time that it takes. */
const MANY_LINES = 5000

/** Log odds of “body” for the text of an entry of a live blog, at the least. */
const LIVE = 3

/** What stands between a headline and the text: within so many lines, and so long at the most, in UTF-16 units. */
const ABOVE: ReadonlySet<string> = new Set([...CREDITS, ...SHARES, 'editor_credit', 'advertisement_label'])
const CREDIT_LINES = 4
/** So many lines below a way to the page that is longer. */
const CREDITS_BELOW = 2
const LONGEST_CREDIT = 90
/** Log odds of “body” for a line that the trees take for furniture and that says so itself. */
const OWN = -6
/** From these log odds against “body” on a line is clearly furniture; chosen on unseen pages and on articles without any. */
const FURNITURE = 1

let loaded: LayoutModel | undefined

/** @returns the shipped model, read once */
export function layoutModel(): LayoutModel {
  loaded ??= openLayout(JSON.parse(readModel('layout.json')) as LayoutFile)
  return loaded
}

/**
 * @param file a model as stored
 * @returns the model, ready to judge
 */
export function openLayout(file: LayoutFile): LayoutModel {
  return {
    ...file,
    first: new Forest(file.body, FEATURES, ONE_OF_FOUR),
    body: new Forest(file.body, FEATURES),
    headline: new Forest(file.headline, HEADLINE_FEATURES),
  }
}

/**
 * Lines that say themselves that they are furniture, above and below the text: also where everything else is the article, and
 * no other furniture tells that the page has any. In a live blog times and buttons stand between its entries.
 */
function ownWords({ facts, entries }: Page): Uint8Array {
  const own = new Uint8Array(facts.length)
  if (entries.includes(ENTRY.time)) return own
  // The way to a page stands above its headline.
  let top = 0
  while (top < facts.length - 2 && facts[top]?.furniture === 'navigation') own[top++] = 1
  const end = Math.min(Math.max(CREDIT_LINES, top + CREDITS_BELOW), facts.length)
  for (let index = top; index < end; index++) {
    const { furniture, width, sentence, han } = facts[index] as LineFacts
    // The first line is the headline more often than a credit; a date is neither it nor body.
    if (index === 0 && furniture !== 'timestamp') continue
    // “Updated: March 3, 2025, 10 a.m.” is no sentence.
    const states = !sentence || (furniture === 'timestamp' && han === 0)
    if (states && width <= LONGEST_CREDIT && furniture !== null && ABOVE.has(furniture)) own[index] = 1
  }
  const links = linksFrom(facts)
  for (let index = facts.length - 1; index > 0; index--) {
    const { furniture, cut } = facts[index] as LineFacts
    // The beginning of another article stands above one with its date.
    const begins = cut && facts[index + 1]?.cut && facts[index + 1]?.furniture === 'related_links'
    if (furniture === null && !begins && index < links) break
    own[index] = 1
  }
  return own
}

/** The heading “Related” or “Comments” below which no line is a sentence to its end; where the page ends for none. */
function linksFrom(facts: readonly LineFacts[]): number {
  const last = facts.findLastIndex(({ sentence, cut, furniture }) => sentence && !cut && furniture === null)
  const heading = facts.findIndex(
    ({ furniture, label }, index) => index > last && !label && (furniture === 'related_links' || furniture === 'comments'),
  )
  return last < 0 || heading < 0 ? facts.length : heading
}

/**
 * Judges lines one by one.
 *
 * @param page the lines with their features
 * @param model the model
 * @returns log odds of “body”, null for a line that is none and says nothing of its neighbours
 */
export function judgeLines(page: Page, model: LayoutModel): (number | null)[] {
  const { facts, entries, rowOf } = page
  const oneIsEnough = facts.length > MANY_LINES
  const judge = (row: Float64Array): number => {
    const first = model.first.judge(row)
    return oneIsEnough || first > SURE ? first : model.body.judge(row)
  }
  const own = ownWords(page)
  return facts.map((_, index) => {
    const row = rowOf(index)
    const odds = row && judge(row) * model.scale + model.shift
    if (own[index] === 1 && odds !== null) return odds >= -FURNITURE ? null : Math.min(odds, OWN)
    // The trees know no live blogs: a time is what the lines around it are, the text under it is body.
    switch (entries[index]) {
      case ENTRY.time:
        return 0
      case ENTRY.text:
        return Math.max(odds ?? 0, LIVE)
      case ENTRY.furniture:
        return null
      default:
        return odds
    }
  })
}

/**
 * Labels the lines of a page: the run of lines that the article most likely is, without the furniture inside it.
 *
 * @param odds log odds of “body” for each line; null for a line that is none, and says nothing of its neighbours
 * @param sizes the length of each line, in UTF-16 units
 * @param readOut how neighbours agree
 * @returns for each line whether it is body; all of them where none is clearly furniture, for most texts have none
 */
export function labelLines(
  odds: readonly (number | null)[],
  sizes: readonly number[],
  { change, inside }: Pick<LayoutFile, 'change' | 'inside'>,
): boolean[] {
  if (odds.every((odd) => odd === null || odd >= -FURNITURE)) return odds.map((odd) => odd !== null)
  const { start, end } = likelyRun(
    chancesOf(odds, change),
    sizes.map((size, at) => (odds[at] === null ? 0 : size)),
  )
  return bestPath(odds, change, inside).map((body, at) => body && at >= start && at < end)
}

/** The probability of “body” of each line, given all lines (forward and backward, Baum and others 1970). */
function chancesOf(odds: readonly (number | null)[], change: number): Float64Array {
  const size = odds.length
  const cost = Math.exp(-change)
  // Body, of body and furniture, by the lines up to this one.
  const before = new Float64Array(size)
  let body = 0.5
  for (let at = 0; at < size; at++) {
    const enter = (body + (1 - body) * cost) * Math.exp(odds[at] ?? 0)
    const leave = 1 - body + body * cost
    body = enter / (enter + leave)
    before[at] = body
  }
  // The same by the lines behind it.
  let behind = 0.5
  for (let at = size - 1; at >= 0; at--) {
    const own = before[at] as number
    const both = own * behind
    const odd = Math.exp(odds[at] ?? 0)
    const enter = behind * odd + (1 - behind) * cost
    const leave = 1 - behind + behind * odd * cost
    before[at] = odds[at] === null ? 0 : both / (both + (1 - own) * (1 - behind))
    behind = enter / (enter + leave)
  }
  return before
}

/** The expected F1 of the best run hardly changes any more after so many rounds. */
const ROUNDS = 10

/**
 * The run of lines with the highest expected F1 of characters. Its F1 is a fraction, so it is found in rounds: the run
 * that gains most over the last round’s F1 (Dinkelbach 1967), which is a heaviest run. What is best for F1 on average is
 * more than what is more likely body than not where all lines are in doubt (Lipton and others 2014).
 */
function likelyRun(chances: Float64Array, sizes: readonly number[]): Span {
  const all = chances.reduce((sum, chance, at) => sum + chance * (sizes[at] as number), 0)
  let run = { start: 0, end: 0 }
  let score = 0
  for (let round = 0; round < ROUNDS; round++) {
    const last = score
    run = heaviestRun(chances.length, (at) => (sizes[at] as number) * (2 * (chances[at] as number) - last))
    let hit = 0
    let said = 0
    for (let at = run.start; at < run.end; at++) {
      hit += (chances[at] as number) * (sizes[at] as number)
      said += sizes[at] as number
    }
    score = (2 * hit) / (said + all)
    if (!(score > last)) break
  }
  return run
}

/** For each line whether the likeliest sequence of labels has it as body (Viterbi). */
function bestPath(odds: readonly (number | null)[], change: number, inside: number): boolean[] {
  const size = odds.length
  const fromBody = new Uint8Array(size)
  const fromFurniture = new Uint8Array(size)
  let body = 0
  let furniture = 0
  for (let at = 0; at < size; at++) {
    const odd = odds[at] ?? null
    const enter = furniture - change
    const leave = body - change
    fromBody[at] = body >= enter ? 1 : 0
    fromFurniture[at] = leave > furniture ? 1 : 0
    const entered = Math.max(body, enter)
    furniture = Math.max(leave, furniture)
    body = odd === null ? entered : entered + odd + inside
  }
  const labels = new Array<boolean>(size)
  let current = body >= furniture
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = current && odds[at] !== null
    current = (current ? fromBody[at] : fromFurniture[at]) === 1
  }
  return labels
}
