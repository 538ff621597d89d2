/** English phrases that cite somebody: “according to S”, “in S’s words”, “quoted S as saying”. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import { tellsWho } from '../4-names/english-words.ts'
import { LONGEST_TIME, reportBehind } from './english-circumstances.ts'
import { BE, type Found, QUOTES } from './english-cues.ts'
import { phraseEnd, verbGroupStart } from './english-phrases.ts'
import { sourceRange } from './english-sources.ts'

/** So many of these phrases are cues. */
const CITES = 0.9
/** “per the charter”, “per Roe”, but neither “per day” nor “per cent”. */
const PER = /^(?:the|an|his|her|its|their|this|\p{Lu}.*)$/u
/** Longest description of who is quoted, in tokens. */
const LONGEST_CITED = 20
/** Longest owner of words, in tokens. */
const LONGEST_OWNER = 7
/** What stands between “in” and whose words they are. */
const IN_WORDS = ['the', 'words', 'of']

/**
 * Reads a phrase that cites: “according to S”, “in the words of S”, “in S’s words”, “per S”, “quoted S as saying”.
 *
 * @param article the clean article
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param at where the phrase may begin
 * @param span where the sentence stands
 * @returns the cue; null where it announces nothing, undefined where none begins
 */
export function readCitation(
  article: Article,
  sentence: readonly Token[],
  quoted: readonly boolean[],
  at: number,
  span: Span,
): Found | null | undefined {
  const { lower } = sentence[at] as Token
  const [before, next] = [sentence[at - 1], sentence[at + 1]]
  if (lower === 'according' && next?.lower === 'to') return accordingTo(article, sentence, quoted, at, at + 2, span)
  if (lower === 'in' && IN_WORDS.every((word, index) => sentence[at + 1 + index]?.lower === word))
    return accordingTo(article, sentence, quoted, at, at + 1 + IN_WORDS.length, span)
  const words = lower === 'in' ? wordsOf(sentence, at + 1) : -1
  if (words > 0) return inWords(article, sentence, quoted, at, words, span)
  if (lower === 'per' && PER.test(next?.text ?? '') && (at === 0 || before?.text === ','))
    return accordingTo(article, sentence, quoted, at, at + 1, span)
  // “was quoted as saying by the Echo”
  if ((lower === 'saying' || lower === 'telling') && before?.lower === 'as')
    return next?.lower === 'by' ? null : cited(article, sentence, quoted, at, span)
  return QUOTES.test(lower) && asSaying(sentence, quoted, at) > 0 ? null : undefined
}

/** “The Echo quoted Roe as saying C”, “Roe was quoted by the Echo as saying C”; “saying” stands at `at`. */
function cited({ folded, text }: Article, sentence: readonly Token[], quoted: readonly boolean[], at: number, span: Span): Found | null {
  const verb = sentence.slice(0, at).findLastIndex(({ lower }, index) => QUOTES.test(lower) && asSaying(sentence, quoted, index) === at)
  if (verb < 1 || quoted[verb]) return null
  const verbStart = verbGroupStart(sentence, quoted, verb)
  const { start, end } = sourceRange(sentence, quoted, verb, verbStart)
  const subject = start < end ? readPhrase(sentence.slice(start, end), text) : null
  const passive = BE.test(sentence[verb - 1]?.lower ?? '')
  const between = sentence.slice(passive && sentence[verb + 1]?.lower === 'by' ? verb + 2 : verb + 1, at - 1)
  const other = between.length > 0 ? readPhrase(between, text) : null
  const speaker = passive ? subject : other
  if (!speaker) return null
  // “…,” the Echo quoted Roe as saying: her words stand before.
  const before = !passive && start > 0 && quoted[start - 1] === true
  const contents = before
    ? [{ start: span.start, end: (sentence[start] as Token).start }]
    : [reportBehind(folded, sentence, at, { start: (sentence[at] as Token).end, end: span.end })]
  const structure = before ? 'leftQuoted' : 'right'
  return { from: at, to: at + 1, speaker, contents, structure, share: CITES, via: passive ? other : subject }
}

/** “In S’s words, C”, “C, in S’s own words, C”; the words stand at `words`. */
function inWords(
  { text }: Article,
  sentence: readonly Token[],
  quoted: readonly boolean[],
  at: number,
  words: number,
  span: Span,
): Found | null {
  const owner = sentence[words - 1]?.lower === 'own' ? words - 1 : words
  const speaker = readPhrase(sentence.slice(at + 1, owner), text)
  const behind = sentence[words + 1]
  if (!speaker || (at > 0 && sentence[at - 1]?.text !== ',' && !quoted[at - 1])) return null
  const contents: Span[] = []
  if (behind?.text === ',' && (at === 0 || quoted[words + 2])) contents.push({ start: behind.end, end: span.end })
  else if (at > 0) contents.push({ start: span.start, end: (sentence[at] as Token).start })
  if (contents.length === 0) return null
  return { from: words, to: words + 1, speaker, contents, structure: 'according', share: CITES }
}

/** “According to her lawyer, Paul Vance, …”: where a full name ends that is apposed to somebody told by what he is; else where he ends. */
function nameBehind({ text }: Article, sentence: readonly Token[], from: number, end: number): number {
  const somebody = tellsWho(sentence.slice(end - 1, end)) || readPhrase(sentence.slice(from, end), text)?.kind === 'person'
  if (sentence[end]?.text !== ',' || !somebody) return end
  let close = end + 1
  while (sentence[close]?.capital) close++
  const named = close - end > 2 && sentence[close]?.text === ',' && !(sentence[end - 1] as Token).capital
  return named && !/^(?:an?|the|who|whose|\d+)$/.test(sentence[close + 1]?.lower ?? '') ? close : end
}

/** “according to S, C” and “in the words of S, C”; S begins at `from`. */
function accordingTo(
  article: Article,
  sentence: readonly Token[],
  quoted: readonly boolean[],
  at: number,
  from: number,
  span: Span,
): Found | null {
  const end = nameBehind(article, sentence, from, phraseEnd(sentence, quoted, from, true))
  const speaker = readPhrase(sentence.slice(from, end), article.text)
  if (!speaker) return null
  const cueStart = (sentence[at] as Token).start
  // “According to a report published in March, C”
  const comma = sentence.slice(end, end + LONGEST_TIME).findIndex(({ text }) => text === ',')
  const after = sentence[at > 1 ? end : end + Math.max(0, comma)]
  const contents: Span[] = []
  // “It is, in the words of Roe, “a gift””: what is in marks behind the source are the words.
  const words = from - at > 2 && after?.text === ',' && quoted[end + 1] === true
  if (at > 1 && !words) contents.push({ start: span.start, end: cueStart })
  else if (after) contents.push({ start: after.start, end: span.end })
  if (contents.length === 0) return null
  return { from: at, to: from, speaker, contents, structure: 'according', share: CITES }
}

/** “in Mrs. Roe’s words”, “in her own words”: where the words stand whose owner begins at a place; −1 for none. */
function wordsOf(sentence: readonly Token[], from: number): number {
  for (let at = from + 1; at < sentence.length && at - from <= LONGEST_OWNER; at++) {
    const { word, lower } = sentence[at] as Token
    if (!word) return -1
    if (lower !== 'words') continue
    const owner = sentence[sentence[at - 1]?.lower === 'own' ? at - 2 : at - 1] as Token
    return /['’]s$|s['’]$|^(?:his|her|their)$/.test(owner.text) ? at : -1
  }
  return -1
}

/** “quoted Jane Roe, a lawyer, as saying that”: where “saying” stands behind a verb of quoting; −1 where no words of somebody's follow. */
function asSaying(sentence: readonly Token[], quoted: readonly boolean[], verb: number): number {
  // ““…,” Jane Roe was quoted as saying”: her words stand before.
  if (quoted[0] && BE.test(sentence[verb - 1]?.lower ?? '')) return -1
  for (let at = verb + 1; at + 1 < sentence.length && at - verb <= LONGEST_CITED; at++) {
    const { lower, text } = sentence[at] as Token
    if (/^[;:“”"]$/.test(text)) return -1
    if (lower === 'as' && /^(?:saying|telling)$/.test((sentence[at + 1] as Token).lower)) return at + 1
  }
  return -1
}
