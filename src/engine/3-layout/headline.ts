/**
 * Which line is the headline: a choice among the lines above the running text, and “none of them”, by boosted trees over
 * headline-features.ts. Their weights are in `models/layout.json`.
 */
import { type Document, fold } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import { Bigrams } from '../1-document/vocabulary.ts'
import { CAPTION, headlineLines } from './headline-features.ts'
import type { LineFacts } from './line-facts.ts'
import { layoutModel } from './line-model.ts'
import type { TrimmedDocument } from './without-fragments.ts'

/** The headline found. */
export interface Headline extends Span {
  /** Index of its line. */
  line: number
  /** Probability that it is the headline, 0 … 1. */
  confidence: number
}

/** What title bars have behind the headline: a mark and the name of the site or of its section. */
const SUFFIX =
  /[*＊]{2,}$|\s?(?:_|[|丨]|\s[-–—·](?=\s))\s?(?:(?!\s[-–—·]\s)[^_|丨。!?]){0,24}?(?:网|新闻|报|在线|频道|资讯|电视台|周刊|杂志|社|论坛|博客|客户端|中国|News|Times|Post|Herald|Reuters|BBC|CNN|Guardian|Journal|Daily|Gazette|Tribune|Press|Magazine|Today|Online|\.(?:com|cn|net|org)|Blog|TV|Courier|Standard|Independent|Telegraph|Mail|Chronicle|Observer|Star|Sun|Express|Review)$/iu
/** Behind a stroke the name of a section is no part of a headline either. */
const SECTION =
  /\s?\|\s?(?:politics|world|uk|us|business|sports?|opinion|entertainment|lifestyle|technology|tech|health|science|culture|travel|local|national|royal|metro|money|environment|education)$/i
/** What is left must be a headline still, in UTF-16 units. */
const LEAST_HEADLINE = 6
/** Names of site and section follow one another. */
const MOST_SUFFIXES = 3

/**
 * Finds where a headline ends and the name of its site begins.
 *
 * @param document the document
 * @param headline the headline's line
 * @returns the end of the headline proper, a UTF-16 offset; the end of the line where it has no such suffix
 */
export function endWithoutSite(document: Document, headline: Span): number {
  let end = headline.end
  for (let count = 0; count < MOST_SUFFIXES; count++) {
    const written = document.folded.slice(headline.start, end)
    const found = SUFFIX.exec(written) ?? SECTION.exec(written)
    if (!found || found.index < LEAST_HEADLINE) break
    end = headline.start + found.index
  }
  return end
}

/** 作者：沈砚秋, 快讯: what is stated of an article heads none, nor does a way through the site. */
const STATED: ReadonlySet<LineFacts['furniture']> = new Set(['byline', 'source_credit', 'editor_credit', 'navigation'])
/** 2026-03-05 10:15 来源：…, but not 2026年3月5日水务局例行发布会 */
const CLOCK = /\d{1,2}:\d{2}|(?:来源|作者|编辑|责编|时间)\s?:|, [A-Za-z]{3,9}\.? \d{1,2}, \d{4}$/
/** 图：……, 市长在渡口。卢知远摄: what tells of a picture heads none either. */
const PICTURE =
  /^[▲△▼▽]|^(?:图为|图\d{0,2}\s?:|图片?说明|资料图)|\([^()]{0,14}(?:摄|供图|资料照)\)$|[\s。](?:\p{Script=Han}{2,4} ?摄|新华社发)$|\S © ?\p{Lu}[\p{L} ./&-]{1,40}$/u
/** 当前位置：首页 > 新闻: the headline stands below the way to the page. */
const WAY = /^(?:[您你]?(?:当前|现在|所在|的){0,2}位置\s?:|\p{Script=Han}{0,6}首页 ?[>›»]).{2,60}$/u
const LONGEST_ANNOUNCING = 30
/** A first line of so many words is no name of a site or a section. */
const LEAST_WORDS = 6
/** Less likely than this, no headline is better than a wrong one. */
const LEAST_CONFIDENCE = 0.2
/** Log odds of a full match with the title that the caller gave: it outweighs everything that is only seen. */
const TITLE_WEIGHT = 12

/**
 * Chooses the headline.
 *
 * @param document the document
 * @param facts what is known of its lines
 * @param body for each line whether it is body
 * @param title the true headline, where the caller has it
 * @returns the best line, or null when none is likely
 */
export function findHeadline(
  document: TrimmedDocument,
  facts: readonly LineFacts[],
  body: readonly boolean[],
  title?: string,
): Headline | null {
  const likeness = title === undefined ? null : likenessTo(title)
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  // “None of them” scores nothing.
  let sum = 1
  const lines = headlineLines(document, facts, body)
  const way = document.lines.slice(0, lines.at(-1)?.line ?? 0).findLastIndex((line) => WAY.test(document.wordsOf(line).folded))
  const isBelow = lines.some(({ line }) => line > way && (facts[line] as LineFacts).furniture === null)
  for (const { line, row } of lines) {
    if (isBelow && line < way) continue
    const { start, end } = document.lines[line] as Line
    const written = document.wordsOf({ start, end }).folded
    const { furniture } = facts[line] as LineFacts
    // 以下是发布会问答：a line that announces what follows.
    const announces = written.length > LONGEST_ANNOUNCING && written.endsWith(':')
    // The words for a picture, and below them its caption, which begins with them.
    const below = document.lines[line + 1]
    const captioned =
      below !== undefined && CAPTION.test(document.folded.slice(below.start, below.end)) && document.folded.startsWith(written, below.start)
    const heads =
      !captioned && !announces && !STATED.has(furniture) && !(furniture === 'timestamp' && CLOCK.test(written)) && !PICTURE.test(written)
    if (likeness === null && !heads) continue
    let score = layoutModel().headline.judge(row)
    if (likeness) score += TITLE_WEIGHT * likeness(document, document.lines[line] as Line)
    sum += Math.exp(score)
    if (score > bestScore) {
      best = line
      bestScore = score
    }
  }
  if (best < 0) return null
  if (likeness === null && isDeck(facts, best)) best--
  const confidence = Math.exp(bestScore) / sum
  const { start, end } = document.lines[best] as Line
  return confidence >= LEAST_CONFIDENCE ? { start, end, line: best, confidence } : null
}

/**
 * @param facts what is known of the lines
 * @param index a line
 * @returns whether it is the longer second one of an English text that opens with a headline: it tells more of the same
 */
export function isDeck(facts: readonly LineFacts[], index: number): boolean {
  const [above, line] = [facts[index - 1], facts[index] as LineFacts]
  const opens = facts.slice(0, Math.max(0, index - 1)).every(({ words, han }) => han === 0 && words < LEAST_WORDS)
  if (!opens || !above || line.furniture !== null || above.han > 0 || above.furniture !== null || above.sentence) return false
  return above.words >= LEAST_WORDS && above.words < line.words && above.affinity > 0
}

/** A function that says how much of a line is the title and how much of the title is in the line, 0 … 1. */
function likenessTo(title: string): (document: Document, line: Line) => number {
  const { codes } = fold(title)
  const own = new Bigrams(codes.length)
  own.add(codes, 0, codes.length)
  return (document, { start, end }) => {
    const line = new Bigrams(end - start)
    line.add(document.codes, start, end)
    return (own.share(document.codes, start, end, 0) + line.share(codes, 0, codes.length, 0)) / 2
  }
}
