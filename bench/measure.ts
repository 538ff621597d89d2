/** Timing side by side. */

/** What a run of times says. */
export interface Timing {
  /** Milliseconds. */
  median: number
  /** A quarter of the times are below, a quarter above. */
  low: number
  high: number
}

/**
 * Times candidates in turn, so that whatever disturbs the machine disturbs all of them.
 *
 * @param candidates what is timed, by name; each may be asynchronous
 * @param rounds how often, after a fifth of that as warm-up
 * @returns their times
 */
export async function alternate(candidates: Record<string, () => unknown>, rounds: number): Promise<Record<string, Timing>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]))
  const warmUp = Math.ceil(rounds / 5)
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const started = performance.now()
      await run()
      if (round >= warmUp) times[name]?.push(performance.now() - started)
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
