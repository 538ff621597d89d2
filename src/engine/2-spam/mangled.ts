/**
 * Mangling: what scrapers and spammers break in the characters themselves. Only the mangling goes; what stood there
 * before comes back where it is certain.
 */
import { isHan } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import { lookUp } from '../1-document/words.ts'
import type { Fragment } from './fragment.ts'

/** Characters that cannot be seen: zero-width spaces and joiners; a soft hyphen is a typesetter's. */
const INVISIBLE = /[\u200b-\u200d\u2060]+/g
/** A reading in brackets behind a character, with a tone mark. */
const PINYIN = /[(（]([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{0,5})[)）]/g
/** A reading without a tone, once or several times; a farm gives many, nobody else does. */
const TONELESS =
  /(?<=\p{Script=Han})(?:[(（](?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:ai|ei|ao|ou|ang|eng|ong|an|en|iang|iong|iao|ian|ing|ia|ie|iu|in|uang|uai|uan|ua|uo|ui|un|ue|ve|er|a|o|e|i|u|v)[)）])+/gu
const MANY_TONELESS = 8
/** A comma or full stop twice; three full stops are an ellipsis, two shouts are a shout. */
const DOUBLED = /(?<![，,。、；])([，,。、；])\1(?!\1)/g
/** A comma right before another mark; who doubles commas writes so many. */
const COMMA_AND_MARK = /(?<=\p{Script=Han})[,，](?=[。、；])/gu
const MANY_COMMAS = 3
/** Text decoded in a wrong character set. */
const MOJIBAKE =
  /(?:锟斤拷)+锟?|烫{3,}|屯{3,}|\ufffd{2,}|(?:[ÃÂâäåæçèé][\u0080-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u02c6\u02dc\u2018-\u203a\u20ac\u2122]{1,3}){2,}(?:[ÃÂâäåæçèé])?/g
/** Letters of other scripts that look like Latin ones. */
const TWINS = new Map(Array.from('аеорсхуіАВЕКМНОРСТХοαν', (letter, at) => [letter, 'aeopcxyiABEKMHOPCTXoav'[at] as string]))
const FOREIGN_LETTER = /[\u0370-\u03ff\u0400-\u04ff]/
/** TNFα, αvβ3: Greek letters in the names that science gives. */
const SYMBOL = /^\p{Lu}{2,}[a-z]?[\u0370-\u03ff]$|^[\u0370-\u03ff]\p{Lu}{2,}|[βγδεθλμπσωΔΓΩ]/u
const MIXED_WORD = /[A-Za-z\u0370-\u03ff\u0400-\u04ff]{1,40}/g
/** A rare character is explained by its reading; a common one never is. In nats of the word model. */
const COMMON_CHARACTER = 10.5
/** Common characters that places and surnames read in a way of their own: 单(shàn)县, 任(rén)女士. */
const READ_OTHERWISE = new Set('莞六单乐番厦蚌埠应任华曾仇查尉盖解朴区员乘种召葛翟费缪宁纪令')
/** So many readings of other common characters are a farm's: then all go. */
const MANY_READINGS = 4
/** What is left of a full stop, a mark that closes and the end of a paragraph, decoded in a wrong character set: 。”</p> */
const CLOSED_PARAGRAPH = /\?[!！]\?\/p>|\?([!！])\?(?=\n|$)/g
/** An article about readings gives them. */
const OF_READINGS = /读音|拼音|多音字|生僻字|注音|念(?:什么|作|成|错)|读(?:作|成|错|对|准)/
const CLOSING_BRACKET = ')'.charCodeAt(0)
/** One invisible character is a stray; from this many on somebody put them in. */
const LEAST_INVISIBLE = 3

/**
 * Finds mangled runs.
 *
 * @param document the document
 * @returns fragments, sorted by start within each kind of mangling
 */
export function findMangled(document: Document): Fragment[] {
  const { text, language } = document
  const found: Fragment[] = []
  const add = (start: number, end: number, suggestion: string, confidence: number, reason: string): void => {
    found.push({ start, end, kind: 'mangled', suggestion, confidence, reason })
  }
  if (language.grammar === null) return found
  const invisible = [...text.matchAll(INVISIBLE)].filter(
    ({ index, 0: run }) => !isJoined(text, index - 1) && !isJoined(text, index + run.length),
  )
  if (invisible.length >= LEAST_INVISIBLE)
    for (const { index, 0: run } of invisible) add(index, index + run.length, '', 0.98, 'characters that cannot be seen')
  for (const { index, 0: run } of text.matchAll(MOJIBAKE)) add(index, index + run.length, '', 0.95, 'text decoded in a wrong character set')
  for (const { index, 0: run } of text.matchAll(DOUBLED)) {
    // 说(shuō),,
    const before = text.charCodeAt(index - 1)
    if (run[0] !== ',' || language.grammar === 'en' || isHan(before) || before === CLOSING_BRACKET)
      add(index + 1, index + 2, '', 0.93, 'a punctuation mark twice')
  }
  if (language.grammar === 'zh') {
    const readings = [...text.matchAll(PINYIN)]
    const explained = OF_READINGS.test(document.folded)
    const behindHan = explained ? [] : readings.filter(({ index }) => index > 0 && isHan(text.charCodeAt(index - 1)))
    const needless = behindHan.filter(
      ({ index }) =>
        lookUp(document.codes, index - 1, index).cost < COMMON_CHARACTER && !READ_OTHERWISE.has(document.folded[index - 1] as string),
    )
    for (const { index, 0: run } of needless.length < MANY_READINGS ? needless : behindHan)
      add(index, index + run.length, '', 0.96, 'the reading of a common character in brackets behind it')
    const toneless = explained ? [] : [...text.matchAll(TONELESS)]
    if (toneless.length >= MANY_TONELESS)
      for (const { index, 0: run } of toneless)
        add(index, index + run.length, '', 0.95, 'readings of characters in brackets behind them, many in the text')
    const commas = [...text.matchAll(COMMA_AND_MARK)]
    if (commas.length >= MANY_COMMAS)
      for (const { index } of commas) add(index, index + 1, '', 0.93, 'a comma right before another punctuation mark')
    let at = 0
    let isOpen = false
    for (const { index, 0: run, 1: shout } of text.matchAll(CLOSED_PARAGRAPH)) {
      // “?!?” is somebody’s shout where nothing else is mangled.
      if (shout === '!' && behindHan.length < MANY_READINGS) continue
      for (; at < index; at++) {
        if (text[at] === '“') isOpen = true
        else if (text[at] === '”' || text[at] === '\n') isOpen = false
      }
      add(index, index + run.length, isOpen ? '。”' : '。', 0.95, 'the end of a paragraph decoded in a wrong character set')
    }
  } else if (FOREIGN_LETTER.test(text)) {
    const words = [...text.matchAll(MIXED_WORD)].filter(([word]) => FOREIGN_LETTER.test(word) && !SYMBOL.test(word))
    const mixed = words.some(([word]) => /[A-Za-z]/.test(word))
    for (const { index, 0: word } of words) {
      // A Cyrillic “а” alone is a twin where other words are mixed too.
      if (!/[A-Za-z]/.test(word) && !(mixed && word.length === 1)) continue
      for (let at = 0; at < word.length; at++) {
        const twin = TWINS.get(word[at] as string)
        if (twin !== undefined) add(index + at, index + at + 1, twin, 0.97, `a letter of another script that looks like “${twin}”`)
      }
    }
  }
  return found
}

/** Emoji and letters of other scripts need their joiners. */
function isJoined(text: string, at: number): boolean {
  const character = text[at]
  return character !== undefined && /\p{Extended_Pictographic}|\p{Surrogate}|\p{M}|\p{Script=Arabic}/u.test(character)
}
