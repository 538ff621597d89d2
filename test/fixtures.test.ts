import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { Extraction } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { summarize } from '../tools/summarize.ts'
import { brokenInvariants } from './invariants.ts'

const root = new URL('fixtures/', import.meta.url)

for (const name of readdirSync(root).sort()) {
  t.test(`${name} is extracted as reviewed`, async (t) => {
    const text = readFileSync(new URL(`${name}/article.txt`, root), 'utf8')
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), 'utf8'))
    const found = extract(text)
    t.same(summarize(found), expected)
    t.same(brokenInvariants(text, found), [])
    t.doesNotThrow(() => Extraction.parse(found))
    t.equal(JSON.stringify(extract(text)), JSON.stringify(found), 'the same input gives the same bytes')
  })
}
