/**
 * What each piece of evidence of the title trick is worth: the score without it.
 *
 * Usage: `npm run ablation [FOLDER]` (default `test/corpus/held`, stuffed by every title family with three seeds, and clean)
 */
import { readFileSync } from 'node:fs'
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import { Forest, type ForestModel } from '../src/engine/1-document/forest.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { type HeadlineCandidate, headlineCandidates } from '../src/engine/2-spam/headline-pieces.ts'
import { fragmentWeights } from '../src/engine/2-spam/piece-evidence.ts'
import { describe, PIECE_FEATURES } from '../src/engine/2-spam/piece-judge.ts'
import { bestChain, CERTAIN, LEAST_EVIDENCE, LEAST_LEFT } from '../src/engine/2-spam/title-fragments.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { normalized } from '../src/evaluation/metrics.ts'
import { randomFrom } from './random.ts'
import { FAMILIES, stuff } from './simulate.ts'

const SEEDS = [1, 2, 3]

/** Evidence left out: weights of the chain set to nothing, features of the second look not shown to it. */
const EVIDENCE: { name: string; chain: string[]; features: RegExp | 'all' }[] = [
  { name: 'everything in', chain: [], features: /^$/ },
  { name: 'without the second look', chain: [], features: 'all' },
  { name: 'without fluency', chain: ['gain', 'torn'], features: /^(?:gain|torn|chain gain)$/ },
  {
    name: 'without the order of the round',
    chain: ['follows', 'restarts', 'skips'],
    features: /^(?:order|links|comes|goes|comes and goes|bridged)$/,
  },
  {
    name: 'without the kind of place',
    chain: ['afterComma', 'afterStop', 'afterDe', 'lineStart', 'otherwise', 'samePlace'],
    features: /^(?:place |habit|filled|opens)/,
  },
  { name: 'without density', chain: ['near', 'gap', 'gapMost'], features: /^(?:gap |company|no previous|no next)/ },
  { name: 'without the article’s idiom', chain: ['continuesLeft', 'continuesRight'], features: /^(?:idiom|pair|elsewhere)/ },
  { name: 'without parts of speech', chain: [], features: /^(?:before|after) / },
]

interface Text {
  document: Document
  headlines: HeadlineCandidate[]
  gold: Set<string>
}

const records = readGold(process.argv[2] ?? 'test/corpus/held').filter(({ lang }) => lang === 'zh')
const texts: Text[] = []
for (const record of [
  ...records.map((record) => ({ ...record, spam: [] })),
  ...SEEDS.flatMap((seed) => {
    const random = randomFrom(seed)
    return FAMILIES.filter(({ title }) => title).flatMap((family) =>
      records.flatMap((record) => stuff(record, family, random, record) ?? []),
    )
  }),
]) {
  const document = readDocument(record.text)
  texts.push({
    document,
    headlines: headlineCandidates(document, readVocabulary(document), record.title),
    gold: new Set((record.spam ?? []).map((span) => normalized(record.text, span))),
  })
}
const forest = new Forest(
  JSON.parse(readFileSync(new URL('../models/fragments-judge.json', import.meta.url), 'utf8')) as ForestModel,
  PIECE_FEATURES,
)
const weights = fragmentWeights() as unknown as Record<string, number>
console.log('| evidence | P | R | F1 | restored | clean articles touched |\n| --- | --- | --- | --- | --- | --- |')
for (const { name, chain, features } of EVIDENCE) {
  const kept = { ...weights }
  for (const weight of chain) weights[weight] = 0
  let hits = 0
  let said = 0
  let gold = 0
  let restored = 0
  let touched = 0
  let stuffed = 0
  for (const text of texts) {
    const found = fragmentsOf(text, features)
    const right = found.filter((key) => text.gold.has(key)).length
    hits += right
    said += found.length
    gold += text.gold.size
    if (text.gold.size === 0) touched += found.length > 0 ? 1 : 0
    else {
      stuffed++
      if (right === text.gold.size && found.length === right) restored++
    }
  }
  console.log(
    `| ${name} | ${(hits / said).toFixed(3)} | ${(hits / gold).toFixed(3)} | ${((2 * hits) / (said + gold)).toFixed(3)} | ${(restored / stuffed).toFixed(2)} | ${touched} of ${texts.length - stuffed} |`,
  )
  Object.assign(weights, kept)
}

function fragmentsOf({ document, headlines }: Text, hidden: RegExp | 'all'): string[] {
  const chain = bestChain(document, headlines, LEAST_EVIDENCE)
  if (!chain) return []
  if (hidden === 'all' || chain.list.whole) return chain.pieces.map((piece) => normalized(document.text, piece))
  const left = describe(document, chain)
    .filter(({ features }) => forest.judge(features.map((value, at) => (hidden.test(PIECE_FEATURES[at] as string) ? 0 : value))) > CERTAIN)
    .map(({ candidate }) => normalized(document.text, candidate))
  return left.length < LEAST_LEFT.usual ? [] : left
}
