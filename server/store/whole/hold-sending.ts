import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'
import { replaceCodes } from '../access-codes.ts'

const held = 'Angehalten, weil eine Sicherung eingespielt wurde. Was seit ihr gesendet wurde, ist hier nicht bekannt'
const again = `${held} und ginge noch einmal.`
const inTheAir = 'Eine Sicherung wurde eingespielt, während diese E-Mail übergeben wurde.'

/**
 * Stops all that a database would send by itself: it was brought back, and what went out since its backup is not known to it. People
 * start it again. Comes back with how many jobs were waiting or under way.
 */
export async function holdSending(trx: Db): Promise<number> {
  const { rows } = await sql<{ participantId: number; hash: Buffer | null }>`
    with before as (select id, code_hash from contact.dispatch where state = 'sending')
    update contact.dispatch d set state = 'uncertain', problem = ${inTheAir}, code_hash = null
    from before where d.id = before.id returning d.participant_id as "participantId", before.code_hash as hash`.execute(
    trx,
  )
  await replaceCodes(
    trx,
    rows.flatMap(({ participantId, hash }) => (hash === null ? [] : [{ participantId, hash }])),
  )
  await sql`update contact.dispatch set state = 'stopped', problem = ${`${held}.`} where state = 'waiting'`.execute(trx)
  // What had begun has lost its lines: it is planned anew, with a look at whom it goes to.
  const { numAffectedRows = 0n } = await sql`
    update job set state = case when detail ? 'enlisted' then 'stopped' else 'failed' end, holder = null, seen_at = null,
      problem = ${again}, ended_at = now() where state in ('waiting', 'running')`.execute(trx)
  await sql`update wave w set thanks_since = now() where thanks_since is not null and exists (
    select from contact.dispatch d join participant p on p.id = d.participant_id where p.wave_id = w.id)`.execute(trx)
  await sql`update staff.approval set decision = 'void', decided_at = now() where decision is null`.execute(trx)
  return Number(numAffectedRows)
}
