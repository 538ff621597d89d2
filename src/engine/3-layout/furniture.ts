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
  /** Any that binds to the beginning of the line, any other: most lines say nothing of the sort, and one look at each tells. */
  atStart: RegExp
  anywhere: RegExp
  each: { kind: BoilerplateKind; pattern: RegExp }[]
}

let loaded: Patterns | undefined

function furniturePatterns(): Patterns {
  if (loaded) return loaded
  const entries = readLexicon('furniture.txt').map((entry) => entry.split('\t') as [BoilerplateKind, string])
  const patterns = entries.map(([, pattern]) => pattern)
  const any = (some: readonly string[]): string => some.map((pattern) => `(?:${pattern})`).join('|')
  loaded = {
    // One anchor for all: else each is tried at every place of the line.
    atStart: new RegExp(`^(?:${any(patterns.filter(isAnchored).map((pattern) => pattern.slice(1)))})`, 'iu'),
    anywhere: new RegExp(any(patterns.filter((pattern) => !isAnchored(pattern))), 'iu'),
    each: entries.map(([kind, pattern]) => ({ kind, pattern: new RegExp(pattern, 'iu') })),
  }
  return loaded
}

/** Whether a pattern as a whole binds to the beginning: ^a, but not ^a|b. */
function isAnchored(pattern: string): boolean {
  if (!pattern.startsWith('^')) return false
  let depth = 0
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') at++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) return false
  }
  return true
}

/**
 * Names the furniture that a line is by its own words.
 *
 * @param line a folded line, trimmed
 * @returns the kind, or null when the line says nothing of the sort
 */
export function furnitureKind(line: string): BoilerplateKind | null {
  if (line.length > LONGEST) return null
  const { atStart, anywhere, each } = furniturePatterns()
  if (!atStart.test(line) && !anywhere.test(line)) return null
  for (const { kind, pattern } of each) if (pattern.test(line)) return kind
  return null
}
