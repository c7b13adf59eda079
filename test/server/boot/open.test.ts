import { dirname, join } from 'node:path'
import t from 'tap'
import { openContext } from '../../../server/boot/open.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { applicationRole } from '../../../server/database/embedded/application-role.ts'
import { migrateWithin } from '../../../server/database/migrate.ts'
import { inTransaction } from '../../../server/store/transaction.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { clusterFolder, openQuietly } from '../../support/own-cluster.ts'

t.test('whoever is busy reading the program for longer than a request may wait still gets the database', async (t) => {
  const { url } = await freshDatabase(t)
  const opening = openContext({ env: { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(32) } })
  // From Node 22 on tsx reads all modules at once: nothing else gets its turn meanwhile.
  setImmediate(() => {
    const over = Date.now() + 3_000
    while (Date.now() < over);
  })
  const context = await opening
  t.strictSame(context.migrated, [])
  await context.close()
})

t.test('a folder of an earlier version, where one role owned all, gets the other by itself', async (t) => {
  const folder = await clusterFolder(t)
  const cluster = await openQuietly(folder)
  const former = openDatabase(cluster.ownerUrl)
  await inTransaction(former.pool, async (client) => ({
    keep: true,
    result: await migrateWithin(client, '0021_log_chain'),
  }))
  await former.pool.query(`drop role ${applicationRole}`)
  await former.close()
  await cluster.markUsed()
  await cluster.release()

  const env = { STICHTAG_DATA: dirname(folder) }
  const file = join(t.testdir({}), 'sicherung')
  t.match(await stichtag(['backup', '--out', file], env), { code: 0, stdout: /Tabellen/ }, 'as it stands')
  const context = await openContext({ env })
  t.equal(context.migrated[0], '0022_retention')
  t.match(context.standing, { role: applicationRole, isOwner: false, missing: [], excess: [] })
  t.strictSame((await context.pool.query('select current_user as me')).rows, [{ me: applicationRole }])
  await context.close()
})
