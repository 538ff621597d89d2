/**
 * What a farm can make of a headline before it cuts it up: which strings the pieces come from.
 */
import { CLASS, classOf, unitSet } from '../1-document/characters.ts'
import { type Document, fold } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'
import { lookUp, segment } from '../1-document/words.ts'

/** A headline candidate: its line, or -1 for the title that the caller gave. */
export interface HeadlineCandidate {
  line: number
  codes: Uint16Array
}

/** A headline stands near the top, or below the site's menus: lines further down are not tried. */
const LINES_TRIED = 60
/** A headline shorter than this has no two pieces; a longer line is a paragraph. In UTF-16 units. */
const LENGTH = { least: 5, most: 50 }
/** Every candidate costs one pass over the text. */
const CANDIDATES = 3
/** A shorter headline may be what the article is about, or be quoted; in UTF-16 units. */
export const LEAST_WHOLE = 10
/** Function characters that farms drop from a headline before cutting it. */
const STOP_CHARACTERS = unitSet('与和的了在是将被对为于及从向把之也而并又就')
/** Those that every list of stop words has; farms have lists of different length. */
const CORE = unitSet('与和的了在是将被对为于及从向把')

/**
 * Finds the lines that may be the headline, best first.
 *
 * @param document the document
 * @param vocabulary its long lines' bigrams
 * @param title the true headline, where the caller has it
 * @returns the candidates; the given title first
 */
export function headlineCandidates(document: Document, vocabulary: Vocabulary, title?: string): HeadlineCandidate[] {
  const candidates: HeadlineCandidate[] = []
  if (title !== undefined) candidates.push({ line: -1, codes: fold(title).codes })
  const scored: { line: number; score: number }[] = []
  const tried = Math.min(document.lines.length, LINES_TRIED)
  for (let line = 0; line < tried; line++) {
    const { start, end } = document.lines[line] as Line
    if (end - start < LENGTH.least || end - start > LENGTH.most || isParagraph(document.folded.slice(start, end))) continue
    const score = affinity(document, vocabulary, line)
    if (score > 0.2) scored.push({ line, score: score - line / (LINES_TRIED * 2) })
  }
  scored.sort((a, b) => b.score - a.score)
  for (const { line } of scored.slice(0, CANDIDATES)) {
    const { start, end } = document.lines[line] as Line
    candidates.push({ line, codes: document.codes.slice(start, end) })
  }
  return candidates
}

/** A line with a full stop or an open end is part of the text, not above it. */
function isParagraph(line: string): boolean {
  return /[。;]|[,:]$/.test(line)
}

/** A guess of what the farm strews: its pieces, in the order of a round. */
export interface PieceList {
  pieces: string[]
  /** Where the pieces come from, for the reason. */
  origin: 'headline' | 'repetition'
  /** Guessed by what the text repeats, and made of the headline's characters. */
  recut?: true
  /** Whole headlines need no second kind of piece to be a pattern. */
  whole: boolean
  /** The cuts were read from the text that the pieces are to explain. */
  fitted?: true
}

/** Lengths of the pieces that farms cut. */
const CHUNKS = [2, 3, 4, 5]
/** The length that they cut the parts between marks into, and the longest part that opens a headline and is kept whole. */
const PART_CHUNK = 2
const LONGEST_OPENING = 4
/** What many farms cut words with; it knows other words than ours. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
/** A headline has so many different characters at least. */
const LEAST_CHARACTERS = 4
/** A part of a word more common than this is a word of its own, in nats. */
const COMMON_WORD = 13
/** So many function characters of a headline are tried dropped and kept; beyond, all are dropped or all kept. */
const STOPS_TRIED = 2

/**
 * All ways in which a farm may cut a headline: with or without its marks and function characters, the quoted keyword
 * first or in its place, in chunks of two to five, in words, or not at all.
 *
 * @param headline units of the folded headline
 * @returns distinct lists of pieces
 */
export function pieceLists(headline: Uint16Array): PieceList[] {
  // A line of one repeated character is no headline, and its pieces would stand everywhere.
  if (new Set(headline).size < LEAST_CHARACTERS) return []
  const lists = new Map<string, PieceList>()
  const add = (pieces: string[], whole = false): void => {
    const kept = pieces.filter((piece) => piece.length >= 2)
    if (kept.length >= (whole ? 1 : 2)) lists.set(kept.join(), { pieces: kept, origin: 'headline', whole })
  }
  const text = String.fromCharCode(...headline)
  const keyword = quotedRange(headline)
  for (const dropped of droppedSets(headline)) {
    const keep = (code: number): boolean => isWritten(code) && !dropped.has(code)
    const written = String.fromCharCode(...headline.filter(keep))
    for (const size of CHUNKS) {
      add(chunks(written, size))
      if (!keyword) continue
      const first = String.fromCharCode(...headline.slice(...keyword).filter(isWritten))
      const rest = String.fromCharCode(...headline.slice(0, keyword[0]).filter(keep), ...headline.slice(keyword[1]).filter(keep))
      add([first, ...chunks(rest, size)])
    }
    // 在成都，看见公园城市: each part between marks by itself, the quoted keyword or a short first part as a whole.
    const quoted = keyword && String.fromCharCode(...headline.slice(...keyword).filter(isWritten))
    const parts = partsOf(headline, dropped).filter((part) => part !== quoted)
    if (parts.length < 2) continue
    const pieces = parts.map((part) => chunks(part, PART_CHUNK))
    add([...(quoted ? [quoted] : []), ...pieces.flat()])
    const opening = parts[0] as string
    if (!quoted && opening.length <= LONGEST_OPENING && opening.length % PART_CHUNK > 0) add([opening, ...pieces.slice(1).flat()])
  }
  const words = segment(headline)
  const wordList: string[] = []
  for (let at = 0; at < headline.length; at++)
    if ((words.length[at] as number) > 1) wordList.push(text.slice(at, at + (words.length[at] as number)))
  if (keyword) wordList.unshift(text.slice(...keyword))
  add([...new Set(wordList)])
  const other = [...SEGMENTER.segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1)
    .map(({ segment }) => segment)
  if (keyword) other.unshift(text.slice(...keyword))
  add([...new Set(other)])
  // Segmenters disagree on long words: 博物馆, or 博物 and 馆.
  add([...new Set(wordList.flatMap((word) => [word, ...shortWords(word)]))])
  for (const whole of [text, String.fromCharCode(...headline.filter(isWritten))]) if (whole.length >= LEAST_WHOLE) add([whole], true)
  return [...lists.values()]
}

/** The words of two characters inside a longer one. */
function shortWords(word: string): string[] {
  if (word.length < 3) return []
  const codes = Uint16Array.from(word, (character) => character.charCodeAt(0))
  const found: string[] = []
  for (let at = 0; at + 2 <= word.length; at++) if (lookUp(codes, at, at + 2).cost < COMMON_WORD) found.push(word.slice(at, at + 2))
  return found
}

/** What stands between the marks of a headline; 王 沙, a name with a blank in it, is one part. */
function partsOf(headline: Uint16Array, dropped: ReadonlySet<number>): string[] {
  const parts: string[] = []
  let part = ''
  let single = false
  for (const code of [...headline, 0]) {
    if (code !== 0 && isWritten(code)) {
      if (!dropped.has(code)) part += String.fromCharCode(code)
      continue
    }
    if (single && part.length === 1) parts[parts.length - 1] += part
    else if (part !== '') parts.push(part)
    single = part.length === 1
    part = ''
  }
  return parts.filter(({ length }) => length > 1)
}

function chunks(text: string, size: number): string[] {
  const pieces: string[] = []
  // What is left over at the end is too short to tell from a word.
  for (let at = 0; at + size <= text.length; at += size) pieces.push(text.slice(at, at + size))
  return pieces
}

/**
 * @param headline units of the folded headline
 * @returns for each way of cutting the indices of the units that a farm cuts, in its order: no marks, with or without
 * function characters, the quoted keyword in its place or first
 */
export function keptUnits(headline: Uint16Array): Uint16Array[] {
  const keyword = quotedRange(headline)
  const indices = Uint16Array.from(headline, (_, at) => at)
  return droppedSets(headline).flatMap((dropped) => {
    const kept = indices.filter((at) => isWritten(headline[at] as number) && !dropped.has(headline[at] as number))
    if (!keyword) return [kept]
    const quoted = (at: number): boolean => at >= keyword[0] && at < keyword[1]
    return [kept, Uint16Array.from([...kept.filter(quoted), ...kept.filter((at) => !quoted(at))])]
  })
}

/** Which function characters may have been dropped: none, all, the core of them, and each alone when there are few. */
function droppedSets(headline: Uint16Array): Set<number>[] {
  const present = [...new Set(headline.filter((code) => STOP_CHARACTERS.has(code)))]
  const core = present.filter((code) => CORE.has(code))
  const sets = [new Set<number>(), new Set(present)]
  if (core.length < present.length && core.length > 0) sets.push(new Set(core))
  if (present.length > 1 && present.length <= STOPS_TRIED) for (const code of present) sets.push(new Set([code]))
  return present.length === 0 ? [new Set()] : sets
}

function isWritten(code: number): boolean {
  const found = classOf[code]
  return found !== CLASS.punctuation && found !== CLASS.blank
}

/** The range between the first pair of quotation or title marks. */
function quotedRange(headline: Uint16Array): [start: number, end: number] | null {
  for (const [open, close] of ['“”', '‘’', '《》', '【】', '""'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)])) {
    const start = headline.indexOf(open as number)
    const end = headline.indexOf(close as number, start + 1)
    if (start >= 0 && end - start > 2) return [start + 1, end]
  }
  return null
}
