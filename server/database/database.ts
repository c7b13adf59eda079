import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { openPool, type PoolOptions } from './pool.ts'
import type { Tables } from './tables.ts'

export interface Database {
  db: Kysely<Tables>
  /** The same connections as `db`, for statements that are prepared by name. */
  pool: pg.Pool
  close(): Promise<void>
}

export function openDatabase(url: string, options: PoolOptions = {}): Database {
  const pool = openPool(url, options)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    async close() {
      await db.destroy()
      // Kysely ends the pool only if it was used through Kysely.
      if (!pool.ending) await pool.end()
    },
  }
}
