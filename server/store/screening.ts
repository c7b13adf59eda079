import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Given } from '../../analysis/screening/gather.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

/** What everybody gave in a wave in a state of the data, by unit. */
export async function givenIn(pool: Pool, wave: string, state: number): Promise<ReadonlyMap<string, Given>> {
  const { rows } = await pool.query<Given & { unit: string }>(
    `select distinct on (p.unit) p.unit, s.answers, s.justifications
     from participant p join submission_in($2) s on s.participant_id = p.id
     where p.wave_id = $1
     order by p.unit, s.revision desc`,
    [wave, state],
  )
  return new Map(rows.map(({ unit, ...given }) => [unit, given]))
}

export type Decided = 'right' | 'amend' | 'query' | 'open' | 'again'

/** The newest decision on a number, with what stood there when it was first looked at. */
export interface Decision {
  participantId: number
  field: string
  decision: Decided
  value: number
  firstValue: number
  wanted: string
  who: string | null
  at: Date
}

/** What was decided on the numbers of some participants. */
export async function decisionsOn(db: Db, participants: readonly number[]): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select distinct on (d.participant_id, d.field) d.participant_id as "participantId", d.field, d.decision, d.value,
      first_value(d.value) over (partition by d.participant_id, d.field order by d.id) as "firstValue",
      d.wanted, a.name as who, d.at
    from screening_decision d left join staff.account a on a.id = d.account_id
    where d.participant_id = any(${[...participants]}::bigint[])
    order by d.participant_id, d.field, d.id desc`.execute(db)
  return rows
}

/** The number that is used of a participant now, if there is one. */
export async function numberUsed(db: Db, participant: number, field: string): Promise<number | undefined> {
  const { rows } = await sql<{ value: number | string | boolean | null }>`
    select s.answers -> ${field} as value from submission_in(null) s
    where s.participant_id = ${participant} order by s.revision desc limit 1`.execute(db)
  const value = rows[0]?.value
  return typeof value === 'number' ? value : undefined
}

interface NewDecision {
  participantId: number
  wave: string
  field: string
  decision: Decided
  value: number
  wanted: string
  by: number | undefined
}

/** Notes what was decided. The log says of whom, never what. */
export async function addDecision(
  db: Db,
  { participantId, wave, field, decision, value, wanted, by }: NewDecision,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('screening_decision')
      .values({ participant_id: participantId, field, decision, value, wanted, account_id: by ?? null })
      .execute()
    const detail = { participant: participantId, decision }
    await noteStaff(trx, { action: 'number_decided', accountId: by, wave, detail })
  })
}
