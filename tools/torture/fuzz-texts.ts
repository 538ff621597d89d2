/** Texts that nobody writes, and what must hold for each: run in a thread by tools/torture.ts. */
import { extract } from '../../src/engine/extract.ts'
import { readGold } from '../../src/evaluation/gold.ts'
import { brokenInvariants } from '../../test/invariants.ts'
import { type Random, randomFrom } from '../random.ts'
import { FAMILIES, stuff } from '../simulate.ts'

/** What a thread is to do. */
export interface FuzzTask {
  seed: number
  count: number
}

/** What came of it. */
export interface FuzzOutcome {
  texts: number
  /** The first failures, each with the seed that makes its text. */
  failures: string[]
}

const ODD = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0301',
  '\u2028',
  '\r',
  '\t',
  '　',
  '“',
  '”',
  '「',
  '』',
  '‘',
  '"',
  "'",
  '…',
  '。',
  '，',
  ':',
  '(',
  '）',
  '😀',
  '𠮷',
  '한국어',
  'ひらがな',
  'العربية',
  'क्षि',
  'ё',
  '\n',
  '\n\n\n',
  'http://a.b/c',
  '13800000000',
  '2024-05-06 10:20',
  '记者',
  '表示',
  ' said ',
  '《',
  '某某',
  '㈱',
  'ﬁ',
]

/**
 * Makes texts and checks each.
 *
 * @param task seed and count
 * @returns what failed
 */
export default function fuzz({ seed, count }: FuzzTask): FuzzOutcome {
  const records = readGold('test/corpus/tune')
  const failures: string[] = []
  for (let at = 0; at < count; at++) {
    const own = seed + at
    const random = randomFrom(own)
    const text = textFrom(random, records)
    try {
      const found = extract(text)
      const broken = brokenInvariants(text, found)
      if (broken.length > 0) failures.push(`seed ${own}: ${broken[0]}`)
      if (JSON.stringify(found) !== JSON.stringify(extract(text))) failures.push(`seed ${own}: two runs differ`)
    } catch (error) {
      failures.push(`seed ${own}: ${(error as Error).stack}`)
    }
    if (failures.length > 5) break
  }
  return { texts: count, failures }
}

/** A stuffed article or a piece of it, with odd things put in, taken out, doubled and moved. */
function textFrom(random: Random, records: ReturnType<typeof readGold>): string {
  const record = random.pick(records)
  const family = random.pick(FAMILIES.filter(({ languages }) => languages.includes(record.lang as 'zh' | 'en')))
  const stuffed = random.next() < 0.5 ? stuff(record, family, random, random.pick(records)) : null
  const whole = stuffed?.text ?? record.text
  const from = random.int(0, whole.length)
  let text = whole.slice(from, from + random.int(0, 240))
  for (let change = random.int(0, 12); change > 0; change--) {
    const place = random.int(0, text.length)
    const to = Math.min(text.length, place + random.int(0, 20))
    switch (random.int(0, 4)) {
      case 0:
        text = text.slice(0, place) + random.pick(ODD).repeat(random.int(1, 4)) + text.slice(place)
        break
      case 1:
        text = text.slice(0, place) + text.slice(to)
        break
      case 2:
        text = text.slice(0, to) + text.slice(place, to) + text.slice(to)
        break
      case 3:
        text = text.slice(0, place) + String.fromCharCode(random.int(0, 0xffff)) + text.slice(place)
        break
      default:
        text = text.slice(place) + text.slice(0, place)
    }
  }
  return text
}
