import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Deployment } from 'kubernetes-models/apps/v1'
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { Service } from 'kubernetes-models/v1'
import t from 'tap'
import { parse, parseAllDocuments } from 'yaml'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'

const deploy = new URL('../deploy/', import.meta.url)
const KINDS = { Deployment, HorizontalPodAutoscaler, NetworkPolicy, PodDisruptionBudget, Service }
interface Manifest {
  kind: keyof typeof KINDS
  metadata: { name: string }
  spec: {
    selector?: { matchLabels?: Record<string, string> }
    template?: { metadata: { labels: Record<string, string> }; spec: { securityContext: object; containers: Container[] } }
  }
}
interface Container {
  resources: { limits?: object; requests?: object }
  securityContext: object
  env: { name: string; value: string }[]
}
const manifests = readdirSync(new URL('kubernetes/', deploy)).flatMap((name) =>
  parseAllDocuments(readFileSync(new URL(`kubernetes/${name}`, deploy), 'utf8')).map((document): Manifest => document.toJS()),
)

t.test('the Kubernetes manifests are valid against the schemas of Kubernetes', async (t) => {
  for (const manifest of manifests) {
    const Kind = KINDS[manifest.kind]
    t.ok(Kind, `${manifest.kind} is checked`)
    t.doesNotThrow(() => new Kind(manifest as never).validate(), `${manifest.kind} ${manifest.metadata.name}`)
  }
  t.same([...new Set(manifests.map(({ kind }) => kind))].sort(), Object.keys(KINDS))
  t.throws(
    () => new Deployment({ ...manifests[0], spec: { replicas: 'two' } } as never).validate(),
    'the validator does refuse what is wrong',
  )
})

t.test('containers run without root, without a writable root, within limits, and select what they start', async (t) => {
  for (const { kind, spec } of manifests) {
    if (kind !== 'Deployment') continue
    const { metadata, spec: pod } = spec.template as NonNullable<typeof spec.template>
    t.match(metadata.labels, spec.selector?.matchLabels)
    t.match(pod.securityContext, { runAsNonRoot: true })
    for (const { resources, securityContext, env } of pod.containers) {
      t.match(securityContext, { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } })
      t.ok(resources.limits && resources.requests)
      t.doesNotThrow(() => readConfig(Object.fromEntries(env.map(({ name, value }) => [name, value]))))
    }
  }
})

t.test('the compose file has the service, the workers and their Redis, and nothing open to the network but the service', async (t) => {
  const { services, volumes } = parse(readFileSync(new URL('compose.yaml', deploy), 'utf8'), { merge: true })
  t.same(Object.keys(services), ['service', 'worker', 'redis'])
  t.same(
    Object.values<{ ports?: string[] }>(services).map(({ ports }) => ports?.length ?? 0),
    [1, 0, 0],
  )
  for (const { volumes: used } of Object.values<{ volumes: string[] }>(services))
    for (const volume of used) t.ok((volume.split(':')[0] as string) in volumes, volume)
  t.doesNotThrow(() => readConfig(services.worker.environment))
  t.equal(readConfig(services.service.environment).batches?.redisUrl, 'redis://redis:6379')
  t.match(services.redis.command.join(' '), /--appendonly yes/)
})

t.test('the dashboard asks for metrics that there are', async (t) => {
  const app = await buildApp(readConfig({}))
  await app.inject({ method: 'POST', url: '/extract', payload: { text: 'One line said Ann Lee.' } })
  const known = (await app.inject('/metrics')).body
  const { panels } = JSON.parse(readFileSync(fileURLToPath(new URL('grafana-dashboard.json', deploy)), 'utf8'))
  let asked = 0
  for (const { targets } of panels)
    for (const { expr } of targets)
      for (const [name] of expr.matchAll(/\b(?:winnow|nodejs|process)_\w+/g)) {
        asked++
        // Batches are counted where a Redis is configured.
        if (!name.startsWith('winnow_batch')) t.match(known, new RegExp(`^(?:# TYPE )?${name.replace(/_bucket$|_count$/, '')}`, 'm'), name)
      }
  t.ok(asked > 8)
  await app.close()
})
