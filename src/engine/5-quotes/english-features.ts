/** What the English judge looks at: the features of cues and of words in marks. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import { cueShare, type Found, VERB } from './english-cues.ts'
import type { Features } from './english-judge.ts'
import type { Quotation } from './marks.ts'

/**
 * Describes words in marks.
 *
 * @param folded the folded clean text
 * @param quotation the words in their marks
 * @param found the cue that announces them, if any
 * @param known whether they read like an utterance, whether they are a term, whether somebody has spoken before
 * @returns their features
 */
export function describeQuotation(
  folded: string,
  quotation: Quotation,
  found: Found | null,
  known: { utterance: boolean; term: boolean; spoken: boolean },
): Features {
  const said = folded.slice(quotation.start, quotation.end)
  const words = said.split(/\s+/).filter((word) => word !== '')
  const before = folded.slice(Math.max(0, quotation.outerStart - 24), quotation.outerStart)
  const after = folded.slice(quotation.outerEnd, quotation.outerEnd + 16)
  const wordBefore = /([\p{L}’']{1,24})\s?$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  const features: Features = new Map()
  const set = (name: string, value: number | boolean): void => {
    features.set(name, Number(value))
  }
  set('words', Math.min(60, words.length))
  set('utterance', known.utterance)
  set('term', known.term)
  set('claimed', found?.share ?? 0)
  set(`structure ${found?.structure ?? 'none'}`, 1)
  set('capitals', words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length))
  set('first capital', /^\p{Lu}/u.test(said))
  set('first pronoun', /^(?:i|we|you|it|he|she|they|this|that|there)\b/i.test(said))
  set(
    'verb',
    /\b(?:is|are|was|were|be|been|have|has|had|will|would|can|could|should|do|does|did|’s|’re|’m|'s|'re|'m|don't|don’t)\b/.test(said),
  )
  set('ends', '.!?,…-'.indexOf(said.at(-1) ?? ' ') + 1)
  set('open', quotation.open)
  set('typewriter', quotation.typewriter)
  set('share before', cueShare(wordBefore))
  set('that before', wordBefore === 'that')
  set(
    'as before',
    /^(?:as|a|an|the|of|called|named|titled|dubbed|entitled)$/.test(wordBefore)
      ? 'as a an the of called named titled dubbed entitled'.split(' ').indexOf(wordBefore) + 1
      : 0,
  )
  set('mark before', ',:;(—-'.indexOf(before.trimEnd().at(-1) ?? ' ') + 1)
  set('opens block', before === '' || before.endsWith('\n'))
  set('mark after', '.,;:)—'.indexOf(after.trimStart()[0] ?? ' ') + 1)
  set('ends block', after === '' || after.startsWith('\n'))
  set('share after', cueShare(/^\s?([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? ''))
  set('share second after', cueShare(/^\s?[\p{L}’']+ ([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? ''))
  set('noun after', /^\s[a-z]/.test(after) && !/^\s(?:and|or|but|to|in|on|for|by|at|with|said|he|she|as)\b/.test(after))
  set('speaker', known.spoken)
  return features
}

/**
 * Describes a word that may be a cue, in its structure.
 *
 * @param sentence the tokens of its sentence
 * @param quoted for each of them whether it stands in marks
 * @param found the word, its speaker and its report
 * @param span where the sentence stands
 * @param inside the quotations of the sentence
 * @returns its features
 */
export function describeCue(
  sentence: readonly Token[],
  quoted: readonly boolean[],
  found: Found,
  span: Span,
  inside: readonly Quotation[],
): Features {
  const at = found.from
  const token = sentence[at] as Token
  const next = sentence[found.to]
  const second = sentence[found.to + 1]
  const before = sentence[at - 1]
  const features: Features = new Map()
  const set = (name: string, value: number | boolean): void => {
    features.set(name, Number(value))
  }
  set('share', found.share)
  set(`structure ${found.structure}`, 1)
  set('ending', /ing$/.test(token.lower) ? 1 : /ed$/.test(token.lower) ? 2 : /s$/.test(token.lower) ? 3 : 0)
  set('said', token.lower === 'said' || token.lower === 'says')
  set('that next', next?.lower === 'that')
  set('to next', next?.lower === 'to')
  set('quoted next', quoted[found.to] === true || quoted[found.to + 1] === true)
  set('next', nextKind(next))
  set('second', nextKind(second))
  set('share next', next ? cueShare(next.lower) : 0)
  set('before', nextKind(before))
  set('share before', before ? cueShare(before.lower) : 0)
  let modal = 0
  let negated = 0
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const { lower } = sentence[index] as Token
    if (/^(?:will|would|could|should|may|might|can|must)$/.test(lower)) modal = 1
    if (/^(?:not|never|no)$|n['’]t$/.test(lower)) negated = 1
    if (lower === 'to') modal = 2
    if (/^(?:be|been|is|are|was|were|being)$/.test(lower)) modal = 3
  }
  set('modal', modal)
  set('negated', negated)
  set('speaker', found.speaker ? { pronoun: 1, name: 2, description: 3 }[found.speaker.form] : 0)
  set('kind', found.speaker ? { person: 1, group: 2, organization: 3, unknown: 4 }[found.speaker.kind] : 0)
  set('speaker length', found.speaker ? found.speaker.end - found.speaker.start : 0)
  set('speaker distance', found.speaker ? Math.min(200, Math.abs(token.start - found.speaker.end)) : 300)
  set(
    'content length',
    found.contents.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0),
  )
  set('position', at)
  set('rest', span.end - token.end)
  set('quotations', inside.length)
  set(
    'verb near',
    sentence.slice(found.to, found.to + 9).some(({ lower }) => VERB.has(lower)),
  )
  set('first', at === 0 || token.capital)
  return features
}

/** A coarse part of speech, as a number. */
function nextKind(token: Token | undefined): number {
  if (!token) return 0
  if (!token.word) return ',.:;"“'.includes(token.text) ? 1 + ',.:;"“'.indexOf(token.text) : 8
  if (/^(?:he|she|they|it|we|i|you|him|her|them|us|me)$/.test(token.lower)) return 9
  if (/^(?:the|a|an|this|these|those|his|their|its|our|my|your|some|any|no|all)$/.test(token.lower)) return 10
  if (/^(?:of|in|on|for|at|by|with|from|about|as|into|against|over|under|after|before)$/.test(token.lower)) return 11
  if (/^(?:and|or|but)$/.test(token.lower)) return 12
  if (/^(?:is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|must|do|does|did)$/.test(token.lower)) return 13
  if (/^(?:what|how|why|when|where|who|whether|if)$/.test(token.lower)) return 14
  if (token.capital) return 15
  if (/ly$/.test(token.lower)) return 16
  if (/(?:ed|ing)$/.test(token.lower)) return 17
  return 18
}
