/**
 * Spinning software swaps words for synonyms character by character. Some swaps no writer produces: they are undone. Some
 * are rare in a writer's hand: they are undone in a text that shows other swaps. The rest are true words too and only
 * reported, as the mark of a spun text. The table is `lexicon/spun.zh.txt`.
 */
import type { Document } from '../1-document/document.ts'
import { Trie } from '../1-document/trie.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'

/** So many swaps show that software was at work. */
const LEAST = { sure: 1, likely: 2 }
/** Context that a swap may ask for, in UTF-16 units on each side. */
const CONTEXT = 6

interface Swap {
  written: string
  original: string
  certainty: 'sure' | 'likely' | 'follow' | 'mark'
  before: RegExp | null
  behind: RegExp | null
}

let loaded: { trie: Trie; swaps: Map<number, Swap[]> } | undefined

function load(): { trie: Trie; swaps: Map<number, Swap[]> } {
  if (loaded) return loaded
  const entries = readLexicon('spun.zh.txt').map((entry) => entry.split('\t'))
  const trie = new Trie(entries.reduce((sum, [written]) => sum + (written as string).length, 0))
  const swaps = new Map<number, Swap[]>()
  for (const [written, original, certainty, before, behind] of entries as [string, string, Swap['certainty'], string?, string?][]) {
    const node = trie.insert(written)
    const swap = {
      written,
      original,
      certainty,
      before: before ? new RegExp(`${before}$`) : null,
      behind: behind ? new RegExp(`^${behind}`) : null,
    }
    swaps.set(node, [...(swaps.get(node) ?? []), swap])
  }
  loaded = { trie, swaps }
  return loaded
}

/**
 * Finds swapped words.
 *
 * @param document the document
 * @returns fragments, sorted; `suggestion` is null for a word that is only the mark of a spun text
 */
export function findSpunWords(document: Document): Fragment[] {
  const hits = hitsIn(document)
  const sure = hits.filter(({ swap }) => swap.certainty === 'sure').length
  const likely = hits.filter(({ swap }) => swap.certainty === 'likely').length
  const spun = sure >= LEAST.sure || likely >= LEAST.likely
  return hits
    .filter(({ swap }) => spun || swap.certainty === 'sure')
    .map(({ start, swap }) => ({
      start,
      end: start + swap.written.length,
      kind: 'spun_word',
      suggestion: swap.certainty === 'mark' ? null : swap.original,
      confidence: { sure: 0.97, likely: 0.85, follow: 0.75, mark: 0.55 }[swap.certainty],
      reason:
        swap.certainty === 'sure'
          ? `no writer puts “${swap.written}” for “${swap.original}”; spinning software does`
          : `spinning software puts “${swap.written}” for “${swap.original}”, and the text has other swaps of its kind`,
    }))
}

/** The longest swap at each place whose context fits. */
function hitsIn({ codes, folded }: Document): { start: number; swap: Swap }[] {
  const { trie, swaps } = load()
  const hits: { start: number; swap: Swap }[] = []
  for (let start = 0; start < codes.length; start++) {
    let node = trie.first(codes[start] as number)
    let found: Swap | undefined
    for (let end = start + 1; node !== 0; end++) {
      const before = folded.slice(Math.max(0, start - CONTEXT), start)
      const behind = folded.slice(end, end + CONTEXT)
      found = swaps.get(node)?.find((swap) => (swap.before?.test(before) ?? true) && (swap.behind?.test(behind) ?? true)) ?? found
      if (end >= codes.length) break
      node = trie.next(node, codes[end] as number)
    }
    if (!found) continue
    hits.push({ start, swap: found })
    start += found.written.length - 1
  }
  return hits
}
