/**
 * Names of people in Chinese text: Chinese names (surname and given name) and transliterated ones.
 *
 * No name is recognised by its characters alone. Each candidate gathers evidence, in log odds set on our own articles:
 * what stands before it (a title, a boundary), behind it (a verb of saying, a preposition), what the word model knows
 * of it, and whether the article repeats it.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import { fluencyCost, lookUp, TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { characterTable, type Heads, WORD } from './chinese-lexicon.ts'

interface Candidate extends Span {
  score: number
  text: string
  /** The word model knows it, or a part of it, as a common word. */
  word: boolean
}

/** Characters that no given name holds. */
const FUNCTION_CHARACTERS = characterTable(
  '的了在是就和与也都还说称对向把被从为等这那将会要已并曾则又再不没有上下后时以其此些个各每某很最更应该让使给到过着吗呢吧啊么什怎哪谁我你他她它们告诉认指介坦所去来做因而或但却及跟同由据表说问答讲叫号日只女今昨当何回谈看想走作岁曰两三四五六七八九十几多少名副总起初',
)
/** Characters that may follow a name in a sentence. */
const AFTER_NAME = characterTable(
  '在就对向从也还则来起没坐去进出开想把觉又都说称将已曾于和与及等的是为日今昨此并而却因表认指告介坦透回补解提警呼宣写笑站坐走看自把被同跟跟其曾之率带当以称用',
)
/** Words that may precede a name. */
const BEFORE_NAME = characterTable('据对与和是叫由请被向让找问给同跟为据按如像说及、')
/** Common words that are rare as surnames. */
const RARE_SURNAMES = characterTable(
  '言支敬向常方万高金安关解任应商成明国党车易温单路连文平时时古童师原和于包左管尚项全强习米景荆阳应白黄鹿展兰边',
)
const TRANSLITERATION = characterTable(readLexicon('transliteration.zh.txt').join(''))
/** Characters that transliterate too, but make so many words that they count beside a dot alone. */
const DOTTED = characterTable(
  '东琴让热仁容儒莎山生什士顺司松滕提席雪约张宗施耐梯菜茜珍贞婕芙萝莲坡宝策慈第芳圭郭果亥荷洪侯浑积江隆歇岑樊优素艺坚披猜颂差集育逸他信禄育实贴汶坤亮春吴廷觉敏田阮仲陈光寿占卜慕必夏',
)
/** What places and things end with, and hardly any name. */
const THINGS = characterTable('县市镇乡村庄杯队车州省岛港街')
/** 军 is the army at the end of a phrase, and at the end of many a name. */
const ARMY = '军'.charCodeAt(0)
const MIDDLE_DOT = 0xb7
const HYPHEN = 0x2d
const LINE_BREAK = 10

const surnames = new Map<string, boolean>()
const compoundFirst = new Uint8Array(65536)
const surnameTable = new Uint8Array(65536)
for (const surname of readLexicon('surnames.zh.txt')) {
  surnames.set(surname, true)
  if (surname.length === 1) surnameTable[surname.charCodeAt(0)] = 1
  else compoundFirst[surname.charCodeAt(0)] = 1
}

/** A surname with one of these is how somebody is called: 王先生, 于大妈. */
const FORM_OF_ADDRESS = /^(?:先生|女士|小姐|太太|大妈|大爷|大伯|大叔|大姐|大哥|大婶|奶奶|爷爷|阿姨|阿婆|阿公|师傅|老师|同学|婆婆)/
/** 赵某, 李某某: whose name is withheld. */
const NAMELESS = /^某{1,2}/
/** Two or three words with capitals, and what firms have among theirs; most such words are brands and titles. */
const LATIN_NAME = /(?<![A-Za-z])[A-Z][a-z]{1,20}(?:[ ·][A-Z][a-z]{1,20}){1,2}(?![A-Za-z])/g
const LATIN_FIRM =
  /\b(?:Inc|Corp|Group|Bank|Sachs|University|Times|Post|News|Park|Street|Club|Air|Tech|Studio|Music|Pro|Max|Plus|The|Of|And)\b/
const LATIN_SCORE = 0.6
const TIBETAN_PART =
  '达瓦|达娃|次仁|才仁|卓玛|扎西|多吉|旦增|丹增|平措|央金|格桑|洛桑|尼玛|边巴|普布|米玛|巴桑|拉姆|曲珍|德吉|索朗|土登|罗布|顿珠|江措|加措|嘉措|才让|仁青|卓嘎|贡布|白玛|其美|拉巴|强巴|益西|旺姆|旺堆|桑珠|班觉|次旦|巴珠|旦巴|群培|曲扎'
const TIBETAN_NAME = new RegExp(`(?:${TIBETAN_PART}){2}`, 'g')
const TIBETAN_SCORE = 2.5
/** 李姨, 赵叔, 顾总, 叶官, 邱男: how neighbours, superiors and suspects are called. */
const RELATION = characterTable('姨叔婶嫂姐哥伯总董导官太男女')
/** 老秦, 小马: how friends and colleagues are called. */
const FAMILIAR = characterTable('老小阿')
/** 阿强, 阿亮哥, 小羽: how people are called by those who know them. */
const A = '阿'.charCodeAt(0)
const YOUNG = '小'.charCodeAt(0)
const CALLED = /^[阿小]\p{Script=Han}(?:[哥姐伯嫂姨叔婆公])?/u
/** Who belongs to somebody. */
const KIN_BEFORE = /媳妇|妻子|丈夫|儿子|女儿|妹妹|姐姐|哥哥|弟弟|孙女|孙子|徒弟|老伴|外孙女?|侄女|侄子|女友|男友|闺女|闺蜜|搭档/g
/** An article has no more of them. */
const MOST_KIN = 200
/** 翟女士向…: what stands behind a name announces no other one. */
const ADDRESS_BEHIND = /^(?:先生|女士|小姐|太太|同志)$/
/** Evidence a name needs. */
const THRESHOLD = 2.3
/** A believed name is believed where its surroundings say little against it. */
const LEAST_LIKELY = -1.5
/** A part of a full name is as good as the name; an article has so many at the most. */
const PART_SCORE = 6
const MOST_PARTS = 60
/** Names that start at one place are told apart by their lengths; only one of them is as long as this. */
const LONG_NAME = 31
/** A title behind a name is no longer than this. */
const LONGEST_TITLE = 4
/** What an office is about, in brackets, in UTF-16 units. */
const LONGEST_BRACKET = 14
/** The first part of a name, in UTF-16 units. */
const LONGEST_BEFORE_DOT = 5
/** Two titles before a name, in UTF-16 units. */
const LONGEST_TITLES = 10
/** Longest transliterated part; longer runs are no names. */
const LONGEST_PART = 8
/** Words rarer than this are no obstacle to reading their characters as a name, in nats. */
const RARE_WORD = 13.5
/** A pair of characters that the dictionary lists as a person is a name where something says so. */
const LISTED_PAIR = -0.9
/** A “person” of the dictionary more common than this is a word: 明白. In nats. */
const COMMON_NAME = 11
/** A run that costs more than this a character cannot be read as words: it is a foreign name. In nats. */
const FOREIGN_COST = 6.2

/**
 * Finds the names of people.
 *
 * @param article the clean article
 * @param heads its head words
 * @param cueAt 1 where a verb of saying begins
 * @returns spans of names, sorted, none overlapping
 */
export function findPeople(article: Article, heads: Heads, cueAt: Uint8Array): Span[] {
  const foreign = foreignNames(article, heads, cueAt)
  const candidates = [
    ...chineseNames(article, heads, cueAt),
    ...foreign,
    ...partsOf(article, foreign),
    ...givenNames(article, heads, cueAt),
    ...tibetanNames(article, heads, cueAt),
    ...latinNames(article, heads, cueAt),
  ]
  const counts = new Map<string, number>()
  const cutShort = new Set<string>()
  // The same characters may be read as a Chinese and as a foreign name: they stand there once.
  const lengths = new Uint32Array(article.codes.length)
  for (const { text, start } of candidates) {
    const length = 1 << Math.min(LONG_NAME, text.length)
    if (((lengths[start] as number) & length) !== 0) continue
    lengths[start] |= length
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  // What only stands as the beginning of longer names that come back is none: 叶文 of 叶文彬 and 叶文琪.
  const longer = new Map<string, number>()
  for (const [text, times] of counts) {
    if (text.length !== 3) continue
    const beginning = text.slice(0, 2)
    longer.set(beginning, times > 1 ? (longer.get(beginning) ?? 0) + times : Number.NaN)
  }
  for (const [text, times] of longer) if (counts.get(text) === times) cutShort.add(text)
  const believed = new Set<string>()
  for (const candidate of candidates) {
    if (cutShort.has(candidate.text)) candidate.score -= 3
    // 蒙蒙亮, 白白地: a doubled character is no surname.
    if (candidate.text.length === 3 && candidate.text[0] === candidate.text[1]) candidate.score -= 3
    const times = counts.get(candidate.text) as number
    // What is repeated and no word is a name; a word is repeated because it is a word.
    if (times > 1) candidate.score += candidate.word ? 0.8 : Math.min(2.4, 0.8 * (times - 1) + 0.4)
    if (candidate.score >= THRESHOLD) believed.add(candidate.text)
  }
  // A name once believed is believed wherever it stands.
  const titles = inTitles(article.folded)
  const kept = candidates.filter(
    (candidate) =>
      titles[candidate.start] !== 1 && (candidate.score >= THRESHOLD || (believed.has(candidate.text) && candidate.score > LEAST_LIKELY)),
  )
  kept.sort((a, b) => a.start - b.start || b.score - a.score)
  const people: Candidate[] = []
  for (const candidate of kept) {
    const last = people.at(-1)
    if (!last || candidate.start >= last.end) people.push(candidate)
    else if (candidate.score > last.score) people[people.length - 1] = candidate
  }
  return people
    .filter((person, index) => !isPlaceOfTitle(article, heads, person, people[index + 1]))
    .map(({ start, end }) => ({ start, end }))
}

/** 《滕王阁序》: 1 for every unit of the title of a work. */
function inTitles(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  for (const { index, 0: title } of text.matchAll(/《[^《》\n]{1,30}》/g)) inside.fill(1, index, index + title.length)
  return inside
}

/** The parts of full foreign names wherever they stand alone: 埃莱娜·苏亚雷斯, later 苏亚雷斯. */
function partsOf(article: Article, foreign: readonly Candidate[]): Candidate[] {
  const parts = new Set<string>()
  for (const { text, score } of foreign)
    if (score >= THRESHOLD && text.includes('·') && parts.size < MOST_PARTS)
      for (const part of text.split('·')) if (part.length >= 2) parts.add(part)
  return [...parts].flatMap((text) => everywhere(article, text))
}

/** Every place where a name stands alone. */
function everywhere({ folded }: Article, text: string): Candidate[] {
  const found: Candidate[] = []
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + text.length)) {
    const end = start + text.length
    if (folded[start - 1] !== '·' && folded[end] !== '·') found.push({ start, end, score: PART_SCORE, text, word: false })
  }
  return found
}

/** 媳妇翠莲, later 翠莲: who belongs to somebody is often called by the given name alone. */
function givenNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { folded, codes } = article
  const names = new Set<string>()
  let tried = 0
  for (const { index, 0: kin } of folded.matchAll(KIN_BEFORE)) {
    if (++tried > MOST_KIN) break
    const start = index + kin.length
    const end = start + 2
    // 妹妹叶文琪: with a surname it is no given name alone.
    if (
      names.size >= MOST_PARTS ||
      surnameTable[codes[start] as number] === 1 ||
      !isGiven(article, start, end) ||
      wordScore(codes, start, end) < 0
    )
      continue
    const text = folded.slice(start, end)
    // Two rare characters that come back are a name.
    if (folded.indexOf(text, end) >= 0 || rightScore(article, heads, cueAt, end) >= 2) names.add(text)
  }
  return [...names].flatMap((text) => everywhere(article, text))
}

/** 达瓦次仁, 扎西卓玛: Tibetan names, put together from words of two characters. */
function tibetanNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  return [...article.folded.matchAll(TIBETAN_NAME)].map(({ index: start, 0: text }) => {
    const end = start + text.length
    const score = TIBETAN_SCORE + leftScore(article, heads, start) + rightScore(article, heads, cueAt, end)
    return { start, end, score, text, word: false }
  })
}

/** Names in Latin letters: Tony Lau. */
function latinNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  return [...article.folded.matchAll(LATIN_NAME)]
    .filter(({ 0: text }) => !LATIN_FIRM.test(text))
    .map(({ index: start, 0: text }) => {
      const end = start + text.length
      const score = LATIN_SCORE + leftScore(article, heads, start) + rightScore(article, heads, cueAt, end)
      return { start, end, score, text, word: false }
    })
}

/** 诺斯兰总理赫尔姆, 蓝鲸队长、国脚石磊: a name, a title and another name: the first is a country or a team. */
function isPlaceOfTitle({ folded }: Article, heads: Heads, person: Span, next: Span | undefined): boolean {
  if (!next || ((heads.flags[next.start] as number) & WORD.title) === 0) return false
  const between = folded.slice(person.end, next.start)
  const titles = between.length <= LONGEST_TITLES ? between.split('、') : [between]
  let at = person.end
  return titles.every((title) => {
    at += title.length + 1
    return title.length > 0 && heads.length[at - 1] === title.length && ((heads.flags[at - 1] as number) & WORD.title) !== 0
  })
}

function chineseNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { codes, folded, words } = article
  const candidates: Candidate[] = []
  for (let start = 0; start + 1 < codes.length; start++) {
    const first = codes[start] as number
    if (FAMILIAR[first] === 1 && surnameTable[codes[start + 1] as number] === 1) {
      // 小时 and 老师 are words; 老宋 is one in the dictionary alone.
      const known = lookUp(codes, start, start + 2).cost < COMMON_NAME ? -3 : 0
      const score = leftScore(article, heads, start) + rightScore(article, heads, cueAt, start + 2) + known + 0.6
      candidates.push({ start, end: start + 2, score, text: folded.slice(start, start + 2), word: known < 0 })
    }
    if (first === A || first === YOUNG) {
      const called = CALLED.exec(folded.slice(start, start + 3))?.[0].length ?? 0
      for (let length = called; length >= 2; length--) {
        const end = start + length
        const known = lookUp(codes, start, end).cost < RARE_WORD || FUNCTION_CHARACTERS[codes[start + 1] as number] === 1 ? -3 : 0
        const score = leftScore(article, heads, start) + rightScore(article, heads, cueAt, end) + known - 0.6
        candidates.push({ start, end, score, text: folded.slice(start, end), word: known < 0 })
      }
    }
    const compound = compoundFirst[first] === 1 && surnames.has(folded.slice(start, start + 2))
    if (surnameTable[first] !== 1 && !compound) continue
    const family = compound ? 2 : 1
    // 护士长孙曼: the title goes on where the compound surname would begin.
    if (compound && ((heads.flags[start + 1] as number) & WORD.title) !== 0) continue
    const left = leftScore(article, heads, start)
    if (left < -1) continue
    const address = FORM_OF_ADDRESS.exec(folded.slice(start + family, start + family + 3))
    if (address && left > -1) {
      const end = start + family + address[0].length
      candidates.push({ start, end, score: THRESHOLD + 0.5, text: folded.slice(start, end), word: false })
      continue
    }
    const end = start + family + 1
    // 李姨, but not 帅哥, which is a word, and not 李叔叔, which is longer.
    if (
      RELATION[codes[end - 1] as number] === 1 &&
      (words.length[start] as number) < end - start &&
      (words.length[end - 1] as number) <= 1 &&
      codes[end] !== codes[end - 1]
    ) {
      const score = left + rightScore(article, heads, cueAt, end) + (RARE_SURNAMES[first] === 1 && !compound ? 0.8 : 2.2)
      candidates.push({ start, end, score, text: folded.slice(start, end), word: false })
    }
    const nameless = NAMELESS.exec(folded.slice(start + family, start + family + 2))
    if (nameless) {
      const end = start + family + nameless[0].length
      const score = left + rightScore(article, heads, cueAt, end) + (RARE_SURNAMES[first] === 1 && !compound ? 0.5 : 2.5)
      candidates.push({ start, end, score, text: folded.slice(start, end), word: false })
      continue
    }
    for (let given = 1; given <= 2; given++) {
      const end = start + family + given
      if (end > codes.length) break
      const famous = given === 2 && words.tag[start] === TAG.person && words.length[start] === end - start
      if (!famous && !isGiven(article, start + family, end, left + (cueAt[end] === 1 ? 1 : 0))) {
        if (NUMERALS[codes[end - 1] as number] === 1 && given === 1) continue
        break
      }
      // 巴基|斯坦: the beginning of a longer word.
      if ((words.length[start] as number) > end - start && words.tag[start] !== TAG.person) continue
      let score =
        left + rightScore(article, heads, cueAt, end) + (compound ? 1 : 0) + (RARE_SURNAMES[first] === 1 && !compound ? -0.6 : 0.5)
      if (given === 2) score += 0.4
      // 文旅局 ends like an office, whatever it begins like.
      if (((heads.flags[end] as number) & WORD.organization) !== 0 && codes[end - 1] !== ARMY) score -= 3
      // 党|立委 is no Mr 党, as 濮院长 is a Mr 濮.
      if (RARE_SURNAMES[first] === 1 && ((heads.flags[end] as number) & WORD.title) !== 0 && (heads.length[end] as number) > 1) score -= 3
      // 石家庄, 雷阵雨, 尤伯杯: places and things that begin like a name.
      if (THINGS[codes[end - 1] as number] === 1) score -= 2
      // 石塘|村
      if (THINGS[codes[end] as number] === 1) score -= 2
      const known = wordScore(codes, start, end, family)
      candidates.push({ start, end, score: score + known, text: folded.slice(start, end), word: known < 0 })
    }
  }
  return candidates
}

const COME = '来'.charCodeAt(0)
const HAVE = '有'.charCodeAt(0)
const COMES = /^[曾说在向对则也还表认介指称回是把,。:]/
const NUMERALS = characterTable('一二三四五六七八九')
/** What stands before a name says that it is one. */
const TITLED = 1.5

function isGiven({ codes, folded }: Article, start: number, end: number, left = 0): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at] as number
    // 魏东来曾: 来 ends a name where what follows is no place to come to.
    if ((code === COME || code === HAVE) && at === start + 1 && COMES.test(folded.slice(end, end + 1))) continue
    // 村民阮三妹: a number opens a given name behind what its bearer is.
    if (left >= TITLED && at === start && end - start === 2 && NUMERALS[code] === 1) continue
    if (classOf[code] !== CLASS.han || FUNCTION_CHARACTERS[code] === 1) return false
  }
  return !/^(?:先生|女士|小姐|太太|老师|医生|总)/.test(folded.slice(start, end))
}

/** What the word model says of the characters of a name. */
function wordScore(codes: Uint16Array, start: number, end: number, family = 1): number {
  const whole = lookUp(codes, start, end)
  const listed = whole.tag === TAG.person || whole.tag === TAG.foreignName
  if (whole.cost < RARE_WORD && !listed) return -3
  if (Number.isFinite(whole.cost) && !listed) return -2
  if (end - start === 3) {
    if (family === 1 && isCommonWord(codes, start, start + 2)) return -1.6
    if (isCommonWord(codes, start + 1, end)) return -0.5
  }
  // The dictionary lists words of two characters as people that are none: 洪水, 康复, 荣誉.
  return !listed ? 0 : end - start === 2 ? LISTED_PAIR : 1.5
}

function isCommonWord(codes: Uint16Array, start: number, end: number): boolean {
  const { cost, tag } = lookUp(codes, start, end)
  return cost < (tag === TAG.person || tag === TAG.foreignName ? COMMON_NAME : RARE_WORD)
}

function leftScore(article: Article, heads: Heads, start: number): number {
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
  if (((heads.flags[start] as number) & WORD.group) !== 0 && (heads.length[start] as number) > 1) return 1.5
  if (((heads.flags[start] as number) & WORD.organization) !== 0) return 0.8
  // Inside a word that begins before the name.
  return article.words.length[start] === 0 ? -1.2 : 0
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

function rightScore(article: Article, heads: Heads, cueAt: Uint8Array, end: number): number {
  if (end >= article.codes.length) return 0.7
  if (cueAt[end] === 1) return 2
  if (isManner(article, cueAt, end)) return 1.7
  const after = article.codes[end] as number
  if (classOf[after] !== CLASS.han) return after === MIDDLE_DOT ? -3 : 0.7
  const behind = article.folded.slice(end, end + 14)
  if (/^今年.{1,4}岁|^接受[^,。]{0,8}(?:采访|专访|访问)/.test(behind)) return 2
  if (
    /^(?:先生|女士|小姐|教授|医生|老师|博士|院士|同志|夫妇|太太|律师|警官|报道|报导|摄影|本人|等人)/.test(
      article.folded.slice(end, end + 2),
    )
  )
    return 2.5
  for (let length = 2; length <= LONGEST_TITLE; length++)
    if (heads.length[end + length] === length && ((heads.flags[end + length] as number) & WORD.title) !== 0) return 2
  if (AFTER_NAME[after] === 1) return 1
  return article.words.length[end] === 0 ? -1 : 0.3
}

/** 潘正雄哽咽表示: how somebody speaks stands between his name and the verb. */
function isManner({ words }: Article, cueAt: Uint8Array, at: number): boolean {
  const tag = words.tag[at] as number
  return words.length[at] === 2 && cueAt[at + 2] === 1 && (tag === TAG.verb || tag === TAG.adverb || tag === TAG.adjective)
}

/** Runs of characters that transliterate foreign names, with middle dots between their parts. */
function foreignNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { codes, folded, words } = article
  const candidates: Candidate[] = []
  let at = 0
  while (at < codes.length) {
    if (TRANSLITERATION[codes[at] as number] !== 1 && !isDotAhead(article, at)) {
      at++
      continue
    }
    let end = at
    let dots = 0
    let part = 0
    while (end < codes.length) {
      const code = codes[end] as number
      if ((TRANSLITERATION[code] === 1 || ((dots > 0 || isDotAhead(article, end)) && isDotted(article, cueAt, end))) && part < LONGEST_PART)
        part++
      // 叶尔莫延科, 卡尔斯滕·莫雷: a character that is rare in names, behind or before a dot.
      else if (part > 0 && part < LONGEST_PART && (dots > 0 ? isRareInside(article, cueAt, end) : isRareBeforeDot(article, end))) part++
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
  if (DOTTED[codes[at] as number] !== 1 || (words.length[at] as number) > 1) return false
  for (let dot = at + 1; dot <= at + LONGEST_BEFORE_DOT; dot++) {
    const code = codes[dot] as number
    if (code === MIDDLE_DOT) return true
    if (TRANSLITERATION[code] !== 1 && DOTTED[code] !== 1) return false
  }
  return false
}

/** Whether a character of names stands behind a dot, and no word of the language. */
function isDotted({ codes, words }: Article, cueAt: Uint8Array, at: number): boolean {
  return DOTTED[codes[at] as number] === 1 && cueAt[at] !== 1 && (words.length[at] as number) <= 1
}

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
    TRANSLITERATION[codes[at + 1] as number] === 1 &&
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
    if (tag === TAG.foreignName || tag === TAG.person ? !isCountry(article, from, length) : cost > 11 && tag !== TAG.place) break
    from += length
  }
  return end - from >= 2 ? [[from, end]] : []
}

const COUNTRIES = new Set(readLexicon('countries.zh.txt'))

function isCountry(article: Article, start: number, length: number): boolean {
  return COUNTRIES.has(article.folded.slice(start, start + length))
}

function foreignScore(article: Article, heads: Heads, cueAt: Uint8Array, start: number, end: number, dots: number): number {
  const size = end - start
  if (size < 2 || COUNTRIES.has(article.folded.slice(start, end))) return -1
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
