/** Gold records, as `../shared/data/README.md` describes them, and how to read them. */
import { readFileSync, statSync } from 'node:fs'
import { readCorpus } from './corpus.ts'

/** A span with the text it must hold. */
export interface GoldMention {
  start: number
  end: number
  text: string
  name?: string
  role?: string
  kind?: string
}

/** One attribution. */
export interface GoldQuote {
  type: 'direct' | 'partial' | 'indirect'
  start: number
  end: number
  text?: string
  speaker: GoldMention | null
  cue?: GoldMention | null
  via?: string
  construction?: string
}

/** One article with what is known of it; offsets are UTF-16 units of `text`. */
export interface GoldRecord {
  id: string
  lang?: string
  text: string
  title?: string
  headline?: string | null
  blocks?: { start: number; end: number; role: string; clean?: string }[]
  spam?: { start: number; end: number; text: string; kind: string; suggestion?: string }[]
  quotes?: GoldQuote[]
  /** The clean article a stuffed one was made from, where the record says so. */
  clean?: string
  family?: string
  metadata?: { published?: string | null; source?: string | null; authors?: string[]; editors?: string[]; section?: string | null }
}

/**
 * Reads a JSONL file of gold records, or a folder of our own marked articles.
 *
 * @param path path of the file or folder
 * @returns its records
 * @throws when the file is missing or a line is no JSON
 */
export function readGold(path: string | URL): GoldRecord[] {
  if (typeof path === 'string' && statSync(path).isDirectory()) return readCorpus(path)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldRecord)
}
