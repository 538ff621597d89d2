/** Chinese firms without a word for firm: by their trade, and by their number at the exchange. */
import { isWordUnit } from '../1-document/characters.ts'
import { apart, type Span } from '../1-document/span.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from './article.ts'
import { bare, type Mention } from './mention.ts'

/** 驰风汽车表示, 芯片厂商蓝鲸科技3日公告: a firm by its trade, at the beginning of a clause or behind what it makes, before what firms do. */
const FIRM =
  /(?<=^|[\n,。;:!?的]|厂商|(?:开发|运营|供应|制造|经销|承包)商|巨头|对手|龙头|公司)((?:[\p{Script=Han}A-Za-z]{2,6}?)(?:汽车|科技|锂业|矿业|铝业|铜业|钢铁|化工|纸业|实业|建材|水泥|家居|电器|服饰|环保|水务|种业|半导体|微电子|光电|光伏|新材|材料|机械|装备|精工|娱乐|影视|影业|唱片|药业|医药|电子|传媒|影业|股份|控股|证券|航空|地产|置业|乳业|酒业|能源|电力|电气|重工|通信|生物|食品|物流|快递|软件|智能|网络|互动|游戏|文旅))(?=(?:官方|方面|公司)?(?:\d|[与和]|周[一二三四五六日]|下午|上午|晚间|晚上|昨|今[天日早晚]|当[天日晚]|[稍随]后|稍[早晚]|此前|早前|凌晨|回应|表示|称|发布|宣布|公告|在|对此|则|也|还|对|向|相关))/gu
/** What a firm is, or of what it is one, ahead of its name. */
const MAKER_AHEAD = /^(?:其中|(?:开发|运营|供应|制造|经销|承包)商)(?=\p{Script=Han}{4})/u
/** What is no name before a trade. */
const NO_BRAND =
  /^(?:电动|新能源|燃油|国产|进口|二手|农业|高新|信息|金融|现代|军事|移动|互联|人工|可再生|清洁|中国|我国|全国|世界|国际|外国|各国|这[些种类]|那[些种类]|该|一[些辆批家]|许多|不少|很多)/u
const LISTED = /^\((?:[A-Z]{2,6}[:.]?|(?:股票|证券)代码:?)?\d{3,6}[X*]{0,3}(?:\.[A-Z]{2,3})?\)/
/** The longest of these numbers in its brackets, and the longest name before it, in UTF-16 units. */
const LONGEST_NUMBER = 24
const LONGEST_FIRM = 12
/** An article of more firms is a list of prices. */
const MOST_LISTED = 20
/** What stands before a firm and is no part of it. */
const NO_FIRM = new Set<number>([TAG.time, TAG.verb, TAG.adverb, TAG.preposition, TAG.conjunction, TAG.particle, TAG.pronoun])

/** Firms without a word for firm. */
export function findFirms({ folded }: Article): Mention[] {
  return [...folded.matchAll(FIRM)].flatMap(({ index, 1: name = '' }) => {
    // 开发商|海穹能源
    const start = index + (MAKER_AHEAD.exec(name)?.[0].length ?? 0)
    // 涉事的快递|公司
    return NO_BRAND.test(name) || name.includes('的') ? [] : [firmMention({ start, end: index + name.length })]
  })
}

/** 恒岳锂业(002988): a firm by its number at the exchange, wherever the article names it. */
export function listedFirms(article: Article): Span[] {
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

export function firmMention(span: Span): Mention {
  return { ...bare(span), kind: 'organization', role: null, form: 'name' }
}
