/** The stamp that a site puts behind the paragraphs of an article it has copied: where it says it is from, with its address, each time the same. */
import type { Document } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import type { Fragment } from './fragment.ts'

/** An address up to the end of the line, and whatever stands beside it; in UTF-16 units. */
const ADDRESS = /(?:https?:\/\/|www\.)[\w./?=&%#-]{4,80}/
const LONGEST = 160
/** So often the same stands at the end of a line. */
const LEAST = 3
/** What stands ahead of the address is the same too: 文章源自某某博客. In UTF-16 units. */
const LONGEST_LEAD = 24
/** A sentence ends before a stamp. */
const MARKS = /[。!?”」)】]/

/**
 * Finds stamps.
 *
 * @param document the document
 * @returns fragments, sorted
 */
export function findStamps({ lines, folded }: Document): Fragment[] {
  const groups = new Map<string, { line: Line; start: number }[]>()
  for (const line of lines) {
    const from = Math.max(line.start, line.end - LONGEST)
    const found = ADDRESS.exec(folded.slice(from, line.end))
    if (!found) continue
    const start = from + found.index
    const stamp = folded.slice(start, line.end)
    const same = groups.get(stamp)
    if (same) same.push({ line, start })
    else groups.set(stamp, [{ line, start }])
  }
  const fragments: Fragment[] = []
  for (const places of groups.values()) {
    if (places.length < LEAST) continue
    const lead = leadOf(places)
    for (const { line, start } of places)
      fragments.push({
        start: start - lead,
        end: line.end,
        kind: 'contact',
        suggestion: '',
        confidence: 0.95,
        reason: `the stamp of a site, the same at the end of ${places.length} lines`,
      })
  }
  return fragments.sort((a, b) => a.start - b.start)

  /** How much ahead of the address is the same everywhere, back to a mark. */
  function leadOf(places: readonly { line: Line; start: number }[]): number {
    let lead = 0
    while (lead < LONGEST_LEAD) {
      const [first] = places
      const next = folded[(first?.start ?? 0) - lead - 1]
      if (next === undefined || MARKS.test(next)) break
      if (places.some(({ line, start }) => start - lead - 1 < line.start || folded[start - lead - 1] !== next)) break
      lead++
    }
    return lead
  }
}
