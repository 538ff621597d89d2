import t from 'tap'
import type { Extraction } from '../../schemas/extraction.ts'
import type { GoldRecord } from '../../src/evaluation/gold.ts'
import { count, emptyTally, merge, normalized, ratios, trimMarks } from '../../src/evaluation/metrics.ts'

const TEXT = '标题标题\n甲说，乙很好。丙丙'

/** An answer with only what a test needs. */
function answer(parts: Partial<Extraction>): Extraction {
  return {
    language: 'zh-Hans',
    headline: null,
    paragraphs: [],
    quotes: [],
    speakers: [],
    spam: [],
    metadata: { published: null, source: null, authors: [], editors: [], section: null },
    text: '',
    segments: [],
    warnings: [],
    ...parts,
  }
}

const gold: GoldRecord = {
  id: 'a',
  text: TEXT,
  headline: '标题标题',
  blocks: [
    { start: 0, end: 4, role: 'headline' },
    { start: 5, end: 14, role: 'paragraph' },
  ],
  spam: [{ start: 12, end: 14, text: '丙丙', kind: 'promo' }],
  quotes: [{ type: 'direct', start: 8, end: 11, speaker: { start: 5, end: 6, text: '甲', name: '甲' }, cue: null }],
}

const quote = (start: number, end: number, speaker: [number, number, string] | null): Extraction['quotes'][number] => ({
  id: 'q1',
  kind: 'direct',
  text: TEXT.slice(start, end),
  start,
  end,
  paragraph: 0,
  speaker: speaker && { id: 'p1', text: speaker[2], start: speaker[0], end: speaker[1], name: speaker[2], role: null, kind: 'person' },
  via: null,
  cue: null,
  confidence: 1,
})
const promo: Extraction['spam'][number] = {
  id: 's1',
  category: 'injected',
  kind: 'promo',
  text: '丙丙',
  start: 12,
  end: 14,
  suggestion: '',
  confidence: 1,
  reason: '',
}
const paragraph: Extraction['paragraphs'][number] = { index: 0, role: 'paragraph', text: '', start: 5, end: 14, spam: [] }

t.test('a right answer scores 1 everywhere', async (t) => {
  const tally = emptyTally()
  const found = answer({
    headline: { text: '标题标题', start: 0, end: 4, confidence: 1 },
    paragraphs: [paragraph],
    spam: [promo],
    quotes: [quote(8, 11, [5, 6, '甲'])],
  })
  t.same(count(tally, gold, found), [])
  t.same(tally.headlines, { right: 1, all: 1 })
  t.same(tally.injected, { hits: 1, said: 1, gold: 1 })
  t.same(tally.spamCharacters, { hits: 2, said: 2, gold: 2 })
  t.same(tally.body, { lost: 0, all: 7 })
  t.same(tally.stuffed, { restored: 1, all: 1 })
  t.same(tally.quotes, { hits: 1, said: 1, gold: 1 })
  t.same(tally.speakers, { right: 1, all: 1 })
  t.equal(ratios(tally.bodyCharacters).f1, 1)
})

t.test('an empty answer scores 0, and every error is named', async (t) => {
  const tally = emptyTally()
  const errors = count(tally, gold, answer({}))
  t.same(tally.headlines, { right: 0, all: 1 })
  t.same(tally.injected, { hits: 0, said: 0, gold: 1 })
  t.same(tally.stuffed, { restored: 0, all: 1 })
  t.same(ratios(tally.bodyCharacters), { precision: 1, recall: 0, f1: 0 })
  t.same(tally.quotes, { hits: 0, said: 0, gold: 1 })
  t.equal(errors.length, 4)
})

t.test('true text that is cut is counted in characters', async (t) => {
  const tally = emptyTally()
  count(tally, { ...gold, spam: [] }, answer({ paragraphs: [paragraph], spam: [{ ...promo, start: 8, end: 11 }] }))
  t.same(tally.body, { lost: 3, all: 9 })
  t.same(tally.clean, { touched: 1, all: 1 })
  t.same(tally.injected, { hits: 0, said: 1, gold: 0 })
})

t.test('a quote counts from four fifths of the union on, without marks and stops at its ends', async (t) => {
  const tally = emptyTally()
  count(tally, gold, answer({ paragraphs: [paragraph], quotes: [quote(8, 12, null)] }))
  t.same(tally.quotes, { hits: 1, said: 1, gold: 1 }, 'the stop does not count')
  t.same(tally.speakers, { right: 0, all: 1 })
  const narrow = emptyTally()
  count(narrow, gold, answer({ paragraphs: [paragraph], quotes: [quote(9, 11, null)] }))
  t.same(narrow.quotes, { hits: 0, said: 1, gold: 1 }, 'two of three characters are too few')
})

t.test('a speaker is right when the mentions overlap or the names are equal', async (t) => {
  for (const [speaker, right] of [
    [[5, 6, '甲'], 1],
    [[12, 13, '甲'], 1],
    [[12, 13, '丙'], 0],
  ] as [[number, number, string], number][]) {
    const tally = emptyTally()
    count(tally, gold, answer({ quotes: [quote(8, 11, speaker)] }))
    t.equal(tally.speakers.right, right)
  }
})

t.test('spans that leave the same text when cut are the same span', async (t) => {
  const text = '会谈会谈会。'
  t.equal(normalized(text, { start: 2, end: 4 }), normalized(text, { start: 0, end: 2 }))
  t.not(normalized('会谈甲', { start: 0, end: 2 }), normalized('会谈甲', { start: 1, end: 3 }))
})

t.test('marks and end punctuation are trimmed', async (t) => {
  t.same(trimMarks('“好。”', { start: 0, end: 4 }), { start: 1, end: 2 })
})

t.test('tallies add up', async (t) => {
  const sum = emptyTally()
  for (let times = 0; times < 2; times++) {
    const tally = emptyTally()
    count(tally, gold, answer({ spam: [promo] }))
    merge(sum, tally)
  }
  t.equal(sum.records, 2)
  t.same(sum.injected, { hits: 2, said: 2, gold: 2 })
  t.same(sum.kinds.promo, { hits: 2, said: 2, gold: 2 })
})
