import t from 'tap'
import { visibleText } from '../src/pages/visible-text.ts'

const textOf = (html: string): string => visibleText(html).text

t.test('blocks are lines, blanks are one blank, entities are characters', async (t) => {
  t.equal(textOf('<div>one<div>two  \n words</div>three</div>'), 'one\ntwo words\nthree')
  t.equal(textOf('<p>a<p>b'), 'a\n\nb', 'end tags that HTML does not need')
  t.equal(textOf('a<br>b<br/>c'), 'a\nb\nc')
  t.equal(textOf('x &amp; y &#x4e2d; &lt;b&gt;'), 'x & y 中 <b>')
  t.equal(textOf('<b>bo</b>ld <i>type</i>'), 'bold type')
  t.equal(textOf('<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>'), 'a b\nc')
  t.equal(textOf('<pre>first\n  second</pre>'), 'first\nsecond')
})

t.test('what a reader does not see is not there', async (t) => {
  t.equal(textOf('a<script>if (1 < 2) "<p>no"</script><style>p{}</style><!-- no --><template><p>no</p></template>b'), 'ab')
  t.equal(textOf('<p>a</p><div hidden>no<div>no</div>no</div><p style="display : none">no</p><p>b</p>'), 'a\n\nb')
  t.equal(textOf('<noscript><p>no</p></noscript><svg><title>no</title><text>no</text></svg>yes'), 'yes')
  t.equal(textOf('<head><title>no</title><link rel=x><p>the body begins'), 'the body begins')
  t.equal(textOf('<body onload="x"><div hidden="until-found">found</div>'), 'found')
})

t.test('the title: the only h1, else og:title, else the title', async (t) => {
  const head = '<title>Page &mdash; Site</title><meta property="og:title" content=" Shared ">'
  t.equal(visibleText(`${head}<h1>The <b>one</b></h1>`).title, 'The one')
  t.equal(visibleText(`${head}<h1>One</h1><h1>Two</h1>`).title, 'Shared')
  t.equal(visibleText('<title>Page &mdash; Site</title><p>x').title, 'Page — Site')
  t.equal(visibleText('<svg><title>icon</title></svg>x').title, null)
})

t.test('hostile pages: deep nesting, tags that never end, and no HTML at all', async (t) => {
  t.equal(textOf('<div><p>'.repeat(100_000)), '')
  t.equal(textOf(`${'<b>'.repeat(50_000)}x${'</i>'.repeat(50_000)}`), 'x')
  t.equal(textOf('<div hidden>no'), '')
  t.equal(textOf('<<<>>&&&#;<'), '<<<>>&&&#;<')
  t.equal(textOf('plain\u0000 text <'), 'plain text <')
})
