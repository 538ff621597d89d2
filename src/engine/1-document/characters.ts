/**
 * What a UTF-16 unit is, as a table: one read a character instead of one regular expression.
 */
import { readModel } from '../models.ts'

/** What parts of foreign names are joined with, whatever dot the text has. */
export const MIDDLE_DOT = '·'.charCodeAt(0)

/** Classes of a unit; a unit has exactly one. */
export const CLASS = {
  other: 0,
  blank: 1,
  lineBreak: 2,
  han: 3,
  latin: 4,
  digit: 5,
  punctuation: 6,
  kana: 7,
  hangul: 8,
  letter: 9,
} as const

/** Full-width forms and brackets that mean the same as their plain sister. */
const SAME_MARK: ReadonlyMap<string, string> = new Map([
  ['︰', ':'],
  ['﹕', ':'],
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['〝', '“'],
  ['〞', '”'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['﹃', '‘'],
  ['﹄', '’'],
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
  ['․', '·'],
  ['∙', '·'],
  ['—', '—'],
  ['―', '—'],
  ['〈', '《'],
  ['〉', '》'],
])

/** For every UTF-16 unit its class. */
export const classOf: Uint8Array = buildClasses()

/** For every UTF-16 unit the unit that stands for it in folded text. */
export const foldOf: Uint16Array = buildFolding()

/** 1 for characters that only traditional text uses, 2 for those that only simplified text uses. */
export const scriptOf: Uint8Array = buildScripts()

function fill(table: Uint8Array, from: number, to: number, value: number): void {
  table.fill(value, from, to + 1)
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65536)
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCharCode(code)
    if (/[\n\r\u2028\u2029\u0085\v\f]/.test(character)) table[code] = CLASS.lineBreak
    else if (/\s/.test(character)) table[code] = CLASS.blank
    else if (/\p{L}|\p{M}/u.test(character)) table[code] = CLASS.letter
    else if (/\p{Nd}/u.test(character)) table[code] = CLASS.digit
    else if (/\p{P}|\p{S}/u.test(character)) table[code] = CLASS.punctuation
  }
  for (let code = 0; code < 0x250; code++) if (table[code] === CLASS.letter) table[code] = CLASS.latin
  fill(table, 0xff21, 0xff3a, CLASS.latin)
  fill(table, 0xff41, 0xff5a, CLASS.latin)
  fill(table, 0x3400, 0x4dbf, CLASS.han)
  fill(table, 0x4e00, 0x9fff, CLASS.han)
  fill(table, 0xf900, 0xfaff, CLASS.han)
  table[0x3007] = CLASS.han
  fill(table, 0x3041, 0x3096, CLASS.kana)
  fill(table, 0x30a1, 0x30fa, CLASS.kana)
  fill(table, 0xac00, 0xd7a3, CLASS.hangul)
  return table
}

function foldingPairs(): string[] {
  return readModel('fold.zh.txt').trimEnd().split('\n')
}

function buildFolding(): Uint16Array {
  const table = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) table[code] = code
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xff01 + 0x21
  for (let code = 0; code < 65536; code++) if (classOf[code] === CLASS.blank) table[code] = 0x20
  for (const [mark, same] of SAME_MARK) table[mark.charCodeAt(0)] = same.charCodeAt(0)
  for (const pair of foldingPairs()) table[pair.charCodeAt(0)] = pair.charCodeAt(1)
  return table
}

function buildScripts(): Uint8Array {
  const table = new Uint8Array(65536)
  const pairs = foldingPairs()
  for (const pair of pairs) table[pair.charCodeAt(1)] = 2
  for (const pair of pairs) table[pair.charCodeAt(0)] = 1
  // Simplified forms that are also plain traditional words of their own say nothing of the script.
  for (const shared of '了后里面台只干几云才系发余谷丑出冬别制卷向回困家局布范斗曲朱松板症秋签累纤胜致舍范蔑表谷采里面') {
    table[shared.charCodeAt(0)] = 0
  }
  return table
}

/** The units of a set of characters, as a table over all units. */
export function characterTable(characters: string): Uint8Array {
  const table = new Uint8Array(65536)
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1
  return table
}

/** The units of a set of characters. */
export function unitSet(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)))
}

/** Whether the unit is a capital letter of English. */
export function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}

/** Whether the unit at a place of a code array is Han. */
export function isHan(code: number): boolean {
  return classOf[code] === CLASS.han
}

/** Whether the unit is a Latin letter or one of another alphabet. */
export function isLetter(code: number): boolean {
  const found = classOf[code]
  return found === CLASS.latin || found === CLASS.letter
}

/** Whether the unit is a Latin letter or a digit. */
export function isAlphanumeric(code: number): boolean {
  const found = classOf[code]
  return found === CLASS.latin || found === CLASS.digit
}

/** Whether the unit is a Han character, a Latin letter or a digit: what Chinese words are written with. */
export function isWordUnit(code: number): boolean {
  return classOf[code] === CLASS.han || isAlphanumeric(code)
}

/** Whether the unit is white space of any kind, line breaks included. */
export function isBlank(code: number): boolean {
  const found = classOf[code]
  return found === CLASS.blank || found === CLASS.lineBreak
}
