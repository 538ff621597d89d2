/** One page in other forms of raw text: what stands between its lines, and what becomes of a long line. */
import type { GoldRecord } from '../src/evaluation/gold.ts'

type Block = NonNullable<GoldRecord['blocks']>[number]

/** A form of raw text. */
export interface Form {
  name: string
  between: (before: Block, after: Block) => string
  line: (text: string, role: string) => string
  /** Line breaks of the page are lost in it. */
  lossy?: boolean
}

/** The forms in which scrapers deliver text. */
export const FORMS: readonly Form[] = [
  { name: 'a paragraph a line', between: () => '\n', line: (text) => text },
  { name: 'blank lines between', between: () => '\n\n', line: (text) => text },
  { name: 'CRLF, indented', between: () => '\r\n', line: (text) => `\u3000\u3000${text}` },
  { name: 'wrapped at 60', between: () => '\n\n', line: (text) => wrap(text, 60) },
  { name: 'wrapped at 76', between: () => '\n\n', line: (text) => wrap(text, 76) },
  { name: 'wrapped at 100', between: () => '\n\n', line: (text) => wrap(text, 100) },
  { name: 'wrapped at 76, no blank lines', between: () => '\n', line: (text) => wrap(text, 76), lossy: true },
  { name: 'on one line', between: () => ' ', line: (text) => text, lossy: true },
  { name: 'as Markdown', between: () => '\n\n', line: asMarkdown },
]

/** Writes a line as a converter of pages does: headings, links, here and there a word in bold. */
function asMarkdown(text: string, role: string): string {
  if (role === 'headline') return `# ${text}`
  if (role === 'subheading') return `## ${text}`
  if (role === 'boilerplate') return text.replace(/^(- )(.+)$/, '$1[$2](https://example.org/a_(b))')
  return text.replace(/^[^\s，。“]{2,8}(?=[\s，])/, '**$&**')
}

/** Breaks a line at a column; a Han character takes two, and no mark begins a line. */
function wrap(text: string, columns: number): string {
  const parts = text.match(/[\u2e80-\uffef][，。、；：！？”’」』）》]*|[^\s\u2e80-\uffef]+|\s+/gu) ?? []
  let out = ''
  let used = 0
  for (const part of parts) {
    const wide = [...part].reduce((sum, character) => sum + (character.charCodeAt(0) >= 0x2e80 ? 2 : 1), 0)
    if (used + wide > columns && used > 0) {
      out = `${out.trimEnd()}\n`
      used = 0
      if (/^\s/.test(part)) continue
    }
    out += part
    used += wide
  }
  return out
}

/**
 * Writes a page in another form.
 *
 * @param record the page, with the role of every line
 * @param form the form
 * @returns the page in that form
 */
export function formed(record: GoldRecord, form: Form): GoldRecord {
  let text = ''
  const blocks: Block[] = []
  for (const block of record.blocks ?? []) {
    const last = blocks.at(-1)
    if (last) text += form.between(last, block)
    const start = text.length
    text += form.line(record.text.slice(block.start, block.end), block.role)
    blocks.push({ ...block, start, end: text.length })
  }
  return { ...record, text, blocks }
}
