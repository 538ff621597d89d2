/** Lines with their roles to a text with its blocks. */
import type { GoldRecord } from '../src/evaluation/gold.ts'

/** A line and what it is. */
export type Line = [text: string, role: string]

/**
 * Writes lines one below the other.
 *
 * @param lines the lines
 * @returns the text, and a block for each line
 */
export function layOut(lines: readonly Line[]): { text: string; blocks: NonNullable<GoldRecord['blocks']> } {
  let end = -1
  const blocks = lines.map(([line, role]) => {
    const start = end + 1
    end = start + line.length
    return { start, end, role }
  })
  return { text: lines.map(([line]) => line).join('\n'), blocks }
}
