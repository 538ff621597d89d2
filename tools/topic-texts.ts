/** The texts on which the judges of foreign passages and of spliced articles are fitted, by their paragraphs. */
import type { Article } from '../src/engine/2-spam/topics.ts'
import { type Block, readArticle } from '../src/engine/4-names/article.ts'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { joinSentences } from './clean-chinese.ts'
import { layOut } from './lay-out.ts'

const shared = new URL('../../shared/data/', import.meta.url)
/** The web pages. */
export const pages = readGold(new URL('webtext/readability.jsonl', shared))
const own = readGold('test/corpus/tune')
const news = readGold(new URL('polnear/train.jsonl', shared))
const treebank = ['gsd', 'gsdsimp'].flatMap((name) => joinSentences(new URL(`zh/ud-${name}.dev.conllu`, shared)))

/** An article by its paragraphs; the first is the headline where one is known. */
export interface Text {
  grammar: 'zh' | 'en'
  headline: boolean
  paragraphs: string[]
  /** Other articles may be spliced in. */
  spliced: boolean
}

/** All texts of more than three paragraphs. */
export const texts = [
  ...[...pages, ...news, ...own].map((record) => textOf(record, true)),
  ...treebank.map((record) => textOf(record, false)),
].filter(({ paragraphs }) => paragraphs.length > 3)

/**
 * @param record a text with its gold
 * @param spliced other articles may be spliced in
 * @returns its headline and body paragraphs
 */
export function textOf(record: GoldRecord, spliced: boolean): Text {
  const grammar = /\p{Script=Han}{5}/u.test(record.text) ? 'zh' : 'en'
  const blocks = record.blocks?.filter(({ role }) => ['body', 'paragraph', 'headline'].includes(role))
  const lines = blocks ? blocks.map(({ start, end }) => record.text.slice(start, end)) : record.text.split('\n')
  const headline = blocks ? blocks[0]?.role === 'headline' : !spliced
  return { grammar, headline, paragraphs: lines.map((line) => line.trim()).filter((line) => line !== ''), spliced }
}

/**
 * @param text a text by its paragraphs
 * @returns the article that they make
 */
export function articleOf({ paragraphs, headline, grammar }: Text): Article {
  const { text, blocks } = layOut(paragraphs.map((line, at) => [line, headline && at === 0 ? 'headline' : 'paragraph']))
  return readArticle(text, blocks as Block[], grammar)
}
