/** The Chinese name lexicons, matched in one pass over the article. */

import { CLASS, characterTable, classOf } from '../1-document/characters.ts'
import { Trie } from '../1-document/trie.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'

/** Bits of what a word can be. */
export const WORD = { title: 1, group: 2, organization: 4, document: 8 } as const

const FILES = [
  ['titles.zh.txt', WORD.title],
  ['groups.zh.txt', WORD.group],
  ['organizations.zh.txt', WORD.organization],
  ['documents.zh.txt', WORD.document],
] as const

/** 员 and 师 end callings that no lexicon has; not behind these: 裁员, 出师. In UTF-16 units. */
const CALLING = 3
const WORKER = '员'.charCodeAt(0)
const MASTER = '师'.charCodeAt(0)
const NO_WORKER = characterTable('动裁满超减增全复兼冗定随出会率拜班誓雄京派的')

let loaded: { trie: Trie; flags: Uint8Array } | undefined

function lexicon(): { trie: Trie; flags: Uint8Array } {
  if (loaded) return loaded
  const trie = new Trie(8000)
  const flags = new Uint8Array(8192)
  for (const [file, flag] of FILES) for (const word of readLexicon(file)) flags[trie.insert(word)] |= flag
  loaded = { trie, flags }
  return loaded
}

/** For every place the longest head word that ends there. */
export interface Heads {
  /** Length of the word that ends at (before) a place, 0 for none. */
  length: Uint8Array
  /** Its `WORD` bits. */
  flags: Uint8Array
}

/**
 * Finds head words: titles, groups, organisations, documents. 潜航员, 调香师, 首席医学官: what ends like a calling is a title.
 *
 * @param article the clean article
 * @returns the longest head that ends at each place
 */
export function findHeads({ codes, words, folded }: Article): Heads {
  const { trie, flags } = lexicon()
  const heads: Heads = { length: new Uint8Array(codes.length + 1), flags: new Uint8Array(codes.length + 1) }
  for (let start = 0; start < codes.length; start++) {
    let node = trie.first(codes[start] as number)
    for (let end = start + 1; node !== 0; end++) {
      // Starts come in order, so the first word found for an end is the longest.
      if (flags[node] !== 0 && heads.length[end] === 0) {
        heads.length[end] = end - start
        heads.flags[end] = flags[node] as number
      }
      if (end >= codes.length) break
      node = trie.next(node, codes[end] as number)
    }
  }
  for (const { index, 0: officer } of folded.matchAll(/首席\p{Script=Han}{1,4}?官/gu)) {
    const end = index + officer.length
    heads.length[end] = officer.length
    heads.flags[end] = WORD.title
  }
  for (let end = CALLING; end <= codes.length; end++) {
    if (heads.length[end] !== 0 || (codes[end - 1] !== WORKER && codes[end - 1] !== MASTER)) continue
    // 预报员|师春来: the title has ended.
    if (codes[end - 1] === MASTER && ((heads.flags[end - 1] as number) & WORD.title) !== 0) continue
    // 一位|师傅: the word goes on.
    if (end < codes.length && words.length[end] === 0) continue
    if (NO_WORKER[codes[end - 2] as number] === 1 || classOf[codes[end - 2] as number] !== CLASS.han) continue
    heads.length[end] = CALLING
    heads.flags[end] = WORD.title
  }
  return heads
}
