/** Logistic regression over named yes-or-no features, by stochastic gradient descent with a rate for each (AdaGrad, Duchi et al. 2011). */
import { randomFrom } from './random.ts'

/** One observation: what holds of it, and the answer. */
export interface Observation {
  features: readonly string[]
  label: boolean
}

/** A feature that fewer observations have is chance. */
const LEAST = 8
const RATE = 0.1
/** Penalty on the weights, each time they are met. */
const PENALTY = 0.02
const ROUNDS = 12
/** A weight below this, in log odds, is none. */
const SMALLEST = 0.3

/**
 * @param observations what is to be learnt
 * @returns weights by feature, to one decimal
 */
export function fitLogistic(observations: readonly Observation[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of observations) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  const usable = observations.map(({ features, label }) => ({
    features: features.filter((feature) => (counts.get(feature) as number) >= LEAST),
    label,
  }))
  const random = randomFrom(1)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, label } of random.sample(usable, usable.length)) {
      const score = features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
      const error = 1 / (1 + Math.exp(-score)) - (label ? 1 : 0)
      for (const feature of features) {
        const weight = weights.get(feature) ?? 0
        const gradient = error + PENALTY * weight
        const square = (squares.get(feature) ?? 1e-8) + gradient ** 2
        squares.set(feature, square)
        weights.set(feature, weight - (RATE * gradient) / Math.sqrt(square))
      }
    }
  }
  return new Map(
    [...weights].filter(([, weight]) => Math.abs(weight) >= SMALLEST).map(([feature, weight]) => [feature, Math.round(weight * 10) / 10]),
  )
}
