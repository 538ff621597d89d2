/** Chinese articles with straight marks, or marks the wrong way round: every later look tells marks that open from marks that close. */
import type { Article } from '../4-names/article.ts'
import { pairMarks } from './marks.ts'

const MARKS = '"“”'
const [OPENING, CLOSING] = ['“', '”'] as const

/**
 * @param article a clean article
 * @returns it with “ and ” for all double marks that are pairs, in the folded text only; itself where they are so
 */
export function withCurledMarks(article: Article): Article {
  const marks: { at: number; mark: string }[] = []
  const put = (at: number, mark: string): void => {
    const written = article.folded[at] as string
    if (written !== mark && MARKS.includes(written)) marks.push({ at, mark })
  }
  article.blocks.forEach((block, index) => {
    for (const { outerStart, outerEnd, open } of pairMarks(article.folded, block, article.blocks[index + 1])) {
      put(outerStart, OPENING)
      if (!open) put(outerEnd - 1, CLOSING)
    }
  })
  if (marks.length === 0) return article
  const codes = article.codes.slice()
  let folded = ''
  let from = 0
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at)) {
    codes[at] = mark.charCodeAt(0)
    folded += article.folded.slice(from, at) + mark
    from = at + 1
  }
  return { ...article, codes, folded: folded + article.folded.slice(from) }
}
