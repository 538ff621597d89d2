/**
 * Two judgements of the English grammar, by boosted trees fitted on PolNeAR (train part): whether a word that may announce
 * speech or belief does, and whether words in marks are somebody's. Weights are in `models/english-quotes.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import { contextScore, contextWeights } from './cue-context.ts'
import { type Candidate, CUE_FEATURES, describeCue, QUOTATION_FEATURES } from './english-features.ts'

/** Gives log odds; the place is for tools that compare with gold. */
export interface EnglishJudge {
  cue(candidate: Candidate, place: Span): number
  quotation(row: Float64Array, place: Span): number
}

/** The file as it stands. */
export interface EnglishQuotesFile {
  cue: ForestModel
  quotation: ForestModel
}

/** Log odds by the words around it alone, below which the trees believe one cue in 400: they are not asked. */
const HOPELESS = -2

let loaded: EnglishJudge | undefined

/** @returns the shipped judge, read once */
export function englishJudge(): EnglishJudge {
  if (loaded) return loaded
  const file = JSON.parse(readModel('english-quotes.json')) as EnglishQuotesFile
  const cue = new Forest(file.cue, CUE_FEATURES)
  const quotation = new Forest(file.quotation, QUOTATION_FEATURES)
  const weights = contextWeights()
  loaded = {
    cue(candidate) {
      const context = contextScore(candidate, weights)
      return context < HOPELESS ? context : cue.judge(describeCue(candidate, context))
    },
    quotation: (row) => quotation.judge(row),
  }
  return loaded
}
