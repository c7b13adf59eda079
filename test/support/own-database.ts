import { openDatabase } from '../../server/database/database.ts'
import { migrateFor, migrateToLatest } from '../../server/database/migrate.ts'
import { grantee, readStanding } from '../../server/database/roles/standing.ts'
import { debianPostgres } from './debian-postgres.ts'
import type { ServedDatabase } from './fresh-database.ts'
import { clusterFolder, openQuietly } from './own-cluster.ts'

/** A migrated database in a cluster that nobody else uses, so that all of its files are the test's. */
export interface OwnDatabase extends ServedDatabase {
  /** Where all of its files lie, with the log of the server. */
  home: string
}

interface Test {
  teardown(end: () => Promise<void>): void
}

/** In the PostgreSQL that we bring along. */
export async function ownDatabase(t: Test): Promise<OwnDatabase> {
  const cluster = await openQuietly(await clusterFolder(t))
  const database = { ...openDatabase(cluster.url, { max: 4 }), url: cluster.url }
  const owner = { ...openDatabase(cluster.ownerUrl, { max: 4 }), url: cluster.ownerUrl }
  t.teardown(async () => {
    for (const one of [database, owner]) await one.close()
    await cluster.release()
  })
  await migrateFor(owner.db, grantee(await readStanding(database.db)))
  return { ...database, owner, home: cluster.home }
}

/** In Debian's, where one role owns and uses all. */
export async function ownDebianDatabase(t: Test): Promise<OwnDatabase> {
  const database = await debianPostgres(t)
  await migrateToLatest(database.db)
  return { ...database, owner: database }
}
