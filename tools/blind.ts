/**
 * What is found of spam that no list was written from: keywords, firms, contacts and adverts that were written down after
 * the rules (`tools/data/blind/`), put into our clean articles one kind at a time.
 *
 * Usage: `npm run blind`. Whoever changes the rules with these lists in view writes new ones.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { type Random, randomFrom } from './random.ts'

/** How often each is put in: keywords and firms several to an article, as farms do. */
const TIMES = 8
const EACH = { keywords: 4, names: 2, contacts: 1, adverts: 1 }
/** Not in the headline, nor right behind it. */
const BODY = 20
/** One blank more or less is no error. */
const TOLERANCE = 1

type Kind = keyof typeof EACH

const folder = new URL('data/blind/', import.meta.url)
const articles = ['held', 'tune'].flatMap((name) => readGold(`test/corpus/${name}`))

console.log('  list              put in  found exactly  body characters lost per 10,000')
for (const name of readdirSync(folder).sort()) {
  const [kind, language] = name.split('.') as [Kind, 'zh' | 'en']
  const entries = readFileSync(new URL(name, folder), 'utf8').trim().split('\n')
  const random = randomFrom(17)
  const texts = articles.filter(({ lang }) => lang === language).map(({ text }) => text)
  let all = 0
  let right = 0
  let lost = 0
  let body = 0
  for (let round = 0; round < (entries.length * TIMES) / EACH[kind]; round++) {
    const text = texts[round % texts.length] as string
    const entry = entries[round % entries.length] as string
    const chosen = kind === 'keywords' ? random.sample(entries, EACH[kind]) : Array.from({ length: EACH[kind] }, () => entry)
    const spots = random.sample(spotsOf(text, kind, language, random), chosen.length).sort((a, b) => a - b)
    if (spots.length < chosen.length) continue
    const blank = language === 'en' ? ' ' : ''
    let stuffed = text.slice(0, spots[0])
    const put: { start: number; end: number }[] = []
    for (const [index, spot] of spots.entries()) {
      const own = kind === 'adverts' && blank ? blank + chosen[index] : chosen[index] + blank
      put.push({ start: stuffed.length, end: stuffed.length + own.length })
      stuffed += own + text.slice(spot, spots[index + 1])
    }
    const cut = extract(stuffed).spam.filter(({ category, suggestion }) => category === 'injected' && suggestion === '')
    all += put.length
    right += put.filter(({ start, end }) =>
      cut.some((found) => Math.abs(found.start - start) <= TOLERANCE && Math.abs(found.end - end) <= TOLERANCE),
    ).length
    body += text.length
    for (const { start, end } of cut)
      lost += end - start - put.reduce((sum, own) => sum + Math.max(0, Math.min(end, own.end) - Math.max(start, own.start)), 0)
  }
  console.log(
    `  ${name.padEnd(16)} ${String(all).padStart(7)}  ${(right / all).toFixed(3).padStart(13)}  ${((lost * 10_000) / body).toFixed(1).padStart(10)}`,
  )
}

/** Where a farm puts such a thing. */
function spotsOf(text: string, kind: Kind, language: 'zh' | 'en', random: Random): number[] {
  const spots: number[] = []
  for (let at = text.indexOf('\n') + BODY; at < text.length - 1; at++) {
    const before = text[at - 1] as string
    const after = text[at] as string
    const stop = language === 'zh' ? /[。！？]/.test(before) && !/[”」』）]/.test(after) : before === '.' && after === ' '
    const fits =
      kind === 'contacts' || kind === 'adverts'
        ? stop
        : language === 'en'
          ? before === ' ' && /\p{L}/u.test(after) && random.next() < 0.2
          : stop || before === '，' || (before === '的' && /\p{Script=Han}/u.test(after))
    if (fits) spots.push(at)
  }
  return spots
}
