/**
 * What the words around an English cue say; weights are in `models/cue-context.en.txt`. It is one of the things that the
 * trees of english-judge.ts ask for.
 */
import { firstEndingAfter } from '../1-document/span.ts'
import { numbered } from './context-model.ts'
import type { Candidate } from './english-features.ts'

/** How many words before a cue are looked at. */
const BEFORE = 5
/** A report that “that” opens does so within so many words. */
const THAT = 8

/** Kinds of features. */
export const CUE_KINDS = [
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
  'rival',
  'cue+rival',
] as const
const KIND = numbered(CUE_KINDS)

/**
 * Goes through the features of a cue.
 *
 * @param candidate a word that may be a cue
 * @param read what stands for a word
 * @param visit is told of each feature
 */
export function eachCueFeature<W>(
  { sentence, quoted, found, rival }: Candidate,
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
  const other = read(rival?.lower ?? '')
  visit(KIND.rival, other, none)
  visit(KIND['cue+rival'], cue, other)
}
