/** The role of each line of the body. */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { LineFacts } from './line-facts.ts'

/** Roles of a paragraph in the contract. */
export type ParagraphRole = 'paragraph' | 'subheading' | 'list_item' | 'caption' | 'blockquote'

const LIST_MARK =
  /^(?:[-*•·●■◆▪‣–—○□◇]\s+\S|[●■◆▪‣○□◇•]\S|\(?\d{1,2}[.)、]\s*(?!\d)\S|[①-⑳❶-❿]|\(?[一二三四五六七八九十]{1,3}[、)]\S|[(][一二三四五六七八九十]{1,3}[)]|[a-z][.)]\s)/i
const CAPTION =
  /^(?:[△▲▼▽]|图为|图[::]|[((]?图[\d一二三四五六七八九十]{0,3}[))::]|上图|下图|资料图|photo(?:graph)?(?: by|:)|image(?: credit)?:|picture:|caption:|file photo|(?:media|image|photo) caption )/i
const CAPTION_END =
  /(?:供图|摄|\s新华社发|\s\p{Script=Han}{2,6}\s?图|\/视觉中国|资料图片?|资料照片|\(photo[^)]{0,60}\)|getty images[^.]{0,40}|\b(?:photograph|photos?|picture|image|illustration)(?: credit| by)?: \p{Lu}[^.:]{2,60}|\bcredit: \p{Lu}[^.:]{2,60}|\(file (?:photo|pic|picture|image)\)|\/(?:reuters|ap|afp)|\/ ?ap photo)[))】\]。.]?$/iu
/** A line that tells where its picture is from: 车站外景 图/网络, 发言人。图源:本网, 车辆受损(现场视频截图). */
const PICTURED =
  /^[^。!?]{0,80}(?:[。 (]{1,2}(?:图片?|照片)(?:源|来源)?\s?[/:]\s?[^。,!?:/]{2,20}|(?:现场|视频|网络|网页|微博|监控)截图)[)】\]。.]?$/u
/** A subheading is shorter than this, in Latin letters (a Han character counts 2.5). */
const SUBHEADING_WIDTH = 90
/** A photo credit stands under a picture, not under a paragraph. */
const CAPTION_WIDTH = 320

/**
 * Gives each body line its role.
 *
 * @param document the document
 * @param facts features of its lines
 * @param body for each line whether it is body and not the headline
 * @returns a role for each line, null for lines that are not body
 */
export function assignRoles(document: Document, facts: readonly LineFacts[], body: readonly boolean[]): (ParagraphRole | null)[] {
  const roles: (ParagraphRole | null)[] = []
  let inList = false
  document.lines.forEach((line, index) => {
    if (!body[index]) {
      roles.push(null)
      return
    }
    const written = document.folded.slice(line.start, line.end)
    const fact = facts[index] as LineFacts
    const before = previousBody(document, body, index)
    if (before !== null && /:$/.test(before) && !inList) inList = opensList(document, body, index)
    const item = inList || (LIST_MARK.test(written) && hasSibling(document, body, index))
    if (inList && !/[;:]$/.test(written)) inList = false
    roles.push(roleOf(written, fact, item, nextBody(document, body, index)))
  })
  return roles
}

function roleOf(written: string, fact: LineFacts, item: boolean, next: string | null): ParagraphRole {
  if (CAPTION.test(written) || (fact.han > 0 && PICTURED.test(written)) || (fact.width < CAPTION_WIDTH && CAPTION_END.test(written)))
    return 'caption'
  if (/^>\s/.test(written)) return 'blockquote'
  if (item) return 'list_item'
  if (/^#{1,6}\s/.test(written)) return 'subheading'
  if (
    !fact.sentence &&
    fact.width < SUBHEADING_WIDTH &&
    next !== null &&
    !/[,;:]$/.test(written) &&
    fact.stops <= 1 &&
    !/^[“"‘](?:.*[.!?。…][”"’]|.*[”"’]$)/.test(written)
  )
    return 'subheading'
  return 'paragraph'
}

function previousBody(document: Document, body: readonly boolean[], index: number): string | null {
  if (index === 0 || !body[index - 1]) return null
  const line = document.lines[index - 1] as Line
  return document.folded.slice(line.start, line.end)
}

function nextBody(document: Document, body: readonly boolean[], index: number): string | null {
  if (index + 1 >= body.length || !body[index + 1]) return null
  const line = document.lines[index + 1] as Line
  return document.folded.slice(line.start, line.end)
}

/** After a line that ends with a colon: a line that ends with a semicolon begins a list. */
function opensList(document: Document, body: readonly boolean[], index: number): boolean {
  const line = document.lines[index] as Line
  return body[index + 1] === true && document.folded[line.end - 1] === ';'
}

/** One line with a list mark is a sentence that begins with a dash; two are a list. */
function hasSibling(document: Document, body: readonly boolean[], index: number): boolean {
  for (const at of [index - 1, index + 1, index - 2, index + 2]) {
    const line = document.lines[at]
    if (line && body[at] && LIST_MARK.test(document.folded.slice(line.start, Math.min(line.end, line.start + 40)))) return true
  }
  return false
}
