/** (a) The engine: throughput and time by stage. */
import { extract, STAGES } from '../src/engine/extract.ts'
import { alternate, table } from './measure.ts'
import { ofSize, seed, stuffed } from './texts.ts'

/** @returns the figures, for the file */
export async function benchEngine(): Promise<object> {
  const sets: Record<string, string[]> = {
    'seed article': [seed],
    '200 Chinese articles': stuffed('zh', 200),
    '200 English articles': stuffed('en', 200),
    '1 kB': [ofSize(1000)],
    '10 kB': [ofSize(10_000)],
    '100 kB': [ofSize(100_000)],
    '1 MB': [ofSize(1_000_000)],
  }
  const rows: (string | number)[][] = [['texts', 'ms a text', 'MB/s', ...STAGES.map((stage) => `${stage}, ms`)]]
  const figures: Record<string, object> = {}
  for (const [name, texts] of Object.entries(sets)) {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    const stages = Object.fromEntries(STAGES.map((stage) => [stage, [] as number[]]))
    const run = (): void => {
      const spent: Record<string, number> = {}
      for (const text of texts) {
        let last = performance.now()
        extract(text, {}, (stage) => {
          const now = performance.now()
          spent[stage] = (spent[stage] ?? 0) + now - last
          last = now
        })
      }
      for (const stage of STAGES) stages[stage]?.push((spent[stage] ?? 0) / texts.length)
    }
    const rounds = Math.max(5, Math.min(300, Math.round(6_000_000 / bytes)))
    const { [name]: time } = await alternate({ [name]: run }, rounds)
    const each = (time?.median ?? 0) / texts.length
    const byStage = STAGES.map((stage) => {
      const values = (stages[stage] as number[]).sort((a, b) => a - b)
      return values[values.length >> 1] as number
    })
    rows.push([name, each.toFixed(2), (bytes / texts.length / each / 1000).toFixed(2), ...byStage.map((value) => value.toFixed(2))])
    figures[name] = {
      milliseconds: each,
      megabytesPerSecond: bytes / texts.length / each / 1000,
      stages: Object.fromEntries(STAGES.map((stage, at) => [stage, byStage[at]])),
    }
  }
  console.log('\n## Engine\n')
  table(rows)
  return figures
}
