/**
 * Whether keywords in the sentences of an article are a campaign. One may be the writer’s own; several without a tie to their
 * sentences were planted.
 */
import type { Document } from '../1-document/document.ts'
import type { Span } from '../1-document/span.ts'
import type { Fragment } from './fragment.ts'
import type { Phrase } from './keyword-phrase.ts'
import { isTradeReport } from './trade-reports.ts'
import { type Hit, topicsOf } from './trade-topics.ts'

/** Confidence of a keyword that a campaign plants, and of one that stands alone, below the certainty that cuts. */
const PLANTED = 0.85
const ALONE = 0.45
/** What a keyword is worth; one that news use too is worth less. */
const WORTH = { keyword: 1, plain: 0.5 }
/** So much together is a campaign: two keywords, whatever they sell; less where they sell different things. */
const CAMPAIGN = { oneTrade: 2, trades: 1.5 }
/** What a phrase that no list has is worth, by what ties it to its clause, and a listed keyword that may be part of its clause. */
const TIED = { none: 1.5, weighed: 1.5, grammar: 0.5, noun: 0, listed: 0.7 }
/** Log odds of a phrase that no list has, where it counts at all, and where it is sure; what one that may be tied needs more, to be cut. */
const UNLISTED = { least: 1, sure: 2, tied: 0.5 }
export const LEAST_ODDS = UNLISTED.least
/** Trades whose words no sentence of the news has for its subject, unless it is about them. */
const SHADY: ReadonlySet<string> = new Set(['gambling', 'adult', 'traffic'])
/** So many trades are no topic; so many are none even of a report. */
const TRADES = { several: 2, many: 3 }
const SENTENCE_END = /[。!?\n]/
/** A longer first line is no headline, in UTF-16 units. */
const LONGEST_HEADLINE = 100

/**
 * @param document the document
 * @param hits listed keywords in its sentences
 * @param phrases what reads like a keyword and stands in no list, from {@link LEAST_ODDS} on
 * @param blocks how many blocks of keywords it has
 * @param grammar its language
 * @returns fragments: keywords that no campaign plants are below the certainty that cuts
 */
export function judgeKeywords(
  document: Document,
  hits: readonly Hit[],
  phrases: readonly Phrase[],
  blocks: number,
  grammar: 'zh' | 'en',
): Fragment[] {
  const trades = new Set(
    hits.filter(({ loose, quoted, plain }) => !quoted && !plain && (loose || grammar === 'en')).map(({ trade }) => trade),
  )
  const topics = topicsOf(document, hits, trades.size, blocks, grammar)
  // An article headed by a service or a ware is about it.
  const headline = headlineOf(document)
  const own = hits.filter(({ trade, quoted, text }) => !quoted && !topics.has(trade) && (SHADY.has(trade) || !headline.includes(text)))
  // Keywords of several trades in one English article are a campaign, even where one seems to fit its sentence.
  const said = grammar === 'en' && trades.size >= TRADES.several ? own : own.filter(({ loose }) => loose)
  const unlisted = unlistedOf(document, phrases, headline, grammar)
  // 压低价格，…，踏踏实实装修: clauses of one sentence, each like a keyword, and nothing of the trades beside them.
  const apart = grammar === 'en' || said.length > 0 || blocks > 0 || !areInOneSentence(document, unlisted)
  const worth = apart ? worthOfPhrases(document, unlisted) : 0
  const sum = [...Map.groupBy(said, ({ text }) => text).values()].reduce((total, same) => total + worthOf(same), blocks + worth)
  const kinds = new Set(said.map(({ trade }) => trade)).size + Math.min(1, blocks)
  const foreign = blocks > 0 || said.some((hit) => !hit.plain && !isSubject(hit))
  const certain = blocks > 0 || unlisted.length > 0 || said.some(({ plain }) => !plain)
  const campaign = certain
    ? sum >= (foreign && kinds >= TRADES.several ? CAMPAIGN.trades : CAMPAIGN.oneTrade)
    : kinds >= TRADES.many && sum >= CAMPAIGN.trades
  const cut = said.filter(({ plain }) => campaign || !plain)
  // What stands beside listed keywords must be sure of itself.
  const least = worth >= CAMPAIGN.oneTrade ? UNLISTED.least : UNLISTED.sure
  const beside = campaign
    ? unlisted.filter(({ odds, tie }) => odds >= least + (tie === 'none' || tie === 'weighed' ? 0 : UNLISTED.tied))
    : []
  const fragmentOf = ({ start, end }: Span, confidence: number): Fragment => ({
    start,
    end,
    kind: 'keyword_block',
    suggestion: '',
    confidence,
    reason: `“${document.text.slice(start, end).trim()}” is a search keyword with no tie to its sentence`,
  })
  return [
    ...cut.map((hit) => fragmentOf(hit, campaign || (hit.bait && grammar === 'zh') ? PLANTED : ALONE)),
    ...beside.map((phrase) => fragmentOf(phrase, PLANTED)),
  ]
}

/** What no list has, and neither has the headline; none in a report about the trades. */
function unlistedOf(document: Document, phrases: readonly Phrase[], headline: string, grammar: 'zh' | 'en'): readonly Phrase[] {
  if (phrases.length === 0 || (grammar === 'zh' && isTradeReport(document.folded, grammar))) return []
  return phrases.filter(({ start, end }) => !headline.includes(document.folded.slice(start, end).trim().toLowerCase()))
}

/** Whether no sentence ends between the first and the last of several phrases: a farm strews them. */
function areInOneSentence({ folded }: Document, phrases: readonly Phrase[]): boolean {
  const [first, last] = [phrases[0], phrases.at(-1)]
  return first !== undefined && last !== undefined && !SENTENCE_END.test(folded.slice(first.start, last.end))
}

/** What phrases that no list has are worth; one counts once, however often it is said. */
function worthOfPhrases({ folded }: Document, phrases: readonly Phrase[]): number {
  const most = new Map<string, number>()
  // In English much may read like a keyword once: vessel enters service.
  const alone = phrases.length === 1 && phrases.some(({ odds, tie }) => tie === 'weighed' && odds < UNLISTED.sure)
  if (alone) return 0
  for (const { start, end, odds, tie } of phrases) {
    const text = folded.slice(start, end)
    most.set(text, Math.max(most.get(text) ?? 0, TIED[tie] * Math.min(1, odds / UNLISTED.sure)))
  }
  return [...most.values()].reduce((sum, worth) => sum + worth, 0)
}

/** What one keyword is worth: said again without a tie, as much as two. */
function worthOf(same: readonly Hit[]): number {
  if (same.every(({ plain }) => plain)) return WORTH.plain
  const times = Math.min(2, Math.max(1, same.filter(({ loose }) => loose).length))
  return times * (same.every(isSubject) ? TIED.listed : WORTH.keyword)
}

/** The first line, folded; empty where it is too long for a headline. */
function headlineOf({ folded, lines }: Document): string {
  const [first] = lines
  return first && first.end - first.start <= LONGEST_HEADLINE ? folded.slice(first.start, first.end).toLowerCase() : ''
}

/** Whether a sentence of the news could have a keyword for its subject or object. */
function isSubject({ tied, trade }: Hit): boolean {
  return tied && !SHADY.has(trade)
}
