/** Which Chinese words in marks are a sentence, and of somebody's. */
import type { Span } from '../1-document/span.ts'
import type { Quotation } from './marks.ts'

/** Words in marks that end in a comma go on; one of a word or two is a form of address. In UTF-16 units. */
const SHORTEST_UTTERANCE = 6
/** What words stand on, and a voice that is only heard (楼道里传来一声惊呼): nobody says who said them. */
const NOBODYS =
  /(?:(?:(?:写着|印着|刻着|贴着|挂着|标着|写有|印有|刻有)(?:一[张块条幅行份][^,。:“”]{0,8})?|(?:[里中上]|一[页行篇段条封则张])写道|(?:评论|留言|弹幕)是|(?:[换变]成了?|[上里][是有])[^,。“]{0,4}一行字)[,:]?|(?:传来|传出|响起)[^,。:“”]{0,8}[,:]|(?:看[到见]|读到|发现)[^,。:“”]{2,16}(?:字|话|留言|标语|横幅|纸条)[,:]|(?:古[人语]云|[俗老古]话(?:说|讲|云)(?:得好)?|常言道|有道是|正所谓|[诗子]云)[,:]?)$/
/** In UTF-16 units. */
const LONGEST_NOBODYS = 24

/**
 * @param folded the folded clean text
 * @param words what stands between the marks
 * @returns whether they are a sentence, or a clause that goes on
 */
export function isUtterance(folded: string, words: Span): boolean {
  const text = folded.slice(words.start, words.end)
  return /[。!?…]$/.test(text) || /[。!?]./.test(text) || (text.length >= SHORTEST_UTTERANCE && text.endsWith(','))
}

/**
 * @param folded the folded clean text
 * @param words what stands between the marks
 * @returns whether a comma inside the marks waits for the rest
 */
export function isUnfinished(folded: string, words: Span): boolean {
  return folded[words.end - 1] === ','
}

/**
 * @param folded the folded clean text
 * @param quotation words in marks
 * @param from how far back may be looked
 * @returns whether something stands ahead of them that tells where they are read or heard, and not who says them
 */
export function isNobodys(folded: string, { outerStart }: Quotation, from: number): boolean {
  return NOBODYS.test(folded.slice(Math.max(from, outerStart - LONGEST_NOBODYS), outerStart))
}
