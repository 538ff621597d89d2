/**
 * Two judgements of the English grammar, by boosted trees fitted on PolNeAR (train part): whether a word that may announce
 * speech or belief does, and whether words in marks are somebody's. Weights are in `models/english-quotes.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'

/** Features by name. */
export type Features = Map<string, number>

/** Gives log odds; the place is for tools that compare with gold. */
export interface EnglishJudge {
  cue(features: Features, place: Span): number
  quotation(features: Features, place: Span): number
}

/** The file as it stands. */
export interface EnglishQuotesFile {
  cue: ForestModel
  quotation: ForestModel
}

let loaded: EnglishJudge | undefined

/** @returns the shipped judge, read once */
export function englishJudge(): EnglishJudge {
  if (loaded) return loaded
  const file = JSON.parse(readModel('english-quotes.json')) as EnglishQuotesFile
  const cue = new Forest(file.cue)
  const quotation = new Forest(file.quotation)
  loaded = { cue: (features) => cue.judgeNamed(features), quotation: (features) => quotation.judgeNamed(features) }
  return loaded
}
