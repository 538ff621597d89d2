/** The raw text, read once: its units, its folded twin of the same length, its lines and its language. */
import { CLASS, classOf, foldOf, isBlank } from './characters.ts'
import { detectLanguage, type Language } from './language.ts'
import type { Span } from './span.ts'

/** A line of the input, without the white space at its ends; never empty. */
export interface Line extends Span {
  /** Number of empty lines before it. */
  blankBefore: number
}

/** The input as every stage reads it. All offsets are UTF-16 units of `text`. */
export interface Document {
  /** The input, untouched. */
  text: string
  /** `text` with width, brackets and traditional characters folded; same length, same offsets. */
  folded: string
  /** The units of `folded`. */
  codes: Uint16Array
  /** Lines that hold something, in order. */
  lines: Line[]
  language: Language
}

/**
 * Reads a text.
 *
 * @param text any string
 * @param language a language the caller knows, or undefined to detect it
 * @returns the document
 */
export function readDocument(text: string, language?: 'zh' | 'en'): Document {
  const { codes, folded } = fold(text)
  return { text, folded, codes, lines: findLines(text), language: detectLanguage(text, language) }
}

/**
 * Folds a text: half-width forms, one shape of quotation mark, simplified characters.
 *
 * @param text any string
 * @returns the folded text and its units; both have the length of `text`
 */
export function fold(text: string): { codes: Uint16Array; folded: string } {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) codes[at] = foldOf[text.charCodeAt(at)] as number
  return { codes, folded: Buffer.from(codes.buffer).toString('utf16le') }
}

function findLines(text: string): Line[] {
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
    } else if (lineStart > 0 || at > 0) {
      blankBefore++
    }
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
