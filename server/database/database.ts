import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { openPool, type PoolOptions } from './pool.ts'
import type { Tables } from './tables.ts'

/** The database as statements are written for it: they know its tables. */
export type Db = Kysely<Tables>

export interface Database {
  db: Db
  /** The same connections as `db`, for statements that are prepared by name. */
  pool: pg.Pool
}

interface OpenDatabase extends Database {
  close(): Promise<void>
}

export function openDatabase(url: string, options: PoolOptions = {}): OpenDatabase {
  return withPool(openPool(url, options))
}

export function withPool(pool: pg.Pool): OpenDatabase {
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
