/** The raw text, read once: its units, its folded twin of the same length, its lines and its language. */
import { foldOf, isHan, MIDDLE_DOT, unitSet } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { detectLanguage, type Language } from './language.ts'
import { findLines, type Line } from './lines.ts'

const DOT = '.'.charCodeAt(0)
const FULL_STOP = '。'.charCodeAt(0)
const NUMERALS = unitSet('一二三四五六七八九十')

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
  let lastDot = -1
  for (let at = 0; at < text.length; at++) {
    const code = foldOf[text.charCodeAt(at)] as number
    codes[at] = code
    if (code === DOT) lastDot = at
  }
  if (lastDot > 0 && codes.includes(FULL_STOP)) dotNames(codes, lastDot)
  return { codes, folded: Buffer.from(codes.buffer).toString('utf16le') }
}

/** 馬克．呂特, 马克.吕特: a dot joins the parts of a name in a text whose sentences end with 。; behind a number it is a list's. */
function dotNames(codes: Uint16Array, last: number): void {
  for (let at = 1; at <= last; at++)
    if (codes[at] === DOT && isHan(codes[at - 1] as number) && isHan(codes[at + 1] ?? 0) && !NUMERALS.has(codes[at - 1] as number))
      codes[at] = MIDDLE_DOT
}
