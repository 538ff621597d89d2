/** The pool of worker threads, made with the service and closed with it; routes reach it as `app.pool` and `reply.extract`. */
import fp from 'fastify-plugin'
import type { PageExtraction } from '../../schemas/page.ts'
import { type Job, type Performed, perform, type Written } from '../pool/job.ts'
import { ExtractionPool, type PoolLimits } from '../pool/pool.ts'
import { Turns } from '../pool/turns.ts'
import { blank, HttpProblem } from '../problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    pool: ExtractionPool
    /** Short texts that wait to be read. */
    turns: Turns
  }
  interface FastifyReply {
    /**
     * Reads a text where it belongs: a short one when its turn comes, in the main thread or in a thread that has nothing else
     * to do, a long one in a thread. Neither is read when the client has left.
     *
     * @param job the text; `field` names it in the error where nothing is written in it
     * @returns the body of the answer
     */
    extract(job: Job, field: string): Promise<PageExtraction>
  }
}

export const poolPlugin = fp<PoolLimits>(async (app, limits) => {
  const pool = new ExtractionPool(limits)
  const turns = new Turns(pool)
  app.decorate('pool', pool)
  app.decorate('turns', turns)
  app.metrics.watchPool(pool)
  app.decorateReply('extract', async function (job, field) {
    const there = () => pool.run(job, leaving(this.raw))
    const done = await (pool.takes(job)
      ? there()
      : turns.take<Performed | Written | null>({
          bytes: Buffer.byteLength(job.text),
          left: () => this.raw.destroyed,
          here: () => perform(job),
          there,
        }))
    if (done === null) {
      const { status, detail, errors } = blank(field)
      throw new HttpProblem(status, detail, errors)
    }
    app.metrics.countArticle(done.report)
    if ('found' in done) return done.found as PageExtraction
    // A worker has validated the answer and written it down.
    this.type('application/json; charset=utf-8').serializer((written) => written as string)
    return done.json as unknown as PageExtraction
  })
  app.addHook('onClose', () => pool.close())
})

/**
 * @param response a response
 * @returns a signal that says that its client left
 */
export function leaving(response: { once(event: 'close', listener: () => void): void }): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}
