/** How the tests of quotes tell what is found. */
import type { Test } from 'tap'
import { extract } from '../../src/engine/extract.ts'

/** Quotes of one paragraph below a headline, as kind, words, speaker (as written → full name, role). */
export function quotes(paragraph: string, more = ''): string[] {
  const chinese = /\p{Script=Han}/u.test(paragraph)
  const text = chinese
    ? `河边小镇修桥记\n${paragraph}\n${more}镇上的老桥建成至今已经有七十多年，每天有上千人从桥上经过。`
    : `Small town repairs its old bridge\n${paragraph}\n${more}The old bridge was built more than seventy years ago, and thousands of people cross it every day.`
  return extract(text, { language: chinese ? 'zh' : 'en' }).quotes.map(
    ({ kind, text, speaker, via }) =>
      `${kind}: ${text} — ${speaker?.text ?? null}${speaker && speaker.name !== speaker.text ? ` → ${speaker.name}` : ''}${speaker?.role ? `, ${speaker.role}` : ''}${via ? ` via ${via.name}` : ''}`,
  )
}

/** Checks the quotes of paragraphs, each on its own. */
export function quotesAre(t: Test, expected: Readonly<Record<string, string[]>>): void {
  for (const [paragraph, found] of Object.entries(expected)) t.same(quotes(paragraph), found, paragraph)
}

/** The quotes of an article between a headline and a last paragraph, as `kind “text” of speaker by cue`. */
export const said = (headline: string, ...lines: string[]): string[] =>
  extract([headline, ...lines].join('\n')).quotes.map(
    ({ kind, text, speaker, cue }) => `${kind} “${text}” of ${speaker?.text ?? 'nobody'} by ${cue?.text ?? 'no cue'}`,
  )

export const PIER = 'Harbour board debates the old pier'

export const REPORT = 'The board meets again in March, when the engineers will bring their report on the pier.'

export const MATOU = '临江镇讨论老码头去留'

export const JIANCE = '镇里三月再次开会，届时工程师将提交码头的检测报告。'
