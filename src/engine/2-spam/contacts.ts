/** Bait to get in touch: telephone numbers, messenger handles and addresses glued behind a sentence of the article. */
import type { Document } from '../1-document/document.ts'
import type { Fragment } from './fragment.ts'

/** What stands around the bait: a sentence has ended before it, and a line or another sentence follows. */
const BEFORE = /^[。！？!?”」]/
const LABEL =
  '(?:(?:咨询|客服|服务|加盟|报名|订购|订票|联系|招商|合作|热线|预约)?(?:热线|电话|手机|专线)|(?:加|添加)?(?:微信|薇信|威信|VX|vx|V信|WX|wx)(?:号|公众号)?|QQ(?:群|号)?|Q群|(?:Telegram|TG|tg|电报|飞机)(?:群|号)?|(?:官方)?(?:官网|网址|网站)|whatsapp|skype)'
const VALUE = '(?:@?[A-Za-z][\\w.-]{3,24}|\\d[\\d -]{5,18}\\d|(?:https?:\\/\\/|www\\.)[\\w./?=&%-]{4,80})'
/** The end of a sentence, a label of two characters and a value of four. */
const LEAST = 7
/** A trade with its number, for a sentence: 专业疏通下水道138-0013-8000. */
const TRADE = '(?:专业|上门|快速|高价|低价|长期|代办|办理|承接)\\p{Script=Han}{2,12}[::]?\\s?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}'
const BAIT = new RegExp(`${TRADE}|${LABEL}\\s?[::]?\\s?${VALUE}|(?:https?:\\/\\/|www\\.)[\\w.\\/?=&%-]{4,80}`, 'gu')

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
    for (const { index, 0: bait } of written.matchAll(BAIT)) {
      const end = index + bait.length
      if (index === 0 || !BEFORE.test(document.text[line.start + index - 1] as string)) continue
      if (end < written.length && /^[,;、]/.test(written.slice(end))) continue
      found.push({
        start: line.start + index,
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
