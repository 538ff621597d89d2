/** What the tools learn from that fit adverts and keywords: lists of ours, our plain articles, treebank articles. */
import { readdirSync, readFileSync } from 'node:fs'
import { joinSentences } from './clean-chinese.ts'

const folder = new URL('../test/plain/', import.meta.url)
const TREEBANKS = ['gsd.dev', 'gsdsimp.dev', 'gsd.test', 'gsdsimp.test']
/** What models have learnt from; articles that were written later are news to them. */
const LEARNT = { zh: 237, en: 94 }

/**
 * @param grammar a language
 * @returns the articles of `test/plain` that models learn from
 */
export function plainArticles(grammar: 'zh' | 'en'): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(grammar) && Number(/\d+/.exec(name)?.[0]) <= LEARNT[grammar])
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
}

/** @returns the texts of Chinese treebank articles */
export function treebankArticles(): string[] {
  return TREEBANKS.flatMap((name) =>
    joinSentences(new URL(`../../shared/data/zh/ud-${name}.conllu`, import.meta.url)).map(({ text }) => text),
  )
}

/**
 * @param name the name of a list in `tools/data`
 * @returns its lines
 */
export function linesOf(name: string): string[] {
  return readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}
