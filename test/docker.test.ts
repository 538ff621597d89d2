import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { request } from 'undici'
import { PLAIN_EXAMPLE } from '../schemas/examples.ts'
import { startServer } from './process.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

t.test('the steps of the Dockerfile, run in an empty folder, give a service that answers', { timeout: 180_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-image-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const steps = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n')
  let install = ''
  let command: string[] = []
  for (const step of steps) {
    const copy = /^COPY (?!--from)(.+) (\S+)$/.exec(step)
    if (copy) {
      const [, sources, target] = copy as unknown as [string, string, string]
      for (const source of sources.split(' ')) {
        const into = target.endsWith('/') ? join(folder, target, source) : join(folder, target)
        cpSync(join(root, source), into, { recursive: true })
      }
    }
    // The other one makes a folder outside of the image’s own.
    if (step.startsWith('RUN npm ')) {
      install = step.slice(4)
      execFileSync('/bin/sh', ['-c', install], { cwd: folder, stdio: 'pipe' })
    }
    if (step.startsWith('CMD ')) command = JSON.parse(step.slice(4)) as string[]
  }
  t.match(install, /npm ci --omit=dev --ignore-scripts/)
  t.notOk(existsSync(join(folder, 'node_modules/tap')), 'no development packages')
  t.equal(command[0], 'node')
  t.match(steps.join('\n'), /^USER node$/m)
  const server = await startServer({ NODE_ENV: 'production' }, join(folder, command[1] as string))
  const { statusCode } = await request(`${server.url}/extract`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: PLAIN_EXAMPLE,
  })
  t.equal(statusCode, 200)
  t.equal(await server.stop(), 0)
})
