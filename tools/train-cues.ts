/**
 * Counts how often an English word is the verb or noun of an attribution, and writes `models/cues.en.txt`.
 *
 * Usage: `node tools/train-cues.ts`
 * Reads `../shared/data/polnear/train.jsonl`. Only word counts carry over.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readGold } from '../src/evaluation/gold.ts'

/** A word seen less often as a cue is chance. */
const LEAST = 3
/** The other forms of a word count like so many uses of it. */
const FORMS = 1
/** A word that is a cue more rarely than this is not worth a look. */
const LEAST_SHARE = 0.03
/** What a verb means counts like so many uses of it, of which this share are cues. */
const MEANT = { uses: 4, share: 0.4 }
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
/** Forms of one verb share what is known of them: “asserts” is as good a cue as “asserted”. */
const stems = new Map<string, { cues: number; all: number }>()
for (const [word, count] of all) {
  const stem = stems.get(stemOf(word)) ?? { cues: 0, all: 0 }
  stems.set(stemOf(word), { cues: stem.cues + (cues.get(word) ?? 0), all: stem.all + count })
}
/** Stems of verbs that announce speech or belief by what they mean. */
const verbs = readFileSync(new URL('data/cue-verbs.en.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const meant = new Set(verbs.map(stemOf))
for (const form of verbs.flatMap(formsOf)) {
  if (!all.has(form)) all.set(form, 0)
  if (!stems.has(stemOf(form))) stems.set(stemOf(form), { cues: 0, all: 0 })
}
const entries: string[] = []
for (const [word, count] of all) {
  const stem = stems.get(stemOf(word)) as { cues: number; all: number }
  const known = meant.has(stemOf(word))
  const stemShare = (stem.cues + (known ? MEANT.share * MEANT.uses : 0)) / (stem.all + (known ? MEANT.uses : 0))
  const share = ((cues.get(word) ?? 0) + FORMS * stemShare) / (count + FORMS)
  if ((known || stem.cues >= LEAST) && share >= LEAST_SHARE && word.length > 2 && !AUXILIARIES.has(word))
    entries.push(`${word}\t${Math.min(0.99, share).toFixed(2)}`)
}
writeFileSync(new URL('../models/cues.en.txt', import.meta.url), `${entries.sort().join('\n')}\n`)
console.log(`${entries.length} cues`)

/** What the regular forms of a verb have in common: assert, asserts, asserted, asserting. */
function stemOf(word: string): string {
  const bare = word.replace(/(?:ing|ies|ied|ed|es|s|e|y)$/, '')
  return bare.length < 3 ? word : bare.replace(/(.)\1$/, '$1')
}

/** The regular forms of a verb; a short one whose last letter may be doubled has both. */
function formsOf(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  const doubled = /[^aeiou][aeiou][^aeiouwxy]$/.test(verb) ? [`${verb}${verb.at(-1)}`] : []
  const third = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [verb, third, ...[verb, ...doubled].flatMap((stem) => [`${stem}ed`, `${stem}ing`])]
}
