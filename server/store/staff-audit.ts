import type { Db } from '../database/database.ts'

/** What staff did, or what somebody tried who may not be staff. Numbers and names of ours only: an entry is never changed again. */
interface StaffEvent {
  action: string
  /** Whose account it was done with, or tried with. */
  accountId?: number | null | undefined
  wave?: string
  detail?: Record<string, unknown>
  /** What somebody typed about it: it stands beside the entry, which is sealed, and can be erased. */
  said?: string | undefined
}

export async function noteStaff(
  db: Db,
  { action, accountId, wave, detail = {}, said = '' }: StaffEvent,
): Promise<number> {
  const { id } = await db
    .insertInto('audit')
    .values({ action, account_id: accountId ?? null, wave_id: wave ?? null, detail: JSON.stringify(detail) })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (said !== '') await db.insertInto('audit_aside').values({ audit_id: id, said }).execute()
  return id
}
