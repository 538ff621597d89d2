/** Boosted decision trees (Friedman 2001) over named features, as `tools/boosting.ts` fits them. */

/** A forest as it stands in a model file. */
export interface ForestModel {
  /** Names of the features; trees refer to them by index. */
  features: string[]
  /** Log odds before any tree. */
  bias: number
  /** Trees in preorder: `[feature, limit, …left, …right]` for a branch (left below the limit), `[-1, value]` for a leaf. */
  trees: number[][]
}

/** A set of leaves is the bits of one number. */
const MOST_LEAVES = 32

/** A branch of a tree. */
interface Branch {
  feature: number
  limit: number
  tree: number
  /** The leaves that are still possible where the value is not below the limit: all but those on the left. */
  possible: number
}

/**
 * Judges observations: the sum of one leaf of each tree. No tree is walked down, for no processor foresees its turns:
 * feature by feature, the limits that a value reaches strike the leaves on their left, and of each tree the first leaf
 * that is left counts (QuickScorer: Lucchese and others 2015).
 */
export class Forest {
  /** Index of each feature. */
  readonly #index: ReadonlyMap<string, number>
  readonly #bias: number
  /** Where the branches of each feature begin among all branches, and at last where they end. */
  readonly #from: Int32Array
  /** All branches, by feature and limit. */
  readonly #limit: Float64Array
  readonly #tree: Int32Array
  readonly #possible: Int32Array
  /** The values of all leaves, {@link MOST_LEAVES} places a tree. */
  readonly #leaf: Float64Array
  /** The leaves of each tree that are left. */
  readonly #left: Int32Array

  /**
   * @param model the forest as stored
   * @param names the order in which observations have their features; the model's own order unless given
   * @param share of the trees that are asked, from the first on: a forest that is the mean of four may be asked for one
   * @throws {RangeError} where a tree has more than 32 leaves
   */
  constructor(model: ForestModel, names: readonly string[] = model.features, share = 1) {
    this.#index = new Map(names.map((name, index) => [name, index]))
    this.#bias = model.bias
    const trees = model.trees.slice(0, model.trees.length * share)
    const branches: Branch[] = []
    this.#leaf = new Float64Array(trees.length * MOST_LEAVES)
    this.#left = new Int32Array(trees.length)
    for (const [tree, nodes] of trees.entries()) {
      let at = 0
      let leaf = 0
      const read = (): void => {
        const feature = nodes[at++] as number
        const value = nodes[at++] as number
        if (feature < 0) {
          if (leaf === MOST_LEAVES) throw new RangeError(`tree ${tree} has more than ${MOST_LEAVES} leaves`)
          this.#leaf[tree * MOST_LEAVES + leaf++] = value / share
          return
        }
        const first = leaf
        read()
        const struck = ((2 ** (leaf - first) - 1) << first) | 0
        branches.push({ feature: this.#index.get(model.features[feature] as string) as number, limit: value, tree, possible: ~struck })
        read()
      }
      read()
    }
    branches.sort((a, b) => a.feature - b.feature || a.limit - b.limit)
    this.#from = new Int32Array(names.length + 1)
    for (const { feature } of branches) this.#from[feature + 1] = (this.#from[feature + 1] as number) + 1
    for (let feature = 0; feature < names.length; feature++)
      this.#from[feature + 1] = (this.#from[feature + 1] as number) + (this.#from[feature] as number)
    this.#limit = Float64Array.from(branches, ({ limit }) => limit)
    this.#tree = Int32Array.from(branches, ({ tree }) => tree)
    this.#possible = Int32Array.from(branches, ({ possible }) => possible)
  }

  /**
   * Judges one observation.
   *
   * @param values a value for each feature, in the order given to the constructor
   * @returns log odds
   */
  judge(values: Float64Array): number {
    const left = this.#left.fill(-1)
    const from = this.#from
    const limits = this.#limit
    const trees = this.#tree
    const possible = this.#possible
    for (let feature = 0; feature < values.length; feature++) {
      const value = values[feature] as number
      const end = from[feature + 1] as number
      for (let at = from[feature] as number; at < end && !(value < (limits[at] as number)); at++) {
        const tree = trees[at] as number
        left[tree] = (left[tree] as number) & (possible[at] as number)
      }
    }
    let sum = 0
    for (let tree = 0; tree < left.length; tree++) {
      const leaves = left[tree] as number
      sum += this.#leaf[tree * MOST_LEAVES + 31 - Math.clz32(leaves & -leaves)] as number
    }
    return this.#bias + sum
  }

  /**
   * Judges one observation by the names of its features.
   *
   * @param features names with values; what is not named is 0
   * @returns log odds
   */
  judgeNamed(features: ReadonlyMap<string, number>): number {
    const values = new Float64Array(this.#index.size)
    for (const [name, value] of features) {
      const at = this.#index.get(name)
      if (at !== undefined) values[at] = value
    }
    return this.judge(values)
  }
}
