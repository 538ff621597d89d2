/** The process: configuration, listen, graceful end. */
import closeWithGrace from 'close-with-grace'
import { EXAMPLES } from '../schemas/examples.ts'
import { buildApp, buildMetricsApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { extract } from './engine/extract.ts'
import { releaseGarbage } from './heap.ts'
import { startTracing } from './tracing.ts'

try {
  const config = readConfig(process.env)
  const tracing = await startTracing(process.env)
  const app = await buildApp(config, { level: config.logLevel }, tracing)
  const metrics = config.metricsPort === undefined ? null : await buildMetricsApp(app)
  closeWithGrace({ delay: config.shutdownDelay, logger: app.log }, async ({ err }) => {
    if (err) app.log.error({ err }, 'ending after an error')
    await app.close()
    await metrics?.close()
    await tracing?.end()
  })
  // Models are read and code is compiled before the first request comes.
  for (const { request } of EXAMPLES) extract(request.text)
  releaseGarbage()
  await metrics?.listen({ port: config.metricsPort, host: config.host })
  await app.listen({ port: config.port, host: config.host })
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}
