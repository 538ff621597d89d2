import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { request } from 'undici'
import { STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { startServer } from './process.ts'

const ENTRY = fileURLToPath(new URL('../src/server.ts', import.meta.url))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  t.test(`${signal} lets the request in flight finish and refuses new ones`, async (t) => {
    const server = await startServer({ LOG_LEVEL: 'info' })
    const { hostname, port } = new URL(server.url)
    const body = Buffer.from(JSON.stringify({ text: STUFFED_EXAMPLE }))
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.write(`POST /extract HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`)
    socket.write(body.subarray(0, 20))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const stopped = server.stop(signal)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await t.rejects(request(`${server.url}/health/live`), 'a new connection is refused')
    socket.write(body.subarray(20))
    t.equal(await stopped, 0)
    t.match(answer, /^HTTP\/1\.1 200/)
    t.match(answer, /"headline"/)
  })
}

t.test('a connection on which nothing was said does not hold the end up', async (t) => {
  const server = await startServer()
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('connect', resolve))
  await request(`${server.url}/health/live`).then(({ body }) => body.text())
  t.equal(await server.stop(), 0)
})

t.test('bytes that are no HTTP are answered with a problem document', async (t) => {
  const server = await startServer({ LOG_LEVEL: 'info' })
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.write('HELLO\r\n\r\n')
  await new Promise((resolve) => socket.on('close', resolve))
  t.match(answer, /^HTTP\/1\.1 400/)
  t.match(answer, /application\/problem\+json/)
  t.equal(await server.stop(), 0)
})

t.test('logs hold request ids and no article text', async (t) => {
  const server = await startServer()
  const { statusCode, headers } = await request(`${server.url}/extract`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: STUFFED_EXAMPLE,
  })
  t.equal(statusCode, 200)
  await server.stop()
  t.match(server.log(), String(headers['x-request-id']))
  t.notMatch(server.log(), /清水|周明远/)
})

t.test('a wrong configuration ends the process with 1 and names every variable', async (t) => {
  const { status, stderr } = spawnSync(process.execPath, [ENTRY], {
    env: { PATH: process.env.PATH, PORT: 'eighty', LOG_LEVEL: 'loud' },
    encoding: 'utf8',
  })
  t.equal(status, 1)
  t.match(stderr, /PORT/)
  t.match(stderr, /LOG_LEVEL/)
  t.notMatch(stderr, / at /, 'no stack trace')
})

t.test('a port that is taken ends the process with 1', async (t) => {
  const server = await startServer()
  const { status, stderr } = spawnSync(process.execPath, [ENTRY], {
    env: { PATH: process.env.PATH, PORT: new URL(server.url).port, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  })
  t.equal(status, 1)
  t.match(stderr, /EADDRINUSE/)
  await server.stop()
})

t.test('a body that does not come in time is answered 408, on any route but the stream', async (t) => {
  const server = await startServer({ REQUEST_TIMEOUT_MS: '300' })
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.write('POST /extract HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{')
  await new Promise((resolve) => socket.on('close', resolve))
  t.match(answer, /^HTTP\/1\.1 408/)
  t.match(answer, /application\/problem\+json/)
  t.equal(await server.stop(), 0)
})
