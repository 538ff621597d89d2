/**
 * What can be seen of a line without markup: the features of the layout model, in the spirit of the shallow text
 * features of Kohlschütter, Fankhauser and Nejdl, “Boilerplate Detection using Shallow Text Features” (WSDM 2010), with
 * the heaviest run of text on the page.
 */
import { CLASS, classOf, isCapital, isLetter, unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { withBylines } from './bylines.ts'
import { entriesOf } from './entries.ts'
import type { BoilerplateKind } from './furniture.ts'
import { heaviestRun } from './heaviest-run.ts'
import { factsOf, isRunningText, kindNumber, type LineFacts, SENTENCE_END, TEXT_WIDTH } from './line-facts.ts'
import { withTurns } from './turns.ts'
import type { TrimmedDocument } from './without-fragments.ts'

/** Names of the features, in the order of a row. */
export const FEATURES = [
  'width',
  'sentence',
  'stops',
  'words',
  'capitals',
  'digits',
  'function words',
  'word length',
  'marks',
  'ends',
  'starts',
  'address',
  'divider',
  'quotation',
  'year',
  'second person',
  'chinese',
  'repeats',
  'affinity',
  'blank before',
  'blank after',
  'kind',
  'kind before',
  'kind behind',
  'width -1',
  'width -2',
  'width -3',
  'width +1',
  'width +2',
  'width +3',
  'sentence -1',
  'sentence +1',
  'widest before',
  'widest behind',
  'text near',
  'text around',
  'text wide',
  'text ahead',
  'text behind',
  'lines from first text',
  'lines to last text',
  'place',
  'text place',
  'page share',
  'page lines',
  'page width',
  'main',
  'to main',
  'main share',
  'heading',
  'heading distance',
  'closers',
  'same start',
] as const

/** What a line without a sentence costs the heaviest run of text, in letters. */
const SHORT_LINE = 60
/** Kinds whose heading speaks for the lines under it. */
const HEADINGS = new Set<BoilerplateKind>(['related_links', 'comments', 'share', 'subscribe', 'navigation', 'copyright'])
const CLOSERS = new Set<BoilerplateKind>(['editor_credit', 'related_links', 'comments', 'copyright'])
const MARKS = unitSet('-*•·●■◆▪‣–—○□◇→»>+')
const SECOND_PERSON = /\b(?:you|your)\b|[您你]/i
const ADDRESS = /https?:|www\.|@\w/
const DIVIDER = /[|›»]| > /
const QUOTATION = /[“”"]/
const YEAR = /\b(?:19|20)\d\d\b/
/** “Related: a story” points away and is done; “Related” speaks for the lines under it. */
const POINTER = /^\S[^:]{0,24}:\s?\S.{4}/
/** Everything that is counted in lines is cut off here. */
const MOST_LINES = 40

/** The lines of a page, read for the layout. */
export interface Page {
  facts: LineFacts[]
  /** What each line is in the entries of a live blog, or in a transcript. */
  entries: Uint8Array
  /** The features of a line, see {@link FEATURES}, null for a label: one row for all, good until the next is asked for. */
  rowOf: (index: number) => Float64Array | null
}

/**
 * Reads the features of every line.
 *
 * @param document the document
 * @param vocabulary the bigrams of its long lines
 * @returns one entry a line
 */
export function readPage(document: TrimmedDocument, vocabulary: Vocabulary): Page {
  const { lines } = document
  const written = lines.map((line) => document.wordsOf(line).folded)
  const seen = new Map<string, number>()
  for (const text of written) seen.set(text, (seen.get(text) ?? 0) + 1)
  const said = lines.map((line, index) => {
    const own = written[index] as string
    return factsOf(document, line, own, seen.get(own) as number, affinity(document, vocabulary, index))
  })
  const facts = withInsets(withBylines(said, written))
  // A label may stand anywhere: the others are judged as if it were not there.
  const kept = facts.map((_, index) => index).filter((index) => !(facts[index] as LineFacts).label)
  const rowOf = rowsOf(
    { ...document, lines: kept.map((index) => lines[index] as Line) },
    kept.map((index) => facts[index] as LineFacts),
    kept.map((index) => written[index] as string),
  )
  const places = new Int32Array(facts.length).fill(-1)
  kept.forEach((index, place) => {
    places[index] = place
  })
  return {
    facts,
    entries: withTurns(entriesOf(facts, written), written),
    rowOf: (index) => ((places[index] as number) < 0 ? null : rowOf(places[index] as number)),
  }
}

/** Furniture that stands inside an article, between two sentences of it: a button, an offer, the source of a picture. */
const INSETS: ReadonlySet<BoilerplateKind> = new Set(['share', 'subscribe', 'source_credit'])

/** So many of them stand together at most. */
const MOST_INSETS = 3

/** An inset says nothing of the lines around it, as a label. */
function withInsets(facts: LineFacts[]): LineFacts[] {
  const isSentence = (fact: LineFacts | undefined): boolean =>
    fact !== undefined && fact.furniture === null && fact.sentence && !fact.cut && (!isLetter(fact.first) || isCapital(fact.first))
  // “(Subscribe on our page here.)”: a sentence may be the writer's.
  const isInset = ({ furniture, label, sentence }: LineFacts): boolean =>
    label || (furniture !== null && INSETS.has(furniture) && !sentence)
  // The source of a picture makes a caption of a short line above it that follows no sentence.
  const isCredited = (index: number): boolean => {
    const { furniture, label } = facts[index] as LineFacts
    return furniture === 'source_credit' && !label && (facts[index - 1] as LineFacts).width < TEXT_WIDTH && !isSentence(facts[index - 2])
  }
  const found = [...facts]
  for (let from = 1; from < facts.length; from++) {
    if (!isInset(facts[from] as LineFacts) || !isSentence(facts[from - 1]) || isCredited(from)) continue
    let to = from
    while (to < facts.length && isInset(facts[to] as LineFacts)) to++
    if (to - from <= MOST_INSETS && isSentence(facts[to]))
      for (let index = from; index < to; index++) found[index] = { ...(facts[index] as LineFacts), label: true }
    from = to
  }
  return found
}

function rowsOf(document: Document, facts: readonly LineFacts[], written: readonly string[]): (index: number) => Float64Array {
  const { lines } = document
  const size = lines.length
  const text = facts.map(isRunningText)
  const textWidths = sumsOf(facts.map((fact, index) => (text[index] ? fact.width : 0)))
  const widths = sumsOf(facts.map((fact) => fact.width))
  const counts = sumsOf(text.map(Number))
  const allText = textWidths[size] as number
  const share = allText / Math.max(1, widths[size] as number)
  const first = text.indexOf(true)
  const last = text.lastIndexOf(true)
  // The most running text, short lines counted against it.
  const main = heaviestRun(size, (index) => (text[index] ? (facts[index] as LineFacts).width : -SHORT_LINE))
  const mainText = ((textWidths[main.end] as number) - (textWidths[main.start] as number)) / Math.max(1, allText)
  const closers = sumsOf(facts.map((fact, index) => (closes(fact, written[index] as string) && (counts[index] as number) >= 2 ? 1 : 0)))
  const window = (sums: Float64Array, index: number, reach: number): number => {
    const from = Math.max(0, index - reach)
    const to = Math.min(size, index + reach + 1)
    return ((sums[to] as number) - (sums[from] as number)) / (to - from)
  }
  const log = (value: number): number => Math.log2(1 + value)
  const lines40 = (distance: number): number => Math.max(-MOST_LINES, Math.min(MOST_LINES, distance))
  const kinds = Uint8Array.from(facts, kindNumber)
  const kindOf = (index: number): number => kinds[index] ?? 0
  const logWidths = Float64Array.from(facts, ({ width }) => log(width))
  const widthOf = (index: number): number => logWidths[index] ?? -1
  const headings = headingsOf(facts, written)
  const row = new Float64Array(FEATURES.length)
  return (index) => {
    const fact = facts[index] as LineFacts
    const line = lines[index] as Line
    const heading = headings[index] as number
    const next = lines[index + 1]
    let at = 0
    row[at++] = widthOf(index)
    row[at++] = Number(fact.sentence)
    row[at++] = log(fact.stops)
    row[at++] = log(fact.words + fact.han / 2)
    row[at++] = fact.words > 0 ? fact.capitals / fact.words : -1
    row[at++] = fact.digits / (line.end - line.start)
    row[at++] = fact.shape.functional
    row[at++] = fact.shape.length
    row[at++] = fact.shape.marks
    row[at++] = endOf(fact.last)
    row[at++] = startOf(fact.first)
    row[at++] = Number(ADDRESS.test(written[index] as string))
    row[at++] = Number(DIVIDER.test(written[index] as string))
    row[at++] = Number(QUOTATION.test(written[index] as string))
    row[at++] = Number(YEAR.test(written[index] as string))
    row[at++] = Number(SECOND_PERSON.test(written[index] as string))
    row[at++] = Number(fact.han > fact.words)
    row[at++] = Math.min(4, fact.repeats)
    row[at++] = fact.affinity
    row[at++] = Math.min(3, line.blankBefore)
    row[at++] = next ? Math.min(3, next.blankBefore) : -1
    row[at++] = kindOf(index)
    row[at++] = kindOf(index - 1)
    row[at++] = kindOf(index + 1)
    row[at++] = widthOf(index - 1)
    row[at++] = widthOf(index - 2)
    row[at++] = widthOf(index - 3)
    row[at++] = widthOf(index + 1)
    row[at++] = widthOf(index + 2)
    row[at++] = widthOf(index + 3)
    row[at++] = Number(facts[index - 1]?.sentence ?? false)
    row[at++] = Number(facts[index + 1]?.sentence ?? false)
    row[at++] = Math.max(widthOf(index - 1), widthOf(index - 2), widthOf(index - 3), widthOf(index - 4))
    row[at++] = Math.max(widthOf(index + 1), widthOf(index + 2), widthOf(index + 3), widthOf(index + 4))
    row[at++] = window(counts, index, 2)
    row[at++] = window(counts, index, 6)
    row[at++] = window(counts, index, 16)
    row[at++] = window(textWidths, index + 5, 4) / (1 + window(widths, index + 5, 4))
    row[at++] = window(textWidths, index - 5, 4) / (1 + window(widths, index - 5, 4))
    row[at++] = first < 0 ? 0 : lines40(index - first)
    row[at++] = first < 0 ? 0 : lines40(last - index)
    row[at++] = index / size
    row[at++] = (textWidths[index] as number) / Math.max(1, allText)
    row[at++] = share
    row[at++] = log(size)
    row[at++] = allText / Math.max(1, counts[size] as number)
    row[at++] = Number(index >= main.start && index < main.end)
    row[at++] = lines40(index < main.start ? index - main.start : index >= main.end ? index - main.end + 1 : 0)
    row[at++] = mainText
    row[at++] = heading < 0 ? 0 : kindOf(heading)
    row[at++] = heading < 0 ? MOST_LINES : Math.min(MOST_LINES, index - heading)
    row[at++] = Math.min(5, closers[index] as number)
    row[at++] = Number(sameStart(written[index] as string, written[index - 1]) || sameStart(written[index] as string, written[index + 1]))
    return row
  }
}

/** For each line the nearest heading above it that speaks for the lines under it, -1 for none. */
function headingsOf(facts: readonly LineFacts[], written: readonly string[]): Int32Array {
  const headings = new Int32Array(facts.length)
  let heading = -1
  facts.forEach(({ furniture, width }, index) => {
    headings[index] = heading
    if (furniture !== null && HEADINGS.has(furniture) && width < TEXT_WIDTH && !POINTER.test(written[index] as string)) heading = index
  })
  return headings
}

/** Credits, “Related” and “Comments” close an article: what stands below one is seldom body again. */
function closes({ furniture }: LineFacts, written: string): boolean {
  return furniture !== null && CLOSERS.has(furniture) && (furniture !== 'related_links' || !POINTER.test(written))
}

function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let at = 0; at < values.length; at++) sums[at + 1] = (sums[at] as number) + (values[at] as number)
  return sums
}

function endOf(code: number): number {
  if (code === 0x3a) return 1
  if (code === 0x2c) return 2
  if (code === 0x3b) return 3
  if (code === 0x2026) return 4
  if (code === 0x3f) return 5
  if (code === 0x21) return 6
  return SENTENCE_END.has(code) ? 7 : 0
}

function startOf(code: number): number {
  if (MARKS.has(code)) return 1
  if (code === 0x25b3 || code === 0x25b2) return 2
  const found = classOf[code]
  if (found === CLASS.digit) return 3
  if (code >= 97 && code <= 122) return 4
  return found === CLASS.punctuation ? 5 : 6
}

/** Lists of links begin alike. */
function sameStart(a: string, b: string | undefined): boolean {
  return b !== undefined && a.length > 4 && a.slice(0, 4) === b.slice(0, 4)
}
