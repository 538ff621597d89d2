/** The clauses of a Chinese sentence, and whose subject each has. */
import { unitSet } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from '../4-names/article.ts'
import { COUNTRY_CHARACTERS, GOVERNS } from '../4-names/chinese-phrases.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import { COUNTRIES } from '../4-names/name-evidence.ts'
import type { Quotation } from './marks.ts'

/** Prepositions whose object is no subject. */
const PREPOSITION =
  /(?:对|向|与|和|同|跟|被|把|将|给|为|于|关于|至于|针对|随着|除|除了|关于|跟随|陪同|受|让|令|使|包括|面对|按照|根据|即|代替|替|比|作为|询问|采访|接受|邀请|找到|联系|安慰|劝慰|宽慰|开导|劝|骂|责怪|通过|围绕|谈到|提到|谈及|问及|问到|被问)$/
/** Behind an object of 在: 在记者采访时, 在总统访问期间. */
const TIME_FRAME = /(?:里|时|后|前|中|期间|之际|上|下|过程中|之后|之前)$/
/** Words that open a clause and belong to no subject. */
const CONNECTIVE =
  /^(?:(?:也|还|另|亦|更|曾)?有(?!关)|对此|不过|但是?|然而|而|此外|另外|同时|目前|随后|日前|近日|昨天|昨日|今天|当天|当日|其中|因此|所以|据悉|至于|后来|最后|事后|会后|为此|于是|如今|现在|此前|之后|其后)/
/** What stands between a subject and its verb. */
const BETWEEN =
  /(?:(?:\d{1,2}月)?\d{1,2}日|[上本]?周[一二三四五六日]|星期[一二三四五六日天]|昨[天日]|今[天日]|前天|当天|当日|近日|日前|早前|此前|随后|事后|会后|当场|公开|明确|再次|多次|首次|正式|也|则|还|都|又|已经?|曾|均|就此|对此|对外|在[^,在]{1,12}[中上时里后前]|下午|上午|晚间?|晚上|凌晨|紧急|书面|联合|在(?:[^,在]{1,8}(?:微博|公众号|官网|网站|平台)|(?:个人|官方)?(?:微博|脸书|推特|抖音|小红书|朋友圈|社交媒体|社交平台)上?)|(?:发布|发表)[^,]{0,6}(?:声明|公告|通报|消息))$/
/** Behind the name of a firm: (688001.SH). */
const CODE = /\((?:证券代码|股票代码)?[A-Za-z\d.:, ]{2,20}\)$/
const NO_SUBJECT =
  /^(?:同时|此外|另外|后来|最后|首先|其次|会上|会后|文中|他们|她们|自己|大家|并|还|也|进一步|接着|再次|一是|二是)$|^(?:后|又|再|一度|随后)/
/** Others than who spoke before. */
const OTHERS = /^[也亦但而却]还?有(?:人|[^,。“]{0,4}(?:网友|粉丝|市民|读者|观众|家长|学生|居民|村民|业内人士|专家|学者|媒体))/
/** What tells that somebody does not answer. */
const REACTS =
  /^(?:则|却|也|都|均|当场|随即|最终|对此)?(?:拒绝(?:了|(?:作?出?)?(?:回应|置评|评论|接受采访))|婉拒|回绝|(?:未|没有?|不愿|不予|未予)(?:作?出?)?(?:直接|正面|公开)?(?:回应|置评|评论|回复)|笑而不语|一言不发|沉默不语|摇了?摇头|点了?点头)/
/** Marks between clauses. */
const PARTS = unitSet(',;:')
/** Somebody counted and not yet described. */
export const COUNTED = /(?:一|两|几|多|另一)[位名个]$/
/** By what means something is told. */
const THROUGH = /通过[^,。:]{0,8}$/
/** Where something is published. */
const SITE = /(?:微博|公众号|官网|网站|网|博客|平台|账号|朋友圈|社交媒体|论坛|推特|脸书|频道)$/
/** 站长所在, 公司所属: what describes somebody else. */
const BELONGS = /^所[在属任带]|^之一|^(?:主要|第一|通讯|共同|联合)?(?:作者|撰写者|起草人|执笔人|牵头人)/
/** Who spoke says no more: 他称……,但他拒绝透露细节. */
const SAYS_NO_MORE =
  /^(?:但|不过|然而|可)?[他她](?:们)?(?:仍|依然|并|还是)?(?:拒绝|婉拒|(?:没有?|未|不愿|并未)(?:进一步|详细|具体)?(?:透露|说明|给出|提供|解释|回答|回应))|^(?:但|不过|然而)(?:没有?|未|并未)(?:进一步|详细|具体)?(?:透露|说明|给出|提供|解释)|^[他她](?:们)?(?:不同意|不赞成|不认同|答不上来|不知道怎么(?:回答|说)|没(?:有)?(?:说话|吭声|作声)|愣住|沉默)|^\p{Script=Han}{1,8}?(?:方|方面|一方)?(?:尚未|暂未|至今未|迄今未|没有|未)(?:就此|对此)?(?:作出|做出|予以|公开)?(?:任何)?(?:回应|置评|表态|答复)。$/u
/** In UTF-16 units. */
const LONGEST_BELONGING = 5
const HAN = /\p{Script=Han}/u
/** A subject stands at most this many clauses before its verb. */
const CLAUSES_BACK = 12
/** In UTF-16 units, with the verb. */
const LONGEST_COUNTED = 12
/** Some of many are counted. */
const EXISTS = /有([一二两三四五六七八九十百\d多数几][^,:“”的有]{2,8})$/
/** Words that make a clause of nouns. */
const TELLS: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb, TAG.preposition, TAG.pronoun, TAG.conjunction])
/** What a subject is followed by. */
const ACTS: ReadonlySet<number> = new Set([TAG.verb, TAG.adverb])
/** 截至记者发稿时: the writer. */
const WRITES = /^(?:发稿|截稿)/
/** What stands ahead of a subject in its clause is no longer than this, in UTF-16 units. */
const LONGEST_AHEAD = 6
/** A name that the dictionary lacks, with what it names, in UTF-16 units. */
const LEAST_NAME = 4
/** What the last word of a noun phrase is. */
const ENDS_PHRASE: ReadonlySet<number> = new Set([TAG.noun, TAG.organization, TAG.place, TAG.none, TAG.foreignName, TAG.person])
/** What an office ends with. */
const OFFICE = /[会党团盟]/
/** What a place of work ends with. */
const WORKPLACE = /[站所处部组队店厂局院馆社室办团]/
/** A subject that nothing is known of is short. */
const LONGEST_SUBJECT = 14
/** An adverb between a subject and its verb is no longer than this, in UTF-16 units. */
const LONGEST_ADVERB = 3
/** What stands between an office and one of its departments, in UTF-16 units. */
const LONGEST_OFFICE = 10
/** Prepositions behind which a hearer stands, however he is described: 向前来采访的记者表示. */
const HEARER = /[对向给跟与和把被让为]/
/** What describes a hearer before his name. */
const HEARS = /(?:[对向]|安慰|劝|骂)[^,。:;“”]{1,16}的$/
/** Between an office and the name that it belongs to stand at most so many UTF-16 units. */
const LONGEST_APPOSITION = 8
/** When and how two act together. */
const TOGETHER =
  /^(?:(?:\d{1,2}月)?\d{1,2}日|[上本]?周[一二三四五六日]|[今昨前]天|近日|日前|当[天日晚]|此前|随后|双方|联合|共同|联手|分别|先后|一致|相互|互相|双双|均|都|也|则|还)*$/
/** When somebody speaks: 在接受本报采访时. */
const OCCASION = /^[则也还]?(?:在|于|接受)[^,“”]{2,16}[时后中上里]?$/
/** What somebody is or does, before 的 and the name. */
const LONGEST_DESCRIPTION = 20

/** What an office has somebody for. */
const IN_CHARGE = /^(?:负责|主管|分管|主持)[^,。:;“”]{2,14}的$/
const HAS_SOMEBODY = /^[上里中内](?:[也还则都便就])?有/
/** A part of a sentence between commas, semicolons and colons. */
export interface Clause extends Span {
  /** Its number in the sentence. */
  index: number
  mentions: Mention[]
}

/** “…；廖美惠则主张…”, “…，也有人不买账”: somebody else is spoken of from here on. */
export function changesSubject(article: Article, clause: Clause): boolean {
  if (clause.index > 0 && OTHERS.test(article.folded.slice(clause.start, clause.end))) return true
  if (article.folded[clause.start - 1] !== ';') return false
  const subject = clauseSubject(article, clause, clause.end)
  return subject?.kind === 'person' && subject.form === 'name' && subject.outerStart === clause.start
}

/** 她称央行“……”,行长拒绝回应: the report ends where somebody else does not answer it. */
export function reacts({ folded }: Article, { start, end, mentions }: Clause): boolean {
  if (folded[start - 1] !== ',') return false
  if (SAYS_NO_MORE.test(folded.slice(start, end))) return true
  const who = mentions.find((mention) => mention.outerStart - start <= LONGEST_ADVERB && mention.kind !== 'unknown')
  return who !== undefined && who.form !== 'pronoun' && REACTS.test(folded.slice(who.outerEnd, end))
}

/** Cuts a sentence outside its marks and brackets, and behind each utterance in it. */
export function splitClauses(
  folded: string,
  bracketed: Uint8Array,
  sentence: Span,
  spoken: readonly Mention[],
  inside: readonly Quotation[],
): Clause[] {
  const clauses: Clause[] = []
  let start = sentence.start
  let nextQuotation = 0
  let nextMention = 0
  for (let at = sentence.start; at <= sentence.end; at++) {
    while (nextQuotation < inside.length && (inside[nextQuotation] as Quotation).outerEnd <= at) nextQuotation++
    const quotation = inside[nextQuotation]
    if (quotation && at >= quotation.outerStart && at < quotation.outerEnd) {
      at = Math.min(quotation.outerEnd, sentence.end) - 1
      // “…。”周敏说: a new clause begins behind an utterance.
      if (at + 1 < sentence.end && /\s/.test(folded[at + 1] as string)) at++
      if (at + 1 >= sentence.end || !/[。!?…]/.test(folded[quotation.end - 1] as string) || !HAN.test(folded[at + 1] as string)) continue
    } else if (at < sentence.end && (!PARTS.has(folded.charCodeAt(at)) || bracketed[at] === 1)) continue
    const end = Math.min(at + 1, sentence.end)
    if (end > start) {
      const mentions: Mention[] = []
      while (nextMention < spoken.length && (spoken[nextMention] as Mention).start < end) {
        const mention = spoken[nextMention++] as Mention
        if (mention.start >= start && mention.end <= end) mentions.push(mention)
      }
      clauses.push({ index: clauses.length, start, end, mentions })
    }
    start = end
  }
  return clauses
}

/**
 * @param article the clean article
 * @param clause a clause
 * @param limit a place inside it
 * @param reach so far may he stand ahead of it, in UTF-16 units
 * @returns who does something to the subject there: 编导被观众告白, 市长遭议员消遣
 */
export function passiveAgent({ folded }: Article, { mentions }: Clause, limit: number, reach: number): Mention | undefined {
  return mentions.findLast(
    ({ outerStart, outerEnd, end }) => end <= limit && limit - outerEnd <= reach && /[被遭]/.test(folded[outerStart - 1] ?? ''),
  )
}

/** The first mention of a clause that can be its subject. */
export function clauseSubject(article: Article, clause: Clause, limit: number): Mention | null {
  const { folded } = article
  let weak: Mention | null = null
  for (const [index, mention] of clause.mentions.entries()) {
    if (mention.end > limit) break
    const before = folded.slice(Math.max(clause.start, mention.outerStart - 4), mention.outerStart)
    if (PREPOSITION.test(before)) {
      // 与…一同, 和…: the other subject stands before; 对…说: the hearer.
      continue
    }
    if (
      (folded[mention.outerEnd] === '的' || BELONGS.test(folded.slice(mention.outerEnd, mention.outerEnd + LONGEST_BELONGING))) &&
      mention.outerEnd < limit - 1
    )
      continue
    // 平台上也有网友留言: a place, and who is there.
    if (HAS_SOMEBODY.test(folded.slice(mention.outerEnd, Math.min(limit, mention.outerEnd + LONGEST_ADVERB)))) continue
    const next = clause.mentions[index + 1]
    // 委员会负责工业战略的副主席塞茹尔: where somebody is in charge of something.
    if (
      mention.kind === 'organization' &&
      next?.kind === 'person' &&
      next.role !== null &&
      next.end <= limit &&
      IN_CHARGE.test(folded.slice(mention.outerEnd, next.outerStart))
    )
      continue
    // 在省会汽车站，返乡的工人……; 在公园遛弯的司机: where something is done.
    // 在官方微博发布声明, 在社交媒体上写道: a site is where it is said, with 上 or without.
    if (
      before.endsWith('在') &&
      (mention.outerEnd + 1 >= clause.end ||
        (next && next.kind === 'person' && next.end <= limit && folded.slice(mention.outerEnd, next.outerStart).includes('的')) ||
        SITE.test(folded.slice(mention.start, mention.end)))
    )
      continue
    // 通过网上的留言平台回应
    if (
      SITE.test(folded.slice(mention.start, mention.end)) &&
      THROUGH.test(folded.slice(Math.max(clause.start, mention.outerStart - LONGEST_DESCRIPTION), mention.outerStart))
    )
      continue
    if (
      /在[^,]{0,12}$/.test(folded.slice(clause.start, mention.outerStart)) &&
      TIME_FRAME.test(/^[时后前中上下际间里]{0,6}/.exec(folded.slice(mention.outerEnd, limit))?.[0] ?? '')
    ) {
      // 在微博上: a place where something is said.
      if (mention.kind !== 'organization' || folded[mention.outerEnd] !== '上') weak ??= mention
      continue
    }
    // 她对排队的工人们说: a hearer, however he is described.
    if (
      mention.form === 'description' &&
      HEARS.test(folded.slice(Math.max(clause.start, mention.outerStart - LONGEST_DESCRIPTION), mention.outerStart))
    )
      continue
    // 其|律师, 其|经纪公司: who belongs to somebody; 代表|控方的律师: who acts for somebody.
    const beside = next?.outerStart === mention.outerEnd && next.end <= limit
    const written = folded.slice(mention.start, mention.end)
    if (
      beside &&
      ((mention.form === 'pronoun' && (next.form === 'description' || next.outerStart < next.start)) ||
        written === '其' ||
        written === '代表')
    )
      continue
    // 一位带着孩子来的观众: what was counted stands behind its description.
    if (next && next.end <= limit && isCounted(folded, mention, next)) {
      // 一位不愿具名的高管 is told with his description.
      const whole = withCount(folded, mention, next)
      if (whole !== next) return whole
      weak ??= mention
      continue
    }
    // 曾在银行工作的季女士认为: whoever stands before 的 tells who it is that acts, unless that one is spoken to.
    if (
      next &&
      (next.kind !== 'organization' || next.form === 'name') &&
      (mention.form === 'description' || mention.kind !== 'person' || next.form === 'pronoun') &&
      next.end <= limit &&
      folded[next.outerStart - 1] === '的' &&
      isRightBefore(folded, next.outerEnd, limit) &&
      !HEARER.test(folded.slice(clause.start, next.outerStart))
    )
      continue
    if (next?.kind === 'person' && next.form === 'name' && next.end <= limit) {
      const close = isRightBefore(folded, next.outerEnd, limit)
      // 市中医院治未病科主任戎百草提醒: where somebody works, of whom nothing but his office stands between.
      const worksThere =
        (mention.kind === 'organization' || mention.form === 'description') &&
        (close || ACTS.has(article.words.tag[next.outerEnd] as number)) &&
        (next.outerStart - mention.outerEnd <= LONGEST_ADVERB || (close && isOffice(article, mention.outerEnd, next.outerStart))) &&
        (next.role !== null || hasNouns(article, mention.outerEnd, next.outerStart))
      // 里奥布兰科同行萨拉萨尔则表示: of two names with nothing but nouns between the last one acts.
      const comesThence =
        mention.kind === 'person' && mention.form === 'name' && close && hasNouns(article, mention.outerEnd, next.outerStart)
      if (worksThere || comesThence) continue
    }
    // 奥尔纳《每日信使报》: a country and its paper.
    if (next && next.end <= limit && folded[mention.outerEnd] === '《' && next.outerStart === mention.outerEnd) continue
    // 智库“两党研究所”研究员霍金斯: what has a name in marks, and somebody of it right behind.
    if (
      next &&
      next.end <= limit &&
      folded[mention.outerEnd] === '“' &&
      next.outerStart - mention.outerEnd <= LONGEST_DESCRIPTION &&
      /”的?$/.test(folded.slice(next.outerStart - 2, next.outerStart))
    )
      continue
    // 首席代表、该国商务大臣诺伍德; 加盟商、曾在银行工作的季女士: the office stands before the name.
    if (mention.form === 'description' && folded[mention.outerEnd] === '、') {
      const named = clause.mentions
        .slice(index + 1, index + 3)
        .find(({ kind, form, outerEnd }) => kind === 'person' && form === 'name' && folded[outerEnd] !== '的')
      const between = named ? folded.slice(mention.outerEnd, named.outerStart) : ''
      if (named && named.end <= limit && between.length <= (between.endsWith('的') ? LONGEST_DESCRIPTION : LONGEST_APPOSITION)) return named
    }
    return joint(article, mention, next, limit) ?? mention
  }
  return weak
}

/** 一位|带着孩子来的|观众: whether somebody is counted and then told by what he is. */
function isCounted(folded: string, count: Mention, head: Mention): boolean {
  return folded[head.start - 1] === '的' && COUNTED.test(folded.slice(count.start, count.end))
}

/**
 * @param folded the folded text
 * @param before the mention before one
 * @param mention the mention
 * @returns it with what stands ahead of it, where it is counted there and told by what he is: 一位不愿具名的高管; else itself
 */
export function withCount(folded: string, before: Mention | undefined, mention: Mention): Mention {
  if (!before || mention.form !== 'description' || !isCounted(folded, before, mention)) return mention
  return mention.end - before.start <= LONGEST_DESCRIPTION ? { ...mention, ...bare({ start: before.start, end: mention.end }) } : mention
}

/** 鲸屿科技与竞争对手蓝脊半导体联合宣布: two who speak together; null where the second one only stands beside the first. */
function joint(article: Article, first: Mention, second: Mention | undefined, limit: number): Mention | null {
  const { folded } = article
  if (!second || second.end > limit || first.form === 'pronoun' || second.form === 'pronoun' || first.kind === 'unknown') return null
  const between = folded.slice(first.outerEnd, second.outerStart)
  const beside =
    /^[与和及]$/.test(between) ||
    (/^[与和及]\p{Script=Han}{2,4}$/u.test(between) &&
      (/(?:对手|伙伴|同行)$/.test(between) || hasNouns(article, first.outerEnd + 1, second.outerStart)))
  if (!beside || !TOGETHER.test(folded.slice(second.outerEnd, limit))) return null
  const span = { start: first.start, end: folded[second.end] === '”' ? second.outerEnd : second.end }
  return { ...bare(span), outerStart: first.outerStart, outerEnd: second.outerEnd, kind: 'group', role: null, form: 'name' }
}

/** Nothing but an adverb or an occasion stands between a mention and what it does: 他|则|说, 他|在接受本报采访时|说. */
function isRightBefore(folded: string, end: number, limit: number): boolean {
  return limit - end <= LONGEST_ADVERB || OCCASION.test(folded.slice(end, limit))
}

/** 中场|核心|莫雷诺: whether nothing but nouns stands between two places. */
function hasNouns({ words, folded }: Article, start: number, end: number): boolean {
  if (start >= end || !/^\p{Script=Han}+$/u.test(folded.slice(start, end))) return false
  for (let at = start; at < end; at++) if ((words.length[at] as number) > 0 && words.tag[at] !== TAG.noun) return false
  return true
}

/** 体育总局|自行车|击剑|运动管理中心部长尤振声: whether what stands between two places may be a part of an office. */
function isOffice({ words, folded }: Article, start: number, end: number): boolean {
  if (end - start > LONGEST_OFFICE || !/^\p{Script=Han}+$/u.test(folded.slice(start, end))) return false
  for (let at = start; at < end; at++) {
    const length = words.length[at] as number
    const works = words.tag[at] === TAG.verb && length === 2 && !GOVERNS.test(folded.slice(at, at + length))
    if (length > 0 && words.tag[at] !== TAG.noun && !works) return false
  }
  return true
}

/** A country or a place as the speaker, right before the cue: 乌称, 中国表示. */
export function placeBefore(article: Article, from: number, at: number): Mention | null {
  let end = at
  while (end > from && /[也则还均又曾已将都再方面]/.test(article.folded[end - 1] as string) && at - end < 4) end--
  let start = end - 1
  while (start > from && article.words.length[start] === 0) start--
  if (start < from || end <= start) return null
  const single = end - start === 1 && COUNTRY_CHARACTERS[article.codes[start] as number] === 1
  if (!single && article.words.tag[start] !== TAG.place && !COUNTRIES.has(article.folded.slice(start, end))) return null
  // 3日称: a day, no country.
  if (single && start > from && /[\p{Script=Han}\d]/u.test(article.folded[start - 1] as string)) return null
  return { ...bare({ start, end }), kind: single ? 'group' : 'organization', role: null, form: 'name' }
}

/** A noun phrase that nothing is known of, from the beginning of the clause to its cue: 星瀚微电子周一发布公告称. */
export function phraseBefore(article: Article, clause: Clause, at: number): Mention | null {
  const written = article.folded.slice(clause.start, at)
  const start = clause.start + (/^\s*/.exec(written)?.[0].length ?? 0) + (CONNECTIVE.exec(written.trimStart())?.[0].length ?? 0)
  let end = at
  for (let count = 0; count < 4 && end > start; count++) {
    const between = BETWEEN.exec(article.folded.slice(start, end)) ?? CODE.exec(article.folded.slice(start, end))
    if (!between) break
    end -= between[0].length
  }
  const phrase = article.folded.slice(start, end)
  if (phrase.length < 2 || phrase.length > LONGEST_SUBJECT || !/^[\p{Script=Han}A-Za-z0-9·]+$/u.test(phrase) || NO_SUBJECT.test(phrase))
    return null
  // 配送|站: where something is done; 数位人权|会: an office that no lexicon has.
  const last = article.folded[end - 1] as string
  const office = phrase.length >= LEAST_NAME && OFFICE.test(last) && article.words.length[end - 1] === 1
  const workplace = end - start > 2 && article.words.length[end - 3] === 2 && WORKPLACE.test(last)
  const until = workplace ? end - 3 : office ? end - 1 : end
  let word = end - 1
  while (word > start && article.words.length[word] === 0) word--
  const tag = article.words.tag[word] as number
  if (!workplace && !office && !ENDS_PHRASE.has(tag)) return null
  // A verb inside makes it a clause.
  for (let place = start; place < until; place++)
    if (
      (article.words.length[place] as number) > 0 &&
      (TELLS.has(article.words.tag[place] as number) || article.words.tag[place] === TAG.particle) &&
      // 瑞和国际, 恒驰电池: inside a name that the dictionary lacks.
      !(article.words.length[place] === 1 && place === start + 1 && end - start >= LEAST_NAME)
    )
      return null
  return { ...bare({ start, end }), kind: 'organization', role: null, form: 'name' }
}

/** 已有六个地市宣布……: those who are said to be, right before the cue. */
export function existing({ folded, words }: Article, clause: Clause, at: number): Mention | null {
  const found = EXISTS.exec(folded.slice(Math.max(clause.start, at - LONGEST_COUNTED), at))
  if (!found) return null
  const start = at - (found[1] as string).length
  for (let place = start; place < at; place++) if ((words.length[place] as number) > 0 && TELLS.has(words.tag[place] as number)) return null
  return { ...bare({ start, end: at }), kind: 'group', role: null, form: 'description' }
}

/** The subject of an earlier clause of the sentence, the nearest first. */
export function earlierSubject(article: Article, clause: Clause, clauses: readonly Clause[]): Mention | null {
  const index = clause.index
  const first = Math.max(0, index - CLAUSES_BACK)
  for (let at = index - 1; at >= first; at--) {
    const earlier = clauses[at] as Clause
    const subject = clauseSubject(article, earlier, earlier.end)
    if (!subject || subject.outerStart - earlier.start > LONGEST_AHEAD || WRITES.test(article.folded.slice(subject.outerEnd, earlier.end)))
      continue
    // 否认了有关总统…的报道, 不忘抱怨裁判: an object.
    const object =
      /[了过着](?:[一几两]?[条篇个段则封张份])?$/.test(article.folded.slice(earlier.start, subject.outerStart)) ||
      isGoverned(article, earlier.start, subject.outerStart)
    if (!object) return subject
  }
  for (let at = index - 1; at >= first; at--) {
    const earlier = clauses[at] as Clause
    const subject = clauseSubject(article, earlier, earlier.end)
    if (subject && subject.kind === 'person' && !isGoverned(article, earlier.start, subject.outerStart)) return subject
  }
  return null
}

/** Whether a verb of two characters stands right before a place, in its clause. */
function isGoverned({ words }: Article, start: number, at: number): boolean {
  return at - start >= 2 && words.length[at - 2] === 2 && words.tag[at - 2] === TAG.verb
}

/**
 * @param folded the folded text
 * @param at a place
 * @returns the place before the commas, colons and blanks that end there
 */
export function trimEnd(folded: string, at: number): number {
  let end = at
  while (end > 0 && /[,;:\s]/.test(folded[end - 1] as string)) end--
  return end
}
