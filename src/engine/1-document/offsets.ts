/** Offsets in the unit of the caller's language. */

/** The unit of an offset. */
export type OffsetUnit = 'utf-16' | 'utf-8' | 'code-point'

/**
 * Makes a converter from UTF-16 offsets. A lone surrogate counts three bytes in UTF-8: encoders write U+FFFD for it.
 *
 * @param text the text that the offsets refer to
 * @param unit the unit wanted
 * @returns a function from a UTF-16 offset (0 … text.length) to an offset in that unit
 */
export function offsetConverter(text: string, unit: OffsetUnit): (at: number) => number {
  if (unit === 'utf-16') return (at) => at
  const offsets = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    offsets[at] = count
    const code = text.charCodeAt(at)
    const pair = code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (pair) {
      offsets[at + 1] = count
      count += unit === 'utf-8' ? 4 : 1
      at++
    } else if (unit === 'code-point') count++
    else count += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
  }
  offsets[text.length] = count
  return (at) => offsets[at] as number
}
