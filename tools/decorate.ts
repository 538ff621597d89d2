/** Furniture above an article as pages have it: menus, ways of names, decks, bylines, pictures with their captions. */
import type { GoldRecord } from '../src/evaluation/gold.ts'
import { type Line, layOut } from './lay-out.ts'
import type { Random } from './random.ts'

const STOCK = {
  zh: {
    menu: ['首页', '新闻', '国际', '社会', '财经', '视频', '登录', '搜索'],
    way: '首页 > 新闻 > ',
    sections: ['社会', '国际', '本地新闻'],
    people: ['林小舟', '赵敏之', '何砚', '陆一鸣'],
    agencies: ['临江通讯社', '青河日报'],
    buttons: ['分享', '评论'],
    sentence: /[^。！？“”]{12,60}。/g,
    byline: (name: string) => `记者 ${name}`,
    date: '2025年3月8日 09:12',
    captions: (text: string, name: string, agency: string) => [
      `图为${text}${name} 摄`,
      `${text}（${name} 摄）`,
      `${text}${agency}记者 ${name} 摄`,
      text,
    ],
  },
  en: {
    menu: ['Home', 'News', 'Sport', 'Opinion', 'Video', 'Log in', 'Search', 'Subscribe'],
    way: 'Home > News > ',
    sections: ['Local News', 'World', 'Business'],
    people: ['Martha Quill', 'Owen Park', 'Lucia Ferro', 'Daniel Osei'],
    agencies: ['AP', 'Reuters', 'Getty Images', 'AFP', 'Contributed', 'Staff'],
    buttons: ['Share', 'Comments'],
    sentence: /[A-Z][^.!?“”"]{40,160}\./g,
    byline: (name: string) => `By ${name}`,
    date: 'March 8, 2025',
    captions: (text: string, name: string, agency: string) => [
      `${text} (${name}/${agency})`,
      `${text} Photo by ${name}`,
      `${text} ${name}/${agency}`,
      `${text} Source: ${agency}`,
      `(Photo: ${name})`,
      text,
    ],
  },
}
/** Captions and decks are sentences of the article itself, from here on: what stands below is read first. */
const FROM = 2
/** How often a page has each, about as on the web. */
const CHANCE = { menu: 0.5, way: 0.3, section: 0.3, deck: 0.4, picture: 0.7, early: 0.5, byline: 0.6, buttons: 0.3, second: 0.3 }

/**
 * Puts furniture above the text of an article.
 *
 * @param record a clean article with its blocks, the headline first
 * @param random where chance comes from
 * @returns the page, or null for an article too short to take captions from
 */
export function decorate(record: GoldRecord, random: Random): GoldRecord | null {
  const stock = STOCK[record.lang === 'zh' ? 'zh' : 'en']
  const [headline, ...body] = (record.blocks ?? []).map(({ start, end }) => record.text.slice(start, end))
  const sentences = body.slice(FROM).flatMap((paragraph) => paragraph.match(stock.sentence) ?? [])
  if (headline === undefined || sentences.length < 3) return null
  const happens = (chance: number): boolean => random.next() < chance
  const name = random.pick(stock.people)
  const caption = (): string => random.pick(stock.captions(random.pick(sentences), name, random.pick(stock.agencies)))
  const above: string[] = []
  if (happens(CHANCE.menu)) above.push(...random.sample(stock.menu, random.int(2, 6)))
  if (happens(CHANCE.way)) above.push(stock.way + headline)
  if (happens(CHANCE.section)) above.push(random.pick(stock.sections))
  const below: string[] = []
  if (happens(CHANCE.deck)) below.push(random.pick(sentences).slice(0, -1))
  const picture = happens(CHANCE.picture)
  if (picture && happens(CHANCE.early)) below.push(caption())
  const byline = stock.byline(name)
  if (happens(CHANCE.byline)) below.push(...(happens(0.5) ? [byline, stock.date] : [`${stock.date} ${byline}`]))
  if (happens(CHANCE.buttons)) below.push(...stock.buttons)
  if (picture) below.push(caption())
  if (picture && happens(CHANCE.second)) below.push(caption())
  const as = (role: string, lines: readonly string[]): Line[] => lines.map((line) => [line, role])
  const page = layOut([...as('boilerplate', above), [headline, 'headline'], ...as('boilerplate', below), ...as('paragraph', body)])
  return { id: record.id, lang: record.lang, headline, ...page }
}
