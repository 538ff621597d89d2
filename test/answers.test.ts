/**
 * What is answered about our own articles, clean and stuffed, to the last confidence and reason: an answer changes only
 * when somebody means it to, and the difference can be read (`answers.json`).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import type { Extraction } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { FAMILIES, knownOf, stuffAll } from '../tools/simulate.ts'

const ANSWERS = new URL('./answers.json', import.meta.url)
/** Of each trade so many articles, each time others. */
const STUFFED = 6

const records = ['tune', 'held'].flatMap((folder) => readGold(`test/corpus/${folder}`))
const answers: Record<string, string[]> = {}
for (const record of records) answers[record.id] = linesOf(extract(record.text))
const pages = new URL('fixtures/', import.meta.url)
for (const name of readdirSync(pages).sort()) answers[name] = linesOf(extract(readFileSync(new URL(`${name}/article.txt`, pages), 'utf8')))
const plain = new URL('plain/', import.meta.url)
for (const name of readdirSync(plain).sort()) answers[`plain ${name}`] = linesOf(extract(readFileSync(new URL(name, plain), 'utf8')))
FAMILIES.forEach((family, number) => {
  const stuffed = [...stuffAll(records, family, number)]
  for (let at = 0; at < Math.min(STUFFED, stuffed.length); at++) {
    const record = stuffed[(number + at * Math.ceil(stuffed.length / STUFFED)) % stuffed.length]
    if (record) answers[`${family.name} ${record.id}`] = linesOf(extract(record.text, knownOf(record)))
  }
})

/** An answer, a line for each thing in it. */
function linesOf({ headline, paragraphs, quotes, speakers, spam, warnings }: Extraction): string[] {
  const name = new Map(speakers.map(({ id, name }) => [id, name]))
  return [
    `headline: ${headline ? `${headline.text} (${headline.confidence})` : 'none'}`,
    ...paragraphs.map(({ start, end, role }) => `${role} ${start}-${end}`),
    ...quotes.map(
      ({ start, end, kind, speaker, via, cue, confidence }) =>
        `${kind} ${start}-${end} (${confidence}): ${speaker ? `${speaker.text} = ${name.get(speaker.id)}` : 'nobody'}${via ? ` by ${via.name}` : ''}, ${cue?.text ?? 'no cue'}`,
    ),
    ...spam.map(
      ({ start, end, kind, suggestion, confidence, reason }) =>
        `${kind} ${start}-${end} (${confidence})${suggestion === '' ? '' : ` → ${suggestion}`}: ${reason}`,
    ),
    ...speakers.map(({ name, role, kind, mentions }) => `speaker ${name}, ${role ?? 'no role'}, ${kind}: ${mentions.length} mentions`),
    ...warnings.map(({ code, message }) => `${code}: ${message}`),
  ]
}

// Written anew with `UPDATE_ANSWERS=1`, after a look at what changed.
if (process.env.UPDATE_ANSWERS) writeFileSync(ANSWERS, `${JSON.stringify(answers, null, 2)}\n`)
const known: Record<string, string[]> = JSON.parse(readFileSync(ANSWERS, 'utf8'))
t.same(Object.keys(answers), Object.keys(known), 'every text has its answer')
for (const [id, lines] of Object.entries(known)) t.same(answers[id], lines, id)
