/**
 * Texts that hold several articles. The next one begins where a line that is no sentence is followed by a dateline, a
 * date or a credit, with running text before and behind; where that happens again and again, the text is one thing with
 * many entries (a live blog, a list of notices), and nothing is taken out of it.
 */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { agencyOf, DATELINE_LENGTH } from './dateline.ts'
import { isRunningText, type LineFacts } from './line-facts.ts'

/** A heading is as wide as this, in Latin letters (a Han character counts 2.5). */
const HEADING = { least: 12, most: 160 }
/** Its date or credit stands within so many lines. */
const CREDIT_WITHIN = 2
/** An article has so many lines of running text. */
const LEAST_TEXT = 2
/** With less than this share of the longest one's text it is a note behind the article. */
const LEAST_SHARE = 0.15
/** More headings with a date than this are entries of one text, or of a box of links in it. */
const MOST_ARTICLES = 3
/** The first article is the one that the page is about, unless another is so many times as long. */
const MUCH_LONGER = 2
/** Photographers and where pictures are from are credited like authors and papers, in mid-article. */
const PHOTO = /摄|photo|图|视频|image|picture|getty/i

/** The lines of the article that the text is about. */
export interface MainArticle {
  /** Index of its first line. */
  from: number
  /** Index after its last line. */
  to: number
  /** How many articles the text holds. */
  articles: number
}

/**
 * Finds the main article.
 *
 * @param document the document
 * @param facts what is known of its lines
 * @param body for each line whether it is body
 * @param title folded text of the true headline, where the caller has it
 * @returns its lines; all of them where the text holds one article
 */
export function mainArticle(
  document: Document,
  facts: readonly LineFacts[],
  body: readonly boolean[],
  title: string | undefined,
): MainArticle {
  const size = facts.length
  const isText = (index: number): boolean => body[index] === true && isRunningText(facts[index] as LineFacts)
  const starts = [0]
  let entries = 1
  let before = 0
  for (let index = 1; index < size; index++) {
    if (isText(index - 1)) before++
    if (!body[index] || !isHeading(document, facts, index) || !isDated(document, facts, index)) continue
    entries++
    if (before < LEAST_TEXT) continue
    starts.push(index)
    before = 0
  }
  if (size > 0 && isText(size - 1)) before++
  // The last one must be an article too.
  if (before < LEAST_TEXT && starts.length > 1) starts.pop()
  const articles = starts.map((from, at) => {
    const to = starts[at + 1] ?? size
    let width = 0
    let titled = false
    for (let index = from; index < to; index++) {
      if (isText(index)) width += (facts[index] as LineFacts).width
      if (title !== undefined && writtenOf(document, index) === title) titled = true
    }
    return { from, to, width, titled }
  })
  const [first] = articles as [(typeof articles)[number]]
  const longest = articles.reduce((best, article) => (article.width > best.width ? article : best))
  if (entries > MOST_ARTICLES || articles.some(({ width }) => width < longest.width * LEAST_SHARE))
    return { from: 0, to: size, articles: 1 }
  const { from, to } = articles.find(({ titled }) => titled) ?? (longest.width > MUCH_LONGER * first.width ? longest : first)
  return { from, to, articles: articles.length }
}

function isHeading(document: Document, facts: readonly LineFacts[], index: number): boolean {
  const { width, sentence, furniture, words, han } = facts[index] as LineFacts
  return (
    furniture === null &&
    words + han > 0 &&
    width >= HEADING.least &&
    width <= HEADING.most &&
    // A question or an exclamation may be a headline, a statement with its full stop is none.
    (!sentence || /[?!]$/.test(writtenOf(document, index))) &&
    !/[,:;]$/.test(writtenOf(document, index))
  )
}

/** Whether a date, a credit or a dateline follows. */
function isDated(document: Document, facts: readonly LineFacts[], index: number): boolean {
  for (let at = index + 1; at <= Math.min(index + CREDIT_WITHIN, facts.length - 1); at++) {
    const { furniture } = facts[at] as LineFacts
    const written = writtenOf(document, at)
    if (furniture === 'timestamp') return true
    if ((furniture === 'byline' || furniture === 'source_credit') && !PHOTO.test(written)) return true
    if (agencyOf(written.slice(0, DATELINE_LENGTH)) !== null) return true
  }
  return false
}

function writtenOf({ folded, lines }: Document, index: number): string {
  const { start, end } = lines[index] as Line
  return folded.slice(start, end)
}
