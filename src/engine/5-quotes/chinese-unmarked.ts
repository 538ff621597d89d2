/**
 * Chinese words of somebody that stand without marks: the turns of a transcript, with the paragraphs that go on with them, what
 * somebody says of himself behind a colon, in the same paragraph or in the next one.
 */
import type { Span } from '../1-document/span.ts'
import type { Article, Block } from '../4-names/article.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import type { Cues } from './chinese-cues.ts'
import { reportEnd } from './chinese-reports.ts'
import type { Quote } from './quote.ts'

/** A turn of an interview (孟立：, 3号楼住户孟立：), and how many make one. */
const TURN = /^(?:(?:\d{1,3})?\p{Script=Han}{2,8}(?:·\p{Script=Han}{1,8})?|[QA问答]):/u
const LEAST_TURNS = 3
/** In UTF-16 units. */
const LONGEST_LABEL = 24
/** A label that may be a name. */
const NAMED = /^(?!记者|主持|本报|本刊|媒体|网友|观众|听众)\p{Script=Han}{2,4}:$/u
/** What no turn goes on with: a note in brackets, somebody else who asks (《某报》记者：), words in marks that are told of. */
const LABEL = /^\(|^(?:《[^《》]{2,12}》)?\p{Script=Han}{0,20}:/u
const JOURNALIST = /^(?:记者|问|Q|主持人):/
/** What somebody says of himself, outside marks. */
const FIRST_PERSON = /我(?![国省市县区校院社家军方行])|咱|本人/
/** What may stand ahead of a line of what somebody says. */
const BULLET = /^[☆★●•■▪◆◇○·*-]\s?/
/** The writer takes over again: 他说…, 谈到… */
const NARRATOR = /^(?:[他她]|对此|此外|随后|最后|谈[到及]|说到|提[到及]|当被问|被问|记者|另据|据)/
/** Where a picture comes from, behind the last sentence, in UTF-16 units. */
const CREDIT = /\([^()]*\)$/
const LONGEST_CREDIT = 30
/** Between whoever is told of and his verb, in UTF-16 units. */
const LONGEST_ADVERB = 3

/** Who speaks, by which cue. */
export interface Announcement {
  speaker: Mention
  via: Mention | null
  cue: Span
}

/** What was read of a block. */
interface Read {
  /** The words, if they are anybody's that is known. */
  quote: Quote | null
  /** Who goes on from here. */
  speaker: Mention | null
  /** Nothing else is to be read in the block. */
  isDone: boolean
}

function named(span: Span): Mention {
  return { ...bare(span), kind: 'person', role: null, form: 'name' }
}

/** Reads the blocks of an article, in order. */
export class UnmarkedReader {
  readonly #folded: string
  readonly #cues: Cues
  /** Whether its labels are turns, and the last one. */
  readonly #isTranscript: boolean
  readonly #lastTurn: number
  /** How many turns each label has. */
  readonly #turns = new Map<string, number>()
  /** Whose turn it is, where a block is one. */
  #holder: Announcement | null = null
  #announcement: Announcement | null = null

  /**
   * @param article the clean article
   * @param cues its cues
   */
  constructor({ blocks, folded }: Article, cues: Cues) {
    this.#folded = folded
    this.#cues = cues
    const labels = blocks.map((block) => this.#labelOf(block))
    for (const label of labels) if (label !== null) this.#turns.set(label, (this.#turns.get(label) ?? 0) + 1)
    this.#isTranscript = labels.filter((label) => label !== null).length >= LEAST_TURNS
    this.#lastTurn = labels.findLastIndex((label) => label !== null)
  }

  /** Remembers a cue and a colon that end a block: “队长表示：”. */
  announce(announcement: Announcement): void {
    this.#announcement = announcement
  }

  /**
   * Reads a block that is somebody's words as a whole.
   *
   * @param block the block
   * @param index its number
   * @param mentions its mentions
   * @returns what was read; null where the block is none of the kind
   */
  read(block: Block, index: number, mentions: readonly Mention[]): Read | null {
    const announcement = this.#announcement
    this.#announcement = null
    return (
      this.#readTurn(block, mentions) ?? this.#goesOn(block, index, mentions) ?? (announcement && this.#readAnnounced(block, announcement))
    )
  }

  /**
   * @param block a block
   * @returns where somebody last speaks of himself in it; −1 where nobody does
   */
  lastFirstPerson({ start, end }: Block): number {
    const written = this.#folded.slice(start, end)
    const at = written.lastIndexOf('我')
    return at >= 0 && FIRST_PERSON.test(written.slice(at)) ? start + at : -1
  }

  /**
   * @param span a sentence or a block, behind words of somebody without marks
   * @param own its mentions
   * @returns whether the writer tells of somebody again
   */
  resumes(span: Span, own: readonly Mention[]): boolean {
    if (NARRATOR.test(this.#folded.slice(span.start, span.start + 4))) return true
    return own.some(({ start, outerEnd }) => {
      if (this.#folded[start] === '我') return false
      for (let at = outerEnd; at <= outerEnd + LONGEST_ADVERB && at < span.end; at++) if ((this.#cues.length[at] as number) > 0) return true
      return false
    })
  }

  /** 莫言秋：, where a block begins so. */
  #labelOf({ start, end }: Block): string | null {
    return TURN.exec(this.#folded.slice(start, Math.min(end, start + LONGEST_LABEL)))?.[0] ?? null
  }

  /** 莫言秋：……: a turn of an interview, where several blocks begin like that. */
  #readTurn(block: Block, mentions: readonly Mention[]): Read | null {
    const label = this.#isTranscript ? this.#labelOf(block) : null
    if (label === null) return null
    const { start, end } = block
    this.#holder = null
    const from = start + label.length
    // 孟立：“……”: words in marks are read as such.
    if (this.#folded[from] === '“') return null
    // 新京周刊：…… asks, as a journalist does.
    const asks = JOURNALIST.test(label) || mentions.some((mention) => mention.end === from - 1 && mention.kind === 'organization')
    const known = mentions.find((mention) => mention.start < from && mention.kind === 'person')
    // Whoever has several turns is somebody, though no name of the article is his.
    const speaker = known ?? (!asks && this.#turns.get(label) !== 1 && NAMED.test(label) ? named({ start, end: from - 1 }) : undefined)
    if (!speaker || from >= end) return asks ? { quote: null, speaker: null, isDone: true } : null
    this.#holder = { speaker, via: null, cue: { start: from - 1, end: from } }
    return { quote: { start: from, end, kind: 'direct', ...this.#holder, confidence: 0.85 }, speaker, isDone: true }
  }

  /** A paragraph without a label between two turns goes on with the first one. */
  #goesOn(block: Block, index: number, mentions: readonly Mention[]): Read | null {
    const { start, end } = block
    const holder = this.#holder
    const isLabelled = LABEL.test(this.#folded.slice(start, start + LONGEST_LABEL))
    if (!holder || index > this.#lastTurn || isLabelled || this.resumes(block, mentions)) return null
    return { quote: { start, end, kind: 'direct', ...holder, confidence: 0.75 }, speaker: null, isDone: true }
  }

  /** “队长表示：”, and in the next paragraph what he says, of himself. */
  #readAnnounced({ start, end }: Block, announcement: Announcement): Read {
    const { speaker } = announcement
    const written = this.#folded.slice(start, end)
    if (/^[“”]/.test(written) || !FIRST_PERSON.test(written)) return { quote: null, speaker, isDone: false }
    const bullet = BULLET.exec(written)?.[0].length ?? 0
    // What follows under the same mark is his as well.
    if (bullet > 0) this.#announcement = announcement
    const credit = CREDIT.exec(written.slice(-LONGEST_CREDIT))?.[0].length ?? 0
    const until = reportEnd(this.#folded, start, end - credit)
    return { quote: { start: start + bullet, end: until, kind: 'indirect', ...announcement, confidence: 0.7 }, speaker, isDone: true }
  }
}
