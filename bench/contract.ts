/** What the contract costs: the engine, the validation of request and answer by zod, and JSON, on our stuffed articles. */
import { Extraction, extractRequest } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { alternate, type Timing, table } from './measure.ts'
import { stuffed } from './texts.ts'

/** @returns the figures, for the file */
export async function benchContract(): Promise<object> {
  const texts = [...stuffed('zh', 30), ...stuffed('en', 10)]
  const answers = texts.map((text) => extract(text))
  const request = extractRequest({ maxTextLength: 1_000_000 })
  const times = await alternate(
    {
      engine: () => texts.map((text) => extract(text)),
      'request validation (zod)': () => texts.map((text) => request.parse({ text })),
      'response validation (zod)': () => answers.map((found) => Extraction.parse(found)),
      'JSON.stringify': () => answers.map((found) => JSON.stringify(found)),
    },
    60,
  )
  const engine = (times.engine as Timing).median
  console.log('\n## What the contract costs\n')
  table([
    ['step', 'µs an article', 'share of the engine'],
    ...Object.entries(times).map(([name, { median }]) => [
      name,
      ((median * 1000) / texts.length).toFixed(0),
      `${((100 * median) / engine).toFixed(1)} %`,
    ]),
  ])
  return times
}
