/**
 * The visible text of an HTML page, a block a line, for the engine to read. The page is read by parse5's tokenizer (WHATWG HTML,
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization) without building a tree: hostile nesting costs
 * nothing, and the work is linear in the page.
 */
import { Token, Tokenizer, TokenizerMode } from 'parse5'

/** What a page shows. */
export interface VisibleText {
  /** The text: a line for each block, an empty line between blocks that HTML sets apart. */
  text: string
  /** What the page calls itself: its only h1, else og:title, else its title. */
  title: string | null
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that begin and end a line. */
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody tfoot thead tr ul',
)
/** Blocks with a blank line before and behind. */
const SPACED = words('article aside blockquote dl figure footer form h1 h2 h3 h4 h5 h6 header main nav ol p pre section table ul')
/** Elements whose content is never shown. */
const HIDDEN = words('audio canvas datalist head iframe map math noembed noframes noscript object script style svg template video')
/** Elements without content: they have no end tag. */
const VOID = words('area base br col embed hr img input link meta param source track wbr')
/** Elements whose content is no markup. */
const RAW = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
])
/** What may stand in the head; anything else ends it, whether its end tag is there or not. */
const HEAD_ELEMENTS = words('base basefont bgsound link meta noscript script style template title')
const INVISIBLE_STYLE = /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i

/**
 * Reads the visible text of a page.
 *
 * @param html the page, decoded
 * @returns its text and title
 */
export function visibleText(html: string): VisibleText {
  const reader = new PageReader()
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reader)
  reader.tokenizer = tokenizer
  tokenizer.write(html, true)
  return reader.result()
}

/** Receives tokens and writes lines. */
class PageReader {
  tokenizer!: Tokenizer
  /** Finished lines; an empty one stands between blocks set apart. */
  readonly #lines: string[] = []
  #line: string[] = []
  /** The hidden element that is open, and how many of its name. */
  #hidden: string | null = null
  #hiddenDepth = 0
  /** How many `pre` and `textarea` are open: line breaks count there. */
  #preformatted = 0
  #title: string[] | null = null
  #pageTitle = ''
  #socialTitle = ''
  readonly #headings: string[] = []
  #heading: string[] | null = null

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName
    const mode = RAW.get(name)
    if (mode !== undefined) this.tokenizer.state = mode
    if (name === 'meta') this.#readMeta(token)
    if (name === 'title' && this.#pageTitle === '' && (this.#hidden === null || this.#hidden === 'head')) {
      this.#title = []
      return
    }
    if (this.#hidden === 'head' && !HEAD_ELEMENTS.has(name)) this.#hidden = null
    if (this.#hidden !== null) {
      if (name === this.#hidden && !VOID.has(name)) this.#hiddenDepth++
      return
    }
    if (!VOID.has(name) && isHidden(token)) {
      this.#hidden = name
      this.#hiddenDepth = 1
      return
    }
    if (name === 'br') this.#endLine()
    else if (name === 'td' || name === 'th') this.#line.push('\t')
    else if (BLOCKS.has(name)) this.#breakAt(name)
    if (name === 'pre' || name === 'textarea') this.#preformatted++
    if (name === 'h1') this.#heading = []
  }

  onEndTag({ tagName: name }: Token.TagToken): void {
    if (name === 'title' && this.#title) {
      this.#pageTitle = squeeze(this.#title.join(''))
      this.#title = null
      return
    }
    if (this.#hidden !== null) {
      if (name === this.#hidden && --this.#hiddenDepth === 0) this.#hidden = null
      return
    }
    if (name === 'h1' && this.#heading) {
      const heading = squeeze(this.#heading.join(''))
      if (heading !== '') this.#headings.push(heading)
      this.#heading = null
    }
    if ((name === 'pre' || name === 'textarea') && this.#preformatted > 0) this.#preformatted--
    if (BLOCKS.has(name)) this.#breakAt(name)
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.#title) this.#title.push(chars)
    else if (this.#hidden === null) {
      this.#heading?.push(chars)
      if (this.#preformatted === 0) this.#line.push(chars)
      else {
        chars.split('\n').forEach((line, at) => {
          if (at > 0) this.#endLine()
          this.#line.push(line)
        })
      }
    }
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  result(): VisibleText {
    this.#endLine()
    while (this.#lines.at(-1) === '') this.#lines.pop()
    const [only, ...more] = this.#headings
    const title = (only !== undefined && more.length === 0 ? only : '') || this.#socialTitle || this.#pageTitle
    return { text: this.#lines.join('\n'), title: title || null }
  }

  #readMeta(token: Token.TagToken): void {
    const property = Token.getTokenAttr(token, 'property') ?? Token.getTokenAttr(token, 'name')
    if (property === 'og:title' && this.#socialTitle === '') this.#socialTitle = squeeze(Token.getTokenAttr(token, 'content') ?? '')
  }

  #breakAt(name: string): void {
    this.#endLine()
    if (SPACED.has(name) && this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }

  #endLine(): void {
    const line = squeeze(this.#line.join(''))
    this.#line = []
    if (line !== '') this.#lines.push(line)
  }
}

function isHidden(token: Token.TagToken): boolean {
  if (HIDDEN.has(token.tagName)) return true
  for (const { name, value } of token.attrs) {
    if (name === 'hidden' && value !== 'until-found') return true
    if (name === 'style' && INVISIBLE_STYLE.test(value)) return true
  }
  return false
}

/** Blanks as a browser shows them: one for many, none at the ends; a no-break space stays what it is. */
function squeeze(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '')
}
