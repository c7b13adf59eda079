import { CompiledQuery } from 'kysely'
import type { QueryConfig, QueryResultRow } from 'pg'
import type { Db } from '../database/database.ts'

/** Where such a statement runs: anywhere, or within a transaction. */
export interface Connection {
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<{ rows: Row[] }>
}

/**
 * A statement that PostgreSQL plans once per connection. For the few that run with every request: planning their joins
 * anew costs more than running them.
 */
export function prepared<Values extends unknown[], Row extends QueryResultRow>(name: string, text: string) {
  return async (on: Connection, ...values: Values): Promise<Row[]> => (await on.query<Row>({ name, text, values })).rows
}

/** A transaction that other work belongs to as well. */
export const within = (trx: Db): Connection => ({
  query: ({ text, values = [] }) => trx.executeQuery(CompiledQuery.raw(text, values)),
})
