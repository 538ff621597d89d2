/**
 * Checks every regular expression of the source, and of the lexicon of furniture, with a static analyser (recheck,
 * https://makenowjust-labs.github.io/recheck/), and measures those it suspects on the attack that it gives. Exit code 1 where one is slow.
 *
 * Usage: `npm run check:regexes`
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { simple } from 'acorn-walk'
import { checkSync } from 'recheck'
import { readLexicon } from '../src/engine/models.ts'
import { readSyntax } from './syntax.ts'

/** The analyser gives up on one expression after this time, in milliseconds. */
const PATIENCE = 300
/** A suspect is slow when twice the attack takes more than so many times as long: linear is 2, quadratic 4. */
const LEAST_GROWTH = 3
/** Attacks are so long, in UTF-16 units: as long as a whole paragraph. */
const ATTACK = 20_000

interface Found {
  where: string
  source: string
  flags: string
}

const root = fileURLToPath(new URL('../', import.meta.url))
const found: Found[] = []
for (const folder of ['src', 'routes', 'schemas']) {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue
    const file = join(folder, name)
    simple(readSyntax(join(root, file)).tree, {
      Literal({ regex, loc }) {
        if (regex) found.push({ where: `${file}:${loc?.start.line}`, source: regex.pattern, flags: regex.flags })
      },
    })
  }
}
for (const entry of readLexicon('furniture.txt'))
  found.push({ where: 'lexicon/furniture.txt', source: entry.split('\t')[1] as string, flags: 'iu' })

let suspects = 0
let slow = 0
for (const { where, source, flags } of unique(found)) {
  const diagnosis = checkSync(source, flags.replace(/[gdy]/g, ''), { timeout: PATIENCE })
  if (diagnosis.status === 'safe') continue
  suspects++
  const attack = diagnosis.status === 'vulnerable' ? diagnosis.attack : null
  const growth = attack ? growthOn(source, flags, attack) : 1
  const verdict = growth > LEAST_GROWTH ? 'SLOW' : attack ? 'fast when measured' : 'not known to the analyser'
  if (growth > LEAST_GROWTH) slow++
  if (growth > LEAST_GROWTH || process.argv.includes('--all'))
    console.log(`${where}: ${verdict} (x${growth.toFixed(1)} on twice the length): /${source.slice(0, 120)}/${flags}`)
}
console.log(`${found.length} regular expressions: ${found.length - suspects} safe, ${suspects} measured, ${slow} slow`)
process.exit(slow > 0 ? 1 : 0)

/** An expression that stands in several places is checked once. */
function unique(all: readonly Found[]): Found[] {
  return [...new Map(all.map((entry) => [`/${entry.source}/${entry.flags}`, entry])).values()]
}

/** How many times as long an expression takes on an attack of twice the length. */
function growthOn(source: string, flags: string, attack: { pumps: { prefix: string; pump: string }[]; suffix: string }): number {
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''))
  const text = (length: number): string =>
    attack.pumps
      .map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / attack.pumps.length / Math.max(1, pump.length))))
      .join('') + attack.suffix
  const time = (length: number): number => {
    const input = text(length)
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 3; round++) {
      const started = performance.now()
      expression.exec(input)
      best = Math.min(best, performance.now() - started)
    }
    return best
  }
  const short = time(ATTACK / 2)
  const long = time(ATTACK)
  // Less than a millisecond for a whole paragraph harms nobody, whatever it grows like.
  return long < 1 ? 1 : long / Math.max(0.001, short)
}
