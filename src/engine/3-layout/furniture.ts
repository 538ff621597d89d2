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

interface Patterns {
  /** Any of them: most lines say nothing of the sort, and one look tells. */
  any: RegExp
  each: { kind: BoilerplateKind; pattern: RegExp }[]
}

let loaded: Patterns | undefined

function furniturePatterns(): Patterns {
  if (loaded) return loaded
  const entries = readLexicon('furniture.txt').map((entry) => entry.split('\t') as [BoilerplateKind, string])
  loaded = {
    any: new RegExp(entries.map(([, pattern]) => `(?:${pattern})`).join('|'), 'iu'),
    each: entries.map(([kind, pattern]) => ({ kind, pattern: new RegExp(pattern, 'iu') })),
  }
  return loaded
}

/**
 * Names the furniture that a line is by its own words.
 *
 * @param line a folded line, trimmed
 * @returns the kind, or null when the line says nothing of the sort
 */
export function furnitureKind(line: string): BoilerplateKind | null {
  if (line.length > LONGEST) return null
  const { any, each } = furniturePatterns()
  if (!any.test(line)) return null
  for (const { kind, pattern } of each) if (pattern.test(line)) return kind
  return null
}
