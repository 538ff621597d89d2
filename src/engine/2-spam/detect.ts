/** All detectors of injected text, in the order in which they clear the way for one another. */
import type { Document } from '../1-document/document.ts'
import { firstEndingAfter } from '../1-document/span.ts'
import type { Vocabulary } from '../1-document/vocabulary.ts'
import { findContacts } from './contacts.ts'
import { CERTAIN, type Fragment } from './fragment.ts'
import { headlineCandidates } from './headline-pieces.ts'
import { findInjectedNames } from './injected-names.ts'
import { findJammers } from './jammers.ts'
import { findKeywords } from './keywords.ts'
import { findMangled } from './mangled.ts'
import { findPromos } from './promos.ts'
import { findSpunWords } from './spun-words.ts'
import { findStamps } from './stamps.ts'
import { findTitleFragments } from './title-fragments.ts'

/**
 * Finds what a spammer put into a text.
 *
 * @param document the document
 * @param vocabulary bigrams of its long lines
 * @param title the true headline, where the caller has it
 * @returns fragments sorted by start, none overlapping
 */
export function detectSpam(document: Document, vocabulary: Vocabulary, title?: string): Fragment[] {
  if (document.language.grammar === null) return []
  const contacts = findContacts(document)
  const keywords = findKeywords(document, vocabulary)
  const promos = findPromos(document, vocabulary, contacts).filter((promo) => !isKeywordAlone(document, promo, keywords))
  const lists = [findJammers(document), findMangled(document), findStamps(document), promos, contacts, keywords]
  if (document.language.grammar === 'zh') {
    const pieces = findTitleFragments(document, headlineCandidates(document, vocabulary, title))
    lists.push(findSpunWords(document), findInjectedNames(document, pieces), pieces)
  }
  return merge(lists).map((fragment) => endWithLine(document, fragment))
}

/** An advert less certain than this may owe it to the keyword inside. */
const FAR_FROM_SURE = 0.7

/**
 * A Chinese keyword bears its call (某某注册送钱) and makes the true sentence that it is glued into look like an advert: where
 * the keyword is surer, or the advert far from sure, the sentence stays.
 */
function isKeywordAlone({ language }: Document, promo: Fragment, keywords: readonly Fragment[]): boolean {
  const keyword = keywords[firstEndingAfter(keywords, promo.start)]
  return (
    language.grammar === 'zh' &&
    keyword !== undefined &&
    keyword.end <= promo.end &&
    promo.confidence < Math.max(FAR_FROM_SURE, keyword.confidence)
  )
}

/** A fragment ends with its line at the latest: blanks and breaks behind a line belong to no block. */
function endWithLine({ lines }: Document, fragment: Fragment): Fragment {
  const line = lines[firstEndingAfter(lines, fragment.start)]
  return line && fragment.start >= line.start && fragment.end > line.end ? { ...fragment, end: line.end } : fragment
}

/** Sorted union; of two that overlap the certain one stays, else the one from the earlier list. */
function merge(lists: readonly Fragment[][]): Fragment[] {
  const ranked = lists
    .flatMap((list, rank) => list.map((fragment) => ({ fragment, rank: fragment.confidence < CERTAIN ? rank + lists.length : rank })))
    .sort((a, b) => a.fragment.start - b.fragment.start || a.rank - b.rank)
  const kept: { fragment: Fragment; rank: number }[] = []
  for (const entry of ranked) {
    const last = kept.at(-1)
    if (!last || last.fragment.end <= entry.fragment.start) kept.push(entry)
    else if (entry.rank < last.rank) kept[kept.length - 1] = entry
  }
  return kept.map(({ fragment }) => fragment)
}
