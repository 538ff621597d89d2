/**
 * Fits the weights of the title trick by coordinate descent and writes `models/fragments.json`.
 *
 * Usage: `node tools/train-fragments.ts [rounds]`
 * Stuffs our own articles (`test/corpus/tune`) by every title family; clean text are the same articles and treebank
 * sentences (`../shared/data/zh`, dev part). A true character cut costs twice a fragment missed, in clean text ten times.
 */
import { writeFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { type HeadlineCandidate, headlineCandidates, type PieceList } from '../src/engine/2-spam/headline-pieces.ts'
import { repeatedPieces } from '../src/engine/2-spam/repeated-pieces.ts'
import { type FragmentWeights, findTitleFragments, fragmentWeights } from '../src/engine/2-spam/title-fragments.ts'
import { joinSentences } from './clean-chinese.ts'
import { type GoldRecord, readGold } from './gold.ts'
import { normalized } from './metrics.ts'
import { randomFrom } from './random.ts'
import { FAMILIES, stuff } from './simulate.ts'

const COST = { missed: 1, false: 2, clean: 10 }
const STEPS = [0.5, 0.25, 0.5, 0.12]

interface Sample {
  document: Document
  headlines: HeadlineCandidate[]
  repeated: PieceList | null
  gold: Set<string>
}

function sampleOf(record: GoldRecord): Sample {
  const document = readDocument(record.text)
  return {
    document,
    headlines: headlineCandidates(document, readVocabulary(document), record.title),
    repeated: repeatedPieces(document),
    gold: new Set((record.spam ?? []).filter(({ kind }) => kind === 'title_fragment').map((span) => normalized(record.text, span))),
  }
}

const random = randomFrom(11)
const own = readGold('test/corpus/tune').filter(({ lang }) => lang === 'zh')
const stuffed = own.flatMap((record) =>
  FAMILIES.filter(({ title }) => title).flatMap((family) => stuff(record, family, random, own[0] as GoldRecord) ?? []),
)
const treebank = ['gsd', 'gsdsimp'].flatMap((name) => joinSentences(new URL(`../../shared/data/zh/ud-${name}.dev.conllu`, import.meta.url)))
const samples = [...stuffed, ...own, ...treebank].map(sampleOf)

function loss(): { loss: number; missed: number; wrong: number } {
  let missed = 0
  let wrong = 0
  let sum = 0
  for (const { document, headlines, repeated, gold } of samples) {
    const said = findTitleFragments(document, headlines, repeated).filter(({ confidence }) => confidence >= 0.5)
    const hits = said.filter((fragment) => gold.has(normalized(document.text, fragment))).length
    missed += gold.size - hits
    wrong += said.length - hits
    sum += (gold.size - hits) * COST.missed + (said.length - hits) * (gold.size === 0 ? COST.clean : COST.false)
  }
  return { loss: sum, missed, wrong }
}

const weights = fragmentWeights()
let best = loss()
console.log(`${samples.length} texts, ${samples.reduce((sum, { gold }) => sum + gold.size, 0)} fragments; start ${JSON.stringify(best)}`)
for (const step of STEPS.slice(0, Number(process.argv[2] ?? STEPS.length))) {
  for (const name of Object.keys(weights) as (keyof FragmentWeights)[]) {
    for (const direction of [1, -1]) {
      for (;;) {
        const before = weights[name]
        weights[name] = Math.round((before + direction * step * Math.max(0.02, Math.abs(before))) * 10_000) / 10_000
        const now = loss()
        if (now.loss >= best.loss) {
          weights[name] = before
          break
        }
        best = now
      }
    }
  }
  console.log(`step ${step}: ${JSON.stringify(best)}`)
  writeFileSync(new URL('../models/fragments.json', import.meta.url), `${JSON.stringify({ scores: best, weights }, null, 1)}\n`)
}
