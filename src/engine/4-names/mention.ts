/** A place where the article names somebody or something that can speak. */
import type { Span } from '../1-document/span.ts'

/** What kind of speaker a mention names. */
export type SpeakerKind = 'person' | 'organization' | 'group' | 'unknown'

/** A mention. Offsets are UTF-16 units of the clean text. */
export interface Mention extends Span {
  kind: SpeakerKind
  /** The name inside the mention, or the whole mention where it has none. */
  name: Span
  /** Title and affiliation as written next to the name, or null. */
  role: string | null
  /** Where the mention starts with its role. */
  outerStart: number
  /** Where it ends with its role. */
  outerEnd: number
  /** How it refers: by a name, by a description (“the minister”), or by a pronoun. */
  form: 'name' | 'description' | 'pronoun'
  /** Whom a pronoun or a bare role stands for, where the article shows it. */
  antecedent?: Mention
}

/**
 * @param span a name, a description or a pronoun
 * @returns the places of a mention that is no longer than that
 */
export function bare({ start, end }: Span): Pick<Mention, 'start' | 'end' | 'name' | 'outerStart' | 'outerEnd'> {
  return { start, end, name: { start, end }, outerStart: start, outerEnd: end }
}
