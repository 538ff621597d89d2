/** A trie over UTF-16 units, read straight from code arrays: no substring is made while matching. */

/** A trie made for one text holds fewer units than this; a table of all units would cost more than it saves. */
const SMALL = 400

/** Maps words to numbers. Inserting and matching cost one look-up a unit. */
export class Trie {
  /** Node reached from the root by a unit, 0 for none: the first step is most of the work. A small trie does without. */
  readonly #first: Int32Array | null
  #parent: Int32Array
  #unit: Uint16Array
  #child: Int32Array
  #mask: number
  #nodes = 1

  /** @param units how many units will be inserted in all, at the most */
  constructor(units: number) {
    this.#first = units > SMALL ? new Int32Array(65536) : null
    const slots = 1 << Math.ceil(Math.log2(Math.max(16, units * 1.6)))
    this.#parent = new Int32Array(slots)
    this.#unit = new Uint16Array(slots)
    this.#child = new Int32Array(slots)
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
      const slot = this.#slot(node, unit)
      if (this.#child[slot] === 0) {
        this.#parent[slot] = node
        this.#unit[slot] = unit
        this.#child[slot] = this.#nodes++
      }
      node = this.#child[slot] as number
    }
    return node
  }

  /** @returns the node of a word's first unit, 0 for none */
  first(unit: number): number {
    return this.#first ? (this.#first[unit] as number) : (this.#child[this.#slot(0, unit)] as number)
  }

  /** @returns the node one unit further, 0 for none */
  next(node: number, unit: number): number {
    return this.#child[this.#slot(node, unit)] as number
  }

  #slot(node: number, unit: number): number {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    while (this.#child[slot] !== 0 && (this.#parent[slot] !== node || this.#unit[slot] !== unit)) slot = (slot + 1) & this.#mask
    return slot
  }
}
