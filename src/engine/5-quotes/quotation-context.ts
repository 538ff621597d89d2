/**
 * What the words in marks and around them say of whether they are somebody's; weights are in
 * `models/quotation-context.en.txt`. It is one of the things that the trees of english-judge.ts ask for.
 */
import { firstEndingAfter } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import { numbered } from './context-model.ts'
import type { Marked } from './english-features.ts'

/** How many words before the marks are looked at. */
const BEFORE = 8

/** Kinds of features. */
export const QUOTATION_KINDS = [
  'any',
  'length',
  'capitals',
  'capitals+length',
  'before',
  'second before',
  'before+before',
  'before+length',
  'before+capitals',
  'third before',
  'far before',
  'named before',
  'named before+capitals',
  'after',
  'after+length',
  'second after',
  'after+after',
  'before+after',
  'first',
  'first+length',
  'last',
  'repeated',
  'repeated+length',
  'repeated+capitals',
] as const
const KIND = numbered(QUOTATION_KINDS)

/**
 * Goes through the features of words in marks.
 *
 * @param candidate the words in marks
 * @param read what stands for a word
 * @param visit is told of each feature
 */
export function eachQuotationFeature<W>(
  { tokens, quotation, times }: Marked,
  read: (word: string) => W,
  visit: (kind: number, first: W, second: W) => void,
): void {
  const from = firstEndingAfter(tokens, quotation.start)
  const to = firstEndingAfter(tokens, quotation.end - 1) + 1
  const opening = firstEndingAfter(tokens, quotation.outerStart)
  const closing = firstEndingAfter(tokens, quotation.outerEnd)
  const wordAt = (at: number): W => read(at < 0 ? '^' : (tokens[at]?.lower ?? '$'))
  const none = read('')
  const length = read(lengthOf(to - from))
  const capitals = read(capitalsOf(tokens, from, to))
  const before = wordAt(opening - 1)
  const second = wordAt(opening - 2)
  const named = read(tokens[opening - 1]?.capital ? 'Name' : 'plain')
  const after = wordAt(closing)
  const next = wordAt(closing + 1)
  const first = wordAt(from)
  const repeated = read(String(Math.min(5, times)))
  visit(KIND.any, none, none)
  visit(KIND.length, length, none)
  visit(KIND.capitals, capitals, none)
  visit(KIND['capitals+length'], capitals, length)
  visit(KIND.before, before, none)
  visit(KIND['second before'], second, none)
  visit(KIND['before+before'], second, before)
  visit(KIND['before+length'], before, length)
  visit(KIND['before+capitals'], before, capitals)
  visit(KIND['third before'], wordAt(opening - 3), none)
  for (let at = opening - 4; at >= Math.max(0, opening - BEFORE); at--) visit(KIND['far before'], wordAt(at), none)
  visit(KIND['named before'], named, none)
  visit(KIND['named before+capitals'], named, capitals)
  visit(KIND.after, after, none)
  visit(KIND['after+length'], after, length)
  visit(KIND['second after'], next, none)
  visit(KIND['after+after'], after, next)
  visit(KIND['before+after'], before, after)
  visit(KIND.first, first, none)
  visit(KIND['first+length'], first, length)
  visit(KIND.last, wordAt(to - 1), none)
  visit(KIND.repeated, repeated, none)
  visit(KIND['repeated+length'], repeated, length)
  visit(KIND['repeated+capitals'], repeated, capitals)
}

function lengthOf(tokens: number): string {
  return tokens <= 1 ? '1' : tokens <= 3 ? '2' : tokens <= 7 ? '4' : '8'
}

/** Whether all words have a capital, the first one, or not even that. */
function capitalsOf(tokens: readonly Token[], from: number, to: number): string {
  for (let at = from; at < to; at++) {
    const { word, capital } = tokens[at] as Token
    if (word && !capital) return tokens[from]?.capital ? 'first' : 'none'
  }
  return 'all'
}
