/** Who relays what somebody said in English: “According to the Echo, Roe said …”, “Roe, quoted by the Echo, said …”. */
import { contains } from '../1-document/span.ts'
import { tokenize } from '../1-document/tokens.ts'
import type { Article } from '../4-names/article.ts'
import { readPhrase } from '../4-names/english-mentions.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Quote } from './quote.ts'

/** Cues of whoever passes on the words of somebody else. */
const RELAYS = /^(?:according to|quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s|ing))$/i
/** What says so by what somebody else has said. */
const SAYS = /^(?:said|says)$/
const MEDIUM =
  /\b(?:times|post|news|herald|tribune|journal|mail|telegraph|guardian|gazette|echo|globe|standard|chronicle|observer|courier|reuters|bloomberg|xinhua|afp|ap|bbc|cnn|nbc|abc|cbs|npr|ani|pti|bernama|yonhap|kyodo|tass|newspaper|paper|magazine|broadcaster|network|agency|report|website|channel)$/i
/** “was quoted as saying by the Echo”, “quoted by the Echo”: who quotes stands behind “by” or “in”. */
const QUOTED_BY =
  /^(?:quoted|cited)(?: as saying)? (?:by|in) ((?:the )?\p{Lu}[\p{L}\p{N}’'&-]*(?: (?:of |and |the )?\p{Lu}[\p{L}\p{N}’'&-]*){0,4})/u
/** “…,” Roe said, according to the Echo. */
const ACCORDING =
  /^, according to ((?:the |an )?(?:news agency |newspaper |broadcaster )?\p{Lu}[\p{L}\p{N}’'&-]*(?: (?:of |and |the )?\p{Lu}[\p{L}\p{N}’'&-]*){0,4})/u
/** From the verb on, in UTF-16 units. */
const LONGEST_RELAY = 120

/**
 * Tells of each quote who relays it, where an organisation does.
 *
 * @param article the clean article
 * @param quotes its quotes, sorted by start, the longer first; those that are relayed are changed
 * @param cited who quotes, by the place of the cue that was read with him
 */
export function findRelays({ folded, text }: Article, quotes: readonly Quote[], cited: ReadonlyMap<number, Mention>): void {
  let outer: Quote | null = null
  for (const quote of quotes) {
    const { speaker, cue } = quote
    const around: Quote | null = outer && contains(outer, quote) ? outer : null
    quote.via =
      (cue && cited.get(cue.start)) ??
      (around && cue && contains(around, cue) ? around.speaker : null) ??
      (speaker && cue
        ? (quotedBy(speaker.start, speaker.end) ?? quotedBy(cue.start, cue.end) ?? mediumIn(ACCORDING, Math.max(cue.end, speaker.end)))
        : null)
    if (!around && speaker?.kind === 'organization' && cue && isRelay(folded.slice(cue.start, cue.end), speaker)) outer = quote
  }

  /** “the Mail said”, but not “the company said”. */
  function isRelay(verb: string, { name }: Mention): boolean {
    return RELAYS.test(verb) || (SAYS.test(verb) && MEDIUM.test(folded.slice(name.start, name.end)))
  }

  /** Who quotes by a verb that begins in a range. */
  function quotedBy(start: number, end: number): Mention | null {
    const at = /\b(?:quoted|cited)\b/.exec(folded.slice(start, end))?.index ?? -1
    return at < 0 ? null : mediumIn(QUOTED_BY, start + at)
  }

  /** What a pattern finds at a place. */
  function mediumIn(pattern: RegExp, from: number): Mention | null {
    const found = pattern.exec(folded.slice(from, from + LONGEST_RELAY))
    if (!found) return null
    const to = from + found[0].length
    return readPhrase(tokenize(folded, to - (found[1] as string).length, to), text)
  }
}
