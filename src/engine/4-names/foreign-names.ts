/** Foreign names in Chinese text: transliterated ones, with middle dots between their parts or none, and those in Latin letters. */

import { CLASS, characterTable, classOf, MIDDLE_DOT } from '../1-document/characters.ts'
import { givenNames } from '../1-document/given-names.ts'
import { surnameTable } from '../1-document/surnames.ts'
import { fluencyCost, lookUp, TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'
import {
  AFTER_NAME,
  type Candidate,
  COUNTRIES,
  candidatesOf,
  everywhere,
  FUNCTION_CHARACTERS,
  LEAST_LIKELY,
  leftScore,
  MOST_PARTS,
  RARE_WORD,
  rightScore,
  THRESHOLD,
} from './name-evidence.ts'

const TRANSLITERATION = characterTable(readLexicon('transliteration.zh.txt').join(''))
/** Characters that transliterate too, but make so many words that they count beside a dot alone. */
const DOTTED = characterTable(
  '东琴让热仁容儒莎山生什士顺司松滕提席雪约张宗施耐梯菜茜珍贞婕芙萝莲坡宝策慈第芳圭郭果亥荷洪侯浑积江隆歇岑樊优素艺坚披猜颂差集育逸他信禄育实贴汶坤亮春吴廷觉敏田阮仲陈光寿占卜慕必夏何因于封别再延津摩钱汗任',
)
const HYPHEN = 0x2d
/** Two or three words with capitals, and what firms have among theirs; most such words are brands and titles. */
const LATIN_NAME = /(?<![A-Za-z])[A-Z][a-z]{1,20}(?:[ ·][A-Z][a-z]{1,20}){1,2}(?![A-Za-z])/g
const LATIN_WORD = /(?<![A-Za-z] ?)[A-Z][a-z]{2,14}(?![A-Za-z])/g
/** What people do, and a colon, in UTF-16 units. */
const SAYS = /^[笑又也则]?[说问答喊叫]道?:/
const LONGEST_SAYING = 4
const LATIN_FIRM =
  /\b(?:Inc|Corp|Group|Bank|Sachs|University|Times|Post|News|Park|Street|Club|Air|Tech|Studio|Music|Pro|Max|Plus|The|Of|And)\b/
const LATIN_SCORE = 0.6
/** The first part of a name, in UTF-16 units. */
const LONGEST_BEFORE_DOT = 5
/** A name that opens a clause with a character of many words has so many behind it that only names have. */
const LEAST_OPENING = 3
/** Longest transliterated part; longer runs are no names. */
const LONGEST_PART = 8
/** A run that costs more than this a character cannot be read as words: it is a foreign name. In nats. */
const FOREIGN_COST = 6.2

/**
 * @param codes units of the folded text
 * @param start where a run begins
 * @param end where it ends, in UTF-16 units
 * @returns whether nothing but characters that transliterate foreign names stands there
 */
export function transliterates(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (TRANSLITERATION[codes[at] as number] !== 1) return false
  return true
}

/** The parts of full foreign names wherever they stand alone: 埃莱娜·苏亚雷斯, later 苏亚雷斯. */
export function partsOf(article: Article, foreign: readonly Candidate[]): Candidate[] {
  const parts = new Set<string>()
  for (const { text, score } of foreign)
    if (score >= THRESHOLD && text.includes('·') && parts.size < MOST_PARTS)
      for (const part of text.split('·')) if (part.length >= 2) parts.add(part)
  // 阿布·阿拉, but 阿拉|法特
  const { codes, words } = article
  const goesOn = (at: number): boolean => TRANSLITERATION[codes[at] as number] === 1 && (words.length[at] as number) <= 1
  return [...parts].flatMap((text) => everywhere(article, text).filter(({ end }) => !goesOn(end)))
}

/** Names in Latin letters: Tony Lau; Fanny, a first name alone right before a verb of saying. */
export function latinNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { folded } = article
  const full = [...folded.matchAll(LATIN_NAME)].filter(({ 0: text }) => !LATIN_FIRM.test(text))
  const first = [...folded.matchAll(LATIN_WORD)].filter(({ index, 0: text }) => {
    const end = index + text.length
    // A firm or a paper says nothing with a colon.
    return cueAt[end] === 1 && (givenNames.has(text) || SAYS.test(folded.slice(end, end + LONGEST_SAYING)))
  })
  return [...candidatesOf(article, heads, cueAt, full, LATIN_SCORE), ...candidatesOf(article, heads, cueAt, first, THRESHOLD)]
}

/** Runs of characters that transliterate foreign names, with middle dots between their parts. */
export function foreignNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { codes, folded, words } = article
  const candidates: Candidate[] = []
  let at = 0
  while (at < codes.length) {
    if (TRANSLITERATION[codes[at] as number] !== 1 && !isDotAhead(article, at) && !opensName(article, heads, at)) {
      at++
      continue
    }
    let end = at
    let dots = 0
    let part = 0
    while (end < codes.length) {
      const code = codes[end] as number
      if (
        (TRANSLITERATION[code] === 1 ||
          (end === at && part === 0 && dots === 0 && opensName(article, heads, at)) ||
          (dots === 0 && part >= 2 && isDottedInside(article, cueAt, end)) ||
          ((dots > 0 || isDotAhead(article, end)) && isDotted(article, cueAt, end, part))) &&
        part < LONGEST_PART
      )
        part++
      // 叶尔莫延科, 卡尔斯滕·莫雷: a character that is rare in names, behind or before a dot.
      else if (part > 0 && part < LONGEST_PART && (dots > 0 ? isRareInside(article, cueAt, end) : isRareBeforeDot(article, end))) part++
      // 彼得|雷斯库: inside a name that the dictionary has.
      else if (
        dots > 0 &&
        part > 0 &&
        part < LONGEST_PART &&
        classOf[code] === CLASS.han &&
        words.length[end] === 0 &&
        insideName(article, end)
      )
        part++
      else if (
        (code === MIDDLE_DOT || code === HYPHEN) &&
        part > 0 &&
        end + 1 < codes.length &&
        (TRANSLITERATION[codes[end + 1] as number] === 1 || DOTTED[codes[end + 1] as number] === 1)
      ) {
        dots++
        part = 0
      } else break
      end++
    }
    // The run must not tear a word of the language at either end.
    let start = at
    while (start < end && words.length[start] === 0 && (dots === 0 || !insideName(article, start))) start++
    // 安东尼奥·马塞拉: the dictionary knows the beginning.
    if (dots > 0 && words.length[start] === 0) {
      let word = start - 1
      while (word > 0 && start - word < LONGEST_PART && words.length[word] === 0) word--
      const tag = words.tag[word] as number
      if (tag === TAG.foreignName || tag === TAG.person) start = word
    }
    // 名帅|里卡多: a title goes on where the run begins.
    if (((heads.flags[start + 1] as number) & WORD.title) !== 0 && (heads.length[start + 1] as number) > 1) start++
    // 菲利普·陈: a Chinese surname behind the dot.
    if (codes[end] === MIDDLE_DOT && surnameTable[codes[end + 1] as number] === 1 && (cueAt[end + 2] === 1 || endsName(article, end + 2))) {
      end += 2
      dots++
    }
    let stop = end
    while (stop > start && stop < codes.length && words.length[stop] === 0 && classOf[codes[stop] as number] === CLASS.han) {
      // 瓦尔德内|在议会: behind a dot the word is read wrongly.
      if (dots > 0 && AFTER_NAME[codes[stop] as number] === 1) break
      stop--
    }
    if (codes[stop - 1] === MIDDLE_DOT) stop--
    // 别尔哥罗|德州: what a word tears behind a character of many words is no name.
    if (stop < end && dots === 0 && TRANSLITERATION[codes[at] as number] !== 1) {
      at = end
      continue
    }
    for (const [from, to] of trimmed(article, start, stop)) {
      const score = foreignScore(article, heads, cueAt, from, to, dots)
      if (score > LEAST_LIKELY) candidates.push({ start: from, end: to, score, text: folded.slice(from, to), word: false })
    }
    at = Math.max(end, at + 1)
  }
  return candidates
}

/** 总|理阿里埃勒·夏隆: whether the word that goes on at a place is a name, and no title. */
function insideName({ words }: Article, at: number): boolean {
  let word = at - 1
  while (word > 0 && at - word < LONGEST_PART && words.length[word] === 0) word--
  const tag = words.tag[word]
  return tag === TAG.foreignName || tag === TAG.person
}

/** 优素福·马斯里: whether nothing but characters of names stands from a place to a dot nearby. */
function isDotAhead({ codes, words }: Article, at: number): boolean {
  // 伊|芙琳·哈特: the dictionary may have a part of the name.
  if (DOTTED[codes[at] as number] !== 1 || ((words.length[at] as number) > 1 && words.tag[at] !== TAG.foreignName)) return false
  for (let dot = at + 1; dot <= at + LONGEST_BEFORE_DOT; dot++) {
    const code = codes[dot] as number
    if (code === MIDDLE_DOT) return true
    // 让-吕克·巴蒂斯特
    if (code === HYPHEN) continue
    if (TRANSLITERATION[code] !== 1 && DOTTED[code] !== 1) return false
  }
  return false
}

/** 教师|约娜斯, 松德斯特伦: whether a character of names stands behind a title or opens a clause, before others that only names have. */
function opensName({ codes, words }: Article, heads: Heads, at: number): boolean {
  if (DOTTED[codes[at] as number] !== 1 || words.length[at] !== 1) return false
  const titled = ((heads.flags[at] as number) & WORD.title) !== 0
  const opens = at === 0 || classOf[codes[at - 1] as number] !== CLASS.han
  if (!titled && !opens) return false
  for (let next = at + 1; next <= at + (titled ? 2 : LEAST_OPENING); next++)
    if (TRANSLITERATION[codes[next] as number] !== 1 || !isNoWord(words, next)) return false
  return true
}

/** 基里延科, 约翰松说: whether a character of names stands between others that only names have, or ends one before a verb of saying. */
function isDottedInside({ codes, words }: Article, cueAt: Uint8Array, at: number): boolean {
  return (
    DOTTED[codes[at] as number] === 1 &&
    words.length[at] === 1 &&
    (cueAt[at + 1] === 1 || (TRANSLITERATION[codes[at + 1] as number] === 1 && isNoWord(words, at + 1)))
  )
}

/** Whether no word of the language begins at a place, but for one that is a foreign name. */
function isNoWord({ length, tag }: Article['words'], at: number): boolean {
  return (length[at] as number) <= 1 || tag[at] === TAG.foreignName
}

/** Whether a character of names stands behind a dot, and no word of the language. */
function isDotted({ codes, words }: Article, cueAt: Uint8Array, at: number, part: number): boolean {
  if (DOTTED[codes[at] as number] !== 1 || cueAt[at] === 1) return false
  // 瓦伦科夫|因|三次缺席: a word of the grammar, behind a part that is whole without it; but 克莱因.
  const isGrammar = words.length[at] === 1 && GRAMMAR.has(words.tag[at] as number)
  if (isGrammar && part >= LEAST_WHOLE && cueAt[at + 1] !== 1 && TRANSLITERATION[codes[at + 1] as number] !== 1) return false
  return (words.length[at] as number) <= 1 || words.tag[at] === TAG.foreignName
}

/** In UTF-16 units. */
const LEAST_WHOLE = 3
const GRAMMAR: ReadonlySet<number> = new Set([TAG.preposition, TAG.conjunction, TAG.adverb, TAG.pronoun])

/** Whether no name goes on at a place. */
function endsName({ codes, words }: Article, at: number): boolean {
  const code = codes[at]
  return (
    code === undefined ||
    classOf[code] !== CLASS.han ||
    ((words.length[at] as number) > 0 && (AFTER_NAME[code] === 1 || (words.length[at] as number) > 1))
  )
}

/** Whether a character may stand inside a foreign name though hardly any name has it: between two that names have. */
function isRareInside({ codes, words }: Article, cueAt: Uint8Array, at: number): boolean {
  const code = codes[at] as number
  return (
    classOf[code] === CLASS.han &&
    FUNCTION_CHARACTERS[code] !== 1 &&
    cueAt[at] !== 1 &&
    words.length[at] === 1 &&
    (TRANSLITERATION[codes[at + 1] as number] === 1 || DOTTED[codes[at + 1] as number] === 1) &&
    (words.length[at + 1] as number) <= 1
  )
}

/** Whether a dot follows a character that hardly any name has, or follows one unit later. */
function isRareBeforeDot({ codes, words }: Article, at: number): boolean {
  const dot = codes[at + 1] === MIDDLE_DOT ? at + 1 : TRANSLITERATION[codes[at + 1] as number] === 1 ? at + 2 : -1
  return (
    dot > 0 &&
    codes[dot] === MIDDLE_DOT &&
    TRANSLITERATION[codes[dot + 1] as number] === 1 &&
    classOf[codes[at] as number] === CLASS.han &&
    FUNCTION_CHARACTERS[codes[at] as number] !== 1 &&
    (words.length[at] as number) <= 1
  )
}

/** A run with the places and common words cut from its ends: 乌克兰泽连斯基 → 泽连斯基. */
function trimmed(article: Article, start: number, end: number): [start: number, end: number][] {
  const { words, codes } = article
  let from = start
  for (let length = words.length[from] as number; from < end && length > 1 && from + length < end; length = words.length[from] as number) {
    const { cost, tag } = lookUp(codes, from, from + length)
    // 米兰·科瓦奇: a place before a dot is a name.
    if (codes[from + length] === MIDDLE_DOT) break
    // 哈利|勒·卡里姆, but 法国|让·莫雷
    if (codes[from + length + 1] === MIDDLE_DOT && !isCountry(article, from, length)) break
    if (tag === TAG.foreignName || tag === TAG.person ? !isCountry(article, from, length) : cost > 11 && tag !== TAG.place) break
    from += length
  }
  return end - from >= 2 ? [[from, end]] : []
}

function isCountry(article: Article, start: number, length: number): boolean {
  return COUNTRIES.has(article.folded.slice(start, start + length))
}

function foreignScore(article: Article, heads: Heads, cueAt: Uint8Array, start: number, end: number, dots: number): number {
  const size = end - start
  if (size < 2 || COUNTRIES.has(article.folded.slice(start, end))) return -1
  // 卡兰国总统, 卡兰队: a country and its team.
  if (dots === 0 && /^(?:国|共和国|王国|联邦|队)/.test(article.folded.slice(end, end + 3))) return -1
  const { cost, tag } = lookUp(article.codes, start, end)
  let score = dots > 0 ? 2.5 : 0
  if (tag === TAG.foreignName || tag === TAG.person) score += 2
  // The dictionary lists some people as places.
  else if (tag === TAG.place) score -= 0.5
  else if (cost < RARE_WORD) return -1
  else if (dots === 0) score += fluencyCost(article.codes, start, end) / size > FOREIGN_COST ? 1.2 : -0.8
  // Two characters without a dot are most often half a word.
  score += size >= 3 ? 0.5 : dots === 0 && tag !== TAG.foreignName ? -1 : 0
  return score + Math.max(0, leftScore(article, heads, start)) * 0.8 + Math.max(0, rightScore(article, heads, cueAt, end)) * 0.6
}
