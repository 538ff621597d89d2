/** (d) Growth: the exponent of time against size, from 10 kB to 1 MB. */
import { extract } from '../src/engine/extract.ts'
import { HOSTILE, type Maker, repeat } from '../tools/torture/hostile-texts.ts'
import { table } from './measure.ts'
import { ofSize } from './texts.ts'

const SIZES = [10_000, 50_000, 200_000, 1_000_000]
const GENERATORS: Readonly<Record<string, Maker>> = {
  'plain text': ofSize,
  'one character': repeat('河'),
  commas: repeat('，'),
  'quotation marks': repeat('“'),
  'nested marks': repeat('“‘'),
  'cues and names': repeat('周明远表示，'),
  'short lines': repeat('河水\n'),
  'empty lines': repeat('\n'),
  'headline repeated': repeat('青河市启动清水行动 三年治理百条小河\n'),
  'one English line': repeat('he said that they said she told him, '),
  links: repeat('- 青河地铁二号线今日试跑\n'),
  'codes of a forum': HOSTILE['codes of a forum'] as Maker,
}

/** @returns the figures, for the file */
export function benchGrowth(): object {
  const figures: Record<string, number> = {}
  for (const [name, make] of Object.entries(GENERATORS)) {
    const points = SIZES.map((size) => {
      const text = make(size)
      const rounds = Math.max(3, Math.min(30, 2_000_000 / size))
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        extract(text)
        best = Math.min(best, performance.now() - started)
      }
      return [Math.log(text.length), Math.log(best)] as const
    })
    figures[name] = slopeOf(points)
  }
  console.log('\n## Growth, 10 kB to 1 MB: time grows like size to the power of\n')
  table([['text', 'exponent'], ...Object.entries(figures).map(([name, value]) => [name, value.toFixed(2)])])
  return figures
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  return (
    points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  )
}
