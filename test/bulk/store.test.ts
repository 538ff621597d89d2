import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import t, { type Test } from 'tap'
import { type ObjectStore, openStore } from '../../src/bulk/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'winnow-store-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

/** What every store must do. */
async function behaves(t: Test, store: ObjectStore): Promise<void> {
  t.equal(await store.get('a/out/0'), null)
  await store.put('a/out/0', Buffer.from('first'))
  await store.put('a/out/0', Buffer.from('二'))
  t.equal(String(await store.get('a/out/0')), '二', 'replaced')
  const large = Buffer.alloc(3_000_000, 'x')
  await store.put('a/in/1', large)
  t.ok(large.equals((await store.get('a/in/1')) as Buffer))
  for (let at = 0; at < 20; at++) await store.put(`b/${at}`, Buffer.from(String(at)))
  await store.put('bb/1', Buffer.from('stays'))
  await store.removeAll('b/')
  t.equal(await store.get('b/7'), null)
  t.equal(String(await store.get('bb/1')), 'stays')
  await store.removeAll('never/')
}

t.test('files', async (t) => {
  const store = openStore(join(folder, 'files'))
  await behaves(t, store)
  await Promise.all(Array.from({ length: 20 }, (_, at) => store.put('race', Buffer.from(String(at).repeat(1000)))))
  t.equal(new Set(String(await store.get('race')).match(/../g)).size <= 2, true, 'one of them, whole')
  t.same(
    readdirSync(join(folder, 'files')).filter((name) => name.endsWith('.tmp')),
    [],
  )
  await store.removeAll('a/')
})

t.test('a store that speaks S3', async (t) => {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'articles', configs: [] }],
  })
  const { port } = (await server.run()) as AddressInfo
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  })
  await behaves(t, openStore('s3://articles/winnow/'))
  await behaves(t, openStore('s3://articles'))
  await t.rejects(openStore('s3://no-such-bucket').put('x', Buffer.from('x')))
  await server.close()
})
