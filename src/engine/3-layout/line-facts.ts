/** What is known of one line by itself: how long it is, how it ends, what its words look like, what it says it is. */
import { CLASS, characterTable, classOf, isCapital, isLetter, unitSet } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { type BoilerplateKind, furnitureKind } from './furniture.ts'

/** How the words of a line look. */
interface WordShape {
  functional: number
  length: number
  marks: number
}

/** What is known of one line. */
export interface LineFacts {
  /** Length in Latin letters: a Han character counts as 2.5. */
  width: number
  /** Ends like a sentence. */
  sentence: boolean
  /** Ends in an ellipsis, as the beginning of another article does. */
  cut: boolean
  /** Number of marks that end a sentence or a clause. */
  stops: number
  furniture: BoilerplateKind | null
  /** A label of an advert, a pointer to another article, a bare address, a drawn line or the source of a picture; it says nothing of the lines around it. */
  label: boolean
  /** A Chinese line that is nothing but the credit of an editor, the site's notice or its offer, or a teaser with its time: no article says so of itself. */
  credit: boolean
  /** Share of the line's words that the article's long lines have too. */
  affinity: number
  /** How often the same line stands in the text. */
  repeats: number
  /** Share of words that only sentences need, mean length of the words, share of marks. */
  shape: WordShape
  /** Words, those with a capital, digits, Han characters. */
  words: number
  capitals: number
  digits: number
  han: number
  /** First and last written unit. */
  first: number
  last: number
}

/** Width from which a line that ends like a sentence is taken for running text. */
export const TEXT_WIDTH = 80
const KIND_ORDER: readonly BoilerplateKind[] = [
  'byline',
  'timestamp',
  'source_credit',
  'editor_credit',
  'advertisement_label',
  'share',
  'subscribe',
  'related_links',
  'comments',
  'navigation',
  'copyright',
]
/** Marks that end a sentence. */
export const SENTENCE_END = unitSet('.!?。…')
const ELLIPSIS = 0x2026
const POINT = 0x2e
const CLOSING = unitSet('”“’"\')）]')
/** Words and characters that sentences need and menus do not (jusText: stop word density). */
const FUNCTION_WORDS = new Set(
  'the of and to in that is was for with his her he she it on as at by from this are were have has had not but they their which who said will would been or an be a i you we if so there when what than then into can no my your our de la le el que en et les des un une di der die das und'
    .split(' ')
    .map((word) => [...word].reduce((packed, letter) => packWith(packed, letter.charCodeAt(0)), 0)),
)
/** The longest of them, in letters. */
const LONGEST_FUNCTION_WORD = 5
const functionCharacters = characterTable('的了在是和与也就都而及着将被把为对从到说有这那他她我们')
/** What no article says of itself: a pointer to another one. */
const POINTS_AWAY =
  /^(?:related|see also|also read|read also|read next|read more|延伸阅读|相关阅读|更多新闻|推荐阅读|推荐新闻|新闻推荐|相关新闻|相关报道|相关链接)\s?:\s?\S/iu

/** Nothing but an address, a line drawn across the page, where a picture comes from, or what the site says of its archive and of what it cannot show. */
const BARE =
  /^(?:this is an archived .{4,140}|(?:图像|图片|照片|资料图片?)来源\s?:.{2,50}|图源\s?:.{2,30}|getty images|>{1,3} ?点击.{2,4}|https?:\/\/\S{4,150}|[*=_~·•—–-]{3,80}|[/|•·—–]{1,2}|\w{1,9} (?:icon|logo|button)|[\w .()-]{1,80}\.(?:gif|jpe?g|png|webp|svg|avif)|source link|view (?:original|source)|loading\.{0,3}|A(?: A){1,2}|(?:we['’]re )?sorry, this (?:feature|video|content) is .{4,120})$/iu

/** The model learnt from English pages: it knows Chinese credits too little. */
const CREDIT =
  /^[[(【]?(?:责任编辑|责编|编辑|审核|校对|(?:特别|免责|版权|郑重)声明|(?:发布|更新|发表)(?:时间|日期)|出版|关键[词字])\s?[:|]|^A ?\+|^(?:编辑|发送)\p{Script=Han}{0,2}短信|^(?:以上就是|以上是|以上的?内容,?由|好了)|^(?:点击)?(?:显示|展开|收起)(?:全部|全文|更多)?$|^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[\p{Script=Han}“]/u

/**
 * @param document the document
 * @param line a line
 * @param written the folded line
 * @param repeats how often the same line stands in the text
 * @param affinity share of its words that the article's long lines have too
 * @returns what is known of it
 */
export function factsOf(document: Document, line: Line, written: string, repeats: number, affinity: number): LineFacts {
  const { codes } = document
  let han = 0
  let digits = 0
  let stops = 0
  let words = 0
  let capitals = 0
  let before: number = CLASS.blank
  for (let at = line.start; at < line.end; at++) {
    const code = codes[at] as number
    const found = classOf[code] as number
    if (found === CLASS.han) han++
    else if (found === CLASS.digit) digits++
    else if (found === CLASS.latin || found === CLASS.letter) {
      if (before !== CLASS.latin && before !== CLASS.letter) {
        words++
        if (isCapital(code)) capitals++
      }
    } else if (code === 0x2c || code === 0x3002 || code === 0x3b || code === 0x21 || code === 0x3f) stops++
    else if (code === 0x2e && (at + 1 >= line.end || classOf[codes[at + 1] as number] === CLASS.blank)) stops++
    before = found
  }
  let end = line.end - 1
  while (end > line.start && CLOSING.has(codes[end] as number)) end--
  const furniture = furnitureKind(written)
  return {
    width: line.end - line.start + han * 1.5,
    sentence: SENTENCE_END.has(codes[end] as number),
    cut: codes[end] === ELLIPSIS || (codes[end] === POINT && codes[end - 1] === POINT && codes[end - 2] === POINT),
    stops,
    furniture,
    label:
      furniture === 'advertisement_label' ||
      (furniture === 'related_links' && POINTS_AWAY.test(written)) ||
      ((furniture === 'navigation' || furniture === 'source_credit' || furniture === 'share') && BARE.test(written)),
    credit: furniture !== null && CREDIT.test(written),
    affinity,
    shape: shapeOf(document, line),
    repeats,
    words,
    capitals,
    digits,
    han,
    first: codes[line.start] as number,
    last: codes[end] as number,
  }
}

/** Whether a line is running text by its own looks. */
export function isRunningText(fact: LineFacts): boolean {
  return fact.width >= TEXT_WIDTH && (fact.sentence || fact.stops >= 2)
}

/** The kind of furniture that a line is by its own words as a number, 0 for none: kinds above the article come first. */
export function kindNumber(fact: LineFacts | undefined): number {
  return fact?.furniture ? KIND_ORDER.indexOf(fact.furniture) + 1 : 0
}

/** A short word as one number, in lower case: five bits a letter, and none for a word with a letter of another alphabet. */
function packWith(packed: number, code: number): number {
  const lower = code | 32
  return packed < 0 || lower < 97 || lower > 122 ? -1 : packed * 32 + lower - 96
}

function shapeOf({ codes }: Document, { start, end }: Line): WordShape {
  let words = 0
  let letters = 0
  let functional = 0
  let marks = 0
  for (let at = start; at < end; at++) {
    const code = codes[at] as number
    const found = classOf[code]
    if (found === CLASS.han) {
      words++
      letters += 2
      if (functionCharacters[code] === 1) functional += 2
    } else if (isLetter(code)) {
      let to = at
      let packed = 0
      for (; to < end && isLetter(codes[to] as number); to++)
        if (to - at < LONGEST_FUNCTION_WORD) packed = packWith(packed, codes[to] as number)
      words++
      letters += to - at
      if (to - at <= LONGEST_FUNCTION_WORD && FUNCTION_WORDS.has(packed)) functional++
      at = to - 1
    } else if (found === CLASS.punctuation) marks++
  }
  return { functional: words === 0 ? 0 : functional / words, length: words === 0 ? 0 : letters / words, marks: marks / (end - start) }
}
