/** Chinese surnames, of the people of China and, in Chinese characters, of Japan and Korea. */
import { readLexicon } from '../models.ts'

/** Surnames of one, two and three characters. */
export const surnames: ReadonlySet<string> = new Set(readLexicon('surnames.zh.txt'))
/** 1 for UTF-16 units that are a surname. */
export const surnameTable = new Uint8Array(65536)
/** 1 for UTF-16 units that open a longer one. */
const opening = new Uint8Array(65536)
for (const surname of surnames) (surname.length === 1 ? surnameTable : opening)[surname.charCodeAt(0)] = 1

/**
 * @param codes units of the folded text
 * @param at a place, in UTF-16 units
 * @returns whether a surname of two characters stands there: 欧阳, 田中
 */
export function isCompoundSurname(codes: Uint16Array, at: number): boolean {
  return opening[codes[at] as number] === 1 && surnames.has(String.fromCharCode(codes[at] as number, codes[at + 1] as number))
}
