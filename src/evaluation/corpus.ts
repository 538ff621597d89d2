/**
 * Our own articles: plain text with the quotes marked in place, so that a person can write and check them.
 *
 * A file begins with one line a speaker, `id = full name | role | kind` (kind is person unless stated), and an empty line;
 * then comes the article, a paragraph a line, the headline first. `{id:mention}` marks a mention of a speaker;
 * `[d@id words]`, `[p@id words]` and `[i@id words]` mark a direct, partial or indirect quote, `[i@id^via words]` one that is
 * relayed. A quote's mention is the nearest one of its speaker in the paragraph.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldMention, GoldQuote, GoldRecord } from './gold.ts'

const TYPES = { d: 'direct', p: 'partial', i: 'indirect' } as const

interface Speaker {
  name: string
  role: string | null
  kind: string
}

/**
 * Reads a folder of articles.
 *
 * @param folder its path
 * @returns gold records, in the order of the file names
 */
export function readCorpus(folder: string): GoldRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseArticle(name.replace('.txt', ''), readFileSync(join(folder, name), 'utf8')))
}

/**
 * Reads one article.
 *
 * @param id its name; it begins with the language
 * @param source the marked text
 * @returns its gold record
 * @throws when a mark is not closed or names an unknown speaker
 */
export function parseArticle(id: string, source: string): GoldRecord {
  const split = source.indexOf('\n\n')
  const speakers = new Map<string, Speaker>()
  for (const line of source.slice(0, split).split('\n')) {
    const [key, rest] = line.split(' = ') as [string, string | undefined]
    if (rest === undefined) continue
    const [name, role, kind] = rest.split('|').map((part) => part.trim())
    speakers.set(key, { name: name as string, role: role ? role : null, kind: kind ?? 'person' })
  }
  let text = ''
  const mentions: (GoldMention & { id: string; paragraph: number })[] = []
  const quotes: (GoldQuote & { id: string; paragraph: number })[] = []
  const open: { quote: GoldQuote & { id: string; paragraph: number } }[] = []
  const blocks: NonNullable<GoldRecord['blocks']> = []
  const lines = source
    .slice(split + 2)
    .trimEnd()
    .split('\n')
  lines.forEach((line, paragraph) => {
    if (paragraph > 0) text += '\n'
    const start = text.length
    for (let at = 0; at < line.length; at++) {
      const mention = /^\{(\w+):([^{}]+)\}/.exec(line.slice(at))
      const opening = /^\[([dpi])@(\w+)(?:\^(\w+))? /.exec(line.slice(at))
      if (mention) {
        const [all, key, written] = mention as unknown as [string, string, string]
        const speaker = speakers.get(key)
        if (!speaker) throw new Error(`${id}: no speaker ${key}`)
        mentions.push({
          id: key,
          paragraph,
          start: text.length,
          end: text.length + written.length,
          text: written,
          name: speaker.name,
          ...(speaker.role ? { role: speaker.role } : {}),
          kind: speaker.kind,
        })
        text += written
        at += all.length - 1
      } else if (opening) {
        const [all, type, key, via] = opening as unknown as [string, 'd' | 'p' | 'i', string, string | undefined]
        const quote = {
          type: TYPES[type],
          start: text.length,
          end: 0,
          speaker: null,
          id: key,
          paragraph,
          ...(via ? { via: speakers.get(via)?.name ?? via } : {}),
        }
        open.push({ quote })
        quotes.push(quote)
        at += all.length - 1
      } else if (line[at] === ']' && open.length > 0) {
        const { quote } = open.pop() as { quote: GoldQuote }
        quote.end = text.length
        quote.text = text.slice(quote.start, quote.end)
      } else text += line[at]
    }
    if (open.length > 0) throw new Error(`${id}: a quote is not closed in “${line}”`)
    blocks.push({ start, end: text.length, role: paragraph === 0 ? 'headline' : /^\d\. /.test(line) ? 'list_item' : 'paragraph' })
  })
  for (const quote of quotes) quote.speaker = nearest(quote, mentions)
  return {
    id,
    lang: id.slice(0, 2),
    text,
    headline: lines[0] ?? null,
    blocks,
    spam: [],
    quotes: quotes.map(({ id: _id, paragraph: _paragraph, ...quote }) => quote),
  }
}

function nearest(
  quote: { id: string; paragraph: number; start: number; end: number },
  mentions: readonly (GoldMention & { id: string; paragraph: number })[],
): GoldMention | null {
  let best: (GoldMention & { id: string; paragraph: number }) | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const mention of mentions) {
    if (mention.id !== quote.id || (mention.start >= quote.start && mention.end <= quote.end)) continue
    const between = mention.start < quote.start ? quote.start - mention.end : mention.start - quote.end
    const distance = between + (mention.paragraph === quote.paragraph ? 0 : 10_000)
    if (distance < bestDistance) {
      best = mention
      bestDistance = distance
    }
  }
  if (!best) return null
  const { id: _id, paragraph: _paragraph, ...mention } = best
  return mention
}
