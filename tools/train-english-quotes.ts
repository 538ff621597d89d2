/**
 * Fits a judgement of the English grammar: whether a word is a cue (`cue`), then whether words in marks are somebody's
 * (`quotation`). Writes `models/english-quotes.json` and `models/cue-context.en.txt` or `models/quotation-context.en.txt`.
 *
 * Usage: `node tools/train-english-quotes.ts cue && node tools/train-english-quotes.ts quotation`
 * Reads `../shared/data/polnear/train.jsonl`; every fifth article is kept aside to report on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../src/engine/1-document/document.ts'
import { Forest, type ForestModel } from '../src/engine/1-document/forest.ts'
import { overlaps } from '../src/engine/1-document/span.ts'
import { type Block, readArticle } from '../src/engine/4-names/article.ts'
import { featuresOf } from '../src/engine/5-quotes/context-model.ts'
import { CUE_KINDS, eachCueFeature } from '../src/engine/5-quotes/cue-context.ts'
import { findEnglishQuotes } from '../src/engine/5-quotes/english.ts'
import { CUE_FEATURES, describeCue, describeQuotation, QUOTATION_FEATURES } from '../src/engine/5-quotes/english-features.ts'
import { englishJudge } from '../src/engine/5-quotes/english-judge.ts'
import { eachQuotationFeature, QUOTATION_KINDS } from '../src/engine/5-quotes/quotation-context.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { fitForest, named, type Sample } from './boosting.ts'
import { fitLogistic } from './logistic.ts'

// More trees with a lower rate find no more on articles kept aside, and take longer.
const CUE = { trees: 60, depth: 5, rate: 0.2, least: 40 }
const QUOTATION = { trees: 50, depth: 4, rate: 0.18, least: 30 }

/** What the words around a place say is learnt on so many parts less one, for the trees to see it on the other. */
const PARTS = 5

interface Seen {
  sample: Sample
  /** What the words around it are. */
  context: string[]
  /** Number of the article. */
  article: number
}
const samples: Seen[] = []
const name = process.argv[2]
if (name !== 'cue' && name !== 'quotation') throw new Error('usage: node tools/train-english-quotes.ts cue | quotation')
/** Cues are learnt where the gold tells of the ones before; words in marks where the shipped judge does, as it will. */
const judged = name === 'cue' ? null : englishJudge()

readGold(new URL('../../shared/data/polnear/train.jsonl', import.meta.url)).forEach((record, article) => {
  const quotes = record.quotes ?? []
  const take = (features: Map<string, number>, context: string[], label: boolean): void => {
    samples.push({ sample: { features, label, weight: 1 }, context, article })
  }
  findEnglishQuotes(readArticle(record.text, blocksOf(record), 'en'), undefined, {
    cue(candidate, { start, end }) {
      if (judged) return judged.cue(candidate, { start, end })
      const { speaker, contents } = candidate.found
      const cued = quotes.filter(({ cue }) => cue && overlaps(cue, { start, end }))
      const marks = candidate.inside.some((quotation) => contents.some((content) => overlaps(content, quotation)))
      // A cue with a wrong source is no example of either; where it announces words in marks, the gold may name the source elsewhere.
      const wrong = cued.length > 0 && !marks && !cued.some((quote) => quote.speaker && speaker && overlaps(quote.speaker, speaker))
      if (!wrong) take(named(CUE_FEATURES, describeCue(candidate, 0)), featuresOf(candidate, CUE_KINDS, eachCueFeature), cued.length > 0)
      return cued.length > 0 ? 1 : -1
    },
    quotation(marked) {
      if (!judged) return 1
      const features = named(QUOTATION_FEATURES, describeQuotation(marked, 0))
      // Words between two apostrophes a side count as indirect in the gold.
      const any = features.get('typewriter') === 1
      const label = quotes.some((quote) => (any || quote.type !== 'indirect') && overlap(quote, marked.quotation) > 0.8)
      take(features, featuresOf(marked, QUOTATION_KINDS, eachQuotationFeature), label)
      return 1
    },
  })
})

/** Learns what the words around places say, and tells it of each place, learnt without its own article. */
function readContexts(): void {
  const observations = samples.map(({ sample, context, article }) => ({
    features: context,
    label: sample.label,
    sample,
    part: article % PARTS,
  }))
  for (let part = 0; part < PARTS; part++) {
    const weights = fitLogistic(observations.filter((other) => other.part !== part))
    for (const { features, sample } of observations.filter((other) => other.part === part))
      (sample.features as Map<string, number>).set(
        'context',
        features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0),
      )
  }
  const lines = [...fitLogistic(observations)].map(([feature, weight]) => `${feature}\t${weight}`)
  writeFileSync(new URL(`../models/${name}-context.en.txt`, import.meta.url), `${lines.sort().join('\n')}\n`)
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start) - 2)
}

function blocksOf({ text }: GoldRecord): Block[] {
  return readDocument(text).lines.map(({ start, end }) => ({ start, end, role: 'paragraph' }))
}

readContexts()
const growth = name === 'cue' ? CUE : QUOTATION
report()
const path = new URL('../models/english-quotes.json', import.meta.url)
const model = { ...JSON.parse(readFileSync(path, 'utf8')), [name]: fitted(() => true) }
writeFileSync(path, `${JSON.stringify(model)}\n`)

/** Fits on some of the articles. */
function fitted(holds: (article: number) => boolean): ForestModel {
  return fitForest(
    samples.filter(({ article }) => holds(article)).map(({ sample }) => sample),
    growth,
  )
}

/** Prints how well the other articles tell of every fifth one. */
function report(): void {
  const forest = new Forest(fitted((article) => article % PARTS !== 0))
  let hits = 0
  let said = 0
  let gold = 0
  for (const { sample, article } of samples) {
    if (article % PARTS !== 0) continue
    const yes = forest.judgeNamed(sample.features) > 0
    if (yes) said++
    if (sample.label) gold++
    if (yes && sample.label) hits++
  }
  const [precision, recall, f1] = [hits / said, hits / gold, (2 * hits) / (said + gold)].map((value) => value.toFixed(3))
  console.log(name, samples.length, 'P', precision, 'R', recall, 'F1', f1)
}
