/** Example texts for the documentation; invented, and really run by the tests. */

/** A stuffed Chinese article. */
export const STUFFED_EXAMPLE = `青河市启动“清水行动” 三年治理百条小河
近日,清水行动青河市水务局召开发布会,青河宣布今年起用三年时间治理城区和乡镇的一百条小河。市启青河市某某管道疏通服务中心
水务局副局长周明远表示,动三首批二十条河道已经完成勘测,年治预计五月开工。他说:“河水清不清,老百姓的鼻子最清楚。”
理百家住柳湾村的村民陈桂芳告诉记者,门前那条河从前能淘米洗菜,后来成了臭水沟。“要是真能治好,我第一个去河边摆茶摊。”
(责任编辑:林小舟)
相关阅读
- 青河地铁二号线今日试跑
- 这种野菜千万别乱吃
- 三岁男童走失两小时 民警这样找回`

/** An English wire report. */
export const ENGLISH_EXAMPLE = `Harbour town votes to rebuild storm-damaged pier
By Martha Quill
Published March 4, 2025
WEXCOMBE (Harbour Wire) - Residents of Wexcombe voted on Tuesday to rebuild the wooden pier that a winter storm tore in half.
"We have waited long enough," said Tom Arden, the mayor. "The pier is the reason this town exists."
The council's engineer, Priya Nand, told reporters that the work would take two summers and cost about 4 million pounds.
According to the harbour office, more than 70 percent of the ballots were in favour.
Read more: Five seaside walks for the weekend
Share this article`

/** A short, clean Chinese text. */
export const PLAIN_EXAMPLE = `山城图书馆延长夜间开放
山城图书馆昨日宣布,自下月起每周五、周六开放至夜里十一点。
馆长何静认为,年轻读者下班晚,“关门太早等于没开门”。`

/** The examples that the documentation offers. */
export const EXAMPLES = [
  { name: 'stuffed', summary: 'A stuffed Chinese article with a tail of links', request: { text: STUFFED_EXAMPLE } },
  { name: 'wire', summary: 'An English wire report between furniture', request: { text: ENGLISH_EXAMPLE, language: 'en' } },
  { name: 'plain', summary: 'A short clean text, offsets for Python', request: { text: PLAIN_EXAMPLE, offsets: 'code-point' } },
] as const

/** A page with its furniture. */
export const PAGE_EXAMPLE = `<!doctype html>
<title>Night buses return to Lowmere | The Lowmere Post</title>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<h1>Night buses return to Lowmere</h1>
<p>By Ida Brandt</p>
<p>Night buses will run again in Lowmere from the first Friday of May, the transport board said on Monday.</p>
<p>“Nurses should not have to walk home at three in the morning,” said Owen Falk, who chairs the board.</p>
<script>track()</script>
<ul><li><a href="/a">Ten cheap lunches</a></li><li><a href="/b">Subscribe</a></li></ul>`

/** Two documents and a line that is wrong. */
export const STREAM_EXAMPLE = `${JSON.stringify({ id: 'a', text: PLAIN_EXAMPLE })}
${JSON.stringify({ id: 'b', text: ENGLISH_EXAMPLE, language: 'en' })}
{"id": "c", "txet": "a field that is misspelt"}
`

/** Requests that are refused; the summary ends with the status of the answer. */
export const BAD_EXAMPLES = [
  { name: 'misspelt', summary: 'Refused, a misspelt field: 400', request: { text: PLAIN_EXAMPLE, ofsets: 'utf-8' } },
  { name: 'blank', summary: 'Refused, nothing in it: 422', request: { text: '   ' } },
] as const

/** What a problem of each status says. */
export const PROBLEM_EXAMPLES: Record<number, { detail: string; errors: { path: string; message: string }[] }> = {
  400: { detail: 'Not valid: ofsets.', errors: [{ path: 'ofsets', message: 'is not a field of this request' }] },
  403: { detail: 'The page’s robots.txt asks programs not to fetch it.', errors: [{ path: 'url', message: 'is closed to programs' }] },
  404: { detail: 'There is nothing here by that name, or it is switched off.', errors: [] },
  408: { detail: 'The request did not arrive in time.', errors: [] },
  413: {
    detail: 'The text may have 1000000 UTF-16 units.',
    errors: [{ path: 'text', message: 'must have at most 1000000 UTF-16 units' }],
  },
  415: {
    detail: 'Send application/json or text/plain; charset=utf-8.',
    errors: [{ path: 'content-type', message: 'must be application/json or text/plain; charset=utf-8' }],
  },
  422: { detail: 'The text has nothing in it.', errors: [{ path: 'text', message: 'must not be blank' }] },
  429: { detail: 'Too many documents are waiting.', errors: [] },
  503: { detail: 'All threads are busy, and no more texts may wait.', errors: [] },
}
