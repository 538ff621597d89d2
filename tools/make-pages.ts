/**
 * Writes raw pages in the manner of portals, local papers, agencies, blogs, forums, notices and content farms: our own
 * articles between invented furniture, with the role of every line and the metadata.
 *
 * Usage: `node tools/make-pages.ts [seed]` writes `test/pages/<name>/page.txt` and `expected.json`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { GoldRecord } from '../src/evaluation/gold.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { type Line, layOut } from './lay-out.ts'
import { randomFrom } from './random.ts'

type Metadata = NonNullable<GoldRecord['metadata']>

const root = new URL('../test/pages/', import.meta.url)
const pool = (name: string): string[] =>
  readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const LINKS = { zh: pool('links.zh.txt'), en: pool('links.en.txt') }
const SITES_ZH = ['青河日报', '临江在线', '山城晚报', '云州新闻网', '南屿网', '海峡时报', '北原电视台', '江城都市报']
const SITES_EN = ['The Wexcombe Herald', 'Bayline Courier', 'Northern Post', 'Carrow Gazette', 'Tarn Daily News']
const AUTHORS_ZH = ['林小舟', '赵敏之', '何砚', '陆一鸣', '许青禾', '沈知秋', '罗大成']
const AUTHORS_EN = ['Martha Quill', 'Owen Park', 'Lucia Ferro', 'Daniel Osei', 'June Albright']
const NAV_ZH = [
  '首页',
  '要闻',
  '国内',
  '国际',
  '社会',
  '财经',
  '体育',
  '娱乐',
  '科技',
  '军事',
  '汽车',
  '房产',
  '教育',
  '健康',
  '旅游',
  '视频',
  '图片',
  '专题',
  '客户端',
  '登录',
  '注册',
  '无障碍',
  '繁體',
  '地方',
  '文化',
  '评论',
  '数字报',
  '直播',
]
const NAV_EN = [
  'Home',
  'News',
  'Sport',
  'Business',
  'Opinion',
  'Culture',
  'Lifestyle',
  'Travel',
  'Weather',
  'Jobs',
  'Obituaries',
  'Video',
  'Podcasts',
  'Subscribe',
  'Log in',
  'Search',
  'Menu',
  'E-edition',
  'Crossword',
  'Newsletters',
]
const SHARE_ZH = [
  '分享到：',
  '微信',
  '微博',
  'QQ空间',
  '复制链接',
  '收藏',
  '打印',
  '字号：大 中 小',
  '扫一扫分享到微信',
  '点赞 128',
  '举报',
]
const SHARE_EN = ['Share', 'Facebook', 'Twitter', 'WhatsApp', 'Email', 'Copy link', 'Print', 'Save', '1.2k shares', '34 comments']
const COMMENTS_ZH = [
  '支持！这才是老百姓关心的事',
  '沙发',
  '说得好听，能不能落实还两说',
  '我家就在旁边，确实比以前好多了',
  '小编辛苦了',
  '呵呵',
  '坐等后续报道',
  '同意楼上',
]
const COMMENTS_EN = [
  'Well said!',
  'I have been saying this for years and nobody listens.',
  'First',
  'This is why I stopped reading the paper.',
  'Great article, thank you for covering this.',
  'Typical. They will raise our taxes again.',
  'My grandmother lived there in the fifties.',
]
const FOOTER_ZH = [
  '关于我们 | 联系我们 | 广告服务 | 招聘信息 | 网站地图',
  '版权所有 未经书面授权禁止转载',
  '互联网新闻信息服务许可证编号：00120250033',
  '违法和不良信息举报电话：010-00000000',
  '网站备案号：00012345号',
  'Copyright © 2020-2025 All Rights Reserved',
]
const FOOTER_EN = [
  'About us',
  'Contact us',
  'Advertise with us',
  'Privacy policy',
  'Terms of use',
  'Cookie settings',
  '© 2025 Wexcombe Media Ltd. All rights reserved.',
]

const random = randomFrom(Number(process.argv[2] ?? 7))

interface Built {
  lines: Line[]
  metadata: Metadata
}

const two = (value: number): string => String(value).padStart(2, '0')
const furniture = (texts: readonly string[]): Line[] => texts.map((text) => [text, 'boilerplate'])

function body(record: GoldRecord): Line[] {
  return (record.blocks ?? []).map(({ start, end, role }) => [record.text.slice(start, end), role])
}

function links(language: 'zh' | 'en', count: number, mark: string): Line[] {
  return furniture(random.sample(LINKS[language], count).map((text) => mark + text))
}

/** The ways in which Chinese sites set their pages. */
const ZH: ((record: GoldRecord) => Built)[] = [
  // A portal: menu, date and source in one line, editor behind, ranking.
  (record) => {
    const site = random.pick(SITES_ZH)
    const author = random.pick(AUTHORS_ZH)
    const [month, day, minute] = [random.int(1, 12), random.int(1, 28), random.int(10, 59)]
    const [headline, ...rest] = body(record)
    return {
      lines: [
        ...furniture(random.sample(NAV_ZH, random.int(8, 22))),
        headline as Line,
        ...furniture([`2025年${month}月${day}日 09:${minute} 来源：${site}`]),
        ...rest,
        ...furniture([`（责任编辑：${author}）`, '相关阅读']),
        ...links('zh', random.int(5, 12), '- '),
        ...furniture(random.sample(SHARE_ZH, 4)),
        ...furniture(random.sample(FOOTER_ZH, 4)),
      ],
      metadata: { source: site, editors: [author], published: `2025-${two(month)}-${two(day)}T09:${minute}` },
    }
  },
  // A content farm: headline, article, pointer, a long tail of links with a mark.
  (record) => {
    const author = random.pick(AUTHORS_ZH)
    const mark = random.pick(['- ', '· ', '', '• ', '> '])
    const tail = random.pick(['', ' views+', ' 阅读全文', ''])
    return {
      lines: [
        ...body(record),
        ...furniture([`点击进入专题： ${random.pick(['城市观察', '今日热点', '民生聚焦'])}（责任编辑：${author}）`]),
        ...links('zh', random.int(10, 30), mark).map(([text, role]): Line => [text + tail, role]),
      ],
      metadata: { editors: [author], source: null, published: null, section: null },
    }
  },
  // A local paper: reporter above, credit below.
  (record) => {
    const site = random.pick(SITES_ZH)
    const author = random.pick(AUTHORS_ZH)
    const editor = random.pick(AUTHORS_ZH.filter((name) => name !== author))
    const [headline, ...rest] = body(record)
    const month = random.int(1, 12)
    const day = random.int(1, 28)
    return {
      lines: [
        ...furniture([`当前位置：首页 > 新闻 > 本地`]),
        headline as Line,
        ...furniture([`发布时间：2025-${two(month)}-${two(day)} 08:30`, `来源：${site}`, `记者 ${author}`]),
        ...rest,
        ...furniture([`编辑：${editor}`, '审核：值班主任', `上一篇：${random.pick(LINKS.zh)}`, `下一篇：${random.pick(LINKS.zh)}`]),
      ],
      metadata: {
        source: site,
        authors: [author],
        editors: [editor],
        published: `2025-${two(month)}-${two(day)}T08:30`,
        section: '本地',
      },
    }
  },
  // A public account: follow line, article, QR code, likes.
  (record) => {
    const [headline, ...rest] = body(record)
    const author = random.pick(AUTHORS_ZH)
    return {
      lines: [
        headline as Line,
        ...furniture([`原创 ${author} ${random.pick(SITES_ZH)}`, '点击蓝字关注我们']),
        ...rest,
        ...furniture(['END', '长按二维码关注我们', '往期回顾']),
        ...links('zh', 4, '▶ '),
        ...furniture(['点赞', '在看', '阅读 10万+']),
      ],
      metadata: { authors: [author], editors: [], published: null },
    }
  },
  // A forum: breadcrumbs, floor numbers, replies.
  (record) => {
    const [headline, ...rest] = body(record)
    return {
      lines: [
        ...furniture(['论坛首页 » 本地生活 » 灌水区', '发帖', '回复']),
        headline as Line,
        ...furniture(['楼主', '发表于 2025-3-8 12:21', '只看该作者']),
        ...rest,
        ...furniture(['2楼', ...random.sample(COMMENTS_ZH, 2), '3楼', ...random.sample(COMMENTS_ZH, 2), '返回列表', '登录后才可以回帖']),
      ],
      metadata: { published: '2025-03-08T12:21', authors: [], editors: [], section: '灌水区' },
    }
  },
  // Comments and related stories among the furniture, headline twice.
  (record) => {
    const site = random.pick(SITES_ZH)
    const [headline, ...rest] = body(record)
    return {
      lines: [
        [`${(headline as Line)[0]}_${site}`, 'boilerplate'],
        ...furniture(random.sample(NAV_ZH, random.int(6, 14))),
        headline as Line,
        ...furniture(['2025-05-17 10:02:33', `来源：${site}`, '评论(12)']),
        ...rest,
        ...furniture(['热门评论', ...random.sample(COMMENTS_ZH, 4), '查看全部评论', '猜你喜欢']),
        ...links('zh', random.int(6, 14), ''),
        ...furniture(random.sample(FOOTER_ZH, 5)),
      ],
      metadata: { source: site, published: '2025-05-17T10:02:33' },
    }
  },
]

/** The ways in which English sites set their pages. */
const EN: ((record: GoldRecord) => Built)[] = [
  (record) => {
    const author = random.pick(AUTHORS_EN)
    const [headline, ...rest] = body(record)
    return {
      lines: [
        ...furniture(['Skip to main content', ...random.sample(NAV_EN, random.int(8, 16))]),
        headline as Line,
        ...furniture([`By ${author}`, 'March 4, 2025', ...random.sample(SHARE_EN, 4)]),
        ...rest,
        ...furniture(['Related stories']),
        ...links('en', random.int(4, 9), ''),
        ...furniture(['Comments', ...random.sample(COMMENTS_EN, 3), ...FOOTER_EN]),
      ],
      metadata: { authors: [author], published: '2025-03-04' },
    }
  },
  (record) => {
    const site = random.pick(SITES_EN)
    const [headline, ...rest] = body(record)
    const half = Math.ceil(rest.length / 2)
    return {
      lines: [
        [`${(headline as Line)[0]} | ${site}`, 'boilerplate'],
        ...furniture(random.sample(NAV_EN, 7)),
        headline as Line,
        ...furniture(['Published 12 June 2025', 'Advertisement']),
        ...rest.slice(0, half),
        ...furniture(['Advertisement', `Read more: ${random.pick(LINKS.en)}`]),
        ...rest.slice(half),
        ...furniture(['Sign up for our daily newsletter', 'Most read']),
        ...links('en', 6, ''),
        ...furniture(FOOTER_EN.slice(2)),
      ],
      metadata: { published: '2025-06-12' },
    }
  },
  (record) => {
    const [headline, ...rest] = body(record)
    const author = random.pick(AUTHORS_EN)
    return {
      lines: [
        headline as Line,
        ...furniture([`Posted on January 9, 2025 by ${author}`]),
        ...rest,
        ...furniture([
          'Filed under: Local, Life',
          'Tags: town, people',
          '3 thoughts on this post',
          ...random.sample(COMMENTS_EN, 3),
          'Reply',
          'Leave a comment',
          'Previous post',
          'Next post',
        ]),
      ],
      metadata: { published: '2025-01-09', authors: [author] },
    }
  },
  (record) => {
    const [headline, ...rest] = body(record)
    return {
      lines: [
        ...furniture(random.sample(NAV_EN, 5)),
        ...links('en', 3, ''),
        headline as Line,
        ...furniture(['2 hours ago']),
        ...rest,
        ...furniture(['Around the web']),
        ...links('en', random.int(8, 14), '- '),
        ...furniture(FOOTER_EN),
      ],
      metadata: {},
    }
  },
]

rmSync(root, { recursive: true, force: true })
const records = [...readGold('test/corpus/tune'), ...readGold('test/corpus/held')]
records.forEach((record, index) => {
  const styles = record.lang === 'zh' ? ZH : EN
  const { lines, metadata } = (styles[index % styles.length] as (record: GoldRecord) => Built)(record)
  const { text, blocks } = layOut(lines)
  const folder = new URL(`${record.id}/`, root)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('page.txt', folder), text)
  writeFileSync(
    new URL('expected.json', folder),
    `${JSON.stringify({ lang: record.lang, headline: record.headline, blocks, metadata }, null, 1)}\n`,
  )
})
console.log(`${records.length} pages`)
