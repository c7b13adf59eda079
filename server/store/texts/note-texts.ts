import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'

/**
 * Takes up the texts of submissions of a wave that are not known yet, one revision after the other, so that what somebody sends again is known
 * as the same text. What is erased meanwhile waits for it, or is not found any more.
 */
export async function noteTexts(db: Db, wave: string, fields: readonly string[]): Promise<void> {
  for (let left = true; left; ) left = await db.transaction().execute((trx) => noteSome(trx, wave, fields))
}

/** So many submissions at once that no other statement waits long. */
const atOnce = 100

/** Whether there was something to take up. */
async function noteSome(trx: Db, wave: string, fields: readonly string[]): Promise<boolean> {
  const { rows: next } = await sql<{ revision: number; ids: number[] }>`
    select revision, array_agg(id) as ids from (
      select s.revision, s.id from submission s join participant p on p.id = s.participant_id
      where p.wave_id = ${wave} and not exists (select from text_reading r where r.submission_id = s.id)
      order by s.revision, s.id limit ${atOnce}
    ) fresh group by revision order by revision limit 1`.execute(trx)
  const [first] = next
  if (first === undefined) return false
  const { revision, ids } = first
  await sql`
    with fresh as materialized (
      select s.id, s.participant_id, s.answers, s.comments, s.submitted_at
      from submission s where s.id = any(${ids}::bigint[]) for share
    ), noted as (
      insert into text_reading (submission_id) select unnest(${ids}::bigint[]) on conflict do nothing
    ), written as (
      select f.id, f.participant_id, f.submitted_at, field, place, ${saidIn('f')} as said
      from fresh f cross join unnest(${[...fields]}::text[]) with ordinality asked (field, place)
    )
    insert into written_text (wave_id, field, participant_id, submission_id, at, same_as, folded)
    select ${wave}, w.field, w.participant_id, w.id, w.submitted_at, case when ${revision} > 1 then (
        select coalesce(t.same_as, t.id) from written_text t join submission o on o.id = t.submission_id
        where t.participant_id = w.participant_id and t.field = w.field and o.revision < ${revision}
          and coalesce(o.comments ->> t.field, o.answers ->> t.field) = w.said
        order by o.revision desc limit 1
      ) end, fold_text(w.said)
    from written w where w.said <> '' order by w.place, w.participant_id
    on conflict do nothing`.execute(trx)
  return true
}

const saidIn = (table: string) =>
  sql`coalesce(${sql.ref(table)}.comments ->> field, ${sql.ref(table)}.answers ->> field)`
