/**
 * Which constructions of reported speech are found: recall for each, and how many of the found ones have the right speaker.
 *
 * Usage: `npm run constructions [FILE…]` (default: our own marked articles, those used for tuning and those kept aside)
 * A quote counts in each row that it belongs to: by kind and language, by where the source stands, by what stands for the
 * speaker, and, where the gold says so, by the construction that it names.
 */
import { extract } from '../src/engine/extract.ts'
import { type GoldQuote, type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { pairQuotes, sameSpeaker } from '../src/evaluation/metrics.ts'

const PRONOUN = /^(?:他|她|它|其|他们|她们|我|我们|he|she|it|they|i|we|who)$/i
/** As much of the text before a quote is looked at for a cue. In UTF-16 units. */
const BEFORE = 24
const AROUND = /(?:据|按照?|根据|在|用|援引|according to)[^，。,.]{0,20}$/i

const paths = process.argv.length > 2 ? process.argv.slice(2) : ['test/corpus/tune', 'test/corpus/held']
const rows = new Map<string, { gold: number; found: number; right: number }>()
for (const record of paths.flatMap((path) => readGold(path))) {
  const pairs = pairQuotes(record.text, record.quotes ?? [], extract(record.text).quotes)
  for (const quote of record.quotes ?? []) {
    const match = pairs.get(quote)
    const right = match !== undefined && (quote.speaker ? sameSpeaker(quote, match.speaker) : match.speaker === null)
    for (const name of constructionsOf(record, quote)) {
      const row = rows.get(name) ?? { gold: 0, found: 0, right: 0 }
      row.gold++
      if (match) row.found++
      if (right) row.right++
      rows.set(name, row)
    }
  }
}
console.log('| construction | quotes | found | with the right speaker |\n| --- | --- | --- | --- |')
for (const [name, { gold, found, right }] of [...rows].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`| ${name} | ${gold} | ${(found / gold).toFixed(2)} | ${(right / gold).toFixed(2)} |`)

function constructionsOf({ lang, text }: GoldRecord, quote: GoldQuote): string[] {
  const language = lang ?? 'en'
  const { speaker } = quote
  const names = [`${language} ${quote.type}`]
  if (quote.construction) names.push(`${language} named in the gold: ${quote.construction}`)
  if (quote.via) names.push(`${language} relayed by a medium`)
  const mark = text[quote.start - 1] ?? ''
  if (quote.type !== 'indirect')
    names.push(`${language} marks ${/[“”]/.test(mark) ? '“ ”' : /[「『]/.test(mark) ? '「 」' : /["＂]/.test(mark) ? '" "' : 'other'}`)
  if (!speaker || speaker.start === undefined) return [...names, `${language} speaker not named`]
  const paragraph = text.lastIndexOf('\n', quote.start) + 1
  const behind = speaker.start >= quote.end
  const lead = text.slice(Math.max(paragraph, quote.start - BEFORE), quote.start)
  if (speaker.end <= paragraph) names.push(`${language} source in a paragraph before`)
  else if (behind) names.push(`${language} source behind the words`)
  else if (speaker.start > quote.start) names.push(`${language} source between the words`)
  else if (AROUND.test(text.slice(Math.max(paragraph, speaker.start - BEFORE), speaker.start)))
    names.push(`${language} source in 据 …, 按 … 的说法, according to …`)
  else if (/[:：]\s*[“"「『]?$/.test(lead)) names.push(`${language} source, colon, words`)
  else names.push(`${language} source before the words`)
  if (PRONOUN.test(speaker.text)) names.push(`${language} speaker a pronoun`)
  else if (speaker.kind && speaker.kind !== 'person')
    names.push(
      `${language} speaker ${speaker.kind === 'group' ? 'a group' : speaker.kind === 'organization' ? 'an organisation' : 'unknown'}`,
    )
  else if (speaker.name && speaker.name !== speaker.text) names.push(`${language} speaker by a part of the name or a role`)
  else names.push(`${language} speaker by name`)
  return names
}
