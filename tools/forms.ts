/**
 * The same pages in other forms of raw text: blank lines between, wrapped at a column, everything on one line; and how
 * well the layout is read from each; the metadata; and what is lost beside furniture between the paragraphs.
 *
 * Usage: `npm run forms` (our own pages, `test/pages`)
 */
import { extract } from '../src/engine/extract.ts'
import { count, emptyTally, ratios, type Tally } from '../src/evaluation/metrics.ts'
import { lostBesideInsets } from './insets.ts'
import { FORMS, formed } from './page-forms.ts'
import { readPages } from './pages.ts'
import { randomFrom } from './random.ts'

const pages = readPages()
console.log('| form | mean document F1 | headline exact | body F1 |\n| --- | --- | --- | --- |')
for (const form of FORMS) {
  const tally: Tally = emptyTally()
  for (const page of pages) {
    const record = formed(page, form)
    const errors = count(tally, record, extract(record.text))
    if (process.argv.includes(`--show=${form.name}`)) for (const error of errors) console.log(`${record.id}: ${error}`)
  }
  console.log(
    `| ${form.name} | ${(tally.documentF1.sum / tally.documentF1.all).toFixed(4)} | ${(tally.headlines.right / tally.headlines.all).toFixed(4)} | ${ratios(tally.bodyCharacters).f1.toFixed(4)} |`,
  )
}
const tally = emptyTally()
for (const page of pages) count(tally, page, extract(page.text))
console.log('\n| metadata | P | R |\n| --- | --- | --- |')
for (const [field, counts] of Object.entries(tally.metadata))
  console.log(`| ${field} | ${ratios(counts).precision.toFixed(3)} | ${ratios(counts).recall.toFixed(3)} |`)

console.log('\n| lines of furniture between two paragraphs | paragraphs lost | of |\n| --- | --- | --- |')
for (const most of [1, 3]) {
  const { lost, all } = lostBesideInsets(pages, randomFrom(1), most)
  console.log(`| ${most === 1 ? 'one' : `one to ${most}`} | ${lost} | ${all} |`)
}
