import fc from 'fast-check'
import t from 'tap'
import { extract } from '../src/engine/extract.ts'
import { brokenInvariants } from './invariants.ts'

const RUNS = 5000
const BITS = [
  '，',
  '。',
  '“',
  '”',
  '「',
  '」',
  '"',
  "'",
  '’',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '\u3000',
  '\u0000',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ud800',
  '\udc00',
  '😀',
  '的',
  '说',
  '表示',
  '他',
  '据',
  '介绍',
  '周明远',
  '市长',
  '某某公司',
  '清水行动',
  '青河',
  '- ',
  '（',
  '）',
  'said',
  'John Smith',
  'According to ',
  '.',
  ', ',
  ':',
  '12',
  'http://a.b',
  '微信',
  '學(xué)生',
  '①',
  '>',
  '#',
  '3日',
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 120 }),
  fc.array(fc.constantFrom(...BITS), { maxLength: 160 }).map((parts) => parts.join('')),
)

t.test(`${RUNS} arbitrary texts keep every promise of the contract`, async (t) => {
  fc.assert(
    fc.property(text, fc.option(fc.string({ maxLength: 30, minLength: 1 })), (input, title) => {
      const broken = brokenInvariants(input, extract(input, title === null ? {} : { title }))
      if (broken.length > 0) throw new Error(broken.join('\n'))
    }),
    { numRuns: RUNS, seed: 20251124 },
  )
  t.pass()
})

t.test('hostile texts keep every promise of the contract', async (t) => {
  const hostile = {
    'ten thousand quotation marks': '“'.repeat(10_000),
    'ten thousand pairs of marks': '“”'.repeat(10_000),
    'nested marks': `${'“‘'.repeat(3000)}字${'’”'.repeat(3000)}`,
    'straight marks': '"'.repeat(10_001),
    apostrophes: "'".repeat(10_000),
    'empty lines': '\n'.repeat(20_000),
    'one long line': '近日，青河市水务局召开发布会。'.repeat(2000),
    'a headline of one repeated character': `${'啊'.repeat(40)}\n${'啊啊，啊啊。'.repeat(500)}`,
    commas: '，'.repeat(20_000),
    'a name without end': '欧阳'.repeat(5000),
    'bidi marks': `\u202e${'abc \u2066def\u2069 '.repeat(500)}`,
    'combining marks': `e${'\u0301'.repeat(5000)}`,
    'lone surrogates': '\ud800\udc00\ud800 \udfff'.repeat(1000),
    brackets: '（'.repeat(5000),
  }
  for (const [name, input] of Object.entries(hostile)) t.same(brokenInvariants(input, extract(input)), [], name)
})

t.test('a text as long as the service takes ends, whatever is repeated in it', async (t) => {
  // Each made a stage look at what it had seen before, again and again: minutes instead of a second.
  const units = {
    'a sentence without an end, full of quotations': '她“；」',
    'a clause without a mark, full of blanks': '记者 said',
    'title marks that close and never open': '新华社》（',
    'page words in a sentence without an end': 'Jan said Home January 3, 2024 ',
    'contacts on one line': '河水清清。http://a.cn/b ',
    'furniture with a firm in each line': '河水清清。湛江市某某公司\n点击查看\n',
  }
  for (const [name, unit] of Object.entries(units)) {
    const input = unit.repeat(1_000_000 / unit.length)
    t.same(brokenInvariants(input, extract(input)), [], name)
  }
})
