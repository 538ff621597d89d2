/** English reports: which of several cues of a sentence announces what, and where each report ends. */
import { firstEndingAfter, type Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import { opensWithCircumstance } from './english-circumstances.ts'
import type { Found } from './english-cues.ts'
import type { Quotation } from './marks.ts'

/** A word that is a cue in so many of its uses hardly ever is anything else. */
export const SURE = 0.5
/** Words in marks belong to a cue that stands no further before them, in UTF-16 units. */
const NEXT_TO = 8
/** What parts two reports of one sentence: a comma, which may stand in marks, or a conjunction. */
const JOINT = /(?:,["”](\s)|(, and |,? but |,? while |,? whereas | and |[,;] |;["”] ))$/
const LONGEST_JOINT = 10
/** The words of a cue that stands behind what it reports. */
const BEHIND = /^(?:leftVS|leftQuoted|trailing|middle)$/

/** A cue that is believed, with the probability that its report and its speaker are right too. */
export interface Cue extends Found {
  at: Span
  strength: number
}

/**
 * @param found a cue
 * @returns whether it is a sure one that stands behind what it reports
 */
export function standsBehind({ share, structure }: Found): boolean {
  return share >= SURE && BEHIND.test(structure)
}

/**
 * “When he spoke with the board, Roe said, “…””: where the main clause begins that announces a quotation, source and cue.
 * A cue of the clause that opens the sentence has no part in it.
 *
 * @param folded the folded clean text
 * @param sentence tokens of a sentence
 * @param founds its cues
 * @param inside its quotations
 * @returns where that clause begins, for each quotation that has one
 */
export function announcements(
  folded: string,
  sentence: readonly Token[],
  founds: readonly Found[],
  inside: readonly Quotation[],
): Map<Quotation, number> {
  const announced = new Map<Quotation, number>()
  if (!opensWithCircumstance(sentence)) return announced
  for (const { from, speaker, contents } of founds) {
    if (speaker === null || !/[,―—–-]\s$/.test(folded.slice(speaker.start - 2, speaker.start))) continue
    const { start, end } = sentence[from] as Token
    for (const quotation of inside)
      if (
        end <= quotation.outerStart &&
        contents.some((content) => content.start <= quotation.outerStart && content.end >= quotation.outerEnd)
      )
        announced.set(quotation, Math.max(announced.get(quotation) ?? 0, Math.min(start, speaker.start)))
  }
  return announced
}

/**
 * “The ministry promised money, although Roe cautioned that “…””: of several cues the last one right before the marks; behind
 * a colon and words in marks, “…,” she wrote: hers.
 *
 * @param folded the folded clean text
 * @param founds the cues of a sentence
 * @param inside its quotations
 * @returns the cue that alone announces a quotation
 */
export function ownersOf(folded: string, founds: readonly Cue[], inside: readonly Quotation[]): Map<Quotation, Cue> {
  const owners = new Map<Quotation, Cue>()
  const places = founds.map(({ at }) => at)
  for (const quotation of inside) {
    const next = firstEndingAfter(places, quotation.outerStart)
    const last = founds[next - 1]
    if (
      last?.structure === 'right' &&
      last.contents.some(
        ({ start, end }) => start <= quotation.outerStart && quotation.outerStart - start <= NEXT_TO && quotation.outerEnd <= end + 1,
      )
    )
      owners.set(quotation, last)
    const tag = last && founds[next]
    if (
      tag?.contents[0]?.start === quotation.outerStart &&
      tag.structure !== 'according' &&
      tag.at.start >= quotation.outerEnd &&
      !folded.startsWith('report', tag.at.start)
    )
      owners.set(quotation, tag)
  }
  return owners
}

/**
 * @param folded the folded clean text
 * @param sentence tokens of a sentence
 * @param quoted for each of them whether it stands in marks
 * @param found one of its cues
 * @param inside its quotations
 * @returns whether what stands around the cue leaves no doubt that it is one
 */
export function isCertain(
  folded: string,
  sentence: readonly Token[],
  quoted: readonly boolean[],
  found: Found,
  inside: readonly Quotation[],
): boolean {
  const { share, speaker, to, via } = found
  // “what the jury called “…””: a sure verb between its subject and words in marks.
  const called = share >= SURE && speaker !== null && quoted[to] === true && folded.endsWith('what ', speaker.start)
  return called || via !== undefined || isRelayed(sentence, found, inside) || isAnnounced(folded, found, inside)
}

/** “The Echo reported that Roe told aides: “…””: a sure verb and a colon. */
function isAnnounced(folded: string, { share, speaker, structure, contents: [content] }: Found, inside: readonly Quotation[]): boolean {
  if (share < SURE || speaker?.kind !== 'person' || structure !== 'right' || !content) return false
  return inside.some(
    ({ outerStart }) =>
      outerStart - content.start >= 0 && /^:? ?$/.test(folded.slice(content.start, outerStart)) && folded[outerStart - 2] === ':',
  )
}

/** ““…,” Roe said at a hearing, according to the Echo”: hers, whatever relays it. */
function isRelayed(sentence: readonly Token[], found: Found, inside: readonly Quotation[]): boolean {
  const { speaker, to } = found
  if (!standsBehind(found) || speaker?.kind !== 'person') return false
  return (
    sentence.slice(to).some(({ lower }) => lower === 'according') &&
    inside.some(({ outerEnd }) => speaker.start >= outerEnd && speaker.start - outerEnd <= NEXT_TO)
  )
}

/**
 * “declined to comment on”, “told analysts on a call that”: inside a report, the same source reports nothing anew unless “and” says so.
 *
 * @param sentence tokens of a sentence
 * @param found one of its cues
 * @param last the cue before it, if any
 * @returns whether it only goes on with that one
 */
export function repeats(sentence: readonly Token[], { from, speaker }: Found, last: Cue | undefined): boolean {
  // “the “harbor rules,” saying”: the comma may stand in marks.
  const before = sentence[/^["”]$/.test(sentence[from - 1]?.text ?? '') ? from - 2 : from - 1]?.lower ?? ''
  const { start } = sentence[from] as Token
  return (
    last !== undefined &&
    speaker !== null &&
    speaker.start === last.speaker?.start &&
    speaker.end === last.speaker.end &&
    last.contents.some((content) => content.start <= start && start < content.end) &&
    !/^(?:and|but|or|,)$/.test(before)
  )
}

/**
 * @param folded the folded clean text
 * @param content where a cue has its report
 * @param cue the cue
 * @param before the believed cue ahead of it in the sentence, if any
 * @param next the one behind it
 * @returns the report without what another cue of the sentence announces
 */
export function boundedBy(folded: string, content: Span, cue: Cue, before: Cue | undefined, next: Cue | undefined): Span {
  let { start, end } = content
  // “The council promised money; none has come, Roe claims.”: each has its own clause.
  const parts = cue.structure === 'trailing' && before?.structure === 'right'
  if (parts) start += folded.slice(start, cue.at.start).lastIndexOf(';') + 1
  if (!next || content.start >= next.at.start) return { start, end }
  // A later cue of the same sentence that stands to the right ends this report when it is coordinated with it.
  const nextStart = next.speaker && next.speaker.start > cue.at.end ? Math.min(next.at.start, next.speaker.start) : next.at.start
  const lead = folded.slice(Math.max(content.start, nextStart - LONGEST_JOINT), nextStart)
  // “According to a memo, managers believe …”: who stands where the report begins is part of it.
  const begins = /^[\s,:]*$/.test(folded.slice(content.start, nextStart))
  const joint = begins || nextStart >= end ? null : JOINT.exec(lead)
  if (joint) end = nextStart - (joint[1] ?? (joint[2] as string)).length
  const semicolon = next.structure === 'trailing' ? folded.slice(content.start, nextStart).lastIndexOf(';') : -1
  return { start, end: semicolon >= 0 ? content.start + semicolon : end }
}

/**
 * @param folded the folded clean text
 * @param span a report
 * @returns the report without marks and conjunctions at its ends
 */
export function trimReport(folded: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s,:;.—–-]/.test(folded[start] as string)) start++
  // “According to Roe, however, the plan is late”
  start += /^(?:however|though|meanwhile|moreover), /.exec(folded.slice(start, Math.min(end, start + 11)))?.[0].length ?? 0
  // “…, Roe said, and “…””: the conjunction joins.
  start += /^(?:and|but) (?=["“])/.exec(folded.slice(start, Math.min(end, start + 6)))?.[0].length ?? 0
  // “It depends — and, Roe joked, on …”
  end -= /[,—–-] ?(?:and|but)[,\s]*$/.exec(folded.slice(Math.max(start, end - LONGEST_JOINT), end))?.[0].length ?? 0
  while (end > start && /[\s,:;.—–-]/.test(folded[end - 1] as string)) end--
  return { start, end }
}
