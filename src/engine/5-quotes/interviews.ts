/** Interviews in questions and answers: “Q: … A: …”, 问：…… 答：……. Who answers is named before the first question. */
import type { Span } from '../1-document/span.ts'
import type { Article, Block } from '../4-names/article.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import type { Quote } from './quote.ts'

const TURN = /^(?:(Q|Question|问)|A|Answer|Opening (?:remarks|statement)|答)[.:]\s?/i
/** “Opening statement: ” */
const LONGEST_LABEL = 20
/** A single question and its answer are told by their Chinese words alone: “Q.” and “A.” may be anything. */
const ASKS = '问'
/** So many answers make an interview; one does where its question stands right before it. */
const LEAST_ANSWERS = 2
/** We, I, outside any marks. */
const SPEAKS_OF_SELF = /^[^“”]*我/
/** Answers are what they are; who gives them is read from what stands before. */
const CONFIDENCE = 0.85

/** The turns of an interview. */
export interface Interview {
  /** Its blocks, questions included: no sentence of them is read for cues. */
  turns: ReadonlySet<Block>
  answers: Quote[]
}

/**
 * Reads the answers of an interview.
 *
 * @param article the clean article
 * @param people mentions of people by name
 * @returns the interview; without turns where the article is none
 */
export function readInterview({ blocks, folded, text, language }: Article, people: readonly Mention[]): Interview {
  const turns = new Map<Block, RegExpExecArray>()
  for (const block of blocks) {
    const label = TURN.exec(folded.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL)))
    if (label) turns.set(block, label)
  }
  const answers = [...turns].filter(([{ start, end }, label]) => label[1] === undefined && start + label[0].length < end)
  const single = answers.length < LEAST_ANSWERS ? answers[0]?.[0] : undefined
  const isAnswered = single !== undefined && turns.get(blocks[blocks.indexOf(single) - 1] as Block)?.[1] === ASKS
  if ((answers.length < LEAST_ANSWERS && !isAnswered) || answers.length === turns.size) return { turns: new Set(), answers: [] }
  // Blocks come in order. Not all of them as arguments: an interview may have any number of turns.
  const [first] = turns.keys()
  const answerer = mostNamed(
    people.filter(({ end }) => first !== undefined && end <= first.start),
    text,
  )
  const given = new Map<Block, Quote>()
  for (const [block, [label]] of answers) {
    const { start, end } = block
    const cue: Span = { start: start + label.trimEnd().length - 1, end: start + label.trimEnd().length }
    const speaker: Mention = { ...bare({ start, end: cue.start }), kind: 'person', role: null, form: 'pronoun' }
    if (answerer) speaker.antecedent = answerer
    given.set(block, { start: start + label.length, end, kind: 'direct', speaker, via: null, cue, confidence: CONFIDENCE })
  }
  // PolNeAR marks such paragraphs of English interviews otherwise.
  const more = language.grammar === 'zh' ? furtherParagraphs(blocks, folded, turns, given) : new Map<Block, Quote>()
  return { turns: new Set([...turns.keys(), ...more.keys()]), answers: [...given.values(), ...more.values()] }
}

/** Paragraphs without a label that go on with an answer: those before the next question, and behind the last answer those that say “we”. */
function furtherParagraphs(
  blocks: readonly Block[],
  folded: string,
  turns: ReadonlyMap<Block, unknown>,
  given: ReadonlyMap<Block, Quote>,
): Map<Block, Quote> {
  const further = new Map<Block, Quote>()
  const last = blocks.findLastIndex((block) => turns.has(block))
  let answer: Quote | undefined
  blocks.forEach((block, index) => {
    if (turns.has(block)) answer = given.get(block)
    else if (block.role !== 'paragraph' || (index > last && !SPEAKS_OF_SELF.test(folded.slice(block.start, block.end)))) answer = undefined
    else if (answer) further.set(block, { ...answer, start: block.start, end: block.end, cue: null })
  })
  return further
}

/** Of those who are named, whose name comes back most; the first of several. */
function mostNamed(people: readonly Mention[], text: string): Mention | null {
  const counts = new Map<string, { mention: Mention; count: number }>()
  for (const mention of people) {
    const name = text.slice(mention.name.start, mention.name.end)
    const known = counts.get(name)
    if (known) known.count++
    else counts.set(name, { mention, count: 1 })
  }
  let best: { mention: Mention; count: number } | null = null
  for (const candidate of counts.values()) if (!best || candidate.count > best.count) best = candidate
  return best?.mention ?? null
}

/** A transcript calls people by two or three initials. */
const INITIALS = { least: 2, most: 3 }

/**
 * @param people mentions of people by name
 * @param text the clean text
 * @returns whose initials a transcript may call them by (“HP: He sent flowers.”); null where several have the same
 */
export function byInitials(people: readonly Mention[], text: string): ReadonlyMap<string, Mention | null> {
  const bearers = new Map<string, Mention | null>()
  const names = new Map<string, string>()
  for (const mention of people) {
    const name = text.slice(mention.name.start, mention.name.end)
    const words = name.split(' ')
    if (words.length < INITIALS.least || words.length > INITIALS.most) continue
    const initials = words.map((word) => word[0]).join('')
    if (names.get(initials) === name) continue
    bearers.set(initials, bearers.has(initials) ? null : mention)
    names.set(initials, name)
  }
  return bearers
}
