import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { openCluster } from '../../../../server/database/embedded/cluster.ts'
import { ask, clusterFolder, hold, letGo, openQuietly, postmasterOf } from '../../../support/own-cluster.ts'

t.test('a new cluster is made, and found again', async (t) => {
  const folder = await clusterFolder(t)
  const first = await openQuietly(folder)
  t.strictSame(await first.isNew(), true)
  const [settings] = (await ask(
    first.ownerUrl,
    `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
      current_setting('fsync') as fsync, current_setting('listen_addresses') as address,
      current_setting('unix_socket_directories') as sockets, lower('ÄÖÜ') as umlauts`,
  )) as [Record<string, string>]
  t.strictSame(settings, {
    encoding: 'UTF8',
    checksums: 'on',
    fsync: 'on',
    address: '127.0.0.1',
    sockets: '',
    umlauts: 'äöü',
  })
  await t.rejects(ask(first.ownerUrl.replace(/:[^:@]+@/, ':falsch@'), 'select 1'), { code: '28P01' })
  t.strictSame((await stat(join(first.home, 'kennwort'))).mode & 0o777, 0o600)
  await ask(first.ownerUrl, 'create table kept (id int)')
  t.strictSame(await first.release(), true, 'the only one ends it')
  await t.rejects(ask(first.ownerUrl, 'select 1'), { code: 'ECONNREFUSED' })

  const second = await openQuietly(folder)
  t.strictSame(second.ownerUrl, first.ownerUrl, 'the same port')
  t.strictSame(await second.isNew(), true, 'new until somebody says that it was used')
  await second.markUsed()
  t.strictSame(await second.isNew(), false)
  t.strictSame(await ask(second.ownerUrl, 'select from kept'), [])
  await second.release()
})

t.test('two that start at once on a new folder share one server; the last one ends it', async (t) => {
  const folder = await clusterFolder(t)
  const [first, second] = await Promise.all([hold(folder), hold(folder)])
  t.strictSame(first.url, second.url)
  t.strictSame(await letGo(first), false)
  t.strictSame(await ask(second.url, 'select 1 as one'), [{ one: 1 }])
  t.strictSame(await letGo(second), true)
})

t.test('who comes while the last one leaves gets a server', async (t) => {
  const folder = await clusterFolder(t)
  let current = await openQuietly(folder)
  for (let round = 0; round < 4; round++) {
    const [next] = await Promise.all([openQuietly(folder), current.release()])
    t.strictSame(await ask(next.url, 'select 1 as one'), [{ one: 1 }])
    current = next
  }
  await current.release()
})

t.test('a server left by a killed process is adopted', async (t) => {
  const folder = await clusterFolder(t)
  const killed = await hold(folder)
  const postmaster = await postmasterOf(killed.home)
  killed.child.process.kill('SIGKILL')
  await killed.child.ended
  const next = await openQuietly(folder)
  t.strictSame(next.ownerUrl, killed.url)
  t.strictSame(await postmasterOf(next.home), postmaster)
  // The server notices a broken connection a moment later, and until then counts the killed process as present.
  const present = "select from pg_stat_activity where application_name = 'stichtag-anwesenheit'"
  while ((await ask(next.ownerUrl, present)).length > 1) await sleep(20)
  t.strictSame(await next.release(), true)
})

t.test('a killed server is started again, for those who use it and on the same address', async (t) => {
  const folder = await clusterFolder(t)
  const lines: string[] = []
  const cluster = await openCluster(folder, { onProgress: (line) => lines.push(line) })
  await ask(cluster.ownerUrl, 'create table kept as select 1 as id')
  process.kill(await postmasterOf(cluster.home), 'SIGKILL')
  while (!lines.some((line) => line.includes('wieder da'))) await sleep(50)
  t.strictSame(await ask(cluster.ownerUrl, 'select id from kept'), [{ id: 1 }])
  t.strictSame(await cluster.release(), true)
})

t.test('server and user both killed: what they left is cleared away', async (t) => {
  const folder = await clusterFolder(t)
  const killed = await hold(folder)
  const postmaster = await postmasterOf(killed.home)
  killed.child.process.kill('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  const next = await openQuietly(folder)
  t.not(await postmasterOf(next.home), postmaster)
  t.strictSame(await ask(next.url, 'select 1 as one'), [{ one: 1 }])
  await next.release()
})

t.test('a number in postmaster.pid that now belongs to another program is not waited for', async (t) => {
  const folder = await clusterFolder(t)
  const first = await openQuietly(folder)
  const file = join(first.home, 'data', 'postmaster.pid')
  const left = await readFile(file, 'utf8')
  await first.release()
  await writeFile(file, left.replace(/^\d+/, String(process.pid)))
  const second = await openQuietly(folder)
  t.strictSame(await ask(second.url, 'select 1 as one'), [{ one: 1 }])
  await second.release()
})
