/**
 * Fits the language of advertisements and writes `models/promos.*.txt`.
 *
 * Usage: `node tools/train-promos.ts [--folds]`
 * Adverts are `tools/data/adverts.*.txt`, invented, each put into articles that have nothing to do with it. So are true
 * sentences that look like adverts, `tools/data/no-adverts.*.txt`. All other sentences are those of PolNeAR train, of our
 * own articles (`test/corpus/tune`, `test/plain`) and of treebank articles.
 * Phrases are those of `tools/data/phrases.*.txt`, worth something before anything is known of them. With `--folds` nothing
 * is written: five folds tell what is found of adverts that were not seen when so many of the true sentences that look like
 * adverts, and of the others, are taken for adverts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import type { Span } from '../src/engine/1-document/span.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { eachPhrase, type Phrases, PREFIX, phraseTable, SHAPE, shapeOf } from '../src/engine/2-spam/advert-language.ts'
import { eachFeature, KIND, unitName } from '../src/engine/2-spam/clause-features.ts'
import { ownTopic, sentencesOf } from '../src/engine/2-spam/promos.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { joinSentences } from './clean-chinese.ts'
import { randomFrom } from './random.ts'

type Grammar = 'zh' | 'en'

/** Each advert is put into so many articles, each true sentence that looks like one into so many. */
const ARTICLES = { advert: 5, sentence: 5 }
/** What a phrase is worth before anything is known of it, in log odds: one that only adverts have, and one that news have too. */
const USUAL = { call: 1.5, word: 0.4 }
/** What fewer sentences have is chance. */
const LEAST = 8
/** Penalty on squared weights, less what is usual. */
const PENALTY = 1
const ROUNDS = 30
const RATE = 0.1
/** Where the sums of squared gradients begin: the first steps are no leaps. */
const FIRST_SQUARE = 0.01
const FOLDS = 5
/** Sentences that people say are none of adverts. */
const SAID = /["“”‘「]/
/** Adverts are no longer, in UTF-16 units. */
const LONGEST = { zh: 60, en: 160 }
const KINDS = ['has', 'opens', 'closes', 'clause', 'sentence'] as const

interface Example {
  /** Numbers of its phrases and names of what its clauses are made of. */
  features: readonly (number | string)[]
  shape: Float64Array
  label: boolean
  /** Number of the advert or of the article. */
  source: number
  /** A true sentence that looks like an advert. */
  hard: boolean
}

interface Weights {
  features: ReadonlyMap<number | string, number>
  shape: Float64Array
}

const shared = new URL('../../shared/data/', import.meta.url)
const plain = new URL('../test/plain/', import.meta.url)
const own = readGold('test/corpus/tune')
const TREEBANKS = ['gsd.dev', 'gsdsimp.dev', 'gsd.test', 'gsdsimp.test']

for (const grammar of ['zh', 'en'] as const) {
  const phrases = linesOf(`phrases.${grammar}.txt`)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string | undefined])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const usual = new Map<number | string, number>(phrases.map(([, word], number) => [number, word === undefined ? USUAL.call : USUAL.word]))
  const examples = examplesOf(grammar, phraseTable(phrases.map(([phrase]) => phrase)))
  if (process.argv.includes('--folds')) printFolds(grammar, examples, usual)
  else {
    const { features, shape } = fit(examples, usual)
    const clauses = [...features].filter(([name, weight]) => typeof name === 'string' && Math.abs(weight) >= 0.05) as [string, number][]
    const parts = [
      SHAPE.map((name, at) => `(${name})\t${(shape[at] as number).toFixed(2)}`),
      phrases.map(([phrase], number) => `${phrase}\t${(features.get(number) as number).toFixed(1)}`),
      clauses.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => `${name}\t${weight.toFixed(1)}`),
    ]
    writeFileSync(`models/promos.${grammar}.txt`, `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`)
    console.log(`${grammar}: ${phrases.length} phrases, ${clauses.length} of clauses, ${examples.length} examples`)
  }
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}

function articlesOf(grammar: Grammar): string[] {
  const others =
    grammar === 'en'
      ? readGold(new URL('polnear/train.jsonl', shared))
      : TREEBANKS.flatMap((name) => joinSentences(new URL(`zh/ud-${name}.conllu`, shared)))
  const plainOnes = readdirSync(plain).filter((name) => name.startsWith(grammar))
  return [
    ...[...own.filter(({ lang }) => lang === grammar), ...others].map(({ text }) => text),
    ...plainOnes.sort().map((name) => readFileSync(new URL(name, plain), 'utf8')),
  ]
}

function examplesOf(grammar: Grammar, phrases: Phrases): Example[] {
  const random = randomFrom(11)
  const examples: Example[] = []
  const articles = articlesOf(grammar)
  const add = (document: Document, span: Span, topic: number, of: Pick<Example, 'label' | 'source' | 'hard'>): void => {
    examples.push({ ...of, features: featuresOf(document, span, grammar, phrases), shape: shapeOf(document, span, topic, grammar) })
  }
  articles.forEach((text, source) => {
    const document = readDocument(text, grammar)
    const vocabulary = readVocabulary(document)
    document.lines.forEach((line, index) => {
      for (const span of sentencesOf(document, line)) {
        if (SAID.test(text.slice(span.start, span.end)) || span.end - span.start > LONGEST[grammar]) continue
        const topic = ownTopic(document, vocabulary, span, vocabulary.long[index] as number)
        add(document, span, topic, { label: false, source, hard: false })
      }
    })
  })
  const put = (sentence: string, source: number, label: boolean): void => {
    for (const article of random.sample(articles, label ? ARTICLES.advert : ARTICLES.sentence)) {
      const document = readDocument(`${article}\n${sentence}`, grammar)
      const span = { start: document.codes.length - sentence.length, end: document.codes.length }
      add(document, span, ownTopic(document, readVocabulary(document), span, 1), { label, source, hard: !label })
    }
  }
  linesOf(`adverts.${grammar}.txt`).forEach((sentence, source) => {
    put(sentence, source, true)
  })
  linesOf(`no-adverts.${grammar}.txt`).forEach((sentence, source) => {
    put(sentence, source, false)
  })
  return examples
}

function featuresOf(document: Document, span: Span, grammar: Grammar, phrases: Phrases): (number | string)[] {
  const features = new Set<number | string>()
  eachPhrase(phrases, document, span, grammar, (number) => features.add(number))
  eachFeature(document.codes, span, grammar, (kind, from, to) => {
    const isLength = kind === KIND.clause || kind === KIND.sentence
    features.add(PREFIX[KINDS[kind] as keyof typeof PREFIX] + (isLength ? from : unitName(document.codes, from, to, grammar)))
  })
  return [...features]
}

/** Logistic regression by stochastic gradient descent with a rate for each weight (AdaGrad, Duchi et al. 2011). */
function fit(examples: readonly Example[], usual: ReadonlyMap<number | string, number>): Weights {
  const counts = new Map<number | string, number>()
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weights = new Map(usual)
  for (const [feature, count] of counts) if (count >= LEAST && !weights.has(feature)) weights.set(feature, 0)
  const squares = new Map<number | string, number>()
  const shape = new Float64Array(SHAPE.length)
  const shapeSquares = new Float64Array(SHAPE.length).fill(FIRST_SQUARE)
  const usable = examples.map((example) => ({ ...example, features: example.features.filter((feature) => weights.has(feature)) }))
  const random = randomFrom(5)
  for (let round = 0; round < ROUNDS; round++)
    for (const example of random.sample(usable, usable.length)) {
      const error = 1 / (1 + Math.exp(-score(example, { features: weights, shape }))) - Number(example.label)
      for (const feature of example.features) {
        const weight = weights.get(feature) as number
        const gradient = error + (PENALTY * (weight - (usual.get(feature) ?? 0))) / (counts.get(feature) as number)
        const square = (squares.get(feature) ?? FIRST_SQUARE) + gradient ** 2
        squares.set(feature, square)
        weights.set(feature, weight - (RATE * gradient) / Math.sqrt(square))
      }
      example.shape.forEach((value, at) => {
        const gradient = error * value
        shapeSquares[at] = (shapeSquares[at] as number) + gradient ** 2
        shape[at] = (shape[at] as number) - (RATE * gradient) / Math.sqrt(shapeSquares[at] as number)
      })
    }
  return { features: weights, shape }
}

function score({ features, shape }: Example, weights: Weights): number {
  let sum = 0
  for (const feature of features) sum += weights.features.get(feature) ?? 0
  shape.forEach((value, at) => {
    sum += value * (weights.shape[at] as number)
  })
  return sum
}

/** What is found of adverts that were not seen. */
function printFolds(grammar: Grammar, examples: readonly Example[], usual: ReadonlyMap<number | string, number>): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const isIn = ({ source }: Example): boolean => source % FOLDS === fold
    const weights = fit(
      examples.filter((example) => !isIn(example)),
      usual,
    )
    return examples.filter(isIn).map((example) => ({ ...example, odds: score(example, weights) }))
  }).flat()
  const count = (test: (example: (typeof judged)[number]) => boolean): number => judged.filter(test).length
  const all = { adverts: count(({ label }) => label), hard: count(({ hard }) => hard), others: count(({ label, hard }) => !label && !hard) }
  console.log(`${grammar}: ${all.adverts} of adverts, ${all.hard} that look like them, ${all.others} others`)
  for (const least of [1, 1.5, 2, 2.5, 3, 3.5, 4, 5]) {
    const found = (100 * count(({ label, odds }) => label && odds >= least)) / all.adverts
    const hard = (100 * count((example) => example.hard && example.odds >= least)) / all.hard
    const others = count(({ label, hard: looks, odds }) => !label && !looks && odds >= least)
    console.log(`  from ${least}: ${found.toFixed(0)} % found, ${hard.toFixed(1)} % of what looks like them, ${others} others`)
  }
}
