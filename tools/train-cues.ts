/**
 * Counts how often an English word is the verb or noun of an attribution, and writes `models/cues.en.txt`.
 *
 * Usage: `node tools/train-cues.ts`
 * Reads `../shared/data/polnear/train.jsonl`. Only word counts carry over.
 */
import { writeFileSync } from 'node:fs'
import { readGold } from '../src/evaluation/gold.ts'

/** A word seen less often as a cue is chance. */
const LEAST = 3
/** A word that is a cue more rarely than this is not worth a look. */
const LEAST_SHARE = 0.03
const AUXILIARIES = new Set(
  "is are was were be been being am has have had having do does did will would shall should may might can could must to not also n't so no".split(
    ' ',
  ),
)

const cues = new Map<string, number>()
const all = new Map<string, number>()
for (const { text, quotes } of readGold(new URL('../../shared/data/polnear/train.jsonl', import.meta.url))) {
  for (const [word] of text.matchAll(/[A-Za-z]+/g)) all.set(word.toLowerCase(), (all.get(word.toLowerCase()) ?? 0) + 1)
  const seen = new Set<number>()
  for (const { cue } of quotes ?? []) {
    if (!cue || seen.has(cue.start)) continue
    seen.add(cue.start)
    const words = (cue.text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !AUXILIARIES.has(word))
    // The verb is the first word that is no auxiliary and no adverb.
    const verb = words.find((word) => !/ly$/.test(word)) ?? words[0]
    if (verb) cues.set(verb, (cues.get(verb) ?? 0) + 1)
  }
}
const entries: string[] = []
for (const [word, count] of cues) {
  const share = count / (all.get(word) as number)
  if (count >= LEAST && share >= LEAST_SHARE && word.length > 2) entries.push(`${word}\t${Math.min(0.99, share).toFixed(2)}`)
}
writeFileSync(new URL('../models/cues.en.txt', import.meta.url), `${entries.sort().join('\n')}\n`)
console.log(`${entries.length} cues`)
