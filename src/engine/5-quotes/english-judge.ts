/**
 * Two judgements of the English grammar, by boosted trees fitted on PolNeAR (train part): whether a word that may announce
 * speech or belief does, and whether words in marks are somebody's. Weights are in `models/english-quotes.json`.
 */
import { Forest, type ForestModel } from '../1-document/forest.ts'
import type { Span } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import { readWeights, scoreOf } from './context-model.ts'
import { CUE_KINDS, eachCueFeature } from './cue-context.ts'
import { type Candidate, CUE_FEATURES, describeCue, describeQuotation, type Marked, QUOTATION_FEATURES } from './english-features.ts'
import { eachQuotationFeature, QUOTATION_KINDS } from './quotation-context.ts'

/** Gives log odds; the place of a cue is for tools that compare with gold. */
export interface EnglishJudge {
  cue(candidate: Candidate, place: Span): number
  quotation(marked: Marked): number
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
  const cueWeights = readWeights(readModel('cue-context.en.txt'), CUE_KINDS)
  const quotationWeights = readWeights(readModel('quotation-context.en.txt'), QUOTATION_KINDS)
  loaded = {
    cue(candidate) {
      const context = scoreOf(candidate, eachCueFeature, cueWeights)
      return context < HOPELESS ? context : cue.judge(describeCue(candidate, context))
    },
    quotation: (marked) => quotation.judge(describeQuotation(marked, scoreOf(marked, eachQuotationFeature, quotationWeights))),
  }
  return loaded
}
