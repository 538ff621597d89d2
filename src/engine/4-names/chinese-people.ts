/**
 * Names of people in Chinese text: Chinese names (surname and given name) and foreign ones.
 *
 * No name is recognised by its characters alone. Each candidate gathers evidence: what stands before and behind it, what
 * the word model knows of it, and whether the article repeats it.
 */
import { CLASS, classOf } from '../1-document/characters.ts'
import type { Span } from '../1-document/span.ts'
import { surnameTable } from '../1-document/surnames.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'
import { chineseNames, givenNames, longSurnames, surnamesAlone, tibetanNames } from './chinese-names.ts'
import { foreignNames, latinNames, partsOf } from './foreign-names.ts'
import { type Candidate, givenNameOf, LEAST_LIKELY, THRESHOLD } from './name-evidence.ts'

/** Names that start at one place are told apart by their lengths; only one of them is as long as this. */
const LONG_NAME = 31
/** Length of a given name, in UTF-16 units. */
const GIVEN = 2
/** What tells that a foreign name is a country's: 邻国维斯塔, 维斯塔议会. */
const COUNTRY_BEFORE = /(?:邻国|岛国|盟国|邻邦|国家)$/
const COUNTRY_BEHIND = /^(?:选举委|各方|大选|当局|境内|全境|首都|边境|议会|国会|央行|外交部|国防部|(?:总统|总理|首相)府)/
/** Two titles before a name, in UTF-16 units. */
const LONGEST_TITLES = 10
/** What a longer name may begin with, and how often it must. */
const TEARS: ReadonlySet<number> = new Set([TAG.none, TAG.noun, TAG.place, TAG.adjective, TAG.person])
const LEAST_TORN = 3
/** One office, in UTF-16 units. */
const LONGEST_OFFICE = 4

/**
 * Finds the names of people.
 *
 * @param article the clean article
 * @param heads its head words
 * @param cueAt 1 where a verb of saying begins
 * @returns spans of names, sorted, none overlapping
 */
export function findPeople(article: Article, heads: Heads, cueAt: Uint8Array): Span[] {
  const foreign = foreignNames(article, heads, cueAt)
  const chinese = chineseNames(article, heads, cueAt)
  const candidates = [
    ...chinese,
    ...surnamesAlone(article, heads, chinese),
    ...foreign,
    ...partsOf(article, foreign),
    ...givenNames(article, heads, cueAt),
    ...longSurnames(article, heads, cueAt),
    ...tibetanNames(article, heads, cueAt),
    ...latinNames(article, heads, cueAt),
  ]
  const counts = new Map<string, number>()
  /** How often a word for a place stands behind them. */
  const places = new Map<string, number>()
  const cutShort = new Set<string>()
  // The same characters may be read as a Chinese and as a foreign name: they stand there once.
  const lengths = new Uint32Array(article.codes.length)
  for (const { text, start, place } of candidates) {
    if (place) places.set(text, (places.get(text) ?? 0) + 1)
    const length = 1 << Math.min(LONG_NAME, text.length)
    if (((lengths[start] as number) & length) !== 0) continue
    lengths[start] |= length
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  // What only stands as the beginning of longer names that come back is none: 叶文 of 叶文彬 and 叶文琪. One that is sure
  // need not, beside one that does.
  const longer = new Map<string, number>()
  const sure = new Set(candidates.filter(({ text, score }) => text.length === 3 && score >= THRESHOLD).map(({ text }) => text))
  const names = [...counts].filter(([text]) => text.length === 3).sort(([, a], [, b]) => b - a)
  for (const [text, times] of names) {
    const beginning = text.slice(0, 2)
    const before = longer.get(beginning) ?? 0
    longer.set(beginning, times > 1 || (before > 1 && sure.has(text)) ? before + times : Number.NaN)
  }
  for (const [text, times] of longer) if (counts.get(text) === times) cutShort.add(text)
  const torn = tornOff(article, heads, candidates)
  const believed = new Set<string>()
  for (const candidate of candidates) {
    if (cutShort.has(candidate.text) || torn.has(candidate.text)) candidate.score -= 3
    // 石涧|街市: what is a place half the time is one.
    if ((places.get(candidate.text) ?? 0) * 2 >= (counts.get(candidate.text) as number)) candidate.score -= 3
    // 蒙蒙亮, 白白地, 边走边: a doubled character is no surname.
    if (candidate.text.length === 3 && (candidate.text[0] === candidate.text[1] || candidate.text[0] === candidate.text[2]))
      candidate.score -= 3
    const times = counts.get(candidate.text) as number
    // What is repeated and no word is a name; a word is repeated because it is a word.
    if (times > 1) candidate.score += candidate.word ? 0.8 : Math.min(2.4, 0.8 * (times - 1) + 0.4)
    if (candidate.score >= THRESHOLD) believed.add(candidate.text)
  }
  // A name once believed is believed wherever it stands.
  const titles = inTitles(article.folded)
  const kept = candidates.filter(
    (candidate) =>
      titles[candidate.start] !== 1 && (candidate.score >= THRESHOLD || (believed.has(candidate.text) && candidate.score > LEAST_LIKELY)),
  )
  kept.push(...byGivenName(article, cueAt, believed))
  kept.sort((a, b) => a.start - b.start || b.score - a.score)
  const people: Candidate[] = []
  for (const candidate of kept) {
    const last = people.at(-1)
    if (!last || candidate.start >= last.end) people.push(candidate)
    else if (candidate.score > last.score && !isFullName(heads, last, candidate)) people[people.length - 1] = candidate
  }
  const countries = new Set(
    people
      .filter((person, index) => isPlaceOfTitle(article, heads, person, people[index + 1]) || standsAsCountry(article, person))
      .map(({ text }) => text),
  )
  return people
    .filter((person) => !countries.has(person.text) || !(hasOffice(heads, person) || standsAsCountry(article, person)))
    .map(({ start, end }) => ({ start, end }))
}

/** 芯|原微: what always stands behind the same single character is the end of a longer name. */
function tornOff({ codes, words }: Article, heads: Heads, candidates: readonly Candidate[]): ReadonlySet<string> {
  const before = new Map<string, { code: number; places: Set<number> }>()
  for (const { text, start } of candidates) {
    const code = start > 0 ? (codes[start - 1] as number) : 0
    const alone = classOf[code] === CLASS.han && words.length[start - 1] === 1 && TEARS.has(words.tag[start - 1] as number)
    const known = before.get(text) ?? { code, places: new Set() }
    const same = alone && known.code === code && heads.length[start] === 0
    known.code = same ? code : 0
    known.places.add(start)
    before.set(text, known)
  }
  return new Set([...before].filter(([, { code, places }]) => code !== 0 && places.size >= LEAST_TORN).map(([text]) => text))
}

/** 苏小满, later 小满: the full name stands where it stands; but 老板|娘郗红 */
function isFullName(heads: Heads, full: Candidate, given: Candidate): boolean {
  return givenNameOf(full.text) === given.text && full.end === given.end && (heads.length[given.start] as number) <= 1
}

/** 邻国维斯塔, 维斯塔总统府: what stands beside a name tells that it is a country's. */
function standsAsCountry({ folded }: Article, { start, end }: Span): boolean {
  return COUNTRY_BEFORE.test(folded.slice(Math.max(0, start - 2), start)) || COUNTRY_BEHIND.test(folded.slice(end, end + 3))
}

/** 维斯塔外长: a country's office stands behind a name. */
function hasOffice(heads: Heads, { end }: Span): boolean {
  for (let length = 2; length <= LONGEST_OFFICE; length++)
    if (heads.length[end + length] === length && ((heads.flags[end + length] as number) & WORD.title) !== 0) return true
  return false
}

/** 岑小雨, later 小雨问: the given name of who is known in full, alone between a mark and a verb of saying. */
function byGivenName({ codes, folded }: Article, cueAt: Uint8Array, names: ReadonlySet<string>): Candidate[] {
  const given = new Set([...names].map(givenNameOf).filter((name) => name !== null && surnameTable[name.charCodeAt(0)] !== 1))
  const found: Candidate[] = []
  if (given.size === 0) return found
  for (let end = GIVEN; end < codes.length; end++) {
    const start = end - GIVEN
    const opens = start === 0 || classOf[codes[start - 1] as number] !== CLASS.han
    if (cueAt[end] !== 1 || !opens) continue
    const text = folded.slice(start, end)
    if (given.has(text)) found.push({ start, end, score: THRESHOLD, text, word: false })
  }
  return found
}

/** 《滕王阁序》: 1 for every unit of the title of a work. */
function inTitles(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  for (const { index, 0: title } of text.matchAll(/《[^《》\n]{1,30}》/g)) inside.fill(1, index, index + title.length)
  return inside
}

/** 诺斯兰总理赫尔姆, 蓝鲸队长、国脚石磊: a name, a title and another name: the first is a country or a team. */
function isPlaceOfTitle({ folded }: Article, heads: Heads, person: Span, next: Span | undefined): boolean {
  if (!next || ((heads.flags[next.start] as number) & WORD.title) === 0) return false
  const between = folded.slice(person.end, next.start)
  const titles = between.length <= LONGEST_TITLES ? between.split('、') : [between]
  let at = person.end
  return titles.every((title) => {
    at += title.length + 1
    return title.length > 0 && heads.length[at - 1] === title.length && ((heads.flags[at - 1] as number) & WORD.title) !== 0
  })
}
