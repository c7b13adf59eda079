import type { Db } from '../database/database.ts'

/** What staff did, or what somebody tried who may not be staff. Numbers and names of ours only: an entry is never changed again. */
interface StaffEvent {
  action: string
  /** Whose account it was done with, or tried with. */
  accountId?: number | null | undefined
  wave?: string
  detail?: Record<string, unknown>
}

export async function noteStaff(db: Db, { action, accountId, wave, detail = {} }: StaffEvent): Promise<void> {
  await db
    .insertInto('audit')
    .values({ action, account_id: accountId ?? null, wave_id: wave ?? null, detail: JSON.stringify(detail) })
    .execute()
}
