/** The articles that are measured: ours, and the seed article where it is beside the checkout. */
import { existsSync, readFileSync } from 'node:fs'
import { readCorpus } from '../src/evaluation/corpus.ts'
import { randomFrom } from '../tools/random.ts'
import { FAMILIES, stuff } from '../tools/simulate.ts'

const own = ['tune', 'held'].flatMap((name) => readCorpus(`test/corpus/${name}`))
const SEED = new URL('../../shared/gold/seed-article.txt', import.meta.url)

/** The seed article; without it, our own stuffed example of the same kind, repeated to its length. */
export const seed = existsSync(SEED) ? readFileSync(SEED, 'utf8') : (stuffed('zh', 1)[0] as string).repeat(4)

/**
 * Articles, stuffed by one family after the other.
 *
 * @param language their language
 * @param count how many
 * @returns their texts
 */
export function stuffed(language: 'zh' | 'en', count: number): string[] {
  const records = own.filter(({ lang }) => lang === language)
  const families = FAMILIES.filter(({ languages }) => languages.includes(language))
  const random = randomFrom(5)
  return Array.from({ length: count }, (_, at) => {
    const record = records[at % records.length] as (typeof records)[number]
    const family = families[at % families.length] as (typeof families)[number]
    return stuff(record, family, random, random.pick(records))?.text ?? record.text
  })
}

/**
 * A text of a length, of many articles one after the other.
 *
 * @param size UTF-8 bytes, about
 * @returns the text
 */
export function ofSize(size: number): string {
  const pieces = [...stuffed('zh', 40)]
  let text = ''
  for (let at = 0; Buffer.byteLength(text) < size; at++) text += `${pieces[at % pieces.length]}\n\n`
  return Buffer.from(text).subarray(0, size).toString().replaceAll('\ufffd', '')
}

/** A text as a page, for those who read pages. */
export function pageOf(text: string): string {
  const [headline = '', ...lines] = text.split('\n').map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  return `<!doctype html><html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`
}
