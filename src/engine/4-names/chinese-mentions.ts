/** Everybody and everything in a Chinese article that can speak: people with their roles, organisations, groups, pronouns. */
import { isHan } from '../1-document/characters.ts'
import { apart, firstEndingAfter, type Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from './article.ts'
import { findFirms, firmMention, listedFirms } from './chinese-firms.ts'
import { findHeads, type Heads, WORD } from './chinese-lexicon.ts'
import { findPeople } from './chinese-people.ts'
import { findPhrases, GOVERNS, INDEFINITE, phraseStart } from './chinese-phrases.ts'
import {
  findAccounts,
  findDemonstratives,
  findFamiliar,
  findKin,
  findNarrators,
  findNicknames,
  findPronouns,
  findSurnames,
  findWorks,
} from './chinese-references.ts'
import { bare, type Mention } from './mention.ts'
import { apposedAt, bracketStart } from './name-evidence.ts'

/** A role behind a name is no longer than this; what is longer describes somebody else. In UTF-16 units. */
const LONGEST_ROLE = 4
/** 该局公共交通科一名工作人员 */
const COUNTED = /^一[名位]/
/** Tags of the words between an office and who holds it. */
const OF_POST = new Set<number>([TAG.noun, TAG.none, TAG.number, TAG.time])
/** What somebody does for an office, or in it, is no part of its name. */
const ACTS = /^(?:代表|[在对向与和同从于就将被把])/
/** What countries have. */
const OF_COUNTRY = /^(?:政府|外交部|国防部|内政部|财政部|军队|军方|海军|空军|国家|总统府|议会|国会|当局|央行|驻)/
/** Between an office and the name of who holds it, in UTF-16 units. */
const LONGEST_POST = 6
/** A department of an office, and who belongs to it. */
const DEPARTMENT = /^\p{Script=Han}{1,5}[科处股室办部组队所站]的$/u
/** 其中, 39岁: what is no part of a role, ahead of it, in UTF-16 units. */
const AHEAD_OF_ROLE = /^(?:其中)?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁的?)?/
const LONGEST_AHEAD = 7
/** Callings that many people of one article have. */
const COMMON_CALLING =
  /^(?:民警|警员|警察|交警|学生|医生|护士|记者|村民|居民|市民|网友|老师|教师|司机|员工|职工|工人|家长|业主|顾客|游客|乘客|旅客|选手|球员|队员|专家|教授|学者|研究员|律师|议员|官员|代表|委员|志愿者|店员|保安|老人|球迷|读者|观众|用户|农民|士兵)$/
/** Where somebody comes from, in UTF-16 units. */
const NATIVE = /、\p{Script=Han}{2,5}人$/u
const LONGEST_NATIVE = 7
/** What a firm is called before its name. */
const MAKER = /(?:厂商|开发商|运营商|供应商|制造商|经销商|承包商|巨头|对手|龙头|企业|公司)$/
/** 有警员说: somebody new. */
const INDEFINITE_BEFORE = /[有的另各]/
const FAMILIAR = /^[老小阿]$/
/** What has a name in marks and is nobody. */
const OFFICE = /(?:机构|公司|组织|平台|团体|协会|媒体|智库|品牌|企业|团队|集团|工作室|乐队|俱乐部)方?$/
/** The name of an office, and the one behind “名为” of what is told of. */
const NAMED = /^“[^“”,。!?]{1,12}”$/
const CALLED = /(?:名为|名叫|叫做?|取名)“([^“”,。!?]{2,16})”的$/
const LONGEST_CALLED = 24
const MARKED = /^(?:“[^“”,。!?]{2,12}”|《[^《》,。!?]{2,12}》)/
/** What begins behind the name of who acts. */
const GOES_ON: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb, TAG.preposition, TAG.time])
/** A name, an age perhaps, and what its bearer is. */
const ROLE_BEHIND = /^((?:,[^,。]{1,10})?,?是(?:一[名位个]|该\p{Script=Han}{0,4})?)([\p{Script=Han}]{2,16})[,。]/u

/** 立委, 部长, but not 钢琴家. */
const MARKED_POST = /[长委统揆理席员官]$/
/** An office with its marks, in UTF-16 units. */
const LONGEST_MARKED = 12
/** What offices end with that somebody may have beside another one. */
const POST_ENDS = /(?:书记|主席|主任|[^员]长|总裁|经理|总监|院士|教授|常委|委员|创始人|创办人|合伙人|代表|研究员|发言人|总编|主编|总理)$/

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
  const nicknames = findNicknames(article, heads, cueAt)
  // 博主“老卜说地”: no 老卜.
  const taken = [listed, nicknames]
  const names = findPeople(article, heads, cueAt).filter((name) =>
    taken.every((spans) => {
      const other = spans[firstEndingAfter(spans, name.start)]
      return other === undefined || other.start >= name.end
    }),
  )
  const phrases = withoutNames(findPhrases(article, heads), names)
  const people = withoutPlaces(
    article,
    describedBy(
      article,
      withOffices(
        article,
        heads,
        withoutPartners(
          article,
          names.map((span) => personMention(article, heads, span)),
        ),
      ),
      phrases,
      cueAt,
    ),
  )
  const others = [
    ...phrases,
    ...listed.map(firmMention),
    ...findFirms(article),
    ...findPronouns(article),
    ...findDemonstratives(article, heads, cueAt),
    ...nicknames,
    ...findNarrators(article),
    ...findKin(article),
    ...findAccounts(article, cueAt),
    ...findWorks(article, cueAt),
    ...findSurnames(article, people, cueAt),
    ...findFamiliar(article, cueAt),
  ]
  const mentions = [...people]
  let next = 0
  for (const other of others.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (next < people.length && (people[next] as Mention).outerEnd <= other.start) next++
    const person = people[next]
    if (person && (person.outerStart < other.end || belongsTo(article, other, person))) continue
    const last = mentions.at(-1)
    // 互联网法院一名法官, 该局秘书科的工作人员: somebody of an office right before him.
    if (
      last?.kind === 'organization' &&
      last.end <= other.start &&
      other.form === 'description' &&
      other.kind !== 'organization' &&
      isOfOffice(article, last.end, other)
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
    // 芯片厂商鲸屿科技: what a firm makes is told right before its name.
    if (
      last !== undefined &&
      last.kind !== 'person' &&
      last.end === other.start &&
      other.kind === 'organization' &&
      MAKER.test(article.folded.slice(last.start, last.end))
    ) {
      mentions[mentions.length - 1] = { ...other, outerStart: last.start }
      continue
    }
    mentions.push(other)
  }
  const all = apart(mentions)
  for (const mention of all) if (mention.role === null && mention.form !== 'pronoun') nameByMarks(article, mention)
  referByRole(article, all)
  return all
}

/** 该院护士长鄢梅, 鲜味来公司品控主管苗某: an office right before a name, nothing but nouns between, is where its bearer belongs; takes it into the role. */
function belongsTo(article: Article, office: Mention, person: Mention): boolean {
  const gap = person.outerStart - office.end
  const between = article.folded.slice(office.end, person.outerStart)
  // 渔民老佩德罗
  const familiar = office.form === 'description' && office.kind !== 'organization' && FAMILIAR.test(between)
  // 老伴丁佩兰, 女子廖某
  const apposed = gap === 0 && office.form === 'description' && !INDEFINITE.test(article.folded.slice(office.start, office.end))
  // 民调机构“风向标”负责人丁远: the office has a name in marks.
  const named = person.role !== null && NAMED.test(between)
  if ((office.kind !== 'organization' && !apposed && !familiar && !named) || office.form === 'pronoun' || gap < 0) return false
  const beside = familiar || named || ((gap > 0 || person.role !== null || apposed) && isPost(article, office.end, person.outerStart))
  if (!beside) return false
  person.outerStart = office.start
  person.role = article.text.slice(office.start, familiar ? office.end : person.start)
  return true
}

/**
 * 机构“星阔文化”: what bears its name in marks is read like somebody; here it is told that it is none.
 *
 * @param mention a mention, changed where it is one
 * @param folded the folded clean text
 */
export function nameOffice(mention: Mention, folded: string): void {
  if (mention.role !== null && OFFICE.test(mention.role) && folded[mention.start - 1] === '“')
    Object.assign(mention, { kind: 'organization', role: null })
}

/** 一家名为“绿枢科技”的公司: the words in marks are its name. */
function nameByMarks({ folded, words }: Article, mention: Mention): void {
  // 机构“星阔文化”当晚发布声明
  const marked =
    mention.kind === 'organization' || mention.kind === 'group'
      ? MARKED.exec(folded.slice(mention.outerEnd, mention.outerEnd + LONGEST_CALLED))
      : null
  if (marked && GOES_ON.has(words.tag[mention.outerEnd + marked[0].length] as number)) {
    mention.name = { start: mention.outerEnd + 1, end: mention.outerEnd + marked[0].length - 1 }
    mention.form = 'name'
    return
  }
  const called = CALLED.exec(folded.slice(Math.max(0, mention.outerStart - LONGEST_CALLED), mention.outerStart))
  if (!called) return
  const end = mention.outerStart - 2
  mention.name = { start: end - (called[1] as string).length, end }
  mention.form = 'name'
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
  // 莫罗政府 is the one of 埃利亚斯·莫罗.
  const surnames = new Set(people.flatMap(({ start, end }) => article.folded.slice(start, end).split('·').slice(1)))
  const nameOf = ({ start, end }: Mention): string => article.folded.slice(start, end)
  let next = 0
  const left = people.filter((person) => {
    const { outerStart, outerEnd } = person
    while (next < phrases.length && (phrases[next] as Mention).end <= outerEnd) next++
    const phrase = phrases[next]
    if (!phrase || cueAt[outerEnd] === 1 || phrase.start > outerEnd) return true
    // 姬长青代表市政府, 瓦尔德内在议会: he acts for it, or in it.
    if (ACTS.test(article.folded.slice(outerEnd, outerEnd + 2))) return true
    if (phrase.kind !== 'organization' && phrase.end - outerEnd <= LONGEST_ROLE) {
      // 聂大川的妻子: both are people, one is told by the other.
      if (article.folded[outerEnd] === '的' && phrase.start < outerEnd && phrase.end > outerEnd + 1) {
        phrase.start = outerEnd + 1
        phrase.outerStart = outerEnd + 1
      }
      return true
    }
    if (person.role === null && OF_COUNTRY.test(article.folded.slice(outerEnd, phrase.end)) && !surnames.has(nameOf(person)))
      countries.add(nameOf(person))
    const start = Math.min(phrase.start, outerStart)
    phrase.start = start
    phrase.outerStart = start
    phrase.name = { start, end: phrase.end }
    return false
  })
  return left.map((person) => (person.role === null && countries.has(nameOf(person)) ? { ...person, kind: 'organization' } : person))
}

/** 克利夫兰联储主席玛格丽特·陈: a name with nothing but nouns up to an office is where it is held. */
function withoutPlaces(article: Article, people: readonly Mention[]): Mention[] {
  return people.filter((place, index) => {
    const next = people[index + 1]
    if (!next || next.role === null || place.role !== null) return true
    if (next.outerStart <= place.start) return false
    if (next.outerStart <= place.outerEnd) return true
    const gap = { start: place.outerEnd, end: next.outerStart }
    if (!isPost(article, gap.start, gap.end)) return true
    next.outerStart = place.start
    next.role = article.text.slice(place.start, next.start)
    return false
  })
}

/** 石川与韩国总统卢泰贤: whoever stands ahead of “and” is no part of the office behind it. */
function withoutPartners({ folded, text }: Article, people: readonly Mention[]): readonly Mention[] {
  people.forEach((person, index) => {
    const partner = people[index - 1]
    if (!partner || person.role === null || partner.start < person.outerStart || !/[与和及同]/.test(folded[partner.end] ?? '')) return
    person.outerStart = Math.min(partner.end + 1, person.start)
    person.role = person.outerStart < person.start ? text.slice(person.outerStart, person.start) : null
  })
  return people
}

/** 市委副书记、市长徐某: whoever has several offices has all of them in his role. */
function withOffices(article: Article, heads: Heads, people: readonly Mention[]): readonly Mention[] {
  const { folded, text } = article
  people.forEach((person, index) => {
    const from = people[index - 1]?.outerEnd ?? 0
    for (let end = person.outerStart - 1; person.role !== null && folded[end] === '、' && end > from; end = person.outerStart - 1) {
      if (((heads.flags[end] as number) & WORD.title) === 0 || !POST_ENDS.test(folded.slice(end - 3, end))) return
      const start = phraseStart(article, heads, end)
      if (start < from || start >= end) return
      person.outerStart = start
      person.role = text.slice(start, person.start)
    }
  })
  return people
}

/** Whether somebody is described by the office that ends ahead of him: right before him, or with one of its departments between. */
function isOfOffice(article: Article, office: number, { start, end }: Mention): boolean {
  if (office === start) return true
  const { folded } = article
  // 江陵大学的一个研究团队 is no person.
  const owned = folded[start - 1] === '的' && !folded.startsWith('一个', start)
  // 该教育局监督办的一位工作人员
  if (owned && DEPARTMENT.test(folded.slice(office, start))) return true
  return (owned || COUNTED.test(folded.slice(start, end))) && isPost(article, office, owned ? start - 1 : start)
}

/** Whether nothing but nouns of an office stands between two places, and not much. */
function isPost({ folded, words }: Article, start: number, end: number): boolean {
  if (end - start > LONGEST_POST || !/^\p{Script=Han}*$/u.test(folded.slice(start, end))) return false
  for (let at = start; at < end; at++) {
    const length = words.length[at] as number
    // 中央研究院资讯|所|研究员, 社会|系|教授
    if (at === end - 1 && /[所系]/.test(folded[at] as string)) continue
    if (length > 0 && (!OF_POST.has(words.tag[at] as number) || GOVERNS.test(folded.slice(at, at + length)))) return false
  }
  return true
}

function personMention(article: Article, heads: Heads, span: Span): Mention {
  const { folded } = article
  const mention: Mention = { ...bare(span), kind: 'person', role: null, form: 'name' }
  if (((heads.flags[span.start] as number) & WORD.title) !== 0) {
    const phrase = phraseStart(article, heads, span.start)
    const start = phrase + (AHEAD_OF_ROLE.exec(folded.slice(phrase, phrase + LONGEST_AHEAD))?.[0].length ?? 0)
    mention.outerStart = start
    mention.role = article.text.slice(start, span.start)
    return mention
  }
  // 某党“立委”祝晴: an office in marks.
  const window = Math.max(0, span.start - LONGEST_MARKED)
  const inside = folded[span.start - 1] === '”' ? folded.slice(window, span.start).lastIndexOf('“') : -1
  if (
    inside >= 0 &&
    MARKED_POST.test(folded.slice(span.start - 4, span.start - 1)) &&
    ((heads.flags[span.start - 1] as number) & WORD.title) !== 0
  ) {
    mention.outerStart = phraseStart(article, heads, window + inside)
    mention.role = article.text.slice(mention.outerStart, span.start)
    return mention
  }
  // 主教练、瑞典人安娜, 主教练、曾带出三名冠军的叶莲娜: more is told of somebody between his office and his name.
  const from = NATIVE.exec(folded.slice(Math.max(0, span.start - LONGEST_NATIVE), span.start))
  const office = from ? span.start - from[0].length : apposedAt(article, heads, span.start)
  if (office > 0 && ((heads.flags[office] as number) & WORD.title) !== 0) {
    mention.outerStart = phraseStart(article, heads, office)
    mention.role = article.text.slice(mention.outerStart, office)
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
    if (title === '代表' && isHan(article.codes[end] as number)) continue
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
