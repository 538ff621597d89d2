/** The opening of a Chinese article: a short first sentence right above the running text, which English pages hardly have. */
import type { LineFacts } from './line-facts.ts'

/** A sentence has so many Han characters and marks at least: what a page says of itself ends in no full stop. */
const LEAST = { han: 10, stops: 2 }

/**
 * @param facts what is known of the lines by what they say
 * @param body for each line whether it is body
 * @param from no line above this one is
 * @returns the same, with the sentences right above the first line of the body
 */
export function withOpening(facts: readonly LineFacts[], body: readonly boolean[], from: number): boolean[] {
  const found = [...body]
  for (let index = body.indexOf(true) - 1; index >= from; index--) {
    const { furniture, sentence, han, stops } = facts[index] as LineFacts
    if (furniture !== null || !sentence || han < LEAST.han || stops < LEAST.stops) break
    found[index] = true
  }
  return found
}
