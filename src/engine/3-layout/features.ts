/**
 * What can be seen of a line without markup: the features of the layout model, in the spirit of the shallow text
 * features of Kohlschütter, Fankhauser and Nejdl, “Boilerplate Detection using Shallow Text Features” (WSDM 2010), with
 * the heaviest run of text on the page.
 */
import { CLASS, classOf, isLetter } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { entriesOf } from './entries.ts'
import { type BoilerplateKind, furnitureKind } from './furniture.ts'
import { heaviestRun } from './heaviest-run.ts'

/** How the words of a line look. */
interface WordShape {
  functional: number
  length: number
  marks: number
}

/** What is known of one line. */
export interface LineFacts {
  /** Length in Latin letters: a Han character counts as 2.5. */
  width: number
  /** Ends like a sentence. */
  sentence: boolean
  /** Number of marks that end a sentence or a clause. */
  stops: number
  furniture: BoilerplateKind | null
  /** A label of an advert or a pointer to another article, by its own words; it says nothing of the lines around it. */
  label: boolean
  /** Share of the line's words that the article's long lines have too. */
  affinity: number
  /** How often the same line stands in the text. */
  repeats: number
  /** Share of words that only sentences need, mean length of the words, share of marks. */
  shape: WordShape
  /** Words, those with a capital, digits, Han characters. */
  words: number
  capitals: number
  digits: number
  han: number
  /** First and last written unit. */
  first: number
  last: number
}

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

/** Width from which a line that ends like a sentence is taken for running text. */
const TEXT_WIDTH = 80
/** What a line without a sentence costs the heaviest run of text, in letters. */
const SHORT_LINE = 60
/** Kinds whose heading speaks for the lines under it. */
const HEADINGS = new Set<BoilerplateKind>(['related_links', 'comments', 'share', 'subscribe', 'navigation', 'copyright'])
const CLOSERS = new Set<BoilerplateKind>(['editor_credit', 'related_links', 'comments', 'copyright'])
const KIND_ORDER: readonly BoilerplateKind[] = [
  'byline',
  'timestamp',
  'source_credit',
  'editor_credit',
  'advertisement_label',
  'share',
  'subscribe',
  'related_links',
  'comments',
  'navigation',
  'copyright',
]
const MARKS = new Set([...'-*•·●■◆▪‣–—○□◇→»>+'].map((mark) => mark.charCodeAt(0)))
const SENTENCE_END = new Set([...'.!?。…'].map((mark) => mark.charCodeAt(0)))
const CLOSING = new Set([...'”’"\')）]'].map((mark) => mark.charCodeAt(0)))
/** Words and characters that sentences need and menus do not (jusText: stop word density). */
const FUNCTION_WORDS = new Set(
  'the of and to in that is was for with his her he she it on as at by from this are were have has had not but they their which who said will would been or an be a i you we if so there when what than then into can no my your our de la le el que en et les des un une di der die das und'
    .split(' ')
    .map((word) => [...word].reduce((packed, letter) => packWith(packed, letter.charCodeAt(0)), 0)),
)
/** The longest of them, in letters. */
const LONGEST_FUNCTION_WORD = 5
const FUNCTION_CHARACTERS = new Set(
  [...'的了在是和与也就都而及着将被把为对从到说有这那他她我们'].map((character) => character.charCodeAt(0)),
)
const SECOND_PERSON = /\b(?:you|your)\b|[您你]/i
const ADDRESS = /https?:|www\.|@\w/
const DIVIDER = /[|›»]| > /
const QUOTATION = /[“”"]/
const YEAR = /\b(?:19|20)\d\d\b/
/** “Related: a story” points away and is done; “Related” speaks for the lines under it. */
const POINTER = /^\S[^:]{0,24}:\s?\S.{4}/
/** What no article says of itself: a pointer to another one. */
const POINTS_AWAY =
  /^(?:related|see also|also read|read also|read next|read more|延伸阅读|相关阅读|推荐阅读|相关新闻|相关报道|相关链接)\s?:\s?\S/iu
/** Everything that is counted in lines is cut off here. */
const MOST_LINES = 40

/** The lines of a page, read for the layout. */
export interface Page {
  facts: LineFacts[]
  /** What each line is in the entries of a live blog. */
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
export function readPage(document: Document, vocabulary: Vocabulary): Page {
  const { lines, folded } = document
  const written = lines.map((line) => folded.slice(line.start, line.end))
  const seen = new Map<string, number>()
  for (const text of written) seen.set(text, (seen.get(text) ?? 0) + 1)
  const facts = lines.map((line, index) => factsOf(document, line, written[index] as string, seen, affinity(document, vocabulary, index)))
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
    entries: entriesOf(facts, written),
    rowOf: (index) => ((places[index] as number) < 0 ? null : rowOf(places[index] as number)),
  }
}

function factsOf(
  document: Document,
  line: Line,
  written: string,
  seen: ReadonlyMap<string, number>,
  near: number,
): Omit<LineFacts, 'clock'> {
  const { codes } = document
  let han = 0
  let digits = 0
  let stops = 0
  let words = 0
  let capitals = 0
  let before: number = CLASS.blank
  for (let at = line.start; at < line.end; at++) {
    const code = codes[at] as number
    const found = classOf[code] as number
    if (found === CLASS.han) han++
    else if (found === CLASS.digit) digits++
    else if (found === CLASS.latin || found === CLASS.letter) {
      if (before !== CLASS.latin && before !== CLASS.letter) {
        words++
        if (code >= 65 && code <= 90) capitals++
      }
    } else if (code === 0x2c || code === 0x3002 || code === 0x3b || code === 0x21 || code === 0x3f) stops++
    else if (code === 0x2e && (at + 1 >= line.end || classOf[codes[at + 1] as number] === CLASS.blank)) stops++
    before = found
  }
  let end = line.end - 1
  while (end > line.start && CLOSING.has(codes[end] as number)) end--
  const furniture = furnitureKind(written)
  return {
    width: line.end - line.start + han * 1.5,
    sentence: SENTENCE_END.has(codes[end] as number),
    stops,
    furniture,
    label: furniture === 'advertisement_label' || (furniture === 'related_links' && POINTS_AWAY.test(written)),
    affinity: near,
    shape: shapeOf(document, line),
    repeats: seen.get(written) as number,
    words,
    capitals,
    digits,
    han,
    first: codes[line.start] as number,
    last: codes[end] as number,
  }
}

/** Whether a line is running text by its own looks. */
export function isRunningText(fact: LineFacts): boolean {
  return fact.width >= TEXT_WIDTH && (fact.sentence || fact.stops >= 2)
}

/** The kind of furniture that a line is by its own words as a number, 0 for none: kinds above the article come first. */
export function kindNumber(fact: LineFacts | undefined): number {
  return fact?.furniture ? KIND_ORDER.indexOf(fact.furniture) + 1 : 0
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

/** A short word as one number, in lower case: five bits a letter, and none for a word with a letter of another alphabet. */
function packWith(packed: number, code: number): number {
  const lower = code | 32
  return packed < 0 || lower < 97 || lower > 122 ? -1 : packed * 32 + lower - 96
}

function shapeOf({ codes }: Document, { start, end }: Line): WordShape {
  let words = 0
  let letters = 0
  let functional = 0
  let marks = 0
  for (let at = start; at < end; at++) {
    const code = codes[at] as number
    const found = classOf[code]
    if (found === CLASS.han) {
      words++
      letters += 2
      if (FUNCTION_CHARACTERS.has(code)) functional += 2
    } else if (isLetter(code)) {
      let to = at
      let packed = 0
      for (; to < end && isLetter(codes[to] as number); to++)
        if (to - at < LONGEST_FUNCTION_WORD) packed = packWith(packed, codes[to] as number)
      words++
      letters += to - at
      if (to - at <= LONGEST_FUNCTION_WORD && FUNCTION_WORDS.has(packed)) functional++
      at = to - 1
    } else if (found === CLASS.punctuation) marks++
  }
  return { functional: words === 0 ? 0 : functional / words, length: words === 0 ? 0 : letters / words, marks: marks / (end - start) }
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
