/** Lines that tell who said the words in marks beside them: a name and a colon above, a signature below. */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'

/** “JANE ROE:”, “Jane Roe”: a full name in a line of its own, and its colon, if any. */
export const NAME_LABEL = /^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3})(:?)$/u
/** A mark that opens words. */
export const OPENING_MARK = /["“'‘]/
/** A mark that closes them. */
const CLOSING_MARK = /[”"’」』]/
/** A line that signs the words in marks above it. */
const SIGNATURE = /^(?:[—―–]{1,2}|-{1,2}) ?[\p{Lu}\p{Script=Han}][^.!?。:]{1,70}\.?$/u
/** In UTF-16 units. */
const LONGEST = 80

/**
 * @param document the document
 * @param index one of its lines, not the first
 * @returns whether words in marks end above it, and it signs them: “— Jane Roe, a baker”
 */
export function isSignature({ folded, lines }: Document, index: number): boolean {
  const { start, end } = lines[index] as Line
  const last = folded[(lines[index - 1] as Line).end - 1] as string
  return end - start <= LONGEST && CLOSING_MARK.test(last) && SIGNATURE.test(folded.slice(start, end))
}

/**
 * @param document the document
 * @param index one of its lines
 * @returns whether it names who says the words in marks below it: “JANE ROE:”
 */
export function isLabel({ folded, lines }: Document, index: number): boolean {
  const [{ start, end }, next] = [lines[index] as Line, lines[index + 1]]
  if (next === undefined || end - start > LONGEST || !OPENING_MARK.test(folded[next.start] as string)) return false
  return NAME_LABEL.exec(folded.slice(start, end))?.[2] === ':'
}
