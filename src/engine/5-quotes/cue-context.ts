/**
 * What the words around an English cue say: a sum of weights of words and pairs of words (logistic regression), fitted on
 * PolNeAR and kept in `models/cue-context.en.txt`. It is one of the things that the trees of english-judge.ts ask for.
 */
import { firstEndingAfter } from '../1-document/span.ts'
import { readModel } from '../models.ts'
import type { Candidate } from './english-features.ts'

/** How many words before a cue are looked at. */
const BEFORE = 5
/** A report that “that” opens does so within so many words. */
const THAT = 8

/** Weights by feature. */
export type ContextWeights = ReadonlyMap<string, number>

/**
 * @param candidate a word that may be a cue
 * @returns its features: what a feature is about, and the words
 */
export function contextOf({ sentence, quoted, found }: Candidate): string[] {
  const { from, to, speaker, structure } = found
  const word = (at: number): string => sentence[at]?.lower ?? ''
  const cue = word(from)
  const next = word(to)
  const second = word(to + 1)
  const before = word(from - 1)
  const last = speaker ? sentence[firstEndingAfter(sentence, speaker.end - 1)] : undefined
  const head = last === undefined ? '' : last.capital ? 'Name' : last.lower
  const that = sentence.slice(to, to + THAT).some(({ lower }) => lower === 'that')
  const features = [
    'any',
    `cue ${cue}`,
    `ending ${cue.slice(-3)}`,
    `cue+structure ${cue} ${structure}`,
    `cue+next ${cue} ${next}`,
    `cue+before ${cue} ${before}`,
    `cue+head ${cue} ${head}`,
    `cue+speaker ${cue} ${speaker ? `${speaker.form} ${speaker.kind}` : ''}`,
    `cue+that ${cue} ${that}`,
    `cue+quoted ${cue} ${quoted[to] === true || quoted[to + 1] === true}`,
    `next ${next}`,
    `second ${second}`,
    `next+second ${next} ${second}`,
    `structure+next ${structure} ${next}`,
    `before ${before}`,
    `before+before ${word(from - 2)} ${before}`,
    `head ${head}`,
    `last ${last?.lower ?? ''}`,
  ]
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at--) features.push(`near ${word(at)}`)
  return features
}

/**
 * @param features features of a word
 * @param weights their weights; what has none counts nothing
 * @returns log odds that the word is a cue
 */
export function contextScore(features: readonly string[], weights: ContextWeights): number {
  let sum = 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

let loaded: ContextWeights | undefined

/** @returns the shipped weights, read once */
export function contextWeights(): ContextWeights {
  loaded ??= new Map(
    readModel('cue-context.en.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([feature, weight]) => [feature as string, Number(weight)]),
  )
  return loaded
}
