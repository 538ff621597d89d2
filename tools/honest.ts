/**
 * What is cut of text that is true but looks like what farms plant: reports whose clauses open with one of three names, firms
 * that a sentence needs, articles headed by what they are about, sentences with prices and telephone numbers, each put into
 * our plain articles; news in brief of many trades (`tools/data/honest/`).
 *
 * Usage: `npm run honest`. Whatever is cut is a true deletion.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '../src/engine/extract.ts'
import { type Random, randomFrom } from './random.ts'

const BLANK = '＿'
/** Articles of each kind that put sentences into plain ones. */
const ARTICLES = 400
/** So many sentences of a hundred open with one of the subjects. */
const DENSITIES = [15, 30, 50]
/** Articles for each set of subjects. */
const REPORTS = 20
const PARAGRAPHS = 7
const SENTENCES = 3
/** News of so many trades, a few to a paragraph. */
const BRIEFS = 12
const IN_PARAGRAPH = 3
/** A topic comes back so often. */
const MENTIONS = { least: 5, most: 10 }

const read = (name: string): string[] =>
  readFileSync(new URL(`data/honest/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const plain = (language: string): string[][] =>
  readdirSync('test/plain')
    .filter((name) => name.startsWith(language))
    .map((name) =>
      readFileSync(`test/plain/${name}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    )
const chinese = plain('zh')
const english = plain('en')
const subjects = read('subjects.zh.txt')
const predicates = read('predicates.zh.txt')
const headlines = read('headlines.zh.txt')
const topics = read('topics.zh.txt')
const firms = read('firms.zh.txt')
const briefs = { zh: read('briefs.zh.txt'), en: read('briefs.en.txt') }
const honest = { zh: read('sentences.zh.txt'), en: read('sentences.en.txt') }
const sentences = chinese.flatMap((lines) => lines.slice(1).flatMap((line) => (/[“「]/.test(line) ? [] : sentencesOf(line))))

console.log('  kind                            articles  touched  cut')
for (const density of DENSITIES)
  measure(`names open ${density} of 100 sentences`, REPORTS * subjects.length, (random, round) =>
    report(random, (subjects[round % subjects.length] as string).split(' '), density),
  )
measure('what it is about as headline', ARTICLES, topical)
measure('firms', ARTICLES, (random) => withSentence(random, chinese, random.pick(firms).replaceAll(BLANK, firm(random))))
for (const grammar of ['zh', 'en'] as const)
  measure(`news in brief, ${grammar}`, ARTICLES, (random) =>
    random
      .sample(briefs[grammar], BRIEFS)
      .map((brief, at) => (at % IN_PARAGRAPH === 0 ? `\n${brief}` : `${grammar === 'en' ? ' ' : ''}${brief}`))
      .join(''),
  )
measure('Chinese sentences', ARTICLES, (random) => withSentence(random, chinese, random.pick(honest.zh)))
measure('English sentences', ARTICLES, (random) => withSentence(random, english, random.pick(honest.en)))

function measure(kind: string, articles: number, write: (random: Random, round: number) => string): void {
  const random = randomFrom(23)
  let touched = 0
  let cut = 0
  for (let round = 0; round < articles; round++) {
    const found = extract(write(random, round)).spam.filter(({ category, suggestion }) => category === 'injected' && suggestion === '')
    if (found.length > 0) touched++
    cut += found.length
  }
  console.log(`  ${kind.padEnd(31)} ${String(articles).padStart(8)} ${String(touched).padStart(8)} ${String(cut).padStart(4)}`)
}

function sentencesOf(line: string): string[] {
  return line.split(/(?<=。)/).filter((sentence) => sentence.endsWith('。'))
}

/** A report on a few people or firms: their names in the headline, or not. */
function report(random: Random, names: readonly string[], density: number): string {
  const [first, second] = names as [string, string]
  const headline = random.pick([
    `${names.join('')}对簿公堂`,
    `${names.join('、')}案今日开庭`,
    `${first}状告${second}：谁是赢家`,
    '一场持续三年的较量',
  ])
  const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: SENTENCES }, () => {
      if (random.int(0, 99) >= density) return random.pick(sentences)
      const met = random.int(0, 2) === 0 ? `，随后与${random.pick(names)}见了面` : ''
      return `${random.pick(names)}${random.pick(predicates)}${met}。`
    }).join(''),
  )
  return [headline, ...paragraphs].join('\n')
}

/** An article whose headline is what it speaks of again and again. */
function topical(random: Random): string {
  const topic = random.pick(headlines)
  const lines = random.pick(chinese).slice(1)
  for (let mention = random.int(MENTIONS.least, MENTIONS.most); mention > 0; mention--)
    insert(random, lines, random.pick(topics).replaceAll(BLANK, topic))
  return [topic, ...lines].join('\n')
}

/** A plain article with one more sentence. */
function withSentence(random: Random, articles: readonly string[][], sentence: string): string {
  const [headline, ...lines] = random.pick(articles) as [string, ...string[]]
  insert(random, lines, sentence)
  return [headline, ...lines].join('\n')
}

function insert(random: Random, lines: string[], sentence: string): void {
  const at = random.int(0, lines.length - 1)
  const line = lines[at] as string
  const parts = /[“「"‘]/.test(line) || !line.includes('。') ? [line] : line.split(/(?<=。)/)
  parts.splice(random.int(1, parts.length), 0, /^[\p{ASCII}£€’]+$/u.test(sentence) ? ` ${sentence}` : sentence)
  lines[at] = parts.join('')
}

function firm(random: Random): string {
  const place = random.pick(['衡州市', '临江县', '佛山市顺德区', '苏州', '杭州市西湖区', '成都', '', '山东', '湛江市', '上海'])
  const brand = random.pick([...'鼎恒瑞华康天禾锦程瀚']) + random.pick([...'源泰通达信诚隆辉腾雅'])
  const trade = random.pick([
    '建筑工程',
    '防水补漏',
    '管道疏通',
    '机械设备',
    '搬家服务',
    '装饰工程',
    '电子科技',
    '生物医药',
    '物业管理',
    '食品',
    '会展服务',
    '家政服务',
  ])
  return place + brand + trade + random.pick(['有限公司', '有限责任公司', '股份有限公司', '厂', '经营部', '服务中心', '工作室', '专卖店'])
}
