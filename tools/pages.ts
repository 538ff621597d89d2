/** Our own raw pages (`test/pages/<name>/page.txt` with `expected.json` beside it) as gold records. */
import { readdirSync, readFileSync } from 'node:fs'
import type { GoldRecord } from '../src/evaluation/gold.ts'

const ROOT = new URL('../test/pages/', import.meta.url)

/** @returns the pages, in the order of their names */
export function readPages(): GoldRecord[] {
  return readdirSync(ROOT)
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(new URL(`${name}/expected.json`, ROOT), 'utf8')) as GoldRecord),
      id: name,
      text: readFileSync(new URL(`${name}/page.txt`, ROOT), 'utf8'),
    }))
}
