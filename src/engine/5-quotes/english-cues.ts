/** Words that may announce speech or belief in English, and what a cue is. */
import type { Span } from '../1-document/span.ts'
import type { Token } from '../1-document/tokens.ts'
import type { Mention } from '../4-names/mention.ts'
import { readModel, readNamedWeights } from '../models.ts'

/** Words that stand between a source and its verb. */
export const AUXILIARY = new Set(
  "has have had is was are were be been being already ever since also later then now still further once never always often repeatedly previously recently earlier previously subsequently has would will could may might must can should did does do not to just only even soon again first together almost nearly long himself herself themselves ’s ’d ’m ’ll ’ve ’re 's 'd 'm 'll 've 're".split(
    ' ',
  ),
)
/** Verbs of clauses that report nothing of themselves. */
export const VERB = new Set(
  'is are was were am be been has have had will would could can may might must should did does do get got gets made makes make took takes hopes hoped wants wanted thinks thought believes believed knows knew needs needed feels felt seems seemed'.split(
    ' ',
  ),
)
/** Forms of “to be” before a participle. */
export const BE = /^(?:(?:is|are|was|were)(?:n['’]t)?|be|been|am|['’](?:s|re|m))$/
/** Verbs of quoting. */
export const QUOTES = /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$/
/** From this share of cues among its uses on a word is read as a verb. */
export const VERB_SHARE = 0.12

let verbs: Set<string> | undefined

/**
 * @param token a token
 * @returns whether it is a verb by its form: listed in `models/verbs.en.txt`, or most often a cue
 */
export function isVerb({ lower, capital }: Token): boolean {
  verbs ??= new Set(readModel('verbs.en.txt').trimEnd().split('\n'))
  return !capital && (VERB.has(lower) || verbs.has(lower) || /n['’]t$/.test(lower))
}

let shares: Map<string, number> | undefined

/**
 * @param word a word in lower case
 * @returns the share of its uses that are cues, as counted in PolNeAR; 0 for a word that never is one
 */
export function cueShare(word: string): number {
  shares ??= readNamedWeights('cues.en.txt')
  return shares.get(word) ?? 0
}

/** One cue in its structure. */
export interface Found {
  /** Token range of the cue. */
  from: number
  to: number
  speaker: Mention | null
  /** Where the report stands. */
  contents: Span[]
  /** How cue, speaker and report stand to one another. */
  structure: 'leftVS' | 'participle' | 'trailing' | 'middle' | 'leftQuoted' | 'right' | 'according' | 'by'
  /** Share of the word's uses that are cues. */
  share: number
  /** Who quotes the speaker: “The Echo quoted Roe as saying”. */
  via?: Mention | null
}
