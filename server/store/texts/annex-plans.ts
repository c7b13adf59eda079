import { sha256 } from '../../../surveys/definition/canonical.ts'
import type { Db } from '../../database/database.ts'
import { noteStaff } from '../staff-audit.ts'

/** The plan of an annex that somebody named, so that colleagues find it again. */
export interface KeptPlan {
  id: number
  title: string
  plan: string
  accountId: number
  by: string
  savedAt: Date
}

/** Those of a wave by their titles. */
export async function listPlans(db: Db, wave: string): Promise<KeptPlan[]> {
  return db
    .selectFrom('annex_plan as p')
    .innerJoin('staff.account as a', 'a.id', 'p.account_id')
    .select(['p.id', 'p.title', 'p.plan', 'p.account_id as accountId', 'a.name as by', 'p.saved_at as savedAt'])
    .where('p.wave_id', '=', wave)
    .orderBy('p.title')
    .orderBy('p.id')
    .execute()
}

interface Words {
  wave: string
  title: string
  plan: string
  by: number
}

export async function savePlan(db: Db, { wave, title, plan, by }: Words): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('annex_plan')
      .values({ wave_id: wave, title, plan, account_id: by })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(trx, 'plan_saved', { id, wave, by, plan })
    return id
  })
}

/** Gives an own plan other words. False where it is not one's own, or gone. */
export async function changePlan(db: Db, { id, wave, title, plan, by }: Words & { id: number }): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('annex_plan')
      .set({ title, plan, saved_at: new Date() })
      .where('id', '=', id)
      .where('wave_id', '=', wave)
      .where('account_id', '=', by)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await note(trx, 'plan_changed', { id, wave, by, plan })
    return numUpdatedRows > 0n
  })
}

export async function deletePlan(db: Db, { id, wave, by }: { id: number; wave: string; by: number }): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('annex_plan')
      .where('id', '=', id)
      .where('wave_id', '=', wave)
      .where('account_id', '=', by)
      .returning('plan')
      .executeTakeFirst()
    if (gone !== undefined) await note(trx, 'plan_deleted', { id, wave, by, ...gone })
    return gone !== undefined
  })
}

/** By its number, and by the hash of what it says: which of its wordings it was can be told, and nothing that was typed. */
const note = (
  trx: Db,
  action: string,
  { id, wave, by, plan }: { id: number; wave: string; by: number; plan: string },
) => noteStaff(trx, { action, accountId: by, wave, detail: { plan: id, sha256: sha256(plan) } })
