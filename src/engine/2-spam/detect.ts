/** All detectors of injected text, in the order in which they clear the way for one another. */
import type { Document } from '../1-document/document.ts'
import { overlaps } from '../1-document/span.ts'
import { readVocabulary } from '../1-document/vocabulary.ts'
import type { Fragment } from './fragment.ts'
import { headlineCandidates } from './headline-pieces.ts'
import { findInjectedNames } from './injected-names.ts'
import { repeatedPieces } from './repeated-pieces.ts'
import { findTitleFragments } from './title-fragments.ts'

/**
 * Finds what a spammer put into a text.
 *
 * @param document the document
 * @param title the true headline, where the caller has it
 * @returns fragments sorted by start, none overlapping
 */
export function detectSpam(document: Document, title?: string): Fragment[] {
  if (document.language.grammar !== 'zh') return []
  const headlines = headlineCandidates(document, readVocabulary(document), title)
  const pieces = findTitleFragments(document, headlines, repeatedPieces(document))
  const names = findInjectedNames(document, pieces)
  return merge(names, pieces)
}

/** Sorted union; of two that overlap the one from the earlier list stays. */
function merge(...lists: Fragment[][]): Fragment[] {
  const merged: Fragment[] = []
  for (const list of lists) for (const fragment of list) if (!merged.some((kept) => overlaps(kept, fragment))) merged.push(fragment)
  return merged.sort((a, b) => a.start - b.start)
}
