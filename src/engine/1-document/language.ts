/** Which language and script a text is written in. */
import { CLASS, classOf, isLetter, scriptOf } from './characters.ts'

/** What is known of a text's language. */
export interface Language {
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, `ja`, `ko` or `und`. */
  tag: string
  /** Which of the two first-class grammars reads it, or null for none. */
  grammar: 'zh' | 'en' | null
}

/** Function words that make up more than a tenth of any English text and hardly any of its neighbours'. */
const ENGLISH_WORDS = new Set(
  'the of and to in that is was for with his her he she it on as at by from this are were have has had not but they their which who said will would been or an be its our we you if all can could should about after before when where what how than more there'.split(
    ' ',
  ),
)
/** The longest of them, in letters. */
const LONGEST_WORD = 6
/** Share of function words below which a Latin text is not called English; news texts have 0.25 to 0.5. */
const ENGLISH_SHARE = 0.12
/** Two thousand words decide; the rest of a long text costs time and changes nothing. */
const SAMPLE_WORDS = 2000

/**
 * Detects the language of a text from its characters and its function words.
 *
 * @param text any string
 * @param known the language, where the caller says so; only the script is then detected
 * @returns the language
 */
export function detectLanguage(text: string, known?: 'zh' | 'en'): Language {
  if (known === 'en') return { tag: 'en', grammar: 'en' }
  const counts = new Uint32Array(10)
  const scripts = new Uint32Array(3)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    counts[classOf[code] as number]++
    scripts[scriptOf[code] as number]++
  }
  const han = counts[CLASS.han] as number
  const kana = counts[CLASS.kana] as number
  const hangul = counts[CLASS.hangul] as number
  // A Chinese word carries two characters, an English one five: weigh them alike.
  const latin = (counts[CLASS.latin] as number) / 2.5
  const script = (scripts[1] as number) > (scripts[2] as number) ? 'zh-Hant' : 'zh-Hans'
  if (known === 'zh') return { tag: script, grammar: 'zh' }
  if (kana > han / 10 && kana > latin) return { tag: 'ja', grammar: null }
  if (hangul > han && hangul > latin) return { tag: 'ko', grammar: null }
  if (han > 0 && han >= latin) return { tag: script, grammar: 'zh' }
  if (isEnglish(text)) return { tag: 'en', grammar: 'en' }
  return { tag: 'und', grammar: null }
}

function isEnglish(text: string): boolean {
  let words = 0
  let known = 0
  for (let at = 0; at < text.length && words < SAMPLE_WORDS; at++) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < text.length && isLetter(text.charCodeAt(at))) at++
    words++
    if (at - start <= LONGEST_WORD && ENGLISH_WORDS.has(text.slice(start, at).toLowerCase())) known++
  }
  // A title or a line of a few words has too few function words to go by.
  if (words < 12) return words > 0 && /^[\x20-\x7e‘’“”–—…\s]*$/.test(text.slice(0, 400))
  return known / words >= ENGLISH_SHARE
}
