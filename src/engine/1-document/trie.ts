/** A trie over UTF-16 units, read straight from code arrays: no substring is made while matching. */

/** A trie made for one text holds fewer units than this; a table of all units would cost more than it saves. */
const SMALL = 400

/** An edge is its parent, its unit and its child. */
const EDGE = 3
const UNIT = 1
const CHILD = 2

/** Maps words to numbers. Inserting and matching cost one look-up a unit. */
export class Trie {
  /** Node reached from the root by a unit, 0 for none: the first step is most of the work. A small trie does without. */
  readonly #first: Int32Array | null
  /** Parent, unit and child of each edge, side by side: a step touches one line of the cache. */
  readonly #edges: Int32Array
  readonly #mask: number
  #nodes = 1

  /** @param units how many units will be inserted in all, at the most */
  constructor(units: number) {
    this.#first = units > SMALL ? new Int32Array(65536) : null
    const slots = 1 << Math.ceil(Math.log2(Math.max(16, units * 1.6)))
    this.#edges = new Int32Array(EDGE * slots)
    this.#mask = slots - 1
  }

  /** Number of nodes, the root included: values live in arrays of this size. */
  get size(): number {
    return this.#nodes
  }

  /**
   * Adds a word.
   *
   * @param word the word, not empty
   * @returns the node of its last unit
   */
  insert(word: string): number {
    let node = 0
    let from = 0
    if (this.#first) {
      const first = word.charCodeAt(0)
      if (this.#first[first] === 0) this.#first[first] = this.#nodes++
      node = this.#first[first] as number
      from = 1
    }
    for (let at = from; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const edge = this.#edge(node, unit)
      if (this.#edges[edge + CHILD] === 0) {
        this.#edges[edge] = node
        this.#edges[edge + UNIT] = unit
        this.#edges[edge + CHILD] = this.#nodes++
      }
      node = this.#edges[edge + CHILD] as number
    }
    return node
  }

  /** @returns the node of a word's first unit, 0 for none */
  first(unit: number): number {
    return this.#first ? (this.#first[unit] as number) : this.next(0, unit)
  }

  /** @returns the node one unit further, 0 for none */
  next(node: number, unit: number): number {
    return this.#edges[this.#edge(node, unit) + CHILD] as number
  }

  /** Where the edge stands that leads from a node by a unit, or where it would. */
  #edge(node: number, unit: number): number {
    const edges = this.#edges
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    let edge = EDGE * slot
    while (edges[edge + CHILD] !== 0 && (edges[edge] !== node || edges[edge + UNIT] !== unit)) {
      slot = (slot + 1) & this.#mask
      edge = EDGE * slot
    }
    return edge
  }
}
