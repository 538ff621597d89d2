/** Errors: problem documents of RFC 9457. */
import { z } from 'zod'

/** The body of every error response. */
export const Problem = z
  .object({
    type: z.string().describe('A URI that names the kind of problem.'),
    title: z.string().describe('The kind of problem in a few words.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What is wrong with this request, and the limit it broke.'),
    instance: z.string().describe('The path that was asked for.'),
    errors: z
      .array(
        z.object({ path: z.string().describe('The field, as a dotted path.'), message: z.string().describe('What is wrong with it.') }),
      )
      .describe('Every field that is wrong.'),
    requestId: z.string().describe('The id of the request, as in the header `x-request-id` and in the logs.'),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>

const malformed = { 400: Problem.describe('Malformed JSON or invalid fields; every one is named.') }
const mediaType = { 415: Problem.describe('Wrong media type; the accepted ones are named.') }
const busy = { 503: Problem.describe('Too many long texts are waiting; try again after the seconds in `Retry-After`.') }

/** Errors of the routes that take one text. */
export const extractProblems = {
  ...malformed,
  408: Problem.describe('The request did not arrive in time.'),
  413: Problem.describe('The text is too large; the limit is named.'),
  ...mediaType,
  422: Problem.describe('The text has nothing in it.'),
  ...busy,
}

/** Errors of the route that fetches pages. */
export const urlProblems = {
  ...malformed,
  403: Problem.describe('The page may not be fetched: its address, its port, or its robots.txt.'),
  404: Problem.describe('The route is switched off.'),
  408: extractProblems[408],
  ...mediaType,
  422: Problem.describe('The page cannot be fetched, is too large or no HTML, or has nothing in it.'),
  ...busy,
}

/** Errors of batches. */
export const batchProblems = {
  ...malformed,
  404: Problem.describe('There is no such batch.'),
  ...mediaType,
  429: Problem.describe('Too many documents are waiting; try again after the seconds in `Retry-After`.'),
  503: Problem.describe('No Redis is configured, or it cannot be reached.'),
}

/** Errors of the stream before its first line; later ones are lines. */
export const streamProblems = { ...malformed, ...mediaType }
