import { readFileSync } from 'node:fs'
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

t.test('authors stand in credit lines and datelines, and are given as written', async (t) => {
  const authors = (...lines: string[]): string[] => extract([HEADLINE, ...lines].join('\n')).metadata.authors
  t.same(authors('2025-06-12 08:14　来源：申江晚报　记者 顾曼青 实习生 何一帆', ...BODY), ['顾曼青', '何一帆'])
  t.same(authors('来源：青河日报 | 作者：陆放 | 2025年3月9日 21:05', ...BODY), ['陆放'])
  t.same(authors(`新华社青河4月20日电（记者苏景行、林珊）${BODY[0]}`, ...BODY.slice(1)), ['苏景行', '林珊'])
  const taipei = extract(
    '河邊小鎮修橋記\n〔記者簡郁安、鍾宜庭台北報導〕新橋將在十月通車。\n鎮上的老橋建成至今已經有七十多年，每天有上千人從橋上經過。',
  )
  t.same(taipei.metadata.authors, ['簡郁安', '鍾宜庭'])
  t.equal(
    extract('河邊小鎮修橋記\n本報訊（記者簡郁安）新橋將在十月通車。\n鎮上的老橋建成至今已經有七十多年，每天有上千人從橋上經過。').metadata
      .source,
    null,
  )
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

t.test('a link to the top of the page is no paragraph', async (t) => {
  const found = extract([HEADLINE, ...BODY, 'Scroll to Top'].join('\n'))
  t.same(
    found.paragraphs.map(({ text }) => text),
    BODY,
  )
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

const HARBOUR = `港口夜间开放 渔船可随时靠岸
2024-05-06 10:20 来源：河湾日报
河湾港务局昨日宣布，自下月起港口夜间开放，渔船可以随时靠岸，不必再等到天亮。
港务局局长孟一帆说，夜间值班的人手已经到位，灯塔也换上了新的灯具，视野比从前好得多。
渔民对此表示欢迎，他们说，夏天的鱼不等人，早一个钟头上岸就多一分新鲜。`
const BRIDGE = `石桥修缮完工 老街恢复通行
2024-05-07 08:05 来源：河湾日报
历时五个月的石桥修缮工程昨日完工，封闭已久的老街恢复通行，两岸居民不必再绕路。
施工单位介绍，这次更换了十一块断裂的桥面石，原来的栏杆经过清洗后全部装了回去。
住在桥头的裴婆婆看了一整天，她说，桥还是那座桥，只是走上去稳当了。`

t.test('of two articles in one text the first is kept, and the caller is warned', async (t) => {
  const found = extract(`${HARBOUR}\n\n${BRIDGE}`)
  t.equal(found.headline?.text, '港口夜间开放 渔船可随时靠岸')
  t.ok(found.warnings.some(({ code }) => code === 'several_articles'))
  t.notMatch(found.text, /石桥/)
  t.equal(
    extract(`${HARBOUR}\n\n${BRIDGE}`, { title: '石桥修缮完工 老街恢复通行' }).headline?.text,
    '石桥修缮完工 老街恢复通行',
    'unless the caller knows better',
  )
  t.notOk(extract(HARBOUR).warnings.some(({ code }) => code === 'several_articles'))
})

t.test('a label among the paragraphs says nothing of the lines around it', async (t) => {
  const lines = HARBOUR.split('\n')
  for (const label of ['广告', '延伸阅读：十种便宜的午餐']) {
    const found = extract([...lines.slice(0, 4), label, ...lines.slice(4)].join('\n'))
    t.equal(found.text, extract(HARBOUR).text, label)
  }
})

t.test('dates are as precise as they are written, with their zone, and never today’s', async (t) => {
  const published = (line: string) =>
    extract(
      `Harbour opens at night\n${line}\nThe harbour of Hewan will open at night from next month, the port office said on Monday, so that boats can land at any hour.`,
    ).metadata.published
  t.equal(published('Published January 9, 2025 at 4:15 p.m. EST'), '2025-01-09T16:15-05:00')
  t.equal(published('9 January 2025, 10:30 GMT'), '2025-01-09T10:30Z')
  t.equal(published('Posted on Sept. 3, 2024'), '2024-09-03')
  t.equal(published('2025-03-01 10:20'), '2025-03-01T10:20')
  t.equal(published('3 hours ago'), null)
})

t.test('the entries of a live blog are the body under their times, buttons are not', async (t) => {
  const entries = [
    '东湾市气象台解除台风红色预警信号。风力明显减弱，但局部仍有大雨，请市民注意防范次生灾害。',
    '东湾火车站恢复运行，首趟列车已经发出。车站值班站长孟启华说：“今天滞留的一千二百名旅客都已改签。”',
    '“海棠”在东湾市南部沿海登陆，登陆时中心附近最大风力十三级。',
    '东湾市宣布停课、停工、停运。',
  ]
  const times = ['19:20', '17:45', '13:02', '11:30']
  const title = '直播：台风“海棠”登陆东湾 多地停课停工'
  const found = extract(
    ['首页', '直播', title, '2025-08-12 19:20', ...entries.flatMap((entry, at) => [times[at], entry]), '相关阅读', '历年台风路径图'].join(
      '\n',
    ),
  )
  t.equal(found.headline?.text, title)
  t.same(
    found.paragraphs.map(({ text }) => text),
    entries.flatMap((entry, at) => [times[at], entry]),
  )
  t.equal(found.metadata.published, '2025-08-12T19:20')

  const posts = [
    'We are closing this live blog now. About 12,000 homes lost power, and the River Tane burst its banks at Alderford.',
    'The bridge at Alderford has been closed to all traffic. “Nobody should try to cross on foot,” said Lena Osgood.',
    'All eleven schools in the lower valley have been shut, the council says. Buses will take pupils home from four.',
  ]
  const clocks = ['18.40', '5.05 pm', '15.30 GMT']
  const live = extract(
    [
      'Home',
      'Storm Anselm: thousands without power as river bursts its banks',
      ...posts.flatMap((post, at) => [clocks[at], post, 'Share']),
    ].join('\n'),
  )
  t.equal(live.headline?.text, 'Storm Anselm: thousands without power as river bursts its banks')
  t.notOk(live.text.includes('Share'))
  t.same(
    live.paragraphs.flatMap(({ role, text }) => (role === 'paragraph' ? text : [])),
    posts,
  )
})

t.test('a text without furniture keeps its short lines', async (t) => {
  const recipe = [
    'Serves 8',
    'Prep 20 min',
    '250g plain flour',
    '3 eggs',
    '500g plums, halved',
    '1. Heat the oven to 180C and grease a tin.',
    '2. Beat butter and sugar until pale, then add the eggs one by one.',
    '3. Fold in the flour, spread the dough in the tin and press the plums into it.',
  ]
  const found = extract(['Grandma Ottoline’s plum cake', ...recipe].join('\n'))
  t.same(
    found.paragraphs.map(({ text }) => text),
    recipe,
  )
})

t.test('numbered parts go on to the last number, however short they are', async (t) => {
  const article = readFileSync('test/plain/en-85.txt', 'utf8')
  const { paragraphs } = extract(article)
  t.equal(paragraphs.at(-1)?.text, '"I am serious," Adeyemi says. "My grandmother was right."')
  t.ok(paragraphs.some(({ text }) => text === '5. Wear a hat'))
  // A list behind the article begins anew.
  const below = extract(`${article}\n\nMost read\n\n1. Storm closes coast road\n\n2. Bakery wins prize`)
  t.notOk(below.paragraphs.some(({ text }) => /Bakery/.test(text)))
})

t.test('credits that say so themselves leave the body of an article that has no other furniture', async (t) => {
  const wells = [
    'Wexley digs three wells',
    'The town of Wexley has begun to dig three wells after a summer without rain, the mayor said on Monday. The first is to be ready in May.',
    'Each well costs as much as a bus. The council will decide in spring whether a fourth one is needed on the eastern side of the river.',
    'Farmers have asked for two more. They have been told to wait until the first three have been tested by an engineer.',
  ]
  const jing = [
    '白塔乡打了三口井',
    '白塔乡入夏以来没有下过一场透雨，乡里决定在村东、村西和学校后面各打一口井，第一口井五月出水。',
    '每口井的造价相当于一辆客车。乡里将在明年春天决定要不要在河东再打一口，届时请村民代表一起商量。',
    '种菜的人家希望再打两口。乡里请他们等一等，等工程师把三口井都测过水量再说。',
  ]
  const body = (lines: readonly string[]): string[] => extract(lines.join('\n')).paragraphs.map(({ text }) => text)
  const leave = ([headline, ...text]: readonly string[], heads: readonly string[], tails: readonly string[]): void => {
    for (const head of heads) t.same(body([headline as string, head, ...text]), text, head)
    for (const tail of tails) t.same(body([headline as string, ...text, tail]), text, tail)
  }
  leave(
    wells,
    [
      'By Alma Reyes',
      'By Alma Reyes, Staff Writer',
      'Published March 3, 2025',
      'Updated: March 3, 2025 10:12 a.m.',
      'Tue 3 Mar 2025 10.12 GMT',
      'Staff report',
      '4 min read',
      'Listen to this article',
      'Hannah Reyes',
    ],
    [
      '(Reporting by Alma Reyes; Editing by Tom Poe)',
      'Follow Alma Reyes on Twitter @almareyes',
      'Copyright 2025 The Wexley Courier. All rights reserved.',
      'Alma Reyes contributed to this report.',
      'This article was originally published on The Courier.',
      'Email: alma@wexleycourier.example',
      '###',
    ],
  )
  const inside = ['Loading', 'A A A', 'We’re sorry, this feature is currently unavailable. Our engineers are at it.']
  for (const line of inside) t.same(body([...wells.slice(0, 2), line, ...wells.slice(2)]), wells.slice(1), line)
  const service = 'This service is no longer available to farmers beyond the river, who must now dig for themselves.'
  t.same(body([...wells.slice(0, 2), service, ...wells.slice(2)]), [wells[1], service, ...wells.slice(2)], 'a service that ended')
  const signed = [wells[0] as string, 'By Alma Reyes', ...wells.slice(1), 'Alma Reyes is a staff writer at the Courier.']
  t.same(body(signed), wells.slice(1), 'who wrote it')
  leave(
    jing,
    ['新海网记者夏小满', '2025-03-03 10:12', '03-03 10:12', '夏小满 新海网 2025-03-03', '阅读量：3021', '字号：大 中 小', '发布于：北京'],
    [
      '责任编辑：夏小满',
      '新媒体编辑：夏小满',
      '编辑 夏小满 校对 温小雨',
      '图/受访者供图',
      '版权声明：本文为原创，未经许可不得转载。',
      '（本文首发于新海网）',
      '返回搜狐，查看更多',
      '#民生#',
    ],
  )
  t.same(body(['新闻中心', ...jing]), jing.slice(1), 'the way to the page')
  const held = '2025年3月3日，乡长夏远山主持了打井会。'
  t.same(body([jing[0] as string, held, ...jing.slice(1)]), [held, ...jing.slice(1)], 'a sentence that begins with a date')
  const long = 'Wexley digs three wells after a summer without rain, not two, as planned, mayor insists'
  t.equal(extract([long, 'By Alma Reyes', ...wells.slice(1)].join('\n')).headline?.text, long)
  t.same(extract([wells[0], 'By Alma Reyes', ...wells.slice(1)].join('\n')).metadata.authors, ['Alma Reyes'])
})

t.test(
  'what farms hang around an article whose lines are all long: dates with links, bare addresses, drawn lines, links cut short',
  async (t) => {
    const text = (lines: readonly string[]): string[] => extract(lines.join('\n')).paragraphs.map(({ text }) => text)
    const teasers = [
      '青河夜市的灯火与人情 近日，青河电视台走进夜市，记录下几十位摊主从黄昏到凌晨的故事，其中最年长的一位已经...',
      '2025-04-22河道里的白鹭：为何今年来得早？ 在青河下游的湿地里，白鹭比往年提前了二十天，观鸟的人发现...',
      '2025-04-22环城跑开始报名 随着天气转暖，环城跑进入报名阶段，今年的路线比去年多出三公里，起点改在...',
      '2025-04-22',
    ]
    t.same(text([HEADLINE, ...BODY, ...teasers]), BODY)
    t.same(text([HEADLINE, ...BODY, '（报料人：戚女士/线索稿酬30元）', '新闻推荐', teasers[0] as string, '青河新闻，乡情，']), BODY)
    t.same(text([HEADLINE, '本篇文章620字，读完约2分钟', ...BODY]), BODY)
    const [first, ...rest] = BODY as [string, string, string]
    const between = ['https://qinghe.example/p/2RJK4', '*********', '图片来源：青河图片社', '推荐新闻：河长上岗第一天 乡亲们等在岸边']
    for (const line of between) t.same(text([HEADLINE, first, line, ...rest]), BODY, line)
    // An article that ends in thought, and one that goes on below its heading.
    const ending = '周明远站在桥头看了很久，没有说话，河面上的风把他的帽子吹歪了……'
    t.same(text([HEADLINE, ...BODY, ending]), [...BODY, ending])
    t.ok(text([HEADLINE, first, '更多精彩', ...rest]).includes(rest[1] as string))
  },
)

t.test('everything stated in one line above the text, and the way to the page in several', async (t) => {
  const page = [
    '1. 跳转至内容',
    '2. 跳转至主菜单',
    HEADLINE,
    '2025-03-08 12:37:58 来源：青河门户网站 作者：何砚 责任编辑：许青禾 冯一 字号：T|T',
    ...BODY,
  ]
  const found = extract(page.join('\n'))
  t.equal(found.headline?.text, HEADLINE)
  t.same(
    found.paragraphs.map(({ text }) => text),
    BODY,
  )
  t.match(found.metadata, { published: '2025-03-08T12:37:58', source: '青河门户网站', authors: ['何砚'], editors: ['许青禾', '冯一'] })
  // Text that is wrapped begins right below the credits.
  const wrapped = BODY.flatMap((line) => line.match(/.{1,38}/gu) ?? [])
  const credits = ['当前位置：首页 > 新闻 > 本地', HEADLINE, '发布时间：2025-03-08 08:30', '来源：青河新闻网', '记者 何砚']
  t.equal(
    extract([...credits, ...wrapped].join('\n'))
      .paragraphs.map(({ text }) => text.replaceAll('\n', ''))
      .join(''),
    BODY.join(''),
  )
  const pictured = extract(['图：青河上的第一艘清淤船开工（资料图片） 青河社发 孟树 摄', ...BODY].join('\n'))
  t.equal(pictured.headline, null)
  t.equal(pictured.paragraphs[0]?.role, 'caption')
  t.equal(extract([HEADLINE, ...BODY, '图片来源：青河图片社'].join('\n')).metadata.source, null)
  t.same(extract([HEADLINE, ...BODY, 'END'].join('\n')).metadata.editors, [])
  // A site that states no source names its author next.
  const empty = extract([HEADLINE, '时间：2025-03-08 04:20来源： 作者：何砚 点击： 14 次', ...BODY].join('\n'))
  t.match(empty.metadata, { published: '2025-03-08T04:20', source: null, authors: ['何砚'] })
  t.equal(extract([HEADLINE, '• 2025-03-08 03:18:26', ...BODY].join('\n')).metadata.published, '2025-03-08T03:18:26')
  const agency = extract(['快讯', '青河社／ 青河15日电', ...BODY].join('\n'))
  t.equal(agency.headline, null)
  t.same(
    agency.paragraphs.map(({ text }) => text),
    BODY,
  )
})

t.test('what Chinese sites put around an article that has no headline', async (t) => {
  const body = (...lines: string[]): string[] => extract(lines.join('\n')).paragraphs.map(({ text }) => text)
  const bare = extract(['2025-03-08 16:04:11 来源：青河门户网 责任编辑：许青禾', ...BODY].join('\n'))
  t.equal(bare.headline, null)
  t.match(bare.metadata, { published: '2025-03-08T16:04:11', source: '青河门户网', editors: ['许青禾'] })
  t.equal(extract(['2025年3月8日青河市水务局例行发布会', ...BODY].join('\n')).headline?.text, '2025年3月8日青河市水务局例行发布会')
  const crumbs = extract(
    ['青河首页 > 青河号 > 正文 申请入驻', HEADLINE, '0', '分享至', '撰文 | 何砚', ...BODY, '责任编辑：许青禾_NN12'].join('\n'),
  )
  t.equal(crumbs.headline?.text, HEADLINE)
  t.equal(crumbs.metadata.section, '青河号')
  t.same(
    crumbs.paragraphs.map(({ text }) => text),
    BODY,
  )
  t.same(body(HEADLINE, 'QNEWS青河新聞網記者何砚／青河報導', ...BODY), BODY)
  t.same(body(HEADLINE, '发送短信 qhsjb 10650000 即可订阅《青河手机报》，每天五毛钱。', ...BODY), BODY)
  t.same(body(HEADLINE, ...BODY.slice(0, 2), '廣告 廣告', ...BODY.slice(2)), BODY)
  t.same(body(HEADLINE, ...BODY, '青河新闻关心您', '不良行为，请勿模仿', '更多青河新闻报道', '青河地铁二号线今日试跑'), BODY)
  const captioned = extract(['水务局副局长周明远在发布会上。卢知远摄', ...BODY].join('\n'))
  t.equal(captioned.headline, null)
  t.equal(captioned.paragraphs[0]?.role, 'caption')
  // The editor stands behind the last sentence, the day in the brackets of the dateline.
  const closed = extract(
    [HEADLINE, `【青河时报2025年3月8日讯】（青河时报记者黄玉禾台湾台中报导）${BODY[0]}`, `${BODY[1]}【编辑：刘阳】`, BODY[2]].join('\n'),
  )
  t.equal(closed.paragraphs[1]?.text, BODY[1])
  t.match(closed.metadata, { published: '2025-03-08', authors: ['黄玉禾'], editors: ['刘阳'] })
  t.same(body(HEADLINE, '青河记者 何砚    青河编辑 文朵', ...BODY), BODY)
  t.equal(extract(['（资料图片仅供参考）', ...BODY].join('\n')).headline, null)
  t.same(body(HEADLINE, '2 分钟', ...BODY, '关键词：', '青河地铁…', '2025-03-08 09:10:22'), BODY)
  t.equal(extract([HEADLINE, 'admin 2025-03-08 09:45:01 398', ...BODY].join('\n')).metadata.published, '2025-03-08T09:45:01')
  t.equal(extract([HEADLINE, '青河社2025年3月8日 23:24', ...BODY].join('\n')).metadata.published, '2025-03-08T23:24')
  t.same(body(HEADLINE, ...BODY, '（青河社/临江报/山城时报）'), BODY)
  const mangled = extract(
    ['(zī)料圖', '青(qīng)河記(jì)者 何砚 青河編(biān)輯 文朵', ...BODY, '關(guān)鍵(jiàn)詞:', '青河地鐵…'].join('\n'),
  )
  t.match(mangled.metadata, { authors: ['何砚'], editors: ['文朵'] })
  t.same(
    mangled.paragraphs.map(({ text }) => text),
    BODY,
  )
  const moved = extract(
    [
      '青河渡轮 青河飞驰渡轮',
      '当前位置：首页 > 新闻动态 > 本地 > 正文',
      HEADLINE,
      '发布时间：2025-03-08 14:10:27 作者： 青河飞驰渡轮 浏览： 345 标签：渡轮',
      ...BODY,
    ].join('\n'),
  )
  t.equal(moved.headline?.text, HEADLINE)
  t.equal(moved.metadata.published, '2025-03-08T14:10:27')
  t.equal(extract([`${HEADLINE}******`, ...BODY].join('\n')).headline?.text, HEADLINE)
  t.same(extract([HEADLINE, '来源：  点击：82730次', ...BODY, '[责任编辑：不详]'].join('\n')).metadata, {
    published: null,
    source: null,
    authors: [],
    editors: [],
    section: null,
  })
  t.same(body(HEADLINE, 'A+ A-', ...BODY, '以上就是青河治水的全部答案，小编只写到这里，但愿对您有所帮助！', '最新文章'), BODY)
  // The day of another article is not the day of this one.
  const related = [HEADLINE, ...BODY, '推荐阅读', '青河地铁二号线今日试跑', '2025-03-09', '作者：陆放']
  t.match(extract(related.join('\n')).metadata, { published: null, authors: [] })
  t.equal(extract([...related, '发布时间：2025-03-08'].join('\n')).metadata.published, '2025-03-08')
  t.same(body('青河新聞 Logo', '青河眾聞', HEADLINE, '撰文：何砚', '出版：更新：', ...BODY), BODY)
  const answers = [
    '08-03-2025',
    '发布会答问内容',
    '水务局局长周明远今日（三月八日）联同财政局局长许青禾、城管局局长刘江举行跨部门发布会。以下是发布会答问内容：',
    '记者：一百条小河都要治理吗？钱从哪里来？',
    '水务局局长：都要治理，首批二十条河道已经完成勘测，钱由市里出。',
    '记者：什么时候开工？',
    '水务局局长：预计五月开工，每条河都有一名河长。',
  ]
  t.notOk(extract(answers.join('\n')).headline?.text.endsWith('：'))
  const short = '3月8日，青河市水务局举行发布会。'
  t.same(body(HEADLINE, '撰文 | 何砚', short, ...BODY), [short, ...BODY])
})

t.test('icons, single strokes and the paper with its day are no text', async (t) => {
  const body = [
    'The council of Wexcombe voted on Tuesday to rebuild the pier that a storm tore apart.',
    'Work will begin in April, said the mayor, Ada Brent.',
  ]
  const found = extract(['The Wexcombe Globe, July 1, 2024', '—', ...body, 'Facebook icon', 'LinkedIn icon', 'Source link'].join('\n'))
  t.equal(found.headline, null)
  t.equal(found.metadata.published, '2024-07-01')
  t.same(
    found.paragraphs.map(({ text }) => text),
    body,
  )
})

t.test('what English sites put around an article', async (t) => {
  const headline = 'Wexcombe votes to rebuild its pier'
  const body = [
    'The council of Wexcombe voted on Tuesday to rebuild the pier that a storm tore apart.',
    'Work will begin in April, said the mayor, Ada Brent, who has asked the state for money.',
    'Fishermen had used the pier for a hundred years, and many of them came to the meeting.',
  ]
  const read = (...lines: string[]) => extract(lines.join('\n'))
  const paragraphs = (...lines: string[]) => read(...lines).paragraphs.map(({ text }) => text)
  t.same(
    paragraphs(
      'Listen live',
      'Up next',
      '0:00',
      '0:00 0:00',
      'Share post:',
      'spot_img',
      headline,
      '636',
      ...body,
      'Full story: Radio Orsa',
    ),
    body,
  )
  t.same(
    paragraphs(
      headline,
      ...body,
      'Add new comment',
      'Comments that contain bad words will be deleted.',
      'Plain text',
      '• No HTML tags allowed.',
      '• Lines and paragraphs break automatically.',
      'Image CAPTCHA',
    ),
    body,
  )
  t.same(
    paragraphs(
      headline,
      'ALSO READ | Orsa counts its piers',
      ...body,
      'Your email address will not be published. Required fields are marked *',
      'Notify me of new posts by email.',
    ).filter((line) => !body.includes(line)),
    [],
  )
  // Dates and sources, however they are put.
  const dated = (line: string) => read(headline, line, ...body).metadata.published
  t.equal(dated('ORA | Wexcombe (Orsa) | Updated: July 19, 2022 06:40'), '2022-07-19T06:40')
  t.equal(dated('ORA | Wexcombe (Orsa) | Updated: 03-04-2022 08:10 IST'), null, 'March or April')
  t.equal(dated('This story is from March 2, 2022'), '2022-03-02')
  t.equal(read(headline, `WEXCOMBE, Orsa, May 3, 2022 /PRWire/ -- ${body[0]}`, ...body.slice(1)).metadata.published, '2022-05-03')
  t.equal(dated('by - Friday, May 6th, 2022 08:15'), '2022-05-06T08:15')
  const source = (line: string) => read(headline, ...body, line).metadata.source
  t.equal(source('This article was originally published on Wexcombe Notes.'), 'Wexcombe Notes')
  t.equal(source('A version of this article appears in print on May 3, 2021, of the coast edition.'), null)
  t.equal(read(headline, 'Mayor Ada Brent (file photo). Image Credit: ORA', ...body).metadata.source, null)
  // A headline and the line below it that tells more.
  const deck = 'A count of forty shops shows that many loaves weigh less than their labels say they do'
  const trick = read(
    'Bread gets dearer as ovens grow smaller on the coast',
    deck,
    'Loaves on a scale in the market hall of Wexcombe, where forty shops were counted in May. Photograph: Dil Klais',
    'Whoever buys bread on the coast pays more than a year ago, and often for less: forty shops were counted in May, and half of their loaves were light.',
    'Bakers say that their ovens are smaller now, and that the labels were printed long before the ovens came.',
  )
  t.equal(trick.headline?.text, 'Bread gets dearer as ovens grow smaller on the coast')
  t.same(trick.paragraphs.map(({ role }) => role).slice(0, 2), ['subheading', 'caption'])
  t.equal(trick.paragraphs[0]?.text, deck)
})

t.test('who signs words in marks is kept below them, and is their speaker', async (t) => {
  const lines = [
    'The pier has been open for a year and the board asked its visitors what they make of it.',
    '“I come here every morning before work and the sea is never the same.”',
    'David Orr, a baker from Dellby.',
    '“The boards are slippery and nobody has mended the lamps since spring.”',
    '— Maria Hale, retired teacher',
    '“We love it.”',
    '- Tom Pell',
    'The board will publish the answers in May.',
  ]
  const { paragraphs, quotes } = extract(['What visitors say about the old pier', ...lines].join('\n\n'))
  t.same(
    paragraphs.map(({ text }) => text),
    lines,
  )
  t.same(
    quotes.filter(({ kind }) => kind === 'direct').map(({ speaker }) => `${speaker?.name}, ${speaker?.role}`),
    ['David Orr, baker from Dellby', 'Maria Hale, retired teacher', 'Tom Pell, null'],
  )
  t.equal(quotes[0]?.speaker?.text, 'the board')
})

t.test('words for a picture, sections behind a stroke and clocks head nothing and date nothing', async (t) => {
  const headline = 'Museums say new rents keep them from opening on the piers of Orsa'
  const body = [
    'Museums have stayed shut on the piers since May, though many of their keepers believe that the rents will fall, it was said.',
    'The keeper of a large museum told the board on Monday that the rents were feared by everybody who works on the coast.',
  ]
  const read = (...lines: string[]) => extract(lines.join('\n'))
  const picture = 'Ada Brent feeding gulls in Wexcombe, on the west coast'
  t.equal(read('Skip to content', headline, picture, `${picture}. Photograph: Pool/Orsa Wire`, ...body).headline?.text, headline)
  t.equal(read(`${headline} | Politics | News`, ...body).headline?.text, headline)
  t.equal(read(headline, 'June 3, 2016 / 9:20 AM / 5 years ago', ...body).metadata.published, '2016-06-03')
  // A line that tells more stands below a headline that is not the first line.
  const ferry = 'Harbour master says that the new ferry makes the whole coast less safe than it was before'
  t.equal(
    read('All news', 'Orsa worries about its new ferry and its tests', ferry, ...body).headline?.text,
    'Orsa worries about its new ferry and its tests',
  )
  // Whoever is named in the caption below is told of.
  const told = read(
    headline,
    'Heidi Alder',
    '“The whale stays dry,” says Heidi Alder, who keeps the largest museum on the coast. Photograph: Lars Orr',
    ...body,
  )
  t.same(told.metadata.authors, [])
})

t.test('a text pasted from a narrow window is read by its paragraphs, though no column explains its breaks', async (t) => {
  const paragraphs = [
    'Ada Brent, who speaks for the fishermen of Wexcombe, writing to the harbour board about its lamps, said:',
    '“Nobody who rows home in November can see where the stones end and where the water begins, and one of us will drown.”',
    '“The lamps that we were shown in spring lie in a shed behind the board, and they are rusting there.”',
  ]
  const pasted = [
    'Ada Brent, who speaks for the fishermen of Wexcombe,\nwriting to the harbour board about its lamps, said:',
    '“Nobody who rows home in November\ncan see where the stones end and where the water begins,\nand one of us will drown.”',
    '“The lamps that we were shown in spring lie in\na shed behind the board, and they are rusting there.”',
  ]
  const found = extract(['Fishermen of Wexcombe ask for light', ...pasted].join('\n\n'))
  t.same(
    found.paragraphs.map(({ text }) => text),
    paragraphs,
  )
  t.equal(found.quotes.filter(({ kind, speaker }) => kind === 'direct' && speaker?.name === 'Ada Brent').length, 2)
})

t.test('Chinese pages of news: where pictures are from, counts of comments, who edited a post, names that are foreign', async (t) => {
  const headline = '山区客车被落石砸中 伤者已送医'
  const body = [
    '6月29日下午，石湾县一辆客车行经红岩沟时被落石砸中，车上十一人受伤，两人伤势较重。',
    '县应急局工作人员表示，事发路段已经封闭，抢修至少需要两天。',
    '附近一名商户说，落石前下了整夜的雨，路边的护网早就破了。',
  ]
  const found = extract(
    [
      headline,
      '本帖最后由 shanlu88 于 2024-6-29 10:54 PM 编辑',
      body[0],
      '客车车顶被砸出大洞(现场视频截图)',
      body[1],
      '石湾县人民医院 图/网络',
      body[2],
      '(作者:霍伦·马德和安娜·希尔)',
      '(责任编辑:卢若溪 CM0882)',
      '当前新闻共有0条评论 | 分享到: |',
    ].join('\n'),
  )
  t.equal(found.headline?.text, headline)
  t.same(
    found.paragraphs.map(({ role, text }) => [role, text]),
    [
      ['paragraph', body[0]],
      ['caption', '客车车顶被砸出大洞(现场视频截图)'],
      ['paragraph', body[1]],
      ['caption', '石湾县人民医院 图/网络'],
      ['paragraph', body[2]],
    ],
  )
  t.match(found.metadata, { published: '2024-06-29T22:54', authors: ['霍伦·马德', '安娜·希尔'], editors: ['卢若溪'] })
  t.equal(found.spam.at(-1)?.kind, 'comments')
})

t.test('Chinese pages of entertainment: who has written and who gave the picture, files and counts among the lines', async (t) => {
  const body = [
    '电影《渡口》昨天在临江影展首映，导演陈玉川率两位主角出席，向观众一一问好。',
    '陈玉川说：“这部电影讲的是等船的人，我希望看的人也愿意等一等。”',
    '影片讲述离岛渡轮停航之后三户人家的故事，全片在岛上取景，拍了整整两年。',
  ]
  const found = extract(
    [
      '临江报 记者王意馨/临江即时报道',
      '▲电影《渡口》昨天在临江影展首映。(图/临江影展提供)',
      body[0],
      'Image 2024-10-16 at 17.12.55.jpg',
      body[1],
      '+2',
      body[2],
      '留言',
    ].join('\n'),
  )
  t.equal(found.headline, null)
  t.same(
    found.paragraphs.filter(({ role }) => role === 'paragraph').map(({ text }) => text),
    body,
  )
  t.same(found.metadata.authors, ['王意馨'])
  t.equal(found.metadata.source, null)
})

t.test('a button, an offer or the source of a picture between two sentences of an article ends nothing', async (t) => {
  const articles = [
    {
      lines: [
        '山区客车被落石砸中 伤者已送医',
        '6月29日下午，石湾县一辆客车行经红岩沟时被落石砸中，车上十一人受伤，两人伤势较重。',
        '县应急局工作人员表示，事发路段已经封闭，抢修至少需要两天。',
        '附近一名商户说，落石前下了整夜的雨，路边的护网早就破了。',
      ],
      insets: ['分享', '收藏', '来源：石湾日报', '下载APP看更多', '点击播放视频', 'redrock-12.jpg', '图源：视频截图\n分享\n收藏'],
      ends: ['', '责任编辑：张迪', '相关阅读\n红岩沟去年也有落石\n石湾县新修三条路'],
    },
    {
      lines: [
        'Rocks hit bus in the mountains, eleven people hurt',
        'A bus was hit by falling rocks on Saturday afternoon near Red Gorge, and eleven people were hurt, two of them badly.',
        'The county said that the road was closed and that repairs would take two days at least.',
        'A shopkeeper nearby said it had rained all night before the rocks came down.',
      ],
      insets: [
        'Share this',
        'Subscribe',
        'Photo: County of Orsa',
        'Sign up for our newsletter',
        'Advertisement',
        'redrock-12.jpg',
        'Getty Images\nShare this\nSubscribe',
      ],
      ends: ['', 'Comments', 'Related articles\nRed Gorge to get a tunnel\nThree new roads'],
    },
  ]
  for (const { lines, insets, ends } of articles)
    for (const inset of insets)
      for (const end of ends)
        t.same(
          extract([...lines.slice(0, -1), inset, lines.at(-1), end].join('\n')).paragraphs.map(({ text }) => text),
          lines.slice(1),
          `${inset} | ${end.slice(0, 7)}`,
        )
})

t.test('where a picture is from begins no other article', async (t) => {
  const body = [
    '6月29日下午，石湾县一辆客车行经红岩沟时被落石砸中，车上十一人受伤，两人伤势较重，县里连夜派人抢修。',
    '县应急局工作人员表示，事发路段已经封闭，抢修至少需要两天，请过往司机绕行县城以北的旧公路。',
    '红岩沟去年也有落石',
    '附近一名商户说，落石前下了整夜的雨，路边的护网早就破了，村里报过三次，一直没有人来修补。',
    '县交通局表示，护网将在八月以前全部换新，经费由省里拨付，施工期间道路单边放行，请大家谅解。',
  ]
  const found = extract(['山区客车被落石砸中 伤者已送医', ...body.slice(0, 3), '图源：视频截图', ...body.slice(3)].join('\n'))
  t.same(
    found.paragraphs.map(({ text }) => text).filter((text) => !text.startsWith('图源')),
    body,
  )
})

t.test('a pointer to more behind the last sentence of a paragraph, and an address with its time, are furniture', async (t) => {
  const article = extract(
    [
      '清河镇三座冷库建成投用',
      'http://www.qinghe.example   2023-04-13 21:38:39',
      '清河镇的三座冷库昨天建成投用，镇长孙立民说，今年的葡萄可以多存两个月。',
      '村里去年的冷库只有一座，果农排队要等三天，今年不用再等了。(相关报道：清河镇三年建成两座水库|更多文章)',
      '果农何小琼乐呵呵地说：“明年还要多种两亩葡萄。”返回清河网，查看更多...',
    ].join('\n'),
  )
  t.same(
    article.paragraphs.map(({ text }) => text.slice(-7)),
    ['以多存两个月。', '年不用再等了。', '种两亩葡萄。”'],
  )
  t.same(
    article.spam.map(({ text }) => text),
    ['http://www.qinghe.example   2023-04-13 21:38:39', '(相关报道：清河镇三年建成两座水库|更多文章)', '返回清河网，查看更多...'],
  )
  t.equal(article.metadata.published, '2023-04-13T21:38:39')
})

t.test('a date above the headline, labels of pictures and the day beside the source are furniture', async (t) => {
  const article = extract(
    [
      '2024年3月5日',
      '清河镇三座冷库建成投用',
      '来源：清河日报2024-03-05 我要评论(0)',
      '清河镇的三座冷库昨天建成投用，镇长孙立民说，今年的葡萄可以多存两个月。',
      '点击查看大图',
      '村里去年的冷库只有一座，果农排队要等三天，今年不用再等了。',
      '文章图片',
      '果农何小琼在冷库门口过秤，她种了两亩葡萄，去年坏了三成。',
    ].join('\n'),
  )
  t.equal(article.headline?.text, '清河镇三座冷库建成投用')
  t.equal(article.paragraphs.length, 3)
  t.match(article.metadata, { source: '清河日报', published: '2024-03-05' })
  const dated = extract(
    'Tuesday, March 29, 2011\n\nHarbour chief releases statement\n\nThe harbour chief is not being drawn into a quarrel with the mayor of the town. Bob Lander said on Tuesday that the pier would stay closed.',
  )
  t.equal(dated.headline?.text, 'Harbour chief releases statement')
  t.equal(dated.paragraphs.length, 1)
})

t.test('a way to the page with blanks beside its colon, a headline behind a section, a day in a sentence', async (t) => {
  const body = [
    '清河镇的三座冷库昨天建成投用，镇长孙立民说，今年的葡萄可以多存两个月。',
    '村里去年的冷库只有一座，果农排队要等三天，今年不用再等了。',
  ]
  const way = extract(
    [
      '您当前的位置 : 清河在线 >  乡镇新闻 > 综合 正文',
      '三座冷库投用 葡萄可以多存两个月',
      '2024年03月05日 15:46:00 来源:清河日报',
      ...body,
    ].join('\n'),
  )
  t.equal(way.headline?.text, '三座冷库投用 葡萄可以多存两个月')
  t.equal(way.metadata.section, '综合')
  const section = extract(
    ['视频 | 三座冷库投用 葡萄可以多存两个月', '2024-03-05 20:40', ...body, '杨映 龙江月 清河新闻记者 王明川'].join('\n'),
  )
  t.equal(section.headline?.text, '视频 | 三座冷库投用 葡萄可以多存两个月')
  t.same(
    section.paragraphs.map(({ text }) => text),
    body,
  )
  const day = extract(['三座冷库投用', body[0], '2024年3月5日清河镇镇长孙立民主持记者会', body[1]].join('\n'))
  t.equal(day.paragraphs.length, 3)
})

t.test('the headline again without the number of its page, and who wrote and drew, are no body', async (t) => {
  const article = extract(
    [
      '修船的老人都去了哪里？( 二 )',
      '□记者 秦映/文',
      '张志川/图',
      '码头边的修船铺只剩一家，老板唐先生今年六十八岁，去年带了两个徒弟。',
      '修船的老人都去了哪里？',
      '文章插图',
      '镇里打算把铺子改成展览馆，唐先生说，他更想继续修船。',
      '江公网安备 31011202001934号',
    ].join('\n'),
  )
  t.equal(article.paragraphs.length, 2)
  t.same(article.metadata.authors, ['秦映', '张志川'])
})

t.test('an offer that is a sentence stays; a short line above the source of its picture, behind no sentence, is a caption', async (t) => {
  const body = [
    'The harbour board will close the old pier in March, because two of its beams are rotten and a third is cracked.',
    'Fishermen will land their catch at the ferry quay until the summer, when the new pier is to be opened by the mayor.',
    'The board has set aside money for the work, and the county has promised to pay for half of what the new pier will cost.',
  ] as const
  const offer = 'For more on the pier, sign up for the newsletter of the harbour.'
  const read = (lines: readonly string[]): string[] => extract(lines.join('\n')).paragraphs.map(({ text }) => text)
  t.same(read(['Harbour board to close the old pier', body[0], offer, body[1], body[2]]), [body[0], offer, body[1], body[2]])
  t.same(read(['Harbour board to close the old pier', body[0], 'Sign up for our newsletter', body[1], body[2]]), [...body])
  const pictured = [
    'Share this story',
    'The old pier.',
    'Image: Nora Vane / Harbour Post',
    'The old pier.',
    'Image: Nora Vane / Harbour Post',
  ]
  t.same(read(['Harbour board to close the old pier', 'Jun 7, 2023, 8:54 PM UTC', ...pictured, ...body]), [...body])
})
