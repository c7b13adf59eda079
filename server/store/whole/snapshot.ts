import type { ClientBase, Pool } from 'pg'
import { appliedMigrations, holdOffMigrations } from '../../database/migrate.ts'
import { onConnection } from '../../database/on-connection.ts'
import { newestSeal } from '../log-seals.ts'
import { listSequences, listTables, listUncopied } from './catalogue.ts'
import { copyOut, writeAlike } from './copying.ts'

export type Snapshot = Awaited<ReturnType<typeof openSnapshot>>

/** The whole database as of one moment, while others go on writing. */
export async function openSnapshot(pool: Pool) {
  const client = await pool.connect()
  try {
    // Before the transaction, whose moment is that of its first statement.
    const held = await holdOffMigrations(client)
    await client.query('begin isolation level repeatable read, read only')
    await writeAlike(client)
    return {
      ...(await describe(client)),
      copyOut: (table: Awaited<ReturnType<typeof listTables>>[number]) => copyOut(client, table),
      async end(isWhole: boolean) {
        if (isWhole) {
          await client.query('commit')
          await held.end()
        }
        // A copy that was broken off leaves the connection in no state to be used again.
        client.release(!isWhole)
      },
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Sequences stand outside of transactions: read after the moment, they are never behind the rows. */
async function describe(client: ClientBase) {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  const tables = await listTables(client)
  return {
    postgres: rows[0]?.version ?? '',
    migrations: await appliedMigrations(onConnection(client)),
    tables,
    sequences: await listSequences(client),
    uncopied: await listUncopied(client),
    log: tables.some(({ name }) => name === 'audit_seal') ? await newestSeal(onConnection(client)) : undefined,
  }
}
