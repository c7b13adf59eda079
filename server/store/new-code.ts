import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { idleMinutes } from '../domain/session-token.ts'
import { replaceCodes } from './access-codes.ts'
import { noteStaff } from './staff-audit.ts'

/** What ends when somebody gets a new code. */
export interface PresentCode {
  /** How many codes there were so far: whoever replaces one says which one is meant. */
  codes: number
  since: Date | null
  /** Browsers in which somebody is logged in. */
  sessions: number
}

export async function presentCode(db: Db, participantId: number): Promise<PresentCode> {
  const { rows } = await sql<PresentCode>`
    select (select count(*)::integer from access_code where participant_id = ${participantId}) as codes,
      (select created_at from access_code where participant_id = ${participantId} and revoked_at is null) as since,
      (select count(*)::integer from session where participant_id = ${participantId} and ended_at is null
        and now() < least(ends_at, seen_at + make_interval(mins => ${idleMinutes}))) as sessions`.execute(db)
  return rows[0] ?? { codes: 0, since: null, sessions: 0 }
}

interface Replacing {
  wave: string
  participantId: number
  hash: Buffer
  /** What was seen before; undefined: whatever there is. */
  codes: number | undefined
  accountId?: number | undefined
}

/** Lets a new code work that is told on the phone. False where somebody else replaced it meanwhile. */
export async function replaceByPhone(
  db: Db,
  { wave, participantId, hash, codes, accountId }: Replacing,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select from participant where id = ${participantId} for no key update`.execute(trx)
    if (codes !== undefined && (await presentCode(trx, participantId)).codes !== codes) return false
    await replaceCodes(trx, [{ participantId, hash }])
    await sql`
      insert into contact.dispatch (participant_id, template, key, way, state, account_id, sent_at)
      values (${participantId}, 'neuer-zugangscode', 'Telefon ' || now(), 'phone', 'sent', ${accountId ?? null}, now())
      on conflict do nothing`.execute(trx)
    await noteStaff(trx, { action: 'code_replaced', accountId, wave, detail: { participant: participantId } })
    return true
  })
}
