import t from 'tap'
import { withoutMarkup } from '../../src/engine/1-document/markup.ts'
import { extract } from '../../src/engine/extract.ts'
import { randomFrom } from '../../tools/random.ts'
import { brokenInvariants } from '../invariants.ts'

const PAGE = `# 青河市新建三座口袋公园

> 2025-05-02 09:30 来源：青河日报

**记者 何砚**

青河市园林局昨日宣布，今年将在老城区[新建**三座**口袋公园](https://example.org/a_(b) "公园")，最小的一座只有三百平方米，最大的也不过半个球场。

## 为什么建小公园 ##

> 三座公园是不是太小了？

### 家门口能有多大？

园林局副局长周明远说：“大公园在城边，小公园在家门口。”他说，三座公园都不设围墙。![门口](/gate.jpg)

![效果图](/plan.png)

[返回首页](/) | [更多新闻](/news)`

t.test('the marks of Markdown are no part of the article, and lie inside its blocks', async (t) => {
  const found = extract(PAGE)
  t.equal(found.headline?.text, '青河市新建三座口袋公园')
  t.equal(PAGE.slice(found.headline?.start, found.headline?.end), '# 青河市新建三座口袋公园')
  t.same(
    found.paragraphs.map(({ role, text }) => `${role}: ${text}`),
    [
      'paragraph: 青河市园林局昨日宣布，今年将在老城区新建三座口袋公园，最小的一座只有三百平方米，最大的也不过半个球场。',
      'subheading: 为什么建小公园',
      'blockquote: 三座公园是不是太小了？',
      'subheading: 家门口能有多大？',
      'paragraph: 园林局副局长周明远说：“大公园在城边，小公园在家门口。”他说，三座公园都不设围墙。',
    ],
  )
  t.match(found.metadata, { authors: ['何砚'], published: '2025-05-02T09:30', source: '青河日报' })
  const quote = found.quotes.find(({ kind }) => kind === 'direct')
  t.equal(PAGE.slice(quote?.start, quote?.end), '大公园在城边，小公园在家门口。')
  t.same(brokenInvariants(PAGE, found), [])
  const bytes = extract(`😀\n${PAGE}`, { offsets: 'utf-8' }).paragraphs.find(({ role }) => role === 'subheading')
  t.equal(Buffer.from(`😀\n${PAGE}`).subarray(bytes?.start, bytes?.end).toString(), '## 为什么建小公园 ##')
})

t.test('a farm’s pieces are found between the marks', async (t) => {
  const stuffed = PAGE.replace('半个球场。', '半个球场。**[代开发票加微信gongyuan88](https://example.org)**')
  const found = extract(stuffed)
  t.match(
    found.spam.find(({ kind }) => kind === 'contact'),
    { text: '**[代开发票加微信gongyuan88](https://example.org)**' },
  )
  t.equal(found.text, extract(PAGE).text)
})

t.test('what only looks like Markdown stays as it is written', async (t) => {
  for (const text of [
    '记者3*4*5次致电李**和王**，对方均未回应。',
    'snake_case_names and 2 * 3 * 4 stay',
    '#话题# 三座公园',
    '他说[1](注)，后来又改口。',
    '> 转载的一段话',
    'See [the notes] (page 4).',
  ])
    t.equal(withoutMarkup(text)?.toString() ?? text, text)
  t.equal(
    withoutMarkup('# A\n\n2 * 3 * 4, snake_case, *soft* and **ha**rd, 1\\. and \\*')?.toString(),
    'A\n\n2 * 3 * 4, snake_case, soft and hard, 1. and *',
  )
})

t.test('remnants of HTML are read as what they stand for', async (t) => {
  const text = [
    '青河市新建三座口袋公园',
    '<p>&nbsp;&nbsp;青河市园林局昨日宣布，今年将在老城区新建三座口袋公园，最小的一座只有三百平方米。</p><p>园林局副局长周明远说：&ldquo;大公园在城边，小公园在家门口。&rdquo;</p>',
    '<strong>三座公园都不设围墙</strong>，夜里也开放，附近的居民走五分钟就能到，最远的也只要十分钟。',
    'R&amp;D',
  ].join('\n')
  const found = extract(text)
  t.same(
    found.paragraphs.slice(0, 3).map(({ text }) => text),
    [
      '青河市园林局昨日宣布，今年将在老城区新建三座口袋公园，最小的一座只有三百平方米。',
      '园林局副局长周明远说：“大公园在城边，小公园在家门口。”',
      '三座公园都不设围墙，夜里也开放，附近的居民走五分钟就能到，最远的也只要十分钟。',
    ],
  )
  const quote = found.quotes.find(({ kind }) => kind === 'direct')
  t.equal(quote?.speaker?.name, '周明远')
  t.equal(text.slice(quote?.start, quote?.end), '大公园在城边，小公园在家门口。')
  t.same(brokenInvariants(text, found), [])
  // An article may write of a tag; what is no reference stays.
  const code = 'The tag <b> makes text bold, AT&T said, &c; and so on.'
  t.equal(withoutMarkup(code), null)
})

t.test('whatever marks stand wherever, every promise of the contract holds', async (t) => {
  const MARKS = [
    '# ',
    '[',
    '](/a)',
    '](a b)',
    '![',
    '![x](y.png)',
    '**',
    '*',
    '_',
    '\\',
    '> ',
    '\n',
    ' ',
    '- ',
    '[ ](/c)',
    '&ldquo;',
    '&nbsp;',
    '&#x1F600;',
    '<p>',
    '</p>',
    '<br/>',
    '<b>',
    '[a](/b)',
    '\u3000',
  ]
  const WORDS = ['青河市今年建公园', 'Roe said on Monday.', '记者 何砚', '甲', '。']
  const random = randomFrom(11)
  for (let count = 0; count < 2000; count++) {
    const text = Array.from({ length: random.int(3, 24) }, () => random.pick(random.next() < 0.5 ? MARKS : WORDS)).join('')
    if (text.trim() !== '') t.same(brokenInvariants(text, extract(text)), [], JSON.stringify(text))
  }
})
