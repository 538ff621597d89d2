/**
 * Stuffs clean articles as spammers do, and says exactly where: for measuring Winnow, and for anybody who tests a
 * pipeline of their own.
 *
 * Usage: `node tools/simulate.ts IN… [--seed N] [--copies N] [--family NAME] > out.jsonl`
 * IN is a JSONL file of gold records or a folder of our own articles; each article is stuffed `--copies` times, each
 * time by the next family.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type GoldRecord, readGold } from '../src/evaluation/gold.ts'
import { type Random, randomFrom } from './random.ts'

type Kind =
  | 'title_fragment'
  | 'injected_name'
  | 'keyword_block'
  | 'contact'
  | 'promo'
  | 'foreign_passage'
  | 'mangled'
  | 'spun_word'
  | 'related_links'
  | 'advertisement_label'

/** A change to the clean text: `text` is put in place of [start, end). */
interface Change {
  start: number
  end: number
  text: string
  kind: Kind
  /** What the clean text has instead; empty for what was only put in. */
  suggestion: string
  /** A line of its own: a line break is put in with it. */
  line?: 'before' | 'after'
}

/** How the pieces of a headline are made and strewn. */
interface TitleFamily {
  chunk: number | 'mixed' | 'words' | 'whole'
  drop: boolean
  keywordFirst: boolean
  order: 'cyclic' | 'shuffled' | 'random'
  places: 'marks' | 'comma' | 'stop' | 'de' | 'ends' | 'mid' | 'paragraphs'
  share: number
  gap: number
  headline: 'text' | 'absent' | 'title'
  /** Some places take several pieces side by side, the same in every round. */
  joined?: true
}

const SPAM = JSON.parse(readFileSync(new URL('data/spam.json', import.meta.url), 'utf8')) as Record<string, string[]> & {
  spun: [string, string][]
}
const LINKS = (name: string): string[] =>
  readFileSync(new URL(`data/links.${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const STOP_CHARACTERS = /[与和的了在是将被对为于及从向把]/g

/** What a family does to an article: data first, one function for each trade. */
interface Family {
  name: string
  languages: ('zh' | 'en')[]
  title?: TitleFamily
  apply?: (article: Article, random: Random) => Change[]
}

interface Article {
  record: GoldRecord
  text: string
  language: 'zh' | 'en'
  headline: string
  /** Paragraphs without the headline. */
  paragraphs: { start: number; end: number }[]
  /** Another article, to splice in. */
  other: GoldRecord
}

const title = (name: string, family: Partial<TitleFamily>): Family => ({
  name,
  languages: ['zh'],
  title: { chunk: 2, drop: true, keywordFirst: true, order: 'cyclic', places: 'marks', share: 0.5, gap: 14, headline: 'text', ...family },
})

/** The trades. Add one here, and nowhere else. */
export const FAMILIES: readonly Family[] = [
  title('title-seed', {}),
  title('title-two-kept', { drop: false, keywordFirst: false, share: 1, gap: 20 }),
  title('title-three', { chunk: 3, share: 1, gap: 18 }),
  title('title-four', { chunk: 4, keywordFirst: false }),
  title('title-five', { chunk: 5, drop: false, share: 0.34, gap: 10 }),
  title('title-shuffled', { order: 'shuffled', share: 1, gap: 16 }),
  title('title-random', { order: 'random', share: 1, gap: 16 }),
  title('title-mixed', { chunk: 'mixed', share: 1, gap: 16 }),
  title('title-mixed-seed', { chunk: 'mixed', share: 0.5, gap: 12 }),
  title('title-mixed-random', { chunk: 'mixed', order: 'random', share: 1, gap: 16 }),
  title('title-words', { chunk: 'words', drop: false, share: 1, gap: 18 }),
  title('title-whole', { chunk: 'whole', drop: false, share: 1, gap: 60 }),
  title('title-comma', { places: 'comma', share: 1, gap: 12 }),
  title('title-stop', { places: 'stop', share: 1, gap: 6 }),
  title('title-de', { places: 'de', share: 1, gap: 10 }),
  title('title-ends', { places: 'ends', chunk: 3, share: 1, gap: 10 }),
  title('title-mid', { places: 'mid', share: 1, gap: 24 }),
  title('title-paragraphs', { places: 'paragraphs', chunk: 4, share: 1, gap: 5 }),
  title('title-absent', { headline: 'absent', share: 1, gap: 12 }),
  title('title-given', { headline: 'title', share: 1, gap: 16 }),
  {
    name: 'names-placeholder',
    languages: ['zh'],
    apply: (article, random) =>
      names(
        article,
        random,
        () => `${random.pick(cities())}某某${random.pick(SPAM.trades as string[])}${random.pick(SPAM.kinds as string[])}`,
      ),
  },
  {
    name: 'names-plausible',
    languages: ['zh'],
    apply: (article, random) =>
      names(
        article,
        random,
        () => `${random.pick(cities())}${random.pick(SPAM.firms as string[])}${random.pick(SPAM.trades as string[])}有限公司`,
      ),
  },
  {
    name: 'keywords-inline',
    languages: ['zh'],
    apply: (article, random) => inline(article, random, SPAM.keywords as string[], 'keyword_block'),
  },
  { name: 'keywords-blocks', languages: ['zh'], apply: (article, random) => blocks(article, random, SPAM.keywordBlocksZh as string[]) },
  {
    name: 'contacts',
    languages: ['zh'],
    apply: (article, random) => sentenceEnds(article, random, SPAM.contactsZh as string[], 'contact'),
  },
  { name: 'promos', languages: ['zh'], apply: (article, random) => lines(article, random, SPAM.promosZh as string[], 'promo') },
  { name: 'foreign', languages: ['zh', 'en'], apply: foreign },
  { name: 'spliced', languages: ['zh', 'en'], apply: spliced },
  { name: 'links', languages: ['zh', 'en'], apply: links },
  { name: 'labels', languages: ['zh', 'en'], apply: labels },
  { name: 'mangled-pinyin', languages: ['zh'], apply: pinyin },
  { name: 'mangled-punctuation', languages: ['zh', 'en'], apply: doubled },
  { name: 'mangled-invisible', languages: ['zh', 'en'], apply: invisible },
  { name: 'mangled-mojibake', languages: ['zh', 'en'], apply: mojibake },
  { name: 'spun', languages: ['zh'], apply: spun },
  {
    name: 'en-keywords',
    languages: ['en'],
    apply: (article, random) => inline(article, random, SPAM.keywordsEn as string[], 'keyword_block'),
  },
  {
    name: 'en-sentences',
    languages: ['en'],
    apply: (article, random) => sentenceEnds(article, random, SPAM.promosEn as string[], 'promo'),
  },
  {
    name: 'en-promos',
    languages: ['en'],
    apply: (article, random) => lines(article, random, [...(SPAM.promosEn as string[]), ...(SPAM.clickbaitEn as string[])], 'promo'),
  },
  { name: 'en-blocks', languages: ['en'], apply: (article, random) => blocks(article, random, SPAM.keywordBlocksEn as string[]) },
  { name: 'en-homoglyphs', languages: ['en'], apply: homoglyphs },
  title('title-joined', { joined: true, share: 1, gap: 16 }),
]

function cities(): string[] {
  return SPAM.cities as string[]
}

/** Places in the text behind which something can be put, in order, at least `gap` units apart. */
function placesOf(article: Article, family: Pick<TitleFamily, 'places' | 'share' | 'gap'>, random: Random): number[] {
  const { text, paragraphs } = article
  const limit = (paragraphs.at(-1)?.end ?? 0) * family.share
  const found: number[] = []
  let last = -1000
  for (const { start, end } of paragraphs) {
    for (let at = start + 1; at <= end; at++) {
      if (at > limit || at - last < family.gap * (0.7 + random.next() * 0.6)) continue
      const before = text[at - 1] as string
      const after = text[at] ?? '\n'
      const stop = /[。！？]/.test(before) && !/[”」』）]/.test(after)
      const comma = /[，、；,]/.test(before)
      const inside = /\p{Script=Han}/u.test(before) && /\p{Script=Han}/u.test(after)
      const fits =
        (family.places === 'marks' && (stop || comma || (before === '的' && inside))) ||
        (family.places === 'comma' && comma) ||
        (family.places === 'stop' && stop) ||
        (family.places === 'de' && before === '的' && inside) ||
        (family.places === 'ends' && stop) ||
        (family.places === 'mid' && inside && random.next() < 0.15) ||
        (family.places === 'paragraphs' && at === end)
      if (!fits) continue
      found.push(at)
      last = at
    }
  }
  return found
}

/** Cuts a headline into pieces. */
function piecesOf(headline: string, family: TitleFamily, random: Random): string[] {
  const keyword = /[“「《]([^”」》]{2,8})[”」》]/.exec(headline)
  let rest = headline
  const pieces: string[] = []
  if (family.keywordFirst && keyword) {
    pieces.push(keyword[1] as string)
    rest = rest.replace(keyword[0], '')
  }
  if (family.chunk === 'whole') return [headline]
  if (family.chunk === 'words') {
    const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(rest)
    for (const { segment, isWordLike } of segments) if (isWordLike && segment.length >= 2) pieces.push(segment)
    return pieces
  }
  if (family.drop) rest = rest.replace(STOP_CHARACTERS, '')
  // Where pieces stand side by side, each part between marks was cut by itself.
  const parts = family.joined ? rest.split(/[\p{P}\p{S}\s]+/u) : [rest.replace(/[\p{P}\p{S}\s]/gu, '')]
  for (const part of parts)
    for (let at = 0; ; ) {
      const size = family.chunk === 'mixed' ? random.int(2, 4) : family.chunk
      if (at + size > part.length) break
      pieces.push(part.slice(at, at + size))
      at += size
    }
  return pieces
}

function strewTitle(article: Article, family: TitleFamily, random: Random): Change[] {
  const cut = piecesOf(article.headline, family, random)
  if (cut.length === 0) return []
  const pieces = family.joined ? joinSome(cut, random) : cut
  const shuffled = random.sample(pieces, pieces.length)
  return placesOf(article, family, random).map((at, index) => {
    const text =
      family.order === 'random' ? random.pick(pieces) : ((family.order === 'shuffled' ? shuffled : pieces)[index % pieces.length] as string)
    return { start: at, end: at, text, kind: 'title_fragment', suggestion: '' }
  })
}

/** Puts pieces that stand further on in a headline beside some of the others. */
function joinSome(pieces: readonly string[], random: Random): string[] {
  const left = pieces.map((piece, at) => ({ piece, at }))
  const joined: string[] = []
  for (let first = left.shift(); first; first = left.shift()) {
    let text = first.piece
    for (let last = first.at; random.next() < 0.4; ) {
      const later = left.filter(({ at }) => at > last + 1)
      if (later.length === 0) break
      const next = random.pick(later)
      left.splice(left.indexOf(next), 1)
      text += next.piece
      last = next.at
    }
    joined.push(text)
  }
  return joined
}

/** One firm, planted one to three times: at sentence ends and once in mid-sentence. */
function names(article: Article, random: Random, make: () => string): Change[] {
  const name = make()
  const ends = random.sample(placesOf(article, { places: 'stop', share: 1, gap: 20 }, random), random.int(1, 2))
  const middle = random.sample(placesOf(article, { places: 'de', share: 1, gap: 20 }, random), random.int(0, 1))
  return [...ends, ...middle].map((at) => ({ start: at, end: at, text: name, kind: 'injected_name', suggestion: '' }))
}

/** A keyword before a comma or between two words. */
function inline(article: Article, random: Random, keywords: readonly string[], kind: Kind): Change[] {
  const { text, paragraphs, language } = article
  const spots: number[] = []
  for (const { start, end } of paragraphs) {
    for (let at = start + 8; at < end - 4; at++) {
      const before = text[at - 1] as string
      const after = text[at] as string
      if (
        language === 'zh'
          ? after === '，' || before === '，' || (before === '的' && /\p{Script=Han}/u.test(after))
          : before === ' ' && /\p{L}/u.test(after)
      )
        spots.push(at)
    }
  }
  return random
    .sample(spots, Math.min(spots.length, random.int(3, 6)))
    .sort((a, b) => a - b)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] as number) > 12)
    .map((at) => ({ start: at, end: at, text: random.pick(keywords) + (language === 'en' ? ' ' : ''), kind, suggestion: '' }))
}

function sentenceEnds(article: Article, random: Random, texts: readonly string[], kind: Kind): Change[] {
  const spots: number[] = []
  for (const { start, end } of article.paragraphs) {
    for (let at = start + 10; at <= end; at++) {
      if (
        article.language === 'zh'
          ? /[。！？]/.test(article.text[at - 1] as string) && !/[”」]/.test(article.text[at] ?? '')
          : /[.!?]/.test(article.text[at - 1] as string) && (article.text[at] === ' ' || at === end)
      )
        spots.push(at)
    }
  }
  return random
    .sample(spots, random.int(1, 3))
    .map((at) => ({ start: at, end: at, text: (article.language === 'en' ? ' ' : '') + random.pick(texts), kind, suggestion: '' }))
}

function lines(article: Article, random: Random, texts: readonly string[], kind: Kind): Change[] {
  return random
    .sample(article.paragraphs.slice(0, -1), random.int(1, 3))
    .map(({ end }) => ({ start: end, end, text: random.pick(texts), kind, suggestion: '', line: 'before' as const }))
}

function blocks(article: Article, random: Random, texts: readonly string[]): Change[] {
  const changes: Change[] = []
  if (random.next() < 0.6)
    changes.push({ start: 0, end: 0, text: random.pick(texts), kind: 'keyword_block', suggestion: '', line: 'after' })
  if (changes.length === 0 || random.next() < 0.6)
    changes.push({
      start: article.text.length,
      end: article.text.length,
      text: random.pick(texts),
      kind: 'keyword_block',
      suggestion: '',
      line: 'before',
    })
  return changes
}

/** Two or three paragraphs of another article, spliced in. */
function foreign(article: Article, random: Random): Change[] {
  const passages = (article.other.blocks ?? []).slice(1).map(({ start, end }) => article.other.text.slice(start, end))
  const from = random.int(0, Math.max(0, passages.length - 3))
  const at = article.paragraphs[random.int(1, Math.max(1, article.paragraphs.length - 2))]?.end ?? article.text.length
  return passages
    .slice(from, from + random.int(1, 2))
    .map((text) => ({ start: at, end: at, text, kind: 'foreign_passage', suggestion: '', line: 'before' as const }))
}

/**
 * Splices two articles paragraph by paragraph.
 *
 * @param own paragraphs of the article, its headline or opening first
 * @param other paragraphs of the other one; the first, its headline, is left out
 * @param random where now and then two paragraphs follow at once
 * @returns all paragraphs in order; the article’s own open and end the text
 */
export function splice(own: readonly string[], other: readonly string[], random: Random): { text: string; foreign: boolean }[] {
  const rest = other.slice(1)
  return own.flatMap((text, at) => {
    const inside = at > 0 && at < own.length - 1
    const next = inside ? rest.splice(0, random.next() < 0.2 ? 2 : 1) : []
    return [{ text, foreign: false }, ...next.map((text) => ({ text, foreign: true }))]
  })
}

/** Another article, paragraph by paragraph. */
function spliced(article: Article, random: Random): Change[] {
  const own = article.paragraphs.map(({ start, end }) => article.text.slice(start, end))
  const other = (article.other.blocks ?? []).map(({ start, end }) => article.other.text.slice(start, end))
  let at = -1
  return splice(own, other, random).flatMap(({ text, foreign }) => {
    if (!foreign) at++
    const place = article.paragraphs[at]?.end ?? 0
    return foreign ? [{ start: place, end: place, text, kind: 'foreign_passage' as const, suggestion: '', line: 'before' as const }] : []
  })
}

/** A tail of links in one of five styles. */
function links(article: Article, random: Random): Change[] {
  const mark = random.pick(['- ', '· ', '• ', '', '> '])
  const after = random.pick(['', ' views+', ''])
  const at = article.text.length
  return random
    .sample(LINKS(article.language), random.int(6, 20))
    .map((link) => ({ start: at, end: at, text: mark + link + after, kind: 'related_links', suggestion: '', line: 'before' as const }))
}

/** Labels of adverts, and pointers to other articles, between paragraphs: the page's own furniture. */
function labels(article: Article, random: Random): Change[] {
  const chinese = article.language === 'zh'
  const names = (chinese ? SPAM.labelsZh : SPAM.labelsEn) as string[]
  const pointers = chinese ? ['延伸阅读：', '相关阅读：', '推荐阅读：'] : ['Read more: ', 'Related: ', 'See also: ']
  return random.sample(article.paragraphs.slice(0, -1), random.int(1, 3)).map(({ end }) => {
    const label = random.next() < 0.6
    return {
      start: end,
      end,
      text: label ? random.pick(names) : random.pick(pointers) + random.pick(LINKS(article.language)),
      kind: label ? ('advertisement_label' as const) : ('related_links' as const),
      suggestion: '',
      line: 'before' as const,
    }
  })
}

const PINYIN: Record<string, string> = {
  学: 'xué',
  生: 'shēng',
  进: 'jìn',
  说: 'shuō',
  人: 'rén',
  水: 'shuǐ',
  山: 'shān',
  大: 'dà',
  小: 'xiǎo',
  年: 'nián',
  月: 'yuè',
  开: 'kāi',
  出: 'chū',
  家: 'jiā',
  里: 'lǐ',
  中: 'zhōng',
  国: 'guó',
  老: 'lǎo',
  长: 'zhǎng',
  门: 'mén',
  學: 'xué',
  說: 'shuō',
  進: 'jìn',
  國: 'guó',
}

function pinyin(article: Article, random: Random): Change[] {
  const changes: Change[] = []
  for (const { start, end } of article.paragraphs) {
    for (let at = start; at < end; at++) {
      const sound = PINYIN[article.text[at] as string]
      if (sound && random.next() < 0.15) changes.push({ start: at + 1, end: at + 1, text: `(${sound})`, kind: 'mangled', suggestion: '' })
    }
  }
  return changes
}

function doubled(article: Article, random: Random): Change[] {
  const changes: Change[] = []
  for (const { start, end } of article.paragraphs) {
    for (let at = start; at < end; at++) {
      if (/[，。,]/.test(article.text[at] as string) && random.next() < 0.2)
        changes.push({ start: at + 1, end: at + 1, text: article.text[at] as string, kind: 'mangled', suggestion: '' })
    }
  }
  return changes
}

function invisible(article: Article, random: Random): Change[] {
  const changes: Change[] = []
  for (const { start, end } of article.paragraphs) {
    for (let at = start + 1; at < end; at++) {
      if (random.next() < 0.02)
        changes.push({ start: at, end: at, text: random.pick(['\u200b', '\u200c', '\u2060']), kind: 'mangled', suggestion: '' })
    }
  }
  return changes
}

function mojibake(article: Article, random: Random): Change[] {
  const stops = article.paragraphs.map(({ end }) => end)
  return random.sample(stops, random.int(1, 3)).map((at) => ({
    start: at,
    end: at,
    text: random.pick(['锟斤拷锟斤拷', '烫烫烫烫', 'Ã¤Â¸Â­Ã¥â€º', '\ufffd\ufffd\ufffd', 'â€œâ€']),
    kind: 'mangled',
    suggestion: '',
  }))
}

function spun(article: Article): Change[] {
  const changes: Change[] = []
  for (const [word, swapped] of SPAM.spun) {
    for (let at = article.text.indexOf(word, article.headline.length); at >= 0; at = article.text.indexOf(word, at + word.length)) {
      changes.push({ start: at, end: at + word.length, text: swapped, kind: 'spun_word', suggestion: word })
    }
  }
  return changes
    .sort((a, b) => a.start - b.start)
    .filter((change, index, all) => index === 0 || change.start >= (all[index - 1] as Change).end)
}

function homoglyphs(article: Article, random: Random): Change[] {
  const twins: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' }
  const changes: Change[] = []
  for (const { start, end } of article.paragraphs) {
    for (let at = start; at < end; at++) {
      const twin = twins[article.text[at] as string]
      if (twin && random.next() < 0.03)
        changes.push({ start: at, end: at + 1, text: twin, kind: 'mangled', suggestion: article.text[at] as string })
    }
  }
  return changes
}

/**
 * Stuffs one article.
 *
 * @param record a clean gold record with blocks
 * @param family the trade
 * @param random the source of choices
 * @param other another clean record, for passages to splice in
 * @returns the stuffed record with its spans, or null where the family finds nothing to do
 */
export function stuff(record: GoldRecord, family: Family, random: Random, other: GoldRecord): GoldRecord | null {
  const blocks = record.blocks ?? []
  const article: Article = {
    record,
    text: record.text,
    language: record.lang === 'en' ? 'en' : 'zh',
    headline: record.headline ?? '',
    paragraphs: blocks.filter(({ role }) => role !== 'headline'),
    other,
  }
  const changes = family.title ? strewTitle(article, family.title, random) : (family.apply?.(article, random) ?? [])
  if (changes.length < (family.title ? 3 : 1)) return null
  const stuffed = apply(record, changes, family)
  if (family.title?.headline === 'text' || !family.title) return stuffed
  // The headline is cut off the text; with `title` the caller of the service knows it.
  const cut = (blocks[0]?.end ?? 0) + 1
  const moved = <T extends { start: number; end: number }>(spans: readonly T[]): T[] =>
    spans.map((span) => ({ ...span, start: span.start - cut, end: span.end - cut }))
  const { headline: _headline, ...rest } = stuffed
  return {
    ...rest,
    text: stuffed.text.slice(cut),
    ...(family.title.headline === 'title' ? { title: article.headline } : {}),
    blocks: moved((stuffed.blocks ?? []).slice(1)),
    spam: moved(stuffed.spam ?? []),
    quotes: [],
  }
}

/**
 * Stuffs articles in one way.
 *
 * @param records clean gold records; passages to splice in come from others of the same language
 * @param family the trade
 * @param seed where chance begins
 * @returns the stuffed ones among them
 */
export function* stuffAll(records: readonly GoldRecord[], family: Family, seed: number): Generator<GoldRecord> {
  const random = randomFrom(seed)
  for (const record of records) {
    if (!family.languages.includes(record.lang as 'zh' | 'en')) continue
    const others = records.filter((other) => other.lang === record.lang && other !== record)
    const stuffed = stuff(record, family, random, random.pick(others))
    if (stuffed) yield stuffed
  }
}

/** @returns what the caller of the service knows of a stuffed article: its title, where the family gives it */
export function knownOf({ title }: GoldRecord): { title?: string } {
  return title === undefined ? {} : { title }
}

function apply(record: GoldRecord, changes: readonly Change[], family: Family): GoldRecord {
  const sorted = changes.map((change, index) => ({ ...change, index })).sort((a, b) => a.start - b.start || a.index - b.index)
  const spam: NonNullable<GoldRecord['spam']> = []
  const blocks = (record.blocks ?? []).map((block) => ({ ...block }))
  let text = ''
  let at = 0
  const shifts: { at: number; by: number; after: boolean }[] = []
  for (const change of sorted) {
    text += record.text.slice(at, change.start)
    if (change.line === 'before') text += '\n'
    const start = text.length
    text += change.text
    spam.push({ start, end: text.length, text: change.text, kind: change.kind, suggestion: change.suggestion })
    if (change.line === 'after') text += '\n'
    at = change.end
    shifts.push({ at: change.end, by: text.length - change.end, after: change.line !== undefined })
  }
  text += record.text.slice(at)
  // A block grows by what is put into it; a line of its own stands between blocks.
  const moveStart = (place: number): number =>
    place + (shifts.findLast((shift) => shift.at <= place && (shift.at < place || shift.after))?.by ?? 0)
  const moveEnd = (place: number): number =>
    place + (shifts.findLast((shift) => shift.at < place || (shift.at === place && !shift.after))?.by ?? 0)
  for (const block of blocks) {
    block.start = moveStart(block.start)
    block.end = Math.max(block.start, moveEnd(block.end))
  }
  return {
    id: `${record.id}+${family.name}`,
    ...(record.lang ? { lang: record.lang } : {}),
    text,
    headline: record.headline,
    blocks,
    spam,
    family: family.name,
    clean: record.text,
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, copies: { type: 'string' }, family: { type: 'string' } },
  })
  if (positionals.length === 0) {
    console.error('Usage: node tools/simulate.ts IN… [--seed N] [--copies N] [--family NAME] > out.jsonl')
    process.exit(2)
  }
  const random = randomFrom(Number(values.seed))
  const records = positionals.flatMap((path) => readGold(path))
  records.forEach((record, index) => {
    const families = FAMILIES.filter(
      ({ name, languages }) =>
        languages.includes(record.lang === 'en' ? 'en' : 'zh') && (values.family === undefined || values.family === name),
    )
    const copies = Number(values.copies ?? families.length)
    const sameLanguage = records.filter((other) => other.lang === record.lang && other !== record)
    for (let copy = 0; copy < copies; copy++) {
      const family = families[(index * copies + copy) % families.length]
      const stuffed = family && stuff(record, family, random, random.pick(sameLanguage))
      if (stuffed) process.stdout.write(`${JSON.stringify(stuffed)}\n`)
    }
  })
}
