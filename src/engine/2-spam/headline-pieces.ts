/**
 * What a farm can make of a headline before it cuts it up: which strings the pieces come from.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import { type Document, fold } from '../1-document/document.ts'
import type { Line } from '../1-document/lines.ts'
import { affinity, type Vocabulary } from '../1-document/vocabulary.ts'

/** A headline candidate: its line, or -1 for the title that the caller gave. */
export interface HeadlineCandidate {
  line: number
  codes: Uint16Array
}

/** A headline stands near the top, or below the site's menus: lines further down are not tried. */
const LINES_TRIED = 60
/** A headline shorter than this has no two pieces; a longer line is a paragraph. In UTF-16 units. */
const LENGTH = { least: 6, most: 80 }
/** Every candidate costs one pass over the text. */
const CANDIDATES = 3
/** Function characters that farms drop from a headline before cutting it. */
const STOP_CHARACTERS = new Set([...'与和的了在是将被对为于及从向把之也而并又就'].map((character) => character.charCodeAt(0)))

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
    if (end - start < LENGTH.least || end - start > LENGTH.most || endsSentence(document.codes[end - 1] as number)) continue
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

function endsSentence(code: number): boolean {
  return code === 0x3002 || code === 0x3b || code === 0x2c
}

/**
 * The strings that a farm may cut into pieces: the headline as written, without its marks, without its function
 * characters, and with its quoted keyword moved to the front.
 *
 * @param headline units of the folded headline
 * @returns distinct sources, each at least four units long
 */
export function pieceSources(headline: Uint16Array): Uint16Array[] {
  const plain = headline.filter(isWritten)
  const dropped = plain.filter((code) => !STOP_CHARACTERS.has(code))
  const sources = [headline, plain, dropped]
  const keyword = quotedRange(headline)
  if (keyword) {
    const first = headline.slice(keyword[0], keyword[1])
    const rest = Uint16Array.of(...headline.slice(0, keyword[0]), ...headline.slice(keyword[1]))
    for (const keep of [isWritten, (code: number) => isWritten(code) && !STOP_CHARACTERS.has(code)]) {
      sources.push(Uint16Array.of(...first.filter(isWritten), ...rest.filter(keep)))
    }
  }
  const seen = new Set<string>()
  return sources.filter((source) => {
    const key = source.join()
    if (source.length < 4 || seen.has(key)) return false
    seen.add(key)
    return true
  })
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
