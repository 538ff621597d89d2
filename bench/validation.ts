/**
 * What the contract costs: the engine, the validation of its answer by zod, and JSON, one after another on the same
 * articles, alternating, medians of many rounds.
 *
 * Usage: `npm run bench`
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Extraction, extractRequest } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'

const ROUNDS = 200
const WARM_UP = 50

const root = new URL('../test/fixtures/', import.meta.url)
const texts = readdirSync(root).map((name) => readFileSync(new URL(`${name}/article.txt`, root), 'utf8'))
const request = extractRequest({ maxTextLength: 1_000_000 })
const steps: Record<string, (text: string, found: Extraction) => unknown> = {
  'request validation (zod)': (text) => request.parse({ text }),
  engine: (text) => extract(text),
  'response validation (zod)': (_text, found) => Extraction.parse(found),
  'JSON.stringify': (_text, found) => JSON.stringify(found),
}
const times: Record<string, number[]> = Object.fromEntries(Object.keys(steps).map((name) => [name, []]))
const answers = texts.map((text) => extract(text))
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  for (const [name, step] of Object.entries(steps)) {
    const start = performance.now()
    texts.forEach((text, index) => {
      step(text, answers[index] as Extraction)
    })
    if (round >= WARM_UP) times[name]?.push((performance.now() - start) / texts.length)
  }
}
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number
const engine = median(times.engine as number[])
console.log(
  `${texts.length} articles, ${Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)} characters on average; median of ${ROUNDS} rounds`,
)
for (const [name, values] of Object.entries(times)) {
  const time = median(values)
  console.log(
    `${name.padEnd(28)} ${(time * 1000).toFixed(0).padStart(6)} µs an article, ${((100 * time) / engine).toFixed(1)} % of the engine`,
  )
}
