/** The document as it looks to the layout: without the spam at the ends of its lines. */
import type { Document } from '../1-document/document.ts'
import { type Line, trim } from '../1-document/lines.ts'
import { firstEndingAfter, type Span } from '../1-document/span.ts'

/** A document whose lines know how far they reach with the spam at their ends. */
export interface TrimmedDocument extends Document {
  /** For each line its full span. */
  full: Span[]
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
  return { ...document, lines, full }
}
