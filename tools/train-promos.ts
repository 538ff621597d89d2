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
import { writeFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import type { Span } from '../src/engine/1-document/span.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { eachPhrase, type Phrases, phraseTable, SHAPE, shapeOf } from '../src/engine/2-spam/advert-language.ts'
import { eachFeature, featureName } from '../src/engine/2-spam/clause-features.ts'
import { ownTopic, sentencesOf } from '../src/engine/2-spam/promos.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { linesOf, plainArticles, treebankArticles } from './learnt-texts.ts'
import { judgeInFolds, learn, type Observation, RARE } from './logistic.ts'
import { randomFrom } from './random.ts'

type Grammar = 'zh' | 'en'

/** Each advert is put into so many articles, each true sentence that looks like one into so many. */
const ARTICLES = { advert: 5, sentence: 5 }
/** What a phrase is worth before anything is known of it, in log odds: one that only adverts have, and one that news have too. */
const USUAL = { call: 1.5, word: 0.4 }
const FITTING = { ...RARE, rounds: 30 }
/** A weight below this, in log odds, is none. */
const SMALLEST = 0.05
/** Sentences that people say are none of adverts. */
const SAID = /["“”‘「]/
/** Adverts are no longer, in UTF-16 units. */
const LONGEST = { zh: 60, en: 160 }

/** A sentence: numbers of its phrases, names of what its clauses are made of, and its shape. */
interface Example extends Observation<number | string> {
  measures: Float64Array
  /** Number of the advert or of the article. */
  source: number
  /** A true sentence that looks like an advert. */
  hard: boolean
}

const shared = new URL('../../shared/data/', import.meta.url)
const own = readGold('test/corpus/tune')

for (const grammar of ['zh', 'en'] as const) {
  const phrases = linesOf(`phrases.${grammar}.txt`)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string | undefined])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const usual = new Map<number | string, number>(phrases.map(([, word], number) => [number, word === undefined ? USUAL.call : USUAL.word]))
  const examples = examplesOf(grammar, phraseTable(phrases.map(([phrase]) => phrase)))
  if (process.argv.includes('--folds')) printFolds(grammar, examples, usual)
  else {
    const { features, measures } = learn(examples, { ...FITTING, usual })
    const clauses = [...features].filter(([name, weight]) => typeof name === 'string' && Math.abs(weight) >= SMALLEST) as [string, number][]
    const parts = [
      SHAPE.map((name, at) => `(${name})\t${(measures[at] as number).toFixed(2)}`),
      phrases.map(([phrase], number) => `${phrase}\t${(features.get(number) as number).toFixed(1)}`),
      clauses.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => `${name}\t${weight.toFixed(1)}`),
    ]
    writeFileSync(`models/promos.${grammar}.txt`, `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`)
    console.log(`${grammar}: ${phrases.length} phrases, ${clauses.length} of clauses, ${examples.length} examples`)
  }
}

function articlesOf(grammar: Grammar): string[] {
  const others = grammar === 'en' ? readGold(new URL('polnear/train.jsonl', shared)).map(({ text }) => text) : treebankArticles()
  return [...own.filter(({ lang }) => lang === grammar).map(({ text }) => text), ...others, ...plainArticles(grammar)]
}

function examplesOf(grammar: Grammar, phrases: Phrases): Example[] {
  const random = randomFrom(11)
  const examples: Example[] = []
  const articles = articlesOf(grammar)
  const add = (document: Document, span: Span, topic: number, of: Pick<Example, 'label' | 'source' | 'hard'>): void => {
    examples.push({ ...of, features: featuresOf(document, span, grammar, phrases), measures: shapeOf(document, span, topic, grammar) })
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
  eachFeature(document.codes, span, grammar, (kind, from, to) => features.add(featureName(document.codes, kind, from, to, grammar)))
  return [...features]
}

/** What is found of adverts that were not seen. */
function printFolds(grammar: Grammar, examples: readonly Example[], usual: ReadonlyMap<number | string, number>): void {
  const judged = judgeInFolds(examples, { ...FITTING, usual })
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
