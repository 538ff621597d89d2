/**
 * Body or furniture, decided for all lines together: boosted trees judge each line, a chain of two states (Viterbi)
 * makes neighbours agree. Weights are in `models/layout.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import { readModel } from '../models.ts'
import { FEATURES, type Page } from './features.ts'
import { HEADLINE_FEATURES } from './headline-features.ts'

/** The file as it stands. */
export interface LayoutFile {
  body: ForestModel
  headline: ForestModel
  /** The trees are too sure of themselves: what they say is scaled by this, and shifted towards “body”. */
  scale: number
  shift: number
  /** What it costs to change from body to furniture or back, in log odds. */
  change: number
}

/** The models, ready to judge rows of features. */
export interface LayoutModel extends Omit<LayoutFile, 'body' | 'headline'> {
  body: Forest
  headline: Forest
}

/** No page has so many lines; such a text is judged by one of the four forests, for the time that it takes. */
const MANY_LINES = 5000
const ONE_OF_FOUR = 0.25

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
  return { ...file, body: new Forest(file.body, FEATURES), headline: new Forest(file.headline, HEADLINE_FEATURES) }
}

/**
 * Judges lines one by one.
 *
 * @param page the lines with their features
 * @param model the model
 * @returns log odds of “body”, null for a label
 */
export function judgeLines({ facts, rowOf }: Page, model: LayoutModel): (number | null)[] {
  const share = facts.length > MANY_LINES ? ONE_OF_FOUR : 1
  return facts.map((_, index) => {
    const row = rowOf(index)
    return row && model.body.judge(row, share) * model.scale + model.shift
  })
}

/**
 * Labels a sequence of lines.
 *
 * @param odds log odds of “body” for each line; null for a line that is none, and says nothing of its neighbours
 * @param change what a change costs
 * @returns for each line whether it is body
 */
export function labelLines(odds: readonly (number | null)[], change: number): boolean[] {
  const size = odds.length
  const fromBody = new Uint8Array(size)
  const fromFurniture = new Uint8Array(size)
  let body = 0
  let furniture = 0
  for (let at = 0; at < size; at++) {
    const odd = odds[at] ?? 0
    const enter = furniture - change
    const leave = body - change
    fromBody[at] = body >= enter ? 1 : 0
    fromFurniture[at] = leave > furniture ? 1 : 0
    const entered = Math.max(body, enter)
    furniture = Math.max(leave, furniture)
    body = entered + odd
  }
  const labels = new Array<boolean>(size)
  let current = body >= furniture
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = current && odds[at] !== null
    current = (current ? fromBody[at] : fromFurniture[at]) === 1
  }
  return labels
}
