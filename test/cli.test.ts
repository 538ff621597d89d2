import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { PAGE_EXAMPLE, PLAIN_EXAMPLE, STREAM_EXAMPLE, STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { extract } from '../src/engine/extract.ts'
import { startServer } from './process.ts'

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const winnow = (words: string[], input: string | Buffer = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { input, encoding: 'utf8', maxBuffer: 1e9 })
  return { status, stdout, stderr }
}
const folder = mkdtempSync(join(tmpdir(), 'winnow-cli-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'in', 'deeper'), { recursive: true })
writeFileSync(join(folder, 'in', 'a.txt'), STUFFED_EXAMPLE)
writeFileSync(join(folder, 'in', 'deeper', 'b.txt'), PLAIN_EXAMPLE)
writeFileSync(join(folder, 'in', 'page.html'), PAGE_EXAMPLE)
writeFileSync(join(folder, 'in', 'picture.png'), 'not read')

t.test('extract: a file or the standard input as JSON, text or Markdown', async (t) => {
  const file = join(folder, 'in', 'a.txt')
  t.same(JSON.parse(winnow(['extract', file]).stdout), JSON.parse(JSON.stringify(extract(STUFFED_EXAMPLE))))
  t.equal(winnow(['extract', '-', '--text'], STUFFED_EXAMPLE).stdout, `${extract(STUFFED_EXAMPLE).text}\n`)
  t.match(winnow(['extract', '--markdown'], STUFFED_EXAMPLE).stdout, /^# 青河市启动“清水行动” 三年治理百条小河\n\n近日,青河市水务局/)
  const { headline } = JSON.parse(winnow(['extract', '--offsets', 'utf-8', '--language', 'zh'], PLAIN_EXAMPLE).stdout)
  t.equal(headline.end, Buffer.byteLength('山城图书馆延长夜间开放'))
  t.match(winnow(['extract', join(folder, 'in', 'page.html'), '--text']).stdout, /^Night buses return to Lowmere\n/)
})

t.test('extract: a folder, in the order of its names', async (t) => {
  const { status, stdout } = winnow(['extract', join(folder, 'in')])
  t.equal(status, 0)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.same(
    lines.map(({ file }) => file),
    ['a.txt', 'deeper/b.txt', 'page.html'].map((name) => join(folder, 'in', name)),
  )
  t.equal(lines[1].headline.text, '山城图书馆延长夜间开放')
})

t.test('what cannot be read is told, the rest is read, and the exit code says so', async (t) => {
  const blank = join(folder, 'blank.txt')
  const binary = join(folder, 'binary.txt')
  writeFileSync(blank, ' \n')
  writeFileSync(binary, Buffer.from([0xff, 0xfe, 0xfd]))
  const { status, stdout, stderr } = winnow(['extract', join(folder, 'none.txt'), blank, binary, join(folder, 'in', 'a.txt'), '--text'])
  t.equal(status, 1)
  t.match(stdout, /青河市/)
  t.match(stderr, /none\.txt: there is no such file\n.*blank\.txt: there is nothing in it\n.*binary\.txt: this is no text in UTF-8/)
})

t.test('a wrong command line ends with 2, help and version with 0', async (t) => {
  for (const words of [
    ['nonsense'],
    ['extract', '--json', '--text'],
    ['extract', '--language', 'fr'],
    ['evaluate'],
    ['serve', '--port', 'x'],
  ]) {
    const { status, stderr } = winnow(words)
    t.equal(status, 2, words.join(' '))
    t.match(stderr, /error/)
  }
  for (const words of [['--help'], ['extract', '--help'], ['stream', '--help'], ['serve', '--help'], ['evaluate', '--help']]) {
    const { status, stdout } = winnow(words)
    t.equal(status, 0)
    t.match(stdout, /Usage: winnow/)
  }
  t.match(winnow(['--help']).stdout, /Exit codes/)
  t.match(winnow(['--version']).stdout, /^\d+\.\d+\.\d+\n$/)
})

t.test('stream: answers in order, errors in their lines', async (t) => {
  const { status, stdout } = winnow(['stream'], STREAM_EXAMPLE)
  t.equal(status, 1)
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.same(
    answers.map(({ id, error }) => [id, error?.status]),
    [
      ['a', undefined],
      ['b', undefined],
      ['c', 400],
    ],
  )
  t.equal(winnow(['stream', '--order', 'any'], `${JSON.stringify({ text: PLAIN_EXAMPLE })}\n`).status, 0)
})

t.test('piped into head: the first line, and a quiet end', async (t) => {
  const line = `${JSON.stringify({ text: PLAIN_EXAMPLE })}\n`
  const child = spawn('/bin/sh', ['-c', `'${process.execPath}' '${CLI}' stream | head -n 1; echo end >&2`])
  child.stdin.on('error', () => {})
  child.stdin.write(line.repeat(2000))
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  // Both are awaited from the beginning: the process may be gone as soon as its output is.
  const closed = new Promise((resolve) => child.once('close', resolve))
  await new Promise((resolve) => child.stdout.once('close', resolve))
  child.stdin.end()
  await closed
  t.match(out, /^\{"id":null,"language":"zh-Hans".*\}\n$/)
  t.equal(err, 'end\n')
})

t.test('serve runs the service, evaluate measures it', async (t) => {
  const server = await startServer({}, CLI, ['serve', '--port', '0', '--host', '127.0.0.1'])
  const held = fileURLToPath(new URL('corpus/held', import.meta.url))
  const over = winnow(['evaluate', held, '--json', '--url', server.url])
  t.equal(over.status, 0, over.stderr)
  const { total } = JSON.parse(over.stdout)
  t.equal(total.records, 40)
  t.ok(total['direct+partial quotes F1'] > 0.9)
  t.equal(over.stdout, winnow(['evaluate', held, '--json']).stdout, 'the same as without the service')
  t.equal(await server.stop(), 0)
  t.equal(winnow(['evaluate', join(folder, 'none.jsonl')]).status, 1)
})
