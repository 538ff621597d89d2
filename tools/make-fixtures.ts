/**
 * Writes the expectations of `test/fixtures/<case>/article.txt` anew, for review with `git diff`.
 *
 * Usage: `npm run fixtures`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extract } from '../src/engine/extract.ts'
import { summarize } from './summarize.ts'

const root = new URL('../test/fixtures/', import.meta.url)
for (const name of readdirSync(root).sort()) {
  const folder = new URL(`${name}/`, root)
  const text = readFileSync(new URL('article.txt', folder), 'utf8')
  writeFileSync(new URL('expected.json', folder), `${JSON.stringify(summarize(extract(text)), null, 2)}\n`)
}
