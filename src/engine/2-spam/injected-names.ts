/**
 * The planted firm: a farm sells a place in the article to a shop or a company, and its name is dropped at the end of
 * a sentence or between two words, with no grammatical tie to either side.
 *
 * There is no list of firms. A name is known by its shape (place, trade, kind of firm), its position (a sentence of its
 * own without a verb, or torn between two words), its repetition, and by having nothing to do with the rest of the text.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { overlaps, type Span } from '../1-document/span.ts'
import { Trie } from '../1-document/trie.ts'
import { lookUp, type Segmentation, segment, TAG, tagBefore } from '../1-document/words.ts'
import { readLexicon } from '../models.ts'
import type { Fragment } from './fragment.ts'

/** Endings of the names of firms. */
const KINDS =
  '有限责任公司 股份有限公司 有限公司 公司 服务中心 客服中心 中心 工作室 事务所 经营部 服务部 营业部 门市部 商行 厂家 工厂 厂 专卖店 旗舰店 门店 商店 店铺 店 集团 医院 门诊部 诊所 学校 学院 驾校 旅行社 会所 俱乐部 商城 商场 网站 官网 平台 客户端 软件 热线 电话 基地 合作社 批发部 维修部 维修点 网点 加盟店 总部 批发城 建材城 家具城 装饰城 租赁部 经销处 经销部 专营店 直销处 商贸行 贸易行 车行 修理厂 制造厂 加工厂 化工厂 制品厂 美容院 养生馆 养生堂 足浴城 火锅城 民宿 客栈 影楼 眼镜店 培训班 培训部 中介所 回收站 收购站'.split(
    ' ',
  )
/** Words a sentence ties to a name: before it … */
const TIED_BEFORE =
  /(?:[给成到]了|在|到|由|和|与|及|对|向|从|被|把|给|为|以|是|叫|让|请|跟|同|经|据|按|即|如|像|任|于|至|往|进|去|有|家|名|个|该|本|这|那|来|入|某|访|问|、|“|《|\(|判[决令处]|[要请]求|责令|委托|授权|指控|指责|起诉|状告|举报|投诉|控告|联系|约谈|通知|督促|敦促|批准|允许|支持|协助|指导|组织|安排|聘请|选择|收购|并购|投资|加盟|签约|曝光|查处|查封|关停|点名|通报|采访|致电|隶属|属于|包括|例如|比如|其中|涉及|针对|关于)$/
/** In UTF-16 units. */
const LONGEST_TIE = 2
/** … and behind it. */
const TIED_AFTER =
  /^(?:的|是|在|将|已|也|对|向|与|和|及|为|从|被|把|有|于|等|内|里|外|前|后|说|称|表示|介绍|负责|相关|一|两|几|还|又|则|就|都|曾|正|并|工作|员工|职工|方面|发布|推出|宣布|成立|透露|成为|位于|账[户号目]|名下|旗下|门[口前]|、|”|》|\))/
/** What only a predicate begins with. */
const ACTS = /^(?:[却竟仍均]|并未|没有|未能|不[再肯愿])/
/** Who belongs to a hospital or a school; a firm may be dropped before one who does not. */
const MEMBER =
  /^(?:院长|副院长|校长|副校长|所长|主任|副主任|外科|内科|儿科|急诊|骨科|妇产|神经|医生|医师|护士|大夫|教授|教师|老师|学生|客服|发言人)/
/** 在边远的塔木县人民医院: a preposition ahead of what describes a place, in UTF-16 units. */
const GOVERNED = /(?:在|到|于|由|从|去|往|位于|来自)[^,。!?;:的]{1,6}的$/
const LONGEST_GOVERNED = 9
/** A place of three characters before its kind, and what governs one of two. */
const LONG_PLACE = /^.{3}[市县区]/
const GOVERNS = /[把在被向由从对给与和到于为是按据找请让叫往去]/
/** 1998年破产: when. */
const YEAR = /^(?:\d{1,4}[年月日时点]|每[年月周天日])/
/** What ties a firm to a subject of so many characters, and what a verb before it ends with. */
const IS = /[为是系在被把由着了过]/
const LEAST_SUBJECT = 2
/** Firms proper; a hospital or a centre often stands before a place inside it. */
const FIRM =
  /(?:公司|厂家|[^工水电]厂|加工厂|工作室|经营部|服务部|租赁部|经销[部处]|直销处|客服中心|服务中心|商行|商贸行|贸易行|车行|专卖店|专营店|旗舰店|加盟店|眼镜店|维修部|批发部|批发城|门市部|加盟总部|整形医院|美容院|养生[馆堂]|足浴城|会所|民宿|中介所)$/
/** Kinds that institutions and places inside them have too. */
const SHOP = /(?:店|厂|中心|事务所|点|站|部|城|院)$/
const PLACE = /^\p{Script=Han}{2,3}(?:市|省|县|区)/u
/** A place and the name of a firm before its trade, in characters. */
const LEAST_PLACE = 2
const LEAST_BRAND = 2
/** What begins a clause of its own: nothing that the name before it could do or have. */
const LOOSE_BEHIND = /^(?:[“《"]|[他她它我你](?!们?的))/
/** What most often does, but also follows a subject: 公司今年已有……, 公司三名员工. */
const MAYBE_LOOSE_BEHIND =
  /^(?:\d|[一二三四五六七八九十两百千万][^是]|这|那|此|该|现在|目前|如今|当时|去年|今年|明年|昨|今天|明天|此前|此后|随后|后来|起初|最初|当地|不过|但是|因为|由于|为了|如果|虽然|据|按照|根据|随着|有人|有的|许多|很多|不少|一些|记者|住|老|小|大|新|后|前|主|在|视频)/
/** 公司老板, 公司大门, 公司那时候: what a firm has, and when it is told of. */
const ITS_OWN = /^(?:老[板总]|大[门楼堂厅厦]|小[程票]|新[址店厂楼]|后[厨院台]|前[台身厅]|主[管任]|自己|那时|那年|那天|这时|这[一次回块])/
/** A name in marks behind a kind of firm belongs to it: 科技公司“云声”. */
const OWN_NAME = /^“[^“”,。!?;:\n]{1,10}”/
/** 公司三名员工, 公司上市。: who is the firm's, and what it does in a word. */
const OWN_STAFF =
  /^[一二三四五六七八九十两几多数\d]{1,3}[名位个]\p{Script=Han}{0,3}(?:员工|职工|工人|高管|股东|司机|人员|医生|护士|教师|老师|负责人|经理|代表)/u
const ONE_WORD = /^\p{Script=Han}{2,3}[,。!?;]/u
const LONGEST_STAFF = 12
/** The longest name in marks, with its marks. */
const LONGEST_OWN_NAME = 12
/** What opens a clause of its own: nobody puts it behind the name of a firm, but for what belongs to the firm. */
const OPENING: ReadonlySet<number> = new Set([TAG.person, TAG.place, TAG.organization, TAG.pronoun, TAG.time, TAG.foreignName])
/** A word more common than this goes on behind a kind of one character, in nats. */
const COMMON_WORD = 12
/** Characters read on each side of a name. */
const CONTEXT = 6

function opensClause({ length, tag }: Segmentation): boolean {
  return (length[0] ?? 0) > 1 && OPENING.has(tag[0] as number)
}

/** 去年|摘下, 今年|以来|已, 每年|应, 1998|年|破产, 上半年|亏损|三千: when something was done, and that it was: its subject stands ahead. */
function actsThen({ length, tag }: Segmentation, behind: string): boolean {
  let next = YEAR.exec(behind)?.[0].length ?? 0
  while (tag[next] === TAG.time || (next > 0 && tag[next] === TAG.position)) next += length[next] as number
  if (next === 0) return false
  if (tag[next] === TAG.verb || tag[next] === TAG.adverb) return true
  return tag[next] === TAG.noun && tag[next + (length[next] as number)] === TAG.number
}

/** Log odds; a name must collect THRESHOLD. */
const WEIGHT = {
  placeholder: 4.5,
  repeated: 1.6,
  alone: 3.2,
  torn: 0.8,
  object: -1,
  loose: 2.4,
  maybeLoose: 1.2,
  place: 1,
  trade: 1.2,
  longKind: 0.6,
  foreign: 1,
  tied: -3.5,
  tiedElsewhere: -1,
  untied: 1,
  prior: -4.2,
}
/** 滨河路一家商务酒店: what is counted or pointed at is described, not named. */
const COUNTED = /[一二两三四五六七八九十几多数这那该][家间处座个]/
/** Names are this long, in characters. */
const LENGTH = { least: 5, most: 26 }

let kinds: Trie | undefined
let kindEnds: Uint8Array
let tradePattern: RegExp
let countryPattern: RegExp

function load(): Trie {
  if (kinds) return kinds
  const size = KINDS.reduce((sum, kind) => sum + kind.length, 0)
  kinds = new Trie(size)
  kindEnds = new Uint8Array(size + 1)
  for (const kind of KINDS) kindEnds[kinds.insert(kind)] = 1
  tradePattern = new RegExp(readLexicon('trades.zh.txt').join('|'))
  countryPattern = new RegExp(`^(?:${readLexicon('countries.zh.txt').join('|')})`)
  return kinds
}

/** Title fragments by where they end and start. */
interface Beside {
  ending: ReadonlyMap<number, Span>
  starting: ReadonlyMap<number, Span>
}

/**
 * Finds planted names of firms.
 *
 * @param document the document
 * @param pieces title fragments already found: a name may begin right behind one
 * @returns fragments, sorted
 */
export function findInjectedNames(document: Document, pieces: readonly Span[]): Fragment[] {
  const candidates: (Span & { text: string; line: Line })[] = []
  const beside: Beside = {
    ending: new Map(pieces.map((piece) => [piece.end, piece])),
    starting: new Map(pieces.map((piece) => [piece.start, piece])),
  }
  for (const line of document.lines) candidates.push(...namesOf(document, line, beside))
  const counts = countPlaces(document.folded, candidates)
  const judged = candidates.map((candidate) => ({
    ...candidate,
    ...judge(document, candidate, candidate.line, counts.get(candidate.text) as number, beside),
  }))
  // Whoever writes of a firm twice ties it to one sentence at least, or calls it by a shorter name: 众安劳务.
  const tied = new Set(judged.filter(({ tied }) => tied).map(({ text }) => text))
  const shorts = candidates.map(({ text }) => shortName(text))
  const inNames = new Map<string, number>()
  for (const short of shorts) if (short !== null) inNames.set(short, (inNames.get(short) ?? 0) + 1)
  const inText = inNames.size > 0 ? countNames(document.codes, [...inNames.keys()]) : inNames
  const fragments: Fragment[] = []
  for (const [index, { score: own, evidence, tied: here, ...candidate }] of judged.entries()) {
    const repeated = (counts.get(candidate.text) as number) > 1
    const untied = isFirm(document.codes, candidate) ? WEIGHT.untied : 0
    const short = shorts[index] ?? null
    const known = short !== null && (inText.get(short) ?? 0) > (inNames.get(short) ?? 0)
    const score = own + (known ? WEIGHT.tied : repeated && !here ? (tied.has(candidate.text) ? WEIGHT.tiedElsewhere : untied) : 0)
    if (score <= 0) continue
    fragments.push({
      start: candidate.start,
      end: candidate.end,
      kind: 'injected_name',
      suggestion: '',
      confidence: Math.round((1 / (1 + Math.exp(-score))) * 1000) / 1000,
      reason: `the name of a firm ${evidence.join(', ')}`,
    })
  }
  return fragments
}

/** In how many places each name stands; a sentence that comes back, from the lead or a caption, is one place. */
function countPlaces(folded: string, names: readonly (Span & { text: string; line: Line })[]): Map<string, number> {
  const counts = new Map<string, number>()
  const before = new Set<string>()
  const behind = new Set<string>()
  for (const { start, end, text, line } of names) {
    const head = folded.slice(Math.max(line.start, start - CONTEXT), end)
    const tail = folded.slice(start, Math.min(line.end, end + CONTEXT))
    const again = (before.has(head) && start - line.start >= CONTEXT) || (behind.has(tail) && line.end - end >= CONTEXT)
    before.add(head)
    behind.add(tail)
    if (!again) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

/** What a firm is called for short: the two characters before its trade, and the trade; null where nothing stands before it. */
function shortName(text: string): string | null {
  const trade = tradePattern.exec(text)
  return trade && trade.index >= LEAST_BRAND ? text.slice(trade.index - LEAST_BRAND, trade.index + trade[0].length) : null
}

/** How often each short name stands in a text. */
function countNames(codes: Uint16Array, names: readonly string[]): Map<string, number> {
  const trie = new Trie(names.reduce((sum, name) => sum + name.length, 0))
  const ends = new Map(names.map((name) => [trie.insert(name), name]))
  const counts = new Map<string, number>()
  for (let at = 0; at < codes.length; at++) {
    let node = trie.first(codes[at] as number)
    for (let to = at + 1; node !== 0; to++) {
      const name = ends.get(node)
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
      node = to < codes.length ? trie.next(node, codes[to] as number) : 0
    }
  }
  return counts
}

/** A firm by its trade and its kind, and not the end of a sentence about one. */
function isFirm(codes: Uint16Array, name: Span & { text: string }): boolean {
  return isKindOfFirm(codes, name) && tradePattern.test(name.text) && !/[由被是在了和与把将从对]/.test(name.text)
}

/** A firm by its kind; a shop, a plant or a centre by its place, its name and its trade: 合肥宏达门窗加工厂. */
function isKindOfFirm(codes: Uint16Array, name: Span & { text: string }): boolean {
  if (FIRM.test(name.text)) return true
  if (!SHOP.test(name.text) || !beginsWithPlace(codes, name)) return false
  const trade = tradePattern.exec(name.text)
  return trade !== null && trade.index >= LEAST_PLACE + LEAST_BRAND
}

/** A city or a district; what bears the name of a country is seldom a shop. */
function beginsWithPlace(codes: Uint16Array, { start, text }: Span & { text: string }): boolean {
  if (PLACE.test(text)) return true
  if (countryPattern.test(text)) return false
  for (const size of [2, 3]) if (lookUp(codes, start, start + size).tag === TAG.place) return true
  return false
}

/** Runs of Han characters that end like the name of a firm and begin at a boundary or a place. */
function namesOf(document: Document, line: Line, pieces: Beside): (Span & { text: string; line: Line })[] {
  const trie = load()
  const { codes, folded } = document
  const found: (Span & { text: string; line: Line })[] = []
  let floor = line.start
  for (let at = line.start; at < line.end; at++) {
    let node = trie.first(codes[at] as number)
    let end = 0
    for (let to = at + 1; node !== 0; to++) {
      if (kindEnds[node] === 1) end = to
      if (to >= line.end) break
      node = trie.next(node, codes[to] as number)
    }
    // 下游厂|商: a word goes on.
    if (end === 0 || (end === at + 1 && end < line.end && lookUp(codes, at, end + 1).cost < COMMON_WORD)) continue
    // Another kind may follow at once: 建筑公司客服中心; behind a place it is another name’s.
    const start = nameStart(codes, folded, floor, at, pieces)
    const last = found.at(-1)
    if (last && last.end >= start && at - last.end <= 4 && /^\p{Script=Han}*$(?<![省市县区镇乡村])/u.test(folded.slice(last.end, at))) {
      last.end = end
      last.text = folded.slice(last.start, end)
    } else if (end - start >= LENGTH.least) {
      found.push({ start, end, text: folded.slice(start, end), line })
    }
    floor = at
    at = end - 1
  }
  return found.filter((name) => name.end - name.start >= LENGTH.least && name.end - name.start <= LENGTH.most && !COUNTED.test(name.text))
}

/** Leftwards to a mark, a piece of the headline, or the place that the name begins with. */
function nameStart(codes: Uint16Array, folded: string, floor: number, at: number, pieces: Beside): number {
  let start = at
  while (start > floor && at - start < LENGTH.most && classOf[codes[start - 1] as number] === CLASS.han) {
    if (codes[start - 1] === 0x7684 || codes[start - 1] === 0x4e86) break
    if (pieces.ending.has(start)) break
    start--
  }
  const place = /(?:\p{Script=Han}{2,3}(?:市|省|县|区)|\p{Script=Han}{0,2}某某|某{2,})/u.exec(folded.slice(start, at))
  // XX市: a place that is nobody’s.
  const blanks = /[市县省区]/.test(folded[start] ?? '')
    ? (/[X*○]{1,2}$/i.exec(folded.slice(Math.max(floor, start - 2), start))?.[0].length ?? 0)
    : 0
  if (!place || place.index === 0) return start - blanks
  // 深圳宝安某某…: a place before the place.
  let from = start + place.index
  // 苏州吴中区: the district begins inside the city.
  if (lookUp(codes, from - 1, from + 1).tag === TAG.place) from--
  // 判决|衡州市, 把|湛江市: the city begins behind a word.
  else if (from > start && LONG_PLACE.test(place[0]) && lookUp(codes, from, from + 3).tag !== TAG.place)
    if (lookUp(codes, from - 1, from + 1).tag === TAG.verb || GOVERNS.test(folded[from] as string)) from++
  while (from - 2 >= start && lookUp(codes, from - 2, from).tag === TAG.place) from -= 2
  return from
}

function judge(
  document: Document,
  name: Span & { text: string },
  line: Line,
  count: number,
  pieces: Beside,
): { score: number; evidence: string[]; tied: boolean } {
  const { folded, codes } = document
  const evidence: string[] = []
  let score = WEIGHT.prior
  const firm = isKindOfFirm(codes, name)
  const afterPiece = pieces.ending.has(name.start) || pieces.starting.has(name.end)
  const before = pieces.ending.get(name.start)?.start ?? name.start
  let after = name.end
  for (let piece = pieces.starting.get(after); piece; piece = pieces.starting.get(after)) after = piece.end
  const mark = folded[markBefore(folded, line, before)] ?? ''
  const opens = before === line.start || /[,。!?;:]/.test(mark)
  const closes = after >= line.end || /[,。!?;:]/.test(folded[after] as string)
  const endsSentence = before > line.start && /[。!]/.test(mark) && (after >= line.end || /[。!]/.test(folded[after] as string))
  const nameless = /某某/.test(name.text)
  if (nameless) {
    score += WEIGHT.placeholder
    evidence.push('with 某某 for a name')
  }
  if (count > 1) {
    score += WEIGHT.repeated
    evidence.push(`repeated ${count} times`)
  }
  const behind = firm && !closes ? segment(codes.subarray(after, Math.min(line.end, after + CONTEXT))) : null
  const sure = LOOSE_BEHIND.test(folded.slice(after, after + 3))
  if (endsSentence || (opens && closes && afterPiece)) {
    score += WEIGHT.alone
    evidence.push('as a sentence without a verb')
  } else if (
    behind !== null &&
    !OWN_NAME.test(folded.slice(after, after + LONGEST_OWN_NAME)) &&
    (opens || /的/.test(folded[before - 1] as string)) &&
    !actsThen(behind, folded.slice(after, after + CONTEXT)) &&
    !ITS_OWN.test(folded.slice(after, after + 2)) &&
    !OWN_STAFF.test(folded.slice(after, after + LONGEST_STAFF)) &&
    !ONE_WORD.test(folded.slice(after, after + LONGEST_STAFF)) &&
    (sure || MAYBE_LOOSE_BEHIND.test(folded.slice(after, after + 3)) || opensClause(behind))
  ) {
    // A firm that is told of comes back in a sentence that needs it, or for short.
    score += sure || count > 1 ? WEIGHT.loose : WEIGHT.maybeLoose
    evidence.push('before words that do not take it for their subject')
  } else if (!opens && !closes) {
    // 质疑|某公司|偷工减料: it may be the object of a verb.
    score += WEIGHT.torn + (tagBefore(codes, Math.max(line.start, before - CONTEXT), before) === TAG.verb ? WEIGHT.object : 0)
    evidence.push('between two words that belong together')
  }
  // News name great firms by their city too, but not their shops.
  if (PLACE.test(name.text) || (firm && !FIRM.test(name.text))) score += WEIGHT.place
  if (tradePattern.test(name.text)) score += WEIGHT.trade
  if (/(?:有限公司|服务中心|客服中心)$/.test(name.text)) score += WEIGHT.longKind
  if (!sharesWords(codes, folded, name)) {
    score += WEIGHT.foreign
    evidence.push('foreign to the rest of the text')
  }
  const tiedBefore = before > line.start && TIED_BEFORE.test(folded.slice(Math.max(line.start, before - LONGEST_TIE), before))
  // 签约的|某公司|却不见了踪影: who is described, and what was done.
  const described = folded[before - 1] === '的' && ACTS.test(folded.slice(after, after + 2))
  const tiedAfter =
    after < line.end &&
    !/^在\p{Script=Han}{1,6}(?:看来|眼中|眼里)/u.test(folded.slice(after, after + 9)) &&
    TIED_AFTER.test(folded.slice(after, after + 2))
  const institution =
    !FIRM.test(name.text) &&
    (GOVERNED.test(folded.slice(Math.max(line.start, before - LONGEST_GOVERNED), before)) || MEMBER.test(folded.slice(after, after + 3)))
  // 快递柜公司“蜂箱”的负责人: what it is called.
  const called = OWN_NAME.exec(folded.slice(after, after + LONGEST_OWN_NAME))
  const owns = called !== null && folded[after + called[0].length] === '的'
  const tied =
    owns ||
    tiedBefore ||
    tiedAfter ||
    described ||
    institution ||
    (!nameless && holdsPredicate(codes.subarray(name.start, name.end), name.text))
  if (tied) score += WEIGHT.tied
  return { score, evidence: evidence.length > 0 ? evidence : ['with no tie to its sentence'], tied }
}

/** Where the mark stands that ends what is before an offset: ahead of the marks that close a quote, -1 where nothing does. */
function markBefore(folded: string, line: Line, offset: number): number {
  let at = offset - 1
  if (at > line.start && /[”’」』]/.test(folded[at] as string)) at--
  return at >= line.start ? at : -1
}

/** 他起诉建筑公司: whether a subject and a verb stand before the trade; a verb behind a place is a brand: 上海开心搬家公司. */
function holdsPredicate(codes: Uint16Array, name: string): boolean {
  const trade = tradePattern.exec(name)?.index ?? name.length
  const { length, tag } = segment(codes)
  let place = true
  for (let at = 0; at < trade; at += length[at] || 1) {
    if (tag[at] === TAG.pronoun) return true
    // 中标单位|为|苏州…
    if (length[at] === 1 && at >= LEAST_SUBJECT && IS.test(name[at] as string)) return true
    if (tag[at] === TAG.verb && length[at] === 2 && at > 0 && at + 2 <= trade && !place) return true
    place = tag[at] === TAG.place || /[市县区镇]/.test(name[at + (length[at] || 1) - 1] as string)
  }
  return false
}

/** Whether the trade part of a name stands elsewhere in the text. */
function sharesWords(codes: Uint16Array, folded: string, name: Span & { text: string }): boolean {
  const trade = tradePattern.exec(name.text)
  if (!trade) return false
  let at = folded.indexOf(trade[0])
  for (let tries = 0; at >= 0 && tries < 12; tries++) {
    const from = Math.max(0, at - (trade.index as number))
    if (!overlaps({ start: at, end: at + 1 }, name) && folded.slice(from, from + name.text.length) !== name.text && codes.length > 0)
      return true
    at = folded.indexOf(trade[0], at + 1)
  }
  return false
}
