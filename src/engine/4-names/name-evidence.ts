/**
 * What speaks for a name of somebody in Chinese text, in log odds set on our own articles: what stands before it (a title,
 * a boundary) and behind it (a verb of saying, a preposition).
 */
import { CLASS, characterTable, classOf, MIDDLE_DOT } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'

/** A run of characters that may be a name, and what speaks for it in log odds. */
export interface Candidate extends Span {
  score: number
  text: string
  /** The word model knows it, or a part of it, as a common word. */
  word: boolean
  /** A word for a place stands right behind it. */
  place?: boolean
}

/** Characters that no given name holds. */
export const FUNCTION_CHARACTERS = characterTable(
  '的了在是就未和与也都还说称对向把被从为等这那将会要已并曾则又再不没有上下后时以其此些个各每某很最更应该让使给到过着吗呢吧啊么什怎哪谁我你他她它们告诉认指介坦所去来做因而或但却及跟同由据表说问答讲叫号日只女今昨当何回谈看想走作岁曰两三四五六七八九十几多少名副总起初',
)
/** Characters that may follow a name in a sentence. */
export const AFTER_NAME = characterTable(
  '在就对向从也还则来起没坐去进出开想把觉又都说称将已曾于和与及等的是为日今昨此并而却因表认指告介坦透回补解提警呼宣写笑站坐走看自把被同跟跟其曾之率带当以称用',
)
/** Words that may precede a name. */
const BEFORE_NAME = characterTable('据对与和是叫由请被向让找问给同跟为据按如像说及、')
const LINE_BREAK = 10
const OF = '的'.charCodeAt(0)
const ADVANCE = '进'.charCodeAt(0)
/** What tells somebody's age ahead of his name. */
const AGED = /(?:岁|年级|届|级|\d后)(?:、[^,。、:“”]{2,16})?的$/
const LONGEST_AGED = 22

/** A description behind what somebody is, in UTF-16 units with its marks. */
const APPOSED = /、[^,。、:“”]{2,16}的$/
const LONGEST_APPOSED = 18

/** What somebody does or where, told at the beginning of a clause ahead of his name, in UTF-16 units with the mark before it. */
const DOES = /(?:^|[,。!?;”\n])(?:在|家住|住|来自|从事|经营|开|做|干|卖|种|养|守|排在|坐在|站在)[^,。!?;:“”\n]{2,14}的$/
const LONGEST_DEED = 19

/** Names of countries. */
export const COUNTRIES = new Set(readLexicon('countries.zh.txt'))
const FULL_NAME = /^\p{Script=Han}{3}$/u

/**
 * @param name a name
 * @returns the given name by which its bearer may be called: 小雨 for 岑小雨; null for a name that is no Chinese one of three
 */
export function givenNameOf(name: string): string | null {
  return FULL_NAME.test(name) ? name.slice(1) : null
}

/** 翟女士向…: what stands behind a name announces no other one. */
const ADDRESS_BEHIND = /^(?:先生|女士|小姐|太太|同志)$/
const WEEKDAY = /^(?:周|星期)[一二三四五六日天]/
/** Evidence a name needs. */
export const THRESHOLD = 2.3
/** A believed name is believed where its surroundings say little against it. */
export const LEAST_LIKELY = -1.5
/** A part of a full name is as good as the name. */
const PART_SCORE = 6
/** An article has no more names whose parts stand alone. */
export const MOST_PARTS = 60
/** A title behind a name is no longer than this. */
const LONGEST_TITLE = 4
/** What an office is about, in brackets, in UTF-16 units. */
const LONGEST_BRACKET = 14
/** Words rarer than this are no obstacle to reading their characters as a name, in nats. */
export const RARE_WORD = 13.5

/**
 * @param article the clean article
 * @param text a name that is sure
 * @returns every place where it stands alone, as a candidate believed anywhere
 */
export function everywhere({ folded }: Article, text: string): Candidate[] {
  const found: Candidate[] = []
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + text.length)) {
    const end = start + text.length
    if (folded[start - 1] !== '·' && folded[end] !== '·') found.push({ start, end, score: PART_SCORE, text, word: false })
  }
  return found
}

/**
 * @param article the clean article
 * @param heads its head words
 * @param cueAt 1 where a verb of saying begins
 * @param found matches of a pattern that names have
 * @param own what the pattern itself says for a name, in log odds
 * @returns a candidate for each match, with what stands around it
 */
export function candidatesOf(
  article: Article,
  heads: Heads,
  cueAt: Uint8Array,
  found: Iterable<RegExpExecArray>,
  own: number,
): Candidate[] {
  return Array.from(found, ({ index: start, 0: text }) => {
    const end = start + text.length
    return { start, end, score: own + leftScore(article, heads, start) + rightScore(article, heads, cueAt, end), text, word: false }
  })
}

/**
 * @param article the clean article
 * @param heads its head words
 * @param start where a name may begin, in UTF-16 units
 * @returns what the text before it says for a name, in log odds
 */
export function leftScore(article: Article, heads: Heads, start: number): number {
  // A paragraph often opens with whom it is about.
  if (start > 0 && article.codes[start - 1] === LINE_BREAK) return 1.3
  if (((heads.flags[start] as number) & WORD.title) !== 0 && !ADDRESS_BEHIND.test(article.folded.slice(Math.max(0, start - 2), start)))
    return 3
  if (start === 0) return 0.8
  // 总经理(医疗成效)邓绮雯: what the office is about stands in brackets.
  if (bracketStart(article, heads, start) >= 0) return 3
  const before = article.codes[start - 1] as number
  if (classOf[before] !== CLASS.han) return before === MIDDLE_DOT ? -3 : 0.8
  if (BEFORE_NAME[before] === 1) return 0.6
  // 十二岁的陶小满
  if (isAged(article.folded, start)) return 1.3
  // 徒弟、刚入职一年的毛一鸣
  if (apposedAt(article, heads, start) >= 0) return 1.5
  // 在岛上开小卖部的蔡金凤, but not 来自邻省的游客屈先生
  if (before === OF && !opensCalling(heads, start) && DOES.test(article.folded.slice(Math.max(0, start - LONGEST_DEED), start))) return 1.3
  if (((heads.flags[start] as number) & WORD.group) !== 0 && (heads.length[start] as number) > 1) return 1.5
  if (((heads.flags[start] as number) & WORD.organization) !== 0) return 0.8
  // Inside a word that begins before the name.
  return article.words.length[start] === 0 ? -1.2 : 0
}

/**
 * @param folded the folded text
 * @param start where a name may begin
 * @returns whether somebody's age stands before it: 十二岁的陶小满
 */
export function isAged(folded: string, start: number): boolean {
  return folded[start - 1] === '的' && AGED.test(folded.slice(Math.max(0, start - LONGEST_AGED), start))
}

/** Whether what people are called by begins at a place. */
function opensCalling({ length }: Heads, at: number): boolean {
  return length[at + 2] === 2 || length[at + 3] === 3
}

/**
 * 主教练、曾带出三名冠军的叶莲娜
 *
 * @param article the clean article
 * @param heads its head words
 * @param start where a name may begin
 * @returns where what somebody is ends, before a mark of enumeration and a description with 的; −1 where nothing of the kind stands
 */
export function apposedAt({ folded }: Article, heads: Heads, start: number): number {
  if (folded[start - 1] !== '的') return -1
  const from = Math.max(0, start - LONGEST_APPOSED)
  const found = APPOSED.exec(folded.slice(from, start))
  return found !== null && ((heads.flags[from + found.index] as number) & (WORD.title | WORD.group)) !== 0 ? from + found.index : -1
}

/**
 * @param article the clean article
 * @param heads its head words
 * @param end where a name may begin
 * @returns where brackets open that close there, right behind a title; −1 where there are none
 */
export function bracketStart({ folded }: Article, heads: Heads, end: number): number {
  if (folded[end - 1] !== ')') return -1
  const from = Math.max(0, end - LONGEST_BRACKET)
  const open = from + folded.slice(from, end).lastIndexOf('(')
  return open >= from && ((heads.flags[open] as number) & WORD.title) !== 0 ? open : -1
}

/**
 * @param article the clean article
 * @param heads its head words
 * @param cueAt 1 where a verb of saying begins
 * @param end where a name may end, in UTF-16 units
 * @returns what the text behind it says for a name, in log odds
 */
export function rightScore(article: Article, heads: Heads, cueAt: Uint8Array, end: number): number {
  if (end >= article.codes.length) return 0.7
  if (cueAt[end] === 1) return 2
  if (isManner(article, cueAt, end)) return 1.7
  const after = article.codes[end] as number
  if (classOf[after] !== CLASS.han) return after === MIDDLE_DOT ? -3 : 0.7
  const behind = article.folded.slice(end, end + 14)
  if (/^,?今年.{1,4}岁|^[,(]\d{1,3}岁|^接受[^,。]{0,8}(?:采访|专访|访问)/.test(behind)) return 2
  if (
    /^(?:先生|女士|小姐|教授|医生|老师|博士|院士|同志|夫妇|太太|律师|警官|报道|报导|摄影|本人|等人)/.test(
      article.folded.slice(end, end + 2),
    )
  )
    return 2.5
  for (let length = 2; length <= LONGEST_TITLE; length++)
    if (heads.length[end + length] === length && ((heads.flags[end + length] as number) & WORD.title) !== 0) return 2
  // 葛蓝|周一|表示
  if (WEEKDAY.test(behind)) return 1
  // 严跃|进: the end of many a given name, inside a word.
  if (AFTER_NAME[after] === 1) return after === ADVANCE && article.words.length[end] === 0 ? 0 : 1
  return article.words.length[end] === 0 ? -1 : 0.3
}

/** 潘正雄哽咽表示: how somebody speaks stands between his name and the verb. */
function isManner({ words }: Article, cueAt: Uint8Array, at: number): boolean {
  const tag = words.tag[at] as number
  // 老李只|说, 孙曼便|问
  if (words.length[at] === 1 && tag === TAG.adverb && cueAt[at + 1] === 1) return true
  return words.length[at] === 2 && cueAt[at + 2] === 1 && (tag === TAG.verb || tag === TAG.adverb || tag === TAG.adjective)
}
