import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Db } from '../database/database.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'

/** Notes that the visitor is still there. Comes back with the seconds until the session ends, 0 where nobody is logged in. */
export async function touchSession(pool: Pool, tokenHash: Buffer): Promise<number> {
  const { rows } = await pool.query<{ secondsLeft: number }>(
    `update session s set seen_at = now()
     from participant p join wave w on w.id = p.wave_id
     where s.token_hash = $1 and p.id = s.participant_id and s.ended_at is null and w.state = 'open'
       and now() < least(s.ends_at, s.seen_at + make_interval(mins => $2))
     returning extract(epoch from least(s.ends_at, s.seen_at + make_interval(mins => $2)) - now())::integer as "secondsLeft"`,
    [tokenHash, idleMinutes],
  )
  return rows[0]?.secondsLeft ?? 0
}

interface NewSession {
  tokenHash: Buffer
  participantId: number
  /** Initials, or ''. */
  editor: string
}

/** Opens a form for a browser. Where it has a session already, the form joins that one and ends with it. */
export async function startSession(db: Db, { tokenHash, participantId, editor }: NewSession): Promise<void> {
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
    await sql`
      insert into session (token_hash, participant_id, editor_id, ends_at, ended_at)
      select ${tokenHash}, ${participantId}, ${found?.id ?? null},
        coalesce(min(ends_at), now() + make_interval(hours => ${longestHours})), min(ended_at)
      from session where token_hash = ${tokenHash}
      on conflict (token_hash, participant_id) do update set editor_id = excluded.editor_id
    `.execute(trx)
  })
}

export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}
