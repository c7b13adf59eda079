import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

/** A comparison that somebody named, so that colleagues find it again. */
export interface SavedView {
  id: number
  address: string
  title: string
  note: string
  accountId: number
  by: string
  savedAt: Date
}

/** All of them by their titles, or the one of an address. */
export async function listViews(db: Db, address?: string): Promise<SavedView[]> {
  return db
    .selectFrom('saved_view as v')
    .innerJoin('staff.account as a', 'a.id', 'v.account_id')
    .select(['v.id', 'v.address', 'v.title', 'v.note', 'v.account_id as accountId', 'a.name as by'])
    .select('v.saved_at as savedAt')
    .$if(address !== undefined, (query) => query.where('v.address', '=', address ?? ''))
    .orderBy('v.title')
    .orderBy('v.id')
    .execute()
}

interface Words {
  title: string
  note: string
}

/** Saves an address. One that somebody saved before stays as it is. */
export async function saveView(db: Db, { address, by, ...words }: Words & { address: string; by: number }) {
  await db.transaction().execute(async (trx) => {
    const saved = await trx
      .insertInto('saved_view')
      .values({ address, ...words, account_id: by })
      .onConflict((conflict) => conflict.column('address').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (saved !== undefined) await note(trx, 'view_saved', { id: saved.id, by })
  })
}

/** Gives an own view other words. False where it is not one's own, or gone. */
export async function renameView(db: Db, { id, by, ...words }: Words & Own): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('saved_view')
      .set(words)
      .where('id', '=', id)
      .where('account_id', '=', by)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await note(trx, 'view_renamed', { id, by })
    return numUpdatedRows > 0n
  })
}

export async function deleteView(db: Db, { id, by }: Own): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('saved_view')
      .where('id', '=', id)
      .where('account_id', '=', by)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await note(trx, 'view_deleted', { id, by })
    return numDeletedRows > 0n
  })
}

interface Own {
  id: number
  by: number
}

/** By its number alone: title, note and address were typed. */
const note = (trx: Db, action: string, { id, by }: Own) =>
  noteStaff(trx, { action, accountId: by, detail: { view: id } })
