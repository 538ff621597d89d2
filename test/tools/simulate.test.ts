import t from 'tap'
import { readGold } from '../../src/evaluation/gold.ts'
import { randomFrom } from '../../tools/random.ts'
import { FAMILIES, stuff } from '../../tools/simulate.ts'

const records = [...readGold('test/corpus/tune'), ...readGold('test/corpus/held')]

for (const family of FAMILIES) {
  t.test(`${family.name}: undoing the changes gives the clean article back`, async (t) => {
    const random = randomFrom(5)
    let stuffed = 0
    for (const record of records) {
      if (!family.languages.includes(record.lang as 'zh' | 'en')) continue
      const other = records.find((candidate) => candidate.lang === record.lang && candidate !== record)
      const made = other && stuff(record, family, random, other)
      if (!made) continue
      stuffed++
      let clean = ''
      let at = 0
      for (const { start, end, text, suggestion } of made.spam ?? []) {
        t.equal(made.text.slice(start, end), text)
        clean += made.text.slice(at, start) + (suggestion ?? '')
        at = end
      }
      clean += made.text.slice(at)
      const lines = (text: string): string => text.replace(/\n+/g, '\n').trim()
      const expected = family.title && family.title.headline !== 'text' ? record.text.slice(record.text.indexOf('\n') + 1) : record.text
      t.equal(lines(clean), lines(expected), record.id)
      for (const block of made.blocks ?? []) t.ok(block.start < block.end && block.end <= made.text.length)
    }
    t.ok(stuffed >= 5, `${stuffed} articles stuffed`)
  })
}

t.test('the same seed gives the same text', async (t) => {
  const [record, other] = records.filter(({ lang }) => lang === 'zh') as [(typeof records)[0], (typeof records)[0]]
  const [family] = FAMILIES as [(typeof FAMILIES)[0]]
  t.same(stuff(record, family, randomFrom(3), other), stuff(record, family, randomFrom(3), other))
})
