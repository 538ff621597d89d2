/** The clean article as the later stages read it: its text, its folded twin, its blocks and their words. */
import { type FoldedText, readText } from '../1-document/document.ts'
import type { Span } from '../1-document/span.ts'
import { type Token, tokenize } from '../1-document/tokens.ts'
import { type Segmentation, segment } from '../1-document/words.ts'

/** A block of the clean article. */
export interface Block extends Span {
  role: 'headline' | 'paragraph' | 'subheading' | 'list_item' | 'caption' | 'blockquote'
}

/** The clean article. All offsets are UTF-16 units of `text`. */
export interface Article extends FoldedText {
  blocks: Block[]
  /** Chinese words; empty arrays for other languages. */
  words: Segmentation
  /** The English tokens of each block; none for other languages. */
  tokens: Token[][]
}

/**
 * Reads the clean text.
 *
 * @param text headline and paragraphs, clean
 * @param blocks their spans and roles, in order
 * @param grammar which grammar reads it
 * @returns the article
 */
export function readArticle(text: string, blocks: Block[], grammar: 'zh' | 'en' | null): Article {
  const read = readText(text, grammar ?? undefined)
  return {
    ...read,
    language: { ...read.language, grammar },
    blocks,
    words: segment(grammar === 'zh' ? read.codes : new Uint16Array(0)),
    tokens: grammar === 'en' ? blocks.map(({ start, end }) => tokenize(read.folded, start, end)) : [],
  }
}
