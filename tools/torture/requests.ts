/** Requests that clients send, careful, careless and hostile, and what is wrong with an answer: for tools/torture.ts. */
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { ENGLISH_EXAMPLE, PAGE_EXAMPLE, PLAIN_EXAMPLE, STREAM_EXAMPLE, STUFFED_EXAMPLE } from '../../schemas/examples.ts'
import { Extraction } from '../../schemas/extraction.ts'
import { PageExtraction } from '../../schemas/page.ts'
import { Problem } from '../../schemas/problem.ts'
import type { Random } from '../random.ts'

const TYPES = [
  'application/json',
  'text/plain',
  'text/html',
  'application/x-ndjson',
  'application/json; charset=utf-16',
  'text/plain; charset=gbk',
  'multipart/form-data',
  'x',
  '',
]
const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x',
  PLAIN_EXAMPLE,
  ENGLISH_EXAMPLE,
  '\u0000',
  '\ud800',
  [],
  [[]],
  {},
  'x'.repeat(30_000),
]

/** What a valid client, a careless one and an enemy would send to a route. */
export function requestFor(
  pattern: string,
  method: string,
  random: Random,
): { path: string; headers: Record<string, string>; body?: string | Buffer } {
  const ids = ['0f8fad5b-d9cb-469f-a165-70867728950e', 'x', '..%2f..', '%00', '%ff']
  const query = random.pick([
    '',
    '',
    '',
    '?offsets=utf-8',
    '?offsets=x',
    '?order=any',
    '?title=%',
    '?__proto__=1',
    '?from=-1',
    `?${'a=1&'.repeat(50)}`,
  ])
  const path = pattern.replace('{id}', random.pick(ids)) + query
  if (method === 'GET' || method === 'DELETE') return { path, headers: {} }
  const valid: Record<string, unknown> = pattern.endsWith('html')
    ? { html: PAGE_EXAMPLE }
    : pattern.endsWith('url')
      ? { url: 'http://127.0.0.1/' }
      : pattern === '/batches'
        ? { documents: [{ text: PLAIN_EXAMPLE }] }
        : { text: random.pick([PLAIN_EXAMPLE, ENGLISH_EXAMPLE, STUFFED_EXAMPLE]) }
  let type = random.pick(TYPES)
  let body: string | Buffer
  switch (random.int(0, 9)) {
    case 0:
    case 1:
      body = JSON.stringify(valid)
      type = 'application/json'
      break
    case 2:
      body = JSON.stringify({
        ...valid,
        [random.pick(['title', 'language', 'offsets', 'x', '__proto__', 'constructor', ''])]: random.pick(VALUES),
      })
      type = 'application/json'
      break
    case 3:
      body = JSON.stringify({ ...valid, [Object.keys(valid)[0] as string]: random.pick(VALUES) })
      type = 'application/json'
      break
    case 4:
      body = `${'['.repeat(random.int(1, 20_000))}`
      break
    case 5:
      body = `{"text":"a","text":"b","__proto__":{"x":1}}`
      break
    case 6:
      body = Buffer.from(Array.from({ length: random.int(0, 300) }, () => random.int(0, 255)))
      break
    case 7:
      body = gzipSync(Buffer.alloc(1_000_000))
      break
    case 8:
      body = STREAM_EXAMPLE + random.pick(['', '{', '\n\n\n', '\u0000\n', `{"id":{}}\n`])
      type = random.pick(['application/x-ndjson', type])
      break
    default:
      body = random.pick([PAGE_EXAMPLE, STUFFED_EXAMPLE, JSON.stringify(valid).slice(0, random.int(0, 200))])
  }
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
  if (random.next() < 0.1) headers['x-request-id'] = random.pick(['ok-1', '<script>', 'x'.repeat(500)])
  if (random.next() < 0.1) headers['content-encoding'] = 'gzip'
  if (random.next() < 0.1) headers.accept = random.pick(['text/event-stream', '*/*', 'image/png'])
  if (random.next() < 0.1) headers['idempotency-key'] = 'k'.repeat(random.int(0, 300))
  return { path, headers, body }
}

/** What is wrong with an answer; null where nothing is. */
export function complaintOf(path: string, status: number, type: string, text: string): string | null {
  try {
    if (status >= 400) {
      // Overload, and batches without a Redis.
      if (status >= 500 && status !== 503) return `status ${status}`
      if (!type.startsWith('application/problem+json')) return `an error as ${type}`
      const problem = Problem.parse(JSON.parse(text))
      return problem.status === status ? null : 'another status in the document'
    }
    if (/^\/extract(?:\?|$)/.test(path)) Extraction.parse(JSON.parse(text))
    if (/^\/extract\/(?:html|url)/.test(path)) PageExtraction.parse(JSON.parse(text))
    if (path.startsWith('/extract/stream')) for (const line of text.split('\n').filter(Boolean)) JSON.parse(line)
    return null
  } catch (error) {
    return `${status}: ${(error as Error).message.slice(0, 200)}`
  }
}

/** What no HTTP library would send. */
export const RAW = [
  'GET / HTTP/1.1\r\n\r\n',
  'POST /extract HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n{"text":"more than five bytes"}',
  'POST /extract HTTP/1.1\r\nhost: x\r\ncontent-length: 10000\r\ncontent-type: application/json\r\n\r\n{"text":"a"}',
  'POST /extract HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
  'POST /extract HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /extract HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'POST /extract HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\nffffffffff\r\n{}',
  'POST /extract HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(3000)}\r\n`,
  'GET /%c0%ae%c0%ae HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nhost: x\r\n\r\n',
  'TRACE / HTTP/1.1\r\nhost: x\r\n\r\n',
  'CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
  'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(50),
  '\u0000\u0001\u0002',
]

/** Sends bytes as they are; what came back within a moment. */
export async function rawRequest(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('error', () => {})
  socket.on('data', (data) => {
    answer += data
  })
  socket.write(bytes, 'latin1')
  await Promise.race([new Promise((resolve) => socket.once('close', resolve)), setTimeout(300)])
  socket.destroy()
  return answer
}
