/** Puts the findings of all stages into the form of the contract. */
import type { Extraction } from '../../schemas/extraction.ts'
import { type Segment, toRaw } from './1-document/clean-text.ts'
import type { Document } from './1-document/document.ts'
import { type OffsetUnit, offsetConverter } from './1-document/offsets.ts'
import type { Source } from './1-document/source.ts'
import { contains, firstEndingAfter, type Span } from './1-document/span.ts'
import type { Fragment } from './2-spam/fragment.ts'
import type { Furniture, Layout } from './3-layout/layout.ts'
import type { Metadata } from './3-layout/metadata.ts'
import type { ParagraphRole } from './3-layout/roles.ts'
import type { Article } from './4-names/article.ts'
import type { Entity } from './4-names/entities.ts'
import type { Mention } from './4-names/mention.ts'
import type { Attributions } from './5-quotes/find.ts'

/** What the stages found; offsets are UTF-16 units of the plain text, or of the clean text for names and quotes. */
export interface Findings {
  source: Source
  document: Document
  layout: Layout
  fragments: Fragment[]
  /** Number of fragments too uncertain to report. */
  uncertain: number
  segments: readonly Segment[]
  article: Article
  quotes: Attributions
  metadata: Metadata
  offsets: OffsetUnit
}

/** From this share of spam characters on the caller is warned. */
const MOSTLY = 0.5

/** What a mark of Markdown says of its block. */
const ROLES: Readonly<Record<string, ParagraphRole>> = { '#': 'subheading', '>': 'blockquote' }

/** From so many swapped words on the caller is warned that the text was spun. */
const SPUN = 3

/**
 * Assembles the answer.
 *
 * @param findings what the stages found
 * @returns the answer, offsets in the unit asked for
 */
export function assemble(findings: Findings): Extraction {
  const { source, document, layout, segments, article, metadata } = findings
  const raw = offsetConverter(source.text, findings.offsets)
  const cleaned = offsetConverter(article.text, findings.offsets)
  const span = ({ start, end }: Span): Span => ({ start: raw(start), end: raw(end) })
  const fromClean = (found: Span): Span => span(source.span(toRaw(segments, found)))

  const spam: { found: Fragment | Furniture; id: string }[] = [...findings.fragments, ...layout.furniture]
    .sort((a, b) => a.start - b.start)
    .map((found, index) => ({ found, id: `s${index + 1}` }))
  const spamSpans = spam.map(({ found }) => found)
  const spamBlocks = spamSpans.map((found) => source.block(found))
  const bodyBlocks = article.blocks.filter((block) => block.role !== 'headline')
  const paragraphs = layout.paragraphs.map((paragraph, index) => {
    const ids: string[] = []
    for (let at = firstEndingAfter(spamSpans, paragraph.start); at < spam.length && (spamSpans[at] as Span).start < paragraph.end; at++)
      ids.push((spam[at] as { id: string }).id)
    const block = bodyBlocks[index] as Span
    const role = ROLES[source.markOf(paragraph)] ?? paragraph.role
    return { index, role, text: article.text.slice(block.start, block.end), ...span(source.block(paragraph)), spam: ids }
  })

  const speakers = new Map<Entity, Extraction['speakers'][number]>()
  const mentionOf = (mention: Mention): Extraction['quotes'][number]['speaker'] => {
    const entity = findings.quotes.entityOf.get(mention)
    if (!entity) return null
    const speaker = speakers.get(entity) ?? newSpeaker(entity)
    return {
      id: speaker.id,
      text: article.text.slice(mention.start, mention.end),
      ...fromClean(mention),
      name: entity.name,
      role: entity.role,
      kind: entity.kind,
    }
  }
  const newSpeaker = (entity: Entity): Extraction['speakers'][number] => {
    const speaker: Extraction['speakers'][number] = {
      id: `p${speakers.size + 1}`,
      name: entity.name,
      role: entity.role,
      kind: entity.kind,
      mentions: entity.mentions.map((mention) => ({ ...fromClean(mention), text: article.text.slice(mention.start, mention.end) })),
      quotes: [],
    }
    speakers.set(entity, speaker)
    return speaker
  }
  const quotes: Extraction['quotes'] = []
  for (const quote of findings.quotes.quotes) {
    const paragraph = firstEndingAfter(bodyBlocks, quote.start)
    if (paragraph === bodyBlocks.length || !contains(bodyBlocks[paragraph] as Span, quote)) continue
    const id = `q${quotes.length + 1}`
    const speaker = quote.speaker && mentionOf(quote.speaker)
    const via = quote.via && mentionOf(quote.via)
    quotes.push({
      id,
      kind: quote.kind,
      text: article.text.slice(quote.start, quote.end),
      ...fromClean(quote),
      paragraph,
      speaker,
      via,
      cue: quote.cue && { text: article.text.slice(quote.cue.start, quote.cue.end), ...fromClean(quote.cue) },
      ...(quote.utterance === undefined ? {} : { utterance: `u${quote.utterance + 1}` }),
      confidence: quote.confidence,
    })
    if (speaker && quote.speaker) speakers.get(findings.quotes.entityOf.get(quote.speaker) as Entity)?.quotes.push(id)
  }

  const headlineBlock = article.blocks.find((block) => block.role === 'headline')
  return {
    language: document.language.tag,
    headline:
      layout.headline && headlineBlock
        ? {
            text: article.text.slice(headlineBlock.start, headlineBlock.end),
            ...span(source.block(layout.headline)),
            confidence: round(layout.headline.confidence),
          }
        : null,
    paragraphs,
    quotes,
    speakers: [...speakers.values()],
    spam: spam.map(({ found, id }, index) => ({
      id,
      category: 'suggestion' in found ? ('injected' as const) : ('boilerplate' as const),
      kind: found.kind,
      text: source.text.slice(spamBlocks[index]?.start, spamBlocks[index]?.end),
      ...span(spamBlocks[index] as Span),
      suggestion: 'suggestion' in found ? found.suggestion : '',
      confidence: round(found.confidence),
      reason: found.reason,
    })),
    metadata,
    text: article.text,
    segments: source.segments(segments).map((segment) => ({
      clean: [cleaned(segment.clean.start), cleaned(segment.clean.end)],
      raw: [raw(segment.raw.start), raw(segment.raw.end)],
      copied: segment.copied,
    })),
    warnings: warningsOf(findings, spamSpans),
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function warningsOf({ document, layout, fragments, uncertain }: Findings, spam: readonly Span[]): Extraction['warnings'] {
  const warnings: Extraction['warnings'] = []
  const cut = spam.reduce((sum, { start, end }) => sum + end - start, 0)
  if (!layout.headline) warnings.push({ code: 'no_headline', message: 'No line of the text is likely to be its headline.' })
  if (layout.paragraphs.length === 0) warnings.push({ code: 'no_body', message: 'No line of the text reads like the body of an article.' })
  if (layout.articles > 1)
    warnings.push({ code: 'several_articles', message: `The text holds ${layout.articles} articles; only the main one is returned.` })
  if (cut > document.text.length * MOSTLY)
    warnings.push({ code: 'mostly_spam', message: `${Math.round((100 * cut) / document.text.length)} % of the text is spam or furniture.` })
  if (uncertain > 0)
    warnings.push({
      code: 'uncertain_spam',
      message: `${uncertain} more runs look like injected spam but are too uncertain to be cut or reported.`,
    })
  const spun = fragments.filter(({ kind }) => kind === 'spun_word').length
  if (spun >= SPUN)
    warnings.push({ code: 'spun_text', message: `${spun} words were swapped by spinning software: other swaps may be left in the text.` })
  if (document.language.grammar === null)
    warnings.push({
      code: 'unsupported_language',
      message: `Quotes and injected spam are found in Chinese and English only; this text is “${document.language.tag}”.`,
    })
  if (!document.text.isWellFormed())
    warnings.push({ code: 'lone_surrogates', message: 'The text holds lone surrogates; in UTF-8 each stands as U+FFFD.' })
  return warnings
}
