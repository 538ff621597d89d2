/**
 * Two judgements of the English grammar, by boosted trees fitted on PolNeAR (train part): whether a word that may announce
 * speech or belief does, and whether words in marks are somebody's. Weights are in `models/english-quotes.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import { CUE_FEATURES, QUOTATION_FEATURES } from './english-features.ts'

/** Gives log odds for rows of features, see english-features.ts; the place is for tools that compare with gold. */
export interface EnglishJudge {
  cue(row: Float64Array, place: Span): number
  quotation(row: Float64Array, place: Span): number
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
  const cue = new Forest(file.cue, CUE_FEATURES)
  const quotation = new Forest(file.quotation, QUOTATION_FEATURES)
  loaded = { cue: (row) => cue.judge(row), quotation: (row) => quotation.judge(row) }
  return loaded
}
