/** (c) The service under load, against a route that returns a canned answer of the same size; (e) its memory. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'
import { memoryOf, startServer } from '../test/process.ts'
import { table } from './measure.ts'
import { ofSize, seed } from './texts.ts'

const SECONDS = 5
const WARMING = 6

/** @returns the figures, for the file */
export async function benchService(): Promise<object> {
  const server = await startServer()
  const canned = fork(new URL('./canned-server.ts', import.meta.url), { stdio: 'inherit' })
  const [{ url: cannedUrl }] = (await once(canned, 'message')) as [{ url: string }]
  const body = JSON.stringify({ text: seed })
  const hit = (url: string, connections: number, seconds = SECONDS) =>
    autocannon({ url, connections, duration: seconds, method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const idle = memoryOf(server.child.pid as number)
  const routes: Record<string, string> = {
    'POST /extract': `${server.url}/extract`,
    'canned, zod validates': `${cannedUrl}/validated`,
    'canned, nothing validates': `${cannedUrl}/plain`,
  }
  // A thread that helps starts when many wait, and reads its first texts slowly: it is warm before anything is measured.
  for (const url of Object.values(routes)) await hit(url, 16, WARMING)
  const figures: Record<string, object> = {}
  const rows: (string | number)[][] = [['route', 'connections', 'answers/s', 'refused', 'p50, ms', 'p99, ms', 'p99.9, ms']]
  for (const connections of [1, 16, 128]) {
    for (const [name, url] of Object.entries(routes)) {
      const { latency, non2xx, duration, '2xx': answered } = await hit(url, connections)
      const rate = answered / duration
      rows.push([name, connections, rate.toFixed(0), non2xx, latency.p50, latency.p99, latency.p99_9])
      figures[`${name}, ${connections}`] = {
        answersPerSecond: rate,
        p50: latency.p50,
        p99: latency.p99,
        p999: latency.p99_9,
        refused: non2xx,
      }
    }
  }
  console.log(`\n## Service, seed article, ${SECONDS} s each\n`)
  table(rows)

  // Short requests while one client sends long ones back to back.
  const alone = await hit(`${server.url}/extract`, 1)
  let going = true
  const long = ofSize(1_000_000)
  const sender = (async () => {
    while (going)
      await fetch(`${server.url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: long }).then((answer) =>
        answer.text(),
      )
  })()
  const beside = await hit(`${server.url}/extract`, 1)
  const peak = memoryOf(server.child.pid as number)
  going = false
  await sender
  const delay = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]
  await setTimeout(500)
  console.log('\n## Memory, and short texts beside long ones\n')
  const more = {
    idleMegabytes: idle,
    peakMegabytes: peak,
    p99Alone: alone.latency.p99,
    p99BesideLong: beside.latency.p99,
    eventLoopP99Seconds: Number(delay),
  }
  table([['figure', 'value'], ...Object.entries(more).map(([name, value]) => [name, value.toFixed(3)])])
  canned.kill()
  await server.stop()
  return { ...figures, ...more }
}
