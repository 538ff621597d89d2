import t from 'tap'
import { extract } from '../../src/engine/extract.ts'

const BODY = [
  '近日，青河市水务局召开发布会，宣布今年起用三年时间治理城区和乡镇的一百条小河，总投入约四亿元。',
  '水务局副局长周明远表示，首批二十条河道已经完成勘测，预计五月开工，每条河都有一名河长。',
  '按照计划，城区的三十五条河道将首先消除黑臭，乡镇河道的治理延续到后年秋天。',
]
const HEADLINE = '青河市启动清水行动 三年治理百条小河'

t.test('the name of the site is no part of the headline', async (t) => {
  for (const suffix of ['_新闻频道_临江在线', ' | 青河日报', ' - 青河新闻网']) {
    const found = extract([HEADLINE + suffix, ...BODY].join('\n'))
    t.equal(found.headline?.text, HEADLINE, suffix)
    t.equal(found.spam[0]?.text, suffix.trim())
  }
  const dashed = extract(
    ['Council votes - again - on the pier', 'The council of Wexcombe voted on Tuesday to rebuild the pier.'].join('\n'),
  )
  t.equal(dashed.headline?.text, 'Council votes - again - on the pier')
})

t.test('a page around the article is taken off, and what it states is kept', async (t) => {
  const page = [
    '首页 > 新闻 > 本地',
    '登录',
    '注册',
    HEADLINE,
    '2025年3月8日 下午 2:05 来源：青河日报',
    '记者 何砚',
    ...BODY,
    '（责任编辑：许青禾）',
    '相关阅读',
    '- 青河地铁二号线今日试跑',
    '- 这种野菜千万别乱吃',
    '- 国内油价或迎年内最大降幅',
    '版权所有 未经书面授权禁止转载',
  ]
  const found = extract(page.join('\n'))
  t.equal(found.headline?.text, HEADLINE)
  t.same(
    found.paragraphs.map(({ text }) => text),
    BODY,
  )
  t.match(found.metadata, { published: '2025-03-08T14:05', source: '青河日报', authors: ['何砚'], editors: ['许青禾'], section: '本地' })
})

t.test('an author has a first name and a last name', async (t) => {
  const found = extract(
    [
      'Harbour town votes to rebuild its pier',
      'Posted on January 9, 2025 by Martha Quill',
      'Residents of Wexcombe voted on Tuesday to rebuild the wooden pier that a winter storm tore apart.',
      'The vote was 412 to 87, and the work will begin in April.',
    ].join('\n'),
  )
  t.same(found.metadata.authors, ['Martha Quill'])
  t.equal(found.metadata.published, '2025-01-09')
})

t.test('no headline is made up', async (t) => {
  t.equal(extract(BODY.join('\n')).headline, null)
})

t.test('an English page on one line loses its menu and its tail', async (t) => {
  const article =
    'Residents of Wexcombe voted on Tuesday to rebuild the wooden pier that a winter storm tore apart. The vote was 412 to 87, and the work will begin in April. The mayor said that the town had waited long enough.'
  const found = extract(
    `Skip to main content Home News Sport Weather Harbour town votes to rebuild its pier By Martha Quill March 4, 2025 Share ${article} Related stories The truth about bottled water How one village beat the power company About us Privacy policy`,
  )
  t.equal(
    found.paragraphs
      .map(({ text }) => text)
      .join(' ')
      .includes(article),
    true,
  )
  t.notMatch(found.text, /Privacy policy|Skip to main/)
})

t.test('labels of adverts and pointers to other articles leave the body, wherever they stand', async (t) => {
  const labels = ['广告', '【广告】', '延伸阅读：青河地铁二号线今日试跑']
  const found = extract([HEADLINE, BODY[0], labels[0], BODY[1], labels[1], labels[2], BODY[2]].join('\n'))
  t.same(
    found.paragraphs.map(({ text }) => text),
    BODY,
  )
  t.same(
    found.spam.map(({ kind, text }) => `${kind}: ${text}`),
    ['advertisement_label: 广告', 'advertisement_label: 【广告】', `related_links: ${labels[2]}`],
  )
})
