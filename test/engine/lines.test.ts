import t from 'tap'
import { extract } from '../../src/engine/extract.ts'

const PARAGRAPHS = [
  'A paint maker must clean two miles of the River Ansel and pay three million dollars in damages, a court ruled on Monday.',
  'The judge found that the well-known company had been aware of the leaking tank for at least six years and had told nobody about it.',
]
const wrap = (text: string, columns: number): string => text.replace(new RegExp(`(?=.{${columns + 1}})(.{1,${columns}}) `, 'g'), '$1\n')

t.test('wrapped lines are joined at every usual width', async (t) => {
  for (const columns of [60, 72, 80, 100]) {
    const found = extract(
      ['Court orders paint maker to clean river', ...PARAGRAPHS.map((paragraph) => wrap(paragraph, columns))].join('\n\n'),
    )
    t.same(
      found.paragraphs.map(({ text }) => text),
      PARAGRAPHS,
      `${columns} columns`,
    )
  }
})

t.test('every kind of line break counts', async (t) => {
  for (const mark of ['\n', '\r\n', '\r', '\u2028', '\n\n\n']) {
    const found = extract(['Court orders paint maker to clean river', ...PARAGRAPHS].join(mark))
    t.equal(found.headline?.text, 'Court orders paint maker to clean river', encodeURIComponent(mark))
    t.equal(found.paragraphs.length, 2)
  }
})

t.test('a Chinese article on a single line is taken apart', async (t) => {
  const parts = [
    '青河市启动清水行动',
    '近日，青河市水务局召开发布会，宣布今年起用三年时间治理城区和乡镇的一百条小河，总投入约四亿元。',
    '水务局表示，首批二十条河道已经完成勘测，预计五月开工，每条河都有一名河长。',
    '记者走访发现，不少河段两岸的排污口还没有接入管网，有的河段已经断流，居民希望早日看到清水，也希望河边多种些树，多修几段步道，让老人和孩子有个散步的地方。',
    '按照计划，城区的三十五条河道将首先消除黑臭，乡镇河道的治理延续到后年秋天，完工以后由各村轮流管护，费用列入每年的预算。',
  ]
  const found = extract(parts.join(' '))
  t.equal(found.headline?.text, parts[0])
  t.same(
    found.paragraphs.map(({ text }) => text),
    parts.slice(1),
  )
})

t.test('full-width indents, tabs and a byte order mark are no text', async (t) => {
  const found = extract(`\ufeff青河市启动清水行动\n\u3000\u3000近日，青河市水务局召开发布会，宣布今年起用三年时间治理小河。\t\n`)
  t.equal(found.text, '青河市启动清水行动\n\n近日，青河市水务局召开发布会，宣布今年起用三年时间治理小河。')
})

t.test('a wrapped text goes on with a small letter, wherever the line before it was cut', async (t) => {
  const paragraphs = [
    'The town of Wexley has begun to dig three wells after a summer without rain, the mayor said on Monday, and the first is to be ready in May.',
    'Each well costs as much as a bus, and the council did not immediately respond to a request for comment.',
    'Farmers have asked for two more wells, but they have been told to wait until the first three have been tested by an engineer from the capital.',
  ]
  const wrapped = [
    'Wexley digs three wells',
    ...paragraphs.map((paragraph) => paragraph.replace(/(.{50,64}) /g, '$1\n').replace('for comment', 'for\ncomment')),
  ].join('\n\n')
  t.same(
    extract(wrapped).paragraphs.map(({ text }) => text),
    paragraphs,
  )
})
