/** Chinese articles whose scrapers left straight marks: every later look tells marks that open from marks that close. */
import type { Article } from '../4-names/article.ts'
import { pairMarks } from './marks.ts'

const STRAIGHT = '"'
const [OPENING, CLOSING] = ['“', '”'] as const

/**
 * @param article a clean article
 * @returns it with “ and ” for the straight marks that are pairs, in the folded text only; itself where there are none
 */
export function withCurledMarks(article: Article): Article {
  if (!article.folded.includes(STRAIGHT)) return article
  const codes = article.codes.slice()
  const marks: { at: number; mark: string }[] = []
  const put = (at: number, mark: string): void => {
    if (article.folded[at] === STRAIGHT) marks.push({ at, mark })
  }
  article.blocks.forEach((block, index) => {
    for (const { outerStart, outerEnd, open } of pairMarks(article.folded, block, article.blocks[index + 1])) {
      put(outerStart, OPENING)
      if (!open) put(outerEnd - 1, CLOSING)
    }
  })
  let folded = ''
  let from = 0
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at)) {
    codes[at] = mark.charCodeAt(0)
    folded += article.folded.slice(from, at) + mark
    from = at + 1
  }
  return { ...article, codes, folded: folded + article.folded.slice(from) }
}
