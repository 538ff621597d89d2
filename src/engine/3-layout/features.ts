/**
 * What can be seen of a line without markup: the features of the layout model, in the spirit of the shallow text
 * features of Kohlschütter, Fankhauser and Nejdl, “Boilerplate Detection using Shallow Text Features” (WSDM 2010).
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { type BoilerplateKind, furnitureKind } from './furniture.ts'

/** What is known of one line. */
export interface LineFacts {
  /** Length in Latin letters: a Han character counts as 2.5. */
  width: number
  /** Ends like a sentence. */
  sentence: boolean
  /** Number of marks that end a sentence or a clause. */
  stops: number
  furniture: BoilerplateKind | null
  /** Names of the binary features that hold. */
  features: string[]
}

/** Width from which a line that ends like a sentence is taken for running text. */
const TEXT_WIDTH = 80
const CLOSERS = new Set<BoilerplateKind>(['editor_credit', 'related_links', 'comments', 'copyright'])
const MARKS = new Set([...'-*•·●■◆▪‣–—○□◇→»>+'].map((mark) => mark.charCodeAt(0)))
const SENTENCE_END = new Set([...'.!?。…'].map((mark) => mark.charCodeAt(0)))
const CLOSING = new Set([...'”’"\')）]'].map((mark) => mark.charCodeAt(0)))

interface Shape {
  width: number
  han: number
  digits: number
  stops: number
  words: number
  capitals: number
  sentence: boolean
  end: number
  first: number
}

/**
 * Reads the features of every line.
 *
 * @param document the document
 * @param vocabulary the bigrams of its long lines
 * @returns one entry a line
 */
export function readFacts(document: Document, vocabulary: Vocabulary): LineFacts[] {
  const { lines, folded } = document
  const shapes = lines.map((line) => shapeOf(document.codes, line))
  const text = shapes.map((shape) => shape.width >= TEXT_WIDTH && (shape.sentence || shape.stops >= 2))
  const seen = new Map<string, number>()
  for (const line of lines) {
    const key = folded.slice(line.start, line.end)
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const textWidths = shapes.map((shape, index) => (text[index] ? shape.width : 0))
  const sums = [0]
  for (const width of textWidths) sums.push((sums.at(-1) as number) + width)
  const counts = [0]
  for (const isText of text) counts.push((counts.at(-1) as number) + (isText ? 1 : 0))
  const allWidth = shapes.reduce((sum, shape) => sum + shape.width, 0)
  const textShare = (sums.at(-1) as number) / Math.max(1, allWidth)
  const kinds = lines.map((line) => furnitureKind(folded.slice(line.start, line.end)))
  // Credits, “Related” and “Comments” close an article: what stands below one is seldom body again.
  let closers = 0
  const closed = kinds.map((kind, index) => {
    const seenBefore = closers
    if (kind !== null && CLOSERS.has(kind) && (counts[index] as number) >= 2) closers++
    return seenBefore
  })
  const first = text.indexOf(true)
  const last = text.lastIndexOf(true)
  const windowShare = (index: number, reach: number): number => {
    const from = Math.max(0, index - reach)
    const to = Math.min(lines.length, index + reach + 1)
    return ((counts[to] as number) - (counts[from] as number)) / (to - from)
  }
  return lines.map((line, index) => {
    const shape = shapes[index] as Shape
    const written = folded.slice(line.start, line.end)
    const kind = kinds[index] as BoilerplateKind | null
    const features = ownFeatures(shape, written, kind)
    const repeats = seen.get(written) as number
    if (repeats > 1) features.push(shape.width >= TEXT_WIDTH ? 'repeated long' : 'repeated')
    features.push(`affinity ${bin(affinity(document, vocabulary, index), [0.001, 0.15, 0.3, 0.5, 0.75])}`)
    for (const [name, at] of [
      ['before', index - 1],
      ['after', index + 1],
    ] as const) {
      const neighbour = shapes[at]
      if (!neighbour) features.push(`${name} none`)
      else features.push(`${name} ${bin(neighbour.width, [8, 24, 48, 100, 250])}${neighbour.sentence ? ' sentence' : ''}`)
    }
    features.push(`near ${bin(windowShare(index, 2), [0.01, 0.25, 0.45, 0.65, 0.9])}`)
    features.push(`around ${bin(windowShare(index, 6), [0.01, 0.15, 0.3, 0.5, 0.75])}`)
    features.push(`page ${bin(textShare, [0.2, 0.4, 0.6, 0.8, 0.93])}`)
    if (closed[index] !== 0)
      features.push(
        'closed',
        `closed ${shape.width >= TEXT_WIDTH && shape.sentence ? 'text' : 'short'}`,
        `closed ${bin(windowShare(index, 6), [0.15, 0.5])}`,
      )
    if (line.blankBefore > 0) features.push('blank before')
    if (first < 0) features.push('no text')
    else if (index < first) features.push(`ahead ${bin(first - index, [2, 4, 8, 20])}`)
    else if (index > last) features.push(`behind ${bin(index - last, [2, 4, 8, 20])}`)
    else features.push('between')
    const share = (sums[index + 1] as number) / Math.max(1, sums.at(-1) as number)
    features.push(`place ${bin(share, [0.001, 0.2, 0.8, 0.999])}`)
    features.push(`${text[index] ? 'text' : 'short'} page ${bin(textShare, [0.4, 0.75])} ${bin(lines.length, [25, 80])}`)
    return { width: shape.width, sentence: shape.sentence, stops: shape.stops, furniture: kind, features }
  })
}

/** The number of limits that a value has reached. */
export function bin(value: number, limits: readonly number[]): number {
  let index = 0
  while (index < limits.length && value >= (limits[index] as number)) index++
  return index
}

function shapeOf(codes: Uint16Array, line: Line): Shape {
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
  return {
    width: line.end - line.start + han * 1.5,
    han,
    digits,
    stops,
    words,
    capitals,
    sentence: SENTENCE_END.has(codes[end] as number),
    end: codes[end] as number,
    first: codes[line.start] as number,
  }
}

function ownFeatures(shape: Shape, written: string, kind: BoilerplateKind | null): string[] {
  const width = bin(shape.width, [6, 12, 24, 40, 60, 90, 140, 220, 400, 800])
  const features = [
    'bias',
    `width ${width}`,
    `width ${width}${shape.sentence ? ' sentence' : ''}`,
    `stops ${bin(shape.stops, [1, 2, 3, 6, 12])}`,
  ]
  if (kind !== null) features.push('furniture', `furniture ${kind}`, `furniture ${kind} ${shape.width >= TEXT_WIDTH ? 'long' : 'short'}`)
  if (shape.end === 0x3a) features.push('ends colon')
  if (shape.end === 0x2c) features.push('ends comma')
  if (shape.end === 0x3f) features.push('ends question')
  if (shape.end === 0x21) features.push('ends shout')
  if (shape.end === 0x2026 || written.endsWith('...')) features.push('ends dots')
  if (shape.end === 0x3b) features.push('ends semicolon')
  if (MARKS.has(shape.first)) features.push('list mark')
  if (shape.first >= 0x30 && shape.first <= 0x39) features.push('starts digit')
  if (shape.first === 0x25b3 || shape.first === 0x25b2) features.push('caption mark')
  if (shape.first >= 97 && shape.first <= 122) features.push('starts small')
  if (shape.words > 1) features.push(`capitals ${bin(shape.capitals / shape.words, [0.2, 0.5, 0.8, 1])}`)
  features.push(`digits ${bin(shape.digits / written.length, [0.001, 0.08, 0.25, 0.5])}`)
  if (/https?:|www\.|@\w/.test(written)) features.push('address')
  if (/[|›»]| > /.test(written)) features.push('divider')
  if (/[“”"]/.test(written)) features.push('quotation')
  if (/\b(?:19|20)\d\d\b/.test(written)) features.push('year')
  if (shape.words + shape.han <= 1) features.push('one word')
  if (shape.han > 0) features.push(shape.stops > 0 ? 'han stops' : 'han no stops')
  return features
}
