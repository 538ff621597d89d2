/**
 * All benchmarks: tables on the screen, figures in `bench/results/`.
 *
 * Usage: `npm run bench [engine|peers|service|growth|contract …]`
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { benchContract } from './contract.ts'
import { benchEngine } from './engine.ts'
import { benchGrowth } from './growth.ts'
import { benchPeers } from './peers.ts'
import { benchService } from './service.ts'

const BENCHMARKS = { engine: benchEngine, peers: benchPeers, growth: benchGrowth, contract: benchContract, service: benchService }
const wanted = process.argv.slice(2)
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
console.log(machine)
const results = new URL('results/', import.meta.url)
mkdirSync(results, { recursive: true })
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const figures = await run()
  writeFileSync(
    new URL(`${name}.json`, results),
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine, figures }, null, 2)}\n`,
  )
}
process.exit(0)
