import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Db } from '../database/database.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import { letsIn } from './frist.ts'

/** Notes that the visitor is still there. Comes back with the seconds until the session ends, 0 where nobody is logged in. */
export async function touchSession(pool: Pool, tokenHash: Buffer): Promise<number> {
  const { rows } = await pool.query<{ secondsLeft: number }>(
    `with form as (
       update session s set seen_at = now()
       from participant p join wave w on w.id = p.wave_id
       where s.token_hash = $1 and p.id = s.participant_id and s.ended_at is null and ${letsIn}
         and now() < least(s.ends_at, s.seen_at + make_interval(mins => $2))
       returning least(s.ends_at, s.seen_at + make_interval(mins => $2)) as until
     ), carrier as (
       update carrier_session s set seen_at = now()
       from carrier_code c join wave w on w.id = c.wave_id
       where s.token_hash = $1 and c.id = s.code_id and s.ended_at is null and c.revoked_at is null and ${letsIn}
         and now() < least(s.ends_at, s.seen_at + make_interval(mins => $2))
       returning least(s.ends_at, s.seen_at + make_interval(mins => $2)) as until
     )
     select extract(epoch from until - now())::integer as "secondsLeft" from form
     union all select extract(epoch from until - now())::integer from carrier`,
    [tokenHash, idleMinutes],
  )
  return rows[0]?.secondsLeft ?? 0
}

interface NewSession {
  tokenHash: Buffer
  participantId: number
  /** Initials, or ''. */
  editor: string
  /** `Firefox, Windows`, or ''. */
  device: string
}

/**
 * Opens a form for a browser. Where it has a session already, the form joins that one and ends with it; if all of that was ended
 * in this moment, so is this. A form whose session a colleague has ended is open again. The log says which form, never from where.
 */
export async function startSession(db: Db, { tokenHash, participantId, editor, device }: NewSession): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found =
      editor === ''
        ? undefined
        : await trx
            .insertInto('contact.editor')
            .values({ participant_id: participantId, label: editor })
            .onConflict((conflict) => conflict.columns(['participant_id', 'label']).doUpdateSet({ label: editor }))
            .returning('id')
            .executeTakeFirstOrThrow()
    await sql`with opened as (
      insert into session as s (token_hash, participant_id, editor_id, device, ends_at, ended_at)
      select ${tokenHash}, ${participantId}, ${found?.id ?? null}, ${device},
        coalesce(min(ends_at), now() + make_interval(hours => ${longestHours})),
        case when bool_and(ended_at is not null) then min(ended_at) end
      from (select ends_at, ended_at from session where token_hash = ${tokenHash}
        union all select ends_at, ended_at from carrier_session where token_hash = ${tokenHash}) own
      on conflict (token_hash, participant_id) do update set editor_id = excluded.editor_id, device = excluded.device,
        seen_at = case when s.ended_at is null then s.seen_at else now() end,
        created_at = case when s.ended_at is null then s.created_at else now() end, ended_at = excluded.ended_at
      returning participant_id
    ), first as (
      -- Of several who come in at the same moment one notes it, and nobody waits for the others.
      update participant set opened_at = now() where id in (
        select id from participant where id = ${participantId} and opened_at is null for no key update skip locked)
    )
    insert into audit (action, participant_id, wave_id)
    select 'form_opened', p.id, p.wave_id from opened join participant p on p.id = opened.participant_id`.execute(trx)
  })
}

export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  for (const table of ['session', 'carrier_session'] as const)
    await db
      .updateTable(table)
      .set({ ended_at: sql`now()` })
      .where('token_hash', '=', tokenHash)
      .where('ended_at', 'is', null)
      .execute()
}

/** Somebody who is logged in for a form. */
export interface Present {
  id: string
  /** Initials, or null. */
  editor: string | null
  device: string
  since: Date
  seenAt: Date
}

/** Who is logged in for a form, the last to come first. */
export async function presentFor(db: Db, participantId: number): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select s.id, e.label as editor, s.device, s.created_at as since, s.seen_at as "seenAt"
    from session s left join contact.editor e on e.id = s.editor_id
    where s.participant_id = ${participantId} and s.ended_at is null
      and now() < least(s.ends_at, s.seen_at + make_interval(mins => ${idleMinutes}))
    order by s.created_at desc, s.id`.execute(db)
  return rows
}

/** Ends a session for a form alone, or all but one. Other forms that it serves stay open. */
export async function dismiss(
  db: Db,
  participantId: number,
  which: { id: string } | { allBut: string },
): Promise<boolean> {
  const chosen = 'id' in which ? sql`id = ${which.id}` : sql`id <> ${which.allBut}`
  const { rows } = await sql`
    with dismissed as (
      update session set ended_at = now() where participant_id = ${participantId} and ended_at is null and ${chosen}
      returning id
    )
    insert into audit (action, participant_id, wave_id, detail)
    select 'session_dismissed', p.id, p.wave_id, jsonb_build_object('sessions', (select count(*) from dismissed))
    from participant p where p.id = ${participantId} and exists (select from dismissed)
    returning id`.execute(db)
  return rows.length > 0
}
