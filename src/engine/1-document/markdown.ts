/**
 * The marks of Markdown: headings, quotations, links, pictures, emphasis, escapes (CommonMark 0.31, as far as articles use
 * it). List marks are none: they stand in any text.
 */
import type { Span } from './span.ts'

/** Marks at the beginning of a line, and those that close a heading. */
const HEADING = /^#{1,6}\s{1,4}(?=\S)/
const HEADING_END = /\s#{1,6}$/
const QUOTATION = /^(?:>\s?){1,3}(?=\S)/
/** Longest mark at either end of a line, in UTF-16 units. */
const LONGEST_MARK = 12
/** Behind the text of a link: an address or a path, without brackets or with a pair of round ones, and a title. */
const TARGET = /\]\((?=https?:|mailto:|[./#]|[\w%-]{1,80}[./])(?:[^\s()[\]]|\([^\s()[\]]{0,80}\)){1,400}(?:\s"[^"\n]{0,200}")?\)/y
const EMPHASIS = /\*{1,3}|_{1,3}/y
/** One mark of emphasis stands at the ends of words, two may stand inside. */
const WORD = /[\p{L}\p{N}]/u
const ESCAPED = /[!-/:-@[-`{-~]/

/**
 * Reads the marks of Markdown in a line.
 *
 * @param text any string
 * @param line the line, trimmed
 * @returns its marks, in no order, those in the text of a picture besides it; and whether it has a heading or a link, which nothing but Markdown has
 */
export function marksOf(text: string, line: Span): { marks: Span[]; certain: boolean } {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_MARK))
  const heading = HEADING.exec(head)?.[0]
  const opening = heading ?? QUOTATION.exec(head)?.[0] ?? ''
  const from = line.start + opening.length
  const tail = heading === undefined ? null : HEADING_END.exec(text.slice(Math.max(from, line.end - LONGEST_MARK), line.end))
  const to = line.end - (tail?.[0].length ?? 0)
  const inline = inlineMarks(text, { start: from, end: to })
  const marks = [{ start: line.start, end: from }, ...inline.marks, { start: to, end: line.end }].filter(({ start, end }) => end > start)
  return { marks, certain: heading !== undefined || inline.links }
}

/** The marks inside a range: pictures as a whole, links but for their text, emphasis, escapes. */
function inlineMarks(text: string, { start, end }: Span): { marks: Span[]; links: boolean } {
  const marks: Span[] = []
  const brackets: { at: number; picture: boolean }[] = []
  const opened = new Map<string, number>()
  let links = false
  const spaceAt = (at: number): boolean => at < start || at >= end || /\s/.test(text[at] as string)
  const wordAt = (at: number): boolean => at >= start && at < end && WORD.test(text[at] as string)
  for (let at = start; at < end; at++) {
    const mark = text[at] as string
    if (mark === '\\' && at + 1 < end && ESCAPED.test(text[at + 1] as string)) {
      marks.push({ start: at, end: at + 1 })
      at++
    } else if (mark === '[') brackets.push({ at, picture: at > start && text[at - 1] === '!' })
    else if (mark === ']') {
      const opening = brackets.pop()
      const target = opening && matchAt(TARGET, text, at)
      if (!target || at + target.length > end) continue
      links = true
      const close = at + target.length
      if (opening.picture) marks.push({ start: opening.at - 1, end: close })
      else marks.push({ start: opening.at, end: opening.at + 1 }, { start: at, end: close })
      at = close - 1
    } else if (mark === '*' || mark === '_') {
      const run = matchAt(EMPHASIS, text, at) as string
      const behind = at + run.length
      const anywhere = mark === '*' && run.length > 1
      const opener = opened.get(run)
      if (opener !== undefined && !spaceAt(at - 1) && (anywhere || !wordAt(behind))) {
        opened.delete(run)
        marks.push({ start: opener, end: opener + run.length }, { start: at, end: behind })
      } else if (!spaceAt(behind) && (anywhere || !wordAt(at - 1))) opened.set(run, at)
      at = behind - 1
    }
  }
  return { marks, links }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}
