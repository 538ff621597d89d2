/** Our plain articles, for the tools that learn from them. */
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../test/plain/', import.meta.url)
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
