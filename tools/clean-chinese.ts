/** Clean Chinese articles from treebank sentences: thirty sentences each, with a sentence of their own as headline. */
import { readFileSync } from 'node:fs'
import type { GoldRecord } from '../src/evaluation/gold.ts'

const SENTENCES = 30
/** Paragraphs of five sentences read like news. */
const PARAGRAPH = 5

/**
 * Joins the sentences of a CoNLL-U file to articles.
 *
 * @param path path of the file
 * @param most how many sentences at the most
 * @returns clean gold records
 */
export function joinSentences(path: string | URL, most = 2000): GoldRecord[] {
  const sentences = [...readFileSync(path, 'utf8').matchAll(/^# text = (.+)$/gm)].map(([, text]) => text as string).slice(0, most)
  const records: GoldRecord[] = []
  for (let at = 0; at + SENTENCES <= sentences.length; at += SENTENCES) {
    const part = sentences.slice(at, at + SENTENCES)
    const headline = (part[Math.floor(SENTENCES / 2)] as string).split(/[，。、；：！？,]/)[0] as string
    const paragraphs: string[] = []
    for (let from = 0; from < part.length; from += PARAGRAPH) paragraphs.push(part.slice(from, from + PARAGRAPH).join(''))
    records.push({ id: `ud-${at}`, lang: 'zh', text: [headline, ...paragraphs].join('\n'), spam: [] })
  }
  return records
}
