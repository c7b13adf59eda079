import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

/** Whose code somebody found on a letter, whether it still works or not. */
export async function participantsOfCodes(
  db: Db,
  wave: string,
  hashes: readonly Buffer[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ hash: Buffer; id: number }>`
    select c.hash, p.id from (
      select hash, participant_id from access_code union all select hash, participant_id from letter_code) c
    join participant p on p.id = c.participant_id
    where p.wave_id = ${wave} and c.hash = any(${[...hashes]})`.execute(db)
  return new Map(rows.map(({ hash, id }) => [hash.toString('hex'), id]))
}

/** The last letter of each came back. Comes back with those who had one. */
export async function noteReturned(
  db: Db,
  { wave, participants, accountId }: { wave: string; participants: readonly number[]; accountId?: number | undefined },
): Promise<number[]> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ participantId: number }>`
      update contact.dispatch d set state = 'returned', returned_at = now()
      where d.state = 'sent' and d.id in (
        select max(id) from contact.dispatch
        where way = 'letter' and participant_id = any(${[...participants]}::bigint[]) group by participant_id)
      returning participant_id as "participantId"`.execute(trx)
    if (rows.length > 0)
      await noteStaff(trx, { action: 'letters_returned', accountId, wave, detail: { letters: rows.length } })
    return rows.map(({ participantId }) => participantId)
  })
}
