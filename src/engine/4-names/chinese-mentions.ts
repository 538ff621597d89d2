/** Everybody and everything in a Chinese article that can speak: people with their roles, organisations, groups, pronouns. */
import { CLASS, classOf } from '../1-document/characters.ts'
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { characterTable, findHeads, type Heads, WORD } from './chinese-lexicon.ts'
import { bracketStart, findPeople } from './chinese-people.ts'
import { bare, type Mention, type SpeakerKind } from './mention.ts'

/** A noun phrase longer than this is a sentence, in UTF-16 units. */
const LONGEST_PHRASE = 32
/** A paper's name between title marks is no longer than this. */
const LONGEST_TITLE = 16
/** Who is told by somebody else, and the longest description of that one, in UTF-16 units. */
const KIN =
  /^(?:妻子|丈夫|母亲|父亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|家属|家人|亲属|同事|邻居|朋友|经纪人|代理人|辩护人|律师|代理律师|辩护律师|老板|室友|同学)$/
const LONGEST_OWNER = 14
/** A role behind a name is no longer than this; what is longer describes somebody else. In UTF-16 units. */
const LONGEST_ROLE = 4
const DEPARTMENT = /[部局处厅署]/
/** What countries have. */
const OF_COUNTRY = /^(?:政府|外交部|国防部|内政部|财政部|军队|军方|海军|空军|国家|总统府|议会|国会|当局|央行|驻)/
/** Between an office and the name of who holds it, in UTF-16 units. */
const LONGEST_POST = 6
/** Words that look like an organisation or a side and are neither. */
const NOT_SPEAKERS = new Set(readLexicon('not-speakers.zh.txt'))
/** One-character names of countries, as headlines and wires use them. */
export const COUNTRY_CHARACTERS = characterTable('美俄乌中日韩朝英法德印以伊欧台港澳澎')
/** Heads of one character that are common outside names of organisations. */
const SHORT_HEADS = characterTable('方部局院厅署委报社军队党')
/** Quantifiers and modifiers that belong to a description: 一名官员, 多位专家, 该负责人. */
const QUANTIFIER =
  /^(?:一[名位个众些批]?|两[名位]|几[名位]|多[名位家]|数[名位]|某|该|此|这[名位]|那[名位]|不少|许多|很多|部分|有些|另一[名位]?|各|本|前|原|时任|现任|新任|候任|代理|常务|首席|资深|知名|著名|独立|自由|特约|民间)$/
/** Verbs whose object the phrase is, however the dictionary tags them. */
const GOVERNS =
  /^(?:截至|专访|对话|召开|举行|举办|走近|寻访|援引|引述|引用|转引|采访|询问|邀请|接受|面对|告诉|来自|作为|身为|包括|针对|关于|根据|按照|找到|联系|对于|对|据|请教|采访到|称|说|记者问|任命|当选|成为|担任|出任|还有|以及|没有|没|未|尚未|并未|不|拒绝|问及|谈及|提及|涉及|指责|批评|会见|会晤|拜会|拜访|看望|慰问|致电|致信|通知|支持|反对|感谢|祝贺|欢迎|陪同|协助|要求|敦促|呼吁|催促|提醒|警告|起诉|指控|逮捕|抓获|击败|战胜|接替|取代|遇到|碰到|见到|看到|听到|认识|寻找|委托|聘请|提名|属于|发布|发表|公布|出具|提交|撰写|发出|作出|做出|签署|通过|印发|出台|公开|刊发|刊登|刊载|转发)$/
/** The longest beginning of a name that the dictionary lacks, in UTF-16 units, and what is none. */
const LONGEST_UNKNOWN = 3
const NO_BEGINNING = /[据对由在与和被把让请问找使给是有说称叫派告带任当做为将用即则就都也还又曾已来去时后前今昨]/
/** 没有回应: what is not done is a verb. */
const DENIED = /(?:没有|没|未)$/
/** 这位 and a word at least, and a description of some length; in UTF-16 units. */
const LEAST_DEMONSTRATIVE = 4
const LONGEST_DEMONSTRATIVE = 24
/** Words between somebody and his verb. */
const ADVERBS = /[也则还都又曾已]{1,2}$/
/** 一名员工的话: what is cited is not who said it. */
const WORDS_OF = /的(?:话|说法|消息|评论|介绍|报道|声明|分析)[也则还]?$/
/** 一名救援人员在电话里说: where and to whom he speaks. */
const WHERE = /[也则还都又]?[在对向就于从通][^的]{0,22}$/
/** 干部大会, 居民小区: behind a group stands what is its. */
const OF_GROUP =
  /^(?:大会|会议|座谈会|培训|队伍|名单|身份|制度|住宅|宿舍|食堂|公寓|小区|权益|人数|数量|比例|需求|协会|联盟|通道|专场|信息|生活|工作[,。的中上])/
/** Callings that many people of one article have. */
const COMMON_CALLING =
  /^(?:民警|警员|警察|交警|学生|医生|护士|记者|村民|居民|市民|网友|老师|教师|司机|员工|职工|工人|家长|业主|顾客|游客|乘客|旅客|选手|球员|队员|专家|教授|学者|研究员|律师|议员|官员|代表|委员|志愿者|店员|保安|老人|球迷|读者|观众|用户|农民|士兵)$/
/** 有警员说: somebody new. */
const INDEFINITE_BEFORE = /[有的另各]/
/** Words that take no description before them. */
const INDEFINITE = /^(?:大家|有人|人们|众人|各方|双方|多方)$/
const NUMERAL = /^[一二三四五六七八九十]$/
/** Verbs of one character that govern the noun behind them. */
const SINGLE_VERBS = new Set('是有在当任做为让请找问见到去来给被把将用说称叫派告带')
const REPORTS = /^(?:报道|消息|讯)$/
/** A name, an age perhaps, and what its bearer is. */
const ROLE_BEHIND = /^((?:,[^,。]{1,10})?,?是(?:一[名位个]|该\p{Script=Han}{0,4})?)([\p{Script=Han}]{2,16})[,。]/u
const PRONOUN = /^(?:他们|她们|他|她|其|对方|后者|前者)/
const NOT_PRONOUN = /^(?:其他|其中|其实|其余|其间|其次|其后|他人|他国|他乡)/
/** Titles that name a relation or a form of address: a description, but no role of the person who follows. */
const SHORT_TITLES = /^(?:代表|编辑|指挥|教练|导演|翻译|裁判|顾问|领班|教官)$/

/**
 * Finds the mentions of an article.
 *
 * @param article the clean article, Chinese
 * @param cueAt 1 where a verb of saying begins
 * @returns mentions, sorted, none overlapping
 */
export function findChineseMentions(article: Article, cueAt: Uint8Array): Mention[] {
  const heads = findHeads(article)
  const listed = listedFirms(article)
  const names = findPeople(article, heads, cueAt).filter((name) => {
    const firm = listed[firstEndingAfter(listed, name.start)]
    return firm === undefined || firm.start >= name.end
  })
  const phrases = withoutNames(findPhrases(article, heads), names)
  const people = describedBy(
    article,
    names.map((span) => personMention(article, heads, span)),
    phrases,
    cueAt,
  )
  const others = [
    ...phrases,
    ...listed.map(firmMention),
    ...findFirms(article),
    ...findPronouns(article),
    ...findDemonstratives(article, heads, cueAt),
    ...findNicknames(article, heads, cueAt),
    ...findNarrators(article),
    ...findAccounts(article, cueAt),
  ]
  const mentions = [...people]
  let next = 0
  for (const other of others.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (next < people.length && (people[next] as Mention).outerEnd <= other.start) next++
    const person = people[next]
    if (person && (person.outerStart < other.end || belongsTo(article, other, person))) continue
    const last = mentions.at(-1)
    // 互联网法院一名法官: somebody counted of an office right before him.
    if (
      last?.kind === 'organization' &&
      last.end === other.start &&
      other.form === 'description' &&
      /^[一两几多数]/.test(article.folded.slice(other.start, other.end))
    ) {
      const span = { start: last.start, end: other.end }
      mentions[mentions.length - 1] = { ...other, ...bare(span) }
      continue
    }
    // 网友@山有木兮, 歌手“阿Pia”: who is named is told by what he is.
    if (last?.form === 'description' && last.end >= other.outerStart && other.form === 'name' && other.kind === 'person') {
      mentions[mentions.length - 1] = { ...other, outerStart: last.start, role: article.text.slice(last.start, last.end) }
      continue
    }
    mentions.push(other)
  }
  const all = apart(mentions)
  referByRole(article, all)
  return all
}

/** 该院护士长鄢梅, 鲜味来公司品控主管苗某: an office right before a name, nothing but nouns between, is where its bearer belongs; takes it into the role. */
function belongsTo({ text, folded, words }: Article, office: Mention, person: Mention): boolean {
  const { end } = office
  const gap = person.outerStart - end
  // 老伴丁佩兰, 女子廖某
  const apposed = gap === 0 && office.form === 'description' && !INDEFINITE.test(folded.slice(office.start, office.end))
  if (
    (office.kind !== 'organization' && !apposed) ||
    office.form === 'pronoun' ||
    gap < 0 ||
    gap > LONGEST_POST ||
    (gap === 0 && person.role === null && !apposed)
  )
    return false
  if (!/^\p{Script=Han}*$/u.test(folded.slice(end, person.outerStart))) return false
  for (let at = end; at < person.outerStart; at++) {
    const length = words.length[at] as number
    const tag = words.tag[at] as number
    if (
      length > 0 &&
      ((tag !== TAG.noun && tag !== TAG.none && tag !== TAG.number && tag !== TAG.time) || GOVERNS.test(folded.slice(at, at + length)))
    )
      return false
  }
  person.outerStart = office.start
  person.role = text.slice(office.start, person.start)
  return true
}

/** 被告何景棠……，被告选择自辩: a bare role stands for the one person who was given it before. */
function referByRole({ folded, text }: Article, mentions: readonly Mention[]): void {
  const bearers = new Map<string, Mention | null>()
  for (const mention of mentions) {
    if (mention.kind === 'person' && mention.form === 'name' && mention.role !== null) {
      // 农业部次长: 次长 is who has it.
      for (let length = 2; length <= LONGEST_ROLE; length++) {
        const role = mention.role.slice(-length)
        const bearer = bearers.get(role)
        const same =
          bearer === undefined || (bearer !== null && text.slice(bearer.start, bearer.end) === text.slice(mention.start, mention.end))
        bearers.set(role, same ? (bearer ?? mention) : null)
      }
    } else if (mention.form === 'description' && !INDEFINITE_BEFORE.test(folded.slice(Math.max(0, mention.start - 1), mention.start))) {
      const role = text.slice(mention.start, mention.end)
      const bearer = COMMON_CALLING.test(folded.slice(mention.start, mention.end)) ? undefined : bearers.get(role)
      if (bearer) mention.antecedent = bearer
    }
  }
}

/** 邵铁军 is no army: phrases that end inside a name are none. */
function withoutNames(phrases: readonly Mention[], names: readonly Span[]): Mention[] {
  return phrases.filter(({ end }) => {
    const name = names[firstEndingAfter(names, end - 1)]
    return name === undefined || name.start >= end
  })
}

/**
 * 林海生竞选办公室发言人, 塔尔维亚外交部: a name with a description right behind it is part of the description, unless he
 * speaks; people left over. What has an army or a ministry is a country wherever it stands.
 */
function describedBy(article: Article, people: readonly Mention[], phrases: readonly Mention[], cueAt: Uint8Array): Mention[] {
  const countries = new Set<string>()
  const nameOf = ({ start, end }: Mention): string => article.folded.slice(start, end)
  let next = 0
  const left = people.filter((person) => {
    const { outerStart, outerEnd } = person
    while (next < phrases.length && (phrases[next] as Mention).end <= outerEnd) next++
    const phrase = phrases[next]
    if (!phrase || cueAt[outerEnd] === 1 || phrase.start > outerEnd) return true
    if (phrase.kind !== 'organization' && phrase.end - outerEnd <= LONGEST_ROLE) return true
    if (person.role === null && OF_COUNTRY.test(article.folded.slice(outerEnd, phrase.end))) countries.add(nameOf(person))
    const start = Math.min(phrase.start, outerStart)
    phrase.start = start
    phrase.outerStart = start
    phrase.name = { start, end: phrase.end }
    return false
  })
  return left.map((person) => (person.role === null && countries.has(nameOf(person)) ? { ...person, kind: 'organization' } : person))
}

function personMention(article: Article, heads: Heads, span: Span): Mention {
  const { folded } = article
  const mention: Mention = { ...bare(span), kind: 'person', role: null, form: 'name' }
  if (((heads.flags[span.start] as number) & WORD.title) !== 0) {
    const start = phraseStart(article, heads, span.start)
    mention.outerStart = start
    mention.role = article.text.slice(start, span.start)
    return mention
  }
  const bracket = bracketStart(article, heads, span.start)
  if (bracket >= 0) {
    mention.outerStart = phraseStart(article, heads, bracket)
    mention.role = article.text.slice(mention.outerStart, span.start)
    return mention
  }
  for (let length = 4; length >= 2; length--) {
    const end = span.end + length
    if (heads.length[end] !== length || ((heads.flags[end] as number) & WORD.title) === 0) continue
    const title = folded.slice(span.end, end)
    mention.outerEnd = end
    if (!/^(?:先生|女士|小姐|太太|同志)$/.test(title)) mention.role = article.text.slice(span.end, end)
    break
  }
  mention.role ??= roleBehind(article, heads, span.end)
  return mention
}

/** 他叫季沧海，今年六十八岁，是一名古建筑修缮师: the role as the sentence states it. */
function roleBehind(article: Article, heads: Heads, end: number): string | null {
  const found = ROLE_BEHIND.exec(article.folded.slice(end, end + 40))
  if (!found) return null
  const start = end + (found[1] as string).length
  const stop = start + (found[2] as string).length
  return ((heads.flags[stop] as number) & WORD.title) !== 0 ? article.text.slice(start, stop) : null
}

function wordBefore(article: Article, end: number): number {
  let start = end - 1
  while (start > 0 && end - start < 20 && article.words.length[start] === 0 && isWordUnit(article.codes[start] as number)) start--
  return start
}

function isWordUnit(code: number): boolean {
  const found = classOf[code]
  return found === CLASS.han || found === CLASS.latin || found === CLASS.digit
}

/** Where the noun phrase starts whose head ends at a place: leftwards over nouns, places, adjectives and numbers. */
function phraseStart(article: Article, heads: Heads, end: number): number {
  const { codes, words, folded } = article
  let start = end - (heads.length[end] as number)
  let headStart = start
  let single = false
  while (start > 0 && end - start < LONGEST_PHRASE) {
    const code = codes[start - 1] as number
    if (code === 0xb7 || code === 0x26) {
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
    if (((heads.flags[start] as number) & WORD.organization) !== 0 && (heads.length[start] as number) > 1 && start !== end) {
      start -= heads.length[start] as number
      // 拨款委员会副主席: a verb before an office tells what it does.
      headStart = start
      continue
    }
    const from = wordBefore(article, start)
    const word = folded.slice(from, start)
    // 交通处|处长 read as 处处|长: the segmentation cannot be right.
    const torn = (words.length[from] as number) > start - from
    const tag = torn ? TAG.none : (words.tag[from] as number)
    // 建|投, 蹦|床|队, 急诊|科, 清|岸: single characters are what is left of a name that the dictionary lacks.
    const inside = from > 0 && isWordUnit(codes[from - 1] as number)
    const ofName =
      (word === '地' && !inside) ||
      (single &&
        !SINGLE_VERBS.has(word) &&
        !/[着了过到]$/.test(word) &&
        !GOVERNS.test(word) &&
        (tag === TAG.time ? word.length === 1 : inside && (tag === TAG.verb || NUMERAL.test(word))))
    if (!ofName && !extends_(word, tag, codes[from] as number, start === headStart)) {
      start =
        (KIN.test(folded.slice(headStart, end)) ? null : withConjunct(article, heads, from, word)) ?? withUnknown(article, start) ?? start
      break
    }
    single = start - from === 1
    start = from
    if (/^(?:该|此|这[名位]?|那[名位]?|某)$/.test(word)) break
  }
  return start
}

/** 国家金融与发展实验室: where the clause begins, if there is nothing but what the first half of a name is made of; else null. */
function withConjunct({ codes, words }: Article, heads: Heads, at: number, conjunction: string): number | null {
  if (!/^[与和及暨]$/.test(conjunction) || heads.length[at] !== 0) return null
  let start = at
  while (start > 0 && at - start < LONGEST_PHRASE && isWordUnit(codes[start - 1] as number)) start--
  for (let place = start; place < at; place++) {
    const tag = words.tag[place] as number
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
  if (GOVERNS.test(word)) return false
  if (/^(?:现代|当代|古代|近代|未来|世纪|首都|兼|青年|少年|中年|老年)$/.test(word)) return true
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
      if (word.length === 2) return !/^[之以其当目]|[上下中里后前时间外]$/.test(word)
      return /^(?:前|内|东|西|南|北|中|上|下|中部|东部|西部|南部|北部)$/.test(word)
    case TAG.verb:
      return word.length > 1 && beforeHead && !/[着了过到]$/.test(word)
    case TAG.number:
      return /^第/.test(word)
    case TAG.adverb:
    case TAG.conjunction:
    case TAG.particle:
      return /^(?:总|副|常务)$/.test(word)
    default:
      return false
  }
}

/** 本报: the paper itself, to which somebody speaks. */
const OWN_PAPER = /^本[报台社刊网]$/
/** 驰风汽车表示, 蓝鲸科技3日公告: a firm by its trade, at the beginning of a clause, before what firms do. */
const FIRM =
  /(?<=^|[\n,。;:!?])((?:[\p{Script=Han}A-Za-z]{2,6}?)(?:汽车|科技|锂业|矿业|铝业|铜业|钢铁|化工|纸业|实业|建材|水泥|家居|电器|服饰|环保|水务|种业|半导体|微电子|光电|光伏|新材|材料|机械|装备|精工|药业|医药|电子|传媒|影业|股份|控股|证券|航空|地产|置业|乳业|酒业|能源|电力|电气|重工|通信|生物|食品|物流|快递|软件|智能|网络))(?=(?:官方|方面|公司)?(?:\d|昨|今[天日早晚]|当[天日晚]|随后|此前|早前|凌晨|回应|表示|称|发布|宣布|公告|在|对此|则|也|还|对|向|相关))/gu
/** Tags of the single characters that a name is cut into. */
const OF_NAMES = new Set<number>([TAG.noun, TAG.verb, TAG.adjective, TAG.none, TAG.place, TAG.position, TAG.number, TAG.time])
/** What is no name before a trade. */
const NO_BRAND =
  /^(?:电动|新能源|燃油|国产|进口|二手|农业|高新|信息|金融|现代|军事|移动|互联|人工|可再生|清洁|中国|我国|全国|世界|国际|外国|各国|这[些种类]|那[些种类]|该|一[些辆批家]|许多|不少|很多)/u

const LISTED = /^\((?:[A-Z]{2,6}[:.]?|(?:股票|证券)代码:?)?\d{4,6}(?:\.[A-Z]{2,3})?\)/
/** The longest of these numbers in its brackets, and the longest name before it, in UTF-16 units. */
const LONGEST_NUMBER = 24
const LONGEST_FIRM = 12
/** An article of more firms is a list of prices. */
const MOST_LISTED = 20
/** What stands before a firm and is no part of it. */
const NO_FIRM = new Set<number>([TAG.time, TAG.verb, TAG.adverb, TAG.preposition, TAG.conjunction, TAG.particle, TAG.pronoun])
/** Firms without a word for firm. */
function findFirms({ folded }: Article): Mention[] {
  return [...folded.matchAll(FIRM)].flatMap(({ index, 1: name = '' }) => {
    return NO_BRAND.test(name) ? [] : [firmMention({ start: index, end: index + name.length })]
  })
}

function firmMention(span: Span): Mention {
  return { ...bare(span), kind: 'organization', role: null, form: 'name' }
}

/** 恒岳锂业(002988): a firm by its number at the exchange, wherever the article names it. */
function listedFirms(article: Article): Span[] {
  const { folded, words } = article
  const firms = new Set<string>()
  for (let end = folded.indexOf('('); end >= 0 && firms.size < MOST_LISTED; end = folded.indexOf('(', end + 1)) {
    if (!LISTED.test(folded.slice(end, end + LONGEST_NUMBER))) continue
    let start = end
    for (let at = end - 1; at >= Math.max(0, end - LONGEST_FIRM) && isWordUnit(article.codes[at] as number); at--) {
      if ((words.length[at] as number) === 0) continue
      if ((words.length[at] as number) > 1 && NO_FIRM.has(words.tag[at] as number)) break
      start = at
    }
    if (end - start >= 2) firms.add(folded.slice(start, end))
  }
  const found: Span[] = []
  for (const name of firms)
    for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length))
      found.push({ start, end: start + name.length })
  return apart(found)
}

/** Spans in order, the longer one of two that overlap. */
function apart<T extends Span>(spans: T[]): T[] {
  let end = 0
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

/** Organisations, groups and documents by their head word. */
function findPhrases(article: Article, heads: Heads): Mention[] {
  const { codes, words, folded } = article
  const phrases: Mention[] = []
  for (let end = 1; end <= codes.length; end++) {
    const length = heads.length[end] as number
    if (length === 0) continue
    if (end < codes.length && classOf[codes[end] as number] === CLASS.han && words.length[end] === 0) continue
    const wordStart = wordBefore(article, end)
    const word = folded.slice(wordStart, end)
    if (OWN_PAPER.test(folded.slice(end - 2, end))) continue
    if (NOT_SPEAKERS.has(word) || DENIED.test(folded.slice(Math.max(0, wordStart - 2), wordStart))) continue
    if (REPORTS.test(word) && followsSource(article, heads, wordStart)) continue
    if (
      length === 1 &&
      (SHORT_HEADS[codes[end - 1] as number] !== 1 ||
        (word.length === 1 && !followsPlace(article, wordStart) && !followsTask(article, wordStart)))
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
          : ownerStart(article, Math.min(phraseStart(article, heads, end), wordStart), end)
    const outerEnd = start === titled ? end + 1 : withBrackets(article, end)
    const title = (flags & WORD.title) !== 0 && !SHORT_TITLES.test(folded.slice(end - length, end))
    const kind: SpeakerKind =
      (flags & WORD.group) !== 0 ? 'group' : (flags & WORD.organization) !== 0 ? 'organization' : title ? 'person' : 'organization'
    const last = phrases.at(-1)
    const mention: Mention = {
      start,
      end: outerEnd,
      name: { start, end: outerEnd },
      kind,
      role: null,
      outerStart: start,
      outerEnd,
      form: (flags & WORD.organization) !== 0 || isSide(folded.slice(start, end)) ? 'name' : 'description',
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

/** 落水男子的妻子: who is told by somebody else is told with him, where the clause begins with him; else where the phrase begins. */
function ownerStart({ codes, words, folded }: Article, start: number, end: number): number {
  if (folded[start - 1] !== '的' || !KIN.test(folded.slice(start, end))) return start
  let from = start - 1
  while (from > 0 && start - from < LONGEST_OWNER && isWordUnit(codes[from - 1] as number)) from--
  for (let at = from; at < start - 1; at++)
    if ((words.length[at] as number) > 0 && [TAG.preposition, TAG.adverb, TAG.pronoun, TAG.conjunction].includes(words.tag[at] as 7))
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

function findPronouns(article: Article): Mention[] {
  const { folded, words } = article
  const pronouns: Mention[] = []
  for (let start = 0; start < folded.length; start++) {
    const code = folded.charCodeAt(start)
    if (code !== 0x4ed6 && code !== 0x5979 && code !== 0x5176 && code !== 0x5bf9 && code !== 0x540e && code !== 0x524d) continue
    if (words.length[start] === 0) continue
    const ahead = folded.slice(start, start + 2)
    const found = PRONOUN.exec(ahead)
    if (!found || NOT_PRONOUN.test(ahead)) continue
    const end = start + found[0].length
    pronouns.push({ ...bare({ start, end }), kind: found[0].endsWith('们') ? 'group' : 'person', role: null, form: 'pronoun' })
  }
  return pronouns
}

/** 作者“无名”通过邮件, 博主“老山”表示: what somebody does begins at a place, and no object of a verb in marks. */
function isActing({ words, folded }: Article, cueAt: Uint8Array, at: number): boolean {
  const tag = words.tag[at] as number
  const begins = tag === TAG.preposition || tag === TAG.adverb || /[在也则还将已对向就从]/.test(folded[at] ?? '')
  return cueAt[at] === 1 || cueAt[at + 1] === 1 || cueAt[at + 2] === 1 || begins
}

/** 网友@山有木兮评论: an account, up to what its owner does. */
function findAccounts({ folded }: Article, cueAt: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (const { index: start, 0: run } of folded.matchAll(/@[\p{L}\p{N}_-]{2,16}/gu)) {
    let end = start + 3
    while (end < start + run.length && cueAt[end] !== 1) end++
    if (cueAt[end] === 1) found.push({ ...bare({ start, end }), kind: 'person', role: null, form: 'name' })
  }
  return found
}

/** 我说, 我们认为, at the beginning of a clause: who writes or tells. */
function findNarrators({ folded }: Article): Mention[] {
  return [...folded.matchAll(/(?<=[\n,。!?;:”])我(?:们)?(?![国省市县区校院社家])/g)].map(({ index: start, 0: word }) => ({
    ...bare({ start, end: start + word.length }),
    kind: word.length === 1 ? 'person' : 'group',
    role: null,
    form: 'description',
  }))
}

/** 歌手“阿Pia”表示, 网友“山里人”说: a name in marks behind what its bearer is. */
function findNicknames(article: Article, heads: Heads, cueAt: Uint8Array): Mention[] {
  const names = new Set<string>()
  const found: Mention[] = []
  const { folded, text } = article
  for (const { index: start, 0: marked } of folded.matchAll(/“[^“”,。!?\n]{1,10}”/g)) {
    const end = start + marked.length
    const called = ((heads.flags[start] as number) & (WORD.title | WORD.group)) !== 0
    if (called && isActing(article, cueAt, end)) names.add(marked)
    if (!names.has(marked)) continue
    const from = called ? phraseStart(article, heads, start) : start
    const name = { start: start + 1, end: end - 1 }
    found.push({
      ...bare(name),
      outerStart: from,
      outerEnd: end,
      kind: 'person',
      role: called ? text.slice(from, start) : null,
      form: 'name',
    })
  }
  return found
}

function hasHead(heads: Heads, from: number, to: number): boolean {
  for (let end = from + 1; end <= to; end++) if ((heads.length[end] as number) > 1) return true
  return false
}

/** 这位24岁的老将坦言, 一位不愿透露姓名的家长说: somebody counted or pointed at, by words that nothing else is known of. */
function findDemonstratives({ folded }: Article, heads: Heads, cueAt: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (const { index: start, 0: opening } of folded.matchAll(/(?:这|那|(?:另外?|其中)?[一两几])[位名]/g)) {
    let cue = start + opening.length
    while (cue < folded.length && cueAt[cue] !== 1 && cue - start < LONGEST_DEMONSTRATIVE && !/[,。!?;:“”]/.test(folded[cue] as string))
      cue++
    if (cueAt[cue] !== 1) continue
    let told = folded.slice(start, cue)
    // 一位自称助理的女士接听后说: up to the last word that tells who it is.
    const of = start + told.lastIndexOf('的')
    for (let at = cue; at > of && of > start; at--)
      if ((heads.length[at] as number) > 1) {
        told = told.slice(0, at - start)
        break
      }
    // 一位家长当场站起来反问: whose head is known is a phrase by itself, and he does something more.
    if (!told.includes('的') && hasHead(heads, start + opening.length, cue)) continue
    const end = start + told.length - ((WORDS_OF.exec(told) ?? WHERE.exec(told) ?? ADVERBS.exec(told))?.[0].length ?? 0)
    // 这位官员 is a phrase by itself.
    if (end - start < LEAST_DEMONSTRATIVE || ((heads.length[end] as number) > 0 && !folded.slice(start, end).includes('的'))) continue
    const form = /^[这那]/.test(opening) ? 'pronoun' : 'description'
    found.push({ ...bare({ start, end }), kind: /[两几]/.test(opening) ? 'group' : 'person', role: null, form })
  }
  return found
}
