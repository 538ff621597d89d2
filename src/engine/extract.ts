/**
 * The pipeline: raw text in, article out.
 *
 * The document is read once, without the marks of Markdown and HTML. Detectors find what a spammer put into it; the layout is
 * read from what is left of each line; headline and paragraphs, without the spam, make the clean text, and what belongs to
 * another article is taken out of it. Names and quotes are read from the clean text, so that a piece of spam can stand
 * between a speaker and his words; at the end everything is mapped back to the input.
 */
import type { Extraction, ExtractOptions } from '../../schemas/extraction.ts'
import { CleanText, type Edit } from './1-document/clean-text.ts'
import { readDocument } from './1-document/document.ts'
import { withoutMarkup } from './1-document/markup.ts'
import { Source } from './1-document/source.ts'
import { contains, firstEndingAfter, overlaps, type Span } from './1-document/span.ts'
import { readVocabulary } from './1-document/vocabulary.ts'
import { detectSpam } from './2-spam/detect.ts'
import { findForeign } from './2-spam/foreign.ts'
import type { ForeignPassage } from './2-spam/foreign-passages.ts'
import { CERTAIN, type Fragment } from './2-spam/fragment.ts'
import { DATELINE_LENGTH } from './3-layout/dateline.ts'
import { type Layout, readLayout } from './3-layout/layout.ts'
import { readMetadata } from './3-layout/metadata.ts'
import { withoutFragments } from './3-layout/without-fragments.ts'
import { type Block, readArticle } from './4-names/article.ts'
import { findQuotes } from './5-quotes/find.ts'
import { assemble } from './assemble.ts'

/** The stages of the pipeline, in their order. */
export const STAGES = ['document', 'spam', 'layout', 'clean text', 'names', 'quotes', 'assembly'] as const
export type Stage = (typeof STAGES)[number]

/** The caller's options, and what else is known of the text. */
export interface EngineOptions extends Partial<ExtractOptions> {
  /** It is the visible text of a page: what looks like a mark of Markdown or HTML in it was meant to be seen. */
  plain?: boolean
}

/**
 * Extracts the article from a raw text.
 *
 * @param text the text as it was delivered; any string
 * @param options the caller's title, language and unit of offsets; what is known of the text
 * @param onEnd is told when a stage ends, for those who take the time
 * @returns the article; offsets in the unit asked for
 */
export function extract(text: string, options: EngineOptions = {}, onEnd: (stage: Stage) => void = () => {}): Extraction {
  const language = options.language === 'zh' || options.language === 'en' ? options.language : undefined
  const source = new Source(text, options.plain ? null : withoutMarkup(text))
  const document = readDocument(source.plain, language)
  const vocabulary = readVocabulary(document)
  onEnd('document')
  const found = detectSpam(document, vocabulary, options.title)
  const certain = found.filter((fragment) => fragment.confidence >= CERTAIN)
  onEnd('spam')
  const trimmed = withoutFragments(document, certain)
  let layout = readLayout(trimmed, certain.length === 0 ? vocabulary : readVocabulary(trimmed), options.title)
  const { furniture } = layout
  let fragments = certain.filter((fragment) => {
    const line = furniture[firstEndingAfter(furniture, fragment.start)]
    return line === undefined || !contains(line, fragment)
  })
  onEnd('layout')

  const edits = [...cuts(fragments), ...document.joins].sort((a, b) => a.start - b.start)
  let clean = writeClean(document.text, layout, edits)
  onEnd('clean text')
  let article = readArticle(clean.text.toString(), clean.blocks, document.language.grammar)
  const passages = findForeign(article)
  const foreign = passages.filter(({ confidence }) => confidence >= CERTAIN)
  if (foreign.length > 0) {
    ;({ layout, fragments } = withoutPassages(layout, fragments, foreign))
    clean = writeClean(document.text, layout, edits)
    article = readArticle(clean.text.toString(), clean.blocks, document.language.grammar)
  }
  onEnd('names')
  const quotes = findQuotes(article)
  onEnd('quotes')
  const opening = clean.blocks.find((block) => block.role === 'paragraph')
  const dateline = (of: string): string => (opening ? of.slice(opening.start, Math.min(opening.end, opening.start + DATELINE_LENGTH)) : '')
  const metadata = readMetadata(trimmed, layout, { text: dateline(article.text), folded: dateline(article.folded) })
  const extraction = assemble({
    source,
    document,
    layout,
    fragments,
    uncertain: found.length - certain.length + passages.length - foreign.length,
    segments: clean.text.segments,
    article,
    quotes,
    metadata,
    offsets: options.offsets ?? 'utf-16',
  })
  onEnd('assembly')
  return extraction
}

/** What the fragments change in the clean text. */
function cuts(fragments: readonly Fragment[]): Edit[] {
  return fragments
    .filter((fragment) => fragment.suggestion !== null)
    .map(({ start, end, suggestion }) => ({ start, end, replacement: suggestion as string }))
}

/** Headline and paragraphs without the spam, and where each stands. */
function writeClean(raw: string, { headline, paragraphs }: Layout, edits: readonly Edit[]): { text: CleanText; blocks: Block[] } {
  const text = new CleanText(raw)
  const blocks: Block[] = []
  if (headline) blocks.push({ ...text.appendBlock(headline, edits), role: 'headline' })
  let last = headline?.end ?? 0
  for (const paragraph of paragraphs) {
    if (blocks.length > 0) text.replace(last, Math.max(last, paragraph.start), blocks.length === 1 && headline ? '\n\n' : '\n')
    blocks.push({ ...text.appendBlock(paragraph, edits), role: paragraph.role })
    last = paragraph.end
  }
  return { text, blocks }
}

/** Takes the paragraphs of foreign passages out of the body; what was found inside them goes with them. */
function withoutPassages(
  layout: Layout,
  fragments: Fragment[],
  passages: readonly ForeignPassage[],
): { layout: Layout; fragments: Fragment[] } {
  const headlines = layout.headline ? 1 : 0
  const foreign: Fragment[] = passages.flatMap(({ from, to, confidence, reason }) =>
    layout.paragraphs
      .slice(from - headlines, to - headlines)
      .map(({ start, end }) => ({ start, end, kind: 'foreign_passage', suggestion: '', confidence, reason })),
  )
  const stays = (span: Span): boolean => {
    const next = foreign[firstEndingAfter(foreign, span.start)]
    return next === undefined || !overlaps(next, span)
  }
  return {
    layout: { ...layout, paragraphs: layout.paragraphs.filter(stays) },
    fragments: [...fragments.filter(stays), ...foreign].sort((a, b) => a.start - b.start),
  }
}
