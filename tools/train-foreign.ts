/**
 * Fits the judge of foreign passages and writes `models/foreign.json` and `models/common.en.txt`.
 *
 * Usage: `node tools/train-foreign.ts [--folds]`
 * Clean text are PolNeAR train, the web pages and our own articles (`test/corpus/tune`) and joined treebank sentences
 * (dev parts); into each but the last, paragraphs of another article are spliced. With `--folds` nothing is written: five folds tell
 * how many passages are found when so many clean texts are harmed.
 */
import { writeFileSync } from 'node:fs'
import { fold } from '../src/engine/1-document/document.ts'
import { Forest } from '../src/engine/1-document/forest.ts'
import { eachStem } from '../src/engine/1-document/topic-words.ts'
import { describePassages, FEATURES, type Passage } from '../src/engine/2-spam/foreign-passages.ts'
import { readTopics } from '../src/engine/2-spam/topics.ts'
import { fitForest, named, type Sample } from './boosting.ts'
import { randomFrom } from './random.ts'
import { articleOf, pages, type Text, textOf, texts } from './topic-texts.ts'

const GROWTH = { trees: 60, depth: 3, rate: 0.15, least: 20 }
/** A stem of at least this share of pages says nothing of a topic. */
const COMMON = 0.12
/** Chinese articles are few: each is spliced more often. */
const SPLICES = { zh: 6, en: 1 }
const FOLDS = 5
/** What overlaps a foreign passage without being one teaches little: which of several is best, the highest score decides. */
const PARTIAL = 0.1

if (!process.argv.includes('--folds')) writeCommon()
const random = randomFrom(7)
const samples: (Sample & { text: number; passage: Passage; clean: boolean })[] = []
let small = 0
texts.forEach((text, index) => {
  for (const passage of describe(text)) add(index, passage, false, true)
  if (!text.spliced) return
  const others = texts.filter((other) => other !== text && other.spliced && other.grammar === text.grammar)
  for (let count = 0; count < SPLICES[text.grammar]; count++) splice(index, text, random.pick(others))
})

const spliced = samples.filter(({ label }) => label).length + small
console.log(`${texts.length} texts, ${samples.length} passages, ${spliced} of them foreign, ${small} of these too small to describe`)
if (process.argv.includes('--folds')) printFolds()
else {
  const forest = fitForest(samples, GROWTH)
  writeFileSync('models/foreign.json', `${JSON.stringify(forest)}\n`)
}

function stemsOf(text: string): string[] {
  const { codes, folded } = fold(text)
  const stems: string[] = []
  eachStem(codes, 0, codes.length, (start, end) => stems.push(folded.slice(start, end).toLowerCase()))
  return stems
}

/** The stems that many pages have, whatever they are about. */
function writeCommon(): void {
  const english = pages.filter((page) => textOf(page, false).grammar === 'en')
  const count = new Map<string, number>()
  for (const { text, blocks } of english)
    for (const stem of new Set(blocks?.flatMap(({ role, start, end }) => (role === 'body' ? stemsOf(text.slice(start, end)) : []))))
      count.set(stem, (count.get(stem) ?? 0) + 1)
  const common = [...count].filter(([, pages]) => pages >= english.length * COMMON).map(([stem]) => stem)
  writeFileSync('models/common.en.txt', `${common.sort().join('\n')}\n`)
}

function describe(text: Text): Passage[] {
  const article = articleOf(text)
  return describePassages(article, readTopics(article))
}

function add(text: number, passage: Passage, label: boolean, clean: boolean): void {
  const features = named(FEATURES, passage.features)
  samples.push({ features, label, weight: label || clean ? 1 : PARTIAL, text, passage, clean })
}

function splice(index: number, host: Text, other: Text): void {
  const size = Math.min(random.int(1, 3), other.paragraphs.length - 1)
  const start = random.int(1, other.paragraphs.length - size)
  const from = random.int(2, host.paragraphs.length - 1)
  const passages = describe({ ...host, paragraphs: host.paragraphs.toSpliced(from, 0, ...other.paragraphs.slice(start, start + size)) })
  const to = from + size
  if (!passages.some((passage) => passage.from === from && passage.to === to)) small++
  for (const passage of passages) {
    const whole = passage.from === from && passage.to === to
    // A part of the passage is foreign too: it is no example of either.
    if (whole || passage.from < from || passage.to > to) add(index, passage, whole, false)
  }
}

/** What is found when so many clean texts are harmed, on texts that the trees have not seen. */
function printFolds(): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const forest = new Forest(
      fitForest(
        samples.filter(({ text }) => text % FOLDS !== fold),
        GROWTH,
      ),
      FEATURES,
    )
    return samples.filter(({ text }) => text % FOLDS === fold).map((sample) => ({ ...sample, odds: forest.judge(sample.passage.features) }))
  })
    .flat()
    .sort((a, b) => b.odds - a.odds)
  const harmed = new Set<number>()
  let found = 0
  let chinese = 0
  for (const { label, clean, text, odds } of judged) {
    if (label) {
      found++
      if ((texts[text] as Text).grammar === 'zh') chinese++
    } else if (clean && !harmed.has(text)) {
      harmed.add(text)
      if ([1, 2, 3, 5, 10, 20, 40, 80].includes(harmed.size))
        console.log(
          `${harmed.size} texts harmed from log odds ${odds.toFixed(2)} on: ${(found / spliced).toFixed(3)} of the passages found (${chinese} Chinese)`,
        )
    }
  }
}
