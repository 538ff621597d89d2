/**
 * The figures of the README: our kept-aside articles, stuffed by every family with three seeds, family by family; and
 * what is cut from clean text.
 *
 * Usage: `npm run accuracy [FOLDER]` (default `test/corpus/held`)
 */
import { existsSync } from 'node:fs'
import { extract } from '../src/engine/extract.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { count, emptyTally, merge, ratios, type Tally } from '../src/evaluation/metrics.ts'
import { joinSentences } from './clean-chinese.ts'
import { FAMILIES, knownOf, stuffAll } from './simulate.ts'

const SEEDS = [1, 2, 3]

const folder = process.argv[2] ?? 'test/corpus/held'
const records = readGold(folder)
const total = emptyTally()
const titles = emptyTally()
console.log(`Stuffed: ${folder}, seeds ${SEEDS.join(', ')}`)
console.log(`  ${'family'.padEnd(22)} texts  P      R      F1     restored  body characters lost per 10,000`)
for (const family of FAMILIES) {
  const tally = emptyTally()
  for (const seed of SEEDS)
    for (const stuffed of stuffAll(records, family, seed)) count(tally, stuffed, extract(stuffed.text, knownOf(stuffed)))
  print(family.name, tally)
  merge(total, tally)
  if (family.title) merge(titles, tally)
}
print('all title families', titles)
print('all families', total)

console.log('Clean: texts in which anything injected is cut from the body')
const shared = new URL('../../shared/data/', import.meta.url)
const clean: Record<string, GoldRecord[]> = { [folder]: records }
if (existsSync(shared)) {
  clean['polnear train and dev'] = ['train', 'dev'].flatMap((name) => readGold(new URL(`polnear/${name}.jsonl`, shared)))
  clean['webtext (body lines)'] = readGold(new URL('webtext/readability.jsonl', shared))
  clean['treebank articles'] = ['gsd.dev', 'gsd.test', 'gsdsimp.dev', 'gsdsimp.test'].flatMap((name) =>
    joinSentences(new URL(`zh/ud-${name}.conllu`, shared)),
  )
} else console.log('  ../shared is not beside this checkout: only our own articles are measured')
for (const [name, texts] of Object.entries(clean)) {
  let touched = 0
  let lost = 0
  let all = 0
  for (const { text, blocks } of texts) {
    const body = (blocks ?? [{ start: 0, end: text.length, role: 'body' }]).filter(({ role }) => role === 'body' || role === 'paragraph')
    const cut = extract(text).spam.filter(
      (spam) =>
        spam.category === 'injected' && spam.suggestion !== null && body.some((block) => spam.start < block.end && block.start < spam.end),
    )
    if (cut.length > 0) touched++
    lost += cut.reduce((sum, { start, end }) => sum + end - start, 0)
    all += body.reduce((sum, { start, end }) => sum + end - start, 0)
  }
  console.log(
    `  ${name.padEnd(24)} ${touched} of ${texts.length} touched, ${((lost * 10_000) / all).toFixed(2)} characters lost per 10,000`,
  )
}

function print(name: string, tally: Tally): void {
  const { precision, recall, f1 } = ratios(tally.injected)
  const restored = tally.stuffed.all === 0 ? '   –' : (tally.stuffed.restored / tally.stuffed.all).toFixed(2)
  console.log(
    `  ${name.padEnd(22)} ${String(tally.records).padStart(5)}  ${precision.toFixed(3)}  ${recall.toFixed(3)}  ${f1.toFixed(3)}  ${restored.padStart(8)}  ${((tally.body.lost * 10_000) / tally.body.all).toFixed(1)}`,
  )
}
