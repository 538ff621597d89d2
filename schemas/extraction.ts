/** What POST /extract takes and gives: the contract of the service, and the result type of the engine. */
import { z } from 'zod'

/** Values that the configuration may change; the schemas are made for them once at start. */
export interface Limits {
  /** Longest text, in UTF-16 units. */
  maxTextLength: number
}

export const SPEAKER_KINDS = ['person', 'organization', 'group', 'unknown'] as const
export const PARAGRAPH_ROLES = ['paragraph', 'subheading', 'list_item', 'caption', 'blockquote'] as const
export const INJECTED_KINDS = [
  'title_fragment',
  'injected_name',
  'keyword_block',
  'contact',
  'promo',
  'foreign_passage',
  'mangled',
  'spun_word',
] as const
export const BOILERPLATE_KINDS = [
  'navigation',
  'related_links',
  'byline',
  'timestamp',
  'editor_credit',
  'source_credit',
  'copyright',
  'share',
  'subscribe',
  'comments',
  'advertisement_label',
] as const
export const WARNING_CODES = [
  'no_headline',
  'no_body',
  'mostly_spam',
  'spun_text',
  'unsupported_language',
  'lone_surrogates',
  'uncertain_spam',
  'several_articles',
] as const

const offset = z.int().nonnegative()
const start = offset.describe('Where it starts in the input, in the unit of `offsets`.')
const end = offset.describe('Where it ends (exclusive), in the unit of `offsets`.')
const confidence = z.number().min(0).max(1).describe('Probability that this is right, 0 … 1.')
const range = z.tuple([offset, offset])

export const optionFields = {
  title: z.string().min(1).max(1000).optional().describe('The true headline, where the caller has it (from `<title>`, RSS …).'),
  language: z.enum(['auto', 'zh', 'en']).default('auto').describe('`zh` and `en` skip the detection of the language.'),
  offsets: z
    .enum(['utf-16', 'utf-8', 'code-point'])
    .default('utf-16')
    .describe(
      'Unit of every `start` and `end`: `utf-16` for JavaScript, Java and C#; `utf-8` for Go, Rust and C; `code-point` for Python.',
    ),
}

/** Options of a request whose body is the text itself. */
export const ExtractOptions = z.strictObject(optionFields).meta({ id: 'ExtractOptions' })

/**
 * The JSON request.
 *
 * @param limits values from the configuration
 * @returns its schema
 */
export function extractRequest(limits: Limits) {
  return z
    .strictObject({
      text: z.string().min(1).max(limits.maxTextLength).describe('The raw text of the article, untouched.'),
      ...optionFields,
    })
    .meta({ id: 'ExtractRequest' })
}

const Headline = z
  .object({ text: z.string().describe('The clean headline.'), start, end, confidence })
  .meta({ id: 'Headline' })
  .describe('The headline found.')

const Paragraph = z
  .object({
    index: offset.describe('Its number in `paragraphs`, from 0.'),
    role: z.enum(PARAGRAPH_ROLES).describe('What the block is in the article.'),
    text: z.string().describe('The clean text: injected spam cut out.'),
    start,
    end,
    spam: z.array(z.string()).describe('Ids of the fragments inside its span.'),
  })
  .meta({ id: 'Paragraph' })

const Mention = z
  .object({
    id: z.string().describe('Id of the entry in `speakers`.'),
    text: z.string().describe('The mention as written here.'),
    start,
    end,
    name: z.string().describe('The fullest name in the article.'),
    role: z.string().nullable().describe('Title and affiliation as written.'),
    kind: z.enum(SPEAKER_KINDS).describe('What kind of speaker it is.'),
  })
  .meta({ id: 'Mention' })

const Cue = z.object({ text: z.string().describe('The cue as written.'), start, end }).meta({ id: 'Cue' })

const Quote = z
  .object({
    id: z.string().describe('Its id, unique in the response.'),
    kind: z
      .enum(['direct', 'partial', 'indirect'])
      .describe('A quoted utterance, quoted words inside reported speech, or reported speech without marks.'),
    text: z.string().describe('The clean words.'),
    start,
    end,
    paragraph: offset.describe('Index of the paragraph it stands in.'),
    speaker: Mention.nullable().describe('Who said it.'),
    via: Mention.nullable().describe('The medium that relays the words.'),
    cue: Cue.nullable().describe('The words that announce it: 表示, said, according to …'),
    utterance: z.string().optional().describe('Shared by the parts of one utterance that its cue breaks in two.'),
    confidence,
  })
  .meta({ id: 'Quote' })

const Speaker = z
  .object({
    id: z.string().describe('Its id, unique in the response.'),
    name: z.string().describe('The fullest name in the article.'),
    role: z.string().nullable().describe('Title and affiliation as written.'),
    kind: z.enum(SPEAKER_KINDS).describe('What kind of speaker it is.'),
    mentions: z
      .array(z.object({ start, end, text: z.string().describe('The mention as written.') }))
      .describe('Where the article names the speaker.'),
    quotes: z.array(z.string()).describe('Ids of the quotes.'),
  })
  .meta({ id: 'Speaker' })

const Spam = z
  .object({
    id: z.string().describe('Its id, unique in the response.'),
    category: z.enum(['injected', 'boilerplate']).describe('Put into the article by a spammer, or the page’s own furniture.'),
    kind: z.enum([...INJECTED_KINDS, ...BOILERPLATE_KINDS]).describe('What kind of spam it is.'),
    text: z.string().describe('The run of the input.'),
    start,
    end,
    suggestion: z.string().nullable().describe('What the clean text has instead; empty for a cut, null where the run is only reported.'),
    confidence,
    reason: z.string().describe('One sentence that a person can check against the text.'),
  })
  .meta({ id: 'Spam' })

const Metadata = z
  .object({
    published: z.string().nullable().describe('ISO 8601, as precise as the text states it.'),
    source: z.string().nullable().describe('The medium that published the article.'),
    authors: z.array(z.string()).describe('Names in the byline.'),
    editors: z.array(z.string()).describe('Names in the editor’s credit.'),
    section: z.string().nullable().describe('The section of the paper or site.'),
  })
  .meta({ id: 'Metadata' })

const Segment = z
  .object({
    clean: range.describe('Start and end in the clean `text`.'),
    raw: range.describe('Start and end in the input.'),
    copied: z.boolean().describe('False where other text stands for the raw run: a suggestion, or the break between two blocks.'),
  })
  .meta({ id: 'Segment' })

const Warning = z
  .object({ code: z.enum(WARNING_CODES).describe('Stable code.'), message: z.string().describe('What the caller should know.') })
  .meta({ id: 'Warning' })

/** The answer. */
export const Extraction = z
  .object({
    language: z.string().describe('BCP 47: `zh-Hans`, `zh-Hant`, `en`, `und` …'),
    headline: Headline.nullable().describe('The headline, or null where none is likely.'),
    paragraphs: z.array(Paragraph).describe('The body of the article, in order.'),
    quotes: z.array(Quote).describe('Who said what, in order.'),
    speakers: z.array(Speaker).describe('One entry per real speaker.'),
    spam: z.array(Spam).describe('Every spam fragment, sorted by `start`, never overlapping.'),
    metadata: Metadata.describe('What the page states about the article.'),
    text: z.string().describe('The clean article: headline, blank line, paragraphs joined by line breaks.'),
    segments: z.array(Segment).describe('Maps the clean text back to the input.'),
    warnings: z.array(Warning).describe('What the caller should know.'),
  })
  .meta({ id: 'Extraction' })

export type ExtractOptions = z.infer<typeof ExtractOptions>
export type Extraction = z.infer<typeof Extraction>
