/**
 * Measures Winnow on gold files.
 *
 * Usage: `npm run evaluate -- FILE.jsonl… [--errors N] [--json] [--url http://127.0.0.1:3000]`
 */
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { Extraction } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { type GoldRecord, readGold } from './gold.ts'
import { type Counts, count, emptyTally, merge, ratios, type Tally } from './metrics.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'string', default: '0' }, json: { type: 'boolean', default: false }, url: { type: 'string' } },
})
if (positionals.length === 0) {
  console.error('Usage: npm run evaluate -- FILE.jsonl… [--errors N] [--json] [--url URL]')
  process.exit(2)
}

const total = emptyTally()
const perFile: Record<string, Tally> = {}
const allErrors: string[] = []
for (const path of positionals) {
  const tally = emptyTally()
  for (const record of readGold(path)) {
    const errors = count(tally, record, await answer(record))
    allErrors.push(...errors.map((error) => `${record.id}: ${error}`))
  }
  perFile[path] = tally
  merge(total, tally)
}
if (values.json)
  console.log(
    JSON.stringify(
      { files: Object.fromEntries(Object.entries(perFile).map(([path, tally]) => [path, figures(tally)])), total: figures(total) },
      null,
      2,
    ),
  )
else {
  for (const [path, tally] of Object.entries(perFile)) print(path, tally)
  if (positionals.length > 1) print('total', total)
}
for (const error of allErrors.slice(0, Number(values.errors))) console.log(error)

async function answer(record: GoldRecord): Promise<Extraction> {
  if (values.url === undefined) return extract(record.text)
  const { statusCode, body } = await request(new URL('/extract', values.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: record.text }),
  })
  if (statusCode !== 200) throw new Error(`${record.id}: the service answered ${statusCode}: ${await body.text()}`)
  return Extraction.parse(await body.json())
}

function figures(tally: Tally): Record<string, number | null> {
  const found: Record<string, number | null> = { records: tally.records }
  const share = (name: string, part: number, all: number): void => {
    if (all > 0) found[name] = part / all
  }
  const counts = (name: string, counted: Counts): void => {
    if (counted.gold + counted.said === 0) return
    const { precision, recall, f1 } = ratios(counted)
    found[`${name} P`] = precision
    found[`${name} R`] = recall
    found[`${name} F1`] = f1
  }
  share('headline exact', tally.headlines.right, tally.headlines.all)
  counts('injected fragments', tally.injected)
  for (const [kind, counted] of Object.entries(tally.kinds)) counts(`  ${kind}`, counted)
  counts('spam characters', tally.spamCharacters)
  share('body characters lost per 10,000', tally.body.lost * 10_000, tally.body.all)
  share('clean documents touched', tally.clean.touched, tally.clean.all)
  share('stuffed documents restored', tally.stuffed.restored, tally.stuffed.all)
  counts('body characters', tally.bodyCharacters)
  share('mean document F1', tally.documentF1.sum, tally.documentF1.all)
  counts('direct+partial quotes', tally.quotes)
  share('right speaker given detection', tally.speakers.right, tally.speakers.all)
  counts('quote+speaker', tally.quotesWithSpeaker)
  counts('indirect content overlap', tally.indirect)
  counts('all content overlap', tally.content)
  counts('all speakers overlap', tally.sources)
  share('role exact', tally.roles.right, tally.roles.all)
  share('full name resolved', tally.names.right, tally.names.all)
  for (const [field, counted] of Object.entries(tally.metadata)) counts(`metadata ${field}`, counted)
  return found
}

function print(path: string, tally: Tally): void {
  console.log(`\n${path}`)
  for (const [name, value] of Object.entries(figures(tally)))
    console.log(`  ${name.padEnd(36)} ${Number.isInteger(value) ? value : (value as number).toFixed(4)}`)
}
