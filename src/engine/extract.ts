/**
 * The pipeline: raw text in, article out.
 *
 * The document is read once. Detectors find what a spammer put into it; the layout is read from what is left of each
 * line; headline and paragraphs, without the spam, make the clean text. Names and quotes are read from the clean text,
 * so that a piece of spam can stand between a speaker and his words; at the end everything is mapped back to the input.
 */
import type { Extraction, ExtractOptions } from '../../schemas/extraction.ts'
import { CleanText } from './1-document/clean-text.ts'
import { readDocument } from './1-document/document.ts'
import { readVocabulary } from './1-document/vocabulary.ts'
import { detectSpam } from './2-spam/detect.ts'
import { DATELINE_LENGTH } from './3-layout/dateline.ts'
import { readLayout } from './3-layout/layout.ts'
import { readMetadata } from './3-layout/metadata.ts'
import { withoutFragments } from './3-layout/without-fragments.ts'
import { type Block, readArticle } from './4-names/article.ts'
import { findQuotes } from './5-quotes/find.ts'
import { assemble } from './assemble.ts'

/** Spam less certain than this stays in the text and is only counted in the warnings. */
const CERTAIN = 0.5

/** The stages of the pipeline, in their order. */
export const STAGES = ['document', 'spam', 'layout', 'clean text', 'names', 'quotes', 'assembly'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Extracts the article from a raw text.
 *
 * @param text the text as it was delivered; any string
 * @param options the caller's title, language and unit of offsets
 * @param onEnd is told when a stage ends, for those who take the time
 * @returns the article; offsets in the unit asked for
 */
export function extract(text: string, options: Partial<ExtractOptions> = {}, onEnd: (stage: Stage) => void = () => {}): Extraction {
  const language = options.language === 'zh' || options.language === 'en' ? options.language : undefined
  const document = readDocument(text, language)

  const vocabulary = readVocabulary(document)
  onEnd('document')
  const found = detectSpam(document, vocabulary, options.title)
  const certain = found.filter((fragment) => fragment.confidence >= CERTAIN)
  onEnd('spam')
  const trimmed = withoutFragments(document, certain)
  const layout = readLayout(trimmed, certain.length === 0 ? vocabulary : readVocabulary(trimmed), options.title)
  const fragments = certain.filter((fragment) => !layout.furniture.some((line) => line.start <= fragment.start && fragment.end <= line.end))
  onEnd('layout')

  const clean = new CleanText(text)
  const edits = [
    ...fragments
      .filter((fragment) => fragment.suggestion !== null)
      .map(({ start, end, suggestion }) => ({ start, end, replacement: suggestion as string })),
    ...document.joins,
  ].sort((a, b) => a.start - b.start)
  const blocks: Block[] = []
  if (layout.headline) blocks.push({ ...clean.appendBlock(layout.headline, edits), role: 'headline' })
  let last = layout.headline?.end ?? 0
  for (const paragraph of layout.paragraphs) {
    if (blocks.length > 0) clean.replace(last, Math.max(last, paragraph.start), blocks.length === 1 && layout.headline ? '\n\n' : '\n')
    blocks.push({ ...clean.appendBlock(paragraph, edits), role: paragraph.role })
    last = paragraph.end
  }

  onEnd('clean text')

  const article = readArticle(clean.toString(), blocks, document.language.grammar)
  onEnd('names')
  const quotes = findQuotes(article)
  onEnd('quotes')
  const opening = blocks.find((block) => block.role === 'paragraph')
  const metadata = readMetadata(
    document,
    layout,
    opening ? article.folded.slice(opening.start, Math.min(opening.end, opening.start + DATELINE_LENGTH)) : '',
  )
  const extraction = assemble({
    document,
    layout,
    fragments,
    uncertain: found.length - certain.length,
    segments: clean.segments,
    article,
    quotes,
    metadata,
    offsets: options.offsets ?? 'utf-16',
  })
  onEnd('assembly')
  return extraction
}
