/**
 * Fits the judgements of the English grammar and writes `models/english-quotes.json` and `models/cue-context.en.txt`.
 *
 * Usage: `node tools/train-english-quotes.ts [cue | quotation]`; with a name only that judgement is fitted anew.
 * Reads `../shared/data/polnear/train.jsonl`; every fifth article is kept aside to report on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../src/engine/1-document/document.ts'
import { Forest } from '../src/engine/1-document/forest.ts'
import { overlaps } from '../src/engine/1-document/span.ts'
import { type Block, readArticle } from '../src/engine/4-names/article.ts'
import { contextOf } from '../src/engine/5-quotes/cue-context.ts'
import { findEnglishQuotes } from '../src/engine/5-quotes/english.ts'
import { CUE_FEATURES, describeCue, QUOTATION_FEATURES } from '../src/engine/5-quotes/english-features.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { fitForest, named, type Sample } from './boosting.ts'
import { fitLogistic } from './logistic.ts'

// More trees with a lower rate find no more on articles kept aside, and take longer.
const CUE = { trees: 60, depth: 5, rate: 0.2, least: 40 }
const QUOTATION = { trees: 50, depth: 4, rate: 0.18, least: 30 }

/** What the words around a cue say is learnt on so many parts less one, for the trees to see it on the other. */
const PARTS = 5

interface Seen {
  sample: Sample
  /** Number of the article. */
  article: number
}
const seen = { cue: [] as Seen[], quotation: [] as Seen[] }
/** The words around each cue. */
const contexts: string[][] = []

readGold(new URL('../../shared/data/polnear/train.jsonl', import.meta.url)).forEach((record, article) => {
  const quotes = record.quotes ?? []
  const take = (list: Seen[], features: Map<string, number>, label: boolean): void => {
    list.push({ sample: { features, label, weight: 1 }, article })
  }
  findEnglishQuotes(readArticle(record.text, blocksOf(record), 'en'), undefined, {
    cue(candidate, { start, end }) {
      const { speaker, contents } = candidate.found
      const cued = quotes.filter(({ cue }) => cue && overlaps(cue, { start, end }))
      const marks = candidate.inside.some((quotation) => contents.some((content) => overlaps(content, quotation)))
      // A cue with a wrong source is no example of either; where it announces words in marks, the gold may name the source elsewhere.
      const wrong = cued.length > 0 && !marks && !cued.some((quote) => quote.speaker && speaker && overlaps(quote.speaker, speaker))
      if (!wrong) {
        contexts.push(contextOf(candidate))
        take(seen.cue, named(CUE_FEATURES, describeCue(candidate, 0)), cued.length > 0)
      }
      return cued.length > 0 ? 1 : -1
    },
    quotation(row, { start, end }) {
      const features = named(QUOTATION_FEATURES, row)
      // Words between two apostrophes a side count as indirect in the gold.
      const any = features.get('typewriter') === 1
      const label = quotes.some((quote) => (any || quote.type !== 'indirect') && overlap(quote, { start, end }) > 0.8)
      take(seen.quotation, features, label)
      return 1
    },
  })
})

/** Learns what the words around cues say, and tells it of each cue, learnt without its own article. */
function readContexts(): void {
  const observations = contexts.map((features, at) => {
    const { sample, article } = seen.cue[at] as Seen
    return { features, label: sample.label, sample, part: article % PARTS }
  })
  for (let part = 0; part < PARTS; part++) {
    const weights = fitLogistic(observations.filter((other) => other.part !== part))
    for (const { features, sample } of observations.filter((other) => other.part === part))
      (sample.features as Map<string, number>).set(
        'context',
        features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0),
      )
  }
  const lines = [...fitLogistic(observations)].map(([feature, weight]) => `${feature}\t${weight}`)
  writeFileSync(new URL('../models/cue-context.en.txt', import.meta.url), `${lines.sort().join('\n')}\n`)
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start) - 2)
}

function blocksOf({ text }: GoldRecord): Block[] {
  return readDocument(text).lines.map(({ start, end }) => ({ start, end, role: 'paragraph' }))
}

const path = new URL('../models/english-quotes.json', import.meta.url)
const only = process.argv[2]
const model = only === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'))
if (only !== 'quotation') {
  readContexts()
  model.cue = fit('cue', CUE)
}
if (only !== 'cue') model.quotation = fit('quotation', QUOTATION)
writeFileSync(path, `${JSON.stringify(model)}\n`)

function fit(name: 'cue' | 'quotation', growth: typeof CUE) {
  const samples = seen[name]
  const forest = new Forest(
    fitForest(
      samples.filter(({ article }) => article % PARTS !== 0).map(({ sample }) => sample),
      growth,
    ),
  )
  let hits = 0
  let said = 0
  let gold = 0
  for (const { sample } of samples.filter(({ article }) => article % PARTS === 0)) {
    const yes = forest.judgeNamed(sample.features) > 0
    if (yes) said++
    if (sample.label) gold++
    if (yes && sample.label) hits++
  }
  console.log(
    name,
    samples.length,
    'P',
    (hits / said).toFixed(3),
    'R',
    (hits / gold).toFixed(3),
    'F1',
    ((2 * hits) / (said + gold)).toFixed(3),
  )
  return fitForest(
    samples.map(({ sample }) => sample),
    growth,
  )
}
