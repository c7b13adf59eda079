import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { replaceCodes } from './access-codes.ts'

/** All servers count together what was sent in an hour. */
const hourlyTurn = 7_130_030

/** A mail that is about to be sent. */
export interface TakenMail {
  id: number
  participantId: number
  recipient: string
  messageId: string
  tries: number
  triedAt: Date
}

interface Claim {
  job: number
  holder: string
  /** Missing: there is no limit. */
  perHour: number | undefined
}

export type Claimed = { mail: TakenMail } | { limitUntil: Date } | undefined

/**
 * Takes the next mail of a job and marks it as being sent: from here on it may have been accepted, whatever becomes of the server.
 * Undefined where there is none, or where the job is no longer with whoever asks.
 */
export async function takeMail(db: Db, { job, holder, perHour }: Claim): Promise<Claimed> {
  return db.transaction().execute(async (trx) => {
    if (perHour !== undefined) {
      await sql`select pg_advisory_xact_lock(${hourlyTurn})`.execute(trx)
      const { rows } = await sql<{ until: Date }>`
        select tried_at + interval '1 hour' as until from contact.dispatch
        where tried_at > now() - interval '1 hour' order by tried_at desc offset ${perHour - 1} limit 1`.execute(trx)
      const [full] = rows
      if (full !== undefined) return { limitUntil: full.until }
    }
    const { rows } = await sql<TakenMail>`
      update contact.dispatch set state = 'sending', tried_at = clock_timestamp(), problem = ''
      where id = (
        select d.id from contact.dispatch d join job j on j.id = d.job_id
        where j.id = ${job} and j.holder = ${holder} and j.state = 'running'
          and d.state = 'waiting' and (d.not_before is null or d.not_before <= now())
        order by d.id for update of d skip locked limit 1)
      returning id, participant_id as "participantId", recipient, message_id as "messageId", tries, tried_at as "triedAt"`.execute(
      trx,
    )
    const [mail] = rows
    return mail === undefined ? undefined : { mail }
  })
}

/** Keeps the hash of the code that a mail will carry. It lets nobody in before the mail is on its way. */
export async function keepCodeOf(db: Db, id: number, hash: Buffer): Promise<void> {
  await db.updateTable('contact.dispatch').set({ code_hash: hash }).where('id', '=', id).execute()
}

/**
 * Says what became of a mail. Its code holds from then on if it went out, and also if nobody knows: whoever has it in hand must get
 * in with it, and no other is then in the world.
 */
export async function settleMail(
  db: Db,
  id: number,
  { state, problem = '' }: { state: 'sent' | 'refused' | 'uncertain' | 'stopped'; problem?: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ participantId: number; hash: Buffer | null }>`
      with before as (select id, code_hash from contact.dispatch where id = ${id} and state in ('sending', 'uncertain') for update)
      update contact.dispatch d set state = ${state}, problem = ${problem}, code_hash = null,
        sent_at = case when ${state} = 'sent' then now() end,
        tried_at = case when ${state} = 'stopped' then null else d.tried_at end
      from before where d.id = before.id
      returning d.participant_id as "participantId", before.code_hash as hash`.execute(trx)
    if (state !== 'refused' && state !== 'stopped') await replaceCodes(trx, heldCodes(rows))
  })
}

/** A mail that was certainly not accepted waits again; where its mailing was stopped meanwhile, it is stopped too. */
export async function putMailBack(
  db: Db,
  id: number,
  { problem, notBefore, counts }: { problem: string; notBefore?: Date; counts: boolean },
): Promise<void> {
  await sql`
    with job_of as (
      select j.id, j.state from job j where j.id = (select job_id from contact.dispatch where id = ${id}) for share
    )
    update contact.dispatch d
    set state = case when job_of.state = 'stopped' then 'stopped' else 'waiting' end, problem = ${problem},
      not_before = ${notBefore ?? null}, tried_at = null, code_hash = null, tries = tries + ${counts ? 1 : 0}
    from job_of where d.id = ${id} and d.job_id = job_of.id and d.state = 'sending'`.execute(db)
}

/**
 * What was being sent when its server died: nobody knows whether it was accepted. It is never sent again by itself. The same holds of
 * mailings that were stopped at that time, and are taken up by nobody: a mail is not being handed over for so long.
 */
export async function doubtMails(db: Db, { job, problem }: { job: number; problem: string }): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ participantId: number; hash: Buffer | null }>`
      with before as (
        select d.id, d.code_hash from contact.dispatch d
        where d.state = 'sending' and (d.job_id = ${job} or d.tried_at < now() - interval '15 minutes'
          and not exists (select from job j where j.id = d.job_id and j.state = 'running'))
        for update
      )
      update contact.dispatch d set state = 'uncertain', problem = ${problem}, code_hash = null
      from before where d.id = before.id
      returning d.participant_id as "participantId", before.code_hash as hash`.execute(trx)
    await replaceCodes(trx, heldCodes(rows))
    return rows.length
  })
}

/**
 * Ends a doubt. What goes again gives the place of its key free, so that it can be written down once more; the old line stays, and
 * says so.
 */
export async function decideMail(db: Db, id: number, decision: 'sent' | 'again'): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update contact.dispatch set
      state = ${decision === 'sent' ? 'sent' : 'stopped'},
      problem = ${decision === 'sent' ? 'ungewiss; gilt als gesendet' : 'ungewiss; neu gesendet'},
      key = case when ${decision} = 'again' then key || ' ungewiss ' || id else key end,
      sent_at = case when ${decision} = 'sent' then tried_at end
    where id = ${id} and state = 'uncertain'`.execute(db)
  return numAffectedRows === 1n
}

const heldCodes = (rows: readonly { participantId: number; hash: Buffer | null }[]) =>
  rows.flatMap(({ participantId, hash }) => (hash === null ? [] : [{ participantId, hash }]))
