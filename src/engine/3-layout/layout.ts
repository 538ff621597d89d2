/**
 * The layout of the text: which line is the headline, which are body and in what role, and which are the page's
 * own furniture.
 */
import { type Document, fold } from '../1-document/document.ts'
import { type Line, trim } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { mainArticle } from './articles.ts'
import { readPage } from './features.ts'
import { type BoilerplateKind, furnitureKind } from './furniture.ts'
import { endWithoutSite, findHeadline, type Headline, isDeck } from './headline.ts'
import { type LineFacts, TEXT_WIDTH } from './line-facts.ts'
import { judgeLines, labelLines, layoutModel } from './line-model.ts'
import { withNumbered } from './numbering.ts'
import { withOpening } from './opening.ts'
import { assignRoles, type ParagraphRole } from './roles.ts'
import { isLabel, isSignature } from './speaker-lines.ts'
import type { TrimmedDocument } from './without-fragments.ts'

/** A paragraph of the body. */
export interface Paragraph extends Span {
  role: ParagraphRole
}

/** A run of furniture. */
export interface Furniture extends Span {
  kind: BoilerplateKind
  confidence: number
  reason: string
}

/** The text, taken apart. Every line is the headline, a paragraph or furniture. */
export interface Layout {
  headline: Headline | null
  paragraphs: Paragraph[]
  furniture: Furniture[]
  /** How many articles the text holds; the layout is that of the main one. */
  articles: number
}

/** A credit in brackets at the end of a line, or a pointer to a special page. */
const TAIL_CREDIT =
  /[(【](?:责任编辑|责编|编辑|校对|审核|编译|整理|撰稿|采写|供稿|记者|来源|作者|文|图|editor|source)\s?[::/][^()【】]{1,40}[)】]\s*$/iu
/** Longest credit in brackets, in UTF-16 units. */
const LONGEST_CREDIT = 60
/** What a site hangs on the last sentence: where to read more. */
const TAIL_POINTER =
  /(?:\(相关(?:报[道导]|新闻|阅读|文章)\s?:[^()]{4,110}\)?|(?<=[。!?”)])\s?返回\p{Script=Han}{2,6},?\s?查看更多(?:\.{3}|…{1,2})?)\s*$/u
/** In UTF-16 units. */
const LONGEST_POINTER = 124
const POINTER = /^点击(?:进入|查看)[^。()]{0,60}/u

/** The number of a page behind a headline. */
const PAGE = /^ ?\( ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?\)$/
/** Longest number of readers, in UTF-16 units. */
const LONGEST_COUNT = 6
/** More likely than not. */
const SURE = 0.5
/** Log odds of “body” for a label of an advert, a pointer or a credit: its own words leave little doubt. */
const LABEL = -6

/**
 * Reads the layout of a document.
 *
 * @param document the document without its injected fragments
 * @param vocabulary bigrams of its long lines
 * @param title the true headline, where the caller has it
 * @returns the layout; its spans reach over the fragments at the ends of a line
 */
export function readLayout(document: TrimmedDocument, vocabulary: Vocabulary, title: string | undefined): Layout {
  const page = readPage(document, vocabulary)
  const { facts } = page
  const model = layoutModel()
  const odds = judgeLines(page, model).map((value, index) => ((facts[index] as LineFacts).credit ? LABEL : value))
  // Who signs words in marks belongs to them, and so does who is named above them, to what stands before.
  for (let index = 1; index < odds.length; index++)
    if (isSignature(document, index) || isLabel(document, index) || isLabel(document, index - 1))
      odds[index] = odds[index - 1] as number | null
  const labels = labelLines(
    odds,
    document.lines.map(({ start, end }) => end - start),
    model,
  )
  const sentences = labels.includes(true) ? labels : withoutModel(facts)
  const main = mainArticle(document, facts, sentences, title === undefined ? undefined : fold(title).folded.trim())
  const labelled = sentences.map((label, index) => label && index >= main.from && index < main.to)
  const found = withOpening(facts, withNumbered(document, facts, labelled, main.to), main.from)
  const headline = findHeadline(document, facts, found, title)
  const body = found.map(
    (label, index) =>
      (label || (index === 1 && headline?.line === 0 && isDeck(facts, index))) &&
      index !== headline?.line &&
      !repeatsHeadline(document, headline, index) &&
      !(headline?.line === index - 1 && isCount(document, index)) &&
      !(headline && headline.confidence > SURE && index < headline.line && isBare(facts[index] as LineFacts)),
  )
  const roles = assignRoles(document, facts, body)
  const paragraphs: Paragraph[] = []
  const furniture: Furniture[] = []
  const firstBody = body.indexOf(true)
  const lastBody = body.lastIndexOf(true)
  let kindAbove: BoilerplateKind | null = null
  const heading = headline && titleOf(document, headline)
  if (heading?.site) furniture.push(heading.site)
  document.lines.forEach((line, index) => {
    if (index === headline?.line) return
    const full = document.full[index] as Span
    const role = roles[index]
    if (role) {
      const tail = splitTail(document, line)
      if (tail) furniture.push({ ...tail.credit, end: full.end })
      paragraphs.push({ start: full.start, end: tail ? tail.end : full.end, role })
      return
    }
    const kind = (facts[index] as LineFacts).furniture
    const place = index < firstBody ? 'ahead of' : index > lastBody ? 'behind' : 'among'
    kindAbove = blockKind(kind, kindAbove, place === 'behind')
    const parts = splitLine(
      document,
      line,
      kind ?? kindAbove ?? (place === 'ahead of' ? 'navigation' : 'related_links'),
      place,
      odds[index] ?? LABEL,
    )
    ;(parts[0] as Furniture).start = full.start
    ;(parts.at(-1) as Furniture).end = full.end
    furniture.push(...parts)
  })
  furniture.sort((a, b) => a.start - b.start)
  return { headline: heading?.headline ?? null, paragraphs, furniture, articles: main.articles }
}

/** The headline as far as it reaches, and the name of the site behind it. */
function titleOf(document: TrimmedDocument, headline: Headline): { headline: Headline; site: Furniture | null } {
  const full = document.full[headline.line] as Span
  const end = endWithoutSite(document, headline)
  if (end === headline.end) return { headline: { ...headline, ...full }, site: null }
  const proper = trim(document.text, full.start, end)
  const site = trim(document.text, proper.end, full.end)
  return {
    headline: { ...headline, ...proper },
    site: { ...site, kind: 'navigation', confidence: headline.confidence, reason: 'the name of the site behind the headline' },
  }
}

/**
 * When the model sees no body at all, whatever reads like sentences is body, else everything.
 *
 * @param facts what is known of the lines
 * @returns for each line whether it is body
 */
export function withoutModel(facts: readonly LineFacts[]): boolean[] {
  const sentences = facts.map((fact) => fact.sentence && fact.furniture === null)
  return sentences.includes(true) ? sentences : facts.map((fact) => fact.furniture === null)
}

/** The name of the site above the headline: a short line without a mark is no part of the text there. */
function isBare({ sentence, stops, width }: LineFacts): boolean {
  return !sentence && stops === 0 && width < TEXT_WIDTH
}

/** A number alone right below the headline counts who has read or shared it. */
function isCount({ folded, lines }: Document, index: number): boolean {
  const { start, end } = lines[index] as Line
  return end - start <= LONGEST_COUNT && /^\d+$/.test(folded.slice(start, end))
}

/** The headline again, as it stands or without the number of its page: “…( 2 )”. */
function repeatsHeadline(document: Document, headline: Headline | null, index: number): boolean {
  if (headline === null) return false
  const { start, end } = document.lines[index] as Line
  const written = document.folded.slice(headline.start, headline.end)
  const again = document.folded.slice(start, end)
  return again === written || (written.startsWith(again) && PAGE.test(written.slice(again.length)))
}

/** A heading such as “Related” or “Comments” speaks for the lines under it, behind the body. */
function blockKind(kind: BoilerplateKind | null, above: BoilerplateKind | null, behind: boolean): BoilerplateKind | null {
  if (!behind) return null
  return kind === 'related_links' || kind === 'comments' ? kind : above
}

/** Cuts a credit in brackets, or a pointer to more, off the end of a paragraph. */
function splitTail(document: Document, line: Line): { credit: Furniture; end: number } | null {
  const credit = tailFrom(document, line, TAIL_CREDIT, LONGEST_CREDIT)
  if (credit > line.start)
    return {
      credit: creditOf(document, trim(document.text, credit, line.end)),
      end: trim(document.text, line.start, credit).end,
    }
  const pointer = tailFrom(document, line, TAIL_POINTER, LONGEST_POINTER)
  if (pointer <= line.start) return null
  const span = trim(document.text, pointer, line.end)
  const kind = furnitureKind(document.folded.slice(span.start, span.end)) ?? 'related_links'
  return {
    credit: { ...span, kind, confidence: 0.97, reason: 'a pointer to more at the end of a line' },
    end: trim(document.text, line.start, pointer).end,
  }
}

/** Where a tail begins that ends a line; -1 where there is none. */
function tailFrom(document: Document, line: Line, tail: RegExp, longest: number): number {
  const window = Math.max(line.start, line.end - longest)
  const found = tail.exec(document.folded.slice(window, line.end))
  return found ? window + found.index : -1
}

function creditOf(document: Document, span: Span): Furniture {
  const written = document.folded.slice(span.start, span.end)
  const kind = /来源|source|^[(（]?(?:图片?|照片)\s?[:/]|供图|提供/i.test(written)
    ? 'source_credit'
    : /编辑|责编|校对|审核|editor/i.test(written)
      ? 'editor_credit'
      : 'byline'
  return { ...span, kind, confidence: 0.97, reason: 'a credit in brackets at the end of a line' }
}

/** A furniture line may hold a pointer and a credit side by side. */
function splitLine(document: Document, line: Line, kind: BoilerplateKind, place: string, score: number): Furniture[] {
  const written = document.folded.slice(line.start, line.end)
  const credit = TAIL_CREDIT.exec(written)
  if (credit && credit.index > 0) {
    const head = trim(document.text, line.start, line.start + credit.index)
    const tail = trim(document.text, line.start + credit.index, line.end)
    const said = POINTER.test(written) ? 'navigation' : furnitureKind(document.folded.slice(head.start, head.end))
    return [furnitureAt(head, said ?? kind, place, score), creditOf(document, tail)]
  }
  return [furnitureAt({ start: line.start, end: line.end }, kind, place, score)]
}

function furnitureAt(span: Span, kind: BoilerplateKind, place: string, score: number): Furniture {
  const confidence = Math.round(Math.max(0.5, 1 / (1 + Math.exp(score))) * 1000) / 1000
  return {
    start: span.start,
    end: span.end,
    kind,
    confidence,
    reason: `a line ${place} the article that reads like ${kind.replace('_', ' ')}, not like its sentences`,
  }
}
