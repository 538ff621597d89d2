/**
 * Fits the judge of spliced articles and writes `models/splices.json`.
 *
 * Usage: `node tools/train-splices.ts [--folds]`
 * The texts are those of `train-foreign.ts`, clean, and each spliced paragraph by paragraph with another one. With
 * `--folds` nothing is written: five folds tell how many splices are found when so many clean texts are harmed.
 */
import { writeFileSync } from 'node:fs'
import { Forest } from '../src/engine/1-document/forest.ts'
import { describeSplice, FEATURES, type Splice } from '../src/engine/2-spam/spliced-articles.ts'
import { readTopics } from '../src/engine/2-spam/topics.ts'
import { fitForest, named, type Sample } from './boosting.ts'
import { randomFrom } from './random.ts'
import { splice } from './simulate.ts'
import { articleOf, type Text, texts } from './topic-texts.ts'

const GROWTH = { trees: 60, depth: 3, rate: 0.15, least: 20 }
/** Chinese articles are few: each is spliced more often. */
const SPLICES = { zh: 24, en: 2 }
const FOLDS = 5
/** A division that would cut more than this share of the text as the other article’s, wrongly, is no example to follow. */
const MOST_WRONG = 0.1
const HARMFUL = 0.3

interface Example extends Sample {
  text: number
  splice: Splice
  /** Paragraphs of the other article, how many of them are known, and true ones taken for such; null for a clean text. */
  found: { all: number; right: number; wrong: number } | null
}

const random = randomFrom(3)
const examples: Example[] = []
let spliced = 0
texts.forEach((text, index) => {
  add(index, text, null)
  const others = texts.filter((other) => other !== text && other.grammar === text.grammar)
  for (let count = 0; count < SPLICES[text.grammar]; count++) {
    const lines = splice(text.paragraphs, random.pick(others).paragraphs, random)
    spliced++
    add(
      index,
      { ...text, paragraphs: lines.map(({ text }) => text) },
      lines.map(({ foreign }) => foreign),
    )
  }
})
console.log(`${texts.length} texts, ${spliced} splices`)
if (process.argv.includes('--folds')) printFolds()
else writeFileSync('models/splices.json', `${JSON.stringify(fitForest(examples, GROWTH))}\n`)

function add(index: number, text: Text, gold: boolean[] | null): void {
  const article = articleOf(text)
  const found = describeSplice(article, readTopics(article))
  if (!found) return
  const features = named(FEATURES, found.features)
  if (!gold) {
    examples.push({ features, label: false, weight: 1, text: index, splice: found, found: null })
    return
  }
  const count = (foreign: boolean): number => found.foreign.filter((each, at) => each && gold[at] === foreign).length
  const counts = { all: gold.filter(Boolean).length, right: count(true), wrong: count(false) }
  const label = counts.wrong <= MOST_WRONG * gold.length
  examples.push({ features, label, weight: label ? 1 : HARMFUL, text: index, splice: found, found: counts })
}

/** What is found from which odds on, on texts that the trees have not seen. */
function printFolds(): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = examples.filter(({ text }) => text % FOLDS !== fold)
    const forest = new Forest(fitForest(seen, GROWTH), FEATURES)
    return examples
      .filter(({ text }) => text % FOLDS === fold)
      .map((example) => ({ ...example, odds: forest.judge(example.splice.features) }))
  }).flat()
  for (const least of [4.5, 4, 3.7, 3.5, 3, 2.5, 2]) {
    const said = judged.filter(({ odds }) => odds >= least)
    const found = said.flatMap(({ found }) => found ?? [])
    const sum = (name: 'all' | 'right' | 'wrong'): number => found.reduce((total, counts) => total + counts[name], 0)
    console.log(
      `log odds ${least}: ${said.length - found.length} clean texts harmed, ${found.length} splices found, ${sum('right')} of their ${sum('all')} foreign paragraphs cut, ${sum('wrong')} true ones`,
    )
  }
}
