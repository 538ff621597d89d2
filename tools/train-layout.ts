/**
 * Fits the layout model by cross-validation and writes `models/layout.json`.
 *
 * Usage: `node tools/train-layout.ts`
 * Reads pages from `../shared/data/webtext/readability.jsonl`, articles without furniture from
 * `../shared/data/polnear/train.jsonl`, and our own pages from `test/pages/`.
 */
import { writeFileSync } from 'node:fs'
import { readDocument } from '../src/engine/1-document/document.ts'
import type { ForestModel } from '../src/engine/1-document/forest.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { FEATURES, readPage } from '../src/engine/3-layout/features.ts'
import { HEADLINE_FEATURES, type HeadlineLine, headlineLines } from '../src/engine/3-layout/headline-features.ts'
import { withoutModel } from '../src/engine/3-layout/layout.ts'
import type { LineFacts } from '../src/engine/3-layout/line-facts.ts'
import { judgeLines, type LayoutModel, labelLines, openLayout } from '../src/engine/3-layout/line-model.ts'
import { withoutFragments } from '../src/engine/3-layout/without-fragments.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { averageForests, fitForest, type Growth, type Sample } from './boosting.ts'
import { decorate } from './decorate.ts'
import { type Line, layOut } from './lay-out.ts'
import { FORMS, formed } from './page-forms.ts'
import { readPages } from './pages.ts'
import { randomFrom } from './random.ts'
import { FAMILIES, stuff } from './simulate.ts'

const FOLDS = 5
/** Headlines are few: the mean over so many partitions says more of them than one. */
const PARTITIONS = 6
const BODY_PARTITIONS = 3
/** Found by trying depths of 3 to 6, with 120 to 300 trees, on unseen pages. */
const BODY = { trees: 80, depth: 4, rate: 0.1, least: 60 }
const BAGS = 4
const HEADLINE = { trees: 100, depth: 2, rate: 0.1, least: 10 }
/** Chosen on unseen pages, and so that articles without furniture keep their lines. */
const READ_OUT = { scale: 0.6, shift: 0.15, change: 1.2, inside: 1 }
/** A page from the web teaches more than one of ours, whose furniture comes from a small stock. */
const WEIGHT = { web: 1, own: 0.8, lost: 0.9 }
/** Each plain article is shown so often with other furniture above its text. */
const DECORATIONS = 4
/** Every n-th clean article is enough to teach that an article may have no furniture at all. */
const CLEAN_STEP = 12
const NO_FOREST: ForestModel = { features: [], bias: 0, trees: [] }
const FURNITURE = new Set(['boilerplate', 'headline', 'credit', 'related_links'])

interface Lesson {
  id: string
  own: boolean
  weight: number
  facts: LineFacts[]
  entries: Uint8Array
  /** The features of each line; null for a label. */
  rows: (Float64Array | null)[]
  body: boolean[]
  sizes: number[]
  /** Lines that may be the headline, and which of them are. Null where the gold does not say. */
  headline: { candidates: HeadlineLine[]; right: Set<number>; stated: boolean } | null
}

function lessonOf(record: GoldRecord, own: boolean, weight = own ? WEIGHT.own : WEIGHT.web): Lesson {
  const document = readDocument(record.text)
  const vocabulary = readVocabulary(document)
  const { facts, entries, rowOf } = readPage(withoutFragments(document, []), vocabulary)
  const blocks = record.blocks ?? [{ start: 0, end: record.text.length, role: 'body' }]
  const body = document.lines.map((line) => isBody(line, blocks))
  const candidates = headlineLines(document, facts, body)
  const right = new Set(
    candidates
      .filter(({ line }) => {
        const { start, end } = document.lines[line] as { start: number; end: number }
        return record.text.slice(start, end).replace(/\s+/g, ' ') === record.headline
      })
      .map(({ line }) => line),
  )
  return {
    id: record.id,
    own,
    weight,
    facts,
    entries,
    rows: facts.map((_, line) => rowOf(line)?.slice() ?? null),
    body,
    sizes: document.lines.map((line) => line.end - line.start),
    headline: record.headline === undefined ? null : { candidates, right, stated: typeof record.headline === 'string' },
  }
}

/** Whether most of a line is body; a line of a page without its line breaks may hold more than one block. */
function isBody(line: { start: number; end: number }, blocks: NonNullable<GoldRecord['blocks']>): boolean {
  let body = 0
  for (const { start, end, role } of blocks)
    if (!FURNITURE.has(role)) body += Math.max(0, Math.min(end, line.end) - Math.max(start, line.start))
  return body * 2 > line.end - line.start
}

function named(names: readonly string[], row: Float64Array): Map<string, number> {
  return new Map(names.map((name, at) => [name, row[at] as number]))
}

function fit(lessons: readonly Lesson[], forHeadlines: readonly Lesson[], withBody = true) {
  const lines = (some: readonly Lesson[]): Sample[] =>
    some.flatMap(({ rows, body, sizes, weight }) =>
      rows.flatMap((row, at) =>
        row
          ? {
              features: named(FEATURES, row),
              label: body[at] as boolean,
              // Long lines carry the characters that the score counts.
              weight: weight * Math.min(3, 0.4 + Math.sqrt(sizes[at] as number) / 8),
            }
          : [],
      ),
    )
  const headlines = (some: readonly Lesson[]): Sample[] =>
    some.flatMap(({ headline, own, weight }, group) =>
      headline && weight !== WEIGHT.lost
        ? headline.candidates.map(({ line, row }) => ({
            features: named(HEADLINE_FEATURES, row),
            // Where the page has its headline twice, the first one counts.
            label: line === Math.min(...headline.right),
            weight: own ? 0.4 : 3,
            group,
          }))
        : [],
    )
  // Each bag leaves out other lessons (Breiman, “Bagging Predictors”, 1996).
  const bagged = (all: readonly Lesson[], samples: (some: readonly Lesson[]) => Sample[], growth: Growth): ForestModel =>
    averageForests(Array.from({ length: BAGS }, (_, bag) => fitForest(samples(all.filter((_, at) => at % BAGS !== bag)), growth)))
  return {
    ...READ_OUT,
    body: withBody ? bagged(lessons, lines, BODY) : NO_FOREST,
    headline: bagged([...lessons, ...forHeadlines], headlines, HEADLINE),
  }
}

/** Character F1 of the body of one page. */
function score({ rows, facts, entries, body, sizes }: Lesson, model: LayoutModel): number {
  const labels = labelLines(judgeLines({ facts, entries, rowOf: (line) => rows[line] ?? null }, model), sizes, model)
  const found = labels.includes(true) ? labels : withoutModel(facts)
  let hit = 0
  let said = 0
  let gold = 0
  found.forEach((label, at) => {
    const size = sizes[at] as number
    if (label) said += size
    if (body[at]) gold += size
    if (label && body[at]) hit += size
  })
  return gold + said === 0 ? 1 : (2 * hit) / (gold + said)
}

/** Whether the model chooses the right line; null where the gold has no headline. */
function headlineRight({ headline }: Lesson, model: LayoutModel): boolean | null {
  if (!headline?.stated) return null
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const { line, row } of headline.candidates) {
    const value = model.headline.judge(row)
    if (value > bestScore) {
      best = line
      bestScore = value
    }
  }
  return headline.right.has(best)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

const shared = new URL('../../shared/data/', import.meta.url)
const web = readGold(new URL('webtext/readability.jsonl', shared)).map((record) => lessonOf(record, false))
const clean = readGold(new URL('polnear/train.jsonl', shared))
  .filter((_, index) => index % CLEAN_STEP === 0)
  .map((record) => lessonOf({ ...record, blocks: undefined }, false))
const own = readPages().map((record) => lessonOf(record, true))

const lessons = [...web, ...own]
/** Our pages once more as scrapers that lose line breaks deliver them: taught, not scored. */
const lost = readPages().flatMap((page) =>
  FORMS.filter(({ lossy }) => lossy).map((form) => lessonOf(formed(page, form), true, WEIGHT.lost)),
)
/** Plain articles, with their headlines and without: most callers send no furniture at all. */
const titled = readGold(new URL('polnear/train.jsonl', shared))
  .filter((_, index) => index % CLEAN_STEP === 1)
  .map((record) => recordOf(record, record.title as string, record.text.split(/\n+/).slice(1)))
const random = randomFrom(21)
const tuned = readGold('test/corpus/tune')
/** Labels of adverts and pointers to other articles among the paragraphs of a plain article, and a tail of links behind it. */
const labelled = tuned.flatMap((record) =>
  FAMILIES.filter(({ name }) => name === 'labels' || name === 'links').flatMap((family) => {
    const stuffed = stuff(record, family, random, record)
    return stuffed ? [{ ...stuffed, blocks: withSpam(stuffed) }] : []
  }),
)
const plain = [...tuned, ...labelled, ...titled].flatMap(withAndWithoutHeadline).map((record) => lessonOf(record, true))
/** The same for the choice of the headline alone: with furniture above their text … */
const decorated = Array.from({ length: DECORATIONS }, () => [...tuned, ...titled].flatMap((record) => decorate(record, random) ?? []))
  .flat()
  .map((page) => lessonOf(page, true))
/** … and cut down to a few paragraphs. */
const brief = tuned
  .flatMap((record, index) => {
    const [headline, ...rest] = (record.blocks ?? []).map(({ start, end }) => record.text.slice(start, end))
    return withAndWithoutHeadline(recordOf(record, headline as string, rest.slice(0, 1 + (index % 3))))
  })
  .map((record) => lessonOf(record, true))

/** A record of a headline and paragraphs. */
function recordOf({ id, lang }: GoldRecord, headline: string, paragraphs: readonly string[]): GoldRecord {
  return { id, lang, headline, ...layOut([[headline, 'headline'], ...paragraphs.map((text): Line => [text, 'paragraph'])]) }
}

/** The record, and the record without its first line. */
function withAndWithoutHeadline(record: GoldRecord): GoldRecord[] {
  const cut = (record.blocks?.[0]?.end ?? 0) + 1
  const rest = (record.blocks ?? []).slice(1).map((block) => ({ ...block, start: block.start - cut, end: block.end - cut }))
  return [record, { ...record, text: record.text.slice(cut), headline: null, blocks: rest }]
}

/** The blocks of a record with its spam as boilerplate. */
function withSpam({ blocks, spam }: GoldRecord): NonNullable<GoldRecord['blocks']> {
  const furniture = (spam ?? []).map(({ start, end }) => ({ start, end, role: 'boilerplate' }))
  return [...(blocks ?? []), ...furniture].sort((a, b) => a.start - b.start)
}

/** Pages of one site (bbc-1, nytimes-1 …) stay in one fold; each partition deals them out anew. */
function foldOf({ id }: Lesson, partition: number): number {
  return [...id.replace(/-\d+$/, '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7 + partition * 7919) % FOLDS
}

/** A model that has seen no lesson of one fold. */
function fitWithout(fold: number, partition: number, body: boolean) {
  const others = (some: readonly Lesson[]): Lesson[] => some.filter((lesson) => foldOf(lesson, partition) !== fold)
  return openLayout(fit([...others([...lessons, ...lost, ...plain]), ...clean], others([...decorated, ...brief]), body))
}

const scores: { id: string; value: number; own: boolean }[] = []
const headlines: { id: string; right: boolean; own: boolean }[] = []
for (let partition = 0; partition < PARTITIONS; partition++)
  for (let fold = 0; fold < FOLDS; fold++) {
    // Lines take long to learn: fewer partitions must do for them.
    const body = partition < BODY_PARTITIONS
    const model = fitWithout(fold, partition, body)
    for (const lesson of lessons) {
      if (foldOf(lesson, partition) !== fold) continue
      if (body) scores.push({ id: lesson.id, value: score(lesson, model), own: lesson.own })
      const right = headlineRight(lesson, model)
      if (right !== null) headlines.push({ id: lesson.id, right, own: lesson.own })
    }
  }
const valuesOf = (ofOwn: boolean): number[] => scores.filter(({ own }) => own === ofOwn).map(({ value }) => value)
const headlinesOf = (ofOwn: boolean): number[] => headlines.filter(({ own }) => own === ofOwn).map(({ right }) => Number(right))
const unseen = {
  web: mean(valuesOf(false)),
  own: mean(valuesOf(true)),
  webHeadlines: mean(headlinesOf(false)),
  ownHeadlines: mean(headlinesOf(true)),
}
console.log('unseen pages:', unseen)
const wrong = Map.groupBy(
  headlines.filter(({ right }) => !right),
  ({ id }) => id,
)
console.log(`wrong headlines: ${[...wrong].map(([id, { length }]) => `${id} (${length} of ${PARTITIONS})`).join(', ')}`)
const byPage = [...Map.groupBy(scores, ({ id }) => id)].map(([id, all]) => ({ id, value: mean(all.map(({ value }) => value)) }))
for (const { id, value } of byPage.sort((a, b) => a.value - b.value).slice(0, 15)) console.log(`  ${value.toFixed(3)} ${id}`)
writeFileSync(
  new URL('../models/layout.json', import.meta.url),
  `${JSON.stringify({ unseen, ...fit([...lessons, ...lost, ...plain, ...clean], [...decorated, ...brief]) })}\n`,
)
