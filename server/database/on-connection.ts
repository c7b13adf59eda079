import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type { ClientBase } from 'pg'
import type { Db } from './database.ts'
import type { Tables } from './tables.ts'

/** The database through one connection that belongs to somebody else, with the transaction that is open there. */
export function onConnection(client: ClientBase): Db {
  const query = client.query.bind(client) as PostgresPoolClient['query']
  const pool = { connect: async () => ({ query, release: () => undefined }), end: async () => undefined }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
