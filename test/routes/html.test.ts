import t from 'tap'
import { PAGE_EXAMPLE, STUFFED_EXAMPLE } from '../../schemas/examples.ts'
import { PageExtraction } from '../../schemas/page.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { LONG_TEXT } from '../../src/pool/pool.ts'
import { brokenInvariants } from '../invariants.ts'

const app = await buildApp(readConfig({ MAX_HTML_LENGTH: '500000' }))
t.teardown(() => app.close())
const post = (payload: string | Buffer, type = 'text/html', query = '') =>
  app.inject({ method: 'POST', url: `/extract/html${query}`, headers: { 'content-type': type }, payload })
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')

t.test('a page as JSON and as text/html gives its text and the article; offsets refer to the text', async (t) => {
  const response = await post(PAGE_EXAMPLE)
  t.equal(response.statusCode, 200)
  const found = PageExtraction.parse(response.json())
  t.equal(found.headline?.text, 'Night buses return to Lowmere')
  t.equal(found.quotes.find(({ kind }) => kind === 'direct')?.speaker?.name, 'Owen Falk')
  t.notMatch(found.source, /track|<p>/)
  t.same(brokenInvariants(found.source, found), [])
  t.equal((await post(JSON.stringify({ html: PAGE_EXAMPLE, url: 'https://post.example/1' }), 'application/json')).body, response.body)
})

t.test('a page that writes of tags and marks keeps them', async (t) => {
  const line =
    'The guide says that &lt;p&gt; opens a paragraph, that &lt;/p&gt; closes it, that &lt;b&gt; is bold and that [a](/b) is a link in Markdown.'
  const { text } = (await post(`<p>${line}</p><p>Writers of the Wexcombe Herald have used the guide for years.</p>`)).json()
  t.match(text, 'that <p> opens a paragraph, that </p> closes it, that <b> is bold and that [a](/b) is a link in Markdown.')
})

t.test('a stuffed page is healed, a long one in a worker too', async (t) => {
  const short = (await post(paragraphs(STUFFED_EXAMPLE))).json()
  t.ok(short.spam.some(({ kind }: { kind: string }) => kind === 'title_fragment'))
  const comment = `<!-- ${'x'.repeat(LONG_TEXT)} -->`
  t.same((await post(paragraphs(STUFFED_EXAMPLE) + comment)).json(), short)
})

t.test('the page’s own title is the hint, the caller’s title outweighs it', async (t) => {
  const page = `<title>山城图书馆延长夜间开放_山城新闻网</title><p>新闻</p><p>读者来信</p><p>山城图书馆延长夜间开放</p><p>馆长何静认为，年轻读者下班晚，“关门太早等于没开门”。</p>`
  t.equal((await post(page)).json().headline.text, '山城图书馆延长夜间开放')
  t.equal((await post(page, 'text/html', `?title=${encodeURIComponent('读者来信')}`)).json().headline.text, '读者来信')
})

t.test('encodings: the header, then the page, then statistics', async (t) => {
  // 青河 in GBK; 青河 in Big5.
  const gbk = [0xc7, 0xe0, 0xba, 0xd3]
  const big5 = [0xab, 0x43, 0xaa, 0x65]
  const page = (head: string, bytes: number[]) => Buffer.concat([Buffer.from(`${head}<p>`), Buffer.from(bytes), Buffer.from('.</p>')])
  t.match((await post(page('', gbk), 'text/html; charset=gbk')).json().source, /青河/)
  t.match((await post(page('<meta charset="big5">', big5))).json().source, /青河/)
  t.match((await post(page('<meta http-equiv="content-type" content="text/html; charset=gb2312">', gbk))).json().source, /青河/)
  t.match(
    (await post(page('<meta charset="no-such-thing">', [0x63, 0x61, 0x66, 0xe9]), 'text/html; charset=windows-1252')).json().source,
    /café/,
  )
  t.match((await post(Buffer.from('\ufeff<p>青河.</p>', 'utf16le'))).json().source, /青河/)
  t.match((await post('<p>青河 is UTF-8 and says so nowhere.</p>')).json().source, /青河/)
})

t.test('nothing to read, too large, and wrong types are refused', async (t) => {
  t.equal((await post('<script>only()</script>')).statusCode, 422)
  t.equal((await post('')).statusCode, 422)
  const large = await post('x'.repeat(500_001))
  t.equal(large.statusCode, 413)
  t.match(large.json(), { detail: /500000/, errors: [{ path: 'html' }] })
  const wrong = await post('x', 'text/plain')
  t.equal(wrong.statusCode, 415)
  t.match(wrong.json().detail, /text\/html/)
  t.match((await post('{"html":"<p>x","url":"no address"}', 'application/json')).json(), { status: 400, errors: [{ path: 'url' }] })
})
