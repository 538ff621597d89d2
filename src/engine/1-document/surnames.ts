/** Chinese surnames, of the people of China and, in Chinese characters, of Japan and Korea. */
import { readLexicon } from '../models.ts'

/** Surnames of one and of two characters. */
export const surnames: ReadonlySet<string> = new Set(readLexicon('surnames.zh.txt'))
/** 1 for UTF-16 units that are a surname. */
export const surnameTable = new Uint8Array(65536)
/** 1 for UTF-16 units that open a surname of two. */
export const compoundFirst = new Uint8Array(65536)
for (const surname of surnames) (surname.length === 1 ? surnameTable : compoundFirst)[surname.charCodeAt(0)] = 1
