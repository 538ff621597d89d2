/** The raw text, read once: its units, its folded twin of the same length, its lines and its language. */
import { foldOf } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { detectLanguage, type Language } from './language.ts'
import { findLines, type Line } from './lines.ts'

/** A text with its folded twin. All offsets are UTF-16 units of `text`. */
export interface FoldedText {
  /** The text, untouched. */
  text: string
  /** `text` with width, brackets and traditional characters folded; same length, same offsets. */
  folded: string
  /** The units of `folded`. */
  codes: Uint16Array
  language: Language
}

/** The input as every stage reads it. */
export interface Document extends FoldedText {
  /** Lines that hold something, in order. */
  lines: Line[]
  /** Line breaks inside wrapped lines, with what stands for each. */
  joins: Edit[]
}

/**
 * Reads a text.
 *
 * @param text any string
 * @param language a language the caller knows, or undefined to detect it
 * @returns the document
 */
export function readDocument(text: string, language?: 'zh' | 'en'): Document {
  return { ...readText(text, language), ...findLines(text) }
}

/**
 * Reads a text without its lines.
 *
 * @param text any string
 * @param language a language the caller knows, or undefined to detect it
 * @returns the text and its twin
 */
export function readText(text: string, language?: 'zh' | 'en'): FoldedText {
  return { text, ...fold(text), language: detectLanguage(text, language) }
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
