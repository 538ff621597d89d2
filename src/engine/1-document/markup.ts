/** Texts that still bear marks of the form they came in, Markdown or HTML: what the stages read is the plain text. */
import { CleanText, type Edit } from './clean-text.ts'
import { hasTags, remnantsOf } from './html-remnants.ts'
import { splitAtBreaks } from './lines.ts'
import { marksOf } from './markdown.ts'
import { outermost, type Span } from './span.ts'

/** Without one of these a text has no marks: a quick look. */
const MARKED = /\]\(|# |&[#\w]|<[/\w]/

/**
 * Takes the marks of Markdown and the remnants of HTML out of a text.
 *
 * @param text any string
 * @returns the plain text with the way back; null where there is nothing to take out
 */
export function withoutMarkup(text: string): CleanText | null {
  if (!MARKED.test(text)) return null
  const tags = hasTags(text)
  const lines = splitAtBreaks(text).map((line) => ({ line, ...marksOf(text, line) }))
  // Stars and brackets alone may be anything.
  const isMarkdown = lines.some(({ certain }) => certain)
  const edits = lines.flatMap(({ line, marks }) => {
    const cuts = isMarkdown ? marks.map((mark): Edit => ({ ...mark, replacement: '' })) : []
    const found = outermost([...cuts, ...remnantsOf(text, line, tags)])
    // A line of nothing but marks, such as a picture, stays as it is.
    return leavesText(text, line, found) ? found : []
  })
  if (edits.length === 0) return null
  const plain = new CleanText(text)
  let from = 0
  for (const { start, end, replacement } of edits) {
    plain.copy(from, start)
    plain.replace(start, end, replacement)
    from = end
  }
  plain.copy(from, text.length)
  return plain
}

function leavesText(text: string, line: Span, edits: readonly Edit[]): boolean {
  let from = line.start
  for (const { start, end, replacement } of [...edits, { start: line.end, end: line.end, replacement: '' }]) {
    if (text.slice(from, start).trim() !== '' || replacement.trim() !== '') return true
    from = end
  }
  return false
}
