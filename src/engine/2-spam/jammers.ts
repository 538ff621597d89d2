/**
 * Jammers: random characters that forum software puts at the breaks of a post, unseen there, so that a copy of it is spoilt; with
 * them stand the name, the address or the slogan of the forum. Discuz! writes pairs with a space between them: a mark or a
 * digit, then a letter or another mark.
 */
import type { Document } from '../1-document/document.ts'
import { type Line, trim } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'
import type { Fragment } from './fragment.ts'

/** Pairs in a row; a browser has made one blank of two, and none of those where a line begins. */
const CODE = /(?:(?<=^|\n)[?-~])?(?:[!-;] [?-~]| {1,2}[?-~]){5,24}/g
const PAIR = /[!-;](?= [?-~])/g
/** So many pairs begin with a mark or a digit, with so many different ones: “a, b, c, d, e, f” has one. */
const LEAST_PAIRS = 4
const LEAST_KINDS = 3
/** A code in a post that has no other is longer. */
const LONG_CODE = 6
/** The slogan of a forum; one that ends as sentences do, and one that only begins a paragraph, may be the writer's words. In UTF-16 units. */
const SHORTEST_SLOGAN = 3
const SHORTEST_SENTENCE = 12
const LONGEST_SLOGAN = 80
/** tea house,teahouse: no sentence begins so. */
const COMMA = /^[^,]{3,40},[^\s,]{3}/
/** A forum has no more of them. */
const MOST_SLOGANS = 12
const ENDS_SENTENCE = /[。！？!?…」”』’）)]$/
/** No slogan begins with these. */
const OPENING = /^[\s。！？，、；：!?,;:…」”』’）)\]】》]+/
/** A site's address at the end or at the beginning of what stands beside a code. */
const HOST = '(?:[a-z\\d-]{1,30}\\.){1,3}(?:com|net|org|cc|cn|tw|hk|me|info|tv|xyz|vip)(?![a-z\\d])|\\d{1,3}(?:\\.\\d{1,3}){3}'
const ENDS_WITH_HOST = new RegExp(`(?<![a-z\\d.-])(?:${HOST})$`, 'i')
const BEGINS_WITH_HOST = new RegExp(`^(?:${HOST})`, 'i')
/** 。某某論壇: behind the end of a sentence nothing but what a forum is called. */
const FORUM = /(?:^|(?<=[。！？!?…」”』’）)]))[^\s。！？!?，,、；：…「」“”（）()]{1,10}(?:论坛|論壇|社区|社區|之家)$/
/** 。某某茶座: words behind the last sentence of a paragraph that end in no mark, and are nobody's name and no credit. */
const TAIL = /(?<=。[」”』]?)[^\s。！？!?…「」“”『』](?<![记記编編来來图圖文责責摄攝])[^。！？!?…「」“”『』]{2,60}(?<![，,、：:；;—\s])$/
/** Words of another script than the text's, to their end; with a comma they are no name: tea house,teahouse. */
const LATIN = /^[\x21-\x7e](?:[\x20-\x7e]{0,78}[a-z])?/i

const JAMMED = {
  kind: 'mangled',
  suggestion: '',
  confidence: 0.97,
  reason: 'random characters that a forum puts where a post breaks',
} as const
const ADVERTISED = {
  kind: 'injected_name',
  suggestion: '',
  confidence: 0.95,
  reason: 'the name of a site beside the random characters of its forum',
} as const

/** What stands in a line between two codes, or a code and the end of the line. */
interface Segment extends Span {
  /** A code stands right before it, right behind it. */
  behindCode: boolean
  beforeCode: boolean
  /** Nothing else stands in its line. */
  alone: boolean
}

/**
 * Finds jammers, and the slogans beside them.
 *
 * @param document the document
 * @returns fragments, sorted
 */
export function findJammers({ text, lines, language }: Document): Fragment[] {
  const found = [...text.matchAll(CODE)].map(({ index, 0: code }) => ({ code, span: { start: index, end: index + code.length } }))
  const codes = found.filter(({ code }) => isRandom(code, found.length === 1 ? LONG_CODE : LEAST_PAIRS)).map(({ span }) => span)
  if (codes.length === 0) return []
  const slogans = slogansOf(text, segmentsOf(text, lines, codes))
  // A blank and the first letter of a slogan look like one more pair.
  for (const code of codes) if (slogans.some((slogan) => text.startsWith(slogan, code.end - 1))) code.end--
  const fragments: Fragment[] = codes.map(({ start, end }) => ({ ...JAMMED, start, end }))
  for (const segment of segmentsOf(text, lines, codes)) {
    const core = peel(text, segment, slogans, ({ start, end }) => fragments.push({ ...ADVERTISED, start, end }))
    // A line of another script than the text's.
    if (
      segment.alone &&
      language.grammar === 'zh' &&
      core.start < core.end &&
      LATIN.exec(text.slice(core.start, core.end))?.[0].length === core.end - core.start
    )
      fragments.push({ ...ADVERTISED, ...core })
  }
  return fragments.sort((a, b) => a.start - b.start)
}

function isRandom(code: string, least: number): boolean {
  const pairs = code.match(PAIR) ?? []
  return pairs.length >= least && new Set(pairs).size >= LEAST_KINDS
}

/** What stands beside codes, without blanks. */
function segmentsOf(text: string, lines: readonly Line[], codes: readonly Span[]): Segment[] {
  const segments: Segment[] = []
  let next = 0
  for (const line of lines) {
    const first = segments.length
    let from = line.start
    let behindCode = false
    const add = (to: number, beforeCode: boolean): void => {
      const span = trim(text, Math.min(from, to), to)
      if (span.start < span.end) segments.push({ ...span, behindCode, beforeCode, alone: false })
    }
    while (next < codes.length && (codes[next] as Span).end <= line.start) next++
    for (; next < codes.length && (codes[next] as Span).start < line.end; next++) {
      const { start, end } = codes[next] as Span
      add(Math.max(line.start, start), true)
      from = end
      behindCode = true
    }
    if (behindCode) add(line.end, false)
    if (segments.length === first + 1) (segments[first] as Segment).alone = true
  }
  return segments
}

/** What a forum says of itself: what stands more than once beside its codes; in two rounds, for several slogans stand side by side. */
function slogansOf(text: string, segments: readonly Segment[]): string[] {
  let slogans: string[] = []
  for (let round = 0; round < 2; round++) {
    const endings: string[] = []
    const alone = new Map<string, number>()
    const beginnings: string[] = []
    for (const segment of segments) {
      const { start, end } = peel(text, segment, slogans, () => {})
      // The last letter of the code may be the first one of the slogan.
      const from = start === segment.start && segment.behindCode ? start - 1 : start
      if (segment.beforeCode) endings.push(reversed(text.slice(Math.max(from, end - LONGEST_SLOGAN), end)))
      const latin = segment.behindCode ? (LATIN.exec(text.slice(start, Math.min(end, start + LONGEST_SLOGAN)))?.[0] ?? '') : ''
      beginnings.push(latin)
      if (COMMA.test(latin)) alone.set(latin, 1)
      const tail = segment.beforeCode ? TAIL.exec(text.slice(Math.max(start, end - LONGEST_SLOGAN), end)) : null
      if (tail) alone.set(tail[0], 1)
    }
    const found = new Map([...alone, ...shared(beginnings).filter(([{ length }]) => length >= SHORTEST_SENTENCE)])
    for (const [ending, times] of shared(endings)) {
      const slogan = reversed(ending).replace(OPENING, '')
      if (slogan.length >= (ENDS_SENTENCE.test(slogan) ? SHORTEST_SENTENCE : SHORTEST_SLOGAN)) found.set(slogan, times)
    }
    const often = [...found].sort(([, a], [, b]) => b - a).slice(0, MOST_SLOGANS)
    // The shortest ending that is shared is the slogan; what stands before it is shared by chance.
    const all = [...slogans, ...often.map(([slogan]) => slogan)].sort((a, b) => a.length - b.length)
    slogans = all.filter((slogan, at) => !all.slice(0, at).some((short) => slogan.endsWith(short)))
  }
  return slogans
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

/** The beginnings that strings share, and how many pairs of neighbours share each: sorted, those that begin alike are neighbours. */
function shared(strings: string[]): [string, number][] {
  const found = new Map<string, number>()
  strings.sort()
  for (let at = 1; at < strings.length; at++) {
    const [before, string] = [strings[at - 1] as string, strings[at] as string]
    let length = 0
    while (length < string.length && string[length] === before[length]) length++
    const beginning = string.slice(0, length)
    if (length > 0) found.set(beginning, (found.get(beginning) ?? 0) + 1)
  }
  return [...found]
}

/** What is left of a segment without the slogans at its ends that touch a code; each of them is told. */
function peel(
  text: string,
  { start, end, behindCode, beforeCode }: Segment,
  slogans: readonly string[],
  onSlogan: (span: Span) => void,
): Span {
  let [from, to] = [start, end]
  for (let length = -1; beforeCode && length !== 0 && to > from; ) {
    const near = text.slice(Math.max(from, to - LONGEST_SLOGAN), to)
    const named = ENDS_WITH_HOST.exec(near) ?? FORUM.exec(near)
    length = named?.[0].length ?? slogans.find((slogan) => near.endsWith(slogan))?.length ?? 0
    if (length > 0) onSlogan({ start: to - length, end: to })
    to = trim(text, from, to - length).end
  }
  for (let length = -1; behindCode && length !== 0 && from < to; ) {
    const near = text.slice(from, Math.min(to, from + LONGEST_SLOGAN))
    length = BEGINS_WITH_HOST.exec(near)?.[0].length ?? slogans.findLast((slogan) => near.startsWith(slogan))?.length ?? 0
    if (length > 0) onSlogan({ start: from, end: from + length })
    from = trim(text, from + length, to).start
  }
  return { start: from, end: to }
}
