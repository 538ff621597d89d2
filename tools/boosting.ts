/** Gradient boosting of decision trees for a yes or no, by histograms (Friedman 2001; Ke et al., LightGBM, 2017). */
import type { ForestModel } from '../src/engine/1-document/forest.ts'

/** One observation. */
export interface Sample {
  features: ReadonlyMap<string, number>
  label: boolean
  /** How much an error on it costs; 1 is usual. */
  weight: number
  /** Observations of one group exclude one another: one of them is true, or none (ListNet, Cao et al. 2007). */
  group?: number
}

/** How the trees are grown. */
export interface Growth {
  trees: number
  /** Questions from root to leaf, at the most. */
  depth: number
  /** What each tree adds is scaled by this. */
  rate: number
  /** A leaf stands for at least this weight of observations. */
  least: number
}

/**
 * @param names names of features, in the order of a row
 * @param row their values
 * @returns the values by name
 */
export function named(names: readonly string[], row: Float64Array): Map<string, number> {
  return new Map(names.map((name, at) => [name, row[at] as number]))
}

/** Values of a feature are told apart by at most so many limits. */
const BINS = 48
/** Penalty on the values of leaves. */
const PENALTY = 2

/**
 * Fits a forest.
 *
 * @param samples observations
 * @param growth how the trees are grown
 * @returns the forest; values to four decimals
 */
export function fitForest(samples: readonly Sample[], growth: Growth): ForestModel {
  const names = [...new Set(samples.flatMap(({ features }) => [...features.keys()]))].sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const columns = names.map(() => new Float64Array(samples.length))
  samples.forEach(({ features }, row) => {
    for (const [name, value] of features) (columns[index.get(name) as number] as Float64Array)[row] = value
  })
  const limits = columns.map(limitsOf)
  const binned = columns.map((column, at) => Uint8Array.from(column, (value) => binOf(limits[at] as number[], value)))
  const all = samples.reduce((sum, { weight }) => sum + weight, 0)
  const positive = samples.reduce((sum, { weight, label }) => sum + (label ? weight : 0), 0)
  const bias = round(Math.log((positive + 1) / (all - positive + 1)))
  const scores = new Float64Array(samples.length).fill(bias)
  const gradient = new Float64Array(samples.length)
  const curvature = new Float64Array(samples.length)
  const trees: number[][] = []
  for (let count = 0; count < growth.trees; count++) {
    const sums = new Map<number, number>()
    samples.forEach(({ group }, row) => {
      if (group !== undefined) sums.set(group, (sums.get(group) ?? 1) + Math.exp(scores[row] as number))
    })
    samples.forEach(({ label, weight, group }, row) => {
      const power = Math.exp(scores[row] as number)
      const chance = power / (group === undefined ? 1 + power : (sums.get(group) as number))
      gradient[row] = weight * (chance - (label ? 1 : 0))
      curvature[row] = weight * Math.max(1e-6, chance * (1 - chance))
    })
    const tree: number[] = []
    grow(
      tree,
      Int32Array.from(samples, (_, row) => row),
      growth.depth,
    )
    trees.push(tree)
  }
  return { features: names, bias, trees }

  function grow(tree: number[], rows: Int32Array, depth: number): void {
    let sum = 0
    let bend = 0
    for (const row of rows) {
      sum += gradient[row] as number
      bend += curvature[row] as number
    }
    const split = depth === 0 ? null : bestSplit(rows, sum, bend)
    if (!split) {
      const value = round((-growth.rate * sum) / (bend + PENALTY))
      tree.push(-1, value)
      for (const row of rows) scores[row] += value
      return
    }
    tree.push(split.feature, (limits[split.feature] as number[])[split.bin] as number)
    const column = binned[split.feature] as Uint8Array
    grow(
      tree,
      rows.filter((row) => (column[row] as number) <= split.bin),
      depth - 1,
    )
    grow(
      tree,
      rows.filter((row) => (column[row] as number) > split.bin),
      depth - 1,
    )
  }

  function bestSplit(rows: Int32Array, sum: number, bend: number): { feature: number; bin: number } | null {
    let best: { feature: number; bin: number } | null = null
    let bestGain = 1e-3
    const sums = new Float64Array(BINS + 1)
    const bends = new Float64Array(BINS + 1)
    const whole = sum ** 2 / (bend + PENALTY)
    for (let feature = 0; feature < binned.length; feature++) {
      const last = (limits[feature] as number[]).length
      if (last === 0) continue
      sums.fill(0)
      bends.fill(0)
      const column = binned[feature] as Uint8Array
      for (const row of rows) {
        const bin = column[row] as number
        sums[bin] += gradient[row] as number
        bends[bin] += curvature[row] as number
      }
      let left = 0
      let leftBend = 0
      for (let bin = 0; bin < last; bin++) {
        left += sums[bin] as number
        leftBend += bends[bin] as number
        // Curvature is at most a quarter of the weight: a bound on the observations of a leaf.
        if (leftBend * 4 < growth.least || (bend - leftBend) * 4 < growth.least) continue
        const gain = left ** 2 / (leftBend + PENALTY) + (sum - left) ** 2 / (bend - leftBend + PENALTY) - whole
        if (gain > bestGain) {
          bestGain = gain
          best = { feature, bin }
        }
      }
    }
    return best
  }
}

/**
 * Averages forests: what they say together is less the whim of one sample.
 *
 * @param forests forests over any features
 * @returns one forest whose score is the mean of theirs
 */
export function averageForests(forests: readonly ForestModel[]): ForestModel {
  const features = [...new Set(forests.flatMap((forest) => forest.features))].sort()
  const index = new Map(features.map((name, at) => [name, at]))
  const trees = forests.flatMap((forest) =>
    forest.trees.map((tree) =>
      tree.map((value, at) => {
        if (at % 2 === 0) return value < 0 ? -1 : (index.get(forest.features[value] as string) as number)
        return (tree[at - 1] as number) < 0 ? round(value / forests.length) : value
      }),
    ),
  )
  return { features, bias: round(forests.reduce((sum, { bias }) => sum + bias, 0) / forests.length), trees }
}

/** Limits between the values of a column; a value below limit n and not below limit n−1 is in bin n. */
function limitsOf(column: Float64Array): number[] {
  const values = Float64Array.from(new Set(column)).sort()
  const found: number[] = []
  const step = Math.max(1, values.length / BINS)
  for (let at = step; at < values.length; at += step) {
    const limit = round(((values[Math.floor(at) - 1] as number) + (values[Math.floor(at)] as number)) / 2)
    if (limit > (found.at(-1) ?? Number.NEGATIVE_INFINITY)) found.push(limit)
  }
  return found
}

function binOf(limits: readonly number[], value: number): number {
  let low = 0
  let high = limits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value < (limits[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
