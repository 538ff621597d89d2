/** What both tools share that fit keywords: which there are, articles with some put in, and how a model is written down. */
import { writeFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import type { Span } from '../src/engine/1-document/span.ts'
import { TOPIC } from '../src/engine/2-spam/keyword-phrase.ts'
import { readLexicon } from '../src/engine/models.ts'
import { linesOf } from './learnt-texts.ts'
import type { Weights } from './logistic.ts'
import type { Random } from './random.ts'

/** A keyword that was put in, by its number. */
export interface Planted extends Span {
  source: number
}

/** How keywords are put into articles. */
export interface Planting {
  grammar: 'zh' | 'en'
  articles: readonly string[]
  keywords: readonly string[]
  /** Each is put in so often, so many into an article. */
  times: number
  together: number
  /** Where one may be put. */
  spotsOf(text: string): number[]
  /** What is put before and behind one. */
  beside(text: string, spot: number): { before: string; behind: string }
}

/**
 * @param grammar a language
 * @returns invented keywords, and those of the trades but for words of news; each once
 */
export function knownKeywords(grammar: 'zh' | 'en'): string[] {
  const terms = readLexicon(`spam-terms.${grammar}.txt`).map((line) => line.split('\t'))
  return [
    ...new Set([
      ...linesOf(`keywords.${grammar}.txt`),
      ...terms.flatMap(([term = '', , word]) => (word === 'word' ? [] : [term.toLowerCase()])),
    ]),
  ]
}

/**
 * @param sentences true sentences
 * @param size how many make a text
 * @param joint what stands between two
 * @returns texts
 */
export function inTexts(sentences: readonly string[], size: number, joint: string): string[] {
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, at) => sentences.slice(at * size, (at + 1) * size).join(joint))
}

/**
 * Puts keywords into articles.
 *
 * @param planting which, and where
 * @param random what decides
 * @param tell is told of each article with what was put in, and its number
 */
export function plantKeywords(
  { grammar, articles, keywords, times, together, spotsOf, beside }: Planting,
  random: Random,
  tell: (document: Document, put: readonly Planted[], number: number) => void,
): void {
  const order = Array.from({ length: times }, () => random.sample([...keywords.keys()], keywords.length)).flat()
  for (let at = 0; at + together <= order.length; at += together) {
    const own = order.slice(at, at + together)
    const text = random.pick(articles)
    const spots = random.sample(spotsOf(text), own.length).sort((a, b) => a - b)
    if (spots.length < own.length) continue
    let written = text.slice(0, spots[0])
    const put: Planted[] = []
    for (const [index, source] of own.entries()) {
      const keyword = keywords[source] as string
      const spot = spots[index] as number
      const { before, behind } = beside(text, spot)
      const start = written.length + before.length
      put.push({ start, end: start + keyword.length, source })
      written += before + keyword + behind + text.slice(spot, spots[index + 1])
    }
    tell(readDocument(written, grammar), put, at)
  }
}

/**
 * Writes `models/keywords.*.txt`.
 *
 * @param grammar the language
 * @param weights what was learnt
 * @param smallest a weight below is none, by the name that has it
 * @returns how many weights it has
 */
export function writeKeywords(grammar: 'zh' | 'en', { features, measures }: Weights<string>, smallest: (name: string) => number): number {
  const kept = [...features].filter(([name, weight]) => Math.abs(weight) >= smallest(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const written = [[TOPIC, measures[0] as number] as const, ...kept].map(([name, weight]) => `${name}\t${weight.toFixed(2)}`)
  writeFileSync(`models/keywords.${grammar}.txt`, `${written.join('\n')}\n`)
  return written.length
}
