/** Logistic regression by stochastic gradient descent with a rate for each weight (AdaGrad, Duchi et al. 2011). */
import { randomFrom } from './random.ts'

/** One observation: what holds of it, and the answer. */
export interface Observation<F = string> {
  /** Features that it has or has not. */
  features: readonly F[]
  /** What is measured of it; the same number of values for each. */
  measures?: Float64Array
  label: boolean
}

/** What is learnt. */
export interface Weights<F> {
  features: Map<F, number>
  measures: Float64Array
}

/** How it is learnt. */
export interface Fitting<F> {
  /** What weights are before anything is known; 0 for a feature that is not among them. */
  usual: ReadonlyMap<F, number>
  /** Penalty on a weight, less what is usual, each time it is met, by how many observations have the feature. */
  penalty(count: number): number
  /** Where the sums of squared gradients begin. */
  firstSquare: number
  rounds: number
  seed: number
}

/** A feature that fewer observations have is chance. */
const LEAST = 8
const RATE = 0.1
const USUAL: Fitting<string> = { usual: new Map(), penalty: () => 0.02, firstSquare: 1e-8, rounds: 12, seed: 1 }
/** A weight below this, in log odds, is none. */
const SMALLEST = 0.3

/**
 * @param observations what is to be learnt
 * @returns weights by feature, to one decimal
 */
export function fitLogistic(observations: readonly Observation[]): Map<string, number> {
  return new Map(
    [...learn(observations, USUAL).features]
      .filter(([, weight]) => Math.abs(weight) >= SMALLEST)
      .map(([feature, weight]) => [feature, Math.round(weight * 10) / 10]),
  )
}

/** Squared weights, less what is usual, are held down alike: most features of a short text are rare. */
export const RARE = { penalty: (count: number) => 1 / count, firstSquare: 0.01, seed: 5 }

const FOLDS = 5

/**
 * Five folds, dealt out by their sources.
 *
 * @param observations what is to be judged
 * @param fitting how it is learnt
 * @param isLearnt which of them are learnt from
 * @returns each with its log odds by what was learnt from the other folds
 */
export function judgeInFolds<F, Each extends Observation<F> & { source: number }>(
  observations: readonly Each[],
  fitting: Fitting<F>,
  isLearnt: (observation: Each, at: number) => boolean = () => true,
): (Each & { odds: number })[] {
  const usable = observations.filter(isLearnt)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(
      usable.filter(({ source }) => source % FOLDS !== fold),
      fitting,
    )
    return observations
      .filter(({ source }) => source % FOLDS === fold)
      .map((observation) => ({ ...observation, odds: score(observation, weights) }))
  }).flat()
}

/**
 * @param observations what is to be learnt
 * @param fitting how
 * @returns weights of features that are usual or no chance, and of what is measured, in log odds
 */
export function learn<F>(observations: readonly Observation<F>[], { usual, penalty, firstSquare, rounds, seed }: Fitting<F>): Weights<F> {
  const counts = new Map<F, number>()
  for (const { features } of observations) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weights: Weights<F> = { features: new Map(usual), measures: new Float64Array(observations[0]?.measures?.length ?? 0) }
  const squares = new Map<F, number>()
  const measureSquares = new Float64Array(weights.measures.length).fill(firstSquare)
  for (const [feature, count] of counts) if (count >= LEAST && !usual.has(feature)) weights.features.set(feature, 0)
  const usable = observations.map(({ features, measures, label }) => ({
    features: features.filter((feature) => weights.features.has(feature)),
    measures,
    label,
  }))
  const random = randomFrom(seed)
  for (let round = 0; round < rounds; round++)
    for (const observation of random.sample(usable, usable.length)) {
      const error = 1 / (1 + Math.exp(-score(observation, weights))) - Number(observation.label)
      for (const feature of observation.features) {
        const weight = weights.features.get(feature) as number
        const gradient = error + penalty(counts.get(feature) as number) * (weight - (usual.get(feature) ?? 0))
        const square = (squares.get(feature) ?? firstSquare) + gradient ** 2
        squares.set(feature, square)
        weights.features.set(feature, weight - (RATE * gradient) / Math.sqrt(square))
      }
      observation.measures?.forEach((value, at) => {
        const gradient = error * value
        measureSquares[at] = (measureSquares[at] as number) + gradient ** 2
        weights.measures[at] = (weights.measures[at] as number) - (RATE * gradient) / Math.sqrt(measureSquares[at] as number)
      })
    }
  return weights
}

/**
 * @param observation an observation
 * @param weights what was learnt
 * @returns log odds of the label
 */
export function score<F>({ features, measures }: Omit<Observation<F>, 'label'>, weights: Weights<F>): number {
  let sum = 0
  for (const feature of features) sum += weights.features.get(feature) ?? 0
  measures?.forEach((value, at) => {
    sum += value * (weights.measures[at] as number)
  })
  return sum
}
