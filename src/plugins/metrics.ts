/**
 * What operators watch, for Prometheus: `app.metrics` counts, GET /metrics tells.
 * https://github.com/siimon/prom-client, https://prometheus.io/docs/practices/naming/
 */
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Report } from '../pool/job.ts'
import type { ExtractionPool } from '../pool/pool.ts'

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics
  }
}

/** From the fastest short text to the longest that is taken, in seconds. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const STAGE_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5]

/** The counters of one service. */
export class Metrics {
  readonly registry = new Registry()
  readonly #requests = new Histogram({
    name: 'winnow_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['route', 'method', 'status'],
    buckets: REQUEST_BUCKETS,
    registers: [this.registry],
  })
  readonly #stages = new Histogram({
    name: 'winnow_stage_duration_seconds',
    help: 'Time that one text spends in a stage of the engine.',
    labelNames: ['stage'],
    buckets: STAGE_BUCKETS,
    registers: [this.registry],
  })
  readonly #documents = new Counter({
    name: 'winnow_documents_total',
    help: 'Texts read, by language.',
    labelNames: ['language'],
    registers: [this.registry],
  })
  readonly #spam = new Counter({
    name: 'winnow_spam_fragments_total',
    help: 'Spam fragments found, by kind.',
    labelNames: ['kind'],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  /** @param report what the engine says of one text */
  countArticle({ language, spam, stages }: Report): void {
    this.#documents.inc({ language })
    for (const [kind, count] of Object.entries(spam)) this.#spam.inc({ kind }, count)
    for (const [stage, milliseconds] of Object.entries(stages))
      this.#stages.observe({ stage: stage.replace(' ', '_') }, milliseconds / 1000)
  }

  /**
   * Counts a request.
   *
   * @param route the route’s pattern, never the path that was asked for: labels must be few
   * @param method the method
   * @param status the status of the answer
   * @param seconds how long it took
   */
  countRequest(route: string, method: string, status: number, seconds: number): void {
    this.#requests.observe({ route, method, status: String(status) }, seconds)
  }

  /** @param pool the pool whose queue and threads are watched */
  watchPool(pool: ExtractionPool): void {
    this.watch('winnow_pool_queue_depth', 'Long texts that wait for a thread.', () => pool.waiting)
    this.watch('winnow_pool_utilisation', 'Share of the time that the threads were busy, since the start.', () => pool.utilisation)
  }

  /**
   * Watches a number.
   *
   * @param name its name
   * @param help what it says
   * @param read gives it, when Prometheus asks
   */
  watch(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read())
      },
    })
  }
}

export const metricsPlugin = fp(async (app: FastifyInstance) => {
  const metrics = new Metrics()
  app.decorate('metrics', metrics)
  app.addHook('onResponse', async (request, reply) => {
    metrics.countRequest(request.routeOptions.url ?? 'none', request.method, reply.statusCode, reply.elapsedTime / 1000)
  })
})
