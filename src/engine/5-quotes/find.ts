/** The quotes of an article, with the entities that speak. */
import { givenNames } from '../1-document/given-names.ts'
import type { Article } from '../4-names/article.ts'
import { findChineseMentions, nameOffice } from '../4-names/chinese-mentions.ts'
import { findNames, findShortNames, organizationWords } from '../4-names/english-names.ts'
import { type Entity, resolveEntities } from '../4-names/entities.ts'
import type { Mention } from '../4-names/mention.ts'
import { findChineseQuotes } from './chinese.ts'
import { findChineseCues } from './chinese-cues.ts'
import { findEnglishQuotes } from './english.ts'
import { behindDateline } from './english-dateline.ts'
import { byInitials, readInterview } from './interviews.ts'
import type { Quote } from './quote.ts'
import { withCurledMarks } from './straight-marks.ts'

/** A shorter part of a name is an initial, in UTF-16 units. */
const LEAST_NAME = 3
/** What stands before who did something to whom a phrase is about, or who is joined to him. */
const BY = /\bby (?:[a-z]+ ){0,2}$|\band $/
const BY_LENGTH = 24

/** Blanks that keep words together: a name is the same with them. */
const BLANKS = /[\u00a0\u2007\u2009\u202f]/g

/** Quotes and who is who among their speakers. */
export interface Attributions {
  quotes: Quote[]
  /** The entity of every mention of a speaker. */
  entityOf: ReadonlyMap<Mention, Entity>
}

/**
 * Finds who said what.
 *
 * @param read the clean article
 * @returns quotes sorted by start; none for a language without a grammar here
 */
export function findQuotes(read: Article): Attributions {
  if (read.language.grammar === null) return { quotes: [], entityOf: new Map() }
  const article = read.language.grammar === 'zh' ? withCurledMarks(read) : { ...read, text: read.text.replace(BLANKS, ' ') }
  let known: Mention[]
  let quotes: Quote[]
  if (article.language.grammar === 'zh') {
    const cues = findChineseCues(article)
    known = findChineseMentions(
      article,
      cues.length.map((length) => (length > 0 ? 1 : 0)),
    )
    const interview = readInterview(
      article,
      known.filter(({ kind, form }) => kind === 'person' && form === 'name'),
    )
    quotes = [...interview.answers, ...findChineseQuotes(article, known, cues, interview.turns)]
  } else {
    const firms = new Set(article.tokens.flatMap((tokens) => organizationWords(tokens, article.text)))
    const names = withoutHeadlines(
      article,
      article.blocks
        .flatMap((_, index) => findNames(behindDateline(article, index), article.text))
        .filter(({ role, name }) => role !== null || !firms.has(article.text.slice(name.start, name.end))),
    )
    const short = shortNames(names, article.text)
    known = [...names, ...article.tokens.flatMap((tokens) => findShortNames(tokens, short))]
    const interview = readInterview(article, names)
    quotes = [...interview.answers, ...findEnglishQuotes(article, interview.turns)]
    const initials = byInitials(names, article.text)
    for (const { speaker } of quotes) {
      // “Merrion” of Merrion Bank is nobody.
      const name = speaker?.form === 'name' && speaker.kind === 'person' ? article.text.slice(speaker.name.start, speaker.name.end) : ''
      const bearer = initials.get(name)
      if (speaker && bearer) Object.assign(speaker, { form: 'pronoun', antecedent: bearer })
      if (speaker && firms.has(name) && !short.has(name)) speaker.kind = 'organization'
    }
    describeWords(article, quotes, short)
  }
  quotes.sort((a, b) => a.start - b.start || b.end - a.end)
  const mentions = withSpeakers(known, quotes, article.text)
  if (article.language.grammar === 'zh') for (const mention of mentions) nameOffice(mention, article.folded)
  return { quotes, entityOf: resolveEntities(article, mentions, article.language.grammar === 'en' ? toldOf(known, quotes) : undefined) }
}

/** “Brief Roe speech”: what a headline opens with ahead of a surname is no first name, where the text has one. */
function withoutHeadlines({ blocks, text }: Article, names: readonly Mention[]): Mention[] {
  const headline = blocks.find(({ role }) => role === 'headline')
  if (headline === undefined) return [...names]
  const [first, last] = [(name: string) => name.slice(0, name.indexOf(' ')), (name: string) => name.slice(name.lastIndexOf(' ') + 1)]
  const nameOf = ({ name }: Mention): string => text.slice(name.start, name.end)
  const below = names.filter(({ start }) => start >= headline.end).map(nameOf)
  const known = new Set(below)
  const surnames = new Set(below.filter((name) => givenNames.has(first(name))).map(last))
  return names.filter((mention) => {
    const name = nameOf(mention)
    const made = name.includes(' ') && !known.has(name) && !givenNames.has(first(name)) && surnames.has(last(name))
    return !made || mention.role !== null || mention.end > headline.end || mention.start < headline.start
  })
}

/** “Stokes noted that Delacroix buys his hay”: who is named in a report of somebody. */
function toldOf(known: readonly Mention[], quotes: readonly Quote[]): Set<Mention> {
  const reports = quotes.filter(({ kind, speaker }) => kind === 'indirect' && speaker?.kind === 'person')
  const told = new Set<Mention>()
  let next = 0
  for (const mention of [...known].sort((a, b) => a.start - b.start)) {
    while (next < reports.length && (reports[next] as Quote).end <= mention.start) next++
    const report = reports[next]
    if (report && report.start <= mention.start) told.add(mention)
  }
  return told
}

/** “Polls show”, “Hours later”: a word that the article has without a capital too names nobody. */
function describeWords({ tokens, text }: Article, quotes: readonly Quote[], short: ReadonlySet<string>): void {
  const words = new Map<string, Mention[]>()
  for (const { speaker } of quotes) {
    if (speaker?.form !== 'name' || speaker.kind !== 'person' || speaker.role !== null) continue
    const name = text.slice(speaker.name.start, speaker.name.end)
    if (short.has(name)) continue
    const word = name.toLowerCase()
    const known = words.get(word)
    if (known) known.push(speaker)
    else words.set(word, [speaker])
  }
  if (words.size === 0) return
  for (const block of tokens)
    for (const { text: written, capital } of block) {
      const speakers = capital ? undefined : words.get(written)
      if (!speakers) continue
      words.delete(written)
      for (const speaker of speakers) Object.assign(speaker, { kind: written.endsWith('s') ? 'group' : 'unknown', form: 'description' })
    }
}

/** The first names and surnames that one person of an article has and no other one. */
function shortNames(names: readonly Mention[], text: string): Set<string> {
  const bearer = new Map<string, string | null>()
  for (const { name } of names) {
    const full = text.slice(name.start, name.end)
    // “Ms. Petty” may be Lorna Petty.
    if (!full.includes(' ')) continue
    for (const part of [full.slice(0, full.indexOf(' ')), full.slice(full.lastIndexOf(' ') + 1)]) {
      const known = bearer.get(part)
      bearer.set(part, known === undefined || known === full ? full : null)
    }
  }
  return new Set([...bearer].flatMap(([part, full]) => (full === null || full === part || part.length < LEAST_NAME ? [] : [part])))
}

/** Whether a name inside the phrase of a speaker is that of somebody else. */
function isSomebodyElse(speaker: Mention, { start, outerStart }: Mention, text: string): boolean {
  const joined = speaker.kind === 'group' && speaker.form === 'name'
  if (joined && start === speaker.start) return true
  return (joined || speaker.name.end < start) && BY.test(text.slice(Math.max(0, outerStart - BY_LENGTH), outerStart))
}

/** All mentions in order; a speaker's mention takes the place of one that it overlaps. */
function withSpeakers(known: readonly Mention[], quotes: readonly Quote[], text: string): Mention[] {
  const spoken = new Set<Mention>()
  for (const { speaker, via } of quotes) {
    if (speaker) spoken.add(speaker)
    if (speaker?.antecedent) spoken.add(speaker.antecedent)
    if (via) spoken.add(via)
  }
  const all = [...spoken, ...known.filter((mention) => !spoken.has(mention))].sort(
    (a, b) => a.start - b.start || Number(spoken.has(b)) - Number(spoken.has(a)),
  )
  const kept: Mention[] = []
  for (const mention of all) {
    const last = kept.at(-1)
    // “The team, led by Jane Roe,”, “Jane Roe of Acme and John Doe of Orsa”: whoever stands in a phrase may be somebody else.
    const beside = last && isSomebodyElse(last, mention, text)
    if (last && mention.start < last.end && !spoken.has(mention) && !beside) continue
    if (last && mention.start < last.end && !spoken.has(last)) kept.pop()
    kept.push(mention)
  }
  return kept
}
