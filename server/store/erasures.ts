import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

const turnLock = 1_398_032_712

/** Erasing is done by one after the other, each time all of it or nothing: the turn ends with the transaction. */
export async function inErasureTurn<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await takeErasureTurn(trx)
    return work(trx)
  })
}

export async function takeErasureTurn(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${turnLock})`.execute(trx)
}

/** The erasures of the list beside the database that have left a mark. */
export async function markedBatches(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('erasure').select('batch').distinct().execute()
  return new Set(rows.map(({ batch }) => batch))
}

/** An account, if it is there: after a restore it may not be. */
export async function knownAccount(db: Db, id: number | null): Promise<number | null> {
  if (id === null) return null
  const found = await db.selectFrom('staff.account').select('id').where('id', '=', id).executeTakeFirst()
  return found?.id ?? null
}
