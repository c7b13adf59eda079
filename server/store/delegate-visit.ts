import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import { type DelegationState, delegationState } from './delegations.ts'
import { lastDay, takesAnswers } from './frist.ts'
import type { Visit } from './visit.ts'

/** The session of a colleague with all that a page of hers needs; its texts are those of the whole form. */
export interface DelegateVisit extends Visit {
  delegation: number
  state: DelegationState
  sections: string[]
  said: string
  dueOn: string | null
  askedBy: string | null
  doneAt: Date | null
}

type Found = Omit<DelegateVisit, keyof typeof otherwise>

const until = 'least(s.ends_at, s.seen_at + make_interval(mins => $idle))'.replace('$idle', String(idleMinutes))

/** Whoever the link with this number has let in; also where the link opens no more. */
export async function delegateVisit(db: Db, tokenHash: Buffer, delegation: number): Promise<DelegateVisit | undefined> {
  const { rows } = await sql<Found>`
    select d.id as delegation, ${sql.raw(delegationState)} as state, d.sections, d.said, d.due_on as "dueOn", d.done_at as "doneAt",
      a.label as "askedBy", d.editor_id as "editorId", e.label as editor, p.id as "participantId", p.unit,
      w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, ${sql.raw(lastDay)} as frist, w.synthetic, w.test,
      w.contact_fields as "contactFields", ${sql.raw(takesAnswers)} as open, w.state = 'closed' as closed,
      ${sql.raw(lastDay)} - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
      s.ended_at is null and now() < ${sql.raw(until)} as alive, s.ended_at is not null as dismissed,
      extract(epoch from ${sql.raw(until)} - now())::integer as "secondsLeft",
      now() - s.seen_at > interval '1 minute' as stale, now() as now, f.rev, f.saved_at as "savedAt",
      (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = p.id) as typed
    from delegation_session s
    join contact.delegation d on d.id = s.delegation_id
    join participant p on p.id = d.participant_id
    join wave w on w.id = p.wave_id
    join draft f on f.participant_id = p.id
    left join contact.editor e on e.id = d.editor_id
    left join contact.editor a on a.id = d.asked_by
    where s.token_hash = ${tokenHash} and d.id = ${delegation}`.execute(db)
  const [found] = rows
  return found && { ...found, ...otherwise }
}

/** What belongs to whoever has the code alone. */
const otherwise = { sessionId: '', queried: false, asked: [], several: false }

/** Lets a colleague in: for this link, and for those that the same browser had open before, under a new token. */
export async function startDelegateSession(
  db: Db,
  { delegation, tokenHash, former }: { delegation: number; tokenHash: Buffer; former: Buffer },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`update delegation_session set token_hash = ${tokenHash}
      where token_hash = ${former} and delegation_id <> ${delegation}`.execute(trx)
    await sql`delete from delegation_session where token_hash = ${former}`.execute(trx)
    await sql`
      with begun as (
        insert into delegation_session (token_hash, delegation_id, ends_at)
        values (${tokenHash}, ${delegation}, now() + make_interval(hours => ${longestHours}))
      ), opened as (
        update contact.delegation set opened_at = now() where id = ${delegation} and opened_at is null returning participant_id
      )
      insert into audit (action, participant_id, wave_id, detail)
      select 'delegation_opened', p.id, p.wave_id, jsonb_build_object('delegation', ${delegation}::bigint)
      from opened join participant p on p.id = opened.participant_id`.execute(trx)
  })
}

/** Notes that a colleague is still there. Comes back with the seconds until her session ends, 0 where there is none. */
export async function touchDelegateSession(db: Db, tokenHash: Buffer): Promise<number> {
  const { rows } = await sql<{ secondsLeft: number }>`
    update delegation_session s set seen_at = now()
    where token_hash = ${tokenHash} and ended_at is null and now() < ${sql.raw(until)}
    returning extract(epoch from ${sql.raw(until)} - now())::integer as "secondsLeft"`.execute(db)
  return Math.max(0, ...rows.map(({ secondsLeft }) => secondsLeft))
}

export async function endDelegateSession(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`update delegation_session set ended_at = now() where token_hash = ${tokenHash} and ended_at is null`.execute(
    db,
  )
}
