/**
 * Fits the layout model by cross-validation and writes `models/layout.json`.
 *
 * Usage: `node tools/train-layout.ts`
 * Reads pages from `../shared/data/webtext/readability.jsonl`, articles without furniture from
 * `../shared/data/polnear/train.jsonl`, and our own pages from `test/pages/`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../src/engine/1-document/document.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { readFacts } from '../src/engine/3-layout/features.ts'
import { type HeadlineLine, headlineLines, NO_HEADLINE } from '../src/engine/3-layout/headline.ts'
import { emission, type LayoutWeights, labelLines } from '../src/engine/3-layout/line-model.ts'
import { type GoldRecord, readGold } from './gold.ts'

const FOLDS = 5
const EPOCHS = 30
const RATE = 0.12
const L2 = 2e-4
const HEADLINE_EPOCHS = 40
const HEADLINE_RATE = 0.05
const HEADLINE_DECAY = 1e-4
/** Every n-th clean article is enough to teach that an article may have no furniture at all. */
const CLEAN_STEP = 12

interface Page {
  id: string
  /** Feature names of each line. */
  lines: string[][]
  body: boolean[]
  sizes: number[]
  own: boolean
  hasHeadline: boolean
  /** Lines that may be the headline, and which of them are. Null where the gold does not say. */
  headline: { candidates: HeadlineLine[]; right: number[] } | null
}

function readPage(record: GoldRecord, own: boolean): Page {
  const document = readDocument(record.text)
  const facts = readFacts(document, readVocabulary(document))
  const blocks = record.blocks ?? [{ start: 0, end: record.text.length, role: 'body' }]
  let next = 0
  const body = document.lines.map((line) => {
    while (next < blocks.length - 1 && (blocks[next] as { end: number }).end <= line.start) next++
    return !['boilerplate', 'headline', 'credit', 'related_links'].includes((blocks[next] as { role: string }).role)
  })
  const vocabulary = readVocabulary(document)
  const candidates = headlineLines(document, vocabulary, facts, body)
  const right = candidates.flatMap(({ line }, index) => {
    const { start, end } = document.lines[line] as { start: number; end: number }
    return record.text.slice(start, end).replace(/\s+/g, ' ') === record.headline ? [index] : []
  })
  const headline = record.headline === undefined ? null : { candidates, right }
  return {
    id: record.id,
    headline,
    hasHeadline: typeof record.headline === 'string',
    lines: facts.map((fact) => fact.features),
    body,
    sizes: document.lines.map((line) => line.end - line.start),
    own,
  }
}

/** Gradient ascent on the likelihood of the chain (forward-backward), with AdaGrad steps. */
function train(pages: readonly Page[]): LayoutWeights {
  const features: Record<string, number> = {}
  const headline: Record<string, number> = {}
  const squares: Record<string, number> = {}
  const names = ['bodyBody', 'furnitureBody', 'bodyFurniture', 'furnitureFurniture'] as const
  const transitions = { bodyBody: 0.5, furnitureBody: -1, bodyFurniture: -1, furnitureFurniture: 0.5 }
  const step = (key: string, gradient: number): number => {
    squares[key] = (squares[key] ?? 1e-3) + gradient * gradient
    return (RATE * gradient) / Math.sqrt(squares[key])
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const page of pages) {
      const size = page.lines.length
      if (size === 0) continue
      const weights: LayoutWeights = { features, headline, transitions }
      const emissions = page.lines.map((line) => emission(line, weights))
      const { marginals, pairs } = forwardBackward(emissions, transitions)
      const gold = [0, 0, 0, 0]
      for (let at = 1; at < size; at++) gold[(page.body[at - 1] ? 0 : 1) + (page.body[at] ? 0 : 2)]++
      // Order of pairs: body→body, furniture→body, body→furniture, furniture→furniture.
      names.forEach((name, index) => {
        transitions[name] += step(`> ${name}`, ((gold[index] as number) - (pairs[index] as number)) / Math.sqrt(size))
      })
      const gradients = new Map<string, number>()
      for (let at = 0; at < size; at++) {
        // Long lines carry the characters that the score counts.
        const weight = Math.min(3, 0.4 + Math.sqrt(page.sizes[at] as number) / 8)
        const delta = ((page.body[at] ? 1 : 0) - (marginals[at] as number)) * weight
        for (const feature of page.lines[at] as string[]) gradients.set(feature, (gradients.get(feature) ?? 0) + delta)
      }
      for (const [feature, gradient] of gradients) {
        const value = features[feature] ?? 0
        features[feature] = value * (1 - L2) + step(feature, gradient / Math.sqrt(size))
      }
    }
  }
  trainHeadline(pages, headline)
  return { features, headline, transitions }
}

/** Gradient ascent on the likelihood of the right line, or of none. */
function trainHeadline(pages: readonly Page[], weights: Record<string, number>): void {
  for (let epoch = 0; epoch < HEADLINE_EPOCHS; epoch++) {
    for (const { headline } of pages) {
      if (!headline) continue
      const choices = [...headline.candidates.map(({ features }) => features), [NO_HEADLINE]]
      const right = headline.right.length > 0 ? headline.right : [choices.length - 1]
      const scores = choices.map((features) => Math.exp(features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0)))
      const sum = scores.reduce((total, score) => total + score, 0)
      const rightSum = right.reduce((total, index) => total + (scores[index] as number), 0)
      choices.forEach((features, index) => {
        const wanted = right.includes(index) ? (scores[index] as number) / rightSum : 0
        const delta = wanted - (scores[index] as number) / sum
        if (Math.abs(delta) > 1e-4)
          for (const feature of features) weights[feature] = ((weights[feature] ?? 0) + HEADLINE_RATE * delta) * (1 - HEADLINE_DECAY)
      })
    }
  }
}

/** Whether the model chooses the right line; null where the gold has no headline. */
function headlineRight(page: Page, weights: LayoutWeights): boolean | null {
  if (!page.headline || page.headline.right.length === 0) return page.headline && page.hasHeadline ? false : null
  const scores = page.headline.candidates.map(({ features }) =>
    features.reduce((sum, feature) => sum + (weights.headline[feature] ?? 0), 0),
  )
  return page.headline.right.includes(scores.indexOf(Math.max(...scores)))
}

function forwardBackward(
  emissions: readonly number[],
  transitions: LayoutWeights['transitions'],
): { marginals: number[]; pairs: number[] } {
  const size = emissions.length
  const t = [transitions.bodyBody, transitions.furnitureBody, transitions.bodyFurniture, transitions.furnitureFurniture] as const
  const add = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))
  const forward: [number, number][] = [[emissions[0] as number, 0]]
  for (let at = 1; at < size; at++) {
    const [body, furniture] = forward[at - 1] as [number, number]
    forward.push([add(body + t[0], furniture + t[1]) + (emissions[at] as number), add(body + t[2], furniture + t[3])])
  }
  const backward: [number, number][] = new Array(size)
  backward[size - 1] = [0, 0]
  for (let at = size - 2; at >= 0; at--) {
    const [body, furniture] = backward[at + 1] as [number, number]
    const next = emissions[at + 1] as number
    backward[at] = [add(t[0] + next + body, t[2] + furniture), add(t[1] + next + body, t[3] + furniture)]
  }
  const [lastBody, lastFurniture] = forward[size - 1] as [number, number]
  const total = add(lastBody, lastFurniture)
  const marginals = forward.map(([body], at) => Math.exp(body + (backward[at] as [number, number])[0] - total))
  const pairs = [0, 0, 0, 0]
  for (let at = 1; at < size; at++) {
    const [body, furniture] = forward[at - 1] as [number, number]
    const [afterBody, afterFurniture] = backward[at] as [number, number]
    const emitted = emissions[at] as number
    pairs[0] += Math.exp(body + t[0] + emitted + afterBody - total)
    pairs[1] += Math.exp(furniture + t[1] + emitted + afterBody - total)
    pairs[2] += Math.exp(body + t[2] + afterFurniture - total)
    pairs[3] += Math.exp(furniture + t[3] + afterFurniture - total)
  }
  return { marginals, pairs }
}

/** Character F1 of the body of one page. */
function score(page: Page, weights: LayoutWeights): number {
  const labels = labelLines(
    page.lines.map((line) => emission(line, weights)),
    weights.transitions,
  )
  let hit = 0
  let said = 0
  let gold = 0
  labels.forEach((label, at) => {
    const size = page.sizes[at] as number
    if (label) said += size
    if (page.body[at]) gold += size
    if (label && page.body[at]) hit += size
  })
  return gold + said === 0 ? 1 : (2 * hit) / (gold + said)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

const shared = new URL('../../shared/data/', import.meta.url)
const web = readGold(new URL('webtext/readability.jsonl', shared)).map((record) => readPage(record, false))
const clean = readGold(new URL('polnear/train.jsonl', shared))
  .filter((_, index) => index % CLEAN_STEP === 0)
  .map((record) => readPage({ ...record, blocks: undefined }, false))
const ownFolder = new URL('../test/pages/', import.meta.url)
const own = existsSync(ownFolder)
  ? readdirSync(ownFolder)
      .sort()
      .map((name) => {
        const record = JSON.parse(readFileSync(new URL(`${name}/expected.json`, ownFolder), 'utf8')) as GoldRecord
        return readPage({ ...record, id: name, text: readFileSync(new URL(`${name}/page.txt`, ownFolder), 'utf8') }, true)
      })
  : []

const scores: { id: string; value: number; own: boolean; headline: boolean | null }[] = []
const pages = [...web, ...own]
// Neighbours in the list are pages of one site (bbc-1, nytimes-1 …): they stay in one fold.
const foldOf = (page: Page): number => [...page.id.replace(/-\d+$/, '')].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % FOLDS
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = train([...pages.filter((page) => foldOf(page) !== fold), ...clean])
  for (const page of pages)
    if (foldOf(page) === fold)
      scores.push({ id: page.id, value: score(page, weights), own: page.own, headline: headlineRight(page, weights) })
}
const webScores = scores.filter((entry) => !entry.own).map((entry) => entry.value)
const ownScores = scores.filter((entry) => entry.own).map((entry) => entry.value)
console.log(
  `unseen pages: web ${mean(webScores).toFixed(4)} (${webScores.length}), own ${mean(ownScores).toFixed(4)} (${ownScores.length})`,
)
const headlines = scores.filter((entry) => entry.headline !== null)
const rightHeadlines = headlines.filter((entry) => entry.headline).length / headlines.length
console.log(
  `unseen headlines: ${rightHeadlines.toFixed(4)} (${headlines.length}); wrong: ${headlines
    .filter((entry) => !entry.headline)
    .map((entry) => entry.id)
    .join(' ')}`,
)
for (const { id, value } of scores.sort((a, b) => a.value - b.value).slice(0, 15)) console.log(`  ${value.toFixed(3)} ${id}`)

const weights = train([...pages, ...clean])
const rounded = (values: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, Math.round(value * 1000) / 1000] as const)
      .filter(([, value]) => Math.abs(value) >= 0.005)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
writeFileSync(
  new URL('../models/layout.json', import.meta.url),
  `${JSON.stringify({ scores: { unseenWeb: mean(webScores), unseenOwn: ownScores.length > 0 ? mean(ownScores) : null, unseenHeadlines: rightHeadlines }, weights: { transitions: weights.transitions, headline: rounded(weights.headline), features: rounded(weights.features) } }, null, 1)}\n`,
)
