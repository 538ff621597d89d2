/** What the English judge looks at: the features of cues and of words in marks. */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import { cueShare, type Found, isVerb, VERB } from './english-cues.ts'
import type { Quotation } from './marks.ts'

/** How a cue stands to its report; words in marks may have none. */
const STRUCTURES = ['leftVS', 'participle', 'trailing', 'middle', 'leftQuoted', 'right', 'according', 'by', 'none'] as const

/** Names of the features of words in marks, in the order of a row. */
export const QUOTATION_FEATURES = [
  'words',
  'utterance',
  'term',
  'claimed',
  'capitals',
  'first capital',
  'first pronoun',
  'verb',
  'ends',
  'open',
  'typewriter',
  'share before',
  'that before',
  'as before',
  'mark before',
  'opens block',
  'mark after',
  'ends block',
  'share after',
  'share second after',
  'noun after',
  'speaker',
  'context',
  'quotations',
  ...STRUCTURES.map((structure) => `structure ${structure}`),
]

/** Names of the features of a word that may be a cue, in the order of a row. */
export const CUE_FEATURES = [
  'share',
  'ending',
  'said',
  'that next',
  'to next',
  'quoted next',
  'next',
  'second',
  'share next',
  'before',
  'share before',
  'modal',
  'negated',
  'speaker',
  'kind',
  'speaker length',
  'speaker distance',
  'speaker opens',
  'ahead of speaker',
  'verb in speaker',
  'content length',
  'position',
  'rest',
  'quotations',
  'verb near',
  'first',
  'context',
  'earlier',
  'since earlier',
  'rival',
  ...STRUCTURES.map((structure) => `structure ${structure}`),
]

/** More quotations in one block say no more. */
const MOST_QUOTATIONS = 6
const OPENS_NAME = 'as a an the of called named titled dubbed entitled'.split(' ')
const VERB_INSIDE = /\b(?:is|are|was|were|be|been|have|has|had|will|would|can|could|should|do|does|did|’s|’re|’m|'s|'re|'m|don't|don’t)\b/

/** Words in marks, where they stand. */
export interface Marked {
  folded: string
  /** The tokens of the block they stand in, and how many quotations it has. */
  tokens: readonly Token[]
  quotations: number
  /** The words in their marks. */
  quotation: Quotation
  /** How often they stand in marks. */
  times: number
  /** The cue that announces them, if any. */
  found: Found | null
  /** They read like an utterance. */
  utterance: boolean
  /** They name a thing. */
  term: boolean
  /** Somebody has spoken before. */
  spoken: boolean
}

/**
 * Describes words in marks.
 *
 * @param marked the words
 * @param context what the words in them and around them say, see quotation-context.ts
 * @returns their features, see {@link QUOTATION_FEATURES}
 */
export function describeQuotation(marked: Marked, context: number): Float64Array {
  const { folded, quotation, found } = marked
  const said = folded.slice(quotation.start, quotation.end)
  const words = said.split(/\s+/).filter((word) => word !== '')
  const before = folded.slice(Math.max(0, quotation.outerStart - 24), quotation.outerStart)
  const after = folded.slice(quotation.outerEnd, quotation.outerEnd + 16)
  const wordBefore = /([\p{L}’']{1,24})\s?$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  const row = new Float64Array(QUOTATION_FEATURES.length)
  let at = 0
  row[at++] = Math.min(60, words.length)
  row[at++] = Number(marked.utterance)
  row[at++] = Number(marked.term)
  row[at++] = found?.share ?? 0
  row[at++] = words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length)
  row[at++] = Number(/^\p{Lu}/u.test(said))
  row[at++] = Number(/^(?:i|we|you|it|he|she|they|this|that|there)\b/i.test(said))
  row[at++] = Number(VERB_INSIDE.test(said))
  row[at++] = '.!?,…-'.indexOf(said.at(-1) ?? ' ') + 1
  row[at++] = Number(quotation.open)
  row[at++] = Number(quotation.typewriter)
  row[at++] = cueShare(wordBefore)
  row[at++] = Number(wordBefore === 'that')
  row[at++] = OPENS_NAME.indexOf(wordBefore) + 1
  row[at++] = ',:;(—-'.indexOf(before.trimEnd().at(-1) ?? ' ') + 1
  row[at++] = Number(before === '' || before.endsWith('\n'))
  row[at++] = '.,;:)—'.indexOf(after.trimStart()[0] ?? ' ') + 1
  row[at++] = Number(after === '' || after.startsWith('\n'))
  row[at++] = cueShare(/^\s?([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? '')
  row[at++] = cueShare(/^\s?[\p{L}’']+ ([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? '')
  row[at++] = Number(/^\s[a-z]/.test(after) && !/^\s(?:and|or|but|to|in|on|for|by|at|with|said|he|she|as)\b/.test(after))
  row[at++] = Number(marked.spoken)
  row[at++] = context
  row[at++] = Math.min(MOST_QUOTATIONS, marked.quotations)
  row[at + STRUCTURES.indexOf(found?.structure ?? 'none')] = 1
  return row
}

/** A word that may be a cue, where it stands. */
export interface Candidate {
  /** The tokens of its sentence. */
  sentence: readonly Token[]
  /** For each of them whether it stands in marks. */
  quoted: readonly boolean[]
  /** The word, its speaker and its report. */
  found: Found
  /** Where the sentence stands. */
  span: Span
  /** The quotations of the sentence. */
  inside: readonly Quotation[]
  /** The cues of the sentence that stand before it and are believed. */
  earlier: readonly Found[]
  /** The word of the sentence that is a cue most often, itself apart. */
  rival: Token | undefined
}

/**
 * Finds the rivals of the words of a sentence.
 *
 * @param sentence its tokens
 * @returns the two words that are cues most often, the better one first
 */
export function bestCues(sentence: readonly Token[]): Token[] {
  let best: Token | undefined
  let second: Token | undefined
  let bestShare = 0
  let secondShare = 0
  for (const token of sentence) {
    const share = cueShare(token.lower)
    if (share > bestShare) {
      second = best
      secondShare = bestShare
      best = token
      bestShare = share
    } else if (share > secondShare) {
      second = token
      secondShare = share
    }
  }
  return [best, second].filter((token) => token !== undefined)
}

/**
 * Describes a word that may be a cue, in its structure.
 *
 * @param candidate the word
 * @param context what the words around it say, see cue-context.ts
 * @returns its features, see {@link CUE_FEATURES}
 */
export function describeCue({ sentence, quoted, found, span, inside, earlier, rival }: Candidate, context: number): Float64Array {
  const { from, to, speaker } = found
  const token = sentence[from] as Token
  const next = sentence[to]
  const before = sentence[from - 1]
  const { modal, negated } = aheadOf(sentence, from)
  const row = new Float64Array(CUE_FEATURES.length)
  let at = 0
  row[at++] = found.share
  row[at++] = endingOf(token.lower)
  row[at++] = Number(token.lower === 'said' || token.lower === 'says')
  row[at++] = Number(next?.lower === 'that')
  row[at++] = Number(next?.lower === 'to')
  row[at++] = Number(quoted[to] === true || quoted[to + 1] === true)
  row[at++] = kindOf(next)
  row[at++] = kindOf(sentence[to + 1])
  row[at++] = next ? cueShare(next.lower) : 0
  row[at++] = kindOf(before)
  row[at++] = before ? cueShare(before.lower) : 0
  row[at++] = modal
  row[at++] = Number(negated)
  row[at++] = speaker ? FORM[speaker.form] : 0
  row[at++] = speaker ? KIND[speaker.kind] : 0
  row[at++] = speaker ? speaker.end - speaker.start : 0
  row[at++] = speaker ? Math.min(200, Math.abs(token.start - speaker.end)) : 300
  const opens = speaker ? firstEndingAfter(sentence, speaker.start) : sentence.length
  row[at++] = kindOf(sentence[opens])
  row[at++] = kindOf(sentence[opens - 1])
  row[at++] = Number(speaker !== null && hasAny(sentence, opens, firstEndingAfter(sentence, speaker.end - 1), isVerb))
  row[at++] = found.contents.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
  row[at++] = from
  row[at++] = span.end - token.end
  row[at++] = inside.length
  row[at++] = Number(hasAny(sentence, to, to + NEAR, ({ lower }) => VERB.has(lower)))
  row[at++] = Number(from === 0 || token.capital)
  row[at++] = context
  row[at++] = earlier.length
  row[at++] = earlier.length > 0 ? from - (earlier.at(-1) as Found).to : 99
  row[at++] = rival ? cueShare(rival.lower) : 0
  row[at + STRUCTURES.indexOf(found.structure)] = 1
  return row
}

const FORM = { pronoun: 1, name: 2, description: 3 }
const KIND = { person: 1, group: 2, organization: 3, unknown: 4 }
/** A verb of the report stands within so many tokens behind the cue, a modal verb within so many before it. */
const NEAR = 9
const AHEAD = 4

function endingOf(word: string): number {
  return word.endsWith('ing') ? 1 : word.endsWith('ed') ? 2 : word.endsWith('s') ? 3 : 0
}

function hasAny(sentence: readonly Token[], from: number, to: number, holds: (token: Token) => boolean): boolean {
  for (let at = from; at < Math.min(to, sentence.length); at++) if (holds(sentence[at] as Token)) return true
  return false
}

const MODALS = new Map<string, number>([
  ...'will would could should may might can must'.split(' ').map((word) => [word, 1] as const),
  ['to', 2],
  ...'be been is are was were being'.split(' ').map((word) => [word, 3] as const),
])

/** The furthest word before a cue that tells how it is meant: 1 modal, 2 infinitive, 3 passive; and whether it is denied. */
function aheadOf(sentence: readonly Token[], at: number): { modal: number; negated: boolean } {
  let modal = 0
  let negated = false
  for (let index = at - 1; index >= Math.max(0, at - AHEAD); index--) {
    const { lower } = sentence[index] as Token
    modal = MODALS.get(lower) ?? modal
    negated ||= lower === 'not' || lower === 'never' || lower === 'no' || lower.endsWith("n't") || lower.endsWith('n’t')
  }
  return { modal, negated }
}

/** Kinds of words that a list tells. */
const KINDS: ReadonlyMap<string, number> = new Map(
  (
    [
      [9, 'he she they it we i you him her them us me'],
      [10, 'the a an this these those his their its our my your some any no all'],
      [11, 'of in on for at by with from about as into against over under after before'],
      [12, 'and or but'],
      [13, 'is are was were be been has have had will would could should may might can must do does did'],
      [14, 'what how why when where who whether if'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)

/** A coarse part of speech, as a number. */
function kindOf(token: Token | undefined): number {
  if (!token) return 0
  if (!token.word) return ',.:;"“'.includes(token.text) ? 1 + ',.:;"“'.indexOf(token.text) : 8
  const listed = KINDS.get(token.lower)
  if (listed !== undefined) return listed
  if (token.capital) return 15
  if (token.lower.endsWith('ly')) return 16
  return token.lower.endsWith('ed') || token.lower.endsWith('ing') ? 17 : 18
}
