import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Migration, Migrator, sql } from 'kysely'
import type { ClientBase } from 'pg'
import { projectRoot } from '../project-root.ts'
import type { Db } from './database.ts'
import { onConnection } from './on-connection.ts'
import { setGrants } from './roles/set-grants.ts'

const shippedFolder = join(projectRoot, 'migrations')
const turnLock = 1_398_032_708

/**
 * Brings the database to the newest migration and says which were applied. All of them or none: they run in one
 * transaction. Whoever comes second waits for its turn without a limit, since migrating may take long; only the
 * tables that others use are waited for no longer than five seconds.
 */
export function migrateToLatest(db: Db, folder = shippedFolder): Promise<string[]> {
  return inTurn(db, (connection) => migrate(connection, folder))
}

/** The same, and in the same turn the application's role gets what it may do. */
export function migrateFor(db: Db, application: string | undefined): Promise<string[]> {
  return inTurn(db, async (connection) => {
    const migrated = await migrate(connection, shippedFolder)
    if (application !== undefined) await connection.transaction().execute((trx) => setGrants(trx, application))
    return migrated
  })
}

async function inTurn<T>(db: Db, work: (connection: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`select set_config('statement_timeout', '0', false),
      set_config('idle_in_transaction_session_timeout', '0', false)`.execute(connection)
    await sql`select pg_advisory_lock(${turnLock})`.execute(connection)
    try {
      await sql`set lock_timeout = '5s'`.execute(connection)
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(${turnLock})`.execute(connection)
      for (const name of ['statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout']) {
        await sql`reset ${sql.id(name)}`.execute(connection)
      }
    }
  })
}

/** The names of those that the database has seen, in their order; none where it is empty. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const { rows: found } = await sql<{ isThere: boolean }>`
    select to_regclass('public.kysely_migration') is not null as "isThere"`.execute(db)
  if (found[0]?.isThere !== true) return []
  const { rows } = await sql<{ name: string }>`select name from public.kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** The names of all migrations that this program knows, in their order. */
export async function knownMigrations(): Promise<string[]> {
  return Object.keys(await readMigrations(shippedFolder))
}

/** Whoever else migrates waits until the end of the transaction. */
export async function waitForTurn(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [turnLock])
}

/** Keeps everybody from migrating until the connection gives it back or ends; any number may do so at a time. */
export async function holdOffMigrations(client: ClientBase): Promise<{ end(): Promise<void> }> {
  await client.query('select pg_advisory_lock_shared($1)', [turnLock])
  return {
    async end() {
      await client.query('select pg_advisory_unlock_shared($1)', [turnLock])
    },
  }
}

/** Migrates within a transaction of the caller, who has the turn: up to a migration, or to the newest. */
export function migrateWithin(client: ClientBase, upTo?: string): Promise<string[]> {
  return migrate(onConnection(client), shippedFolder, { upTo, isWithin: true })
}

async function migrate(
  db: Db,
  folder: string,
  { upTo, isWithin = false }: { upTo?: string | undefined; isWithin?: boolean } = {},
): Promise<string[]> {
  const provider = { getMigrations: () => readMigrations(folder) }
  const migrator = new Migrator({ db, provider, disableTransactions: isWithin })
  const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error === undefined) return results.map((result) => result.migrationName)
  const failed = results.find((result) => result.status === 'Error')?.migrationName
  const reason = error instanceof Error ? error.message : String(error)
  throw new Error(
    `Die Datenbank ließ sich nicht auf den neuesten Stand bringen${failed ? ` (${failed})` : ''}: ${reason}`,
    { cause: error },
  )
}

/** By file address, so that it works from any working directory and on every platform. */
async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_-]+\.ts$/.test(name)).sort()
  const read = files.map(async (name): Promise<[string, Migration]> => {
    return [name.slice(0, -'.ts'.length), await import(pathToFileURL(join(folder, name)).href)]
  })
  return Object.fromEntries(await Promise.all(read))
}
