/** Batches: many documents, worked on in the background. */
import { z } from 'zod'

export const BATCH_STATUSES = ['queued', 'running', 'completed', 'cancelled'] as const

const time = z.iso.datetime()
const count = z.int().nonnegative()

/** The state of a batch. */
export const Batch = z
  .object({
    id: z.uuid().describe('Its id.'),
    status: z.enum(BATCH_STATUSES).describe('`completed` when every document has its answer.'),
    documents: count.nullable().describe('How many documents it has; null while they are still coming.'),
    done: count.describe('Documents that have their answer.'),
    failed: count.describe('Documents whose answer is an error.'),
    rate: z.number().nonnegative().nullable().describe('Documents a second so far; null before the first.'),
    created: time.describe('When it was taken in.'),
    estimatedEnd: time.nullable().describe('When it will be done at this rate; when it was done; null where nobody knows.'),
  })
  .meta({ id: 'Batch' })

export type Batch = z.infer<typeof Batch>

/** The JSON request; each document is as a line of POST /extract/stream, and a wrong one fails alone. */
export const BatchRequest = z
  .strictObject({
    documents: z
      .array(z.record(z.string(), z.unknown()))
      .min(1)
      .describe('Documents as in POST /extract/stream: `{id?, text, title?, language?, offsets?}`.'),
  })
  .meta({ id: 'BatchRequest' })

export const BatchParams = z.object({ id: z.uuid().describe('The id of a batch.') })

export const ResultOptions = z.strictObject({
  from: z.coerce
    .number<string>()
    .int()
    .nonnegative()
    .default(0)
    .describe('The number of the first document wanted, from 0: to resume, the count of lines you have.'),
})

export const BatchHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().describe('A request that is repeated with the same key gives the same batch.'),
})
