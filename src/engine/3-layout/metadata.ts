/** What the page states about the article: when, where, by whom. */
import type { Document } from '../1-document/document.ts'
import { agencyOf } from './dateline.ts'
import { findDate } from './dates.ts'
import type { Furniture, Layout } from './layout.ts'

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
const NAME_DIVIDER = /\s{0,3}(?:[、,;/|&]|\s(?:and)\s|(?<=\p{Script=Han})\s{1,3}(?=\p{Script=Han}))\s{0,3}/iu
/** A post or a paper is no person. */
const POST = /(?:主任|编辑|主编|编委|中心|部|组|网|报|台|社|刊|新闻)$/
/** “Posted on January 9, 2025 by Ann Lee” */
const POSTED_BY = /\b(?:posted|published|written|updated)\b.{0,40}\bby (\p{Lu}[\p{L}.’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){1,3})/iu
/** The way from the front page to the article. */
const CRUMBS = /^(?:.{0,8}位置\s?:?\s?)?(?:首页|主页|home)\s?[>›»/-]/i
const NO_SECTION = /^(?:正文|详情|内容|文章|.{0,3}位置.{0,4}|首页|主页|home|article)$/i
/**
 * Reads the metadata from furniture and dateline.
 *
 * @param document the document
 * @param layout its layout
 * @param opening the beginning of the first paragraph, folded and clean
 * @returns the metadata; null and empty where the text states nothing
 */
export function readMetadata(document: Document, layout: Layout, opening: string): Metadata {
  const metadata: Metadata = { published: null, source: null, authors: [], editors: [], section: null }
  const said = (line: Furniture): string => document.folded.slice(line.start, line.end)
  for (const line of layout.furniture) {
    const written = said(line)
    if (line.kind === 'timestamp' || line.kind === 'byline' || line.kind === 'source_credit') metadata.published ??= findDate(written)
    const posted = line.kind === 'timestamp' || line.kind === 'byline' ? POSTED_BY.exec(written)?.[1] : undefined
    if (posted !== undefined) addNames(metadata.authors, posted)
    else if (line.kind === 'byline') addNames(metadata.authors, written)
    if (line.kind === 'editor_credit') addNames(metadata.editors, written)
    if (line.kind === 'source_credit') metadata.source ??= sourceOf(written)
    if (line.kind === 'navigation') metadata.section ??= sectionOf(written)
    if (line.kind === 'timestamp') metadata.source ??= /(?:来源|source)\s?:\s?([^\s|]{2,20})/i.exec(written)?.[1] ?? null
  }
  metadata.source ??= agencyOf(opening)
  // “Our paper” names nobody.
  if (metadata.source === '本报' || metadata.source === '本社') metadata.source = null
  return metadata
}

function sourceOf(written: string): string | null {
  const name = written
    .replace(LABEL, '')
    .replace(/[\])】\s]{1,6}$/, '')
    .split(/\s{1,3}|\|/)[0] as string
  return name === '' || name.length > 40 ? null : name
}

/** The last step of a breadcrumb that is a section. */
function sectionOf(written: string): string | null {
  if (!CRUMBS.test(written)) return null
  const steps = written
    .split(/\s?[>›»]\s?/)
    .map((step) => step.trim())
    .filter((step) => step !== '' && step.length <= 20 && !NO_SECTION.test(step) && !/首页|位置/.test(step))
  return steps.at(-1) ?? null
}

function addNames(names: string[], written: string): void {
  const list = written
    .replace(LABEL, '')
    .replace(/[\])】)]{1,6}$/, '')
    .replace(/\d{4}[\s\S]{0,200}$/, '')
    .replace(/(?<=\p{Script=Han}{2,4}) \p{Script=Han}{4,}$/u, '')
  for (const name of list.split(NAME_DIVIDER)) {
    const clean = name.replace(LABEL, '').trim()
    if (clean.length >= 2 && clean.length <= 40 && !POST.test(clean) && /^[\p{L}][\p{L}.’'· -]*$/u.test(clean) && !names.includes(clean))
      names.push(clean)
  }
}
