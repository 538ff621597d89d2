/** Pairs quotation marks. */
import { trim } from '../1-document/lines.ts'
import type { Span } from '../1-document/span.ts'

/** A pair of marks: `start`/`end` are what stands between them. */
export interface Quotation extends Span {
  /** With the marks. */
  outerStart: number
  outerEnd: number
  /** 0 for an outer quotation, 1 for one inside another … */
  depth: number
  /** The closing mark is missing: the quotation ends with its block. */
  open: boolean
  /** Set between two apostrophes a side, as old wire systems have it. */
  typewriter: boolean
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
])
/** Every mark that opens or closes: most characters are none, and a look at their unit tells. */
const isMark = (code: number): boolean =>
  code === 0x22 || code === 0x27 || code === 0x60 || code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x201f)
/** The name of an attribute and its sign. */
const ATTRIBUTE = /[a-z][a-z-]=$/
/** Two apostrophes. */
const TYPEWRITER = "''"
/** What the first word processors set for a double mark: two grave accents and two apostrophes. */
const GRAVE = '``'
/** Two curly marks that stand for one double mark, and what may open the next paragraph of such an utterance. */
const DOUBLED = { open: '‘‘', close: '’’' }
const OPENS_AGAIN = /^(?:“|‘‘)/
/** A quotation nested deeper than this is noise; a bound keeps the work linear. */
const DEEPEST = 3
/** Curly marks in pairs, one inside another at most, and perhaps a last one that the next block closes. */
const IN_PAIRS = /^(?:“(?:“”)?”)*“?$/
/** What stands on one side of a mark that closes. */
const ENDS = /[,.。!?…;]/
/** An utterance whose end was lost is as long as this, in UTF-16 units. */
const LEAST_LOST = 20
/** A name in marks inside a name, with a letter and a blank ahead, in UTF-16 units. */
const NICKNAME = /^\p{Ll} ["“]\p{Lu}[\p{Ll}’'-]{1,14}["”](?= \p{Lu}\p{Ll})/u
const LONGEST_NICKNAME = 20
const HAN = /\p{Script=Han}/u
/** “ 我没看清 ”: Chinese words a blank apart from their marks. */
const BLANKS = /^\s\p{Script=Han}|\p{Script=Han}[。!?…]?\s$/u
const FOLLOWS = /[,.。!?;:、)\s]/

/**
 * Pairs the marks of one block. A mark that closes nothing is passed over. An utterance that runs over paragraphs has an
 * opening mark on each and a closing one on the last: a mark that is never closed gives an open quotation when the next block
 * begins with the same mark. Where Chinese paragraphs leave that mark out, the second one begins inside the quotation.
 *
 * @param text the folded clean text
 * @param block the block
 * @param next the block behind it, if any
 * @param before the block ahead of it, if any
 * @returns quotations, sorted by start
 */
export function pairMarks(text: string, block: Span, next?: Span, before?: Span): Quotation[] {
  const stack: { mark: string; close: string; at: number }[] = []
  const curly = text.slice(block.start, block.end).replace(/[^“”]+/g, '')
  const turned = turnedMarks(text, block, curly)
  /** How many curly marks are behind. */
  let passed = 0
  const found: Quotation[] = []
  for (let at = block.start; at < block.end; at++) {
    if (!isMark(text.charCodeAt(at))) continue
    // “They ask, ‘Are you on television?’ “: behind a mark that closes, the last one of a block opens nothing. Behind a stop
    // PolNeAR takes such words for no direct quotes.
    const closes = at === block.end - 1 && /’ ?“$/.test(text.slice(at - 2, at + 1)) && stack.some((opener) => opener.mark === '“')
    const mark = turned?.get(at) ?? (closes ? '”' : (text[at] as string))
    if (mark === '“' || mark === '”') passed++
    const top = stack.at(-1)
    // “We met Harold "Buck" Linney”: a nickname closes nothing.
    const nickname = top && (mark === '"' || mark === '“') ? NICKNAME.exec(text.slice(at - 2, at + LONGEST_NICKNAME)) : null
    if (nickname && at - 2 >= block.start) {
      if (mark === '“') passed++
      at += nickname[0].length - 3
      continue
    }
    if (mark === '`') {
      if (text[at + 1] === '`') push(GRAVE, TYPEWRITER, ++at)
      continue
    }
    if (mark === "'" && text[at + 1] === "'") {
      const index = stack.findLastIndex((opener) => opener.close === TYPEWRITER)
      if (index < 0) push(TYPEWRITER, TYPEWRITER, at + 1)
      else close(index, at)
      at++
      continue
    }
    if (mark === '‘' && text[at + 1] === '‘') {
      push(DOUBLED.open, DOUBLED.close, at + 1)
      at++
      continue
    }
    if (mark === '’' && text[at + 1] === '’') {
      const index = stack.findLastIndex((opener) => opener.mark === DOUBLED.open)
      if (index >= 0) {
        close(index, at)
        at++
        continue
      }
    }
    if (mark === '"') {
      // Scrapers mix “curly" and "straight” marks.
      const index = stack.findLastIndex((opener) => opener.mark === '"' || opener.mark === '“')
      // 6'2" is a height; what stands behind a word and before a blank opens nothing.
      if (index < 0 && (/\d/.test(text[at - 1] ?? '') || endsWord(text, at, block.end))) continue
      // date="…" is what is left of a page.
      if (index < 0 && ATTRIBUTE.test(text.slice(Math.max(block.start, at - 3), at))) {
        const closing = text.indexOf('"', at + 1)
        if (closing > 0 && closing < block.end) at = closing
        continue
      }
      if (index < 0) push('"', '"', at)
      else close(index, at)
      continue
    }
    if (mark === "'" || isApostrophe(text, at, mark)) {
      if (mark !== "'") continue
      const before = text[at - 1] ?? ' '
      const after = text[at + 1] ?? ' '
      if (top?.mark === "'" && /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)) close(stack.length - 1, at)
      else if (top?.mark !== "'" && /[\s([“"]/.test(before) && /[\p{L}\p{N}]/u.test(after) && closesSoon(at)) push("'", "'", at)
      continue
    }
    let index = stack.length - 1
    while (index >= 0 && (stack[index] as { close: string }).close !== mark) index--
    if (index >= 0) {
      close(index, at)
      continue
    }
    const straight = mark === '”' ? stack.findLastIndex((opener) => opener.mark === '"') : -1
    if (straight >= 0) {
      close(straight, at)
      continue
    }
    const closing = PAIRS.get(mark)
    if (closing !== undefined) push(mark, closing, at)
  }
  const last = stack[0]
  // “大雨还要下一整天。: a Chinese block with no mark but the one that opens it is an utterance whose end was lost.
  const isLost =
    last?.mark === '“' && last.at === block.start && block.end - last.at > LEAST_LOST && found.length === 0 && stack.length === 1
  const lost = isLost && HAN.test(text[block.start + 1] as string) && /[!?。…]/.test(text[block.end - 1] as string)
  const runsOn =
    last && next && block.end - last.at > 2 && (opensAgain(last.mark, next.start) || (last.mark === '“' && goesOn(text, block, next)))
  if (last && (lost || runsOn))
    found.push({
      start: last.at + 1,
      end: block.end,
      outerStart: last.at + 1 - last.mark.length,
      outerEnd: block.end,
      depth: 0,
      open: true,
      typewriter: last.mark === TYPEWRITER,
    })
  if (before && curly.startsWith('”') && goesOn(text, before, block)) {
    const end = text.indexOf('”', block.start)
    found.push({ start: block.start, end, outerStart: block.start, outerEnd: end + 1, depth: 0, open: false, typewriter: false })
  }
  return found
    .map((quotation) =>
      BLANKS.test(text.slice(quotation.start, quotation.end)) ? { ...quotation, ...trim(text, quotation.start, quotation.end) } : quotation,
    )
    .filter((quotation) => quotation.end > quotation.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)

  /** “In May, … / ‘‘These include …’’: a paragraph opens with the mark that was left open, or with another double one. */
  function opensAgain(mark: string, from: number): boolean {
    return text.startsWith(mark, from) || ((mark === '“' || mark === DOUBLED.open) && OPENS_AGAIN.test(text.slice(from, from + 2)))
  }

  /** A straight single mark opens only where one that can close stands behind it in the block. */
  function closesSoon(from: number): boolean {
    const window = text.slice(from + 1, Math.min(block.end, from + 400))
    return /[.,!?\p{L}\p{N}]'(?![\p{L}\p{N}])/u.test(window)
  }

  function push(mark: string, closing: string, at: number): void {
    // The same mark twice: the first was never closed, unless “in what she calls “hell” they stay” closes both.
    const nested = mark === '“' && !turned && curly.startsWith('””', passed)
    if (stack.at(-1)?.mark === mark && mark !== '"' && !nested) stack.pop()
    if (stack.length < DEEPEST) stack.push({ mark, close: closing, at })
  }

  function close(index: number, at: number): void {
    const opener = stack[index] as { mark: string; at: number }
    const more = opener.mark.length - 1
    found.push({
      start: opener.at + 1,
      end: text[at] === '“' && text[at - 1] === ' ' ? at - 1 : at,
      outerStart: opener.at - more,
      outerEnd: at + 1 + more,
      depth: index,
      open: false,
      typewriter: opener.mark === TYPEWRITER,
    })
    stack.length = index
  }
}

/**
 * “我们准备好了,“他说。 ”毫无诚意“: curly marks that machines set the wrong way round. Where they do not pair as they are, but
 * by turns, and each that would close stands where a quotation ends, they open and close by turns. Chinese only: PolNeAR takes
 * such words for no direct quotes.
 *
 * @returns what each mark is that is set the wrong way; undefined where the marks are to be read as they are
 */
function turnedMarks(text: string, block: Span, curly: string): ReadonlyMap<number, string> | undefined {
  if (curly.length % 2 === 1 || IN_PAIRS.test(curly) || /["„]/.test(text.slice(block.start, block.end))) return undefined
  const turned = new Map<number, string>()
  let opens = true
  let closes = false
  for (let at = block.start; at < block.end; at++) {
    const mark = text[at]
    if (mark !== '“' && mark !== '”') continue
    if (!opens && !ENDS.test(text[at - 1] as string) && at + 1 < block.end && !FOLLOWS.test(text[at + 1] as string)) return undefined
    if ((mark === '“') !== opens) turned.set(at, opens ? '“' : '”')
    if (mark === '“' && !opens && HAN.test(text.slice(at - 2, at))) closes = true
    opens = !opens
  }
  return closes ? turned : undefined
}

/** “我来旅游。 / 航班延误。”: whether words in marks that one Chinese block leaves open are closed by the next one. */
function goesOn(text: string, block: Span, next: Span): boolean {
  const written = text.slice(block.start, block.end)
  if (written.lastIndexOf('“') <= written.lastIndexOf('”')) return false
  const behind = text.slice(next.start, next.end)
  const inside = behind.slice(0, Math.max(0, behind.indexOf('”')))
  // “The thieves are among us. / But we will not let them,” she said; but a straight mark may have closed the first.
  return (HAN.test(inside) || (written.startsWith('“') && !written.includes('"') && /^\p{Lu}/u.test(inside))) && !inside.includes('“')
}

/** A straight mark that stands behind a word and before a blank. */
function endsWord(text: string, at: number, end: number): boolean {
  // 相撞," 我没看清": Chinese words may stand a blank apart from their marks.
  if (/[,:]/.test(text[at - 1] ?? '') && /^\s\p{Script=Han}/u.test(text.slice(at + 1, at + 3))) return false
  return at + 1 < end && /\s/.test(text[at + 1] as string) && /[\p{L}\]).,]/u.test(text[at - 1] ?? ' ')
}

/** ’ between letters is an apostrophe; so is ‘ before a clipped word such as ’em or ’90s. */
function isApostrophe(text: string, at: number, mark: string): boolean {
  if (mark !== '’' && mark !== '‘') return false
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (mark === '’' && /[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(after)) return true
  return mark === '’' && /\s/.test(before) && /[\p{L}\p{N}]/u.test(after)
}
