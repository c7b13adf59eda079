import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** What it cost to answer, as somebody says; null of what they leave out. */
export interface Burden {
  minutes: number | null
  /** From 1, very easy, to 5, very hard. */
  effort: number | null
}

export async function burdenOf(db: Db, participantId: number): Promise<Burden | undefined> {
  return db
    .selectFrom('burden')
    .select(['minutes', 'effort'])
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
}

/** Keeps it in place of what was said before; nothing is kept where nothing is said. Says whether the wave still takes it. */
export async function keepBurden(db: Db, participantId: number, { minutes, effort }: Burden): Promise<boolean> {
  const isOpen = sql`exists (
    select from participant p join wave w on w.id = p.wave_id where p.id = ${participantId} and w.state = 'open')`
  const { rows } = await sql`
    with gone as (
      delete from burden where participant_id = ${participantId} and ${isOpen} and ${minutes === null && effort === null}
    ), kept as (
      insert into burden (participant_id, minutes, effort)
      select ${participantId}, ${minutes}::integer, ${effort}::smallint
      where ${isOpen} and ${minutes !== null || effort !== null}
      on conflict (participant_id) do update set minutes = excluded.minutes, effort = excluded.effort, at = now()
    )
    select where ${isOpen}`.execute(db)
  return rows.length > 0
}

/** What those say whom an account works for: without who says it, and in no order that would tell. */
export async function burdensIn(db: Db, { wave, account }: { wave: string; account: number | undefined }) {
  const { rows } = await sql<Burden>`
    select b.minutes, b.effort from burden b join participant p on p.id = b.participant_id
    where p.wave_id = ${wave} and ${sql.raw(worksFor(account))} order by 1, 2`.execute(db)
  return rows
}
