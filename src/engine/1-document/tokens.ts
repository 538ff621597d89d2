/** English words, marks and sentences. */
import { CLASS, classOf, isCapital } from './characters.ts'
import type { Span } from './span.ts'

/** A word, a number or a mark. */
export interface Token extends Span {
  text: string
  /** Lower case. */
  lower: string
  /** Begins with a capital letter. */
  capital: boolean
  /** Is a word or a number, not a mark. */
  word: boolean
}

/** Words, with inner apostrophes, hyphens, and the points of abbreviations; nicknames in marks; numbers; marks one by one. */
const TOKEN =
  /(?:["“](?<=(?:\p{Lu}[\p{Ll}’']{1,20}|\p{Lu}\.) ["“])\p{Lu}[\p{L}’'-]{1,14}["”](?= \p{Lu}\p{Ll})|(?:[A-Z]\.){1,5}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:-(?:[A-Z]\.){2,4}|-[A-Z]\.[A-Z](?!\p{L})|[-'’&][\p{L}\p{M}\p{N}]+){0,8}(?:\.(?:com|org|net|gov|edu|co\.uk|info|tv|io)(?![\p{L}\p{N}]))?|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|s|%)?|--|''|\.{3}|\S)/gu
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sen rep gov gen col lt capt maj sgt rev hon st jr sr no vs inc corp co ltd llc jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n d.c e.g i.e etc dept dist supt atty del pres cmdr adm ave blvd mt ft fla calif ariz colo conn mass mich minn miss okla ore pa tenn tex va vt wash wis ala ark ga ill ind kan ky la md mo neb nev n.y n.j n.h n.c s.c n.m n.d s.d r.i w.va sec amb usec asec engr'.split(
    ' ',
  ),
)

/** Most abbreviations have a capital: “she was ill.” ends a sentence. */
const LOWER = /^\p{Ll}/u
const SMALL_ABBREVIATION = /^(?:vs|etc|no|e\.g|i\.e|dept|inc|co|ltd|st|jr|sr)$/
/** A number behind “No”, within so many UTF-16 units. */
const NUMBERED = /^\.\s?#?\d/
const NUMBER_NEAR = 4
/** What a nickname stands in. */
const MARKS = new Set(['"', '“'].map((mark) => mark.charCodeAt(0)))
/** al-Rashdi, d'Orsay: a name though it begins small. */
const PREFIXED = /^(?:[ae][lnrstdz]|ash|bin|ben|ibn|d|o)['’-]\p{Lu}/u
/** Its apostrophe or hyphen stands at the latest so far behind its beginning, in UTF-16 units. */
const LONGEST_PREFIX = 3
/** A pronoun with the verb that leans on it. */
const CONTRACTION = /^(i|you|he|she|it|we|they|who|that|there)(['’](?:s|d|m|ll|ve|re))$/i

/**
 * Splits a range of English text into tokens. A possessive ’s stays with its word; “he’s” is two words.
 *
 * @param text the folded clean text
 * @param start where the range starts
 * @param end where it ends
 * @returns the tokens
 */
export function tokenize(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  for (const found of text.slice(start, end).matchAll(TOKEN)) {
    let written = found[0]
    const at = start + found.index
    // “Mr.” and “Inc.” keep their point.
    const next = text[at + written.length]
    if (
      next === '.' &&
      (!LOWER.test(written) || SMALL_ABBREVIATION.test(written)) &&
      // “No. 5”, but “He said no. The pier stays.”
      (!/^no$/i.test(written) || NUMBERED.test(text.slice(at + written.length, at + written.length + NUMBER_NEAR))) &&
      ABBREVIATIONS.has(written.toLowerCase().replace(/^.*-/, '')) &&
      at + written.length < end
    )
      written += '.'
    if (written === '.' && (tokens.at(-1)?.end ?? 0) > at) continue
    const apostrophe = written.includes("'") || written.includes('’')
    const [, pronoun, verb] = (apostrophe && CONTRACTION.exec(written)) || []
    tokens.push(tokenOf(pronoun ?? written, at))
    if (verb) tokens.push({ ...tokenOf(verb, at + written.length - verb.length), word: true })
  }
  return tokens
}

function tokenOf(written: string, start: number): Token {
  const first = written.charCodeAt(0)
  const plain = first < 128
  const nickname = written.length > 2 && MARKS.has(first)
  return {
    start,
    end: start + written.length,
    text: written,
    lower: written.toLowerCase(),
    capital: nickname || (plain ? isCapital(first) || (joins(written) && PREFIXED.test(written)) : /^\p{Lu}/u.test(written)),
    word: nickname || (plain ? classOf[first] === CLASS.latin || classOf[first] === CLASS.digit : /^[\p{L}\p{N}]/u.test(written)),
  }
}

/** Whether a word has an apostrophe or a hyphen near its beginning. */
function joins(written: string): boolean {
  for (let at = 1; at <= LONGEST_PREFIX; at++) if (written[at] === '-' || written[at] === "'" || written[at] === '’') return true
  return false
}

/** What ends a sentence, unless it stands inside a quotation. */
const ENDS = new Set(['.', '!', '?', '…', '...'])
/** Behind 7:12 p.m. the hour may tell where it is so late. */
const TIME_ZONE = /^(?:[ECMP][SD]?T|[AN]ST|GMT|BST|UTC|CES?T|EES?T|[IJKH]ST|A[EWC][SD]T|NZ[SD]?T)$/
/** No sentence has more tokens than this, but for one that is a long quotation: what is longer is a list or a broken text. */
const LONGEST = { list: 400, quotation: 2000 }

/**
 * Groups the tokens of one block into sentences.
 *
 * @param tokens the tokens
 * @param inside whether a place lies inside a quotation: no sentence of the text around it ends there
 * @returns for each sentence the range of its tokens
 */
export function sentenceRanges(tokens: readonly Token[], inside: (at: number) => boolean): Span[] {
  const ranges: Span[] = []
  let start = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const size = at - start
    if (size >= LONGEST.list && (size >= LONGEST.quotation || !inside(token.start))) {
      ranges.push({ start, end: at })
      start = at
    }
    if (token.word || !ENDS.has(token.text) || inside(token.start)) continue
    let end = at + 1
    while (
      end < tokens.length &&
      /^["”’')\]]$|^''$/.test((tokens[end] as Token).text) &&
      (tokens[end] as Token).start - (tokens[end - 1] as Token).end === 0
    )
      end++
    const next = tokens[end]
    if (next?.capital && TIME_ZONE.test(next.text) && isHour(tokens, at)) continue
    if (next && !/^[\p{Lu}\p{N}“"‘'`([—–-]/u.test(next.text)) continue
    ranges.push({ start, end })
    start = end
    at = end - 1
  }
  if (start < tokens.length) ranges.push({ start, end: tokens.length })
  return ranges
}

/** “7:12 p.m.”: whether the point that stands at a place ends an hour. */
function isHour(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'm' && tokens[at - 2]?.text === '.' && /^[ap]$/.test(tokens[at - 3]?.lower ?? '')
}

/**
 * “BRUSSELS - European leaders said”: a hyphen between blanks is a dash.
 *
 * @param tokens tokens of a sentence
 * @param at a place among them
 * @returns whether a dash of any kind stands there
 */
export function isDash(tokens: readonly Token[], at: number): boolean {
  const { text, start, end } = tokens[at] as Token
  return /^(?:[–—―]|--)$/.test(text) || (text === '-' && (tokens[at - 1]?.end ?? 0) < start && (tokens[at + 1]?.start ?? end) > end)
}
