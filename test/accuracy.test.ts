/**
 * How well our own articles are read, stuffed in every way and clean: no change may make any of these figures worse
 * (`accuracy.json`) without being looked at.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { count, emptyTally } from '../src/evaluation/metrics.ts'
import { FAMILIES, knownOf, stuffAll } from '../tools/simulate.ts'

const records = ['tune', 'held'].flatMap((folder) => readGold(`test/corpus/${folder}`))
const FIGURES = new URL('./accuracy.json', import.meta.url)

/** What is found of what is sought, in one kind of text: hits, all that is said, true characters lost, texts restored. */
interface Figures {
  [name: string]: number
}

function stuffedFigures(): Record<string, Figures> {
  const all: Record<string, Figures> = {}
  for (const family of FAMILIES) {
    const tally = emptyTally()
    for (const stuffed of stuffAll(records, family, 1)) count(tally, stuffed, extract(stuffed.text, knownOf(stuffed)))
    const { hits, said } = tally.injected
    all[family.name] = { hits, false: said - hits, lost: tally.body.lost, restored: tally.stuffed.restored }
  }
  return all
}

function quoteFigures(): Record<string, Figures> {
  const all: Record<string, Figures> = {}
  for (const language of ['zh', 'en']) {
    const tally = emptyTally()
    for (const record of records) if (record.lang === language) count(tally, record, extract(record.text))
    for (const name of ['quotes', 'quotesWithSpeaker', 'indirect', 'sources'] as const)
      all[`${language} ${name}`] = { hits: tally[name].hits, false: tally[name].said - tally[name].hits }
    all[`${language} speakers`] = { hits: tally.roles.right + tally.names.right, lost: tally.body.lost }
  }
  return all
}

const found = { ...stuffedFigures(), ...quoteFigures() }
// Written anew with `UPDATE_ACCURACY=1`, after a look at what changed.
if (process.env.UPDATE_ACCURACY) writeFileSync(FIGURES, `${JSON.stringify(found, null, 2)}\n`)
const known: Record<string, Figures> = JSON.parse(readFileSync(FIGURES, 'utf8'))
for (const [name, figures] of Object.entries(known)) {
  t.test(name, async (t) => {
    for (const [figure, value] of Object.entries(figures)) {
      const now = found[name]?.[figure] ?? Number.NaN
      const better = figure === 'false' || figure === 'lost' ? now <= value : now >= value
      t.ok(better, `${figure}: ${now}, ${value} before`)
    }
  })
}
