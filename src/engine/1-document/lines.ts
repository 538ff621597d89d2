/**
 * The lines of a text as its author meant them: lines wrapped at a column are joined, an article that came as one
 * single line is taken apart again.
 */
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
/** A single line shorter than this is a paragraph. */
const LONG_LINE = 150
/** Only a line that is so much of the whole text may be an article without its line breaks. */
const WHOLE = 0.5
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

function splitAtBreaks(text: string): Line[] {
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
  let wrapped = 0
  let open = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] as Line
    if ((lines[index + 1] as Line).blankBefore > 0) continue
    const midSentence = !SENTENCE_END.test(text[line.end - 1] as string) && text[line.end - 1] !== '.'
    if (wrapsAfter(index) && midSentence) wrapped++
    else if (midSentence) open++
  }
  if (wrapped < LEAST_WRAPPED || wrapped < (wrapped + open) * EXPLAINED) return null
  const merged: Line[] = []
  const joins: Edit[] = []
  for (let index = 0; index < lines.length; index++) {
    const line: Line = { ...(lines[index] as Line) }
    while (wrapsAfter(index)) {
      const next = lines[index + 1] as Line
      joins.push(joinOf(text, lines[index] as Line, next))
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

function joinOf(text: string, line: Line, next: Line): Edit {
  const before = text[line.end - 1] as string
  const after = text[next.start] as string
  // A word broken at a hyphen goes on with a small letter; the hyphen of a compound stays, and both need no space.
  if (before === '-' && /\p{L}/u.test(after)) {
    const left = /\p{L}*$/u.exec(text.slice(Math.max(line.start, line.end - 30), line.end - 1))?.[0] ?? ''
    const right = /^\p{L}*/u.exec(text.slice(next.start, next.start + 30))?.[0] ?? ''
    const whole = left !== '' && /^\p{Ll}/u.test(right) && text.includes(left + right)
    return { start: whole ? line.end - 1 : line.end, end: next.start, replacement: '' }
  }
  const wide = before.charCodeAt(0) >= 0x2e80 || after.charCodeAt(0) >= 0x2e80
  return { start: line.end, end: next.start, replacement: wide ? '' : ' ' }
}

/** Takes a long Chinese line with blanks between its former lines apart. */
function takeApart(text: string, line: Line): Line[] {
  if (line.end - line.start < LONG_LINE) return [line]
  const gaps = findGaps(text, line)
  if (gaps.length < 2) return [line]
  const parts: Line[] = []
  let start = line.start
  const cut = (gap: Span): void => {
    parts.push({ start, end: gap.start, blankBefore: parts.length === 0 ? line.blankBefore : 0 })
    start = gap.end
  }
  const closing = gaps.findLastIndex((gap) => SENTENCE_END.test(text[gap.start - 1] as string))
  // Before the first comma the last blank ends the headline; the blanks before it are the headline's own.
  const firstMark = line.start + text.slice(line.start, line.end).search(/[，。,；：!?！？](?!\s)/)
  const headline = gaps.findLastIndex((gap) => gap.end <= firstMark)
  gaps.forEach((gap, index) => {
    if (index === headline || index > closing || (index > headline && SENTENCE_END.test(text[gap.start - 1] as string))) cut(gap)
  })
  parts.push({ start, end: line.end, blankBefore: 0 })
  return parts
}

/** Runs of blanks between Han characters or their marks. */
function findGaps(text: string, line: Line): Span[] {
  const gaps: Span[] = []
  for (let at = line.start + 1; at < line.end; at++) {
    if (!isBlank(text.charCodeAt(at))) continue
    const start = at
    while (isBlank(text.charCodeAt(at))) at++
    if (isWide(text.charCodeAt(start - 1)) && (isWide(text.charCodeAt(at)) || /[-·•>\d(]/.test(text[at] as string)))
      gaps.push({ start, end: at })
  }
  return gaps
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || code === 0x201c || code === 0x201d || code === 0x2026 || code === 0x29
}
