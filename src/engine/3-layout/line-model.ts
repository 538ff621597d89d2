/**
 * Body or furniture, decided for all lines together: a linear-chain conditional random field (Lafferty, McCallum and
 * Pereira, ICML 2001) with two labels, read out by Viterbi. Its weights are in `models/layout.json`.
 */
import { readModel } from '../models.ts'

/** Weights towards “body”; transition weights are for staying. */
export interface LayoutWeights {
  features: Record<string, number>
  /** Weights of the choice of the headline. */
  headline: Record<string, number>
  /** Score of body after body, body after furniture, furniture after body, furniture after furniture. */
  transitions: { bodyBody: number; furnitureBody: number; bodyFurniture: number; furnitureFurniture: number }
}

let loaded: LayoutWeights | undefined

/** @returns the shipped weights, read once */
export function layoutWeights(): LayoutWeights {
  loaded ??= (JSON.parse(readModel('layout.json')) as { weights: LayoutWeights }).weights
  return loaded
}

/**
 * Scores a line by its own features.
 *
 * @param features names of the features that hold
 * @param weights the model
 * @returns log odds of “body”
 */
export function emission(features: readonly string[], weights: LayoutWeights): number {
  let score = 0
  for (const feature of features) score += weights.features[feature] ?? 0
  return score
}

/**
 * Labels a sequence of lines.
 *
 * @param emissions log odds of “body” for each line
 * @param transitions the chain's weights
 * @returns for each line whether it is body
 */
export function labelLines(emissions: readonly number[], transitions: LayoutWeights['transitions']): boolean[] {
  const size = emissions.length
  const fromBody = new Uint8Array(size)
  const fromFurniture = new Uint8Array(size)
  let body = 0
  let furniture = 0
  for (let at = 0; at < size; at++) {
    const emitted = emissions[at] as number
    if (at === 0) {
      body = emitted
      continue
    }
    const stay = body + transitions.bodyBody
    const enter = furniture + transitions.furnitureBody
    const leave = body + transitions.bodyFurniture
    const remain = furniture + transitions.furnitureFurniture
    fromBody[at] = stay >= enter ? 1 : 0
    fromFurniture[at] = leave > remain ? 1 : 0
    body = Math.max(stay, enter) + emitted
    furniture = Math.max(leave, remain)
  }
  const labels = new Array<boolean>(size)
  let current = body >= furniture
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = current
    current = (current ? fromBody[at] : fromFurniture[at]) === 1
  }
  return labels
}
