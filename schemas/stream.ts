/** POST /extract/stream: a document a line in, an article a line out. */
import { z } from 'zod'
import { extractRequest, type Limits } from './extraction.ts'

/** Options of the stream, in the query string. */
export const StreamOptions = z.strictObject({
  order: z
    .enum(['input', 'any'])
    .default('input')
    .describe('`input` keeps the order of the documents; `any` gives each answer as soon as it is ready.'),
})

/**
 * A line of the request.
 *
 * @param limits values from the configuration
 * @returns its schema
 */
export function streamDocument(limits: Limits) {
  return extractRequest(limits)
    .extend({
      id: z
        .union([z.string().max(1000), z.int()])
        .optional()
        .describe('Comes back with the answer.'),
    })
    .meta({ id: 'StreamDocument' })
}
