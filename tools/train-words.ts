/**
 * Writes the two tables that every Chinese stage reads, from kept public packages:
 *
 * - `models/fold.zh.txt`: traditional characters with their simplified form, from opencc-js;
 * - `models/words.zh.txt`: frequent words with a log frequency and a part of speech, from the
 *   dictionary that ships with @node-rs/jieba; where it takes an everyday word for a person, with the part of speech of
 *   `tools/data/no-people.zh.txt`.
 *
 * Usage: `node tools/train-words.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dict } from '@node-rs/jieba/dict.js'
import * as OpenCC from 'opencc-js'

/** Words rarer than this in jieba's corpus cost memory and start-up time and decide nothing. */
const MIN_FREQUENCY = 20
/** Longer entries are phrases; the segmentation reaches them through their parts. */
const MAX_LENGTH = 5

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })
/** What Hong Kong writes otherwise. */
const pairs: string[] = ['衞卫']
for (let code = 0x3400; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code)
  const simplified = toSimplified(character)
  if (simplified.length === 1 && simplified !== character) pairs.push(character + simplified)
}
writeFileSync(new URL('../models/fold.zh.txt', import.meta.url), `${pairs.join('\n')}\n`)

const noPeople = readFileSync(new URL('data/no-people.zh.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const corrected = new Map(noPeople.map((entry) => entry.split('\t') as [string, string]))
const words: string[] = []
for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
  const [word, count, tag] = line.split(' ')
  if (!word || !/^\p{Script=Han}+$/u.test(word) || word.length > MAX_LENGTH) continue
  const frequency = Number(count)
  if (word.length > 1 && frequency < MIN_FREQUENCY) continue
  if (toSimplified(word) !== word && frequency < 200) continue
  words.push(`${word} ${Math.round(Math.log(frequency + 1) * 10)} ${corrected.get(word) ?? tag}`)
}
words.sort()
writeFileSync(new URL('../models/words.zh.txt', import.meta.url), `${words.join('\n')}\n`)
console.log(`${pairs.length} folded characters, ${words.length} words`)
