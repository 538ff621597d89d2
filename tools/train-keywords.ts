/**
 * Fits what Chinese keywords are made of and writes `models/keywords.zh.txt`.
 *
 * Usage: `node tools/train-keywords.ts [--folds]`
 * Keywords are those of `tools/data/keywords.zh.txt`, invented, and of the trades (`lexicon/spam-terms.zh.txt`) but for
 * words of news; they are put into articles at the edges of clauses. What else stands at such edges is none: in our own
 * articles (`test/corpus/tune`, `test/plain`), in treebank articles, and in true sentences that look like adverts
 * (`tools/data/no-adverts.zh.txt`). With `--folds` nothing is written: five folds tell how many keywords that were not seen
 * are found exactly, and how much is taken for one in articles that were not seen.
 */
import { type Document, readDocument } from '../src/engine/1-document/document.ts'
import { readVocabulary } from '../src/engine/1-document/vocabulary.ts'
import { type Edge, eachPhrase, featuresOf, LENGTH } from '../src/engine/2-spam/chinese-keyword-phrases.ts'
import { readGold } from '../src/evaluation/gold.ts'
import { inTexts, knownKeywords, type Planted, type Planting, plantKeywords, writeKeywords } from './keyword-training.ts'
import { linesOf, plainArticles, treebankArticles } from './learnt-texts.ts'
import { judgeInFolds, learn, type Observation, RARE } from './logistic.ts'
import { type Random, randomFrom } from './random.ts'

/** Each keyword is put in so often, so many into an article. */
const TIMES = 6
const TOGETHER = 4
/** So many of the sentences that look like adverts are learnt from; what was added for adverts later says nothing more of keywords. */
const LOOK_LIKE_ADVERTS = 546
/** So many sentences that look like adverts make an article. */
const SENTENCES = 20
const FITTING = { ...RARE, usual: new Map<string, number>(), rounds: 20 }
/** A weight below this, in log odds, is none. */
const SMALLEST = 0.05
/** Of phrases that cover a keyword but not exactly, one of so many is learnt from: they have its characters. */
const RIVALS = 4

interface Example extends Observation {
  measures: Float64Array
  edge: Edge
  /** The keyword or the text that it comes from, and the place where it stands. */
  source: number
  place: number
  /** It covers the keyword, but not exactly. */
  rival: boolean
}

const keywords = knownKeywords('zh').filter(
  (keyword) => keyword.length >= LENGTH.least && keyword.length <= LENGTH.most && !/[^\p{Script=Han}a-z\d]/iu.test(keyword),
)
const hard = [...linesOf('no-adverts.zh.txt').slice(0, LOOK_LIKE_ADVERTS), ...linesOf('no-keywords.zh.txt')]
const articles = [
  ...readGold('test/corpus/tune').flatMap(({ lang, text }) => (lang === 'zh' ? [text] : [])),
  ...treebankArticles(),
  ...plainArticles('zh'),
]
const texts = [...articles, ...inTexts(hard, SENTENCES, '\n')]

const examples = [...texts.flatMap((text, source) => examplesOf(readDocument(text, 'zh'), source)), ...stuffed()]
if (process.argv.includes('--folds')) printFolds()
else {
  const written = writeKeywords('zh', learn(examples.filter(isLearnt), FITTING), () => SMALLEST)
  console.log(`${written} weights, ${keywords.length} keywords, ${examples.length} examples`)
}

function isLearnt({ rival }: Example, at: number): boolean {
  return !rival || at % RIVALS === 0
}

/** The phrases of a document; what is put in says which are keywords. */
function examplesOf(document: Document, source: number, put: readonly Planted[] = []): Example[] {
  const vocabulary = readVocabulary(document)
  const found: Example[] = []
  document.lines.forEach((line, index) => {
    eachPhrase(
      document,
      line,
      () => true,
      (phrase, seam) => {
        const keyword = put.find(({ start, end }) => phrase.start < end && phrase.end > start)
        if (put.length > 0 && keyword === undefined) return
        const exact = keyword?.start === phrase.start && keyword.end === phrase.end
        found.push({
          features: featuresOf(document.codes, phrase, seam),
          measures: Float64Array.of(vocabulary.counts.share(document.codes, phrase.start, phrase.end, vocabulary.long[index] as number)),
          label: exact,
          edge: seam.edge,
          source: keyword?.source ?? source,
          place: source * 1e6 + (keyword?.start ?? phrase.start),
          rival: keyword !== undefined && !exact,
        })
      },
    )
  })
  return found
}

/** Articles with keywords put in: before a clause, behind one, or as a clause. */
function stuffed(): Example[] {
  const random = randomFrom(7)
  const found: Example[] = []
  const planting: Planting = {
    grammar: 'zh',
    articles,
    keywords,
    times: TIMES,
    together: TOGETHER,
    spotsOf,
    beside: (text, spot) => ({ before: '', behind: closing(text, spot, random) }),
  }
  plantKeywords(planting, random, (document, put, number) => found.push(...examplesOf(document, texts.length + number, put)))
  return found
}

/** Edges of clauses: behind a mark or 的, before a mark, and at the end of a line. */
function spotsOf(text: string): number[] {
  return [...text.matchAll(/(?<=[，。！？；：的])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[，。！？；])|(?<=[。！？])(?=\n)/gu)].map(
    ({ index }) => index,
  )
}

/** One keyword in five is a clause of its own. */
function closing(text: string, spot: number, random: Random): string {
  return /[，。！？；：]/.test(text[spot - 1] as string) && text[spot] !== '\n' && random.int(1, 5) === 1 ? '，' : ''
}

function printFolds(): void {
  const judged = judgeInFolds(examples, FITTING, isLearnt)
  const places = Map.groupBy(judged, ({ place, edge }) => `${place} ${edge}`)
  const all = [
    ...Map.groupBy(
      judged.filter(({ label }) => label),
      ({ place }) => place,
    ).keys(),
  ].length
  console.log(
    `${all} places of keywords, ${judged.filter(({ label, rival }) => !label && !rival).length} other phrases of ${texts.length} texts`,
  )
  const best = [...places.values()].map((rivals) => rivals.reduce((most, example) => (example.odds > most.odds ? example : most)))
  for (const least of [0, 1, 2, 2.5, 3, 4]) {
    const taken = best.filter(({ odds }) => odds >= least)
    const wrong = taken.filter(({ label, rival }) => !label && !rival)
    const inText = Map.groupBy(wrong, ({ source }) => source)
    const several = (count: number): number => [...inText.values()].filter((of) => of.length >= count).length
    console.log(
      `  from ${least}: ${((100 * taken.filter(({ label }) => label).length) / all).toFixed(0)} % found exactly, ${taken.filter(({ rival }) => rival).length} not exactly, ${wrong.length} others; texts with one ${several(1)}, two ${several(2)}, three ${several(3)}`,
    )
  }
}
