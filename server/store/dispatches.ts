import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { unitJoins, unitName } from './asked-unit.ts'
import { worksFor } from './scopes.ts'

export type DispatchState = 'waiting' | 'sending' | 'sent' | 'refused' | 'uncertain' | 'returned' | 'stopped'

interface NewMail {
  participantId: number
  key: string
  recipient: string
}

interface Enlisting {
  job: number
  holder: string
  template: string
  /** Of the sender, for the Message-IDs. */
  domain: string
  accountId: number | null
}

/**
 * Writes down, once for a job, to whom it will send: nobody who had the same template for the same key. Comes back with how many
 * they are; undefined where the job is no longer with whoever asks.
 */
export async function enlist(db: Db, mails: readonly NewMail[], of: Enlisting): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const { numAffectedRows } = await sql`
      update job set detail = detail || '{"enlisted": true}'
      where id = ${of.job} and holder = ${of.holder} and state = 'running'`.execute(trx)
    if (numAffectedRows !== 1n) return undefined
    await sql`
      update contact.dispatch d set key = d.key || ' früher ' || d.id
      from json_array_elements(${JSON.stringify(mails)}::json) m
      where d.participant_id = (m ->> 'participantId')::bigint and d.template = ${of.template} and d.key = m ->> 'key'
        and d.state in ('refused', 'returned', 'stopped')`.execute(trx)
    const { rows } = await sql<{ total: number }>`
      with added as (
        insert into contact.dispatch (participant_id, template, key, way, recipient, message_id, state, job_id, account_id)
        select (m ->> 'participantId')::bigint, ${of.template}, m ->> 'key', 'mail', m ->> 'recipient',
          '<' || gen_random_uuid() || '@' || ${of.domain}::text || '>', 'waiting', ${of.job}, ${of.accountId}
        from json_array_elements(${JSON.stringify(mails)}::json) m
        on conflict (participant_id, template, key) do nothing returning 1)
      select count(*)::integer as total from added`.execute(trx)
    return rows[0]?.total
  })
}

/** The last line of a template for each participant and key: a line that came to nothing makes way for another one. */
export async function formerMails(db: Db, wave: string, template: string): Promise<ReadonlyMap<string, FormerMail>> {
  const { rows } = await sql<FormerMail & { mark: string }>`
    select d.participant_id || ' ' || d.key as mark, d.state, lower(d.recipient) as recipient
    from contact.dispatch d join participant p on p.id = d.participant_id
    where p.wave_id = ${wave} and d.template = ${template}`.execute(db)
  return new Map(rows.map(({ mark, ...former }) => [mark, former]))
}

export interface FormerMail {
  state: DispatchState
  /** In small letters. */
  recipient: string
}

/** Sends a mail to another address than was written down: it was put right meanwhile. */
export async function setRecipient(db: Db, id: number, recipient: string): Promise<void> {
  await db.updateTable('contact.dispatch').set({ recipient }).where('id', '=', id).execute()
}

/** How far the mails of a job are. */
export async function countMails(db: Db, job: number) {
  const { rows } = await sql<{ done: number; total: number; next: Date | null }>`
    select count(*) filter (where state not in ('waiting', 'sending'))::integer as done, count(*)::integer as total,
      min(coalesce(not_before, now())) filter (where state = 'waiting') as next
    from contact.dispatch where job_id = ${job}`.execute(db)
  return rows[0] ?? { done: 0, total: 0, next: null }
}

/** What of a job was not yet sent is not sent any more. */
export async function stopMails(db: Db, job: number): Promise<void> {
  await sql`update contact.dispatch set state = 'stopped' where job_id = ${job} and state = 'waiting'`.execute(db)
}

export interface ListedMail {
  id: number
  participantId: number
  template: string
  key: string
  recipient: string
  messageId: string | null
  state: DispatchState
  problem: string
  job: number | null
  wave: string
  unit: string
  name: string
  createdAt: Date
  sentAt: Date | null
  triedAt: Date | null
}

interface Filter {
  state?: DispatchState | undefined
  wave?: string | undefined
  participantId?: number | undefined
  id?: number | undefined
  /** Whoever looks: an account with a scope sees what is in it. */
  accountId?: number | undefined
  most?: number
}

/** The outbox, newest first. */
export async function listMails(db: Db, filter: Filter = {}): Promise<ListedMail[]> {
  const { state = null, wave = null, participantId = null, id = null, accountId, most = 200 } = filter
  const { rows } = await sql<ListedMail>`
    select d.id, d.participant_id as "participantId", d.template, d.key, d.recipient, d.message_id as "messageId", d.state, d.problem,
      d.job_id as job, p.wave_id as wave, p.unit, ${sql.raw(unitName)} as name, d.created_at as "createdAt",
      d.sent_at as "sentAt", d.tried_at as "triedAt"
    from contact.dispatch d
    join participant p on p.id = d.participant_id
    ${sql.raw(unitJoins())}
    where d.way = 'mail' and (${state}::text is null or d.state = ${state})
      and (${wave}::text is null or p.wave_id = ${wave})
      and (${participantId}::bigint is null or p.id = ${participantId})
      and (${id}::bigint is null or d.id = ${id})
      and ${sql.raw(worksFor(accountId))}
    order by d.id desc limit ${most}`.execute(db)
  return rows
}

/** How many mails are in which state, of all waves or of one, of those that an account works for. */
export async function countByState(
  db: Db,
  { wave, accountId }: { wave?: string | undefined; accountId?: number | undefined } = {},
): Promise<Partial<Record<DispatchState, number>>> {
  const { rows } = await sql<{ state: DispatchState; count: number }>`
    select d.state, count(*)::integer as count from contact.dispatch d join participant p on p.id = d.participant_id
    where d.way = 'mail' and (${wave ?? null}::text is null or p.wave_id = ${wave ?? null}) and ${sql.raw(worksFor(accountId))}
    group by d.state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Another mailing of the same template for the same hour that is not over yet. */
export async function findPlanned(
  db: Db,
  { wave, template, at, key }: { wave: string; template: string; at: Date; key: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from job where kind = 'mail' and wave_id = ${wave} and detail ->> 'template' = ${template} and due_at = ${at}
      and key <> ${key} and state in ('waiting', 'running') limit 1`.execute(db)
  return rows[0]?.id
}
