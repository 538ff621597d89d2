/** Builds the Fastify instance; listens to nothing. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { batchesRoute } from '../routes/batches.ts'
import { extractRoute } from '../routes/extract.ts'
import { healthRoute } from '../routes/health.ts'
import { htmlRoute } from '../routes/html.ts'
import { inspectorRoute } from '../routes/inspector.ts'
import { metricsRoute } from '../routes/metrics.ts'
import { streamRoute } from '../routes/stream.ts'
import { urlRoute } from '../routes/url.ts'
import type { Config } from './config.ts'
import { authPlugin } from './plugins/auth.ts'
import { batchesPlugin } from './plugins/batches.ts'
import { deadlinePlugin } from './plugins/deadline.ts'
import { docsPlugin } from './plugins/docs.ts'
import { drainingPlugin } from './plugins/draining.ts'
import { clientErrorHandler, errorsPlugin, sendProblem } from './plugins/errors.ts'
import { headersPlugin } from './plugins/headers.ts'
import { limitsPlugin } from './plugins/limits.ts'
import { metricsPlugin } from './plugins/metrics.ts'
import { poolPlugin } from './plugins/pool.ts'
import { pressurePlugin } from './plugins/pressure.ts'
import type { Tracing } from './tracing.ts'
import { VERSION } from './version.ts'

/** A UTF-16 unit takes at most three bytes of UTF-8, six when JSON escapes it (\uXXXX); the options take little. */
const BYTES_PER_UNIT = 6
const OPTION_BYTES = 16_384
/** Request ids that callers send are taken when they look like ids: no line breaks, no markup in the logs. */
const REQUEST_ID = /^[\w.:-]{1,80}$/

/** Slow headers are looked for this often, in milliseconds. */
const CHECK_CONNECTIONS = 1000
/** A connection may be silent for so many times the time that a request may take: a stream may wait for its reader. */
const SILENCE = 10

/** The longest body whose text has so many UTF-16 units, in bytes. */
function bytesFor(units: number): number {
  return units * BYTES_PER_UNIT + OPTION_BYTES
}

/**
 * Builds the service.
 *
 * @param config the configuration
 * @param logger pino options or false
 * @param tracing where traces go, if anywhere
 * @returns the instance, ready for `inject` or `listen`
 */
export async function buildApp(
  config: Config,
  logger: FastifyServerOptions['logger'] = false,
  tracing: Tracing | null = null,
): Promise<FastifyInstance> {
  const bodyLimit = bytesFor(config.maxTextLength)
  const app = Fastify({
    logger,
    bodyLimit,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    // The deadline plugin minds the body.
    http: { headersTimeout: config.requestTimeout, requestTimeout: 0, connectionsCheckingInterval: CHECK_CONNECTIONS },
    // A reader that takes nothing for that long will take nothing more.
    connectionTimeout: config.requestTimeout * SILENCE,
    genReqId: (request) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
    },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler,
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, { status: error.statusCode ?? 400, detail: 'The path is not valid.', errors: [] })
    },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await tracing?.instrument(app)
  await app.register(headersPlugin)
  await app.register(drainingPlugin)
  await app.register(errorsPlugin)
  await app.register(pressurePlugin)
  await app.register(authPlugin, { keys: config.keys })
  await app.register(limitsPlugin, config.requests)
  await app.register(deadlinePlugin, { requestTimeout: config.requestTimeout })
  await app.register(metricsPlugin)
  await app.register(poolPlugin, config.pool)
  await app.register(batchesPlugin, { limits: config.batches })
  await app.register(docsPlugin, { version: VERSION })
  await app.register(extractRoute, { maxTextLength: config.maxTextLength })
  await app.register(htmlRoute, { maxHtmlLength: config.maxHtmlLength, bodyLimit: bytesFor(config.maxHtmlLength) })
  await app.register(streamRoute, {
    maxTextLength: config.maxTextLength,
    maxLineBytes: bodyLimit,
    requestTimeout: config.requestTimeout,
  })
  await app.register(urlRoute, { limits: config.fetch })
  await app.register(batchesRoute, { maxLineBytes: bodyLimit, requestTimeout: config.requestTimeout })
  await app.register(inspectorRoute)
  await app.register(healthRoute)
  if (config.metricsPort === undefined) await app.register(metricsRoute)
  return app
}

/**
 * Builds a service that has nothing but the metrics of another one, for a port of its own.
 *
 * @param app the other one
 * @returns the instance
 */
export async function buildMetricsApp(app: FastifyInstance): Promise<FastifyInstance> {
  const own = Fastify({ forceCloseConnections: true })
  own.setSerializerCompiler(serializerCompiler)
  own.decorate('metrics', app.metrics)
  await own.register(metricsRoute)
  return own
}
