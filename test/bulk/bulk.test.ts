import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import t from 'tap'
import { ENGLISH_EXAMPLE, PLAIN_EXAMPLE, STUFFED_EXAMPLE } from '../../schemas/examples.ts'
import { startRedis } from '../redis.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'winnow-bulk-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
const input = join(folder, 'in')
mkdirSync(join(input, 'deeper'), { recursive: true })
const TEXTS = [PLAIN_EXAMPLE, ENGLISH_EXAMPLE, STUFFED_EXAMPLE]
const shard = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ id: `${name}-${at}`, text: TEXTS[at % 3] })).join('\n')
writeFileSync(join(input, 'plain.ndjson'), `${shard('plain', 400)}\n\n{"broken\n${JSON.stringify({ id: 'last', text: ' ' })}`)
writeFileSync(join(input, 'zipped.jsonl.gz'), gzipSync(shard('zipped', 60)))
writeFileSync(join(input, 'deeper', 'zst.ndjson.zst'), zstdCompressSync(`${shard('zst', 60)}\n`))
writeFileSync(join(input, 'readme.txt'), 'no shard')

const bulk = (out: string, ...words: string[]) =>
  spawnSync(process.execPath, [CLI, 'bulk', input, '--out', out, ...words], {
    encoding: 'utf8',
    env: { ...process.env, BATCH_STORE: join(folder, 'store') },
  })
const contentOf = (out: string) => Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]))

const undisturbed = join(folder, 'undisturbed')
t.test('a line of answer for each line of each shard, packed or not', async (t) => {
  const { status, stderr } = bulk(undisturbed)
  t.equal(status, 1, 'some lines are wrong')
  t.equal(stderr, '')
  t.same(readdirSync(undisturbed).sort(), ['plain.ndjson', 'zipped.ndjson', 'zst.ndjson'])
  const lines = readFileSync(join(undisturbed, 'plain.ndjson'), 'utf8').trimEnd().split('\n')
  t.equal(lines.length, 403)
  t.match(JSON.parse(lines[399] as string), { id: 'plain-399', language: 'zh-Hans' })
  t.same(
    lines.slice(400).map((line) => JSON.parse(line).error?.status),
    [400, 400, 422],
    'the empty line is a line too',
  )
  t.equal(readFileSync(join(undisturbed, 'zst.ndjson'), 'utf8').trimEnd().split('\n').length, 60)
  const again = statSync(join(undisturbed, 'plain.ndjson')).mtimeMs
  t.equal(bulk(undisturbed).status, 0, 'nothing is left to do')
  t.equal(statSync(join(undisturbed, 'plain.ndjson')).mtimeMs, again)
})

/** Kills a run when its output has grown past some bytes. */
async function killedAt(out: string, bytes: number, words: string[] = []): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [CLI, 'bulk', input, '--out', out, ...words], {
    stdio: 'ignore',
    env: { ...process.env, BATCH_STORE: join(folder, 'store') },
  })
  const ended = once(child, 'exit')
  const grown = (): number => (existsSync(out) ? readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0) : 0)
  while (grown() < bytes && child.exitCode === null) await setTimeout(5)
  child.kill('SIGKILL')
  await ended
}
const whole = (): number => readdirSync(undisturbed).reduce((sum, name) => sum + statSync(join(undisturbed, name)).size, 0)

t.test('killed three times and run again, the outcome is that of an undisturbed run', async (t) => {
  const out = join(folder, 'killed')
  for (const share of [0.2, 0.5, 0.8]) await killedAt(out, whole() * share)
  t.ok(
    readdirSync(out).some((name) => name.endsWith('.part')),
    'the last kill came in the middle',
  )
  bulk(out)
  t.same(contentOf(out), contentOf(undisturbed))
})

t.test('a line that a crash broke is done again', async (t) => {
  const out = join(folder, 'broken')
  mkdirSync(out)
  const [first = ''] = readFileSync(join(undisturbed, 'plain.ndjson'), 'utf8').split('\n')
  writeFileSync(join(out, 'plain.part'), `${first}\n${first.slice(0, 50)}`)
  bulk(out)
  t.same(contentOf(out), contentOf(undisturbed))
})

t.test('what cannot be done is told', async (t) => {
  mkdirSync(join(folder, 'twins'))
  writeFileSync(join(folder, 'twins', 'a.ndjson'), '')
  writeFileSync(join(folder, 'twins', 'a.jsonl'), '')
  const run = (...words: string[]) => spawnSync(process.execPath, [CLI, 'bulk', ...words], { encoding: 'utf8' })
  t.match(run(join(folder, 'twins'), '--out', join(folder, 'x')), { status: 1, stderr: /same name/ })
  t.match(run(join(folder, 'none'), '--out', join(folder, 'x')), { status: 1, stderr: /ENOENT/ })
  t.match(run(folder), { status: 2 })
})

const redis = await startRedis()
if (redis) {
  t.teardown(() => redis.remove())
  const normal = (content: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(content).map(([name, text]) => [
        name,
        text
          .trimEnd()
          .split('\n')
          .map((line) => {
            const { error, ...answer } = JSON.parse(line)
            return error ? error.status : answer
          }),
      ]),
    )

  t.test('the same over Redis, also when it is killed three times', async (t) => {
    const out = join(folder, 'redis')
    for (const share of [0.1, 0.4, 0.7]) await killedAt(out, whole() * share, ['--redis', redis.url])
    const { stderr } = bulk(out, '--redis', redis.url)
    t.equal(stderr, '')
    t.same(normal(contentOf(out)), normal(contentOf(undisturbed)))
  })
}
