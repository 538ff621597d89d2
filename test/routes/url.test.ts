import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { PAGE_EXAMPLE } from '../../schemas/examples.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { mayFetchFrom, networks } from '../../src/fetch/addresses.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const GBK_PAGE = Buffer.concat([
  Buffer.from('<meta charset=gbk><h1>'),
  Buffer.from([0xc7, 0xe0, 0xba, 0xd3]),
  Buffer.from('</h1><p>x.</p>'),
])
/** Every trick that a site may play, by path. */
const TRICKS: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/page': (response) => response.writeHead(200, HTML).end(PAGE_EXAMPLE),
  '/gzip': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(PAGE_EXAMPLE)),
  '/brotli': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'br' }).end(brotliCompressSync(PAGE_EXAMPLE)),
  '/gbk': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(GBK_PAGE),
  '/moved': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/name-inside': (response) => response.writeHead(302, { location: `http://localhost:${port}/page` }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/nowhere': (response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/long': (response) => response.writeHead(200, HTML).end('x'.repeat(300_000)),
  '/endless': (response) => {
    response.writeHead(200, HTML)
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  '/bomb': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  '/broken': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('this is not gzip'),
  '/odd': (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'compress' }).end('x'),
  '/silent': () => {},
  '/slow': (response) => void response.writeHead(200, HTML).write('<p>'),
  '/image': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/missing': (response) => response.writeHead(404, HTML).end('gone'),
  '/blank': (response) => response.writeHead(200, HTML).end('<script>x</script>'),
  '/hangs-up': (response) => response.destroy(),
  '/private': (response) => response.writeHead(200, HTML).end(PAGE_EXAMPLE),
  '/robots.txt': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: Winnow\nDisallow: /private\n'),
  '/agent': (response, { headers }) => response.writeHead(200, HTML).end(`<p>${headers['user-agent']}</p>`),
}
const site = createServer((request, response) => {
  const trick = TRICKS[request.url as string]
  if (trick) trick(response, request)
  else response.writeHead(404).end()
})
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
const { port } = site.address() as AddressInfo
const base = `http://127.0.0.1:${port}`

const settings = {
  FETCH_ENABLED: 'true',
  FETCH_PORTS: `80,443,${port}`,
  FETCH_TIMEOUT_MS: '500',
  FETCH_MAX_BYTES: '200000',
  FETCH_MAX_REDIRECTS: '3',
}
// “localhost” may resolve to ::1, which no site of this test has.
const open = await buildApp(readConfig({ ...settings, FETCH_ALLOW: '127.0.0.1/32' }))
const strict = await buildApp(readConfig({ ...settings, FETCH_ROBOTS: 'false' }))
t.teardown(() => {
  site.closeAllConnections()
  site.close()
})
t.teardown(() => Promise.all([open.close(), strict.close()]))
const post = (url: string, app = open) => app.inject({ method: 'POST', url: '/extract/url', payload: { url } })

t.test('a page is fetched, packed or not, in any encoding, after a redirect', async (t) => {
  for (const path of ['/page', '/gzip', '/brotli', '/moved']) {
    const response = await post(base + path)
    t.equal(response.statusCode, 200, path)
    t.equal(response.json().headline.text, 'Night buses return to Lowmere')
    t.equal(response.headers['content-location'], `${base}${path === '/moved' ? '/page' : path}`)
    t.match(response.json().source, /Nurses should not have to walk home/)
  }
  t.match((await post(`${base}/gbk`)).json().source, /青河/)
  t.match((await post(`${base}/agent`)).json().source, /^Winnow\/\d/)
})

const REFUSALS: [path: string, status: number, detail: RegExp][] = [
  ['/loop', 422, /more than 3 times/],
  ['/inside', 403, /Port 80|not a public one/],
  ['/file', 403, /http and https/],
  ['/nowhere', 422, /no address/],
  ['/long', 422, /more than 200000 bytes/],
  ['/endless', 422, /more than 200000 bytes/],
  ['/bomb', 422, /more than 200000 bytes/],
  ['/broken', 422, /packed, and broken/],
  ['/odd', 422, /not known here/],
  ['/silent', 422, /within 500 ms/],
  ['/slow', 422, /within 500 ms/],
  ['/image', 422, /image\/png/],
  ['/missing', 422, /answered 404/],
  ['/blank', 422, /nothing in it/],
  ['/hangs-up', 422, /could not be reached/],
  ['/private', 403, /robots.txt/],
]
for (const [path, status, detail] of REFUSALS) {
  t.test(`${path} is refused with ${status}`, async (t) => {
    const response = await post(base + path)
    t.equal(response.statusCode, status)
    t.match(response.headers['content-type'], /problem\+json/)
    t.match(response.json().detail, detail)
    t.equal(response.json().errors[0].path, 'url')
  })
}

t.test('addresses that are not public are refused, however they are written', async (t) => {
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.9.9',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00::1]',
    'localhost',
  ]) {
    const response = await post(`http://${host}:${port}/page`, strict)
    t.equal(response.statusCode, 403, host)
    t.match(response.json().detail, /not a public one/, host)
  }
})

t.test('a redirect to a name that resolves inside is refused when the connection is made', async (t) => {
  const app = await buildApp(readConfig({ ...settings, FETCH_ALLOW: '127.0.0.2/32', FETCH_ROBOTS: 'false' }))
  const other = createServer((_request, response) => response.writeHead(302, { location: `http://localhost:${port}/page` }).end())
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.2', resolve))
  const response = await post(`http://127.0.0.2:${port}/`, app)
  t.equal(response.statusCode, 403)
  t.match(response.json().detail, /not a public one/)
  other.closeAllConnections()
  other.close()
  await app.close()
})

t.test('other schemes, ports and user names are refused', async (t) => {
  t.equal((await post('ftp://example.org/')).statusCode, 400)
  t.equal((await post('not an address')).statusCode, 400)
  t.match((await post('http://example.org:22/')).json().detail, /Port 22/)
  t.match((await post(`http://user:secret@127.0.0.1:${port}/page`)).json().detail, /user name/)
})

t.test('public addresses are allowed', async (t) => {
  for (const address of ['93.184.215.14', '2606:4700::1111']) t.ok(mayFetchFrom(address, networks([])), address)
  t.notOk(mayFetchFrom('no address', networks([])))
  t.throws(() => networks(['10.0.0.1']), /address\/bits/)
})

t.test('the route is off unless it is switched on', async (t) => {
  const off = await buildApp(readConfig({}))
  const response = await post(`${base}/page`, off)
  t.equal(response.statusCode, 404)
  t.match(response.json().detail, /FETCH_ENABLED=true/)
  await off.close()
})
