/** Furniture in the middle of an article: buttons, offers, pointers, files and sources of pictures, put between the paragraphs of our own pages. */
import { extract } from '../src/engine/extract.ts'
import type { GoldRecord } from '../src/evaluation/gold.ts'
import type { Random } from './random.ts'

const CHINESE = [
  '广告',
  '分享',
  '分享到微信',
  '收藏',
  '关注',
  '打印',
  '点击播放视频',
  '下载APP看更多',
  '扫描二维码关注我们',
  '阅读 1.2万',
  '点赞 28',
  '图源：视频截图',
  '（图／资料图片）',
  'river-12.jpg',
  '延伸阅读：渡口去年也停航三日',
  '[广告]请继续往下阅读',
  '>>点击查看更多',
  '———',
]
const ENGLISH = [
  'Advertisement',
  'Share this',
  'Facebook',
  'Copy link',
  'Print',
  'Subscribe',
  'Sign up for our newsletter',
  'Photo: Harbour Board',
  'Getty Images',
  'river-12.jpg',
  'Related: The ferry stopped last year too',
  'Watch: the ferry in the storm',
  'Story continues below',
  'Open image in gallery',
  'Loading…',
  '* * *',
]
/** So many times is each page read. */
const ROUNDS = 20

/**
 * Puts furniture between two paragraphs of each page, and counts the paragraphs that are lost.
 *
 * @param pages the pages
 * @param random where and what
 * @param most so many lines stand together at most
 * @returns how many paragraphs were lost, and how many there were
 */
export function lostBesideInsets(pages: readonly GoldRecord[], random: Random, most: number): { lost: number; all: number } {
  const count = { lost: 0, all: 0 }
  for (const { text, blocks = [], lang } of pages) {
    const lines = blocks.map(({ start, end, role }) => ({
      written: text.slice(start, end),
      body: role !== 'boilerplate' && role !== 'headline',
    }))
    const between = lines.flatMap(({ body }, index) => (body && lines[index - 1]?.body ? [index] : []))
    for (let round = 0; between.length > 0 && round < ROUNDS; round++) {
      const at = random.pick(between)
      const insets = Array.from({ length: random.int(1, most) }, () => random.pick(lang?.startsWith('zh') ? CHINESE : ENGLISH))
      const page = [...lines.slice(0, at).map(({ written }) => written), ...insets, ...lines.slice(at).map(({ written }) => written)]
      const read = new Set(extract(page.join('\n')).paragraphs.map((paragraph) => paragraph.text))
      for (const { written, body } of lines) {
        if (!body) continue
        count.all++
        if (!read.has(written)) count.lost++
      }
    }
  }
  return count
}
