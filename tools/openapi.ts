/**
 * Writes the OpenAPI document of the service as it stands to `openapi.json`.
 *
 * Usage: `npm run openapi`
 */
import { writeFileSync } from 'node:fs'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'

const app = await buildApp(readConfig({}))
const response = await app.inject('/docs/json')
writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(response.json(), null, 2)}\n`)
await app.close()
