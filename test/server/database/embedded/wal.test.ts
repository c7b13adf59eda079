import t from 'tap'
import { ask, clusterFolder, openQuietly } from '../../../support/own-cluster.ts'

t.test('segments of the log that are done with go, rather than being kept with what stands in them', async (t) => {
  const cluster = await openQuietly(await clusterFolder(t))
  t.teardown(async () => void (await cluster.release()))
  for (let round = 0; round < 4; round += 1) {
    await ask(cluster.ownerUrl, `create table x${round} (i integer)`)
    await ask(cluster.ownerUrl, 'select pg_switch_wal()')
  }
  await ask(cluster.ownerUrl, 'checkpoint')
  const left = await ask(cluster.ownerUrl, 'select name from pg_ls_waldir()')
  t.ok(left.length <= 2, `${left.length} segments`)
})
