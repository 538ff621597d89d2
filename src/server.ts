/** The process: configuration, listen, graceful end. */
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { startTracing } from './tracing.ts'

try {
  const config = readConfig(process.env)
  const tracing = await startTracing(process.env)
  const app = await buildApp(config, { level: config.logLevel }, tracing)
  closeWithGrace({ delay: config.shutdownDelay, logger: app.log }, async ({ err }) => {
    if (err) app.log.error({ err }, 'ending after an error')
    await app.close()
    await tracing?.end()
  })
  await app.listen({ port: config.port, host: config.host })
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}
