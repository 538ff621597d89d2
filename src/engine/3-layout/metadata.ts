/** What the page states about the article: when, where, by whom. */
import type { Document } from '../1-document/document.ts'
import { agencyOf, datelineLength, englishDatelineLength } from './dateline.ts'
import { findDate } from './dates.ts'
import type { Layout } from './layout.ts'
import type { TrimmedDocument } from './without-fragments.ts'

/** The metadata of the contract. */
export interface Metadata {
  published: string | null
  source: string | null
  authors: string[]
  editors: string[]
  section: string | null
}

const LABEL =
  /^[\s[(【]*(?:责任编辑|责编|编辑|主编|审核|校对|值班编辑|实习编辑|文章来源|稿件来源|信息来源|内容来源|本文来源|来源|转自|作者|文字|撰文|原创|文|记者|本报记者|采写|通讯员|text|editor|source|edited by|editing by|written by|words by|story by|reported by|by)\s?[::/|丨]?\s*/i
/** What stands between two names; a blank does only between Chinese ones. */
const NAME_DIVIDER =
  /\s{0,3}(?:[、,;/|&]|\s(?:and)\s|(?<=·\p{Script=Han}{1,6})[和与](?=\p{Script=Han}{1,6}·)|(?<=\p{Script=Han})\s{1,3}(?=\p{Script=Han}))\s{0,3}/iu
/** 记者 顾曼青 实习生 何一帆, 作者:陆放: what stands before names of authors. */
const AUTHORS = /(?:记者|作者|撰文|撰稿|采写|通讯员|实习生)\s?[:/]?\s{0,2}/g
/** 2017-03-09 来源：… 责任编辑：周冬: editors are stated with the date. */
const EDITORS = /(?:责任编辑|责编|编辑)\s?[:/]\s{0,2}/g
/** 何砚 某报编辑 文朵: or behind the names of the authors. */
const EDITORS_BESIDE = /(?<=\p{Script=Han} {1,8}\p{Script=Han}{0,6})(?:责任)?编辑\s{1,2}/gu
/** First published on …, 发布时间：…: said of the article, wherever it stands. */
const OWN =
  /^(?:first |originally |last )?(?:published|posted|updated|modified)|^(?:发布|更新|发表)|^(?:文章)?来源\s?:|^\(?(?:责任)?编辑\s?:/i
/** What tells that the text is over names nobody. */
const ENDS = /^[[(【]?(?:end|the end|完|全文完|本文完)[\])】]?$/i
/** Where a picture comes from is not where the article does. */
const PICTURE = /^\(?(?:图|照片|资料图|网络图|视频|示意图|photo|image|picture)|\(file (?:photo|pic|image)|(?:photo|image|picture)s? credit/i
/** “This article first appeared in the Orsa Echo”: a sentence, in which the name of a paper or a site stands behind where. */
const SENTENCE = /^(?:this|a version of this) (?:article|story|post|piece|column|review)\b|^originally published/i
const APPEARED =
  /\b(?:published|appear(?:ed|s)|posted)\b(?: in print)?,? (?:at|on|in|by) (?:the )?((?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)(?:[\w-]{1,40}(?:\.[\w-]{1,30}){1,3}|\p{Lu}[\w’'&-]{0,20}(?: \p{Lu}[\w’'&-]{0,20}){0,4}))/u
/** Names behind it, as far as nothing but names stands there. */
const NAMES =
  /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?(?:[、, ]{1,2}\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?){0,5}(?![\p{Script=Han}·])/u
/** 記者簡郁安、鍾宜庭台北報導: the place behind the last name. */
const PLACE_BEHIND = /(?<=\p{Script=Han}{2,3})\s?(?:台湾|香港|澳门)?(?:石家庄|哈尔滨|呼和浩特|乌鲁木齐|\p{Script=Han}{2})报[道导]$/u
/** What a reporter does is no name. */
const NO_NAME =
  /^(?:不详|佚名|未知|字[号体]|分享|点击|浏览|综合|整理|发自|来源|编辑|责编|摄影|实习|本报|日前|今天|昨天)|(?:报道|报导|综合|摄|电|讯|整理|图)$/
/** 本报讯(记者 …), 新华社…电(记者苏景行、林珊): the brackets of a dateline. */
const DATELINE_AUTHORS = /^[^。“]{0,40}?[([【〔]([^()[\]【】〔〕。]{0,10}(?:记者|通讯员|作者)[^()[\]【】〔〕。]{1,40})[)\]】〕]/
/** A post or a paper is no person. */
const POST = /(?:主任|编辑|主编|编委|中心|部|组|网|报|台|社|刊|新闻)$/
/** “Posted on January 9, 2025 by Ann Lee” */
const POSTED_BY = /\b(?:posted|published|written|updated)\b.{0,40}\bby (\p{Lu}[\p{L}.’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){1,3})/iu
/** The way from the front page to the article. */
const CRUMBS = /^(?:.{0,8}位置\s?:\s?[^>›»]{2,12}[>›»]|(?:.{0,8}位置\s?:?\s?)?(?:\p{Script=Han}{0,4}首页|主页|home)\s?[>›»/-])/iu
/** What is stated next, where no source is. */
const NO_SOURCE = /^(?:作者|编辑|责编|点击数?|浏览|阅读|时间|日期|字[号体])\s?:/
const SOURCE = /(?:来源|source)\s?:\s?((?!作者|编辑|责编|点击|浏览|字[号体])[^\s|]{2,20})/i
const NO_SECTION = /^(?:正文(?: .{0,16})?|详情|内容|文章|.{0,3}位置.{0,4}|首页|主页|home|article)$/i
/**
 * Reads the metadata from furniture and dateline.
 *
 * @param document the document
 * @param layout its layout
 * @param opening the beginning of the first paragraph, clean, and its folded twin
 * @returns the metadata; null and empty where the text states nothing
 */
export function readMetadata(document: TrimmedDocument, layout: Layout, opening: Pick<Document, 'text' | 'folded'>): Metadata {
  const metadata: Metadata = { published: null, source: null, authors: [], editors: [], section: null }
  const end = layout.paragraphs.at(-1)?.end ?? 0
  let isBehind = false
  for (const line of layout.furniture) {
    // Behind a heading such as “Related” dates and names are those of other articles, unless they say what they are.
    isBehind ||= line.start >= end && line.kind === 'related_links'
    const words = document.wordsOf(line)
    const written = words.folded
    const isOfOthers = isBehind && !OWN.test(written)
    const asWritten = originalOf(words)
    if (!isOfOthers && (line.kind === 'timestamp' || line.kind === 'byline' || line.kind === 'source_credit')) {
      metadata.published ??= findDate(written)
      const posted = POSTED_BY.exec(written)?.[1]
      const labelled = posted === undefined ? namesBehind(AUTHORS, written) : namesIn(posted)
      const editors = line.kind === 'timestamp' ? EDITORS : line.kind === 'byline' ? EDITORS_BESIDE : null
      if (editors) addAll(metadata.editors, namesBehind(editors, written), asWritten)
      addAll(metadata.authors, labelled.length === 0 && line.kind === 'byline' ? namesIn(written) : labelled, asWritten)
    }
    if (line.kind === 'editor_credit' && !ENDS.test(written)) addAll(metadata.editors, namesIn(written), asWritten)
    if (line.kind === 'navigation') metadata.section ??= sectionOf(written)
    const source = isOfOthers
      ? null
      : line.kind === 'source_credit' && !PICTURE.test(written)
        ? sourceOf(written)
        : line.kind === 'timestamp'
          ? (SOURCE.exec(written)?.[1] ?? null)
          : null
    metadata.source ??= source === null ? null : asWritten(source)
  }
  const asWritten = originalOf(opening)
  const inBrackets = DATELINE_AUTHORS.exec(opening.folded)?.[1]
  if (inBrackets !== undefined) addAll(metadata.authors, namesBehind(AUTHORS, inBrackets), asWritten)
  metadata.published ??= findDate(opening.folded.slice(0, datelineLength(opening.folded) || englishDatelineLength(opening.folded)))
  const agency = agencyOf(opening.folded)
  metadata.source ??= agency === null ? null : asWritten(agency)
  // “Our paper” names nobody.
  if (metadata.source !== null && /^本[报報社]$/.test(metadata.source)) metadata.source = null
  return metadata
}

/** Labels are read folded, names are given as written: a reader from the one to the other. */
function originalOf({ text, folded }: Pick<Document, 'text' | 'folded'>): (name: string) => string {
  return (name) => {
    const at = folded.indexOf(name)
    return text.slice(at, at + name.length)
  }
}

function sourceOf(written: string): string | null {
  if (SENTENCE.test(written)) return APPEARED.exec(written)?.[1] ?? null
  const name = written
    .replace(LABEL, '')
    .replace(/[\])】\s]{1,6}$/, '')
    .split(/\s{1,3}|\||(?=(?:19|20)\d\d[-/.年])/)[0] as string
  return name === '' || name.length > 40 || NO_SOURCE.test(name) ? null : name
}

/** The last step of a breadcrumb that is a section. */
function sectionOf(written: string): string | null {
  if (!CRUMBS.test(written)) return null
  const steps = written
    .split(/\s?[>›»]\s?/)
    .map((step) => step.replace(/\s正文$/, '').trim())
    .filter((step) => step !== '' && step.length <= 20 && !NO_SECTION.test(step) && !/首页|位置/.test(step))
  return steps.at(-1) ?? null
}

/** Names behind 记者, 作者 and their like, or behind 责任编辑. */
function namesBehind(labels: RegExp, written: string): string[] {
  return [...written.matchAll(labels)].flatMap(({ index, 0: label }) => {
    const next = written.slice(index + label.length).search(labels)
    const rest = written.slice(index + label.length, next < 0 ? undefined : index + label.length + next)
    const names = (NAMES.exec(rest.trimEnd().replace(PLACE_BEHIND, ''))?.[0] ?? '').split(/[、, ]{1,2}/)
    // 记者 何砚 某报编辑 文朵: what stands behind another post is its.
    const post = names.findIndex((name) => POST.test(name))
    return names.slice(0, post < 0 ? undefined : post).filter((name) => name !== '' && !NO_NAME.test(name))
  })
}

/** All names of a credit. */
function namesIn(written: string): string[] {
  const list = written
    .replace(LABEL, '')
    .replace(/[\])】)]{1,6}$/, '')
    // 卢某 CM0882
    .replace(/(?<=\p{Script=Han}) ?[A-Z]{1,3}\d{2,6}$/u, '')
    .replace(/\d{4}[\s\S]{0,200}$/, '')
    .replace(/(?<=\p{Script=Han}{2,4}) \p{Script=Han}{4,}$/u, '')
  return list
    .split(NAME_DIVIDER)
    .map((name) =>
      name
        .replace(LABEL, '')
        .replace(/[\s·•]{1,4}$/, '')
        .trim(),
    )
    .filter(
      (name) => name.length >= 2 && name.length <= 40 && !POST.test(name) && !NO_NAME.test(name) && /^[\p{L}][\p{L}.’'· -]*$/u.test(name),
    )
}

function addAll(names: string[], found: readonly string[], asWritten: (name: string) => string): void {
  for (const name of found.map(asWritten)) if (!names.includes(name)) names.push(name)
}
