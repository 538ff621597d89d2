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

/** What is told of a feature: its kind, and the one or two words it is about. */
type Visit = (kind: Kind, first: string, second: string) => void

const KINDS = [
  'any',
  'cue',
  'ending',
  'cue+structure',
  'cue+next',
  'cue+before',
  'cue+head',
  'cue+form',
  'cue+kind',
  'cue+that',
  'cue+quoted',
  'next',
  'second',
  'next+second',
  'structure+next',
  'before',
  'before+before',
  'head',
  'last',
  'near',
  'opens',
  'ahead',
  'ahead+opens',
  'cue+ahead',
] as const
type Kind = (typeof KINDS)[number]

/** Weights by kind, first and second word. */
export type ContextWeights = Readonly<Record<Kind, ReadonlyMap<string, ReadonlyMap<string, number>>>>

function eachFeature({ sentence, quoted, found }: Candidate, visit: Visit): void {
  const { from, to, speaker, structure } = found
  const word = (at: number): string => sentence[at]?.lower ?? ''
  const cue = word(from)
  const next = word(to)
  const second = word(to + 1)
  const before = word(from - 1)
  const last = speaker ? sentence[firstEndingAfter(sentence, speaker.end - 1)] : undefined
  const head = last === undefined ? '' : last.capital ? 'Name' : last.lower
  let that = false
  for (let at = to; at < Math.min(sentence.length, to + THAT); at++) that ||= word(at) === 'that'
  visit('any', '', '')
  visit('cue', cue, '')
  visit('ending', cue.slice(-3), '')
  visit('cue+structure', cue, structure)
  visit('cue+next', cue, next)
  visit('cue+before', cue, before)
  visit('cue+head', cue, head)
  visit('cue+form', cue, speaker?.form ?? '')
  visit('cue+kind', cue, speaker?.kind ?? '')
  visit('cue+that', cue, that ? 'yes' : 'no')
  visit('cue+quoted', cue, quoted[to] === true || quoted[to + 1] === true ? 'yes' : 'no')
  visit('next', next, '')
  visit('second', second, '')
  visit('next+second', next, second)
  visit('structure+next', structure, next)
  visit('before', before, '')
  visit('before+before', word(from - 2), before)
  visit('head', head, '')
  visit('last', last?.lower ?? '', '')
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at--) visit('near', word(at), '')
  const opens = speaker ? firstEndingAfter(sentence, speaker.start) : sentence.length
  visit('opens', word(opens), '')
  visit('ahead', word(opens - 1), '')
  visit('ahead+opens', word(opens - 1), word(opens))
  visit('cue+ahead', cue, word(opens - 1))
}

/**
 * @param candidate a word that may be a cue
 * @returns its features, as the model file names them
 */
export function contextOf(candidate: Candidate): string[] {
  const features: string[] = []
  eachFeature(candidate, (kind, first, second) => features.push(`${kind}\t${first}\t${second}`))
  return features
}

/**
 * @param candidate a word that may be a cue
 * @param weights the weights of features; what has none counts nothing
 * @returns log odds that the word is a cue
 */
export function contextScore(candidate: Candidate, weights: ContextWeights): number {
  let sum = 0
  eachFeature(candidate, (kind, first, second) => {
    sum += weights[kind].get(first)?.get(second) ?? 0
  })
  return sum
}

/**
 * @param entries features, as {@link contextOf} names them, with their weights
 * @returns the weights, to be looked up
 */
export function weightsOf(entries: Iterable<readonly [feature: string, weight: number]>): ContextWeights {
  const weights = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, Map<string, number>>()])) as Record<
    Kind,
    Map<string, Map<string, number>>
  >
  for (const [feature, weight] of entries) {
    const [kind, first, second] = feature.split('\t') as [Kind, string, string]
    const seconds = weights[kind].get(first) ?? new Map<string, number>()
    weights[kind].set(first, seconds.set(second, weight))
  }
  return weights
}

let loaded: ContextWeights | undefined

/** @returns the shipped weights, read once */
export function contextWeights(): ContextWeights {
  loaded ??= weightsOf(
    readModel('cue-context.en.txt')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const end = line.lastIndexOf('\t')
        return [line.slice(0, end), Number(line.slice(end + 1))]
      }),
  )
  return loaded
}
