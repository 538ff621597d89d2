/** (b) Side by side with others, each at the job nearest to ours, on the same articles. */
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import compromise from 'compromise'
import { Defuddle } from 'defuddle/node'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { extract } from '../src/engine/extract.ts'
import { alternate, type Timing, table } from './measure.ts'
import { pageOf, seed, stuffed } from './texts.ts'

/** @returns the figures, for the file */
export async function benchPeers(): Promise<object> {
  const jieba = Jieba.withDict(dict)
  const wink = winkNLP(model)
  const page = pageOf(seed)
  const english = stuffed('en', 10)
  const englishText = english.join('\n\n')
  const onSeed = await alternate(
    {
      Winnow: () => extract(seed),
      'Readability on linkedom': () => new Readability(parseHTML(page).document as unknown as Document).parse(),
      'Readability on jsdom': () => new Readability(new JSDOM(page).window.document).parse(),
      'article-extractor': () => extractFromHtml(page, 'https://example.org/'),
      defuddle: () => Defuddle(parseHTML(page).document as unknown as Document, 'https://example.org/'),
      'jieba, cut only': () => jieba.cut(seed),
    },
    40,
  )
  const onEnglish = await alternate(
    {
      Winnow: () => english.map((text) => extract(text)),
      'wink-nlp': () => {
        const document = wink.readDoc(englishText)
        document.sentences().out()
        document.entities().out()
      },
      compromise: () => {
        const document = compromise(englishText)
        document.sentences().out('array')
        document.people().out('array')
        document.quotations().out('array')
      },
    },
    10,
  )
  console.log('\n## Side by side, on the seed article\n')
  compare(onSeed)
  console.log('\n## Side by side, on 10 English articles\n')
  compare(onEnglish)
  return { seed: onSeed, english: onEnglish }
}

function compare(times: Record<string, Timing>): void {
  const own = (times.Winnow as Timing).median
  table([
    ['', 'ms (quartiles)', 'Winnow is'],
    ...Object.entries(times).map(([name, { median, low, high }]) => [
      name,
      `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`,
      name === 'Winnow' ? '' : `${(median / own).toFixed(2)} x as fast`,
    ]),
  ])
}
