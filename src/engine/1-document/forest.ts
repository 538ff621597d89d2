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

/** Judges observations: the sum of one leaf of each tree. */
export class Forest {
  /** Index of each feature. */
  readonly #index: ReadonlyMap<string, number>
  readonly #bias: number
  /** All nodes of all trees: feature (−1 for a leaf), limit or value, node of the right branch (left is the next one). */
  readonly #feature: Int16Array
  readonly #value: Float64Array
  readonly #right: Int32Array
  readonly #roots: number[] = []

  /**
   * @param model the forest as stored
   * @param names the order in which observations have their features; the model's own order unless given
   */
  constructor(model: ForestModel, names: readonly string[] = model.features) {
    this.#index = new Map(names.map((name, index) => [name, index]))
    this.#bias = model.bias
    const size = model.trees.reduce((sum, tree) => sum + tree.length / 2, 0)
    this.#feature = new Int16Array(size)
    this.#value = new Float64Array(size)
    this.#right = new Int32Array(size)
    let node = 0
    for (const tree of model.trees) {
      let at = 0
      const read = (): void => {
        const own = node++
        const feature = tree[at++] as number
        this.#feature[own] = feature < 0 ? -1 : (this.#index.get(model.features[feature] as string) as number)
        this.#value[own] = tree[at++] as number
        if ((this.#feature[own] as number) < 0) return
        read()
        this.#right[own] = node
        read()
      }
      this.#roots.push(node)
      read()
    }
  }

  /**
   * Judges one observation.
   *
   * @param values a value for each feature, in the order given to the constructor
   * @param share of the trees that are asked, from the first on: a forest that is the mean of four may be asked for one
   * @returns log odds
   */
  judge(values: Float64Array, share = 1): number {
    const trees = this.#roots.length * share
    let sum = 0
    for (let tree = 0; tree < trees; tree++) {
      let node = this.#roots[tree] as number
      let feature = this.#feature[node] as number
      while (feature >= 0) {
        node = (values[feature] as number) < (this.#value[node] as number) ? node + 1 : (this.#right[node] as number)
        feature = this.#feature[node] as number
      }
      sum += this.#value[node] as number
    }
    return this.#bias + sum / share
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
