/** The clean text under construction, and the way back from it to the input. */
import { isBlank } from './characters.ts'
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
  readonly segments: Segment[] = []
  readonly #raw: string
  /** The text of each segment: joined once, at the end. */
  readonly #parts: string[] = []
  #length = 0

  /** @param raw the input that all raw offsets refer to */
  constructor(raw: string) {
    this.#raw = raw
  }

  /** @returns the clean text so far */
  toString(): string {
    return this.#parts.join('')
  }

  /**
   * Appends a range of the input as it stands.
   *
   * @param start where it starts
   * @param end where it ends
   */
  copy(start: number, end: number): void {
    if (end > start) this.#push(this.#raw.slice(start, end), { start, end }, true)
  }

  /**
   * Appends text that stands for a range of the input.
   *
   * @param start where the range starts
   * @param end where it ends
   * @param replacement what the clean text has instead; nothing is recorded when it is empty
   */
  replace(start: number, end: number, replacement: string): void {
    if (replacement !== '') this.#push(replacement, { start, end }, this.#raw.slice(start, end) === replacement)
  }

  #push(text: string, raw: Span, copied: boolean): void {
    const last = this.segments.at(-1)
    const start = this.#length
    this.#length += text.length
    if (copied && last?.copied && last.raw.end === raw.start) {
      last.raw.end = raw.end
      last.clean.end = this.#length
      this.#parts[this.#parts.length - 1] += text
    } else {
      this.segments.push({ clean: { start, end: this.#length }, raw: { ...raw }, copied })
      this.#parts.push(text)
    }
  }

  /**
   * Appends a block: a range of the input with edits inside it.
   *
   * @param block the range
   * @param edits sorted edits; those outside the block are passed over
   * @returns the span of the block in the clean text, without white space at its ends
   */
  appendBlock(block: Span, edits: readonly Edit[]): Span {
    const runs: Edit[] = []
    let at = block.start
    for (let next = firstEndingAfter(edits, block.start); next < edits.length; next++) {
      const edit = edits[next] as Edit
      if (edit.start >= block.end) break
      runs.push({ start: at, end: edit.start, replacement: '' }, edit)
      at = edit.end
    }
    runs.push({ start: at, end: block.end, replacement: '' })
    // Every other run is copied; what is blank at either end of the block is left out.
    let first = 0
    while (first < runs.length && this.#trimStart(runs[first] as Edit, first % 2 === 0)) first++
    let last = runs.length - 1
    while (last > first && this.#trimEnd(runs[last] as Edit, last % 2 === 0)) last--
    const start = this.#length
    for (let index = first; index <= last; index++) {
      const run = runs[index] as Edit
      if (index % 2 === 0) this.copy(run.start, run.end)
      else this.replace(run.start, run.end, run.replacement)
    }
    return { start, end: this.#length }
  }

  /** Takes the blanks off the beginning of a run; says whether nothing is left of it. */
  #trimStart(run: Edit, copied: boolean): boolean {
    if (!copied) return run.replacement.trim() === ''
    while (run.start < run.end && isBlank(this.#raw.charCodeAt(run.start))) run.start++
    return run.start === run.end
  }

  /** Takes the blanks off the end of a run; says whether nothing is left of it. */
  #trimEnd(run: Edit, copied: boolean): boolean {
    if (!copied) return run.replacement.trim() === ''
    while (run.end > run.start && isBlank(this.#raw.charCodeAt(run.end - 1))) run.end--
    return run.start === run.end
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
