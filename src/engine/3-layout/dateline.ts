/** The place, date and agency that open a report: 新华社北京3月1日电, “LONDON, March 1 (Reuters) –”. */

const CHINESE =
  /^[(【]?(?:据)?(新华社|中新社|中新网|人民网|央视网|本报|本社|法新社|路透社|美联社|共同社|韩联社|[\p{Script=Han}]{2,6}(?:社|网|报|日报|晚报|新闻))([\p{Script=Han}]{0,8}?)((?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)?(?:(?:电|讯|消息)[\s::)(】]|报道\s)/u
const ENGLISH = /^[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})? \(?(Reuters|AP|AFP|Bloomberg|UPI|Xinhua|CNN)\)?\s?[-–—]/
/** 中新社首尔11月3日电(记者曾远), (中央社香港4日电): who sends a report is no part of it. */
const WITH_REPORTERS =
  /^[^,。“”()]{2,30}(?:电|讯|消息)\s?\([^()]{2,40}\)\s?|^[(〔【[][^,。“”()〔〕【】[\]]{2,30}(?:电|讯|报[道导])[)〕】\]]\s?/
/** 日内瓦11月27日消息: a place and a day. */
const DATED = /^\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日(?:电|讯|消息)[\s:]/u
/** A dateline stands within this many UTF-16 units. */
export const DATELINE_LENGTH = 80

/**
 * Reads the agency of a dateline.
 *
 * @param opening the beginning of a paragraph, folded
 * @returns the agency as written, or null where the paragraph opens without a dateline
 */
export function agencyOf(opening: string): string | null {
  return CHINESE.exec(opening)?.[1] ?? ENGLISH.exec(opening)?.[1] ?? null
}

/**
 * Measures a Chinese dateline: in brackets, with its reporters in brackets, or with a space or a colon behind it.
 *
 * @param opening the beginning of a paragraph, folded
 * @returns its length in UTF-16 units, 0 where there is none
 */
export function datelineLength(opening: string): number {
  const found = WITH_REPORTERS.exec(opening) ?? CHINESE.exec(opening) ?? DATED.exec(opening)
  return found?.[0].length ?? 0
}

/** “DRESDEN, Germany (AP) — ”: a town in capitals, and a dash. */
const ENGLISH_PLACE =
  /^[A-Z][A-Z.'’ ]{2,30}(?:, [A-Z][A-Za-z.]{1,15})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([A-Za-z ]{2,30}\)| \/[A-Z][A-Za-z -]{2,24}\/)? ?(?:--|[-–—]) ?/
/** “ORSA, June 8. /TASS/. ” */
const PLACE_AND_AGENCY = /^[A-Z][A-Z.'’ -]{2,30}, [A-Z][a-z]{2,8}\.? \d{1,2}\. \/[A-Z][A-Za-z]{1,20}\/\. /

/** “ORSABAD: ” with nothing but a town in capitals, in a first paragraph; “Orsabad (UP), June 16: ”. */
const PLACE_AND_COLON = /^[A-Z]{4,20}(?: [A-Z]{3,20}){0,2}: (?=\p{Lu}\p{Ll})/u
const PLACE_AND_DAY = /^\p{Lu}\p{L}{2,20}(?: \p{Lu}\p{L}{2,20})?(?: \(\p{Lu}[\p{L}. ]{1,20}\))?, [A-Z][a-z]{2,8}\.? \d{1,2}: /u

/**
 * Measures an English dateline.
 *
 * @param opening the beginning of a paragraph, folded
 * @param first whether it is the first one: further below a word in capitals and a colon are who speaks
 * @returns its length in UTF-16 units, 0 where there is none
 */
export function englishDatelineLength(opening: string, first = false): number {
  const found =
    ENGLISH_PLACE.exec(opening) ??
    PLACE_AND_AGENCY.exec(opening) ??
    PLACE_AND_DAY.exec(opening) ??
    (first ? PLACE_AND_COLON.exec(opening) : null)
  return found?.[0].length ?? 0
}
