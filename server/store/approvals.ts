import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

export type Decision = 'agreed' | 'refused' | 'withdrawn' | 'void'

/** What was laid before a second account. */
export interface Approval {
  id: number
  act: string
  wave: string
  /** What is to be done, as the act itself reads it. */
  asked: Record<string, unknown>
  /** How the wave stood when it was proposed. */
  seen: string
  reason: string
  proposedBy: number | null
  proposer: string | null
  /** The account that proposed it can no longer be logged in with. */
  proposerGone: boolean
  proposedAt: Date
  decider: string | null
  decidedAt: Date | null
  decision: Decision | null
}

const columns = sql`p.id, p.act, p.wave_id as wave, p.detail -> 'asked' as asked, p.detail ->> 'seen' as seen, p.reason,
  p.proposed_by as "proposedBy", a.name as proposer, a.disabled_at is not null as "proposerGone", p.proposed_at as "proposedAt",
  d.name as decider, p.decided_at as "decidedAt", p.decision`
const joined = sql`staff.approval p left join staff.account a on a.id = p.proposed_by
  left join staff.account d on d.id = p.decided_by`

/** What is undecided, the oldest first. */
export async function openApprovals(db: Db, wave?: string): Promise<Approval[]> {
  const { rows } = await sql<Approval>`select ${columns} from ${joined}
    where p.decision is null and (${wave ?? null}::text is null or p.wave_id = ${wave ?? null}) order by p.id`.execute(
    db,
  )
  return rows
}

/** One of them, by what an address says. */
export async function findApproval(db: Db, id: string): Promise<Approval | undefined> {
  if (!/^\d{1,9}$/.test(id)) return undefined
  const { rows } = await sql<Approval>`select ${columns} from ${joined} where p.id = ${id}`.execute(db)
  return rows[0]
}

/** What was decided of late, the newest first. */
export async function decidedApprovals(db: Db, limit: number): Promise<Approval[]> {
  const { rows } = await sql<Approval>`select ${columns} from ${joined}
    where p.decision is not null order by p.decided_at desc, p.id desc limit ${limit}`.execute(db)
  return rows
}

/** One of them; nobody else decides on it until the transaction ends. */
export async function lockApproval(trx: Db, id: number): Promise<Approval | undefined> {
  await sql`select from staff.approval where id = ${id} for update`.execute(trx)
  const { rows } = await sql<Approval>`select ${columns} from ${joined} where p.id = ${id}`.execute(trx)
  return rows[0]
}

interface NewApproval {
  act: string
  wave: string
  asked: Record<string, unknown>
  seen: string
  reason: string
  by: number | undefined
}

/** Lays something before a second account. What lies there already, word for word, is the same; `isNew` says which. */
export async function addApproval(trx: Db, { act, wave, asked, seen, reason, by }: NewApproval) {
  const { rows } = await sql<{ id: number }>`select id from staff.approval
    where decision is null and act = ${act} and wave_id = ${wave} and detail -> 'asked' = ${JSON.stringify(asked)}::jsonb
    limit 1`.execute(trx)
  if (rows[0] !== undefined) return { id: rows[0].id, isNew: false }
  const { id } = await trx
    .insertInto('staff.approval')
    .values({ act, wave_id: wave, detail: JSON.stringify({ asked, seen }), reason, proposed_by: by ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, isNew: true }
}

export async function decideApproval(trx: Db, id: number, decision: Decision, by: number | null): Promise<void> {
  await trx
    .updateTable('staff.approval')
    .set({ decision, decided_by: by, decided_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .execute()
}
