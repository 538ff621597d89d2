/** Frames that tell whose words follow: 按…的说法, 据…介绍, 在…看来, 用…的话说, and who is cited by whom. */
import type { Span } from '../1-document/span.ts'
import type { Article } from '../4-names/article.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import { type Clause, COUNTED, placeBefore, trimEnd } from './chinese-clauses.ts'

const LEAD = '(?:另|而|又|但|不过|此外|同时|其中|另外|还|再|并|且|可)?'
const FRAME_NOUNS =
  '说法|介绍|透露|报道|报导|消息|声明|披露|讲述|回忆|描述|统计|分析|估计|预测|内容|说明|解释|判断|观点|看法|话说|数据|报告|调查|通报|公告|研究|测算|规划|话|通告|陈述|证词|转述|反映|爆料|文章|推算|评估|计算|警告|预计|预报|要求|表态|时间表|日程|计划|方案|清单|征求意见稿|规划图|称|说|表示|认为|指出|显示'
const FRAME = new RegExp(`^${LEAD}(按照?|据|根据|依据|照|援引|引述|引用)([^,。:;“”]{0,50}?)(?:的)?(${FRAME_NOUNS})(?:称|说|显示|指出)?[,:]`)
const VIEW = /^(?:但|可|而|不过|然而|这|那|此|同时)*在([^,。:;“”]{1,30}?)(?:看来|眼中|眼里|心中|心里),?/
const IN_WORDS = /^(?:用|借用|套用)([^,。:;“”]{1,24}?)的话(?:来)?(?:说|讲|形容),?(?:就是|是)?:?/
/** 厂长的回答是：, 她的理由很简单：. */
const OWN_WORDS =
  /^([^,。:;“”]{1,30})的(?:回答|答复|答案|解释|理由|看法|观点|态度|建议|想法|回应|评价|判断|结论|要求|口头禅|原话|描述|说法|形容|评论|留言|吐槽)(?:[则也却]?(?:很|更|更为|更加|相当|十分|非常|颇为)(?:简单|直接|干脆|明确|坚决|直白|朴素|实在|尖锐|犀利|幽默|乐观|悲观)|[则也却]?是|一针见血|只有[^,。:;“”]{1,6})(?::|,?(?=“))/
/** 徒弟的回答是，…: in no marks. */
const OWN_ANSWER = /^([^,。:;“”]{1,30})的(?:(?:回答|答复|答案|解释)[则也却]?是,|解释[则也却]?是(?=[^,“]{6}))/
/** 校长的回信同样有趣：“…” */
const OWN_LETTER = /^([^,。:;“”]{1,30})的(?:回信|来信|信|短信|留言|回复|字条|便条)[^,。:;“”]{0,6}:/
/** 法官解释了判决理由：…, 他道出了原因：… */
const OWN_ACCOUNT =
  /^([^,。:;“”]{1,30}?)(?:这样)?(?:解释|说明|道出|讲述|介绍|阐述|列举|给出|分析)了?[^,。:;“”了]{0,10}(?:理由|原因|缘由|依据|由来|初衷|苦衷|道理):/
/** 师傅却摆手：…, 她倒很坦然：… */
const GESTURE =
  /^([^,。:;“”]{1,30}?)(?:自己)?[则却倒也]?(?:摆摆?手|摇摇?头|点点?头|苦笑|笑笑|叹气|叹了口气|耸耸?肩|掰着手指头?|很(?:坦然|直率|淡定|乐观|谦虚)):/
/** 裘大勇发来短信：… */
const MESSAGE =
  /^([^,。:;“”给]{1,30}?)(?:当[天晚]|随后|后来|昨晚|今早)?(?:给[^,。:;“”]{1,8})?(?:发来|发了|发出|写来|寄来|回了|留下)(?:一[条封则张])?(?:短信|消息|信息|微信|邮件|留言|私信|语音|信|电报|便条|字条):/
/** 根据征求意见稿: what says something itself, whoever wrote it. */
const DOCUMENT = /^(?:声明|统计|数据|报告|调查|通报|公告|研究|测算|规划|通告|时间表|日程|计划|方案|清单|征求意见稿|规划图)$/
/** What somebody's news is called. */
const NEWS = /(?:的)?(?:消息|说法|报道|报导)$/
/** 报道援引…: the report is this one. */
const REPORT = /^(?:该|这篇)?(?:报道|报导|文章|消息)$/

/** A frame: its words, whose they are, who relays them, and where they begin. */
export interface Frame {
  cue: Span
  speaker: Mention
  via: Mention | null
  content: number
}

/**
 * Reads the frame with which a clause opens.
 *
 * @param article the clean article
 * @param clause the clause
 * @param limit where its sentence ends
 * @returns the frame; null where there is none, or nothing behind it
 */
export function readFrame(article: Article, clause: Clause, limit: number): Frame | null {
  const { folded } = article
  const written = folded.slice(clause.start, Math.min(clause.end, clause.start + 80))
  const account = written.endsWith(':') ? (OWN_ACCOUNT.exec(written) ?? GESTURE.exec(written) ?? MESSAGE.exec(written)) : null
  const own = account ?? OWN_WORDS.exec(written) ?? OWN_ANSWER.exec(written) ?? OWN_LETTER.exec(written)
  const owner = own && clause.mentions.findLast((mention) => mention.outerEnd === clause.start + (own[1] as string).length)
  if (own && owner) {
    const content = clause.start + own[0].length
    return { cue: { start: owner.outerEnd + (account ? 0 : 1), end: trimEnd(folded, content) }, speaker: owner, via: null, content }
  }
  const found = FRAME.exec(written) ?? VIEW.exec(written) ?? IN_WORDS.exec(written)
  if (!found || (found[2] === '' && !DOCUMENT.test(found[3] as string))) return null
  const content = clause.start + found[0].length
  if (content >= limit) return null
  const person = clause.mentions.find(
    (mention) => mention.kind === 'person' && mention.form === 'name' && folded[mention.outerEnd] !== '的',
  )
  const relay = relayed(article, clause, content)
  const source =
    relay?.speaker ??
    person ??
    clause.mentions.find((mention) => mention.end <= content) ??
    placeBefore(article, clause.start, clause.start + found[0].length)
  if (!source) return null
  const speaker = namedBefore(clause, found, source) ?? withoutNoun(article, counted(article, source, clause, content))
  const at = clause.start + found[0].search(/按|据|根据|依据|照|在|用|借用|套用|援引|引述|引用/)
  return { cue: { start: at, end: trimEnd(folded, content) }, speaker, via: relay?.via ?? null, content }
}

/** 据同花顺数据: the words before the noun, where nobody known is among them. */
function namedBefore(clause: Clause, frame: RegExpExecArray, source: Mention): Mention | null {
  const written = frame[2] ?? ''
  const start = clause.start + frame[0].indexOf(written)
  const span = { start, end: start + written.length }
  if (source.end <= span.end || !/^[\p{Script=Han}A-Za-z0-9]{2,8}$/u.test(written)) return null
  return { ...bare(span), kind: 'organization', role: null, form: 'name' }
}

/** 据一位接近该公司的供应商透露: who was counted is told by the words up to the last noun. */
function counted({ folded }: Article, source: Mention, clause: Clause, content: number): Mention {
  if (!COUNTED.test(folded.slice(source.start, source.end))) return source
  const last = clause.mentions.findLast((mention) => mention.end <= content) ?? source
  return last === source
    ? source
    : { ...last, start: source.start, outerStart: source.outerStart, name: { start: source.start, end: last.end } }
}

/** 据知情人士消息: the news is theirs. */
function withoutNoun({ folded }: Article, source: Mention): Mention {
  const end = source.end - (NEWS.exec(folded.slice(source.start, source.end))?.[0].length ?? 0)
  return end === source.end || end - source.start < 2 ? source : { ...source, end, outerEnd: end, name: { start: source.start, end } }
}

/**
 * A援引B的话称: A relays, B speaks.
 *
 * @param article the clean article
 * @param clause a clause
 * @param at where its cue begins
 * @returns who speaks and who relays; null where nobody is cited
 */
export function relayed({ folded }: Article, clause: Clause, at: number): { speaker: Mention; via: Mention | null } | null {
  const found = /援引|引述|引用|转引/.exec(folded.slice(clause.start, at))
  if (!found) return null
  const place = clause.start + found.index
  const via = clause.mentions.find((mention) => mention.end <= place && !REPORT.test(folded.slice(mention.start, mention.end)))
  const cited = clause.mentions.filter((mention) => mention.start >= place + 2 && mention.end <= at)
  // 首相|随行人员的话: whose words they are.
  const speaker = cited.find(({ outerEnd }) => folded.startsWith('的话', outerEnd)) ?? cited[0]
  // 他援引一项研究说: somebody who cites a study says so himself.
  if (via?.kind === 'person' && speaker?.kind === 'organization') return null
  return speaker ? { via: via ?? null, speaker } : null
}
