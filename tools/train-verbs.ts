/**
 * Lists English words that are verbs nearly wherever they stand in lower case, and writes `models/verbs.en.txt`.
 *
 * Usage: `node tools/train-verbs.ts`
 * Reads `../shared/data/polnear/train.jsonl`; parts of speech are told by wink-nlp. Only the list of words carries over.
 */
import { writeFileSync } from 'node:fs'
import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItemToken } from 'wink-nlp'
import { readGold } from '../src/evaluation/gold.ts'

/** A word seen less often in lower case is not judged. */
const LEAST = 5
/** A word is listed when it is a verb in this share of its uses. */
const SHARE = 0.9

const wink = winkNLP(model)
const uses = new Map<string, { all: number; verb: number }>()
for (const { text } of readGold(new URL('../../shared/data/polnear/train.jsonl', import.meta.url))) {
  wink
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out()
      if (!/^[a-z]+$/.test(word)) return
      const count = uses.get(word) ?? { all: 0, verb: 0 }
      count.all++
      if (/^(?:VERB|AUX)$/.test(token.out(wink.its.pos))) count.verb++
      uses.set(word, count)
    })
}
// Participles of the present open phrases of their own, see english.ts.
const verbs = [...uses]
  .filter(([word, { all, verb }]) => all >= LEAST && verb >= SHARE * all && word.length > 1 && !word.endsWith('ing'))
  .map(([word]) => word)
writeFileSync(new URL('../models/verbs.en.txt', import.meta.url), `${verbs.sort().join('\n')}\n`)
console.log(`${verbs.length} verbs`)
