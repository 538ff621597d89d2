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
/** The number of each kind. */
const KIND = Object.fromEntries(KINDS.map((kind, number) => [kind, number])) as Record<(typeof KINDS)[number], number>
/** Words are numbered with so many bits, so that a kind and two words are one small number. */
const WORD_BITS = 12

/** Weights of features. */
export interface ContextWeights {
  /** The words that features are about, numbered from 1. */
  words: ReadonlyMap<string, number>
  /** The weight of a feature by its kind and the numbers of its words, see {@link keyOf}. */
  weights: ReadonlyMap<number, number>
}

/**
 * Goes through the features of a candidate: a kind, and the one or two words it is about.
 *
 * @param candidate a word that may be a cue
 * @param read what stands for a word
 * @param visit is told of each feature
 */
function eachFeature<W>(
  { sentence, quoted, found }: Candidate,
  read: (word: string) => W,
  visit: (kind: number, first: W, second: W) => void,
): void {
  const { from, to, speaker, structure } = found
  const written = (at: number): string => (at < 0 ? '' : (sentence[at]?.lower ?? ''))
  const last = speaker ? sentence[firstEndingAfter(sentence, speaker.end - 1)] : undefined
  const opens = speaker ? firstEndingAfter(sentence, speaker.start) : sentence.length
  let that = false
  for (let at = to; at < Math.min(sentence.length, to + THAT); at++) that ||= written(at) === 'that'
  const none = read('')
  const cue = read(written(from))
  const next = read(written(to))
  const second = read(written(to + 1))
  const before = read(written(from - 1))
  const head = last?.capital ? read('Name') : read(last?.lower ?? '')
  const form = read(structure)
  const first = read(written(opens))
  const ahead = read(written(opens - 1))
  visit(KIND.any, none, none)
  visit(KIND.cue, cue, none)
  visit(KIND.ending, read(written(from).slice(-3)), none)
  visit(KIND['cue+structure'], cue, form)
  visit(KIND['cue+next'], cue, next)
  visit(KIND['cue+before'], cue, before)
  visit(KIND['cue+head'], cue, head)
  visit(KIND['cue+form'], cue, read(speaker?.form ?? ''))
  visit(KIND['cue+kind'], cue, read(speaker?.kind ?? ''))
  visit(KIND['cue+that'], cue, read(that ? 'yes' : 'no'))
  visit(KIND['cue+quoted'], cue, read(quoted[to] === true || quoted[to + 1] === true ? 'yes' : 'no'))
  visit(KIND.next, next, none)
  visit(KIND.second, second, none)
  visit(KIND['next+second'], next, second)
  visit(KIND['structure+next'], form, next)
  visit(KIND.before, before, none)
  visit(KIND['before+before'], read(written(from - 2)), before)
  visit(KIND.head, head, none)
  visit(KIND.last, read(last?.lower ?? ''), none)
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at--) visit(KIND.near, read(written(at)), none)
  visit(KIND.opens, first, none)
  visit(KIND.ahead, ahead, none)
  visit(KIND['ahead+opens'], ahead, first)
  visit(KIND['cue+ahead'], cue, ahead)
}

/**
 * @param candidate a word that may be a cue
 * @returns its features, as the model file names them
 */
export function contextOf(candidate: Candidate): string[] {
  const features: string[] = []
  eachFeature(
    candidate,
    (word) => word,
    (kind, first, second) => features.push(`${KINDS[kind]}\t${first}\t${second}`),
  )
  return features
}

/**
 * @param candidate a word that may be a cue
 * @param context the weights of features; what has none counts nothing
 * @returns log odds that the word is a cue
 */
export function contextScore(candidate: Candidate, { words, weights }: ContextWeights): number {
  let sum = 0
  eachFeature(
    candidate,
    (word) => words.get(word) ?? 0,
    (kind, first, second) => {
      sum += weights.get(keyOf(kind, first, second)) ?? 0
    },
  )
  return sum
}

function keyOf(kind: number, first: number, second: number): number {
  return (kind << (2 * WORD_BITS)) | (first << WORD_BITS) | second
}

let loaded: ContextWeights | undefined

/**
 * @returns the shipped weights, read once
 * @throws {RangeError} where the file has more words than can be numbered
 */
export function contextWeights(): ContextWeights {
  loaded ??= readWeights(readModel('cue-context.en.txt'))
  return loaded
}

function readWeights(file: string): ContextWeights {
  const words = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size + 1
    if (number >> WORD_BITS > 0) throw new RangeError(`more than ${2 ** WORD_BITS - 1} words`)
    words.set(word, number)
    return number
  }
  const weights = new Map<number, number>()
  for (const line of file.trimEnd().split('\n')) {
    const [kind, first, second, weight] = line.split('\t') as [(typeof KINDS)[number], string, string, string]
    weights.set(keyOf(KIND[kind], numberOf(first), numberOf(second)), Number(weight))
  }
  return { words, weights }
}
