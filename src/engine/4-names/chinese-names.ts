/** Names as they are given in China: surname and given name, what people are called for short, given names alone, Tibetan names. */
import { CLASS, characterTable, classOf } from '../1-document/characters.ts'
import { isCompoundSurname, surnames, surnameTable } from '../1-document/surnames.ts'
import { lookUp, TAG } from '../1-document/words.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'
import { COUNTRY_CHARACTERS, OWN_PAPER } from './chinese-phrases.ts'
import { transliterates } from './foreign-names.ts'
import {
  type Candidate,
  COUNTRIES,
  candidatesOf,
  everywhere,
  FUNCTION_CHARACTERS,
  isAged,
  leftScore,
  MOST_PARTS,
  RARE_WORD,
  rightScore,
  THRESHOLD,
} from './name-evidence.ts'

/** Common words that are rare as surnames. */
const RARE_SURNAMES = characterTable(
  '言支敬鲜利宣向常方万高金安关解任应商成明国党车易温单路连文平时时古童师原和于包左管尚项全强习米景荆阳应白黄鹿展兰边终撒农计伏危井索权步乐居',
)
/** What places and things end with, and hardly any name. */
const THINGS = characterTable('县市镇乡村庄杯队车州省岛港街城')
/** What paths end with, and hardly any name of two characters. */
const PATHS = characterTable('道路')
/** 军 is the army at the end of a phrase, and at the end of many a name. */
const ARMY = '军'.charCodeAt(0)
const SIDE = '方'.charCodeAt(0)
/** A surname with one of these is how somebody is called: 王先生, 于大妈. */
const FORM_OF_ADDRESS = /^(?:先生|女士|小姐|太太|大妈|大爷|大伯|大叔|大姐|大哥|大婶|奶奶|爷爷|阿姨|阿婆|阿公|师傅|老师|同学|婆婆)/
/** 赵某, 李某某: whose name is withheld. */
const NAMELESS = /^某{1,2}/
const TIBETAN_PART =
  '达瓦|达娃|次仁|才仁|卓玛|扎西|多吉|旦增|丹增|平措|央金|格桑|洛桑|尼玛|边巴|普布|米玛|巴桑|拉姆|曲珍|德吉|索朗|土登|罗布|顿珠|江措|加措|嘉措|才让|仁青|卓嘎|贡布|白玛|其美|拉巴|强巴|益西|旺姆|旺堆|桑珠|班觉|次旦|巴珠|旦巴|群培|曲扎|尕藏|东珠|南卡|公保|完么|桑杰|先巴|更登|丹巴|仁增|东智|多杰|卓尕|央宗|拉毛|才措|旦知|杰布|加布|桑吉|才旺|仁钦|索南|华旦|旦真|切羊|完玛|角巴|项秀|娘吉'
const TIBETAN_NAME = new RegExp(`(?:${TIBETAN_PART}){2}`, 'g')
const TIBETAN_SCORE = 2.5
/** Japanese surnames of three characters. */
const LONG_SURNAME = new RegExp([...surnames].filter(({ length }) => length === 3).join('|'), 'g')
const LONG_SURNAME_SCORE = 1.5
/** 李姨, 赵叔, 顾总, 叶官, 邱男: how neighbours, superiors and suspects are called. */
const RELATION = characterTable('姨叔婶嫂姐哥伯总董导官太男女')
/** 霞姐, 强叔: the same, with a given name. */
const KINDLY = characterTable('姨叔婶嫂姐哥伯')
/** 老秦, 小马: how friends and colleagues are called. */
const FAMILIAR = characterTable('老小阿')
/** 阿强, 阿亮哥, 小羽: how people are called by those who know them. */
const A = '阿'.charCodeAt(0)
/** 小车, 小麦: things and animals that bear a surname’s character. */
const SMALL_THINGS = characterTable('车马米麦石花水雪雷木牛羊鱼龙云苗门包熊毛房户')
const YOUNG = '小'.charCodeAt(0)
const CALLED = /^[阿小]\p{Script=Han}(?:[哥姐伯嫂姨叔婆公])?/u
/** 水根婆婆: how old people are called by those who know them, in UTF-16 units. */
const ELDER = /^\p{Script=Han}{2}(?:婆婆|奶奶|爷爷|阿婆|阿公|大[爷妈叔娘伯])$/u
const ELDER_LENGTH = 4
/** Who belongs to somebody. */
const KIN_BEFORE =
  /媳妇|妻子|丈夫|儿子|女儿|妹妹|姐姐|哥哥|弟弟|孙女|孙子|徒弟|老伴|外孙女?|侄女|侄子|女友|男友|闺女|闺蜜|搭档|同桌|室友|好友|表[哥姐弟妹]|堂[哥姐弟妹]/g
/** Surnames of two characters that are Chinese: nobody is called by one alone. */
const CHINESE_COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|闻人|东方|皇甫|尉迟|公孙|令狐|宇文|长孙|慕容|端木|独孤|亓官|万俟|司徒|夏侯|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|公羊|赫连|钟离|鲜于|闾丘|司空|南宫|西门|东郭|轩辕|呼延|拓跋|第五|百里)/
/** A surname and a given name of two characters each. */
const FULL_COMPOUND = 4
/** An article has no more of them. */
const MOST_KIN = 200
/** A pair of characters that the dictionary lists as a person is a name where something says so. */
const LISTED_PAIR = -0.9
/** 根据 is more common than this, 连成, which may be in a name, is not; in nats. */
const EVERYDAY = 12
/** A “person” of the dictionary more common than this is a word: 明白. In nats. */
const COMMON_NAME = 11

/** 媳妇翠莲, later 翠莲: who belongs to somebody is often called by the given name alone. */
export function givenNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
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

/** 首相石川明宏, later 石川: whose surname and given name have two characters each, in Japan, is called by the surname alone. */
export function surnamesAlone(article: Article, heads: Heads, names: readonly Candidate[]): Candidate[] {
  const full = new Map<string, string>()
  for (const { text, start } of names) {
    const introduced = text.length === FULL_COMPOUND && ((heads.flags[start] as number) & WORD.title) !== 0
    if (introduced && full.size < MOST_PARTS && surnames.has(text.slice(0, 2)) && !CHINESE_COMPOUND.test(text))
      full.set(text.slice(0, 2), text)
  }
  return [...full].flatMap(([surname, name]) => everywhere(article, surname).filter(({ start }) => !article.folded.startsWith(name, start)))
}

/** 佐佐木明希, 长谷川: Japanese names whose surname has three characters, with none, one or two of a given name, three that end in 郎 or 子. */
export function longSurnames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { folded, codes } = article
  return Array.from(folded.matchAll(LONG_SURNAME), ({ index: start, 0: surname }) => {
    const family = start + surname.length
    let end = family
    let right = rightScore(article, heads, cueAt, family)
    for (let longer = family + 1; longer <= family + 3; longer++) {
      if (!isGiven(article, family, longer, TITLED)) continue
      if (longer === family + 3 && codes[longer - 1] !== SON && codes[longer - 1] !== GIRL) break
      const score = rightScore(article, heads, cueAt, longer)
      if (score < right) continue
      right = score
      end = longer
    }
    const score = LONG_SURNAME_SCORE + leftScore(article, heads, start) + right
    return { start, end, score, text: folded.slice(start, end), word: false }
  })
}

/** 达瓦次仁, 扎西卓玛: Tibetan names, put together from words of two characters. */
export function tibetanNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  return candidatesOf(article, heads, cueAt, article.folded.matchAll(TIBETAN_NAME), TIBETAN_SCORE)
}

export function chineseNames(article: Article, heads: Heads, cueAt: Uint8Array): Candidate[] {
  const { codes, folded, words } = article
  const candidates: Candidate[] = []
  /** Before a verb that says nothing a name must come back. */
  const doubtful: Candidate[] = []
  const withGrammar: Candidate[] = []
  /** What somebody is stands before these; where they come back nothing does. */
  const introduced: string[] = []
  for (let start = 0; start + 1 < codes.length; start++) {
    const first = codes[start] as number
    if (FAMILIAR[first] === 1 && surnameTable[codes[start + 1] as number] === 1) {
      // 小时 and 老师 are words; 老宋 is one in the dictionary alone.
      const known =
        lookUp(codes, start, start + 2).cost < COMMON_NAME || (first === YOUNG && SMALL_THINGS[codes[start + 1] as number] === 1) ? -3 : 0
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
    // 副主任医师|干凌云|表示: between a title and a verb of saying nothing but a name stands that no dictionary has.
    if (surnameTable[first] !== 1 && ((heads.flags[start] as number) & WORD.title) !== 0) {
      const end = start + NAME
      const said =
        cueAt[end] === 1 || (cueAt[end + 1] === 1 && ADVERBS.test(folded[end] as string)) || TELLS.test(folded.slice(end, end + 3))
      // 外援|迪亚曼特: a foreign name that goes on.
      const acts = GOES_ON.has(words.tag[end] as number) && !transliterates(codes, start, end + 1)
      const known = surnames.has(folded.slice(start, end))
      if (!known && (said || acts) && isGiven(article, start, end, said ? 0 : INTRODUCED) && isUnknown(article, start, end, said))
        (said ? candidates : doubtful).push({ start, end, score: THRESHOLD, text: folded.slice(start, end), word: false })
    }
    // 档主|霞姐|哽咽道: by the given name, behind what she is.
    if (
      surnameTable[first] !== 1 &&
      KINDLY[codes[start + 1] as number] === 1 &&
      words.length[start] === 1 &&
      ((heads.flags[start] as number) & WORD.title) !== 0
    ) {
      const end = start + 2
      const score = leftScore(article, heads, start) + rightScore(article, heads, cueAt, end) - 1
      const candidate = { start, end, score, text: folded.slice(start, end), word: false }
      candidates.push(candidate)
      if (score >= THRESHOLD) introduced.push(candidate.text)
    }
    // 84岁的水根婆婆
    if (codes[start - 1] === OF && isAged(folded, start) && ELDER.test(folded.slice(start, start + ELDER_LENGTH))) {
      const end = start + ELDER_LENGTH
      candidates.push({ start, end, score: THRESHOLD, text: folded.slice(start, end), word: false })
      continue
    }
    // 总工|程师应怀秋: inside a title.
    if (isInsideTitle(heads, start)) continue
    const compound = isCompoundSurname(codes, start)
    // 乌方|否认
    const side = codes[start + 1] === SIDE && COUNTRY_CHARACTERS[first] === 1
    if ((surnameTable[first] !== 1 && !compound) || side) continue
    const family = compound ? 2 : 1
    // 护士长孙曼, 部长官李揆成: the title goes on where the surname would begin.
    if (((heads.flags[start + 1] as number) & WORD.title) !== 0 && (compound || (heads.length[start + 1] as number) > 1)) continue
    // 葛蓝|周一|表示, 周二|晚; 科学家|曾|根据
    if (WEEKDAY.test(folded.slice(start, start + 2)) || (compound && lookUp(codes, start + 1, start + 3).cost < EVERYDAY)) continue
    // 世卫|专家, but 主控官|方宇谦: the office ends where the surname would begin.
    const office = (heads.length[start + 1] as number) > 1 && ((heads.flags[start + 1] as number) & WORD.organization) !== 0
    if (office && ((heads.flags[start] as number) & WORD.title) === 0) continue
    const left = leftScore(article, heads, start)
    // 向|本刊爆料, 向|路新社透露: to whom
    if (
      first === TOWARDS &&
      (OWN_PAPER.test(folded.slice(start + 1, start + 3)) || AGENCY.test(folded.slice(start + 1, start + LONGEST_AGENCY)))
    )
      continue
    // 老师|向|周边, 记者|向|准备登船: a preposition and a word.
    const object = start + 1 + (words.length[start + 1] as number)
    if (first === TOWARDS && words.length[start] === 1 && object > start + 2 && lookUp(codes, start + 1, object).cost < COMMON_NAME)
      continue
    // 何|姓专委: somebody of whom the surname is told. 向议员|陈情: a verb.
    if (codes[start + 1] === SURNAMED || VERBS.test(folded.slice(start, start + 2))) continue
    // 向|聪聪, 向|前述: a child by its pet name, a word.
    if (first === TOWARDS && (codes[start + 1] === codes[start + 2] || FORESAID.test(folded.slice(start + 1, start + 3)))) continue
    // 孩子们|齐声|答: how it is said.
    if (VOICES.test(folded.slice(start, start + 2))) continue
    // 一位|古文字专家: who is counted is not named.
    if (left < -1 || COUNTED.test(folded.slice(Math.max(0, start - 2), start))) continue
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
    // 沈冯月棠: her husband’s surname before her own, behind what she is, where all four come back; but 冯桂兰|越说, 葛蓝|周一.
    const own = codes[start + family] as number
    const both = start + family + 3
    if (
      !compound &&
      surnameTable[own] === 1 &&
      ((heads.flags[start] as number) & WORD.title) !== 0 &&
      isGiven(article, start + family + 1, both) &&
      !WEEKDAY.test(folded.slice(both - 2, both)) &&
      folded.slice(both, both + COMES_BACK).includes(folded.slice(start, both)) &&
      (cueAt[both] === 1 || WEEKDAY.test(folded.slice(both, both + 2)) || TELLS.test(folded.slice(both, both + 3)))
    )
      introduced.push(folded.slice(start, both))
    // 佐藤健太郎, 田中由美子
    const longest = compound && (codes[start + family + 2] === SON || codes[start + family + 2] === GIRL) ? 3 : 2
    for (let given = 1; given <= longest; given++) {
      const end = start + family + given
      if (end > codes.length) break
      if (given > 1 && WEEKDAY.test(folded.slice(end - 2, end))) break
      if (COUNTRIES.has(folded.slice(start, end))) {
        // 县长|韩国清|提醒: a country by its first two characters alone.
        const goesOn = words.length[end] === 1 && GOES_ON.has(words.tag[end + 1] as number)
        if (given === 1 && goesOn && ((heads.flags[start] as number) & WORD.title) !== 0) continue
        break
      }
      // 对孙晓|来说
      if (codes[end - 1] === COME && codes[end] === SAY && codes[start - 1] === TO) break
      const famous = given === 2 && words.tag[start] === TAG.person && words.length[start] === end - start
      // What ends a name: what its bearer does, or a mark.
      const ends =
        cueAt[end] === 1 ||
        words.tag[end] === TAG.verb ||
        TELLS.test(folded.slice(end, end + 3)) ||
        // 首席经济学家|陶以沫|在报告中: where he says so.
        (given === 2 && words.tag[end] === TAG.preposition) ||
        (given === 2 && end < codes.length && classOf[codes[end] as number] === CLASS.punctuation)
      // 陈和生|说: a clause has nothing else.
      const opensAndSays = given === 2 && cueAt[end] === 1 && (start === 0 || classOf[codes[start - 1] as number] !== CLASS.han)
      if (!famous && !isGiven(article, start + family, end, opensAndSays ? INTRODUCED : left + (ends ? 1 : 0), compound)) {
        if (given < longest && OPENS_GIVEN[codes[start + family] as number] === 1) continue
        // 市长|罗以庭|今: behind a title, where the same three come back.
        if (
          end - start === NAME &&
          (((heads.flags[start] as number) & WORD.title) !== 0 || isAged(folded, start)) &&
          isGiven(article, start + family, end, INTRODUCED) &&
          !isCommonWord(codes, start, start + 2) &&
          !isCommonWord(codes, start + 1, end)
        )
          // 总监|鲍如冰|则相对谨慎: or behind it, and before what its bearer does.
          (ADVERBS.test(folded[end] ?? '') && words.length[end] === 1 ? candidates : withGrammar).push({
            start,
            end,
            score: THRESHOLD,
            text: folded.slice(start, end),
            word: false,
          })
        break
      }
      // 那里|听说: a pronoun.
      if (words.tag[start] === TAG.pronoun && (words.length[start] as number) > 1) continue
      // 谈判|代表: a word that makes the title behind it more exact.
      if (
        words.length[start] === 2 &&
        words.tag[start] !== TAG.person &&
        isCommonWord(codes, start, start + 2) &&
        opensTitle(heads, start + 2)
      )
        continue
      // 巴基|斯坦: the beginning of a longer word.
      if ((words.length[start] as number) > end - start && words.tag[start] !== TAG.person) continue
      let score =
        left + rightScore(article, heads, cueAt, end) + (compound ? 1 : 0) + (RARE_SURNAMES[first] === 1 && !compound ? -0.6 : 0.5)
      if (given >= 2) score += 0.4
      // 医生|连|救三站: a word of the grammar and a verb.
      else if (RARE_SURNAMES[first] === 1 && words.length[end - 1] === 1 && words.tag[end - 1] === TAG.verb) score -= 2
      // 曾|带|出三名冠军: an adverb, a verb and where it leads.
      else if (first === ONCE && words.tag[end - 1] === TAG.verb && LEADS_TO.test(folded[end] ?? '')) score -= 3
      // 步道|建议
      else if (PATHS[codes[end - 1] as number] === 1) score -= 2
      // 卫东|至今, 方景尧|赶紧
      const adverb = [end - 1, end - 2].some(
        (place) => words.length[place] === 2 && words.tag[place] === TAG.adverb && isCommonWord(codes, place, place + 2),
      )
      if (given === 2 && adverb) score -= 2
      // 老季|悄悄
      if (given === 2 && words.length[end - 2] === 2 && ADVERBIAL.has(words.tag[end - 2] as number) && codes[end - 2] === codes[end - 1])
        score -= 3
      // 小林|正|忙着: a surname alone, and what its bearer does.
      const act = start + family + 1
      if (compound && words.length[act - 1] === 1 && words.tag[act - 1] === TAG.adverb && words.tag[act] === TAG.verb) score -= 3
      // 屈|闻|判|后: what somebody did.
      if (given === 2 && words.tag[start + 1] === TAG.verb && /^(?:后(?!来)|时)/.test(folded.slice(end, end + 2))) score -= 2
      // 审判长祝清|和询问: nobody else follows.
      if (codes[end] === AND && words.tag[end + 1] === TAG.verb) score -= 1.5
      // 文旅局 ends like an office, whatever it begins like.
      if (((heads.flags[end] as number) & WORD.organization) !== 0 && codes[end - 1] !== ARMY) score -= 3
      // 岳城大|学
      if ((heads.length[end + 1] as number) > 1 && ((heads.flags[end + 1] as number) & WORD.organization) !== 0) score -= 3
      // 乌军, 俄军
      if (given === 1 && codes[end - 1] === ARMY && COUNTRY_CHARACTERS[first] === 1) score -= 3
      // 党|立委 is no Mr 党, as 濮院长 is a Mr 濮.
      if (RARE_SURNAMES[first] === 1 && ((heads.flags[end] as number) & WORD.title) !== 0 && (heads.length[end] as number) > 1) score -= 3
      // 石家庄, 雷阵雨, 尤伯杯: places and things that begin like a name.
      if (THINGS[codes[end - 1] as number] === 1) score -= 2
      // 石塘|村, 景明佳|园
      // 张家港|路, but 张家刚|路过
      const road = PATHS[codes[end] as number] === 1 && words.length[end] === 1
      const place = THINGS[codes[end] as number] === 1 || ESTATES[codes[end] as number] === 1 || road
      if (place) score -= 2
      // 星野|汽车
      if (compound && given === 2 && isEverydayNoun(codes, start + family, end)) score -= 3
      // 家长|向|媒体: a preposition and its object.
      if (given === 2 && words.tag[start] === TAG.preposition && words.length[start] === 1 && isEverydayNoun(codes, start + 1, end))
        score -= 3
      const known = wordScore(codes, start, end, family)
      candidates.push({
        start,
        end,
        score: score + known,
        text: folded.slice(start, end),
        word: known < 0,
        place,
      })
    }
  }
  const names = new Set(thatComeBack(folded, withGrammar).map(({ text }) => text))
  for (const text of [...introduced, ...endingInGrammar(article, cueAt, candidates)]) names.add(text)
  for (const { text } of thatComeBack(folded, doubtful)) names.add(text)
  return [
    ...candidates,
    ...Array.from(names)
      .slice(0, MOST_PARTS)
      .flatMap((text) => everywhere(article, text)),
  ]
}

/** 总工程师: whether a title goes on at a place that begins before it. */
function isInsideTitle(heads: Heads, start: number): boolean {
  for (let end = start + 1; end <= start + NAME; end++)
    if ((heads.length[end] as number) > end - start && ((heads.flags[end] as number) & WORD.title) !== 0) return true
  return false
}

/** 孟庆|和说, 孟庆|和把: names of three that end like a word of the grammar, where nothing else ever stands behind the first two. */
function endingInGrammar({ codes, folded, words }: Article, cueAt: Uint8Array, candidates: readonly Candidate[]): string[] {
  const ends = new Map<string, number[]>()
  for (const { text, end } of candidates) {
    if (text.length !== NAME - 1) continue
    const places = ends.get(text) ?? []
    places.push(end)
    ends.set(text, places)
  }
  return [...ends].flatMap(([text, places]) => {
    const last = codes[places[0] as number] as number
    if (GIVEN_FUNCTION[last] !== 1 || !places.every((end) => codes[end] === last)) return []
    const closed = places.filter(
      (end) => cueAt[end + 1] === 1 || words.tag[end + 1] === TAG.preposition || classOf[codes[end + 1] ?? 0] === CLASS.punctuation,
    )
    return closed.length >= LEAST_CLOSED ? [text + folded[places[0] as number]] : []
  })
}

/** Names of which the text has the characters once more behind them; one pass over the text for all of them. */
function thatComeBack(folded: string, names: readonly Candidate[]): Candidate[] {
  if (names.length === 0) return []
  const last = new Map(names.map(({ text }) => [text, 0]))
  const first = new Set(names.map(({ text }) => text.charCodeAt(0)))
  for (let at = 0; at + NAME <= folded.length; at++) {
    if (!first.has(folded.charCodeAt(at))) continue
    const text = folded.slice(at, at + NAME)
    if (last.has(text)) last.set(text, at)
  }
  return names.filter(({ text, end }) => (last.get(text) as number) >= end)
}

/** What may stand behind the name of whoever acts. */
const GOES_ON: ReadonlySet<number> = new Set([TAG.verb, TAG.preposition, TAG.adverb, TAG.number, TAG.time, TAG.pronoun])
/** What tells how somebody speaks. */
const ADVERBIAL: ReadonlySet<number> = new Set([TAG.adverb, TAG.adjective])
/** 花满楼对记者说 */
const TELLS = /^[对向](?:记者|本报|本刊|媒体|(?:她|他|我|他们|大家)[说讲])/
/** 漆园萍则认为 */
const ADVERBS = /[则也还却都又]/
/** Tags of a character that may be a surname no lexicon has. */
const OPENS_NAME: ReadonlySet<number> = new Set([TAG.none, TAG.noun, TAG.verb, TAG.adjective, TAG.person, TAG.place])
/** Most names have so many characters. */
const NAME = 3
const OF = '的'.charCodeAt(0)
const AND = '和'.charCodeAt(0)
const SON = '郎'.charCodeAt(0)
const GIRL = '子'.charCodeAt(0)
const COUNTED = /[一两几多这那某][位名]$/
const TO = '对'.charCodeAt(0)
const SAY = '说'.charCodeAt(0)
const COME = '来'.charCodeAt(0)
const HAVE = '有'.charCodeAt(0)
const COMES = /^[曾说在向对则也还表认介指称回是把,。:]/
const TOWARDS = '向'.charCodeAt(0)
const SURNAMED = '姓'.charCodeAt(0)
/** Verbs of Taiwan’s papers that begin like a name; the dictionary lacks them. */
const VERBS = /^(?:陈情|宣导|关切|严选|喊话|喊卡|呛声|开呛)/
/** A news agency or a paper. */
const AGENCY = /^\p{Script=Han}{2,3}[社报网]|^(?!\p{Script=Han}{0,3}[告对说称向表])\p{Script=Han}{2,4}(?:新闻|媒体|记者|日报|晚报|电视台)/u
const LONGEST_AGENCY = 8
const VOICES = /^[齐连高应柔]声$|^连[番连]$/
const FORESAID = /^(?:前述|上述|该名|这名|一名|一位|有关|相关)$/
/** What estates are called, behind what looks like a name. */
const ESTATES = characterTable('园苑厦轩')
const ONCE = '曾'.charCodeAt(0)
const LEADS_TO = /[出过到入成下]/
/** Within so many UTF-16 units. */
const COMES_BACK = 2000
const WEEKDAY = /^周[一二三四五六日末]/
/** 向东, 向阳 are given names; in most other pairs 向 is a preposition. */
const GIVEN_TOWARDS = /^[东阳荣]$/
const NUMERALS = characterTable('一二三四五六七八九')
/** What stands before a name says that it is one. */
const TITLED = 1.5
/** What stands on both sides says so. */
const INTRODUCED = 4
/** So often something stands behind such a name that ends it. */
const LEAST_CLOSED = 2
/** Words of the grammar that a given name may hold, behind what its bearer is. */
const GRAMMAR = '少以其之为自同今初起而如和上由有时'
const GIVEN_FUNCTION = characterTable(GRAMMAR)
/** What may open a given name of two, and is none alone. */
const OPENS_GIVEN = characterTable(`${GRAMMAR}一二三四五六七八九向`)

function isGiven({ codes, folded }: Article, start: number, end: number, left = 0, compound = false): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at] as number
    // 魏东来曾: 来 ends a name where what follows is no place to come to.
    if ((code === COME || code === HAVE) && at === start + 1 && COMES.test(folded.slice(end, end + 1))) continue
    // 镇长骆向前, behind what he is
    if (code === TOWARDS && at === start && end - start === 2 && left >= INTRODUCED) continue
    // 小渊惠三: a Japanese given name ends with a number.
    if (compound && at === start + 1 && end === at + 1 && NUMERALS[code] === 1) continue
    // 农向东
    if (code === TOWARDS && at === start && end - start === 2 && GIVEN_TOWARDS.test(folded.slice(at + 1, end))) continue
    // 村民阮三妹: a number opens a given name behind what its bearer is.
    if (left >= TITLED && at === start && end - start === 2 && NUMERALS[code] === 1) continue
    // 研究员水其光说: behind what its bearer is, and before a verb of saying, a given name may hold what else is grammar.
    if (left >= INTRODUCED && GIVEN_FUNCTION[code] === 1) continue
    if (classOf[code] !== CLASS.han || FUNCTION_CHARACTERS[code] === 1) return false
  }
  return !/^(?:先生|女士|小姐|太太|老师|医生|总)/.test(folded.slice(start, end))
}

/** No word stands where a surname would, and nothing tells how somebody speaks: 边写边, 淡淡地. */
function isUnknown({ codes, words, folded }: Article, start: number, end: number, strictly: boolean): boolean {
  return (
    OPENS_NAME.has(words.tag[start] as number) &&
    codes[start] !== codes[start + 1] &&
    !/[地得个]/.test(folded.slice(start, end)) &&
    // 专家|组|研判: an office.
    !/[组团队会部处科室院办]/.test(folded[start] as string) &&
    !isCommonWord(codes, start + 1, end) &&
    // 医生|水云舒: what comes back may begin like a rare word.
    !(strictly ? Number.isFinite(lookUp(codes, start, start + 2).cost) : isCommonWord(codes, start, start + 2)) &&
    !Number.isFinite(lookUp(codes, start, end).cost)
  )
}

/** Whether a title of two or three characters begins at a place. */
function opensTitle(heads: Heads, at: number): boolean {
  return [2, 3].some((size) => heads.length[at + size] === size && ((heads.flags[at + size] as number) & WORD.title) !== 0)
}

/** What the word model says of the characters of a name. */
function wordScore(codes: Uint16Array, start: number, end: number, family = 1): number {
  const whole = lookUp(codes, start, end)
  const listed = whole.tag === TAG.person || whole.tag === TAG.foreignName
  // 记者|查询|发现
  if (whole.cost < RARE_WORD && !listed) return whole.tag === TAG.verb ? -5 : -3
  if (Number.isFinite(whole.cost) && !listed) return -2
  if (end - start === 3) {
    if (family === 1 && isCommonWord(codes, start, start + 2)) return -1.6
    if (isCommonWord(codes, start + 1, end)) return -0.5
  }
  // The dictionary lists words of two characters as people that are none: 洪水, 康复, 荣誉.
  return !listed ? 0 : end - start === 2 ? LISTED_PAIR : 1.5
}

/** 媒体, 社会, but not 阳春, which is rare enough to be a name. */
function isEverydayNoun(codes: Uint16Array, start: number, end: number): boolean {
  const { cost, tag } = lookUp(codes, start, end)
  return tag === TAG.noun && cost < COMMON_NAME
}

function isCommonWord(codes: Uint16Array, start: number, end: number): boolean {
  const { cost, tag } = lookUp(codes, start, end)
  return cost < (tag === TAG.person || tag === TAG.foreignName ? COMMON_NAME : RARE_WORD)
}
