/** The topical words of an article, paragraph by paragraph: what lexical cohesion is measured on. */
import type { FoldedText } from '../1-document/document.ts'
import { hashOf } from '../1-document/hash.ts'
import type { Span } from '../1-document/span.ts'
import { eachStem, isCommon } from '../1-document/topic-words.ts'
import type { Segmentation } from '../1-document/words.ts'

/** A text whose body is known. */
export interface Article extends FoldedText {
  /** The headline, if any, and the paragraphs. */
  blocks: (Span & { role: string })[]
  /** Its Chinese words. */
  words: Segmentation
}

/** Chinese words that cost less than this say nothing of a topic; what they cost more is their weight, up to a limit. In nats. */
const CHINESE_WEIGHT = { free: 8, most: 6, unknown: 4 }
/** Characters that cost so much together, in nats, do not stand side by side by chance. */
const RARE_PAIR = 16
/** The topical words of the article, by number. */
export interface Topics {
  /** Weight of each word. */
  weight: number[]
  /** In how many blocks it stands. */
  blocks: number[]
  /** For each block its words, each once, and how often they stand there. */
  words: { ids: number[]; counts: number[] }[]
}

/**
 * @param article the clean article
 * @returns its topical words
 */
export function readTopics(article: Article): Topics {
  const numbers = new Map<string | number, number>()
  const topics: Topics = { weight: [], blocks: [], words: [] }
  const each = article.language.grammar === 'zh' ? eachChineseWord : eachEnglishWord
  for (const block of article.blocks) {
    const at = new Map<number, number>()
    const ids: number[] = []
    const counts: number[] = []
    each(article, block, (word, weight) => {
      let id = numbers.get(word)
      if (id === undefined) {
        id = numbers.size
        numbers.set(word, id)
        topics.weight.push(weight)
        topics.blocks.push(0)
      }
      const known = at.get(id)
      if (known === undefined) {
        at.set(id, ids.length)
        ids.push(id)
        counts.push(1)
        topics.blocks[id] = (topics.blocks[id] as number) + 1
      } else counts[known] = (counts[known] as number) + 1
    })
    topics.words.push({ ids, counts })
  }
  return topics
}

function eachChineseWord({ words, folded }: Article, { start, end }: Span, tell: (word: string, weight: number) => void): void {
  for (let at = start; at < end; at++) {
    const length = words.length[at] as number
    const cost = words.cost[at] as number
    if (length < 2) {
      // Two characters that are no word together and rare side by side are part of a name.
      if (length === 1 && words.length[at + 1] === 1 && cost + (words.cost[at + 1] as number) >= RARE_PAIR)
        tell(folded.slice(at, at + 2), CHINESE_WEIGHT.unknown)
      continue
    }
    const weight = cost === 0 ? CHINESE_WEIGHT.unknown : Math.min(CHINESE_WEIGHT.most, cost - CHINESE_WEIGHT.free)
    if (weight > 0) tell(folded.slice(at, at + length), weight)
  }
}

function eachEnglishWord({ codes }: Article, { start, end }: Span, tell: (word: number, weight: number) => void): void {
  eachStem(codes, start, end, (from, to) => {
    const stem = hashOf(codes, from, to)
    if (!isCommon(stem)) tell(stem, 1)
  })
}
