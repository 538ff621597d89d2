/** The raw text, read once: its units, its folded twin of the same length, its lines and its language. */
import { foldOf } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { detectLanguage, type Language } from './language.ts'
import { findLines, type Line } from './lines.ts'

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
  /** Line breaks inside wrapped lines, with what stands for each. */
  joins: Edit[]
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
  return { text, folded, codes, ...findLines(text), language: detectLanguage(text, language) }
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
