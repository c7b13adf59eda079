import { sql } from 'kysely'
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

/** Which entries of the audit are wanted: of some kinds, of one account, from before an entry on. */
export interface Wanted {
  action?: string | readonly string[]
  accountId?: number
  before?: number
  limit: number
}

export type StaffEntry = Awaited<ReturnType<typeof listStaffEvents>>[number]

/** What staff and commands did, the newest first. What respondents did is not part of it. */
export async function listStaffEvents(db: Db, { action, accountId, before, limit }: Wanted) {
  return db
    .selectFrom('audit')
    .leftJoin('staff.account as who', 'who.id', 'audit.account_id')
    .leftJoin('staff.account as whom', (join) =>
      join.on('whom.id', '=', sql<number>`(audit.detail ->> 'account')::bigint`),
    )
    .leftJoin('import_batch as batch', (join) =>
      join.on('batch.id', '=', sql<number>`(audit.detail ->> 'batch')::bigint`),
    )
    .leftJoin('audit_aside as aside', 'aside.audit_id', 'audit.id')
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.wave_id as wave', 'audit.detail'])
    .select(['who.name as who', 'whom.name as whom', 'batch.file_name as file', 'aside.said'])
    .where('audit.participant_id', 'is', null)
    .$if(action !== undefined, (query) => query.where('audit.action', 'in', [action ?? []].flat()))
    .$if(accountId !== undefined, (query) => query.where('audit.account_id', '=', accountId ?? 0))
    .$if(before !== undefined, (query) => query.where('audit.id', '<', before ?? 0))
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
}
