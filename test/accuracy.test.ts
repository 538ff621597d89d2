/** What the README claims of our kept-aside articles: no change may make it worse. */
import t from 'tap'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { count, emptyTally, ratios, type Tally } from '../src/evaluation/metrics.ts'
import { randomFrom } from '../tools/random.ts'
import { FAMILIES, stuff } from '../tools/simulate.ts'

const records = readGold('test/corpus/held')

function tallyOf(title: boolean): Tally {
  const tally = emptyTally()
  for (const family of FAMILIES.filter((family) => (family.title !== undefined) === title)) {
    const random = randomFrom(1)
    for (const record of records) {
      const others = records.filter((other) => other.lang === record.lang && other !== record)
      const text = family.languages.includes(record.lang as 'zh' | 'en') ? stuff(record, family, random, random.pick(others)) : null
      if (text) count(tally, text, extract(text.text, text.title === undefined ? {} : { title: text.title }))
    }
  }
  return tally
}

t.test('articles with their headline strewn through them are restored', async (t) => {
  const { injected, stuffed: texts, body } = tallyOf(true)
  t.ok(ratios(injected).f1 >= 0.977, `F1 of the fragments ${ratios(injected).f1}`)
  t.ok(texts.restored >= 423, `${texts.restored} of ${texts.all} restored`)
  t.ok(body.lost <= 70, `${body.lost} true characters lost`)
})

t.test('articles stuffed in any other way are restored', async (t) => {
  const { injected, stuffed: texts, body } = tallyOf(false)
  t.ok(ratios(injected).f1 >= 0.974, `F1 of the fragments ${ratios(injected).f1}`)
  t.ok(texts.restored >= 395, `${texts.restored} of ${texts.all} restored`)
  t.equal(body.lost, 0)
})

t.test('who said what in clean articles is found', async (t) => {
  const tally = emptyTally()
  for (const record of records) count(tally, record, extract(record.text))
  t.ok(ratios(tally.quotes).f1 >= 0.99, `direct and partial quotes F1 ${ratios(tally.quotes).f1}`)
  t.ok(ratios(tally.quotesWithSpeaker).f1 >= 0.934, `with their speakers F1 ${ratios(tally.quotesWithSpeaker).f1}`)
  t.ok(ratios(tally.indirect).f1 >= 0.887, `indirect content F1 ${ratios(tally.indirect).f1}`)
  t.ok(tally.roles.right / tally.roles.all >= 0.9, `${tally.roles.right} of ${tally.roles.all} roles`)
  t.ok(tally.names.right / tally.names.all >= 0.9, `${tally.names.right} of ${tally.names.all} full names`)
  t.equal(tally.body.lost, 0)
})
