/** The clean text under construction, and the way back from it to the input. */
import { firstEndingAfter, type Span } from './span.ts'

/** One stretch of the clean text and the run of the input it comes from. All offsets are UTF-16 units. */
export interface Segment {
  clean: Span
  raw: Span
  /** False where other text stands for the raw run: a suggestion, or the break between two blocks. */
  copied: boolean
}

/** What is cut from the input or replaced: `replacement` is empty for a cut. */
export interface Edit extends Span {
  replacement: string
}

/** Collects the clean text from left to right. */
export class CleanText {
  text = ''
  readonly segments: Segment[] = []
  readonly #raw: string

  /** @param raw the input that all raw offsets refer to */
  constructor(raw: string) {
    this.#raw = raw
  }

  /**
   * Appends a range of the input as it stands.
   *
   * @param start where it starts
   * @param end where it ends
   */
  copy(start: number, end: number): void {
    if (end <= start) return
    const last = this.segments.at(-1)
    const from = this.text.length
    this.text += this.#raw.slice(start, end)
    if (last?.copied && last.raw.end === start) {
      last.raw.end = end
      last.clean.end = this.text.length
    } else {
      this.segments.push({ clean: { start: from, end: this.text.length }, raw: { start, end }, copied: true })
    }
  }

  /**
   * Appends text that stands for a range of the input.
   *
   * @param start where the range starts
   * @param end where it ends
   * @param replacement what the clean text has instead; nothing is recorded when it is empty
   */
  replace(start: number, end: number, replacement: string): void {
    if (replacement === '') return
    if (this.#raw.slice(start, end) === replacement) {
      this.copy(start, end)
      return
    }
    const from = this.text.length
    this.text += replacement
    this.segments.push({ clean: { start: from, end: this.text.length }, raw: { start, end }, copied: false })
  }

  /**
   * Appends a block: a range of the input with edits inside it.
   *
   * @param block the range
   * @param edits sorted edits; those outside the block are passed over
   * @returns the span of the block in the clean text, without white space at its ends
   */
  appendBlock(block: Span, edits: readonly Edit[]): Span {
    const start = this.text.length
    let at = block.start
    let dropBlank = true
    for (let next = firstEndingAfter(edits, block.start); next < edits.length; next++) {
      const edit = edits[next] as Edit
      if (edit.start >= block.end) break
      if (dropBlank) at = this.#skipBlank(at, edit.start)
      this.copy(at, edit.start)
      dropBlank = this.text.length === start
      this.replace(edit.start, edit.end, edit.replacement)
      dropBlank &&= this.text.length === start
      at = edit.end
    }
    if (dropBlank) at = this.#skipBlank(at, block.end)
    this.copy(at, block.end)
    this.#trimEnd(start)
    return { start, end: this.text.length }
  }

  #skipBlank(start: number, end: number): number {
    let at = start
    while (at < end && /\s/.test(this.#raw[at] as string)) at++
    return at
  }

  #trimEnd(floor: number): void {
    let size = this.text.length
    while (size > floor && /\s/.test(this.text[size - 1] as string)) size--
    if (size === this.text.length) return
    this.text = this.text.slice(0, size)
    for (let last = this.segments.at(-1); last && last.clean.end > size; last = this.segments.at(-1)) {
      if (last.clean.start >= size) {
        this.segments.pop()
        continue
      }
      if (last.copied) last.raw.end -= last.clean.end - size
      last.clean.end = size
    }
  }
}

/**
 * Maps a span of the clean text to the input.
 *
 * @param segments the segments of the clean text
 * @param span a span of the clean text, not empty
 * @returns the raw span from the first to the last unit; what was cut between them lies inside
 */
export function toRaw(segments: readonly Segment[], span: Span): Span {
  return { start: rawAt(segments, span.start).start, end: rawAt(segments, span.end - 1).end }
}

function rawAt(segments: readonly Segment[], at: number): Span {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle] as Segment).clean.end > at) high = middle
    else low = middle + 1
  }
  const segment = segments[low] as Segment
  if (!segment.copied) return segment.raw
  const start = segment.raw.start + at - segment.clean.start
  return { start, end: start + 1 }
}
