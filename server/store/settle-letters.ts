import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { replaceCodes } from './access-codes.ts'
import { letsIn } from './frist.ts'
import { noteStaff } from './staff-audit.ts'

interface Settling {
  issue: number
  /** The file that is there: another may have been made meanwhile. */
  drawing: number
  accountId?: number | undefined
  /** Where each letter goes, by participant, as it is kept of it. */
  recipients: ReadonlyMap<number, string>
}

/**
 * The file of an issue is there: its codes work from now on, and former ones end. Whoever got another code after this one was
 * drawn keeps that. Undefined where another file was made meanwhile, or somebody has settled it.
 */
export async function settleIssue(db: Db, { issue, drawing, accountId, recipients }: Settling) {
  return db.transaction().execute(async (trx) => {
    const settled = await trx
      .updateTable('letter_issue')
      .set({ settled_at: sql<Date>`now()`, outcome: 'valid' })
      .where('id', '=', issue)
      .where('drawings', '=', drawing)
      .where('drawn_at', 'is not', null)
      .where('settled_at', 'is', null)
      .returning('wave_id as wave')
      .executeTakeFirst()
    if (settled === undefined) return undefined
    const count = await letWork(trx, sql`issue_id = ${issue}`, { accountId, recipients })
    await noteStaff(trx, { action: 'codes_issued', accountId, wave: settled.wave, detail: { ...count, issue } })
    return count
  })
}

/** The file is lost or not wanted: none of its codes will work, and the former ones go on. */
export async function discardIssue(db: Db, issue: number, accountId?: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const settled = await trx
      .updateTable('letter_issue')
      .set({ settled_at: sql<Date>`now()`, outcome: 'discarded' })
      .where('id', '=', issue)
      .where('settled_at', 'is', null)
      .returning('wave_id as wave')
      .executeTakeFirst()
    if (settled === undefined) return false
    await trx.updateTable('letter_code').set({ hash: null }).where('issue_id', '=', issue).execute()
    await noteStaff(trx, { action: 'letters_discarded', accountId, wave: settled.wave, detail: { issue } })
    return true
  })
}

/** A code from a letter whose file nobody has confirmed: that somebody types it shows that the letter arrived. */
export async function settleByUse(db: Db, hash: Buffer): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ wave: string; issue: number; participant: number }>`
      select p.wave_id as wave, l.issue_id as issue, p.id as participant from letter_code l
      join participant p on p.id = l.participant_id join wave w on w.id = p.wave_id
      where l.hash = ${hash} and ${sql.raw(letsIn)}`.execute(trx)
    const [found] = rows
    if (found === undefined) return false
    const { count } = await letWork(trx, sql`hash = ${hash}`, { recipients: new Map() })
    if (count === 0) return false
    const { wave, ...of } = found
    await noteStaff(trx, { action: 'codes_issued', wave, detail: { count, ...of, byUse: true } })
    return true
  })
}

/** Lets drawn codes work, unless their receivers got others since. */
async function letWork(
  trx: Db,
  which: RawBuilder<unknown>,
  { accountId, recipients }: Pick<Settling, 'accountId' | 'recipients'>,
): Promise<{ count: number; superseded: number }> {
  await lockReceivers(trx, which)
  const { rows } = await sql<{ issue: number; participantId: number; hash: Buffer; superseded: boolean }>`
    select l.issue_id as issue, l.participant_id as "participantId", l.hash,
      exists (select from access_code c where c.participant_id = l.participant_id and c.created_at > l.drawn_at) as superseded
    from letter_code l where ${which} and l.hash is not null order by l.participant_id for update`.execute(trx)
  const working = rows.filter(({ superseded }) => !superseded)
  await replaceCodes(trx, working)
  await sql`update letter_code l set hash = null,
      outcome = case when l.participant_id = any(${working.map(({ participantId }) => participantId)}) then 'valid' else 'superseded' end
    where ${which} and l.hash is not null`.execute(trx)
  const sent = working.map(({ issue, participantId }) => ({
    issue,
    participantId,
    recipient: recipients.get(participantId) ?? '',
  }))
  await sql`
    insert into contact.dispatch (participant_id, template, key, way, recipient, state, account_id, sent_at)
    select (d ->> 'participantId')::bigint, s.letter, 'Ausgabe ' || s.id, 'letter', d ->> 'recipient', 'sent', ${accountId ?? null}, now()
    from json_array_elements(${JSON.stringify(sent)}::json) d join letter_issue s on s.id = (d ->> 'issue')::bigint
    on conflict (participant_id, template, key) do nothing`.execute(trx)
  return { count: working.length, superseded: rows.length - working.length }
}

/** One after the other, in the same order: nobody gets two codes at once, and nobody waits in a circle. */
async function lockReceivers(trx: Db, which: RawBuilder<unknown>): Promise<void> {
  await sql`select from participant where id in (select participant_id from letter_code where ${which})
    order by id for no key update`.execute(trx)
}
