import { openDatabase } from '../../server/database/database.ts'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { debianPostgres } from './debian-postgres.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { clusterFolder, openQuietly } from './own-cluster.ts'

/** A migrated database in a cluster that nobody else uses, so that all of its files are the test's. */
export interface OwnDatabase extends FreshDatabase {
  /** Where all of its files lie, with the log of the server. */
  home: string
}

interface Test {
  teardown(end: () => Promise<void>): void
}

/** In the PostgreSQL that we bring along. */
export async function ownDatabase(t: Test): Promise<OwnDatabase> {
  const cluster = await openQuietly(await clusterFolder(t))
  const database = openDatabase(cluster.url, { max: 4 })
  t.teardown(async () => {
    await database.close()
    await cluster.release()
  })
  await migrateToLatest(database.db)
  return { ...database, url: cluster.url, home: cluster.home }
}

/** In Debian's. */
export async function ownDebianDatabase(t: Test): Promise<OwnDatabase> {
  const database = await debianPostgres(t)
  await migrateToLatest(database.db)
  return database
}
