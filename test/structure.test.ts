import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('../', import.meta.url))
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** Files and packages that a file imports; files relative to the root. */
function importsOf(file: string): string[] {
  const found = readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)
  return [...found].map(([, target]) =>
    (target as string).startsWith('.') ? relative(root, resolve(root, file, '..', target as string)) : (target as string),
  )
}

const stageOf = (file: string): number => Number(/^src\/engine\/(\d)-/.exec(file)?.[1] ?? Number.NaN)

t.test('the engine knows nothing of HTTP and files', async (t) => {
  for (const file of files('src/engine')) {
    for (const target of importsOf(file)) {
      t.notMatch(target, /^(?:routes|src\/plugins|src\/app|src\/server|src\/config)|fastify/, `${file} imports ${target}`)
      if (target === 'node:fs') t.equal(file, 'src/engine/models.ts')
    }
  }
})

t.test('a stage imports only from stages before it', async (t) => {
  let checked = 0
  for (const file of files('src/engine')) {
    for (const target of importsOf(file)) {
      if (Number.isNaN(stageOf(file)) || Number.isNaN(stageOf(target))) continue
      checked++
      t.ok(stageOf(target) <= stageOf(file), `${file} imports ${target}`)
    }
  }
  t.ok(checked > 20)
})

t.test('routes reach the engine through extract.ts only', async (t) => {
  for (const file of files('routes'))
    for (const target of importsOf(file)) if (target.startsWith('src/engine')) t.equal(target, 'src/engine/extract.ts', file)
})
