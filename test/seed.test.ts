import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { extract } from '../src/engine/extract.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { brokenInvariants } from './invariants.ts'

const gold = new URL('../../shared/gold/seed-article.jsonl', import.meta.url)
const skip = existsSync(gold) ? false : 'the seed article is not beside this checkout; test/fixtures/zh-stuffed-* cover the same behaviour'

t.test('the seed article is restored to the character', { skip }, async (t) => {
  const text = readFileSync(new URL('seed-article.txt', new URL('.', gold)), 'utf8')
  const [record] = readGold(gold)
  const found = extract(text)
  t.equal(found.headline?.text, record?.headline)
  t.same(
    found.spam.map(({ start, end, kind }) => ({ start, end, kind })),
    record?.spam?.map(({ start, end, kind }) => ({ start, end, kind })),
  )
  const blocks = record?.blocks?.filter(({ role }) => !['headline', 'credit', 'related_links'].includes(role))
  t.same(
    found.paragraphs.map(({ role, text }) => ({ role, text })),
    blocks?.map(({ role, clean }) => ({ role, text: clean })),
  )
  t.same(brokenInvariants(text, found), [])
})
