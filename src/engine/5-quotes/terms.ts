/** Tells words in marks that name a thing (titles, terms, slogans, nicknames) from words in marks that somebody said. */
import type { Article } from '../4-names/article.ts'
import type { Quotation } from './marks.ts'

/** Words before a mark that introduce a name: so-called, named, titled … */
const NAMING_BEFORE =
  /(?:所谓的?|名为|自称|叫[他她它]|叫做?|叫作|一[套种项款类批]|(?:[两三四五六七八九十几\d]|多)[套种项款类批道场届期]|称为|称之为|称作|被称|号称|俗称|简称|人称|试行|题为|主题[为是]|代号|取名|命名为|誉为|评为|荣获|获评|喻为|视为|当作|冠以|打造|推出|实施|开展|上演|名叫|入选|申报|创建|成立|so-called|dubbed|called|titled|entitled|named|nicknamed|known as|the (?:film|book|song|show|movie|novel|series|album|play))[的了]?\s?$/i
/** What has a name of its own, right before it: 台风“海燕”, 环保团体“绿岸”. */
const NAMED =
  /(?:党|政党|反对派|团体|组织|品牌|乐队|乐团|基金会|协会|平台|项目|计划|专辑|歌曲|电影|影片|电视剧|剧集|纪录片|话剧|小说|游戏|软件|应用|栏目|节目|账号|公众号|网名|昵称|客轮|货轮|渔船|邮轮|军舰|航母|台风|飓风|卫星|火箭|飞船|探测器|机器人|餐厅|酒吧|书店|超市|小区|商场|景区|品种|系统|模型|法案|行动|工程|影评人|博主|网民|用户|主播)$/
/** Ahead of a mark: what was named before. */
const POINTED_AT = /(?:[这那][部本首支款家个座篇]|[该此])[^,。“]{0,4}$/
/** Words behind a mark that the name belongs to. */
const NAMED_AFTER =
  /^(?:计划|规则|玩法|条款|行动|工程(?!师)|项目|号|机制|模式|活动|战略|奖|杯|称号|理念|主题|专题|专项|专案|报告|纲要|草案|提案|决议|白皮书|展|系列|政策|经济|现象|清单|效应|大赛|论坛|峰会|比赛|节|品牌|平台|系统|品种|小区|公司|集团|组织|运动|制度|原则|倡议|协议|方案|概念|专区|专场|栏目|节目|一词|二字|三字|四字|字样|标志|的称号|的美誉|之称|之名|课|为由|为名|为噱头|为借口|为诱饵|的名义|评级|形式|形态|状态|属于|路线|通道|一类|之类|这类|那类|等字眼|等词|联合演习|演习|(?:战术)?集群|部队|战区|舰队|的?(?:表格|标签|牌子|招牌|横幅)|这一称号|这一名称|这一概念|这一头衔|这个称号|这个名字|这个词|\([A-Za-z])/
/** So many characters, which somebody says or which are told of. */
const COUNTED = /^[这那]?[俩两几三四]个?字/
const SPOKEN = /[说喊道回写问答][出了下]?$/
/** “百分百”“包落户”等字眼: what a list of words in marks is called, in UTF-16 units. */
const LISTED = /^(?:[、和及]?“[^“”]{1,12}”){1,4}(?:等字[眼样]|等词|字样|等标签|等称号|等关键词|等口号)/
const LONGEST_LIST = 66
/** “天澜集团”: an office by its last word. */
const OFFICE = /\p{Script=Han}(?:集团|公司|银行|协会|联盟|委员会|大学|医院|基金会|工作室|俱乐部)$/u
/** “立法院”, “经济部长”: institutions that the writer does not recognise. */
const UNRECOGNISED = /^(?:国会|内阁|阁揆|立委|副?总统府?|\p{Script=Han}{1,4}(?:院长?|部长?|署长?|委员会|主委))$/u
/** A ship, a satellite by its number, and what it is. */
const SHIP = /号$/
const VESSEL = /^(?:[轮船舰艇]|客轮|货轮|渡轮|邮轮|渔船|游轮|飞船|卫星|火箭|列车|专列|潜艇|探测|空间站)/
/** Whose meeting it is. */
const MEETING = /^(?:领导人|外长|首脑|部长|总理|元首|国家|成员国|央行行长)?(?:峰会|会议|会晤|论坛|对话|机制|集团)/
const LONGEST_MEETING = 6
/** 不搞“大水漫灌”, 不等于“放水”: a catchword that is turned down. */
const TURNED_DOWN = /(?:不搞|不是|不等于|并非|严禁|杜绝|防止|避免|告别|拒绝|反对|警惕|谨防|整治|破除)$/
/** “3·21”火灾, “7·17沉船”事故: what happened is known by its day. */
const DAY = /^\d{1,2}[·.]\d{1,2}[^,。]{0,8}$/
/** Longest catchword, in UTF-16 units. */
const LONGEST_CATCHWORD = 6
/** 不支持“……”的说法: nobody's words in particular. */
const DOUBT_BEFORE = /(?:不支持|否定|反驳|驳斥|不认同|不同意|流传|针对|关于|所谓|对)$/
/** 「…」专案报告: what is written and has a title of any length. */
const TITLED_PAPER = /^(?:专案|专题|实施|行动|工作)?(?:报告|方案|纲要|草案|计划|条例|法案|提案|决议|白皮书|通知|意见|办法)(?!书?[称说指中])/
const LONGEST_PAPER = 7
/** A Chinese term is short; a longer run of words in marks is an utterance. In UTF-16 units. */
const LONGEST_TERM = 12
/** What stands in marks so often is a term of the article. */
const KEPT = 3

/** One word with a capital is no title by itself. */
const LEAST_TITLE = 2
/** In UTF-16 units, with the space ahead and behind. */
const LONGEST_STATION = 10
/** A broadcaster by its letters: of 45 titles behind one in PolNeAR 41 are programmes. */
const STATION = /(?:^|[^\p{L}])\p{Lu}{2,6}['’]s $/u
/** What the words in marks are the title of, or a grade. */
const TITLED = /\b(?:en)?titled $/
const NAMED_RATING = /^ ratings?\b/

/** Judges the quotations of an article; knows which terms it keeps in marks. */
export class Terms {
  readonly #article: Article
  readonly #counts = new Map<string, number>()
  /** How terms begin and end that the article keeps in marks. */
  readonly #beginnings = new Set<string>()
  readonly #endings = new Set<string>()
  /** Words in marks that the article calls a name somewhere. */
  readonly #named = new Set<string>()

  /**
   * @param article the clean article
   * @param quotations all its quotations
   */
  constructor(article: Article, quotations: readonly Quotation[]) {
    this.#article = article
    for (const quotation of quotations) {
      const text = article.folded.slice(quotation.start, quotation.end)
      this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1)
      if (article.language.grammar === 'zh' && this.#isNamed(quotation)) this.#named.add(text)
    }
    for (const [text, count] of this.#counts) {
      if (count < KEPT || text.length > LONGEST_TERM) continue
      this.#beginnings.add(text.slice(0, 2))
      this.#endings.add(text.slice(-2))
    }
  }

  /** @returns how often the words stand in marks */
  timesOf({ start, end }: Quotation): number {
    return this.#counts.get(this.#article.folded.slice(start, end)) as number
  }

  /** @returns whether the words in marks name a thing */
  isTerm(quotation: Quotation): boolean {
    const { folded, language } = this.#article
    const text = folded.slice(quotation.start, quotation.end)
    if (language.grammar === 'en')
      return isTitle(text, LEAST_TITLE) || NAMING_BEFORE.test(folded.slice(Math.max(0, quotation.outerStart - 14), quotation.outerStart))
    if (!/[,。!?;]/.test(text) && TITLED_PAPER.test(folded.slice(quotation.outerEnd, quotation.outerEnd + LONGEST_PAPER))) return true
    if (text.length > LONGEST_TERM || /[。!?;]/.test(text)) return false
    if ((this.#counts.get(text) as number) >= KEPT) return true
    // 和平计划, 和平协议, 28点和平计划: what begins or ends as a kept term does is a variant of it.
    if (text.length >= 3 && (this.#beginnings.has(text.slice(0, 2)) || this.#endings.has(text.slice(-2)))) return true
    if (this.#named.has(text) || OFFICE.test(text) || UNRECOGNISED.test(text) || DAY.test(text)) return true
    // “惠安二号”轮
    if (SHIP.test(text) && VESSEL.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 2))) return true
    // “沿河五国”领导人峰会
    if (text.length <= LONGEST_CATCHWORD && MEETING.test(folded.slice(quotation.outerEnd, quotation.outerEnd + LONGEST_MEETING)))
      return true
    const before = folded.slice(Math.max(0, quotation.outerStart - 14), quotation.outerStart)
    if (text.length <= LONGEST_CATCHWORD && TURNED_DOWN.test(before)) return true
    return DOUBT_BEFORE.test(before) && /^的(?:说法|传闻|传言|论调|观点)/.test(folded.slice(quotation.outerEnd, quotation.outerEnd + 4))
  }

  /** @returns whether the words in marks are an English name: of a programme (ABC’s “Good Morning, Norfolk”), a title, a rating */
  isName({ start, end, outerStart, outerEnd }: Quotation): boolean {
    const { folded } = this.#article
    const before = folded.slice(Math.max(0, outerStart - LONGEST_STATION), outerStart)
    if (TITLED.test(before) || NAMED_RATING.test(folded.slice(outerEnd, outerEnd + LONGEST_STATION))) return true
    return STATION.test(before) && isTitle(folded.slice(start, end), 1)
  }

  #isNamed({ outerStart, outerEnd }: Quotation): boolean {
    const { folded } = this.#article
    const before = folded.slice(Math.max(0, outerStart - 14), outerStart)
    // 反对派“输不起”: what is said of it, and no name.
    // 称赞这部电影“……”: nor is what is said of one that was named before.
    const named = NAMED.test(before) && !/[不没未]/.test(folded.slice(outerStart, outerEnd)) && !POINTED_AT.test(before)
    if (NAMING_BEFORE.test(before) || named || NAMED_AFTER.test(folded.slice(outerEnd, outerEnd + 4))) return true
    // “小头目”三个字, but 说出“谢谢”两个字
    if (COUNTED.test(folded.slice(outerEnd, outerEnd + 4)) && !SPOKEN.test(before)) return true
    return LISTED.test(folded.slice(outerEnd, outerEnd + LONGEST_LIST))
  }
}

/** “Fox and Friends,” “All Bets Are Off.”: every word of weight has a capital, and there are so many at least. */
function isTitle(text: string, least: number): boolean {
  const words = text
    .replace(/[^\p{L}\p{N}\s'’-]/gu, '')
    .split(/\s+/)
    .filter((word) => !/^(?:a|an|the|of|and|or|in|on|at|to|for|with|by|from|is|vs)$/.test(word))
  return words.length >= least && words.length <= 8 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
}
