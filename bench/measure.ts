/** Timing side by side. */

/** What a run of times says. */
export interface Timing {
  /** Milliseconds. */
  median: number
  /** A quarter of the times are below, a quarter above. */
  low: number
  high: number
}

/** A service runs for days: code is timed as V8 has it then. In milliseconds, for all candidates together. */
const WARM_UP = 8000

/**
 * Times candidates in turn, so that whatever disturbs the machine disturbs all of them.
 *
 * @param candidates what is timed, by name; each may be asynchronous
 * @param rounds how often, after a fifth of that and {@link WARM_UP} as warm-up
 * @returns their times
 */
export async function alternate(candidates: Record<string, () => unknown>, rounds: number): Promise<Record<string, Timing>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]))
  const began = performance.now()
  for (let round = 0; round < rounds / 5 || performance.now() - began < WARM_UP; round++)
    for (const run of Object.values(candidates)) await run()
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const started = performance.now()
      await run()
      times[name]?.push(performance.now() - started)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, timingOf(values)]))
}

function timingOf(values: number[]): Timing {
  values.sort((a, b) => a - b)
  const at = (share: number): number => values[Math.floor((values.length - 1) * share)] as number
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/**
 * Prints rows as a Markdown table.
 *
 * @param rows the rows; the first one is the heading
 */
export function table(rows: readonly (readonly (string | number)[])[]): void {
  const [heading = [], ...rest] = rows
  console.log(`| ${heading.join(' | ')} |\n|${' --- |'.repeat(heading.length)}`)
  for (const row of rest) console.log(`| ${row.join(' | ')} |`)
}
