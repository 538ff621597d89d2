/** Bait to get in touch: telephone numbers, messenger handles and addresses glued behind a sentence of the article. */
import type { Document } from '../1-document/document.ts'
import type { Fragment } from './fragment.ts'

/** What stands before the bait: a sentence has ended. */
const BEFORE = /^[。！？!?”」]/
/** A clause has ended, or a noun is to come: there bait stands that no mark parts from the words behind it. */
const INSIDE = /^[，,、；;的]/
/** Words that call to get in touch. */
const CALL =
  '(?:添加|关注|扫码|咨询|联系|详情|更多|客服|商务|合作|业务|招商|加盟|全国|免费|统一|官方|服务|报名|订购|订票|预约|售后|总部|下载|访问|登录|搜索|加群|进群|经理|老师|助理|请|加|我|➕|\\+|:| )'
/** Messengers, in the spellings that get past filters: nobody gives them in the middle of an article. */
const MESSENGER =
  '(?:(?:微信|(?<=加)[薇威徽溦]|薇信|威信|徽信|溦信|V信|v信|VX|Vx|vx|WX|wx|V|扣扣|企鹅|QQ|qq|Q群|q群|Telegram|telegram|TG|tg|电报|纸飞机|飞机|WhatsApp|whatsapp|Skype|skype)(?:公众号|同号|频道|群|号)?)'
/** What an honest notice gives too. */
const OFFICE = '(?:热线|电话|手机|专线|手机号)(?:微信同号|同号)?|网址|官网|网站|地址|链接'
const NUMBER = '(?:\\+?\\d[\\d -]{5,18}\\d)'
const ADDRESS =
  '(?:(?:https?:\\/\\/|www\\.|t\\.me\\/)[\\w./?=&%-]{4,80}|[A-Za-z0-9-]{3,30}\\.(?:com|net|cn|cc|vip|app|top|xyz|me|org|info)(?![A-Za-z]))'
const HANDLE = '(?:@?[A-Za-z][\\w-]{3,24}|@[\\w-]{4,25})'
const NAME = '(?:\\p{Script=Han}{1,2}(?:经理|老师|小姐|先生|总|女士)\\s?)?'
/** 求职者可携带简历到场, 乘坐地铁1号线至世纪城站: a paragraph that tells its reader how to take part gives a number too. In UTF-16 units. */
const NOTICE =
  /[可请需应][^,。!?]{0,12}(?:报名|预约|携带|登录|投递|前往|办理|提交|参加|登记|申[请领报]|拨打)|乘坐[^,。]{0,12}(?:地铁|公交|\d+[路号])|(?:报名|办公|开放|展览|受理|公示)(?:时间|期|截止)|有异议/
const LONGEST_NOTICE = 160
/** The end of a sentence, a label of two characters and a value of four. */
const LEAST = 7
/** A trade with its number, for a sentence: 专业疏通下水道138-0013-8000. */
const TRADE = '(?:专业|上门|快速|高价|低价|长期|代办|办理|承接)\\p{Script=Han}{2,12}[::]?\\s?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}'
const BAIT = new RegExp(
  `${TRADE}|${CALL}{2,5}${NAME}1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|${CALL}{0,3}(?:微信)?公众号:?“[^“”]{2,15}”|${CALL}{0,5}(?:(?<messenger>${MESSENGER})|${OFFICE})\\s?[::]?\\s?${NAME}(?:${NUMBER}|${ADDRESS}|${HANDLE})|${CALL}{0,4}(?:https?:\\/\\/|www\\.|t\\.me\\/)[\\w.\\/?=&%-]{4,80}`,
  'gu',
)
/** Without one of these there is no contact: a quick look. */
const MARKED =
  /[微薇威徽溦]信|加[薇威徽溦]|[Vv]信|[VvWw][Xx]|V[::]|扣扣|企鹅|[Qq]{2}|[Qq]群|[Tt]elegram|T[Gg]|tg|电报|飞机|[Ww]hats|[Ss]kype|热线|电话|手机|专线|[网地]址|官网|网站|链接|www|http|t\.me|公众号|1[3-9]\d/
/** 代开发票加微信…: what is offered, between the sentence before it and the messenger, where nothing follows. */
const OFFER = /[。!?”](\p{Script=Han}{2,10}(?<![的他她是有用过]))$/u
const LONGEST_OFFER = 11
/** What follows the bait where it is part of its sentence: a list goes on, or the number is somebody’s. */
const GOES_ON = /^[,;、]/
/** 网站www.…已被查封: what became of a site. */
const CLOSED = /^(?:已[被经]|被|将被|无法|打不开|显示)/
const SITE = /www\.|https?:/
/** Whose number it is, or what is done with it. */
const OWN = /^(?:[,;、。.!?)」”]|的|里|内|上|下|是|在|为|进行|反映|报名|咨询|预约|联系|查询|登记)/

/**
 * Finds contact bait. What a notice gives as its own line or inside a sentence stays.
 *
 * @param document the document
 * @returns fragments, sorted
 */
export function findContacts(document: Document): Fragment[] {
  if (document.language.grammar !== 'zh') return []
  const found: Fragment[] = []
  for (const line of document.lines) {
    if (line.end - line.start < LEAST) continue
    const written = document.folded.slice(line.start, line.end)
    if (!MARKED.test(written)) continue
    for (const { index, 0: bait, groups } of written.matchAll(BAIT)) {
      const end = index + bait.length
      const behind = written.slice(end, end + LEAST)
      const messenger = groups?.messenger !== undefined
      const noticed = !messenger && NOTICE.test(written.slice(Math.max(0, index - LONGEST_NOTICE), index))
      const glued =
        index > 0 &&
        !noticed &&
        !(SITE.test(bait) && CLOSED.test(behind)) &&
        isGlued(document.text[line.start + index - 1] as string, behind, messenger)
      const offer =
        !glued && messenger && behind === '' ? (OFFER.exec(written.slice(Math.max(0, index - LONGEST_OFFER), index))?.[1] ?? '') : ''
      if (!glued && offer === '') continue
      found.push({
        start: line.start + index - offer.length,
        end: line.start + end,
        kind: 'contact',
        suggestion: '',
        confidence: 0.9,
        reason: 'a contact glued behind a sentence that does not mention it',
      })
    }
  }
  return found
}

/** Behind a sentence, or a messenger inside one that does not go on with it. */
function isGlued(before: string, behind: string, messenger: boolean): boolean {
  if (BEFORE.test(before)) return !GOES_ON.test(behind)
  return messenger && behind !== '' && INSIDE.test(before) && !OWN.test(behind)
}
