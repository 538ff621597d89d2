/**
 * Builds the package for those who install it: JavaScript and declarations in `dist/`, with the files that the service reads.
 *
 * Usage: `npm run build`. The service itself runs from the sources and needs no build.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const dist = new URL('dist/', root)

rmSync(dist, { recursive: true, force: true })
const compiler = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [compiler, '-p', fileURLToPath(new URL('tsconfig.build.json', root))], { stdio: 'inherit' })
for (const folder of ['models', 'web', 'src/engine/lexicon']) cpSync(new URL(folder, root), new URL(folder, dist), { recursive: true })
const { name, version, type } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
writeFileSync(new URL('package.json', dist), `${JSON.stringify({ name, version, type }, null, 2)}\n`)
