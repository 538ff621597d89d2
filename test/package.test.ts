import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { PLAIN_EXAMPLE } from '../schemas/examples.ts'
import { startServer } from './process.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
/** Runs a command without the loader that tap gives to all Node processes that its tests start. */
function run(words: string[], cwd: string, input = '') {
  const own = ['-u', 'NODE_OPTIONS', ...words]
  return spawnSync('env', own, { cwd, input, encoding: 'utf8' })
}
function npm(words: string[], cwd: string): string {
  const { status, stdout, stderr } = run(['npm', ...words], cwd)
  if (status !== 0) throw new Error(stderr)
  return stdout
}
const USER = `
import { ProblemError, WinnowClient } from 'winnow/client'
const winnow = new WinnowClient(process.argv[2])
const { headline, quotes } = await winnow.extract({ text: ${JSON.stringify(PLAIN_EXAMPLE)} })
console.log(headline?.text, quotes.at(-1)?.speaker?.name)
for await (const answer of winnow.stream([{ id: 7, text: 'One line only.' }])) console.log(answer.id, answer.error === undefined)
try {
  await winnow.extract({ text: ' ' })
} catch (error) {
  console.log(error instanceof ProblemError && error.status)
}
await winnow.close()
`

t.test('the packed package, installed in an empty project: client, types and command work', { timeout: 240_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-user-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const [packed] = JSON.parse(npm(['pack', '--json', '--silent', '--pack-destination', folder], root))
  const names: string[] = packed.files.map(({ path }: { path: string }) => path)
  t.ok(names.includes('dist/src/client/client.d.ts') && names.includes('dist/models/words.zh.txt'))
  t.same(
    names.filter((name) => /^(?:test|tools|bench)|\.ts$/.test(name) && !name.endsWith('.d.ts')),
    [],
    'nothing that a user does not need',
  )
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}')
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', join(folder, packed.filename)], folder)

  const server = await startServer()
  writeFileSync(join(folder, 'user.mjs'), USER)
  const used = run([process.execPath, 'user.mjs', server.url], folder)
  t.equal(used.stdout, '山城图书馆延长夜间开放 何静\n7 true\n422\n', used.stderr)
  await server.stop()

  writeFileSync(join(folder, 'user.ts'), USER)
  const options = { module: 'nodenext', strict: true, noEmit: true, types: [], target: 'es2022' }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['user.ts', 'globals.d.ts'] }))
  writeFileSync(join(folder, 'globals.d.ts'), 'declare const process: { argv: string[] }')
  const checked = run([join(root, 'node_modules/.bin/tsc'), '-p', folder], folder)
  t.equal(checked.stdout, '')
  t.equal(checked.status, 0)

  const command = join(folder, 'node_modules/.bin/winnow')
  t.ok(existsSync(command))
  const article = run([command, 'extract', '--text'], folder, PLAIN_EXAMPLE)
  t.match(article.stdout, /^山城图书馆延长夜间开放\n\n山城图书馆昨日宣布/)
  const installed = await startServer({}, join(folder, 'node_modules/winnow/dist/src/server.js'))
  t.equal((await fetch(`${installed.url}/`)).status, 200)
  const long = `${PLAIN_EXAMPLE}\n`.repeat(400)
  const answer = await fetch(`${installed.url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: long })
  t.equal(answer.status, 200, 'a built worker reads long texts')
  await installed.stop()
})
