/** The turns of a transcript: lines that begin with who speaks, in turn, again and again. However short, they are its text. */
import { ENTRY } from './entries.ts'

/** Who speaks, and what he says, up to its end. */
const TURN = /^(\p{Lu}[\p{L}.’' ]{0,24}|\p{Script=Han}{1,8}):\s?\S.*[.?!。…”"]$/u
/** So many speakers have so many turns each, at the least. */
const LEAST_SPEAKERS = 2
const LEAST_TURNS = 2
/** Share of the turns that another speaker has than the one before. */
const IN_TURN = 0.6

/**
 * Marks the turns of a transcript as text.
 *
 * @param entries what each line is in a live blog
 * @param written the folded lines
 * @returns the same, with the turns
 */
export function withTurns(entries: Uint8Array, written: readonly string[]): Uint8Array {
  const labels = written.map((line) => TURN.exec(line)?.[1])
  const counts = new Map<string, number>()
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  const speakers = new Set([...counts].filter(([, count]) => count >= LEAST_TURNS).map(([label]) => label))
  if (speakers.size < LEAST_SPEAKERS) return entries
  const turns = labels.flatMap((label, index) => (label !== undefined && speakers.has(label) ? [index] : []))
  const changes = turns.filter((index, at) => at > 0 && labels[index] !== labels[turns[at - 1] as number]).length
  if (changes < (turns.length - 1) * IN_TURN) return entries
  for (const index of turns) entries[index] = ENTRY.text
  return entries
}
