/** The tokens of an English paragraph behind its dateline: no town speaks in “ORSA — …”. */
import type { Token } from '../1-document/tokens.ts'
import { DATELINE_LENGTH, englishDatelineLength } from '../3-layout/dateline.ts'
import type { Article, Block } from '../4-names/article.ts'

/** The first paragraph, and its headline and a caption above, are the first blocks. */
const FIRST = 2

/**
 * @param article the clean article
 * @param index one of its blocks
 * @param isTranscript whether words in capitals and a colon are who speaks
 * @returns the tokens of the block without its dateline
 */
export function behindDateline({ blocks, tokens, folded }: Article, index: number, isTranscript = false): readonly Token[] {
  const { start, end } = blocks[index] as Block
  const all = tokens[index] as Token[]
  const length = englishDatelineLength(folded.slice(start, Math.min(end, start + DATELINE_LENGTH)), !isTranscript && index <= FIRST)
  return length > 0 ? all.filter((token) => token.start >= start + length) : all
}
