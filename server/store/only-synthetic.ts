import type { Db } from '../database/database.ts'

/** Whether all waves are invented. */
export async function isOnlySynthetic(db: Db): Promise<boolean> {
  const real = await db.selectFrom('wave').select('id').where('synthetic', '=', false).limit(1).executeTakeFirst()
  return real === undefined
}
