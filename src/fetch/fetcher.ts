/**
 * Fetches pages from the web, safe against requests forged through us (SSRF): the address is checked when the connection is
 * made, so that a name cannot point elsewhere between check and use (DNS rebinding), and again at each redirect.
 * https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import { type LookupAddress, lookup as resolve } from 'node:dns'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import robotsModule from 'robots-parser'
import { Agent, type Dispatcher, request } from 'undici'
import { HttpProblem } from '../problems.ts'
import { mayFetchFrom, networks } from './addresses.ts'

/** How pages are fetched. */
export interface FetchLimits {
  /** Longest page, in bytes, packed and unpacked. */
  maxBytes: number
  /** Longest time for a page with all its redirects, in milliseconds. */
  timeout: number
  maxRedirects: number
  ports: readonly number[]
  /** Networks that are not public and may be fetched from all the same, as `address/bits`. */
  allow: readonly string[]
  /** Whether robots.txt is obeyed. */
  robots: boolean
  userAgent: string
}

/** A page as it came. */
export interface FetchedPage {
  bytes: Buffer
  contentType: string
  /** Where it is, after all redirects. */
  url: string
}

/** Its types describe a module with a default; what it exports is the function. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default

/** The name that robots.txt knows us by. */
const ROBOT = 'Winnow'
/** RFC 9309: at least 500 kibibytes of a robots.txt are read. */
const ROBOTS_BYTES = 512_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PAGES = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i
const UNPACK = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const

/** Fetches pages, within limits. */
export class PageFetcher {
  readonly #limits: FetchLimits
  readonly #allowed: BlockList
  readonly #agent: Agent

  /** @param limits what may be fetched, and how much */
  constructor(limits: FetchLimits) {
    this.#limits = limits
    this.#allowed = networks(limits.allow)
    this.#agent = new Agent({ connect: { lookup: this.#lookUp, timeout: limits.timeout }, maxRedirections: 0 } as Agent.Options)
  }

  /**
   * Fetches a page.
   *
   * @param url its address
   * @param gone says that nobody waits for it any more
   * @returns the page
   * @throws HttpProblem: 403 where it may not be fetched, 422 where it cannot be
   */
  async fetch(url: string, gone: AbortSignal): Promise<FetchedPage> {
    const signal = AbortSignal.any([gone, AbortSignal.timeout(this.#limits.timeout)])
    try {
      if (this.#limits.robots) await this.#askRobots(url, signal)
      const { response, url: last } = await this.#follow(url, signal, this.#limits.robots)
      const { statusCode, headers } = response
      const contentType = String(headers['content-type'] ?? '')
      if (statusCode !== 200 || !PAGES.test(contentType)) {
        discard(response)
        throw unfit(statusCode === 200 ? `The page is “${contentType.slice(0, 80)}”, not HTML.` : `The site answered ${statusCode}.`)
      }
      return { bytes: await read(response, this.#limits.maxBytes), contentType, url: last }
    } catch (error) {
      if (error instanceof HttpProblem || gone.aborted) throw error
      if (signal.aborted) throw unfit(`The page did not come within ${this.#limits.timeout} ms.`)
      throw causeOf(error)
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy()
  }

  async #follow(start: string, signal: AbortSignal, askAgain: boolean): Promise<{ response: Dispatcher.ResponseData; url: string }> {
    let url = start
    for (let hops = 0; ; hops++) {
      this.#check(new URL(url))
      const response = await request(url, {
        dispatcher: this.#agent,
        signal,
        headers: {
          'user-agent': this.#limits.userAgent,
          accept: 'text/html, application/xhtml+xml',
          'accept-encoding': 'gzip, deflate, br',
        },
      })
      const { location } = response.headers
      if (!REDIRECTS.has(response.statusCode) || typeof location !== 'string') return { response, url }
      discard(response)
      if (hops === this.#limits.maxRedirects) throw unfit(`The page redirects more than ${hops} times.`)
      if (!URL.canParse(location, url)) throw unfit('The page redirects to what is no address.')
      const before = new URL(url).origin
      url = new URL(location, url).href
      if (askAgain && new URL(url).origin !== before) await this.#askRobots(url, signal)
    }
  }

  #check({ protocol, port, username, password, hostname }: URL): void {
    if (protocol !== 'http:' && protocol !== 'https:') throw refused('Only http and https are fetched.')
    if (username !== '' || password !== '') throw refused('Addresses with a user name are not fetched.')
    const used = port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port)
    if (!this.#limits.ports.includes(used)) throw refused(`Port ${used} is not fetched from; ports are ${this.#limits.ports.join(', ')}.`)
    // A bare address is never looked up.
    const bare = hostname.replace(/^\[|\]$/g, '')
    if (isIP(bare) !== 0 && !mayFetchFrom(bare, this.#allowed)) throw notPublic()
  }

  /** Resolves a name for the connection; all of its addresses must be allowed. */
  readonly #lookUp: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[]
      if (error) callback(error, '', 0)
      else if (!addresses.every(({ address }) => mayFetchFrom(address, this.#allowed))) callback(notPublic(), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, (addresses[0] as LookupAddress).address, (addresses[0] as LookupAddress).family)
    })
  }

  /** RFC 9309: without a robots.txt everything is allowed, with one that cannot be had nothing is. */
  async #askRobots(url: string, signal: AbortSignal): Promise<void> {
    this.#check(new URL(url))
    const address = new URL('/robots.txt', url).href
    const { response } = await this.#follow(address, signal, false)
    const { statusCode } = response
    if (statusCode !== 200) discard(response)
    if (statusCode >= 400 && statusCode < 500) return
    const rules = statusCode === 200 ? (await read(response, ROBOTS_BYTES)).toString() : 'User-agent: *\nDisallow: /'
    if (robotsParser(address, rules).isAllowed(url, ROBOT) === false)
      throw new HttpProblem(403, 'The page’s robots.txt asks programs not to fetch it.', [
        { path: 'url', message: 'is closed to programs' },
      ])
  }
}

/** Reads a body, unpacked, counting what comes and what it becomes. */
async function read(response: Dispatcher.ResponseData, limit: number): Promise<Buffer> {
  const { headers, body } = response
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase()
  const unpack = encoding === 'identity' ? null : UNPACK[encoding as keyof typeof UNPACK]
  if (unpack === undefined) {
    discard(response)
    throw unfit('The page is packed in a way that is not known here.')
  }
  const chunks: Uint8Array[] = []
  const counted = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > limit) throw unfit(`The page has more than ${limit} bytes.`)
      yield chunk
    }
  }
  const keep = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) chunks.push(chunk)
  }
  if (unpack) await pipeline(body, counted, unpack(), counted, keep)
  else await pipeline(body, counted, keep)
  return Buffer.concat(chunks)
}

/** Closes a body that nobody reads; undici calls that an error. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {})
  body.destroy()
}

function refused(detail: string): HttpProblem {
  return new HttpProblem(403, detail, [{ path: 'url', message: 'may not be fetched' }])
}

function notPublic(): HttpProblem {
  return refused('The address is not a public one.')
}

function unfit(detail: string): HttpProblem {
  return new HttpProblem(422, detail, [{ path: 'url', message: 'could not be fetched' }])
}

/** What undici says, in our words; our own refusal may be the cause. */
function causeOf(error: unknown): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof HttpProblem) return cause
  const code = (error as { code?: string }).code ?? ''
  if (/ENOTFOUND|EAI_/.test(code)) return unfit('The name of the site is not known.')
  if (/^Z_|BROTLI|^ERR__ERROR/.test(code)) return unfit('The page is packed, and broken.')
  return unfit(`The site could not be reached${code === '' ? '' : ` (${code})`}.`)
}
