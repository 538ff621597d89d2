import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { PLAIN_EXAMPLE } from '../schemas/examples.ts'
import { Problem } from '../schemas/problem.ts'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { startServer } from './process.ts'

const KEY = 'a-long-random-string-1'
const OTHER = 'a-long-random-string-2'
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
const API_KEYS = `desk=${hashOf(KEY)},crawler=${hashOf(OTHER)}`
const appOf = (environment: Record<string, string>) => buildApp(readConfig(environment))
const ask = (key?: string, remoteAddress = '192.0.2.1', more: Record<string, string> = {}) => ({
  method: 'POST' as const,
  url: '/extract',
  headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...more },
  payload: { text: PLAIN_EXAMPLE },
  remoteAddress,
})

t.test('with API_KEYS a request needs a key that is known; health and pages are open', async (t) => {
  const app = await appOf({ API_KEYS })
  const missing = await app.inject(ask())
  t.equal(missing.statusCode, 401)
  t.match(missing.headers['www-authenticate'], /^Bearer/)
  t.equal(Problem.parse(missing.json()).errors[0]?.path, 'authorization')
  for (const wrong of ['wrong', `${KEY}x`, hashOf(KEY)]) t.equal((await app.inject(ask(wrong))).statusCode, 403)
  t.equal((await app.inject(ask(KEY))).statusCode, 200)
  t.equal((await app.inject(ask(OTHER))).statusCode, 200)
  for (const url of ['/health/live', '/', '/docs', '/docs/json', '/inspector.js']) t.not((await app.inject(url)).statusCode, 401, url)
  for (const url of ['/metrics', '/batches/0f8fad5b-d9cb-469f-a165-70867728950e', '/no/such/path'])
    t.equal((await app.inject(url)).statusCode, 401, url)
  await app.close()
})

t.test('RATE_LIMIT counts for each key, or each address, with the standard headers', async (t) => {
  const app = await appOf({ API_KEYS, RATE_LIMIT: '2' })
  t.equal((await app.inject(ask(KEY))).headers['ratelimit-limit'], '2')
  t.equal((await app.inject(ask(KEY))).headers['ratelimit-remaining'], '0')
  const refused = await app.inject(ask(KEY))
  t.equal(refused.statusCode, 429)
  t.equal(Problem.parse(refused.json()).status, 429)
  t.ok(Number(refused.headers['retry-after']) > 0)
  t.equal((await app.inject(ask(OTHER))).statusCode, 200, 'another key is another caller')
  t.equal((await app.inject(ask('wrong'))).statusCode, 403, 'a wrong key counts for nobody')
  for (let at = 0; at < 5; at++) t.equal((await app.inject('/health/live')).statusCode, 200)
  await app.close()

  const open = await appOf({ RATE_LIMIT: '1' })
  t.equal((await open.inject(ask())).statusCode, 200)
  t.equal((await open.inject(ask())).statusCode, 429)
  t.equal((await open.inject(ask(undefined, '192.0.2.2'))).statusCode, 200)
  t.equal(
    (await open.inject(ask(undefined, '192.0.2.1', { 'x-forwarded-for': '198.51.100.7' }))).statusCode,
    429,
    'a header is not believed',
  )
  await open.close()

  const behind = await appOf({ RATE_LIMIT: '1', TRUST_PROXY: '192.0.2.0/24' })
  const forwarded = (address: string) => behind.inject(ask(undefined, '192.0.2.1', { 'x-forwarded-for': address }))
  t.equal((await forwarded('198.51.100.7')).statusCode, 200)
  t.equal((await forwarded('198.51.100.7')).statusCode, 429)
  t.equal((await forwarded('198.51.100.8')).statusCode, 200)
  await behind.close()
})

t.test('pages of other sites may call only where CORS_ORIGINS lists them', async (t) => {
  const from = (origin: string) => ({ ...ask(), headers: { origin } })
  const closed = await appOf({})
  t.equal((await closed.inject(from('https://desk.example'))).headers['access-control-allow-origin'], undefined)
  await closed.close()
  const app = await appOf({ CORS_ORIGINS: 'https://desk.example' })
  t.equal((await app.inject(from('https://desk.example'))).headers['access-control-allow-origin'], 'https://desk.example')
  t.equal((await app.inject(from('https://evil.example'))).headers['access-control-allow-origin'], undefined)
  await app.close()
})

t.test('every answer has the strict headers', async (t) => {
  const app = await appOf({})
  for (const url of ['/', '/health/live', '/no/such/path']) {
    const { headers } = await app.inject(url)
    t.match(headers['content-security-policy'], /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/)
    t.equal(headers['x-content-type-options'], 'nosniff')
  }
  t.notMatch(readFileSync(new URL('../web/index.html', import.meta.url), 'utf8'), /<script>|\sstyle=|\son\w+=|https?:\/\//)
  await app.close()
})

t.test('request ids are taken only when they look like ids', async (t) => {
  const app = await appOf({})
  const idOf = async (id: string) => (await app.inject({ url: '/health/live', headers: { 'x-request-id': id } })).headers['x-request-id']
  t.equal(await idOf('abc-1.2:3'), 'abc-1.2:3')
  for (const bad of ['<b>', 'a b', '"', 'x'.repeat(81)]) t.match(await idOf(bad), /^[0-9a-f-]{36}$/)
  await app.close()
})

t.test('METRICS_PORT takes /metrics away from the other routes', async (t) => {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = await startServer({ METRICS_PORT: String(port) })
  t.equal((await fetch(`${server.url}/metrics`)).status, 404)
  t.match(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), /winnow_documents_total/)
  t.equal((await fetch(`http://127.0.0.1:${port}/extract`)).status, 404)
  t.equal(await server.stop(), 0)
})

t.test('logs hold neither keys nor texts, whatever goes wrong', async (t) => {
  const server = await startServer({ API_KEYS, LOG_LEVEL: 'trace' })
  const secret = '秘密的句子'
  const post = (path: string, type: string, body: string, key = KEY) =>
    fetch(server.url + path, { method: 'POST', headers: { 'content-type': type, authorization: `Bearer ${key}` }, body })
  await post('/extract', 'text/plain', `${secret}\n${PLAIN_EXAMPLE}`)
  await post('/extract', 'application/json', `{"text": "${secret}", "${secret}": 1}`)
  await post('/extract', 'application/json', `{"text": "${secret}`)
  await post('/extract/html', 'text/html', `<p>${secret}`)
  await post('/extract/stream', 'application/x-ndjson', `{"text": "${secret}"}\n{"${secret}`)
  await post('/extract/url', 'application/json', `{"url": "http://127.0.0.1/${encodeURIComponent(secret)}"}`)
  await post('/extract', 'text/plain', secret, 'wrong-key-of-somebody')
  t.equal(await server.stop(), 0)
  t.ok(server.log().split('\n').length > 7)
  t.notMatch(server.log(), new RegExp(`${secret}|${KEY}|wrong-key|山城`))
})

t.test('what production installs runs no scripts, and all licences are permissive', async (t) => {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
  const PERMISSIVE =
    /^(?:\(?(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|CC0-1\.0|MIT-0)(?: (?:AND|OR) )?)+\)?$/
  let checked = 0
  for (const [path, entry] of Object.entries<Record<string, unknown>>(packages)) {
    if (path === '' || entry.dev || entry.devOptional) continue
    checked++
    t.match(entry.license, PERMISSIVE, path)
    t.match(entry.integrity, /^sha512-/, path)
    if (entry.hasInstallScript)
      t.ok(entry.optional || /msgpackr-extract|protobufjs/.test(path), `${path} runs a script when it is installed`)
  }
  t.ok(checked > 100)
})

t.test('npm run sbom lists what production runs, in CycloneDX', async (t) => {
  const npm = (...words: string[]) =>
    spawnSync('env', ['-u', 'NODE_OPTIONS', 'npm', ...words], { cwd: fileURLToPath(new URL('../', import.meta.url)), encoding: 'utf8' })
  if (Number.parseInt(npm('--version').stdout, 10) < 10) {
    t.comment('SKIPPED: this npm has no `npm sbom`; version 10 has')
    return
  }
  const { stdout, stderr } = npm('run', '--silent', 'sbom')
  const { bomFormat, components } = JSON.parse(stdout || JSON.stringify({ bomFormat: stderr, components: [] }))
  t.equal(bomFormat, 'CycloneDX')
  const names = components.map(({ purl }: { purl: string }) => purl.replace(/@[^@]*$/, ''))
  t.ok(['fastify', 'zod', 'pino', 'undici'].every((name) => names.includes(`pkg:npm/${name}`)))
  t.notOk(names.includes('pkg:npm/tap'), 'nothing that only developers need')
})
