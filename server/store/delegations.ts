import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { DispatchState } from './dispatches.ts'
import { takesAnswers } from './frist.ts'

/**
 * How the link for a colleague stands. It opens as long as answers are taken, until it is taken back, the form is submitted, or its
 * access code is replaced: what somebody made who should not have had that one ends with it.
 */
export type DelegationState = 'open' | 'revoked' | 'submitted' | 'replaced' | 'over'

/** The same of a link `d` for a participant `p` of the wave `w`. */
export const delegationState = `case
  when d.revoked_at is not null then 'revoked'
  when exists (select from access_code c where c.participant_id = p.id and c.revoked_at > d.made_at) then 'replaced'
  when not ${takesAnswers} then 'over'
  when exists (select from submission s where s.participant_id = p.id and s.submitted_at > d.made_at and s.corrected_by is null)
    then 'submitted'
  else 'open' end`

export interface Delegation {
  id: number
  /** Her name; null where it was erased. */
  name: string | null
  /** Of whoever asked, or null. */
  askedBy: string | null
  sections: string[]
  said: string
  mail: string
  dueOn: string | null
  salt: Buffer
  madeAt: Date
  openedAt: Date | null
  seenAt: Date | null
  doneAt: Date | null
  notedAt: Date | null
  state: DelegationState
  overdue: boolean
  /** What became of the mail that tells her the link; null where none was wanted. */
  mailState: DispatchState | null
}

const columns = sql`d.id, e.label as name, a.label as "askedBy", d.sections, d.said, d.mail, d.due_on as "dueOn", d.salt,
  d.made_at as "madeAt", d.opened_at as "openedAt", d.done_at as "doneAt", d.noted_at as "notedAt",
  (select max(s.seen_at) from delegation_session s where s.delegation_id = d.id) as "seenAt",
  ${sql.raw(delegationState)} as state,
  coalesce(d.due_on < (now() at time zone 'Europe/Berlin')::date, false) as overdue,
  (select m.state from contact.dispatch m where m.participant_id = p.id and m.template = 'zuarbeit' and m.key = 'zuarbeit-' || d.id)
    as "mailState"
  from contact.delegation d join participant p on p.id = d.participant_id join wave w on w.id = p.wave_id
  left join contact.editor e on e.id = d.editor_id left join contact.editor a on a.id = d.asked_by`

/** Whom somebody asked for some sections of a form, the newest first. */
export async function delegationsOf(db: Db, participantId: number): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    select ${columns} where d.participant_id = ${participantId} order by d.id desc`.execute(db)
  return rows
}

/** One of them, whoever's it is. */
export async function findDelegation(
  db: Db,
  id: number,
): Promise<(Delegation & { participantId: number; wave: string }) | undefined> {
  const { rows } = await sql<Delegation & { participantId: number; wave: string }>`
    select d.participant_id as "participantId", p.wave_id as wave, ${columns} where d.id = ${id}`.execute(db)
  return rows[0]
}

/** The link that a key belongs to, with how it stands. */
export async function findByKey(db: Db, hash: Buffer): Promise<{ id: number; state: DelegationState } | undefined> {
  const { rows } = await sql<{ id: number; state: DelegationState }>`
    select d.id, ${sql.raw(delegationState)} as state
    from contact.delegation d join participant p on p.id = d.participant_id join wave w on w.id = p.wave_id
    where d.hash = ${hash}`.execute(db)
  return rows[0]
}

export interface NewDelegation {
  participantId: number
  askedBy: number | null
  name: string
  sections: readonly string[]
  said: string
  mail: string
  dueOn: string | null
  salt: Buffer
  hash: Buffer
}

/**
 * Asks somebody, in a transaction; undefined where so many were asked already. A second click asks nobody again. The log says that
 * somebody was asked, never whom.
 */
export async function makeDelegation(trx: Db, made: NewDelegation, most: number): Promise<number | undefined> {
  const { participantId, askedBy, name, sections, said, mail, dueOn, salt, hash } = made
  // Of two who ask at the same moment the second waits, and is counted with the first.
  await sql`select from participant where id = ${participantId} for no key update`.execute(trx)
  const before = await justMade(trx, made)
  if (before !== undefined) return before
  const { rows } = await sql<{ id: number }>`
      with named as (
        insert into contact.editor (participant_id, label)
        select ${participantId}::bigint, ${name}
        where (select count(*) from contact.delegation where participant_id = ${participantId}) < ${most}
        on conflict (participant_id, label) do update set label = excluded.label returning id
      ), made as (
        insert into contact.delegation (participant_id, editor_id, asked_by, sections, said, mail, due_on, salt, hash)
        select ${participantId}, id, ${askedBy}::bigint, ${[...sections]}::text[], ${said}, ${mail}, ${dueOn}::date, ${salt}, ${hash}
        from named returning id
      ), noted as (
        insert into audit (action, participant_id, wave_id, detail)
        select 'delegation_made', p.id, p.wave_id, jsonb_build_object('delegation', made.id)
        from made, participant p where p.id = ${participantId}
      )
      select id from made`.execute(trx)
  return rows[0]?.id
}

/** The same, asked by the same a moment ago, that nobody has opened yet. */
async function justMade(trx: Db, made: NewDelegation): Promise<number | undefined> {
  const { participantId, askedBy, name, sections, said, mail, dueOn } = made
  const { rows } = await sql<{ id: number }>`
    select d.id from contact.delegation d join contact.editor e on e.id = d.editor_id
    where d.participant_id = ${participantId} and d.made_at > now() - interval '1 minute'
      and d.revoked_at is null and d.opened_at is null and d.asked_by is not distinct from ${askedBy}::bigint
      and e.label = ${name} and d.sections = ${[...sections]}::text[] and d.said = ${said} and d.mail = ${mail}
      and d.due_on is not distinct from ${dueOn}::date
    order by d.id desc limit 1`.execute(trx)
  return rows[0]?.id
}

/** Takes a link back, and ends what it opened. False where it is none of that form, or was taken back before. */
export async function revokeDelegation(db: Db, id: number, participantId: number): Promise<boolean> {
  const { rows } = await sql`
    with revoked as (
      update contact.delegation set revoked_at = now()
      where id = ${id} and participant_id = ${participantId} and revoked_at is null returning id
    ), ended as (
      update delegation_session set ended_at = now() where delegation_id in (select id from revoked) and ended_at is null
    )
    insert into audit (action, participant_id, wave_id, detail)
    select 'delegation_revoked', p.id, p.wave_id, jsonb_build_object('delegation', revoked.id)
    from revoked, participant p where p.id = ${participantId} returning id`.execute(db)
  return rows.length > 0
}

/** Takes note of all who are done by now. */
export async function noteDone(db: Db, participantId: number): Promise<void> {
  await sql`update contact.delegation set noted_at = now()
    where participant_id = ${participantId} and done_at is not null and noted_at is null`.execute(db)
}

/** Says that a colleague is done, or is not after all. */
export async function setDone(db: Db, id: number, done: boolean): Promise<void> {
  await sql`
    with changed as (
      update contact.delegation set done_at = case when ${done} then now() end, noted_at = null
      where id = ${id} and (done_at is null) = ${done} returning participant_id
    )
    insert into audit (action, participant_id, wave_id, detail)
    select 'delegation_done', p.id, p.wave_id, jsonb_build_object('delegation', ${id}::bigint)
    from changed join participant p on p.id = changed.participant_id where ${done}`.execute(db)
}
