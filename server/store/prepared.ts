import type { Pool, QueryResultRow } from 'pg'

/**
 * A statement that PostgreSQL plans once per connection. For the few that run with every request: planning their joins
 * anew costs more than running them.
 */
export function prepared<Values extends unknown[], Row extends QueryResultRow>(name: string, text: string) {
  return async (pool: Pool, ...values: Values): Promise<Row[]> => (await pool.query<Row>({ name, text, values })).rows
}
