import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

const turnLock = 1_398_032_712

/** Erasing is done by one after the other, on one connection. */
export async function inErasureTurn<T>(db: Db, work: (own: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (own) => {
    await sql`select pg_advisory_lock(${turnLock})`.execute(own)
    try {
      return await work(own)
    } finally {
      await sql`select pg_advisory_unlock(${turnLock})`.execute(own)
    }
  })
}

/** The erasures of the list beside the database that have left a mark. */
export async function markedBatches(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('erasure').select('batch').distinct().execute()
  return new Set(rows.map(({ batch }) => batch))
}
