/** POST /extract/html and POST /extract/url: pages in, articles out. */
import { z } from 'zod'
import { Extraction, optionFields } from './extraction.ts'

const pageOptions = {
  ...optionFields,
  title: optionFields.title.describe('The true headline; where it is missing, the page’s only h1, its og:title or its title.'),
}

/** Options of a request whose body is the page itself. */
export const PageOptions = z.strictObject(pageOptions).meta({ id: 'PageOptions' })

/**
 * The JSON request of POST /extract/html.
 *
 * @param maxLength longest page, in UTF-16 units
 * @returns its schema
 */
export function htmlRequest(maxLength: number) {
  return z
    .strictObject({
      html: z.string().min(1).max(maxLength).describe('The page as HTML.'),
      url: z.url().max(4000).optional().describe('Where the page is from; the answer does not depend on it.'),
      ...pageOptions,
    })
    .meta({ id: 'HtmlRequest' })
}

/** The JSON request of POST /extract/url. */
export const UrlRequest = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(4000)
      .describe('The page to fetch, http or https.'),
    ...pageOptions,
  })
  .meta({ id: 'UrlRequest' })

/** The answer: as for a raw text, and that text. */
export const PageExtraction = Extraction.extend({
  source: z.string().describe('The visible text of the page, a block a line; every `start` and `end` refers to it.'),
}).meta({ id: 'PageExtraction' })

export type PageExtraction = z.infer<typeof PageExtraction>
