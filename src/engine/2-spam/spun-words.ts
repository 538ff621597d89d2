/**
 * Spinning software swaps words for synonyms character by character; some swaps no writer produces. Those in
 * `lexicon/spun.zh.txt` are undone; where there are many, the text as a whole is called spun.
 */
import type { Document } from '../1-document/document.ts'
import { Trie } from '../1-document/trie.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'

/** A swap that a dialect writes too (莫得) is undone only in a text with this many that nobody writes. */
const LEAST_CERTAIN = 1
const DIALECT = new Set(['莫得'])

let swaps: { trie: Trie; words: Map<number, { written: string; original: string }> } | undefined

function load() {
  if (swaps) return swaps
  const trie = new Trie(200)
  const words = new Map<number, { written: string; original: string }>()
  for (const entry of readLexicon('spun.zh.txt')) {
    const [written, original] = entry.split('\t') as [string, string]
    words.set(trie.insert(written), { written, original })
  }
  swaps = { trie, words }
  return swaps
}

/**
 * Finds swapped words.
 *
 * @param document the document
 * @returns fragments, sorted
 */
export function findSpunWords(document: Document): Fragment[] {
  const { trie, words } = load()
  const { codes } = document
  const found: (Fragment & { dialect: boolean })[] = []
  for (let start = 0; start < codes.length; start++) {
    let node = trie.first(codes[start] as number)
    let longest: { end: number; written: string; original: string } | null = null
    for (let end = start + 1; node !== 0; end++) {
      const word = words.get(node)
      if (word) longest = { end, ...word }
      if (end >= codes.length) break
      node = trie.next(node, codes[end] as number)
    }
    if (!longest) continue
    found.push({
      start,
      end: longest.end,
      kind: 'spun_word',
      suggestion: longest.original,
      confidence: 0.95,
      reason: `no writer puts “${longest.written}” for “${longest.original}”; spinning software does`,
      dialect: DIALECT.has(longest.written),
    })
    start = longest.end - 1
  }
  const certain = found.filter(({ dialect }) => !dialect).length
  return found.filter(({ dialect }) => !dialect || certain >= LEAST_CERTAIN).map(({ dialect: _dialect, ...fragment }) => fragment)
}
