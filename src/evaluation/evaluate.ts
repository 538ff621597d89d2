/** Measures Winnow, in this process or over HTTP, on gold files. */
import { request } from 'undici'
import { Extraction } from '../../schemas/extraction.ts'
import { extract } from '../engine/extract.ts'
import { type GoldRecord, readGold } from './gold.ts'
import { type Counts, count, emptyTally, merge, ratios, type Tally } from './metrics.ts'

/** What is measured, and how it is told. */
export interface EvaluationOptions {
  /** So many errors are listed. */
  errors: number
  json: boolean
  /** A running service; without it the engine of this process is measured. */
  url?: string
}

/**
 * Measures.
 *
 * @param paths gold files, or folders of marked articles
 * @param options how
 * @returns the figures, as text or JSON
 * @throws when a file cannot be read, or the service refuses a text
 */
export async function evaluate(paths: readonly string[], options: EvaluationOptions): Promise<string> {
  const total = emptyTally()
  const perFile: [path: string, tally: Tally][] = []
  const allErrors: string[] = []
  for (const path of paths) {
    const tally = emptyTally()
    for (const record of readGold(path)) {
      const errors = count(tally, record, await answer(record, options.url))
      allErrors.push(...errors.map((error) => `${record.id}: ${error}`))
    }
    perFile.push([path, tally])
    merge(total, tally)
  }
  const shown = allErrors.slice(0, options.errors)
  if (options.json) {
    const files = Object.fromEntries(perFile.map(([path, tally]) => [path, figures(tally)]))
    return JSON.stringify({ files, total: figures(total), ...(shown.length > 0 ? { errors: shown } : {}) }, null, 2)
  }
  const tables = perFile.map(([path, tally]) => tableOf(path, tally))
  if (paths.length > 1) tables.push(tableOf('total', total))
  return [...tables, ...shown].join('\n')
}

async function answer(record: GoldRecord, url: string | undefined): Promise<Extraction> {
  if (url === undefined) return extract(record.text)
  const { statusCode, body } = await request(new URL('/extract', url), {
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

function tableOf(path: string, tally: Tally): string {
  const lines = Object.entries(figures(tally)).map(
    ([name, value]) => `  ${name.padEnd(36)} ${Number.isInteger(value) ? value : (value as number).toFixed(4)}`,
  )
  return ['', path, ...lines].join('\n')
}
