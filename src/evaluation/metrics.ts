/** The figures that `npm run evaluate` prints, as pure functions of gold record and answer. */
import { type Extraction, INJECTED_KINDS } from '../../schemas/extraction.ts'
import type { GoldQuote, GoldRecord } from './gold.ts'

/** Precision, recall and F1 come from these counts. */
export interface Counts {
  hits: number
  said: number
  gold: number
}

/** Everything that is counted on one or more records. */
export interface Tally {
  records: number
  headlines: { right: number; all: number }
  injected: Counts
  /** Injected fragments of each gold kind: how many were found exactly. */
  kinds: Record<string, Counts>
  spamCharacters: Counts
  body: { lost: number; all: number }
  clean: { touched: number; all: number }
  stuffed: { restored: number; all: number }
  bodyCharacters: Counts
  documentF1: { sum: number; all: number }
  quotes: Counts
  speakers: { right: number; all: number }
  quotesWithSpeaker: Counts
  content: Counts
  sources: Counts
  roles: { right: number; all: number }
  names: { right: number; all: number }
  indirect: Counts
  metadata: Record<string, Counts>
}

interface Range {
  start: number
  end: number
}

const INJECTED: ReadonlySet<string> = new Set(INJECTED_KINDS)
const NOT_BODY = new Set(['headline', 'boilerplate', 'credit', 'related_links'])
/** Two spans are the same quote from this share of their union on. */
const SAME_QUOTE = 0.8

/** @returns a tally of nothing */
export function emptyTally(): Tally {
  const counts = (): Counts => ({ hits: 0, said: 0, gold: 0 })
  return {
    records: 0,
    headlines: { right: 0, all: 0 },
    injected: counts(),
    kinds: {},
    spamCharacters: counts(),
    body: { lost: 0, all: 0 },
    clean: { touched: 0, all: 0 },
    stuffed: { restored: 0, all: 0 },
    bodyCharacters: counts(),
    documentF1: { sum: 0, all: 0 },
    quotes: counts(),
    speakers: { right: 0, all: 0 },
    quotesWithSpeaker: counts(),
    content: counts(),
    sources: counts(),
    roles: { right: 0, all: 0 },
    names: { right: 0, all: 0 },
    indirect: counts(),
    metadata: {},
  }
}

/** @returns precision, recall and F1; 1 where there was nothing to find and nothing was said */
export function ratios({ hits, said, gold }: Counts): { precision: number; recall: number; f1: number } {
  return {
    precision: said === 0 ? 1 : hits / said,
    recall: gold === 0 ? 1 : hits / gold,
    f1: said + gold === 0 ? 1 : (2 * hits) / (said + gold),
  }
}

/**
 * Adds one record to a tally.
 *
 * @param tally what was counted so far; changed in place
 * @param gold the gold record
 * @param found the answer, offsets in UTF-16 units
 * @returns what was wrong, one line each
 */
export function count(tally: Tally, gold: GoldRecord, found: Extraction): string[] {
  const errors: string[] = []
  tally.records++
  if (typeof gold.headline === 'string') {
    tally.headlines.all++
    if (plain(found.headline?.text ?? '') === plain(gold.headline)) tally.headlines.right++
    else errors.push(`headline: “${gold.headline}” was given as “${found.headline?.text ?? null}”`)
  }
  if (gold.spam || !gold.blocks?.some((block) => block.role === 'boilerplate')) countSpam(tally, gold, found, errors)
  countBody(tally, gold, found, errors)
  if (gold.quotes) countQuotes(tally, gold, found, errors)
  if (gold.metadata) countMetadata(tally, gold.metadata, found.metadata, errors)
  return errors
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function countSpam(tally: Tally, gold: GoldRecord, found: Extraction, errors: string[]): void {
  const wanted = (gold.spam ?? []).filter(({ kind }) => INJECTED.has(kind))
  const said = found.spam.filter(({ category, suggestion }) => category === 'injected' && suggestion !== null)
  const goldKeys = new Map(wanted.map((span) => [normalized(gold.text, span), span]))
  const saidKeys = new Set(said.map((span) => normalized(gold.text, span)))
  let hits = 0
  for (const [key, span] of goldKeys) {
    const kind = counter(tally.kinds, span.kind)
    kind.gold++
    if (saidKeys.has(key)) {
      hits++
      kind.hits++
    } else errors.push(`missed ${span.kind} ${shown(gold.text, span)}`)
  }
  for (const span of said) {
    counter(tally.kinds, span.kind).said++
    if (!goldKeys.has(normalized(gold.text, span))) errors.push(`false ${span.kind} ${shown(gold.text, span)} (${span.confidence})`)
  }
  add(tally.injected, { hits, said: saidKeys.size, gold: goldKeys.size })
  const goldMask = mask(gold.text.length, gold.spam ?? [])
  const saidMask = mask(
    gold.text.length,
    found.spam.filter(({ suggestion }) => suggestion !== null),
  )
  add(tally.spamCharacters, overlap(goldMask, saidMask, gold.text))
  if (wanted.length === 0) tally.clean.all++
  if (wanted.length === 0 && touchesBody(gold, saidMask)) {
    tally.clean.touched++
    errors.push('clean document touched')
  }
  if (wanted.length > 0) {
    tally.stuffed.all++
    if (goldKeys.size === saidKeys.size && hits === goldKeys.size) tally.stuffed.restored++
  }
}

function bodyBlocks(gold: GoldRecord): Range[] {
  return gold.blocks ? gold.blocks.filter(({ role }) => !NOT_BODY.has(role)) : [{ start: 0, end: gold.text.length }]
}

function touchesBody(gold: GoldRecord, said: Uint8Array): boolean {
  return bodyBlocks(gold).some(({ start, end }) => said.subarray(start, end).includes(1))
}

function countBody(tally: Tally, gold: GoldRecord, found: Extraction, errors: string[]): void {
  const wanted = mask(gold.text.length, bodyBlocks(gold))
  const said = mask(gold.text.length, found.paragraphs)
  if (!gold.blocks && found.headline) said.fill(1, found.headline.start, found.headline.end)
  const cut = mask(
    gold.text.length,
    found.spam.filter(({ suggestion }) => suggestion !== null),
  )
  const spam = mask(gold.text.length, gold.spam ?? [])
  for (let at = 0; at < gold.text.length; at++) {
    if (wanted[at] !== 1 || spam[at] === 1 || /\s/.test(gold.text[at] as string)) continue
    tally.body.all++
    if (cut[at] === 1) tally.body.lost++
  }
  const counts = overlap(wanted, said, gold.text)
  add(tally.bodyCharacters, counts)
  const { f1 } = ratios(counts)
  tally.documentF1.sum += f1
  tally.documentF1.all++
  if (f1 < 0.9) errors.push(`body F1 ${f1.toFixed(3)}`)
}

function countQuotes(tally: Tally, gold: GoldRecord, found: Extraction, errors: string[]): void {
  const quotes = gold.quotes as GoldQuote[]
  const marked = quotes.filter(({ type }) => type !== 'indirect')
  const said = found.quotes.filter(({ kind }) => kind !== 'indirect')
  const pairs = pairQuotes(gold.text, marked, said)
  add(tally.quotes, { hits: pairs.size, said: said.length, gold: marked.length })
  let right = 0
  let withSpeaker = 0
  for (const quote of marked) {
    const match = pairs.get(quote)
    if (!match) errors.push(`missed ${quote.type} quote “${gold.text.slice(quote.start, quote.end).slice(0, 60)}”`)
    else if (quote.speaker) {
      withSpeaker++
      if (sameSpeaker(quote, match.speaker)) right++
      else
        errors.push(
          `speaker of “${gold.text.slice(quote.start, quote.end).slice(0, 40)}”: “${quote.speaker.name ?? quote.speaker.text}” was given as “${match.speaker?.text ?? null}”`,
        )
    } else right++
  }
  const matched = new Set(pairs.values())
  for (const quote of said) if (!matched.has(quote)) errors.push(`false ${quote.kind} quote “${quote.text.slice(0, 60)}”`)
  const unattributed = [...pairs.keys()].filter((quote) => !quote.speaker).length
  tally.speakers.right += right - unattributed
  tally.speakers.all += withSpeaker
  add(tally.quotesWithSpeaker, { hits: right, said: said.length, gold: marked.length })
  const all = pairQuotes(gold.text, quotes, found.quotes)
  for (const [quote, match] of all) {
    if (quote.speaker?.role !== undefined || quote.speaker?.name !== undefined) {
      tally.roles.all++
      if ((match.speaker?.role ?? null) === (quote.speaker.role ?? null)) tally.roles.right++
      else
        errors.push(
          `role of ${quote.speaker.name}: “${quote.speaker.role ?? null}” was given as “${match.speaker?.role ?? null}” (${match.speaker?.name})`,
        )
    }
    if (quote.speaker?.name !== undefined && quote.speaker.name !== quote.speaker.text) {
      tally.names.all++
      if (match.speaker?.name === quote.speaker.name) tally.names.right++
      else errors.push(`name of “${quote.speaker.text}”: “${quote.speaker.name}” was given as “${match.speaker?.name ?? null}”`)
    }
  }
  const goldIndirect = quotes.filter(({ type }) => type === 'indirect')
  const saidIndirect = found.quotes.filter(({ kind }) => kind === 'indirect')
  add(tally.indirect, overlap(mask(gold.text.length, goldIndirect), mask(gold.text.length, saidIndirect), gold.text))
  for (const quote of goldIndirect)
    if (![...all.keys()].includes(quote))
      errors.push(
        `missed indirect “${gold.text.slice(quote.start, quote.end).slice(0, 60)}” of ${quote.speaker?.text ?? null} (${quote.cue?.text ?? null})`,
      )
  add(tally.content, overlap(mask(gold.text.length, quotes), mask(gold.text.length, found.quotes), gold.text))
  const mentions = (list: readonly { speaker: Range | null }[]): Range[] => list.flatMap(({ speaker }) => (speaker ? [speaker] : []))
  add(tally.sources, overlap(mask(gold.text.length, mentions(quotes)), mask(gold.text.length, mentions(found.quotes)), gold.text))
}

/**
 * Judges every quote found against gold.
 *
 * @param gold the gold record
 * @param found the answer, offsets in UTF-16 units
 * @returns for each quote found its confidence, and whether gold has the same words of the same speaker
 */
export function matchQuotes(gold: GoldRecord, found: Extraction): [confidence: number, right: boolean][] {
  const of = new Map([...pairQuotes(gold.text, gold.quotes ?? [], found.quotes)].map(([quote, match]) => [match, quote]))
  return found.quotes.map((quote) => {
    const match = of.get(quote)
    return [quote.confidence, match !== undefined && (match.speaker ? sameSpeaker(match, quote.speaker) : quote.speaker === null)]
  })
}

function countMetadata(tally: Tally, gold: NonNullable<GoldRecord['metadata']>, found: Extraction['metadata'], errors: string[]): void {
  for (const field of ['published', 'source', 'section', 'authors', 'editors'] as const) {
    if (gold[field] === undefined) continue
    const wanted = [gold[field] ?? []].flat()
    const said = [found[field] ?? []].flat()
    const hits = said.filter((value) => wanted.includes(value)).length
    add(counter(tally.metadata, field), { hits, said: said.length, gold: wanted.length })
    if (hits < wanted.length || hits < said.length) errors.push(`${field}: ${JSON.stringify(wanted)} was given as ${JSON.stringify(said)}`)
  }
}

/**
 * Pairs gold quotes with the found quotes that cover the same words, one to one.
 *
 * @param text the text
 * @param gold gold quotes
 * @param said quotes found, offsets in UTF-16 units
 * @returns the found quote of each gold quote that has one
 */
export function pairQuotes(
  text: string,
  gold: readonly GoldQuote[],
  said: readonly Extraction['quotes'][number][],
): Map<GoldQuote, Extraction['quotes'][number]> {
  const pairs = new Map<GoldQuote, Extraction['quotes'][number]>()
  const taken = new Set<Extraction['quotes'][number]>()
  for (const quote of gold) {
    const span = trimMarks(text, quote)
    let best: Extraction['quotes'][number] | undefined
    let bestShare = SAME_QUOTE
    for (const candidate of said) {
      if (taken.has(candidate) || candidate.end <= quote.start || candidate.start >= quote.end) continue
      const share = sharedPart(span, trimMarks(text, candidate)) + (candidate.kind === quote.type ? 1e-6 : 0)
      if (share >= bestShare) {
        best = candidate
        bestShare = share
      }
    }
    if (!best) continue
    pairs.set(quote, best)
    taken.add(best)
  }
  return pairs
}

/** Intersection over union of two ranges. */
function sharedPart(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** A range without quotation marks, blanks and end punctuation at its ends. */
export function trimMarks(text: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (from < to && /[\s“”‘’"'「」『』,.;:!?,。;:!?、…—-]/.test(text[from] as string)) from++
  while (to > from && /[\s“”‘’"'「」『』,.;:!?,。;:!?、…—-]/.test(text[to - 1] as string)) to--
  return { start: from, end: to }
}

/**
 * @param gold a gold quote with a speaker
 * @param found the speaker given
 * @returns whether it is the same one
 */
export function sameSpeaker(gold: GoldQuote, found: Extraction['quotes'][number]['speaker']): boolean {
  if (!gold.speaker || !found) return false
  return (
    (found.start < gold.speaker.end && gold.speaker.start < found.end) ||
    (gold.speaker.name !== undefined && gold.speaker.name === found.name) ||
    gold.speaker.text === found.text
  )
}

/**
 * A key that is equal for edits that leave the same text: what stays the same at the ends of a replaced run is trimmed,
 * and the run is moved left as far as that changes nothing.
 *
 * @param text the text
 * @param span the run; `suggestion` is what stands for it, nothing where it is cut
 * @returns the key
 */
export function normalized(text: string, { start, end, suggestion }: Range & { suggestion?: string | null }): string {
  let from = start
  let to = end
  let instead = suggestion ?? ''
  while (instead !== '' && to > from && text[to - 1] === instead.at(-1)) {
    to--
    instead = instead.slice(0, -1)
  }
  while (instead !== '' && to > from && text[from] === instead[0]) {
    from++
    instead = instead.slice(1)
  }
  while (instead === '' && from > 0 && text[from - 1] === text[to - 1]) {
    from--
    to--
  }
  return `${from}-${to}-${instead}`
}

function shown(text: string, { start, end }: Range): string {
  const clean = (part: string): string => part.replace(/\s/g, '⏎')
  return `${clean(text.slice(Math.max(0, start - 8), start))}[${clean(text.slice(start, end))}]${clean(text.slice(end, end + 8))} at ${start}`
}

function mask(size: number, ranges: readonly Range[]): Uint8Array {
  const marked = new Uint8Array(size)
  for (const { start, end } of ranges) marked.fill(1, start, end)
  return marked
}

/** Characters that both masks hold; white space does not count. */
function overlap(gold: Uint8Array, said: Uint8Array, text: string): Counts {
  const counts = { hits: 0, said: 0, gold: 0 }
  for (let at = 0; at < text.length; at++) {
    if ((gold[at] === 0 && said[at] === 0) || /\s/.test(text[at] as string)) continue
    if (gold[at] === 1) counts.gold++
    if (said[at] === 1) counts.said++
    if (gold[at] === 1 && said[at] === 1) counts.hits++
  }
  return counts
}

/** The counts of a name, made at first use. */
function counter(all: Record<string, Counts>, name: string): Counts {
  all[name] ??= { hits: 0, said: 0, gold: 0 }
  return all[name]
}

function add(sum: Counts, more: Counts): void {
  sum.hits += more.hits
  sum.said += more.said
  sum.gold += more.gold
}

/**
 * Adds a tally to another.
 *
 * @param sum changed in place
 * @param more what is added
 */
export function merge(sum: Record<string, unknown> | Tally, more: Record<string, unknown> | Tally): void {
  const target = sum as Record<string, unknown>
  for (const [key, value] of Object.entries(more)) {
    if (typeof value === 'number') target[key] = ((target[key] as number | undefined) ?? 0) + value
    else {
      target[key] ??= {}
      merge(target[key] as Record<string, unknown>, value as Record<string, unknown>)
    }
  }
}
