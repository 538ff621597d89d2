/**
 * Fits what English keywords are made of and writes `models/keywords.en.txt`.
 *
 * Usage: `node tools/train-english-keywords.ts [--folds]`
 * Keywords are those of `tools/data/keywords.en.txt`, invented, and of the trades (`lexicon/spam-terms.en.txt`) but for
 * words of news; they are put between two words, before a comma or behind a sentence. What else stands in a text is none:
 * in our own articles (`test/corpus/tune`, `test/plain`), in PolNeAR train, and in true sentences that look like adverts
 * (`tools/data/no-adverts.en.txt`) or tell of trades (`no-keywords.en.txt`). With `--folds` nothing is written: five folds
 * tell how many keywords that were not seen are found exactly, and how much is taken for one in articles that were not seen.
 */
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { eachPhrase, featuresOf, LENGTH } from '../src/engine/2-spam/english-keyword-phrases.ts'
import { KINDS, wordsOf } from '../src/engine/2-spam/english-line-words.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { inTexts, knownKeywords, type Planted, type Planting, plantKeywords, writeKeywords } from './keyword-training.ts'
import { linesOf, plainArticles } from './learnt-texts.ts'
import { judgeInFolds, learn, type Observation, RARE, score, type Weights } from './logistic.ts'
import { randomFrom } from './random.ts'

/** Each keyword is put in so often, so many into an article. */
const TIMES = 5
const TOGETHER = 4
/** Of the phrases of a text, and of those that overlap a keyword, one of so many is learnt from at first. */
const ONE_OF = { others: 14, rivals: 5 }
/** Phrases of a text that have such log odds by what was learnt first are all learnt from. */
const HARD = -2
/** Kinds that stand side by side less often, whether they do or should, say nothing. */
const OFTEN = 40
/** What the information of a seam is worth, in log odds. */
const SEAM = 0.6
/** So many sentences that look like adverts, or tell of trades, make a paragraph. */
const SENTENCES = 5
const ROUNDS = 12
/** A weight below this, in log odds, is none: of a seam, and of a word or a pair, of which a smaller model is read faster. */
const SMALLEST = { seam: 0.05, unit: 0.3 }

interface Example extends Observation {
  measures: Float64Array
  /** The keyword or the text that it comes from. */
  source: number
  /** It overlaps a keyword, but is not one. */
  rival: boolean
}

const random = randomFrom(7)
const keywords = knownKeywords('en').filter(
  (keyword) => /^[a-z\d-]+(?: [a-z\d-]+)+$/.test(keyword) && keyword.split(' ').length <= LENGTH.most,
)
const hard = [...linesOf('no-adverts.en.txt'), ...linesOf('no-keywords.en.txt')]
const articles = [
  ...readGold('test/corpus/tune').flatMap(({ lang, text }) => (lang === 'en' ? [text] : [])),
  ...plainArticles('en'),
  ...readGold(new URL('../../shared/data/polnear/train.jsonl', import.meta.url)).map(({ text }) => text),
]
const texts = [...articles, ...inTexts(hard, SENTENCES, ' ')]

const FITTING = { ...RARE, usual: usualSeams(), rounds: ROUNDS }
const planted = stuffed()
const plain = (isWorth: (example: Example) => boolean): Example[] =>
  texts.flatMap((text, source) => examplesOf(readDocument(text, 'en'), source).filter(isWorth))
const first = [...plain(() => random.int(1, ONE_OF.others) === 1), ...planted]
const weights: Weights<string> = learn(first, FITTING)
const examples = [...first, ...plain((example) => score(example, weights) >= HARD)]
if (process.argv.includes('--folds')) printFolds()
else {
  const written = writeKeywords('en', learn(examples, FITTING), (name) => (name.startsWith('(') ? SMALLEST.seam : SMALLEST.unit))
  console.log(`${written} weights, ${keywords.length} keywords, ${examples.length} examples`)
}

/**
 * What is known of seams before anything is learnt: kinds that often stand side by side in texts (pointwise mutual
 * information) speak for a keyword where they stand around it, and against it where one of them is its own.
 */
function usualSeams(): Map<string, number> {
  const pairs = new Map<number, number>()
  const firsts = new Map<number, number>()
  const seconds = new Map<number, number>()
  let all = 0
  const more = (counts: Map<number, number>, key: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const tell = (first: number, second: number): void => {
    more(pairs, first * KINDS.length + second)
    more(firsts, first)
    more(seconds, second)
    all++
  }
  for (const text of texts) {
    const document = readDocument(text, 'en')
    for (const line of document.lines) {
      const { count, kinds, before, behind } = wordsOf(document.codes, line)
      for (let at = 0; at < count; at++) {
        const kind = kinds[at] as number
        tell(kind, behind[at] as number)
        // A word before is told with the word before.
        if (at === 0 || before[at] !== kinds[at - 1]) tell(before[at] as number, kind)
      }
    }
  }
  const usual = new Map<string, number>()
  for (const [first, ofFirst] of firsts)
    for (const [second, ofSecond] of seconds) {
      const expected = (ofFirst * ofSecond) / all
      const count = pairs.get(first * KINDS.length + second) ?? 0
      if (count + expected < OFTEN) continue
      const gain = SEAM * Math.log((count + 1) / (expected + 1))
      usual.set(`(_ ${KINDS[first]} ${KINDS[second]})`, gain)
      usual.set(`(< ${KINDS[first]} ${KINDS[second]})`, -gain)
      usual.set(`(> ${KINDS[first]} ${KINDS[second]})`, -gain)
    }
  return usual
}

/** Phrases of a document; what is put in says which are keywords, and of the others only those that overlap them are told. */
function examplesOf(document: Document, source: number, put: readonly Planted[] = []): Example[] {
  const { codes } = document
  const vocabulary = readVocabulary(document)
  const found: Example[] = []
  document.lines.forEach((line, index) => {
    if (vocabulary.long[index] === 0) return
    const words = wordsOf(codes, line)
    eachPhrase(words, (first, last) => {
      const [start, end] = [words.starts[first] as number, words.ends[last] as number]
      const keyword = put.find((own) => start < own.end && end > own.start)
      const label = keyword?.start === start && keyword.end === end
      if (put.length > 0 && keyword === undefined) return
      if (keyword && !label && random.int(1, ONE_OF.rivals) > 1) return
      found.push({
        features: featuresOf(codes, words, first, last),
        measures: Float64Array.of(vocabulary.counts.share(codes, start, end, 1)),
        label,
        source: keyword?.source ?? source,
        rival: keyword !== undefined && !label,
      })
    })
  })
  return found
}

/** Articles with keywords put in: before a word, or before a comma. */
function stuffed(): Example[] {
  const found: Example[] = []
  const planting: Planting = {
    grammar: 'en',
    articles,
    keywords,
    times: TIMES,
    together: TOGETHER,
    spotsOf,
    beside: (text, spot) => (text[spot] === ',' ? { before: ' ', behind: '' } : { before: '', behind: ' ' }),
  }
  plantKeywords(planting, random, (document, put, number) => found.push(...examplesOf(document, texts.length + number, put)))
  return found
}

/** Before a word, and before a comma. */
function spotsOf(text: string): number[] {
  return [...text.matchAll(/(?<=[a-z,.”"’] )(?=[A-Za-z])|(?<=[a-z])(?=, )/g)].map(({ index }) => index)
}

function printFolds(): void {
  const judged = judgeInFolds(examples, FITTING)
  const all = judged.filter(({ label }) => label).length
  const others = judged.filter(({ label, rival }) => !label && !rival)
  console.log(`${all} places of keywords, ${others.length} other phrases of ${texts.length} texts`)
  for (const least of [-1, 0, 0.5, 1, 1.5, 2, 3]) {
    const taken = judged.filter(({ odds }) => odds >= least)
    const found = taken.filter(({ label }) => label).length
    const rivals = ONE_OF.rivals * taken.filter(({ rival }) => rival).length
    const wrong = taken.filter(({ label, rival }) => !label && !rival).length
    console.log(
      `  from ${least}: ${((100 * found) / all).toFixed(0)} % found exactly, ${rivals} that overlap one, ${wrong} others: ${((100 * wrong) / texts.length).toFixed(1)} to a hundred texts`,
    )
  }
}
