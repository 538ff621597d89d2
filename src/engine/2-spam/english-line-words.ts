/**
 * The words of an English line with what each of them is in its sentence: a word of the grammar, or what its ending or its
 * capital says; no word list is needed for the others.
 */
import { CLASS, classOf, isCapital } from '../1-document/characters.ts'
import type { Line } from '../1-document/lines.ts'
import { Trie } from '../1-document/trie.ts'
import { plain, unitEnd } from './clause-features.ts'

/** What the grammar of a sentence is made of: each word is a kind of its own. */
export const GRAMMAR =
  'the a an of in on at to for with by from and or but nor so yet that which who whom whose what how why where when while if as than then because since until after before during though although i me my you your he him his she her it its we us our they them their this these those there here is are was were be been being am has have had do does did done not no will would can could may might must shall should said says say told also just only even still already never ever more most less much many few some any all both each every other another such same own one two three four five about into over under out up down off through between against among around within without near per via'.split(
    ' ',
  )
/** Kinds of other words, by how they end; the longest ending tells. */
const ENDINGS = { ing: 'ing', ed: 'ed', ly: 'ly', s: 's', ss: 'plain', "'s": 'possessive' }
const ADJECTIVES = ['est', 'ous', 'ive', 'ful', 'able', 'ible', 'ic']
const SHAPES = ['plain', 'capital', 'number', 'ing', 'ed', 'ly', 's', 'possessive', 'adjective']
const PLAIN = SHAPES.indexOf('plain')
const CAPITAL = SHAPES.indexOf('capital')
const NUMBER = SHAPES.indexOf('number')
/** Marks beside a phrase; all others are one kind, and so are both ends of a line. */
const MARKS = [...',.;:!?"“”\'‘’()-—$%']
/** What a word may be, and what may stand beside one. */
export const KINDS = [...SHAPES, ...GRAMMAR, ...MARKS, 'mark', 'end']
const MARK = KINDS.indexOf('mark')
const END = KINDS.indexOf('end')
const kindOfMark = new Map(MARKS.map((mark) => [mark.charCodeAt(0), KINDS.indexOf(mark)]))
const BLANK = ' '.charCodeAt(0)
/** No mark stands there. */
const NONE = -1

/** Words, or endings written backwards, with their kinds. */
interface Kinds {
  trie: Trie
  /** One more than the kind, by node; 0 for none. */
  kinds: Uint8Array
}

const grammar = kindsOf(GRAMMAR.map((word) => [word, word]))
const endings = kindsOf(
  [...Object.entries(ENDINGS), ...ADJECTIVES.map((ending) => [ending, 'adjective'] as [string, string])].map(([ending, kind]) => [
    [...ending].reverse().join(''),
    kind,
  ]),
)

function kindsOf(words: readonly (readonly [string, string])[]): Kinds {
  const trie = new Trie(words.join('').length)
  const kinds = new Uint8Array(words.join('').length)
  for (const [word, kind] of words) kinds[trie.insert(word)] = KINDS.indexOf(kind) + 1
  return { trie, kinds }
}

/** The words of a line, by number. */
export interface LineWords {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** Indices of {@link KINDS}. */
  kinds: Uint8Array
  /** What stands before a word and behind it: the kind of the next word, or of the mark between. */
  before: Uint8Array
  behind: Uint8Array
  /** It begins with a capital. */
  capital: Uint8Array
  /** The next word stands behind one blank. */
  joined: Uint8Array
}

function room(words: number): LineWords {
  const bytes = (): Uint8Array => new Uint8Array(words)
  return {
    count: 0,
    starts: new Int32Array(words),
    ends: new Int32Array(words),
    kinds: bytes(),
    before: bytes(),
    behind: bytes(),
    capital: bytes(),
    joined: bytes(),
  }
}

/** One for all lines. */
let shared = room(256)

/**
 * @param codes folded units
 * @param line a line
 * @returns its words, until the next line is read
 */
export function wordsOf(codes: Uint16Array, { start, end }: Line): LineWords {
  // No two words touch.
  const most = (end - start + 1) >> 1
  if (most > shared.starts.length) shared = room(2 * most)
  const words = shared
  const { starts, ends, kinds, before, behind, capital, joined } = words
  let count = 0
  let mark = END
  for (let at = start; at < end; ) {
    const code = codes[at] as number
    const kind = classOf[code]
    if (kind !== CLASS.latin && kind !== CLASS.digit) {
      if (mark === NONE && code !== BLANK) mark = kindOfMark.get(code) ?? MARK
      at++
      continue
    }
    const to = unitEnd(codes, at, end, 'en')
    const own = kindOf(codes, at, to)
    if (count > 0) {
      joined[count - 1] = Number(mark === NONE && at === (ends[count - 1] as number) + 1)
      behind[count - 1] = mark === NONE ? own : mark
    }
    before[count] = mark === NONE ? (kinds[count - 1] as number) : mark
    starts[count] = at
    ends[count] = to
    kinds[count] = own
    capital[count] = Number(isCapital(code))
    joined[count] = 0
    count++
    mark = NONE
    at = to
  }
  if (count > 0) behind[count - 1] = mark === NONE ? END : mark
  words.count = count
  return words
}

function kindOf(codes: Uint16Array, start: number, end: number): number {
  const first = codes[start] as number
  if (classOf[first] === CLASS.digit) return NUMBER
  let node = grammar.trie.first(plain(first))
  for (let at = start + 1; at < end && node !== 0; at++) node = grammar.trie.next(node, codes[at] as number)
  const known = grammar.kinds[node] as number
  if (known > 0) return known - 1
  if (isCapital(first)) return CAPITAL
  let kind = PLAIN
  node = endings.trie.first(plain(codes[end - 1] as number))
  for (let at = end - 2; node !== 0; at--) {
    const ending = endings.kinds[node] as number
    if (ending > 0) kind = ending - 1
    node = at < start ? 0 : endings.trie.next(node, plain(codes[at] as number))
  }
  return kind
}
