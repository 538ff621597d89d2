/**
 * What the confidence of a finding means: of the fragments and quotes reported with a confidence, how many are right.
 *
 * Usage: `npm run calibration [FOLDER]` (default `test/corpus/held`, stuffed by every family with three seeds)
 */
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { matchQuotes, normalized } from '../src/evaluation/metrics.ts'
import { FAMILIES, knownOf, stuffAll } from './simulate.ts'

const SEEDS = [1, 2, 3]
const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]

const records = readGold(process.argv[2] ?? 'test/corpus/held')
const fragments: [confidence: number, right: boolean][] = []
for (const family of FAMILIES)
  for (const seed of SEEDS)
    for (const stuffed of stuffAll(records, family, seed)) {
      const gold = new Set((stuffed.spam ?? []).map((span) => normalized(stuffed.text, span)))
      for (const spam of extract(stuffed.text, knownOf(stuffed)).spam)
        if (spam.category === 'injected' && spam.suggestion !== null)
          fragments.push([spam.confidence, gold.has(normalized(stuffed.text, spam))])
    }
print('injected fragments', fragments)

const quotes: [confidence: number, right: boolean][] = []
for (const record of records) if (record.quotes) quotes.push(...matchQuotes(record, extract(record.text)))
print('quotes with their speakers', quotes)

function print(name: string, findings: readonly [confidence: number, right: boolean][]): void {
  console.log(`\n${name}\n\n| confidence | findings | mean confidence | right |\n| --- | --- | --- | --- |`)
  for (let bin = 0; bin < BINS.length; bin++) {
    const from = bin === 0 ? 0 : (BINS[bin - 1] as number)
    const to = BINS[bin] as number
    const inside = findings.filter(([confidence]) => confidence >= from && confidence < to)
    if (inside.length === 0) continue
    const mean = inside.reduce((sum, [confidence]) => sum + confidence, 0) / inside.length
    const right = inside.filter(([, right]) => right).length / inside.length
    console.log(`| ${from} – ${Math.min(1, to)} | ${inside.length} | ${mean.toFixed(3)} | ${right.toFixed(3)} |`)
  }
}
