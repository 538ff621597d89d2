/** Texts made to be slow: what a stage must look at again and again, as long as wanted. */
import type { Random } from '../random.ts'

/** A text of so many UTF-16 units. */
export type Maker = (size: number) => string

/** Repeats a piece of text. */
export function repeat(unit: string): Maker {
  return (size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
}

/** Texts that were thought of. */
export const HOSTILE: Readonly<Record<string, Maker>> = {
  'quotation marks': repeat('“'),
  'straight marks': repeat('"'),
  'nested marks': repeat('“‘'),
  'one line': repeat('河水清不清，老百姓的鼻子最清楚。'),
  'empty lines': repeat('\n'),
  'combining marks': (size) => `e${repeat('\u0301')(size)}`,
  'bidi controls': repeat('\u202e'),
  nulls: repeat('\u0000'),
  'lone surrogates': repeat('\ud800'),
  commas: repeat('，'),
  'one character': repeat('河'),
  'one letter': repeat('a'),
  'words with hyphens at line ends': (size) =>
    Array.from({ length: size / 80 }, (_, at) => `${at} ${'word '.repeat(13)}x${at}ab-`.slice(0, 79)).join('\n'),
  'short lines': repeat('河水\n'),
  cues: repeat('他说：'),
  names: repeat('周明远表示，'),
  'one English sentence of cues': repeat('he said that they said she told him, '),
  'mixed scripts': repeat('河aあ한ع1'),
  'a sentence of quotations': repeat('她“；」'),
  'links without an end': (size) => `# ${repeat('[a](/b')(size - 2)}`,
  'tags without an end': repeat('<p <'),
  'character references': repeat('&amp;'),
  'codes of a forum': (size) => Array.from({ length: size / 40 }, (_, at) => `河水${at}茶座${at % 97}# a$ b% c& d( e) f`).join('\n'),
  'marks of Markdown': (size) => `# ${repeat('**[*](/_)')(size - 2)}`,
}

/** What the stages look for, of every kind and both languages. */
const PIECES = [
  ...'“”「」"\'‘’《》（）()[]，。、：；！·,.:;-—|_>#@\n \t　她他的和1x',
  '\n\n',
  '……',
  '——',
  '- ',
  '* ',
  '# ',
  '**',
  '](/a)',
  '&ldquo;',
  '<p>',
  '1. ',
  'a-\n',
  '说',
  '表示',
  '认为',
  '承诺',
  '据',
  '报道',
  '请他',
  '官员',
  '该公司',
  '记者',
  '新华社',
  '周明远',
  '威廉·阿尔贝克',
  '说好。',
  '真的吗？',
  '乌分',
  '热线：400-800-1234',
  '湛江市某某公司',
  '责任编辑：',
  '点击查看',
  '2024年3月1日',
  '问：',
  '答：',
  'he said',
  ' said ',
  ', adding',
  'told',
  'asking',
  'who',
  'that',
  'and',
  'the ',
  'he',
  'according to',
  'in a statement',
  'on Monday',
  'the minister',
  'Jane Roe',
  'Mary Poe',
  'Acme Inc.',
  'U.S.',
  'Mr. ',
  '“Yes,”',
  '.” ',
  '?”',
  'Home',
  'Read more',
  'By Jane Roe',
  'March 3, 2024',
  '© 2024',
  'Q: ',
  'A: ',
  'http://a.cn/b',
]
const MOST_PIECES = 7

/**
 * Puts a few pieces together at random, to be repeated.
 *
 * @param random where the choices come from
 * @returns one to seven pieces
 */
export function unitOf(random: Random): string {
  return Array.from({ length: random.int(1, MOST_PIECES) }, () => random.pick(PIECES)).join('')
}
