/** The input as it was sent, and the way to it from the plain text that the stages read. All offsets are UTF-16 units. */
import { CLASS, classOf } from './characters.ts'
import { type CleanText, type Segment, toRaw } from './clean-text.ts'
import { trim } from './lines.ts'
import { firstEndingAfter, type Span } from './span.ts'

/** The input. Where it bears no marks of Markdown or HTML it is the plain text itself, and nothing moves. */
export class Source {
  /** The input, untouched. */
  readonly text: string
  /** What the stages read. */
  readonly plain: string
  /** Null where plain text and input are the same. */
  readonly #segments: readonly Segment[] | null
  /** Where the segments stand in the plain text. */
  readonly #spans: readonly (Span & { copied: boolean })[]

  /**
   * @param text the input
   * @param plain the input without its marks, null where it has none
   */
  constructor(text: string, plain: CleanText | null) {
    this.text = text
    this.plain = plain === null ? text : plain.toString()
    this.#segments = plain?.segments ?? null
    this.#spans = (plain?.segments ?? []).map(({ clean, copied }) => ({ ...clean, copied }))
  }

  /** @returns where a span of the plain text stands in the input, without marks at its ends */
  span(span: Span): Span {
    return this.#segments ? toRaw(this.#segments, span) : span
  }

  /**
   * @param block a block of the plain text
   * @returns where it stands in the input, with the marks around it: every written character belongs to a block. Marks
   *   between two blocks of one line belong to the second
   */
  block(block: Span): Span {
    if (!this.#segments) return block
    const { plain, text } = this
    let before = block.start
    while (before > 0 && this.#isSpace(before - 1)) before--
    const start = this.#endBefore(before)
    let behind = block.end
    while (behind < plain.length && this.#isSpace(behind)) behind++
    const end =
      behind === plain.length
        ? text.length
        : classOf[plain.charCodeAt(behind)] === CLASS.lineBreak
          ? this.span({ start: behind, end: behind + 1 }).start
          : this.#endBefore(block.end)
    return trim(text, start, end)
  }

  /**
   * @param block a block of the plain text
   * @returns the first of the marks that open it in the input, '' for a block that none opens
   */
  markOf(block: Span): string {
    if (!this.#segments) return ''
    const { start } = this.block(block)
    return start < this.span(block).start ? this.text.charAt(start) : ''
  }

  /**
   * @param clean segments of the clean text over the plain text
   * @returns segments of the clean text over the input
   */
  segments(clean: readonly Segment[]): readonly Segment[] {
    const plain = this.#segments
    if (!plain) return clean
    return clean.flatMap((segment) => {
      if (!segment.copied) return [{ ...segment, raw: this.#gap(segment.raw) }]
      const parts: Segment[] = []
      for (let at = firstEndingAfter(this.#spans, segment.raw.start); at < plain.length; at++) {
        const { clean: from, raw, copied } = plain[at] as Segment
        if (from.start >= segment.raw.end) break
        const start = Math.max(from.start, segment.raw.start)
        const end = Math.min(from.end, segment.raw.end)
        const toClean = segment.clean.start - segment.raw.start
        const toInput = raw.start - from.start
        parts.push({
          clean: { start: start + toClean, end: end + toClean },
          raw: copied ? { start: start + toInput, end: end + toInput } : raw,
          copied,
        })
      }
      return parts
    })
  }

  /** Whether a unit of the plain text is a blank, or a line break that stands for a mark. */
  #isSpace(at: number): boolean {
    const found = classOf[this.plain.charCodeAt(at)]
    if (found !== CLASS.lineBreak) return found === CLASS.blank
    return this.#spans[firstEndingAfter(this.#spans, at)]?.copied === false
  }

  /** A run of the plain text that other text stands for; it may be empty. */
  #gap({ start, end }: Span): Span {
    if (end > start) return this.span({ start, end })
    const at = this.#endBefore(start)
    return { start: at, end: at }
  }

  /** Where what stands before a place of the plain text ends in the input. */
  #endBefore(at: number): number {
    return at === 0 ? 0 : this.span({ start: at - 1, end: at }).end
  }
}
