/** Chinese noun phrases that can speak, found by their head words: organisations, groups, documents, people told by what they are. */
import { CLASS, characterTable, classOf, isWordUnit, MIDDLE_DOT, unitSet } from '../1-document/characters.ts'
import { surnameTable } from '../1-document/surnames.ts'
import { TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'
import type { Mention, SpeakerKind } from './mention.ts'

/** A noun phrase longer than this is a sentence, in UTF-16 units. */
const LONGEST_PHRASE = 32
/** What the writer did, in UTF-16 units. */
const FOUND_OUT = /记者(?:调查|走访|统计|分析)$/
const FOUND_OUT_LENGTH = 4
const PLURAL = '们'.charCodeAt(0)
/** A paper's name between title marks is no longer than this. */
const LONGEST_TITLE = 16
/** Who is told by somebody else, and the longest description of that one, in UTF-16 units. */
const KIN =
  /^(?:妻子|丈夫|母亲|父亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|家属|家人|亲属|同事|邻居|朋友|经纪人|代理人|辩护人|律师|代理律师|辩护律师|老板|室友|同学)$/
const LONGEST_OWNER = 14
const DEPARTMENT = /[部局处厅署科]/
/** Words that look like an organisation or a side and are neither. */
const NOT_SPEAKERS = new Set(readLexicon('not-speakers.zh.txt'))
/** One-character names of countries, as headlines and wires use them. */
export const COUNTRY_CHARACTERS = characterTable('美俄乌中日韩朝英法德印以伊欧台港澳澎')
const SIDE = '方'.charCodeAt(0)
/** Verbs of one character that make something public. */
const MAKES = /[发拍晒传录]/
/** Bits of words for people. */
const PEOPLE = WORD.group | WORD.title
/** 一名, 几位: somebody who is new and has done something. */
const COUNTED_ONE = /^[一两几多某][名位个]/
const SURNAMED = '姓'.charCodeAt(0)
/** Heads of one character that are common outside names of organisations. */
const SHORT_HEADS = characterTable('方部局院厅署委报社军队党')
/** Quantifiers and modifiers that belong to a description: 一名官员, 多位专家, 该负责人. */
const QUANTIFIER =
  /^(?:一[名位个众些批]?|两[名位]|几[名位]|多[名位家]|数[名位]|某|该|此|这[名位]|那[名位]|不少|许多|很多|部分|有些|另一[名位]?|各|本|前|原|时任|现任|新任|候任|代理|常务|首席|资深|知名|著名|独立|自由|特约|民间)$/
/** Verbs whose object the phrase is, however the dictionary tags them. */
export const GOVERNS =
  /^(?:当|正当|每当|正如|如同|诸如|佩服|崇拜|欣赏|敬佩|羡慕|饰演|扮演|出演|执导|客串|截至|承认|否认|证实|声称|自称|号称|强调|宣布|表示|专访|连线|对话|召开|举行|举办|走近|寻访|援引|引述|引用|转引|采访|询问|邀请|接受|面对|告诉|来自|作为|身为|包括|针对|关于|根据|按照|按|依照|依据|依|找到|联系|对于|对|据|请教|采访到|称|说|记者问|任命|当选|成为|担任|出任|还有|以及|没有|没|未|尚未|并未|不|拒绝|问及|谈及|提及|涉及|指出|透露|回应|回复|答复|肯定|指责|批评|建议|提议|倡议|决定|打算|质疑|抨击|谴责|怒斥|痛批|举报|投诉|控诉|怀疑|埋怨|抱怨|请求|恳求|央求|约谈|称赞|赞扬|表扬|会见|会晤|拜会|拜访|看望|慰问|致电|致信|通知|支持|赞成|反对|报道|报导|感谢|祝贺|欢迎|陪同|协助|要求|敦促|呼吁|催促|提醒|警告|起诉|指控|逮捕|抓获|击败|战胜|接替|取代|遇到|碰到|见到|看到|听到|认识|寻找|委托|聘请|提名|属于|发布|发表|公布|出具|提交|撰写|发出|作出|做出|签署|通过|印发|出台|公开|允许|准许|禁止|鼓励|雇[用佣]|解雇|辞退|开除|强迫|逼迫|煽动|说服|劝说|率领|带领|陪伴|照顾|认为|以为|觉得|担心|害怕|相信|希望|确认|状告|说起|提起|聊起|谈起|问起|讲起|接通|拨通|打开|点开|翻开|拿出|掏出|收到|播放|观看|查看|展示|出示|辩称|诉称|供称|谎称|坚称|坦承|坦言|直言|追问|质问|盘问|反问|提问|刊发|刊登|刊载|转发|代表|其中|包括|是从|走出|走进|离开|来到|前往|进入|赶到|返回|抵达|到达|奔赴|赶往|回到|退出)$/
/** Who belongs to one side: nothing that he does stands before it. */
const SIDES = /^[警军官校院店资敌]方./
/** The longest beginning of a name that the dictionary lacks, in UTF-16 units, and what is none. */
const LONGEST_UNKNOWN = 3
const NO_BEGINNING =
  /[据对由在与和被把让请问找使给是有说称叫派告带任当做为将用即则就都也还又曾已来去时后前今昨只才再正刚仍便很太更最不没未]/
/** 没有回应: what is not done is a verb. */
const DENIED = /(?:没有|没|未)$/
const NONE = /(?:没有|未有|并无|无)任何(?:官方|正式|书面|公开)?的?$/
/** In UTF-16 units. */
const LONGEST_NONE = 8
/** 干部大会, 居民小区: behind a group stands what is its. */
const OF_GROUP =
  /^(?:团队|大会|会议|座谈会|培训|队伍|名单|身份|制度|住宅|宿舍|食堂|公寓|小区|权益|人数|数量|比例|需求|协会|联盟|通道|专场|信息|生活|工作[,。的中上]|号[上中里,。])/
/** Words that take no description before them. */
export const INDEFINITE = /^(?:大家|有人|人们|众人|各方|双方|多方)$/
/** A number and what it counts: 七楼, 三号. */
const FLOOR = /^[一二三四五六七八九十\d][一二三四五六七八九十\d楼层座室号期]/
/** The number of a house, in UTF-16 units. */
const HOUSE = /\d{1,3}号$/
const LONGEST_HOUSE = 4
/** The form of a pupil, and who is pointed at. */
const GRADE = /^[一二三四五六七八九]年级$/
const AGE = /(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁$/
const LONGEST_AGE = 4
const POINTS_AT = /^[这那][名位]$/
/** Of whom there are so many, in UTF-16 units. */
const MEASURES = unitSet('名位家')
const COUNTED = /(?<!第)(?:\d{1,5}|[一二三四五六七八九十百千两]{2,4})[余多]?[名位家]$/
const LONGEST_COUNT = 8
const NUMERAL = /^[一二三四五六七八九十]$/
/** Verbs and prepositions of one character that govern the noun behind them. */
const SINGLE_VERBS = new Set('是有以在向对当任做为让请找问见到去来给被把将用说称叫派告带从')
const RESPONDS = /^(?:回应|回复|答复)$/
const TO_WHOM = /^(?:[,:“指称说道]|表示|本[报刊台]|记者|媒体|网友|询问|查询|提问|质[疑询])/
const REPORTS = /^(?:报道|消息|讯)$/
/** Whoever speaks for others is one person, though many have the calling. */
const SPOKESMAN = /发言人$/
/** 白宫一名官员 is one of them. */
const ONE = /一[名位个]|\p{Script=Han}姓/u
/** Tags of the single characters that a name is cut into. */
const OF_NAMES = new Set<number>([TAG.noun, TAG.verb, TAG.adjective, TAG.none, TAG.place, TAG.position, TAG.number, TAG.time, TAG.adverb])
/** 本报: the paper itself, to which somebody speaks. */
export const OWN_PAPER = /^本[报台社刊网]$/

/** Documents that are acts too. */
const ACTED = /^(?:说明|决定|规定|答复|裁决|通知|通报|通告|评论|回应|回信)$/
/** What a document does, and where in it something stands. */
const SAYS_OR_HOLDS = /^(?:[称说指写中里上内的也还]|显示|表明|认为|提[到出及]|要求|强调|披露|援引)/

/** Organisations, groups and documents by their head word. */
export function findPhrases(article: Article, heads: Heads): Mention[] {
  const { codes, words, folded } = article
  const phrases: Mention[] = []
  for (let end = 1; end <= codes.length; end++) {
    const length = heads.length[end] as number
    if (length === 0) continue
    if (end < codes.length && classOf[codes[end] as number] === CLASS.han && words.length[end] === 0) continue
    const wordStart = wordBefore(article, end)
    const word = folded.slice(wordStart, end)
    if (OWN_PAPER.test(folded.slice(end - 2, end))) continue
    if ((NOT_SPEAKERS.has(word) && word.length >= length) || DENIED.test(folded.slice(Math.max(0, wordStart - 2), wordStart))) continue
    // 工作人员|回应称: what somebody does.
    if (
      heads.flags[end] === WORD.document &&
      /[称说道指,:]/.test(folded[end] ?? '') &&
      ((heads.flags[wordStart] as number) & (WORD.group | WORD.title | WORD.organization)) !== 0
    )
      continue
    // 游客|发视频|称: what somebody makes public.
    if (
      heads.flags[end] === WORD.document &&
      MAKES.test(folded[wordStart - 1] ?? '') &&
      ((heads.flags[wordStart - 1] as number) & PEOPLE) !== 0
    )
      continue
    // 局长|说明|延误原因: a verb and its object.
    if (
      heads.flags[end] === WORD.document &&
      ACTED.test(word) &&
      end < codes.length &&
      classOf[codes[end] as number] === CLASS.han &&
      !SAYS_OR_HOLDS.test(folded.slice(end, end + 2))
    )
      continue
    // 未有任何声明回应: nothing was said.
    if (heads.flags[end] === WORD.document && NONE.test(folded.slice(Math.max(0, wordStart - LONGEST_NONE), wordStart))) continue
    // 记者调查|发现: what the writer did.
    if (FOUND_OUT.test(folded.slice(Math.max(0, end - FOUND_OUT_LENGTH), end))) continue
    // 恒驰电池|回应本报询问, 部长苦笑|回应,
    if (RESPONDS.test(word) && folded[wordStart - 1] !== '的' && TO_WHOM.test(folded.slice(end, end + 2))) continue
    if (REPORTS.test(word) && followsSource(article, heads, wordStart)) continue
    if (
      length === 1 &&
      (SHORT_HEADS[codes[end - 1] as number] !== 1 ||
        (word.length === 1 &&
          codes[end] !== 0x300b &&
          !followsPlace(article, wordStart) &&
          !followsTask(article, wordStart) &&
          !isUnknownSide(article, end)))
    )
      continue
    const flags = heads.flags[end] as number
    if ((flags & (WORD.group | WORD.title)) !== 0 && OF_GROUP.test(folded.slice(end, end + 3))) continue
    const titled = codes[end] === 0x300b ? titleStart(folded, end) : -1
    const start =
      titled >= 0
        ? titled
        : INDEFINITE.test(word)
          ? wordStart
          : behindVerb(folded, withOther(folded, ownerStart(article, Math.min(phraseStart(article, heads, end), wordStart), end)), end)
    // 专家们, 思想家们
    const several = codes[end] === PLURAL && (flags & (WORD.group | WORD.title)) !== 0
    const outerEnd = start === titled || several ? end + 1 : withBrackets(article, end)
    const title = (flags & WORD.title) !== 0
    const member = several || ((flags & WORD.group) !== 0 && !SPOKESMAN.test(word))
    const kind: SpeakerKind = member
      ? ONE.test(folded.slice(start, outerEnd))
        ? 'person'
        : 'group'
      : (flags & WORD.organization) !== 0
        ? 'organization'
        : title
          ? 'person'
          : 'organization'
    // 该联合会 was named before.
    const names = (flags & WORD.organization) !== 0 || isSide(folded.slice(start, end))
    const last = phrases.at(-1)
    const mention: Mention = {
      start,
      end: outerEnd,
      name: { start, end: outerEnd },
      kind,
      role: null,
      outerStart: start,
      outerEnd,
      form: names && folded[start] !== '该' ? 'name' : 'description',
    }
    if (last && mention.start < last.end) {
      mention.start = Math.min(mention.start, last.start)
      mention.outerStart = mention.start
      mention.name.start = mention.start
      phrases[phrases.length - 1] = mention
    } else phrases.push(mention)
  }
  return phrases
}

/** 综合|外媒报道, 结果|男子, 裘大勇发来|短信 */
function behindVerb(folded: string, start: number, end: number): number {
  const written = folded.slice(start, end)
  return (
    start +
    (/^综合(?=外[媒电]|媒体|各方|多家)|^结果(?!公告|通报|报告|显示|表明)|^.{1,12}(?:发来|发出|写来|寄来|回了|留下|收到)(?=.{1,6}$)/.exec(
      written,
    )?.[0].length ?? 0)
  )
}

/** 另|一位家长 */
function withOther(folded: string, start: number): number {
  return folded[start - 1] === '另' && /^一[名位个]/.test(folded.slice(start, start + 2)) ? start - 1 : start
}

/** Where the noun phrase starts whose head ends at a place: leftwards over nouns, places, adjectives and numbers. */
export function phraseStart(article: Article, heads: Heads, end: number): number {
  const { codes, words, folded } = article
  let start = end - (heads.length[end] as number)
  let headStart = start
  let single = false
  let task = false
  while (start > 0 && end - start < LONGEST_PHRASE) {
    const code = codes[start - 1] as number
    if (code === MIDDLE_DOT || code === 0x26 || (code === 0x2d && classOf[codes[start - 2] ?? 0] === CLASS.han)) {
      start--
      continue
    }
    // 《新诗刊》副主编
    if (code === 0x300b && start !== end) {
      const opening = titleStart(folded, start - 1)
      if (opening >= 0 && end - opening < LONGEST_PHRASE) start = opening
      break
    }
    if (!isWordUnit(code)) break
    // 痛|批|行政院长: a verb that the segmentation tears.
    if (words.length[start - 1] === 1 && words.length[start - 2] === 1 && GOVERNS.test(folded.slice(start - 2, start))) break
    if (((heads.flags[start] as number) & WORD.organization) !== 0 && (heads.length[start] as number) > 1 && start !== end) {
      start -= heads.length[start] as number
      // 拨款委员会副主席: a verb before an office tells what it does.
      headStart = start
      continue
    }
    // 一名29岁|男子
    const age = AGE.exec(folded.slice(Math.max(0, start - LONGEST_AGE), start))
    if (age) {
      start -= age[0].length
      continue
    }
    // 一名五年级|男生
    if (GRADE.test(folded.slice(Math.max(0, start - 3), start))) {
      start -= 3
      continue
    }
    // 13|位|校长
    if (MEASURES.has(code)) {
      const count = COUNTED.exec(folded.slice(Math.max(0, start - LONGEST_COUNT), start))
      if (count) {
        start -= count[0].length
        break
      }
    }
    // 何|姓|专委: of whom only the surname is told.
    if (code === SURNAMED && surnameTable[codes[start - 2] ?? 0] === 1) {
      start -= 2
      continue
    }
    // 13日|公司: the day.
    if (/^[日月年时点]$/.test(folded[start - 1] as string) && /\d/.test(folded[start - 2] ?? '')) break
    // 这|名|医生
    if (POINTS_AT.test(folded.slice(Math.max(0, start - 2), start))) {
      start -= 2
      break
    }
    // 无|党籍|议员: of no party.
    if (folded.slice(start - 3, start) === '无党籍') {
      start -= 3
      continue
    }
    const from = wordBefore(article, start)
    // 州务大臣|拿督: an office that the segmentation tears.
    if (start !== end && ((heads.flags[start] as number) & WORD.title) !== 0 && (heads.length[start] as number) > start - from) {
      start -= heads.length[start] as number
      continue
    }
    const word = folded.slice(from, start)
    // 交通处|处长 read as 处处|长: the segmentation cannot be right.
    const torn = (words.length[from] as number) > start - from
    const tag = torn ? TAG.none : (words.tag[from] as number)
    // 上场|前|主帅: when something is done.
    if (tag === TAG.position && word.length === 1 && words.tag[wordBefore(article, from)] === TAG.verb) break
    // 当地|媒体, but 当地一位教师
    if (word === '当地' && start === headStart && folded[start] !== '一') {
      start = from
      continue
    }
    // 建|投, 蹦|床|队, 急诊|科, 清|岸: single characters are what is left of a name that the dictionary lacks.
    const inside = from > 0 && isWordUnit(codes[from - 1] as number)
    task = tag === TAG.verb && word.length === 2 && inside && (task || (single && DEPARTMENT.test(folded[start] as string)))
    const ofName =
      (word === '地' && !inside) ||
      isUnknownSide(article, end) ||
      // 就业|促进|科: what a department is for.
      task ||
      // 档|口|老板: a measure word ends a noun of two.
      (tag === TAG.number && word.length === 1 && inside && words.length[from - 1] === 1 && words.tag[from - 1] === TAG.noun) ||
      (single &&
        !SINGLE_VERBS.has(word) &&
        !/[着了过到]$/.test(word) &&
        !GOVERNS.test(word) &&
        (tag === TAG.time
          ? word.length === 1
          : ((tag === TAG.verb || tag === TAG.preposition) && (inside || !NO_BEGINNING.test(word))) || (inside && NUMERAL.test(word))))
    // 调查|人员, but 推搡|警方人员
    const head = folded.slice(headStart, end)
    const beforeHead = start === headStart && !SIDES.test(head) && !KIN.test(head)
    // 一名负责人|拦住|顾客: what somebody does, and to whom.
    const does =
      tag === TAG.verb &&
      word.length === 2 &&
      ((heads.flags[from] as number) & PEOPLE) !== 0 &&
      ((heads.flags[end] as number) & PEOPLE) !== 0
    if (does && COUNTED_ONE.test(folded.slice(Math.max(0, from - (heads.length[from] as number) - 2), from))) break
    if (!ofName && !extends_(word, tag, codes[from] as number, beforeHead)) {
      start =
        (KIN.test(folded.slice(headStart, end)) ? null : withConjunct(article, heads, from, word)) ?? withUnknown(article, start) ?? start
      break
    }
    single = start - from === 1
    start = from
    // 华东某师范大学
    if (/^(?:该|此|这[名位]?|那[名位]?|某)$/.test(word) && !(word === '某' && followsPlace(article, start))) break
  }
  // 七|楼业主
  while (start > 0 && FLOOR.test(folded.slice(start - 1, start + 1))) start--
  // 18号|楼业主
  if (folded[start] === '楼') start -= HOUSE.exec(folded.slice(Math.max(0, start - LONGEST_HOUSE), start))?.[0].length ?? 0
  return start
}

function wordBefore(article: Article, end: number): number {
  let start = end - 1
  while (start > 0 && end - start < 20 && article.words.length[start] === 0 && isWordUnit(article.codes[start] as number)) start--
  return start
}

/** 国家金融与发展实验室: where the clause begins, if there is nothing but what the first half of a name is made of; else null. */
function withConjunct({ codes, words, folded }: Article, heads: Heads, at: number, conjunction: string): number | null {
  if (!/^[与和及暨]$/.test(conjunction) || heads.length[at] !== 0) return null
  let start = at
  while (start > 0 && at - start < LONGEST_PHRASE && isWordUnit(codes[start - 1] as number)) start--
  for (let place = start; place < at; place++) {
    const tag = words.tag[place] as number
    // 松|岭|市: a place that the dictionary lacks.
    if (place - start < LONGEST_UNKNOWN && words.length[place] === 1 && !NO_BEGINNING.test(folded[place] as string)) continue
    if ((words.length[place] as number) > 0 && tag !== TAG.noun && tag !== TAG.place && tag !== TAG.organization) return null
  }
  return start < at ? start : null
}

/** 招联金融, 易居研究院: a clause opens with a name that the dictionary lacks, in single characters; null where it does not. */
function withUnknown({ codes, words, folded }: Article, at: number): number | null {
  let start = at
  while (start > 0 && at - start <= LONGEST_UNKNOWN && isWordUnit(codes[start - 1] as number)) start--
  if (at - start < 2 || at - start > LONGEST_UNKNOWN || NO_BEGINNING.test(folded.slice(start, at))) return null
  for (let place = start; place < at; place++) {
    if ((words.length[place] as number) === 0) continue
    const tag = words.tag[place] as number
    if (
      (words.length[place] as number) > 2 ||
      ((words.length[place] as number) === 2 && ((tag !== TAG.noun && tag !== TAG.none) || GOVERNS.test(folded.slice(place, place + 2)))) ||
      !OF_NAMES.has(tag)
    )
      return null
  }
  return start
}

function extends_(word: string, tag: number, code: number, beforeHead: boolean): boolean {
  // 很|佩服导演, 住|著监制: how it is done, and that it is.
  if (GOVERNS.test(word) || /^[很太更颇挺著]$/.test(word)) return false
  if (/^(?:现代|当代|古代|近代|未来|世纪|首都|立法|兼|终身|名誉|客座|特聘|荣誉|青年|少年|中年|老年|驻)$/.test(word)) return true
  if (word.length === 1 && COUNTRY_CHARACTERS[code] === 1) return true
  if (QUANTIFIER.test(word)) return true
  switch (tag) {
    case TAG.noun:
    case TAG.place:
    case TAG.organization:
      return word.length > 1 || !/^[之所者时等人事]$/.test(word)
    case TAG.adjective:
    case TAG.foreignName:
    case TAG.person:
      return true
    case TAG.none:
      return true
    case TAG.position:
      // 北岸律师事务所, 国内专家
      if (word.length === 2) return !/^[之以其当目此另除]|[上下中里后前时间]$/.test(word)
      return /^(?:前|内|东|西|南|北|中|上|下|中部|东部|西部|南部|北部)$/.test(word)
    case TAG.verb:
      return word.length > 1 && beforeHead && !/[着了过到]$/.test(word)
    case TAG.number:
      // 第三中学, 4S店
      return /^(?:第|\d{1,3}[A-Za-z])/.test(word)
    case TAG.adverb:
    case TAG.conjunction:
    case TAG.particle:
      return /^(?:总|副|常务)$/.test(word)
    default:
      return false
  }
}

/** 落水男子的妻子: who is told by somebody else is told with him, where the clause begins with him; else where the phrase begins. */
function ownerStart({ codes, words, folded }: Article, start: number, end: number): number {
  if (folded[start - 1] !== '的' || !KIN.test(folded.slice(start, end))) return start
  let from = start - 1
  while (from > 0 && start - from < LONGEST_OWNER && isWordUnit(codes[from - 1] as number)) from--
  for (let at = from; at < start - 1; at++)
    // 落水男子的妻子, but 林先生|抱着一岁的女儿
    if (
      (words.length[at] as number) > 0 &&
      ([TAG.preposition, TAG.adverb, TAG.pronoun, TAG.conjunction, TAG.particle].includes(words.tag[at] as 7) ||
        (words.length[at] === 1 && words.tag[at] === TAG.verb))
    )
      return start
  return start - from < LONGEST_OWNER ? from : start
}

/** Where the title marks open that close at a place; -1 where no title so short does. */
function titleStart(folded: string, end: number): number {
  const from = Math.max(0, end - LONGEST_TITLE)
  const found = folded.slice(from, end).lastIndexOf('《')
  return found < 0 ? -1 : from + found
}

/** 据滨海广播电台报道: behind who reports, the word is its verb. */
function followsSource({ codes }: Article, heads: Heads, start: number): boolean {
  return ((heads.flags[start] as number) & WORD.organization) !== 0 || codes[start - 1] === 0x300b
}

/** 塞|方 at the beginning of a clause: a side whose character no list knows. */
function isUnknownSide({ codes, words, folded }: Article, end: number): boolean {
  const start = end - 2
  if (start < 0 || codes[end - 1] !== SIDE || classOf[codes[start] as number] !== CLASS.han || words.length[start] !== 1) return false
  if (start > 0 && isWordUnit(codes[start - 1] as number)) return false
  return words.tag[start] !== TAG.number && words.tag[start] !== TAG.pronoun && !NOT_SPEAKERS.has(folded.slice(start, end))
}

/** 乌方, 美方: a side is known by its country. */
function isSide(phrase: string): boolean {
  return phrase.length === 2 && phrase.endsWith('方') && COUNTRY_CHARACTERS[phrase.charCodeAt(0)] === 1
}

function followsPlace(article: Article, start: number): boolean {
  if (start === 0) return false
  const from = wordBefore(article, start)
  return article.words.tag[from] === TAG.place || COUNTRY_CHARACTERS[article.codes[start - 1] as number] === 1
}

/** 后勤|保障|部, 权益|部: a department is told by what it is for. */
function followsTask(article: Article, start: number): boolean {
  if (!DEPARTMENT.test(article.folded[start] as string)) return false
  const from = wordBefore(article, start)
  const tag = article.words.tag[from]
  return start - from === 2 && (tag === TAG.noun || tag === TAG.verb) && !/^[大小全各]/.test(article.folded.slice(from, start))
}

/** An organisation's initials in brackets belong to its name: 美国全国广播公司(NBC). */
function withBrackets(article: Article, end: number): number {
  if (article.codes[end] !== 0x28) return end
  const found = /^\([A-Za-z][A-Za-z .&]{0,14}\)/.exec(article.folded.slice(end, end + 18))
  return found ? end + found[0].length : end
}
