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
const HAN = /\p{Script=Han}/u

interface Patterns {
  /** Any that binds to the beginning of the line, any other: most lines say nothing of the sort, and one look at each tells. */
  atStart: RegExp
  anywhere: RegExp
  each: { kind: BoilerplateKind; pattern: RegExp }[]
}

type Entry = [kind: BoilerplateKind, pattern: string]

/** All patterns, for lines with a Chinese character; and those that say nothing Chinese, or something English too. */
let loaded: { all: Patterns; latin: Patterns } | undefined

function furniturePatterns(): { all: Patterns; latin: Patterns } {
  if (loaded) return loaded
  const entries = readLexicon('furniture.txt').map((entry) => entry.split('\t') as Entry)
  loaded = { all: together(entries), latin: together(entries.filter(([, pattern]) => !isChinese(pattern))) }
  return loaded
}

function together(entries: readonly Entry[]): Patterns {
  const patterns = entries.map(([, pattern]) => pattern)
  const any = (some: readonly string[]): string => some.map((pattern) => `(?:${pattern})`).join('|')
  return {
    // One anchor for all: else each is tried at every place of the line.
    atStart: new RegExp(`^(?:${any(patterns.filter(isAnchored).map((pattern) => pattern.slice(1)))})`, 'iu'),
    anywhere: new RegExp(any(patterns.filter((pattern) => !isAnchored(pattern))), 'iu'),
    each: entries.map(([kind, pattern]) => ({ kind, pattern: new RegExp(pattern, 'iu') })),
  }
}

/** Whether a pattern asks for a Chinese character: it has some, none of them one of several marks as in [-/年], and no English letter. */
function isChinese(pattern: string): boolean {
  const literal = pattern.replace(/\\p\{Script=Han\}/g, '汉').replace(/\\p\{[^}]*\}|\\[a-zA-Z]/g, '')
  return HAN.test(literal) && !/[a-zA-Z]/.test(literal) && !/[-.:]\p{Script=Han}\]/u.test(literal)
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
  const { all, latin } = furniturePatterns()
  const { atStart, anywhere, each } = HAN.test(line) ? all : latin
  if (!atStart.test(line) && !anywhere.test(line)) return null
  for (const { kind, pattern } of each) if (pattern.test(line)) return kind
  return null
}
