/**
 * Traces of requests, by the official instrumentation of Fastify, where the usual OTEL_… variables say where they go.
 * https://github.com/fastify/otel, https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
import type { FastifyInstance } from 'fastify'

/** Traces that are being taken. */
export interface Tracing {
  /** Instruments a service. */
  instrument(app: FastifyInstance): Promise<void>
  /** Sends what is left. */
  end(): Promise<void>
}

/**
 * Starts tracing.
 *
 * @param environment environment variables
 * @returns null where none of them says where traces go
 */
export async function startTracing(environment: Record<string, string | undefined>): Promise<Tracing | null> {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT && !environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null
  const [{ NodeSDK }, { OTLPTraceExporter }, { FastifyOtelInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@fastify/otel'),
  ])
  const fastify = new FastifyOtelInstrumentation()
  const sdk = new NodeSDK({
    serviceName: environment.OTEL_SERVICE_NAME ?? 'winnow',
    traceExporter: new OTLPTraceExporter(),
    instrumentations: [fastify],
  })
  sdk.start()
  return {
    instrument: async (app) => {
      await app.register(fastify.plugin())
    },
    end: () => sdk.shutdown(),
  }
}
