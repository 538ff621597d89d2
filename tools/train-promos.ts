/**
 * Fits the language of advertisements and writes `models/promos.*.txt`.
 *
 * Usage: `node tools/train-promos.ts [--folds]`
 * Adverts are `tools/data/adverts.*.txt`, invented, each put into articles that have nothing to do with it; all other
 * sentences are those of PolNeAR train, of our own articles (`test/corpus/tune`) and of treebank articles (dev parts), and
 * the furniture of web pages and of our invented ones: it calls its readers too, and is for the layout to judge.
 * Phrases are those of `tools/data/phrases.*.txt`, worth something before anything is known of them, and words and
 * pairs of words that adverts repeat. With `--folds` nothing is written: five folds tell what is found of adverts that
 * were not seen when so many sentences of articles are taken for adverts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../src/engine/1-document/document.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { segment } from '../src/engine/1-document/words.ts'
import { eachPhrase, phraseTable, SHAPE, shapeOf } from '../src/engine/2-spam/advert-language.ts'
import { ownTopic, sentencesOf } from '../src/engine/2-spam/promos.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { joinSentences } from './clean-chinese.ts'
import { randomFrom } from './random.ts'

type Grammar = 'zh' | 'en'

/** A word that adverts have more rarely is chance. */
const LEAST = 2
/** A word of articles is none of adverts, unless these have it so many times as often. */
const RATIO = 4
/** Each advert is put into so many articles. */
const ARTICLES = 6
/** What a phrase is worth before anything is known of it, in log odds: one that only adverts have, and others. */
const USUAL = { call: 1.5, word: 0.4, none: 0 }
/** Penalty on squared weights, less what is usual. */
const PENALTY = 0.02
const ROUNDS = 400
const STEP = 0.5
const FOLDS = 5
/** Sentences of articles are far more than adverts: an error on an advert costs so much more. */
const ADVERT = 3

interface Phrase {
  phrase: string
  kind: keyof typeof USUAL
}

interface Example {
  phrases: number[]
  shape: Float64Array
  label: boolean
  /** Number of the advert or of the article. */
  source: number
  text: string
}

const shared = new URL('../../shared/data/', import.meta.url)
const own = readGold('test/corpus/tune')
const ARTICLES_OF: Record<Grammar, string[]> = {
  en: [...readGold(new URL('polnear/train.jsonl', shared)), ...own.filter(({ lang }) => lang === 'en')].map(({ text }) => text),
  zh: [
    ...own.filter(({ lang }) => lang === 'zh'),
    ...['gsd', 'gsdsimp'].flatMap((name) => joinSentences(new URL(`zh/ud-${name}.dev.conllu`, shared))),
  ].map(({ text }) => text),
}

/** Lines of pages, by language. */
const FURNITURE: Record<Grammar, string[]> = { zh: [], en: [] }
for (const { text, blocks } of [...readGold(new URL('webtext/readability.jsonl', shared)), ...ownPages()])
  for (const { start, end, role } of blocks ?? [])
    if (role === 'boilerplate') FURNITURE[/\p{Script=Han}/u.test(text.slice(start, end)) ? 'zh' : 'en'].push(text.slice(start, end))

for (const grammar of ['zh', 'en'] as const) {
  const adverts = readFileSync(new URL(`data/adverts.${grammar}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  if (process.argv.includes('--folds')) printFolds(grammar, adverts)
  else {
    const phrases = vocabularyOf(adverts, grammar)
    const examples = examplesOf(adverts, phrases, grammar)
    const { shape, weights } = fit(examples, phrases)
    const lines = [
      ...SHAPE.map((name, at) => `(${name})\t${(shape[at] as number).toFixed(2)}`),
      ...phrases.map(({ phrase }, at) => `${phrase}\t${(weights[at] as number).toFixed(2)}`),
    ]
    writeFileSync(`models/promos.${grammar}.txt`, `${lines.join('\n')}\n`)
    console.log(`${grammar}: ${phrases.length} phrases, ${adverts.length} adverts, ${examples.length} examples`)
  }
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}

function ownPages(): GoldRecord[] {
  const pages = new URL('../test/pages/', import.meta.url)
  return readdirSync(pages).map((name) => ({
    ...JSON.parse(readFileSync(new URL(`${name}/expected.json`, pages), 'utf8')),
    text: readFileSync(new URL(`${name}/page.txt`, pages), 'utf8'),
  }))
}

/** The phrases worth a weight. */
function vocabularyOf(adverts: readonly string[], grammar: Grammar): Phrase[] {
  const known = linesOf(`phrases.${grammar}.txt`)
    .filter((line) => !line.startsWith('#'))
    .map((line): Phrase => {
      const [phrase, word] = line.split('\t') as [string, string | undefined]
      return { phrase, kind: word === undefined ? 'call' : 'word' }
    })
  const taken = new Set(known.map(({ phrase }) => phrase))
  const usual = usualOf(grammar)
  const repeated = [...countPhrases(adverts, grammar)]
    .filter(
      ([phrase, count]) =>
        !taken.has(phrase) && count >= LEAST && count / adverts.length >= RATIO * ((usual.counts.get(phrase) ?? 0) / usual.sentences),
    )
    .map(([phrase]): Phrase => ({ phrase, kind: 'none' }))
  return [...known, ...repeated].sort((a, b) => (a.phrase < b.phrase ? -1 : 1))
}

function countPhrases(texts: readonly string[], grammar: Grammar): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const phrase of new Set(wordsOf(text.toLowerCase(), grammar))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  return counts
}

/** How often sentences of articles have each phrase. */
function usualOf(grammar: Grammar): { counts: Map<string, number>; sentences: number } {
  const sentences = ARTICLES_OF[grammar].flatMap((text) => {
    const document = readDocument(text, grammar)
    return document.lines.flatMap((line) => sentencesOf(document, line).map(({ start, end }) => text.slice(start, end)))
  })
  return { counts: countPhrases(sentences, grammar), sentences: sentences.length }
}

/** Words and pairs of words. */
function wordsOf(text: string, grammar: Grammar): string[] {
  if (grammar === 'en') {
    const words = text.match(/[a-z0-9$%'-]+/g) ?? []
    return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)].filter((phrase) => /[a-z]{3}/.test(phrase))
  }
  const { codes, folded } = readDocument(text)
  const { length } = segment(codes)
  const found: string[] = []
  let before = ''
  for (let at = 0; at < folded.length; at += Math.max(1, length[at] as number)) {
    const word = /\p{Script=Han}/u.test(folded[at] as string) ? folded.slice(at, at + Math.max(1, length[at] as number)) : ''
    if (word.length > 1) found.push(word)
    if (word && before) found.push(before + word)
    before = word
  }
  return found
}

function examplesOf(adverts: readonly string[], phrases: readonly Phrase[], grammar: Grammar): Example[] {
  const table = phraseTable(phrases.map(({ phrase }) => phrase))
  const random = randomFrom(11)
  const examples: Example[] = []
  const add = (text: string, source: number, advert?: string): void => {
    const document = readDocument(text, grammar)
    const vocabulary = readVocabulary(document)
    for (const line of document.lines)
      for (const span of advert === undefined ? sentencesOf(document, line) : [line]) {
        const written = text.slice(span.start, span.end)
        if (advert !== undefined && written !== advert) continue
        const found = new Set<number>()
        eachPhrase(table, document, span, grammar, (number) => found.add(number))
        // What has no phrase of the trade is no question.
        if (found.size === 0) continue
        const topic = ownTopic(document, vocabulary, span, advert === undefined ? 0 : 1)
        examples.push({
          phrases: [...found],
          shape: shapeOf(document, span, topic, grammar),
          label: advert !== undefined,
          source,
          text: written,
        })
      }
  }
  const articles = ARTICLES_OF[grammar]
  ;[...articles, ...new Set(FURNITURE[grammar])].forEach((text, source) => {
    add(text, source)
  })
  adverts.forEach((advert, source) => {
    for (const article of random.sample(articles, ARTICLES)) add(`${article}\n${advert}`, source, advert)
  })
  return examples
}

/** Logistic regression by gradient descent with momentum. */
function fit(examples: readonly Example[], phrases: readonly Phrase[]): { shape: Float64Array; weights: Float64Array } {
  const usual = Float64Array.from(phrases, ({ kind }) => USUAL[kind])
  const weights = usual.slice()
  const shape = new Float64Array(SHAPE.length)
  const speed = { weights: new Float64Array(weights.length), shape: new Float64Array(SHAPE.length) }
  const scale = examples.filter(({ label }) => label).length
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = {
      weights: weights.map((weight, at) => PENALTY * (weight - (usual[at] as number))),
      shape: shape.map((weight, at) => (at === 0 ? 0 : PENALTY * weight)),
    }
    for (const example of examples) {
      const chance = 1 / (1 + Math.exp(-score(example, shape, weights)))
      const error = ((chance - Number(example.label)) * (example.label ? ADVERT : 1)) / scale
      for (const number of example.phrases) gradient.weights[number] = (gradient.weights[number] as number) + error
      example.shape.forEach((value, at) => {
        gradient.shape[at] = (gradient.shape[at] as number) + error * value
      })
    }
    for (const [values, gone, wanted] of [
      [weights, speed.weights, gradient.weights],
      [shape, speed.shape, gradient.shape],
    ] as const)
      for (let at = 0; at < values.length; at++) {
        gone[at] = 0.9 * (gone[at] as number) - STEP * Math.max(-1, Math.min(1, wanted[at] as number))
        values[at] = (values[at] as number) + (gone[at] as number)
      }
  }
  return { shape, weights }
}

function score({ phrases, shape }: Example, weightsOfShape: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (const number of phrases) sum += weights[number] as number
  shape.forEach((value, at) => {
    sum += value * (weightsOfShape[at] as number)
  })
  return sum
}

/** What is found of adverts that were not seen. */
function printFolds(grammar: Grammar, adverts: readonly string[]): void {
  const judged: { odds: number; label: boolean; text: string }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const phrases = vocabularyOf(
      adverts.filter((_, at) => at % FOLDS !== fold),
      grammar,
    )
    const examples = examplesOf(adverts, phrases, grammar)
    const { shape, weights } = fit(
      examples.filter(({ source }) => source % FOLDS !== fold),
      phrases,
    )
    for (const example of examples)
      if (example.source % FOLDS === fold) judged.push({ odds: score(example, shape, weights), label: example.label, text: example.text })
  }
  judged.sort((a, b) => b.odds - a.odds)
  const all = adverts.length * ARTICLES
  let wrong = 0
  let right = 0
  console.log(`${grammar}: ${judged.filter(({ label }) => !label).length} sentences of articles with a phrase, ${all} of adverts`)
  for (const { odds, label } of judged) {
    if (label) right++
    else if ([1, 2, 3, 5, 10, 20, 50].includes(++wrong))
      console.log(
        `  log odds ${odds.toFixed(2)}: ${wrong} sentences taken for adverts, ${((100 * right) / all).toFixed(0)} % of the adverts found`,
      )
  }
}
