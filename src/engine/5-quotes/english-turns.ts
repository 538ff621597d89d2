/** Who speaks in English transcripts, and in lines of names above words in marks. */
import { isGivenName } from '../1-document/given-names.ts'
import { contains, type Span } from '../1-document/span.ts'
import { type Token, tokenize } from '../1-document/tokens.ts'
import { NAME_LABEL, OPENING_MARK } from '../3-layout/speaker-lines.ts'
import type { Article, Block } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import { INITIALS } from '../4-names/english-words.ts'
import type { Mention } from '../4-names/mention.ts'

/** Who speaks in a transcript; its turns may stand in marks, each opened anew. */
const TURN = /^(["“]?)([A-Z][\p{L}.’' -]{0,40}(?:\([^)]{1,30}\))?):\s/u
const QUESTION = /^(?:Q|A|Question|Answer):\s/
/** The longest label of a turn with its marks, in UTF-16 units. */
const LONGEST_LABEL = 90
/** Turns that make a transcript. */
const LEAST_TURNS = 3
/** “Said Jane Roe”: no name alone; and the longest line that names who speaks, in UTF-16 units. */
const VERB_FIRST = /^(?:Said|Says|[A-Z][a-z]+ed) /
const LONGEST_LINE = 40

/** What somebody says in a transcript, and the colon that announces it. */
export interface Turn extends Span {
  speaker: Mention
  cue: Span
}

/**
 * @param article the clean article
 * @returns whether it is a transcript: one line that begins with a name and a colon is a headline; in several somebody speaks again
 */
export function isTranscript({ blocks, folded }: Article): boolean {
  const turns = blocks.flatMap((block) => labelOf(folded, block)?.[2] ?? [])
  return turns.length >= LEAST_TURNS && (new Set(turns).size < turns.length || turns.every((turn) => turn === turn.toUpperCase()))
}

/**
 * @param article a transcript
 * @param block one of its blocks
 * @param tokens the tokens of the block
 * @returns the turn that the block is; null where it is none
 */
export function readTurn({ folded, text }: Article, block: Block, tokens: readonly Token[]): Turn | null {
  const found = labelOf(folded, block)
  if (!found || QUESTION.test(found[0])) return null
  const [label, mark, name] = found as unknown as [string, string, string]
  const named = { start: block.start + mark.length, end: block.start + mark.length + name.length }
  const speaker = readPhrase(
    tokens.filter((token) => contains(named, token)),
    text,
  )
  const start = block.start + label.length
  const end = mark !== '' && /["”]$/.test(folded.slice(start, block.end)) ? block.end - 1 : block.end
  // KIM: initials may be a name here.
  if (!speaker || (speaker.kind !== 'person' && !INITIALS.test(name)) || start >= end) return null
  speaker.kind = 'person'
  return { start, end, speaker, cue: { start: start - 2, end: start - 1 } }
}

function labelOf(folded: string, { start, end }: Span): RegExpExecArray | null {
  return TURN.exec(folded.slice(start, Math.min(end, start + LONGEST_LABEL)))
}

/**
 * @param article the clean article
 * @param index one of its blocks
 * @returns whom it names, and the colon behind, where it is nothing but “JANE ROE:” or “Jane Roe” above words in marks; else null
 */
export function readLabel({ blocks, folded, text }: Article, index: number): { speaker: Mention; cue: Span } | null {
  const [{ start, end }, next] = [blocks[index] as Block, blocks[index + 1]]
  if (end - start > LONGEST_LINE || !next || !OPENING_MARK.test(folded[next.start] as string)) return null
  const label = NAME_LABEL.exec(folded.slice(start, end))
  if (!label || VERB_FIRST.test(label[0]) || (label[2] === '' && !isGivenName((label[1] as string).split(' ')[0] as string))) return null
  const speaker = readPhrase(tokenize(folded, start, start + (label[1] as string).length), text)
  return speaker && { speaker, cue: { start: label[2] === '' ? end : end - 1, end } }
}
