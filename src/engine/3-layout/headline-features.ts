/** What speaks for a line to be the headline. */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { TopicWords } from '../1-document/topic-words.ts'
import { Bigrams } from '../1-document/vocabulary.ts'
import { isEvent } from './entries.ts'
import { isRunningText, kindNumber, type LineFacts } from './line-facts.ts'

/** A line that may be the headline, with its row of features. */
export interface HeadlineLine {
  line: number
  row: Float64Array
}

/** Names of the features, in the order of a row. */
export const HEADLINE_FEATURES = [
  'affinity',
  'affinity to opening',
  'width',
  'distance',
  'place',
  'kind',
  'ends',
  'stops',
  'kind behind',
  'width behind',
  'width before',
  'widest so far',
  'widest from top',
  'wider than all',
  'affinity above all',
  'repeated',
  'blank before',
  'blank after',
  'capitals',
  'digits',
  'list mark',
  'divider',
  'words',
  'candidates',
  'site',
  'repeats with site',
  'ends another',
  'phrase of the text',
  'credit below',
  'share below',
  'furniture above',
  'caption',
  'function words',
  'shared above',
  'topical',
  'topical among all',
  'topical words',
] as const

/** The headline stands among this many lines above the text; a longer menu is cut off at its top. */
const REACH = 120
/** Without running text the headline is looked for among so many lines. */
const TOP = 4
/** A topic's name comes back within so much of the running text, in UTF-16 units. */
const OPENING = 3000
/** Bylines, dates and buttons stand within so many lines below a headline. */
const NEAR = 4
export const CREDITS: ReadonlySet<string> = new Set(['byline', 'timestamp', 'source_credit'])
export const SHARES: ReadonlySet<string> = new Set(['share', 'comments', 'subscribe'])
/** A way of names that ends with the headline is longer than this by its headline alone, in UTF-16 units. */
const LEAST_ENDING = 10
const FULL_STOP = '。'.charCodeAt(0)
/** A line that ends like the name of a site. */
const SITE = /(?:[_|]|\s[-–—|·]\s?)[^_|–—]{2,30}$/
/** A line that ends or begins with the credit of a picture. */
export const CAPTION =
  /\([^()]{0,60}(?:\/|photo|images|reuters|getty|\bap\b|afp|摄|供图|图)[^()]{0,40}\)$|\/(?:getty images|ap|reuters|afp)$|\bsource: ?[^.]{2,30}$|^(?:photo|image|picture|credit|图为|图\d?:|资料图)|(?:photo|photograph|image|illustration|credit)(?:s|ed)?(?:\sby|:)|getty images|(?:摄|供图|资料图)$/iu
const LIST_MARK = /^(?:[-*•·●■◆▪‣○□◇→»>+]|\d{1,2}[.)、])/

/**
 * Lists the lines that may be the headline.
 *
 * @param document the document
 * @param facts what is known of its lines
 * @param body for each line whether it is body
 * @returns the lines above the first running text, with their features, in order
 */
export function headlineLines(document: Document, facts: readonly LineFacts[], body: readonly boolean[]): HeadlineLine[] {
  const { lines, folded } = document
  const text = lines.findIndex(
    (_, index) => body[index] === true && isRunningText(facts[index] as LineFacts) && !isLongHeadline(facts, index),
  )
  const limit = text < 0 ? Math.min(lines.length, TOP) : text
  const from = Math.max(0, limit - REACH)
  const written = lines.slice(from, limit).map((line) => folded.slice(line.start, line.end))
  const opening = text < 0 ? null : openingOf(document, lines[text] as Line)
  const start = text < 0 ? '' : folded.slice((lines[text] as Line).start, (lines[text] as Line).start + OPENING)
  const indices: number[] = []
  for (let index = from; index < limit; index++) if (mayBeHeadline(document, lines[index] as Line)) indices.push(index)
  const widest = indices.reduce((most, index) => Math.max(most, (facts[index] as LineFacts).width), 0)
  const nearest = indices.reduce((most, index) => Math.max(most, (facts[index] as LineFacts).affinity), 0)
  const widthBelow = new Float64Array(limit + 1)
  for (let index = limit - 1; index >= from; index--)
    widthBelow[index] = Math.max(widthBelow[index + 1] as number, (facts[index] as LineFacts).width)
  const topical = topicsOf(document, facts, body)
  const weights = indices.map((index) => topical.weigh(document.codes, (lines[index] as Line).start, (lines[index] as Line).end))
  const mostTopical = weights.reduce((most, { mean }) => Math.max(most, mean), Number.EPSILON)
  const header = headerOf(document, from, limit, written)
  let widthAbove = 0
  return indices.map((index, at) => {
    const fact = facts[index] as LineFacts
    const line = lines[index] as Line
    const own = written[index - from] as string
    const topics = weights[at] as { sum: number; mean: number }
    const next = facts[index + 1]
    const site = SITE.exec(own)
    const bare = site ? own.slice(0, site.index).trim() : own
    const row = Float64Array.of(
      fact.affinity,
      opening === null ? -1 : opening.share(document.codes, line.start, line.end, 0),
      Math.log2(1 + fact.width),
      Math.min(60, limit - index),
      Math.min(60, index),
      kindNumber(fact),
      /[?!]$/.test(own) ? 2 : fact.sentence ? 1 : /[:,;]$/.test(own) ? 3 : 0,
      fact.stops,
      kindNumber(next),
      next ? Math.log2(1 + next.width) : -1,
      facts[index - 1] ? Math.log2(1 + (facts[index - 1] as LineFacts).width) : -1,
      Number(fact.width >= (widthBelow[index + 1] as number)),
      Number(fact.width >= widthAbove),
      Number(fact.width >= widest),
      Number(fact.affinity >= nearest),
      Math.min(4, fact.repeats),
      Math.min(3, line.blankBefore),
      Math.min(3, lines[index + 1]?.blankBefore ?? 0),
      fact.words > 0 ? fact.capitals / fact.words : -1,
      fact.digits / own.length,
      Number(LIST_MARK.test(own)),
      Number(/[|›»]/.test(own)),
      fact.words + fact.han / 2,
      Math.min(60, indices.length),
      Number(site !== null),
      Number(site !== null && written.includes(bare)) -
        Number(site === null && written.some((other) => other !== own && other.startsWith(own))),
      Number(own.length > LEAST_ENDING && written.some((other) => other.length > own.length && other.endsWith(own))) -
        Number(written.some((other) => other.length > LEAST_ENDING && other.length < own.length && own.endsWith(other))),
      Number(own.length > 4 && start.includes(own)),
      belowOf(facts, index, CREDITS),
      belowOf(facts, index, SHARES),
      kindNumber(facts[index - 1]),
      Number(CAPTION.test(own)),
      fact.shape.functional,
      header.share(document.codes, line.start, line.end, 1),
      topics.mean,
      topics.mean / mostTopical,
      topics.sum,
    )
    widthAbove = Math.max(widthAbove, fact.width)
    return { line: index, row }
  })
}

/** A long line with commas right above a byline or a date. */
function isLongHeadline(facts: readonly LineFacts[], index: number): boolean {
  return !(facts[index] as LineFacts).sentence && CREDITS.has(facts[index + 1]?.furniture ?? '')
}

/** How many lines below a line the first one of some kinds stands; more than {@link NEAR} are none. */
function belowOf(facts: readonly LineFacts[], index: number, kinds: ReadonlySet<string>): number {
  for (let distance = 1; distance <= NEAR; distance++) if (kinds.has(facts[index + distance]?.furniture ?? '')) return distance
  return NEAR + 1
}

/** What the running text is about. */
function topicsOf({ codes, lines }: Document, facts: readonly LineFacts[], body: readonly boolean[]): TopicWords {
  const topics = new TopicWords(codes.length)
  lines.forEach(({ start, end }, index) => {
    if (body[index] && isRunningText(facts[index] as LineFacts)) topics.add(codes, start, end)
  })
  return topics
}

/** The bigrams of the lines above the text; a line that stands there twice counts once. */
function headerOf({ codes, lines }: Document, from: number, limit: number, written: readonly string[]): Bigrams {
  const seen = new Set<string>()
  const header = new Bigrams((lines[limit - 1]?.end ?? 0) - (lines[from]?.start ?? 0))
  written.forEach((text, at) => {
    const { start, end } = lines[from + at] as Line
    if (!seen.has(text)) header.add(codes, start, end)
    seen.add(text)
  })
  return header
}

/** The bigrams of the first running text alone. */
function openingOf({ codes }: Document, { start, end }: Line): Bigrams {
  const opening = new Bigrams(end - start)
  opening.add(codes, start, end)
  return opening
}

/** A headline has words, no time of day before them, and in Chinese no full stop behind. */
function mayBeHeadline(document: Document, span: Span): boolean {
  if (document.codes[span.end - 1] === FULL_STOP || isEvent(document.folded.slice(span.start, span.end))) return false
  for (let at = span.start; at < span.end; at++) {
    const found = classOf[document.codes[at] as number]
    if (found === CLASS.han || found === CLASS.latin || found === CLASS.letter || found === CLASS.kana || found === CLASS.hangul)
      return true
  }
  return false
}
