/** The document as it looks to the layout: without the spam in its lines. */
import type { Document } from '../1-document/document.ts'
import { type Line, trim } from '../1-document/lines.ts'
import { firstEndingAfter, type Span } from '../1-document/span.ts'

/** A document whose lines know how far they reach with the spam at their ends. */
export interface TrimmedDocument extends Document {
  /** For each line its full span. */
  full: Span[]
  /** The words of a span without the fragments inside it, as written and folded. */
  wordsOf: (span: Span) => Pick<Document, 'text' | 'folded'>
}

/**
 * Cuts fragments off the ends of lines and drops lines that are nothing but fragments.
 *
 * @param document the document
 * @param fragments injected fragments, sorted, none overlapping
 * @returns a view of the document; offsets still refer to the input
 */
export function withoutFragments(document: Document, fragments: readonly Span[]): TrimmedDocument {
  const lines: Line[] = []
  const full: Span[] = []
  let blankBefore = 0
  for (const line of document.lines) {
    let { start, end } = line
    for (
      let at = firstEndingAfter(fragments, start);
      at < fragments.length && (fragments[at] as Span).start <= start && start < end;
      at++
    ) {
      start = trim(document.text, Math.min(end, (fragments[at] as Span).end), end).start
    }
    let at = firstEndingAfter(fragments, end - 1)
    if (at < fragments.length && (fragments[at] as Span).start >= end) at = -1
    for (; at >= 0 && at < fragments.length && (fragments[at] as Span).end >= end && (fragments[at] as Span).start > start; at--) {
      end = trim(document.text, start, (fragments[at] as Span).start).end
    }
    if (start >= end) {
      blankBefore += line.blankBefore
      continue
    }
    lines.push({ start, end, blankBefore: line.blankBefore + blankBefore })
    full.push({ start: line.start, end: line.end })
    blankBefore = 0
  }
  return { ...document, lines, full, wordsOf }

  function wordsOf({ start, end }: Span): Pick<Document, 'text' | 'folded'> {
    const words = { text: '', folded: '' }
    let from = start
    const add = (to: number): void => {
      words.text += document.text.slice(from, to)
      words.folded += document.folded.slice(from, to)
    }
    for (let at = firstEndingAfter(fragments, start); at < fragments.length && (fragments[at] as Span).start < end; at++) {
      add(Math.max(from, (fragments[at] as Span).start))
      from = Math.min(end, (fragments[at] as Span).end)
    }
    add(end)
    return words
  }
}
