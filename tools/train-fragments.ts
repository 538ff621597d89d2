/**
 * Fits the weights of the title trick and writes `models/fragments.json`.
 *
 * Usage: `node tools/train-fragments.ts [--chains]`
 * Stuffs our own articles (`test/corpus/tune`, `test/plain`) and treebank articles (`../shared/data/zh`, dev part) by every title
 * family. Clean text are the same articles, each with many of its own clauses for a headline: true repetition. The second
 * look is fitted by boosted trees; with `--chains` the weights of the chains are fitted before, by coordinate descent.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import { Forest } from '../src/engine/1-document/forest.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { type HeadlineCandidate, headlineCandidates } from '../src/engine/2-spam/headline-pieces.ts'
import { type FragmentWeights, fragmentWeights } from '../src/engine/2-spam/piece-evidence.ts'
import { describe, judge, PIECE_FEATURES } from '../src/engine/2-spam/piece-judge.ts'
import { bestChain } from '../src/engine/2-spam/title-fragments.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { normalized } from '../src/evaluation/metrics.ts'
import { fitForest, named, type Sample } from './boosting.ts'
import { joinSentences } from './clean-chinese.ts'
import { randomFrom } from './random.ts'
import { FAMILIES, stuff } from './simulate.ts'

/** A true character cut costs twice a fragment missed, in clean text ten times. */
const COST = { missed: 1, false: 2, clean: 10 }
const STEPS = [0.5, 0.25, 0.5, 0.12]
const SEEDS = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
/** Chains with this little evidence are shown to the second look too: it must know what doubt looks like. */
const LEAST_EVIDENCE = 2
const GROWTH = { trees: 260, depth: 5, rate: 0.08, least: 100 }

interface Text {
  document: Document
  headlines: HeadlineCandidate[]
  gold: Set<string>
  weight: number
}

function textOf(record: GoldRecord, weight: number): Text {
  const document = readDocument(record.text)
  return {
    document,
    headlines: headlineCandidates(document, readVocabulary(document), record.title),
    gold: new Set((record.spam ?? []).filter(({ kind }) => kind === 'title_fragment').map((span) => normalized(record.text, span))),
    weight,
  }
}

/** The same article under headlines that are clauses of its own. */
function withOwnClauses(record: GoldRecord): GoldRecord[] {
  const clauses = record.text.match(/[\p{Script=Han}“”「」]{8,24}/gu) ?? []
  return clauses.filter((_, at) => at % 3 === 0).map((title) => ({ ...record, title, spam: [] }))
}

const own = readGold('test/corpus/tune').filter(({ lang }) => lang === 'zh')
const plain = readdirSync('test/plain')
  .filter((name) => name.startsWith('zh'))
  .map((name) => ({ id: name, lang: 'zh', text: readFileSync(`test/plain/${name}`, 'utf8').trimEnd() }))
  .map((record) => ({ ...record, headline: record.text.split('\n')[0] as string, blocks: blocksOf(record.text) }))
/** A headline of the treebank shorter than this is a number or a name. */
const HEADLINE = 8
const treebank = ['gsd', 'gsdsimp']
  .flatMap((name) => joinSentences(new URL(`../../shared/data/zh/ud-${name}.dev.conllu`, import.meta.url)))
  .map((record) => ({ ...record, headline: record.text.split('\n')[0] as string, blocks: blocksOf(record.text) }))
  .filter(({ headline }) => headline.length >= HEADLINE)
/** Pieces of unequal length teach the second look nothing that the others do not (models/fragments.md). */
const families = FAMILIES.filter(({ title }) => title && title.chunk !== 'mixed' && !title.joined)
const stuffed = SEEDS.flatMap((seed) => {
  const random = randomFrom(seed)
  return [...own, ...plain, ...treebank].flatMap((record) =>
    families.flatMap((family) => stuff(record, family, random, own[0] as GoldRecord) ?? []),
  )
})

function blocksOf(text: string): { start: number; end: number; role: string }[] {
  let start = 0
  return text.split('\n').map((line, index) => {
    const block = { start, end: start + line.length, role: index === 0 ? 'headline' : 'paragraph' }
    start = block.end + 1
    return block
  })
}

const weights = fragmentWeights()
if (process.argv.includes('--chains')) fitChains()
fitJudge()

function save(part: object): void {
  const path = new URL('../models/fragments.json', import.meta.url)
  const model = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, `${JSON.stringify({ ...model, ...part }, null, 1)}\n`)
}

function fitJudge(): void {
  const texts = [
    ...stuffed.map((record) => textOf(record, 1)),
    ...[...own, ...plain, ...treebank].flatMap((record) => [record, ...withOwnClauses(record)]).map((record) => textOf(record, COST.clean)),
  ]
  const samples: Sample[] = []
  let lost = 0
  let cleanChains = 0
  for (const { document, headlines, gold, weight } of texts) {
    const chain = bestChain(document, headlines, LEAST_EVIDENCE)
    if (chain && gold.size === 0) cleanChains++
    let seen = 0
    for (const { candidate, features } of chain && !chain.list.whole ? describe(document, chain) : []) {
      const label = gold.has(normalized(document.text, candidate))
      if (label) seen++
      samples.push({ features: named(PIECE_FEATURES, features), label, weight: label ? COST.missed : gold.size > 0 ? COST.false : weight })
    }
    lost += gold.size - seen
  }
  const model = fitForest(samples, GROWTH)
  const forest = new Forest(model)
  let missed = 0
  let wrong = 0
  for (const { features, label } of samples) {
    const score = forest.judgeNamed(features)
    if (label && score <= 0) missed++
    if (!label && score > 0) wrong++
  }
  const scores = { texts: texts.length, cleanChains, samples: samples.length, lostBefore: lost, missed, wrong }
  console.log(scores)
  writeFileSync(new URL('../models/fragments-judge.json', import.meta.url), `${JSON.stringify({ scores, ...model })}\n`)
}

function fitChains(): void {
  const texts = [
    ...stuffed.slice(0, Math.floor(stuffed.length / SEEDS.length)).map((record) => textOf(record, 1)),
    ...[...own, ...treebank].map((record) => textOf(record, COST.clean)),
  ]
  let best = loss(texts)
  console.log(`${texts.length} texts; start ${JSON.stringify(best)}`)
  for (const step of STEPS) {
    for (const name of Object.keys(weights) as (keyof FragmentWeights)[]) {
      for (const direction of [1, -1]) {
        for (;;) {
          const before = weights[name]
          weights[name] = Math.round((before + direction * step * Math.max(0.02, Math.abs(before))) * 10_000) / 10_000
          const now = loss(texts)
          if (now.loss >= best.loss) {
            weights[name] = before
            break
          }
          best = now
        }
      }
    }
    console.log(`step ${step}: ${JSON.stringify(best)}`)
    save({ scores: best, weights })
  }
}

function loss(texts: readonly Text[]): { loss: number; missed: number; wrong: number } {
  let missed = 0
  let wrong = 0
  let sum = 0
  for (const { document, headlines, gold, weight } of texts) {
    const chain = bestChain(document, headlines, 4)
    const said = (chain ? describe(document, chain) : []).filter(({ features }) => judge(features) > 0)
    const hits = said.filter(({ candidate }) => gold.has(normalized(document.text, candidate))).length
    missed += gold.size - hits
    wrong += said.length - hits
    sum += (gold.size - hits) * COST.missed + (said.length - hits) * (gold.size === 0 ? weight : COST.false)
  }
  return { loss: sum, missed, wrong }
}
