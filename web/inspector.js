/** The inspector: sends a text to POST /extract and shows the answer on it. No build step, no package. */

const WORDS = {
  en: {
    skip: 'Skip to the result',
    lead: 'Paste a news article as a scraper delivers it: see what was put into it, and who said what.',
    docs: 'API documentation',
    example: 'Example',
    choose: 'choose…',
    file: 'Open a text file',
    text: 'Raw text',
    drop: 'You can also drop a text file here.',
    title: 'True headline, if you have it',
    language: 'Language',
    auto: 'detect',
    go: 'Extract',
    marks: 'What was found',
    threshold: 'Show findings with a confidence of at least',
    original: 'Original',
    clean: 'Clean article',
    speakers: 'Speakers',
    metadata: 'Metadata',
    json: 'JSON answer',
    curl: 'The same with curl',
    copy: 'Copy',
    copied: 'Copied.',
    saveText: 'Download text',
    saveJson: 'Download JSON',
    working: 'Reading…',
    done: (spam, quotes, milliseconds) => `Found ${spam} spam fragments and ${quotes} quotes in ${milliseconds} ms.`,
    failed: 'The service cannot be reached.',
    tooLarge: 'This file is too large.',
    notText: 'This file is no text in UTF-8.',
    nobody: 'speaker not found',
    spam: (kind) => `spam, ${kind}: `,
    quote: (name) => `quote of ${name}: `,
    end: ' end. ',
    clear: 'Nothing was found.',
    fields: { published: 'Published', source: 'Source', authors: 'Authors', editors: 'Editors', section: 'Section', language: 'Language' },
    kinds: {},
  },
  zh: {
    skip: '跳到结果',
    lead: '粘贴爬虫抓来的新闻原文：看看里面被塞进了什么，谁说了什么。',
    docs: '接口文档',
    example: '示例',
    choose: '请选择…',
    file: '打开文本文件',
    text: '原始文本',
    drop: '也可以把文本文件拖到这里。',
    title: '真实标题（如果知道）',
    language: '语言',
    auto: '自动识别',
    go: '提取',
    marks: '找到的内容',
    threshold: '只显示置信度不低于此值的结果',
    original: '原文',
    clean: '还原后的文章',
    speakers: '说话人',
    metadata: '元数据',
    json: 'JSON 结果',
    curl: '用 curl 完成同样的请求',
    copy: '复制',
    copied: '已复制。',
    saveText: '下载文本',
    saveJson: '下载 JSON',
    working: '正在读取…',
    done: (spam, quotes, milliseconds) => `找到 ${spam} 处垃圾内容、${quotes} 条引语，用时 ${milliseconds} 毫秒。`,
    failed: '无法连接服务。',
    tooLarge: '文件太大。',
    notText: '该文件不是 UTF-8 文本。',
    nobody: '未找到说话人',
    spam: (kind) => `垃圾内容，${kind}：`,
    quote: (name) => `${name} 的话：`,
    end: '，结束。',
    clear: '没有发现任何内容。',
    fields: { published: '发布时间', source: '来源', authors: '作者', editors: '编辑', section: '栏目', language: '语言' },
    kinds: {
      title_fragment: '标题碎片',
      injected_name: '植入名称',
      keyword_block: '关键词堆砌',
      contact: '联系方式',
      promo: '广告',
      foreign_passage: '外来段落',
      mangled: '乱码',
      spun_word: '洗稿替换词',
      navigation: '导航',
      related_links: '相关链接',
      byline: '署名',
      timestamp: '时间',
      editor_credit: '编辑署名',
      source_credit: '来源',
      copyright: '版权',
      share: '分享',
      subscribe: '订阅',
      comments: '评论',
      advertisement_label: '广告标签',
      quotes: '引语',
      person: '人物',
      organization: '机构',
      group: '群体',
      unknown: '不明',
    },
  },
}
const INJECTED = ['title_fragment', 'injected_name', 'keyword_block', 'contact', 'promo', 'foreign_passage', 'mangled', 'spun_word']
const SPEAKER_COLOURS = 8
/** The largest file that is read, in bytes; the service has a limit of its own. */
const MOST_BYTES = 20_000_000

const locale = navigator.languages.some((language) => language.startsWith('zh')) && !navigator.language.startsWith('en') ? 'zh' : 'en'
const words = WORDS[locale]
const $ = (id) => document.getElementById(id)
const kindName = (kind) => words.kinds[kind] ?? kind.replaceAll('_', ' ')

/** The last answer, with the request that it answers. */
let last = null
/** Elements that belong to a quote, by its id. */
let byQuote = new Map()

function element(name, { className, text, title, children = [] } = {}) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  if (title) made.title = title
  made.append(...children)
  return made
}

function translate() {
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en'
  for (const labelled of document.querySelectorAll('[data-text]')) labelled.textContent = words[labelled.dataset.text]
}

async function loadExamples() {
  const response = await fetch('/docs/json')
  const { paths } = await response.json()
  const examples = Object.values(paths['/extract'].post.requestBody.content['application/json'].examples)
  for (const { summary, value } of examples) {
    // Examples of bad requests show errors; here there is nothing to see in them.
    if (/: 4\d\d$/.test(summary)) continue
    const option = element('option', { text: summary })
    option.value = value.text
    $('example').append(option)
  }
}

function requestOf() {
  const request = { text: $('text').value }
  const title = $('title').value.trim()
  if (title !== '') request.title = title
  if ($('language').value !== 'auto') request.language = $('language').value
  return request
}

async function submit(event) {
  event?.preventDefault()
  const request = requestOf()
  $('go').disabled = true
  $('status').textContent = words.working
  $('error').hidden = true
  const started = performance.now()
  try {
    const response = await fetch('/extract', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    const answer = await response.json()
    if (!response.ok) return fail(answer)
    last = { request, answer }
    show()
    const spam = answer.spam.length
    $('status').textContent = words.done(spam, answer.quotes.length, Math.round(performance.now() - started))
  } catch {
    fail({ title: words.failed, detail: '', errors: [] })
  } finally {
    $('go').disabled = false
  }
}

function fail({ title, detail, errors }) {
  $('status').textContent = ''
  $('result').hidden = true
  const lines = errors.map(({ path, message }) => element('li', { text: `${path} ${message}` }))
  $('error').replaceChildren(element('strong', { text: title }), ` ${detail}`, element('ul', { children: lines }))
  $('error').hidden = false
}

function show() {
  const { request, answer } = last
  $('result').hidden = false
  showOriginal(request.text, answer)
  showClean(answer)
  showSpeakers(answer)
  showMetadata(answer)
  showCounts(answer)
  $('warnings').replaceChildren(...answer.warnings.map(({ message }) => element('li', { text: message })))
  $('json').textContent = JSON.stringify(answer, null, 2)
  $('curl').textContent = curlOf(request)
}

const threshold = () => Number($('threshold').value)
const sure = ({ confidence }) => confidence >= threshold()
const colourOf = ({ speakers }, speaker) => {
  const at = speaker ? speakers.findIndex(({ id }) => id === speaker.id) : -1
  return at < 0 ? 'nobody' : `s${at % SPEAKER_COLOURS}`
}
const kindClass = ({ category, kind }) => (category === 'boilerplate' ? 'boilerplate' : `k${INJECTED.indexOf(kind)}`)

/** What is marked on the original: runs that may overlap. */
function marksOf(answer) {
  const marks = []
  if (answer.headline) marks.push({ ...answer.headline, type: 'headline' })
  for (const fragment of answer.spam.filter(sure)) marks.push({ ...fragment, type: 'spam' })
  for (const quote of answer.quotes.filter(sure)) {
    const colour = colourOf(answer, quote.speaker)
    marks.push({ start: quote.start, end: quote.end, type: 'quote', quote, colour })
    if (quote.cue) marks.push({ ...quote.cue, type: 'cue', quote, colour })
    if (quote.speaker) marks.push({ ...quote.speaker, type: 'who', quote, colour })
  }
  return marks
}

/** Cuts the text where any mark begins or ends, and writes each piece with all of its marks. */
function showOriginal(text, answer) {
  const marks = marksOf(answer)
  const starts = Map.groupBy(marks, ({ start }) => start)
  const ends = Map.groupBy(marks, ({ end }) => end)
  const cuts = [...new Set([0, text.length, ...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)
  const open = new Set()
  const pieces = []
  byQuote = new Map()
  cuts.forEach((cut, index) => {
    for (const mark of ends.get(cut) ?? []) open.delete(mark)
    const begun = (starts.get(cut) ?? []).filter(({ end }) => end > cut)
    for (const mark of begun) open.add(mark)
    const next = cuts[index + 1]
    if (next !== undefined && next > cut) pieces.push(...pieceOf(text.slice(cut, next), [...open], begun))
  })
  $('original').replaceChildren(...pieces)
}

function pieceOf(text, marks, begun) {
  if (marks.length === 0) return [text]
  const spam = marks.find(({ type }) => type === 'spam')
  const piece = element(spam ? 'del' : 'span')
  const spoken = []
  for (const mark of marks) {
    const { type } = mark
    if (type === 'headline') piece.classList.add('headline')
    else if (type === 'spam') {
      piece.classList.add(kindClass(mark))
      if (mark.suggestion === null) piece.classList.add('reported')
      piece.title = `${kindName(mark.kind)} · ${mark.confidence} · ${mark.reason}`
      if (begun.includes(mark)) spoken.push(words.spam(kindName(mark.kind)))
    } else {
      const { quote } = mark
      piece.classList.add(type, mark.colour)
      if (type === 'quote') piece.classList.add(quote.kind)
      byQuote.set(quote.id, [...(byQuote.get(quote.id) ?? []), piece])
      piece.dataset.quotes = [...(piece.dataset.quotes?.split(' ') ?? []), quote.id].join(' ')
      if (type === 'quote' && begun.includes(mark)) {
        piece.tabIndex = 0
        const name = quote.speaker?.name ?? words.nobody
        spoken.push(words.quote(name))
        if (!spam) piece.title = `${name}${quote.speaker?.role ? ` (${quote.speaker.role})` : ''} · ${quote.kind} · ${quote.confidence}`
      }
    }
  }
  if (spoken.length > 0) piece.append(element('span', { className: 'spoken', text: spoken.join('') }))
  piece.append(text)
  return [piece]
}

/** Quote, cue and speaker light up together. */
function join({ target }, on) {
  const joined = target.closest?.('[data-quotes]')
  for (const id of joined?.dataset.quotes.split(' ') ?? []) for (const piece of byQuote.get(id) ?? []) piece.classList.toggle('joined', on)
}

function showClean({ headline, paragraphs }) {
  const made = paragraphs.map(({ role, text }) =>
    element(role === 'subheading' ? 'h4' : role === 'blockquote' ? 'blockquote' : 'p', { text }),
  )
  if (headline) made.unshift(element('h3', { text: headline.text }))
  $('clean').replaceChildren(...made)
}

function showSpeakers(answer) {
  const quotes = new Map(answer.quotes.map((quote) => [quote.id, quote]))
  const entries = answer.speakers.map((speaker) => {
    const said = speaker.quotes.map((id) => quotes.get(id)).filter(sure)
    return element('li', {
      className: colourOf(answer, speaker),
      children: [
        element('strong', { text: speaker.name }),
        element('span', { className: 'about', text: ` ${[speaker.role, kindName(speaker.kind)].filter(Boolean).join(' · ')}` }),
        element('ul', { children: said.map(({ text }) => element('li', { text })) }),
      ],
    })
  })
  $('speakers').replaceChildren(...entries)
}

function showMetadata({ metadata, language }) {
  const rows = Object.entries({ ...metadata, language }).flatMap(([field, value]) => {
    const written = Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : value
    return [element('dt', { text: words.fields[field] }), element('dd', { text: written || '–' })]
  })
  $('metadata').replaceChildren(...rows)
}

function showCounts(answer) {
  const kinds = Map.groupBy(answer.spam.filter(sure), ({ kind }) => kind)
  const chips = [...kinds].map(([kind, found]) =>
    element('li', { className: kindClass(found[0]), text: `${kindName(kind)} ${found.length}` }),
  )
  const quotes = answer.quotes.filter(sure).length
  if (quotes > 0) chips.push(element('li', { text: `${kindName('quotes')} ${quotes}` }))
  $('counts').replaceChildren(...(chips.length > 0 ? chips : [element('li', { text: words.clear })]))
}

function curlOf(request) {
  const body = JSON.stringify(request).replaceAll("'", "'\\''")
  return `curl ${location.origin}/extract -H 'content-type: application/json' -d '${body}'`
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Pages that came without TLS from another machine have no clipboard.
    const field = element('textarea', { text })
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
  $('status').textContent = words.copied
}

function save(name, type, text) {
  const link = element('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

async function readFile(file) {
  if (!file) return
  if (file.size > MOST_BYTES) return fail({ title: words.tooLarge, detail: file.name, errors: [] })
  try {
    $('text').value = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return fail({ title: words.notText, detail: file.name, errors: [] })
  }
  await submit()
}

translate()
loadExamples().catch(() => {})
$('form').addEventListener('submit', submit)
$('example').addEventListener('change', ({ target }) => {
  if (target.value === '') return
  $('text').value = target.value
  submit()
})
$('file').addEventListener('change', ({ target }) => readFile(target.files[0]))
$('text').addEventListener('dragover', (event) => {
  event.preventDefault()
  $('text').classList.add('over')
})
$('text').addEventListener('dragleave', () => $('text').classList.remove('over'))
$('text').addEventListener('drop', (event) => {
  $('text').classList.remove('over')
  if (event.dataTransfer.files.length === 0) return
  event.preventDefault()
  readFile(event.dataTransfer.files[0])
})
$('threshold').addEventListener('input', () => {
  $('threshold-value').textContent = threshold().toFixed(2)
  if (!last) return
  showOriginal(last.request.text, last.answer)
  showCounts(last.answer)
  showSpeakers(last.answer)
})
for (const [name, on] of [
  ['mouseover', true],
  ['mouseout', false],
  ['focusin', true],
  ['focusout', false],
])
  $('original').addEventListener(name, (event) => join(event, on))
$('copy-text').addEventListener('click', () => copy(last.answer.text))
$('copy-json').addEventListener('click', () => copy($('json').textContent))
$('copy-curl').addEventListener('click', () => copy($('curl').textContent))
$('save-text').addEventListener('click', () => save('article.txt', 'text/plain;charset=utf-8', last.answer.text))
$('save-json').addEventListener('click', () => save('article.json', 'application/json', $('json').textContent))
