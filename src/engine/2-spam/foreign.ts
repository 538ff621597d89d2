/** What belongs to other articles: passages spliced in, or a whole article that takes turns with this one. */
import { type ForeignPassage, findForeignPassages } from './foreign-passages.ts'
import { CERTAIN } from './fragment.ts'
import { findSplicedArticle } from './spliced-articles.ts'
import { type Article, readTopics } from './topics.ts'

/**
 * @param article the clean article
 * @returns passages in order, none overlapping, with their confidence; none where the language has no grammar
 */
export function findForeign(article: Article): ForeignPassage[] {
  if (article.language.grammar === null) return []
  const topics = readTopics(article)
  const spliced = findSplicedArticle(article, topics)
  if (spliced.some(({ confidence }) => confidence >= CERTAIN)) return spliced
  const passages = findForeignPassages(article, topics)
  return passages.length > 0 ? passages : spliced
}
