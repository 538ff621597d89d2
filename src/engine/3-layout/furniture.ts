/** What kind of furniture a line is, by what it says. */
import { readLexicon } from '../models.ts'

/** Kinds of text that belong to the page and not to the article. */
export type BoilerplateKind =
  | 'navigation'
  | 'related_links'
  | 'byline'
  | 'timestamp'
  | 'editor_credit'
  | 'source_credit'
  | 'copyright'
  | 'share'
  | 'subscribe'
  | 'comments'
  | 'advertisement_label'

/** Lines longer than this are sentences: furniture words in them are just words. In UTF-16 units. */
const LONGEST = 160

let patterns: { kind: BoilerplateKind; pattern: RegExp }[] | undefined

function furniturePatterns(): { kind: BoilerplateKind; pattern: RegExp }[] {
  patterns ??= readLexicon('furniture.txt').map((entry) => {
    const [kind, pattern] = entry.split('\t') as [BoilerplateKind, string]
    return { kind, pattern: new RegExp(pattern, 'iu') }
  })
  return patterns
}

/**
 * Names the furniture that a line is by its own words.
 *
 * @param line a folded line, trimmed
 * @returns the kind, or null when the line says nothing of the sort
 */
export function furnitureKind(line: string): BoilerplateKind | null {
  if (line.length > LONGEST) return null
  for (const { kind, pattern } of furniturePatterns()) if (pattern.test(line)) return kind
  return null
}
