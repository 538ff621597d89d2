/**
 * The lines of a text as its author meant them: lines wrapped at a column are joined, an article that came as one
 * single line is taken apart again.
 */

import { readLexicon } from '../models.ts'
import { CLASS, classOf, isBlank, isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import type { Span } from './span.ts'

/** A line of the input, without the white space at its ends; never empty. */
export interface Line extends Span {
  /** Number of empty lines before it. */
  blankBefore: number
}

/** Lines, and the line breaks inside them with what stands for each. */
export interface Lines {
  lines: Line[]
  joins: Edit[]
}

/** Text is wrapped between these columns; a Han character takes two. */
const COLUMNS = { least: 40, most: 125 }
/** Share of line breaks that a wrap at one column must explain. */
const EXPLAINED = 0.8
/** Fewer wrapped lines than this prove nothing. */
const LEAST_WRAPPED = 2
/** So many sentences, and this share of them, go on with a small letter behind a break in a text that is wrapped at no column. */
const LEAST_RAGGED = 3
const RAGGED = 0.6
/** A single line shorter than this is a paragraph. */
const LONG_LINE = 150
/** Only a line that is so much of the whole text may be an article without its line breaks. */
const WHOLE = 0.5
/** A link or half a headline is shorter than this; a longer run is a paragraph. In UTF-16 units. */
const LONGEST_LINK = 36
/** Half a headline is at least this long, and shares this much with the beginning of the text below it. */
const LEAST_HALF = 4
const AKIN = 0.25
const OPENING = 2000
/** The end of a sentence with its closing marks is no longer than this. */
const TAIL = 12
/** A list mark with a blank behind it. */
const ITEM_MARK = /^[-*•·●■▪>▶]\s/
/** A mark inside a sentence. */
const MARK = /[，。；、,;]/
/** What stands around a headline and is none. */
const FURNITURE = /\d{4}|来源|编辑|记者|作者|发布|首页|分享|[:：>|]/
/** Marks that end a sentence, and marks that may close behind it. */
const SENTENCE_END = /[。！？!?…；;”’」』）)]/
/** Marks that begin an item of a list. */
const ITEM = /^(?:[-*•·●■▪○□◇>#△▲]|\d{1,2}[.、)]|[（(][一二三四五六七八九十\d]{1,2}[)）])/

/**
 * Finds the lines of a text.
 *
 * @param text any string
 * @returns the lines in order
 */
export function findLines(text: string): Lines {
  const physical = splitAtBreaks(text)
  const joined = joinWrapped(text, physical)
  if (joined) return joined
  return { lines: physical.flatMap((line) => (line.end - line.start < text.length * WHOLE ? [line] : takeApart(text, line))), joins: [] }
}

/**
 * Splits a text at its line breaks.
 *
 * @param text any string
 * @returns the lines that hold something, without the blanks at their ends
 */
export function splitAtBreaks(text: string): Line[] {
  const lines: Line[] = []
  let lineStart = 0
  let blankBefore = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 10
    if (classOf[code] !== CLASS.lineBreak) continue
    const span = trim(text, lineStart, at)
    if (span.start < span.end) {
      lines.push({ ...span, blankBefore })
      blankBefore = 0
    } else blankBefore++
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    lineStart = at + 1
  }
  return lines
}

/**
 * Cuts the white space from both ends of a range.
 *
 * @param text the text
 * @param start where the range starts
 * @param end where it ends
 * @returns the trimmed span; empty (`start === end`) for a blank range
 */
export function trim(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

function columnsOf(text: string, line: Span): number {
  let columns = line.end - line.start
  for (let at = line.start; at < line.end; at++) if (text.charCodeAt(at) >= 0x2e80) columns++
  return columns
}

/** Joins lines when one column explains the line breaks: the first word of the next line would not have fitted. */
function joinWrapped(text: string, lines: readonly Line[]): Lines | null {
  const columns = lines.map((line) => columnsOf(text, line))
  const widest = columns.reduce((most, width) => Math.max(most, width), 0)
  if (widest < COLUMNS.least || widest > COLUMNS.most) return null
  const wrapsAfter = (index: number): boolean => {
    const line = lines[index] as Line
    const next = lines[index + 1]
    if (!next || next.blankBefore > 0 || ITEM.test(text.slice(next.start, next.start + 4))) return false
    return (columns[index] as number) + firstWordColumns(text, next, isHan(text.charCodeAt(line.end - 1))) > widest
  }
  const endsInside = (index: number): boolean => {
    const last = text[(lines[index] as Line).end - 1] as string
    return !SENTENCE_END.test(last) && last !== '.'
  }
  // “a request for / comment.”: in a text that is wrapped a small letter goes on, wherever the line before it was cut.
  const goesOn = (index: number): boolean => {
    const next = lines[index + 1]
    return next?.blankBefore === 0 && endsInside(index) && /\p{Ll}/u.test(text[next.start] as string)
  }
  let wrapped = 0
  let open = 0
  let small = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    if ((lines[index + 1] as Line).blankBefore > 0 || !endsInside(index)) continue
    if (goesOn(index)) small++
    if (wrapsAfter(index)) wrapped++
    else open++
  }
  const atColumn = wrapped >= LEAST_WRAPPED && wrapped >= (wrapped + open) * EXPLAINED
  // Pasted from a narrow window, paragraph by paragraph: no column explains the breaks, but sentences go on behind them.
  const ragged =
    !atColumn && small >= LEAST_RAGGED && small >= (wrapped + open) * RAGGED && lines.some(({ blankBefore }) => blankBefore > 0)
  if (!atColumn && !ragged) return null
  const isCut = (index: number): boolean => {
    if (!ragged) return wrapsAfter(index)
    const next = lines[index + 1]
    return (
      next?.blankBefore === 0 &&
      (columns[index] as number) >= COLUMNS.least &&
      endsInside(index) &&
      !ITEM.test(text.slice(next.start, next.start + 4))
    )
  }
  const merged: Line[] = []
  const joins: Edit[] = []
  let known: Set<string> | undefined
  const words = (): Set<string> => {
    known ??= new Set(text.match(/\p{L}+/gu))
    return known
  }
  for (let index = 0; index < lines.length; index++) {
    const line: Line = { ...(lines[index] as Line) }
    while (isCut(index) || goesOn(index)) {
      const next = lines[index + 1] as Line
      joins.push(joinOf(text, lines[index] as Line, next, words))
      line.end = next.end
      index++
    }
    merged.push(line)
  }
  return { lines: merged, joins }
}

/** Columns that the first word of a line needs behind the line before it; a Han character is a word. */
function firstWordColumns(text: string, line: Line, afterHan: boolean): number {
  const code = text.charCodeAt(line.start)
  // A mark never begins a line, so a Han character may go down with it: two more columns of slack.
  if (code >= 0x2e80 || afterHan) return 5
  let end = line.start
  while (end < line.end && !isBlank(text.charCodeAt(end))) end++
  return end - line.start + 1
}

function joinOf(text: string, line: Line, next: Line, words: () => ReadonlySet<string>): Edit {
  const before = text[line.end - 1] as string
  const after = text[next.start] as string
  // A word broken at a hyphen goes on with a small letter; the hyphen of a compound stays, and both need no space.
  if (before === '-' && /\p{L}/u.test(after)) {
    const left = /\p{L}{0,30}$/u.exec(text.slice(Math.max(line.start, line.end - 30), line.end - 1))?.[0] ?? ''
    const right = /^\p{L}*/u.exec(text.slice(next.start, next.start + 30))?.[0] ?? ''
    const whole = left !== '' && /^\p{Ll}/u.test(right) && words().has(left + right)
    return { start: whole ? line.end - 1 : line.end, end: next.start, replacement: '' }
  }
  const wide = before.charCodeAt(0) >= 0x2e80 || after.charCodeAt(0) >= 0x2e80
  return { start: line.end, end: next.start, replacement: wide ? '' : ' ' }
}

/**
 * Takes a long Chinese line with blanks between its former lines apart. Chinese sentences have no blanks of their own: a
 * blank behind a sentence ends a line, and so does one behind a run without any mark, for that was a menu, a link or a
 * headline. A headline may have a blank inside: its halves are joined again.
 */
function takeApart(text: string, line: Line): Line[] {
  if (line.end - line.start < LONG_LINE) return [line]
  if (!isChinese(text, line)) return takeApartLatin(text, line)
  const parts: Line[] = []
  const gaps = findGaps(text, line)
  // Behind the last full stop there are only links and credits.
  const last = gaps.findLast((gap) => /。[”’」』）)]?$/.test(text.slice(gap.start - 2, gap.start)))?.start ?? line.end
  let start = line.start
  for (const gap of gaps) {
    if (gap.start <= start) continue
    const closed = SENTENCE_END.test(text[gap.start - 1] as string)
    const item = ITEM_MARK.test(text.slice(gap.end, gap.end + 2))
    const inText = gap.start <= last
    if (
      inText &&
      !closed &&
      !item &&
      (gap.start - start > LONGEST_LINK || MARK.test(text.slice(start, gap.start)) || !isWide(text.charCodeAt(gap.end)))
    )
      continue
    // A date and its time, a list mark and its item stay together.
    if (/^\d{1,2}:\d{2}/.test(text.slice(gap.end, gap.end + 5)) || gap.start - start <= 1) continue
    parts.push({ start, end: gap.start, blankBefore: parts.length === 0 ? line.blankBefore : 0 })
    start = gap.end
  }
  parts.push({ start, end: line.end, blankBefore: 0 })
  return parts.length < 3 ? [line] : joinHalves(text, parts)
}

/** Whether most of the beginning of a line is Chinese. */
function isChinese(text: string, line: Line): boolean {
  let wide = 0
  const end = Math.min(line.end, line.start + OPENING)
  for (let at = line.start; at < end; at++) if (text.charCodeAt(at) >= 0x2e80) wide++
  return wide > (end - line.start) / 4
}

let pageWords: RegExp | undefined

/**
 * Takes a long English line apart before and behind the words that stand alone on a page, bylines and dates: above the
 * first sentence, and wherever a sentence has ended.
 */
function takeApartLatin(text: string, line: Line): Line[] {
  pageWords ??= new RegExp(
    `(?<=^|\\s)(?:(?:${readLexicon('page-words.en.txt')
      .sort((a, b) => b.length - a.length)
      .join(
        '|',
      )})(?=[:.]?\\s|$)|By [A-Z][\\w.'’-]{1,20}(?: (?!(?:January|February|March|April|May|June|July|August|September|October|November|December) )[A-Z][\\w.'’-]{1,20}){1,2}|(?:(?:Published|Posted on|Updated) )?(?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\\d{1,2}, )?\\d{4}|\\d{1,2} (?:hours?|minutes?|days?) ago|\\d[\\d.]*k? (?:shares|comments)|©[^©]{0,60}$)`,
    'g',
  )
  const cuts: number[] = []
  let sentences = false
  for (const found of text.slice(line.start, line.end).matchAll(pageWords)) {
    const start = line.start + found.index
    const from = cuts.at(-1) ?? line.start
    sentences ||= /[.!?]["”’)]* /.test(text.slice(from, start).trimEnd())
    // Once the article runs, a page word is one only where no sentence goes on through it.
    const before = text.slice(Math.max(from, start - TAIL), start).trimEnd()
    if (sentences && before !== '' && !/[.!?]["”’)]*$/.test(before)) continue
    cuts.push(start, start + found[0].length)
  }
  const parts: Line[] = []
  let from = line.start
  for (const cut of [...new Set(cuts), line.end]) {
    const part = trim(text, from, cut)
    if (part.start < part.end) parts.push({ ...part, blankBefore: parts.length === 0 ? line.blankBefore : 0 })
    from = cut
  }
  return parts
}

/** Joins two neighbours above the first running text that both speak of what it speaks of. */
function joinHalves(text: string, parts: readonly Line[]): Line[] {
  const first = parts.findIndex((part) => part.end - part.start > LONGEST_LINK && MARK.test(text.slice(part.start, part.end)))
  if (first < 2) return [...parts]
  const pairs = new Set<string>()
  const { start } = parts[first] as Line
  for (let at = start; at < Math.min(text.length - 1, start + OPENING); at++) pairs.add(text.slice(at, at + 2))
  const akin = (part: Line): boolean => {
    if (part.end - part.start < LEAST_HALF || FURNITURE.test(text.slice(part.start, part.end))) return false
    let shared = 0
    for (let at = part.start; at + 1 < part.end; at++) if (pairs.has(text.slice(at, at + 2))) shared++
    return shared / (part.end - part.start - 1) >= AKIN
  }
  const joined: Line[] = []
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Line
    const next = parts[index + 1]
    if (next && index + 1 < first && akin(part) && akin(next)) {
      joined.push({ ...part, end: next.end })
      index++
    } else joined.push(part)
  }
  return joined
}

/** Runs of blanks with a Han character or its mark on at least one side. */
function findGaps(text: string, line: Line): Span[] {
  const gaps: Span[] = []
  for (let at = line.start + 1; at < line.end; at++) {
    if (!isBlank(text.charCodeAt(at))) continue
    const start = at
    while (isBlank(text.charCodeAt(at))) at++
    if (isWide(text.charCodeAt(start - 1)) || isWide(text.charCodeAt(at))) gaps.push({ start, end: at })
  }
  return gaps
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || code === 0x201c || code === 0x201d || code === 0x2026 || code === 0x29
}
