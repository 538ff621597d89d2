/** What a fixture expects: the parts of an answer that a person can review. */
import type { Extraction } from '../schemas/extraction.ts'

/**
 * Shortens an answer to what a person reviews.
 *
 * @param found the answer
 * @returns headline, roles and clean paragraphs, quotes with speakers, spam, metadata, warnings
 */
export function summarize(found: Extraction) {
  return {
    language: found.language,
    headline: found.headline?.text ?? null,
    metadata: found.metadata,
    paragraphs: found.paragraphs.map(({ role, text }) => `${role}: ${text}`),
    quotes: found.quotes.map(({ kind, text, speaker, via, cue }) => ({
      kind,
      text,
      speaker: speaker && [speaker.text, speaker.name, speaker.role, speaker.kind].join(' | '),
      ...(via ? { via: via.name } : {}),
      cue: cue?.text ?? null,
    })),
    spam: found.spam.map(({ kind, text, suggestion }) => (suggestion === '' ? `${kind}: ${text}` : `${kind}: ${text} → ${suggestion}`)),
    warnings: found.warnings.map(({ code }) => code),
  }
}
