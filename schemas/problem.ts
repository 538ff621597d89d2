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
