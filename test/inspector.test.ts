import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import t from 'tap'
import { STUFFED_EXAMPLE } from '../schemas/examples.ts'
import { extract } from '../src/engine/extract.ts'
import { findProgram } from './debian.ts'
import { startServer } from './process.ts'

/** Looked at by whoever changes the page; not in the repository. */
const shots = fileURLToPath(new URL('../screenshots/', import.meta.url))
mkdirSync(shots, { recursive: true })

const executablePath = findProgram('chromium', ['chromium', 'fonts-noto-cjk'])
if (!executablePath) {
  t.pass('skipped: no chromium')
  process.exit(0)
}
const server = await startServer()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
t.teardown(async () => {
  await browser.close()
  await server.stop()
})

/** A page that records whatever goes wrong on it, and every request that leaves the service. */
async function openPage(options: BrowserContextOptions, path = '/'): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    // A refused article is an answer; Chromium writes it down as an error.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url())) wrong.push(`leaves: ${request.url()}`)
  })
  await page.goto(server.url + path)
  return { page, wrong }
}
async function runExample(page: Page, at: number): Promise<void> {
  await page.locator('#example option').nth(1).waitFor({ state: 'attached' })
  await page.locator('#example').selectOption({ index: at })
  await page.locator('#result').waitFor()
}

const found = extract(STUFFED_EXAMPLE)

t.test('the stuffed example: spam is struck out, quotes are joined with their speakers, the article is clean', async (t) => {
  const { page, wrong } = await openPage({ locale: 'en-GB', colorScheme: 'light' })
  await runExample(page, 1)
  t.equal(
    await page
      .locator('#original')
      .innerText()
      .then((text) => text.replace(/\s/g, '').length > 200),
    true,
  )
  t.equal(await page.locator('#original del.k0').count(), found.spam.filter(({ kind }) => kind === 'title_fragment').length)
  t.ok((await page.locator('#original del.boilerplate').count()) > 0)
  t.match(await page.locator('#counts').innerText(), /title fragment/)
  t.equal(await page.locator('#clean h3').innerText(), found.headline?.text)
  t.match(await page.locator('#clean').innerText(), /水务局副局长周明远表示,首批二十条河道已经完成勘测/)
  t.match(await page.locator('#speakers').innerText(), /周明远/)
  t.match(await page.locator('#metadata').innerText(), /林小舟/)

  const quote = page.locator('#original .quote[tabindex="0"][title^="周明远"]').first()
  // The middle of a run that goes over two lines may be beside both.
  await quote.hover({ position: { x: 4, y: 8 } })
  const joined = await page.locator('#original .joined').allInnerTexts()
  t.ok(joined.some((text) => text === '周明远') && joined.some((text) => text === '表示'), 'speaker and cue light up')
  await page.mouse.move(0, 0)
  t.equal(await page.locator('#original .joined').count(), 0)
  await quote.focus()
  t.ok((await page.locator('#original .joined').count()) >= 3, 'with the keyboard too')
  await page.screenshot({ path: `${shots}light.png`, fullPage: true })

  await page.locator('#threshold').fill('1')
  t.equal(await page.locator('#original del.k0').count(), 0, 'nothing is that certain')
  await page.locator('#threshold').fill('0')

  await page.locator('#copy-text').click()
  t.equal(await page.evaluate('navigator.clipboard.readText()'), found.text)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .locator('summary')
      .first()
      .click()
      .then(() => page.locator('#save-json').click()),
  ])
  t.equal(download.suggestedFilename(), 'article.json')
  await page.locator('summary').nth(1).click()
  t.match(
    await page.locator('#curl').innerText(),
    /^curl http:\/\/127\.0\.0\.1:\d+\/extract -H 'content-type: application\/json' -d '\{"text":/,
  )
  t.same(wrong, [])
})

t.test('dark, in Chinese', async (t) => {
  const { page, wrong } = await openPage({ locale: 'zh-CN', colorScheme: 'dark' })
  t.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans')
  t.equal(await page.locator('#go').innerText(), '提取')
  await runExample(page, 1)
  t.match(await page.locator('#counts').innerText(), /标题碎片/)
  t.match(await page.locator('#status').innerText(), /找到 \d+ 处/)
  await page.screenshot({ path: `${shots}dark-zh.png`, fullPage: true })
  t.same(wrong, [])
})

t.test('narrow, an English report; a dropped file; a text with nothing in it', async (t) => {
  const { page, wrong } = await openPage({ locale: 'en-US', viewport: { width: 380, height: 800 } })
  await runExample(page, 2)
  t.match(await page.locator('#speakers').innerText(), /Priya Nand/)
  t.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing sticks out')
  await page.screenshot({ path: `${shots}narrow.png`, fullPage: true })
  await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(STUFFED_EXAMPLE) })
  await page.locator('#original del.k0').first().waitFor()
  await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0xfd]) })
  await page.getByText('no text in UTF-8').waitFor()
  await page.locator('#text').fill('   ')
  await page.locator('#go').click()
  await page.getByText('There is nothing to extract').waitFor()
  t.equal(await page.locator('#result').isVisible(), false)
  t.same(wrong, [])
})

t.test('a text full of markup is shown as it is written', async (t) => {
  const { page, wrong } = await openPage({ locale: 'en' })
  await page.locator('#text').fill('<img src=x onerror=alert(1)> Headline\n<script>alert(2)</script> said Ann Lee, "the <b>end</b>".')
  await page.locator('#go').click()
  await page.locator('#result').waitFor()
  t.equal(await page.locator('#result img, #result script, #result b').count(), 0)
  t.same(wrong, [])
})

t.test('every control has a name, and the page is worked with the keyboard alone', async (t) => {
  const { page } = await openPage({ locale: 'en' })
  const nameless = await page.evaluate(`[...document.querySelectorAll('input, select, textarea, button')]
    .filter((control) => !control.labels?.length && !control.textContent.trim() && !control.ariaLabel).map(({ id }) => id)`)
  t.same(nameless, [])
  await page.locator('#text').focus()
  await page.keyboard.insertText(STUFFED_EXAMPLE)
  for (let at = 0; at < 3; at++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#result').waitFor()
  t.ok((await page.locator('#original del').count()) > 0)
})

t.test('Swagger UI: “Try it out” works for JSON and for text/plain', async (t) => {
  const { page, wrong } = await openPage({ locale: 'en' }, '/docs')
  const operation = page.locator('#operations-extract-extract')
  await operation.locator('.opblock-summary').click()
  await operation.locator('.try-out__btn').click()
  await operation.locator('.execute').click()
  await operation.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  await operation
    .locator(
      'select[aria-label="Request content type"], .body-param-content-type select, .opblock-section-request-body select.content-type',
    )
    .first()
    .selectOption('text/plain')
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.url().startsWith(`${server.url}/extract`)),
    operation.locator('.execute').click(),
  ])
  t.equal(response.request().headers()['content-type'], 'text/plain')
  t.equal(response.status(), 200)
  await operation.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  await page.screenshot({ path: `${shots}swagger.png` })
  t.same(wrong, [])
})
