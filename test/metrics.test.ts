import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { ENGLISH_EXAMPLE, STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { LONG_TEXT } from '../src/pool/pool.ts'
import { startServer } from './process.ts'

/** Samples of the text format of Prometheus, by name and labels; throws for a line that is none. */
function parse(text: string): Map<string, number> {
  const samples = new Map<string, number>()
  for (const line of text.trimEnd().split('\n')) {
    if (/^# (?:HELP|TYPE) \w+ ./.test(line) || line === '') continue
    const found = /^([a-z_]\w*(?:\{(?:\w+="[^"]*",?)*\})?) (\S+)$/i.exec(line)
    if (!found) throw new Error(line)
    samples.set(found[1] as string, Number(found[2]))
  }
  return samples
}

t.test('requests, languages, kinds of spam and stages are counted, in the main thread and in the workers', async (t) => {
  const server = await startServer({ POOL_THREADS: '1' })
  const post = (text: string) => fetch(`${server.url}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text })
  await post(STUFFED_EXAMPLE)
  await post(ENGLISH_EXAMPLE)
  await post(ENGLISH_EXAMPLE + '\nA line of padding is here.'.repeat(Math.ceil(LONG_TEXT / 26)))
  await post(' ')
  await fetch(`${server.url}/no/such/path/1`)
  const response = await fetch(`${server.url}/metrics`)
  t.match(response.headers.get('content-type'), /^text\/plain/)
  const samples = parse(await response.text())
  t.equal(samples.get('winnow_documents_total{language="zh-Hans"}'), 1)
  t.equal(samples.get('winnow_documents_total{language="en"}'), 2)
  t.ok((samples.get('winnow_spam_fragments_total{kind="title_fragment"}') ?? 0) >= 4)
  t.equal(samples.get('winnow_stage_duration_seconds_count{stage="quotes"}'), 3)
  t.equal(samples.get('winnow_request_duration_seconds_count{route="/extract",method="POST",status="200"}'), 3)
  t.equal(samples.get('winnow_request_duration_seconds_count{route="/extract",method="POST",status="422"}'), 1)
  t.equal(samples.get('winnow_request_duration_seconds_count{route="none",method="GET",status="404"}'), 1)
  t.equal(samples.get('winnow_pool_queue_depth'), 0)
  t.ok((samples.get('process_resident_memory_bytes') ?? 0) > 0)
  await server.stop()
})

t.test('traces go where OTEL_EXPORTER_OTLP_ENDPOINT says', async (t) => {
  const spans: string[] = []
  const collector = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    spans.push(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const { port } = collector.address() as AddressInfo
  const server = await startServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'winnow-under-test',
    LOG_LEVEL: 'info',
  })
  const response = await fetch(`${server.url}/extract`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: STUFFED_EXAMPLE,
  })
  t.equal(response.status, 200)
  t.equal(await server.stop(), 0)
  const sent = spans.join('')
  t.match(sent, /winnow-under-test/)
  t.match(sent, /\/extract/)
  t.notMatch(sent, /清水/, 'no article text')
  collector.closeAllConnections()
  collector.close()
})
