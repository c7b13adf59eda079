import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

export type CallResult = 'reached' | 'missed' | 'again'

/** What came of the last call to a participant. */
export interface LastCall {
  id: number
  result: CallResult
  /** On which day to call again, `2026-12-03`. */
  againOn: string | null
  at: Date
}

/** The last calls to some participants, by their numbers. */
export async function lastCalls(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, LastCall>> {
  const { rows } = await sql<LastCall>`
    select distinct on (participant_id) participant_id as id, result, again_on as "againOn", at
    from contact.field_note
    where participant_id = any(${[...ids]}::bigint[]) and result is not null and not unfinished
    order by participant_id, at desc, contact.field_note.id desc`.execute(db)
  return new Map(rows.map((one) => [one.id, one]))
}

interface Call {
  id: number
  wave: string
  /** What was said, or ''. */
  text: string
  result: CallResult
  againOn: string | null
  by: number | undefined
}

/** Notes that somebody was called, and what came of it. The log says that there is a note, never what. */
export async function addCall(db: Db, { id, wave, text, result, againOn, by }: Call): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('contact.field_note')
      .values({ participant_id: id, kind: 'call', text, account_id: by ?? null, result, again_on: againOn })
      .execute()
    await noteStaff(trx, { action: 'note_added', accountId: by, wave, detail: { participant: id } })
  })
}
