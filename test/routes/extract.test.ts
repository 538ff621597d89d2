import t from 'tap'
import { ENGLISH_EXAMPLE, PLAIN_EXAMPLE, STUFFED_EXAMPLE } from '../../schemas/examples.ts'
import { Extraction } from '../../schemas/extraction.ts'
import { Problem } from '../../schemas/problem.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { brokenInvariants } from '../invariants.ts'

const app = await buildApp(readConfig({ MAX_TEXT_LENGTH: '5000' }))
t.teardown(() => app.close())

const post = (payload: string | Buffer, type = 'application/json', query = '') =>
  app.inject({ method: 'POST', url: `/extract${query}`, headers: { 'content-type': type }, payload })
const json = (body: unknown) => post(JSON.stringify(body))

for (const [name, text] of Object.entries({ STUFFED_EXAMPLE, ENGLISH_EXAMPLE, PLAIN_EXAMPLE })) {
  t.test(`the documented ${name} is answered as the schema says`, async (t) => {
    const response = await json({ text })
    t.equal(response.statusCode, 200)
    t.match(response.headers['content-type'], /^application\/json/)
    const found = Extraction.parse(response.json())
    t.same(brokenInvariants(text, found), [])
    t.ok(found.headline && found.paragraphs.length > 0 && found.quotes.length > 0)
  })
}

t.test('text/plain gives the same answer as JSON', async (t) => {
  const plain = await post(STUFFED_EXAMPLE, 'text/plain')
  t.equal(plain.statusCode, 200)
  t.equal(plain.body, (await json({ text: STUFFED_EXAMPLE })).body)
  t.equal(
    (await post(STUFFED_EXAMPLE, 'text/plain; charset=utf-8', '?offsets=utf-8')).body,
    (await json({ text: STUFFED_EXAMPLE, offsets: 'utf-8' })).body,
  )
})

t.test('a byte order mark is part of the text, as JavaScript counts it', async (t) => {
  const found = (await post(`\ufeff${PLAIN_EXAMPLE}`, 'text/plain')).json()
  t.equal(found.headline.start, 1)
})

t.test('offsets come in the unit asked for', async (t) => {
  const text = `😀${PLAIN_EXAMPLE}`
  const slices = {
    'utf-16': (start: number, end: number) => text.slice(start, end),
    'utf-8': (start: number, end: number) => Buffer.from(text).subarray(start, end).toString(),
    'code-point': (start: number, end: number) => [...text].slice(start, end).join(''),
  }
  for (const [offsets, slice] of Object.entries(slices)) {
    const found = Extraction.parse((await json({ text, offsets })).json())
    for (const paragraph of found.paragraphs) t.equal(slice(paragraph.start, paragraph.end), paragraph.text, offsets)
    for (const { cue } of found.quotes) if (cue) t.equal(slice(cue.start, cue.end), cue.text, offsets)
    const cleanLength = { 'utf-16': found.text.length, 'utf-8': Buffer.byteLength(found.text), 'code-point': [...found.text].length }[
      offsets
    ]
    t.equal(found.segments.at(-1)?.clean[1], cleanLength, offsets)
  }
})

t.test('the title that the caller gives is used', async (t) => {
  const text = STUFFED_EXAMPLE.split('\n').slice(1).join('\n')
  const found = Extraction.parse((await json({ text, title: STUFFED_EXAMPLE.split('\n')[0] })).json())
  t.ok(found.spam.filter(({ kind }) => kind === 'title_fragment').length >= 5)
})

t.test('the language that the caller gives is taken', async (t) => {
  t.equal((await json({ text: 'Guten Tag.', language: 'en' })).json().language, 'en')
  const german = (
    await json({
      text: 'Der Rat der Stadt hat gestern beschlossen, die alte Brücke über den Fluss bis zum Sommer zu sperren und danach neu zu bauen.',
    })
  ).json()
  t.equal(german.language, 'und')
  t.ok(german.warnings.some(({ code }: { code: string }) => code === 'unsupported_language'))
})

const wrong: [name: string, status: number, path: string | null, send: () => ReturnType<typeof post>][] = [
  ['malformed JSON', 400, '', () => post('{"text": ')],
  ['an empty JSON body', 400, '', () => post('')],
  ['JSON that is no object', 400, '', () => json(['text'])],
  ['a missing text', 400, 'text', () => json({})],
  ['a text of the wrong type', 400, 'text', () => json({ text: 5 })],
  ['an unknown field', 400, 'txet', () => json({ text: 'a', txet: 'b' })],
  ['an unknown language', 400, 'language', () => json({ text: 'a', language: 'fr' })],
  ['an unknown unit', 400, 'offsets', () => post('a', 'text/plain', '?offsets=bytes')],
  ['an unknown option in the query string', 400, 'ofsets', () => post('a', 'text/plain', '?ofsets=utf-8')],
  ['bytes that are no UTF-8', 400, 'text', () => post(Buffer.from([0xff, 0xfe, 0x41]), 'text/plain')],
  ['a text that is too long', 413, 'text', () => json({ text: 'a'.repeat(5001) })],
  ['a body that is too large', 413, 'text', () => post('a'.repeat(60_000), 'text/plain')],
  ['another media type', 415, 'content-type', () => post('<p>a</p>', 'text/html')],
  ['another charset', 415, 'content-type', () => post('a', 'text/plain; charset=gbk')],
  ['an empty text', 422, 'text', () => json({ text: '' })],
  ['a blank text', 422, 'text', () => json({ text: ' \n\u3000\t' })],
  ['a blank text/plain', 422, 'text', () => post('\n\n', 'text/plain')],
]
for (const [name, status, path, send] of wrong) {
  t.test(`${name} is answered with a ${status} that says what is wrong`, async (t) => {
    const response = await send()
    t.equal(response.statusCode, status)
    t.match(response.headers['content-type'], /^application\/problem\+json/)
    const problem = Problem.parse(response.json())
    t.equal(problem.status, status)
    t.equal(problem.instance, '/extract')
    t.equal(problem.requestId, response.headers['x-request-id'])
    if (path !== null)
      t.ok(
        problem.errors.some((error) => error.path === path),
        JSON.stringify(problem.errors),
      )
  })
}

t.test('every wrong field is named', async (t) => {
  const problem = Problem.parse((await json({ text: 1, language: 'xx', offsets: 7, more: true })).json())
  t.same(problem.errors.map(({ path }) => path).sort(), ['language', 'more', 'offsets', 'text'])
})

t.test('the limit is named when it is broken', async (t) => {
  t.match((await json({ text: 'a'.repeat(5001) })).json().detail, /5000/)
})

t.test('unknown paths and methods are answered with problem documents', async (t) => {
  const missing = await app.inject('/nowhere')
  t.equal(missing.statusCode, 404)
  Problem.parse(missing.json())
  const method = await app.inject('/extract')
  t.equal(method.statusCode, 405)
  t.equal(method.headers.allow, 'POST')
  Problem.parse(method.json())
})

t.test('a path that is no path is answered with a problem document', async (t) => {
  const response = await app.inject('/%E0%A4%A')
  t.equal(response.statusCode, 400)
  Problem.parse(response.json())
})

t.test('a request id is kept when it looks like one', async (t) => {
  const given = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'trace-42' } })
  t.equal(given.headers['x-request-id'], 'trace-42')
  const forged = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'a b<script>' } })
  t.not(forged.headers['x-request-id'], 'a b<script>')
})
