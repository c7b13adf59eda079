import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { About } from '../queries/about.ts'
import type { Extent } from '../queries/extent.ts'
import type { QueryFacts } from '../queries/standing.ts'
import { unitKreis } from './asked-unit.ts'
import { worksFor } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'

export interface QueryEntry {
  kind: 'asked' | 'answered' | 'submitted'
  /** '' of a submission. */
  text: string
  at: Date
  /** The account of the office, or null. */
  account: string | null
  /** The initials of whoever answered, or null. */
  editor: string | null
  /** Of the submission in which something was changed. */
  receipt: string | null
}

/** A Rückfrage with what was said to it. */
export interface Query extends QueryFacts {
  id: number
  participantId: number
  wave: string
  unit: string
  /** The key of the Kreis, or '' where nothing leads back to it any more. */
  kreis: string
  about: About
  /** Who looks after it. */
  account: string | null
  openedAt: Date
  entries: QueryEntry[]
}

interface Wanted {
  wave?: string | undefined
  participantId?: number | undefined
  id?: number | undefined
  /** Of those alone that this account works for. */
  account?: number | undefined
}

/** The Rückfragen of a wave or a participant, or one of them: those that are not closed first, then by their day. */
export async function findQueries(db: Db, { wave, participantId, id, account }: Wanted): Promise<Query[]> {
  const { rows } = await sql<Query>`
    select q.id, p.id as "participantId", p.wave_id as wave, p.unit, coalesce(${sql.raw(unitKreis)}, '') as kreis,
      json_build_object('kind', q.about_kind, 'name', q.about) as about, a.name as account, q.due_on as "dueOn",
      q.opened_at as "openedAt", q.closed_at as "closedAt", said.entries, said.last_kind as "lastKind"
    from contact.query q
    join participant p on p.id = q.participant_id
    left join staff.account a on a.id = q.account_id
    cross join lateral (
      select json_agg(json_build_object('kind', e.kind, 'text', e.text, 'at', e.at, 'account', ea.name, 'editor', ed.label,
          'receipt', s.receipt) order by e.id) as entries,
        (array_agg(e.kind order by e.id desc))[1] as last_kind
      from contact.query_entry e
      left join staff.account ea on ea.id = e.account_id
      left join contact.editor ed on ed.id = e.editor_id
      left join submission s on s.participant_id = e.participant_id and s.revision = e.revision
      where e.query_id = q.id
    ) said
    where ${wave === undefined ? sql`true` : sql`p.wave_id = ${wave}`}
      and ${participantId === undefined ? sql`true` : sql`p.id = ${participantId}`}
      and ${id === undefined ? sql`true` : sql`q.id = ${id}`}
      and ${sql.raw(worksFor(account))}
    order by q.closed_at nulls first, q.due_on, p.unit, q.id`.execute(db)
  return rows.map((query) => ({
    ...query,
    entries: query.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  }))
}

interface NewQueries {
  wave: string
  participants: readonly number[]
  about: About
  extent: Extent
  text: string
  /** `2026-12-15`. */
  dueOn: string
  by: number | undefined
}

/** Asks some participants the same. Where a thread on it is open, that goes on; comes back with the numbers of all of them. */
export async function openQueries(db: Db, asked: NewQueries): Promise<number[]> {
  const { wave, participants, about, extent, text, dueOn, by } = asked
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number; participant: number }>`
      insert into contact.query as q (participant_id, about_kind, about, fields, checks, due_on, account_id)
      select p.id, ${about.kind}, ${about.name}, ${extent.fields}::text[], ${extent.checks}::text[], ${dueOn}::date, ${by ?? null}::bigint
      from participant p where p.wave_id = ${wave} and p.id = any(${[...participants]}::bigint[]) order by p.id
      on conflict (participant_id, about_kind, about) where closed_at is null
        do update set due_on = excluded.due_on, account_id = coalesce(excluded.account_id, q.account_id)
      returning id, participant_id as participant`.execute(trx)
    for (const { id, participant } of rows) {
      if (!(await say(trx, { id, participant, kind: 'asked', text, by }))) continue
      await noteStaff(trx, { action: 'query_asked', accountId: by, wave, detail: { participant, query: id } })
    }
    return rows.map(({ id }) => id)
  })
}

interface Answer {
  id: number
  participantId: number
  editorId: number | null
  text: string
}

/** What a participant says to a Rückfrage. False where it is closed, or none of its own. */
export async function answerQuery(db: Db, { id, participantId, editorId, text }: Answer): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql`select from contact.query
      where id = ${id} and participant_id = ${participantId} and closed_at is null for update`.execute(trx)
    if (rows.length === 0) return false
    if (await say(trx, { id, participant: participantId, kind: 'answered', text, editor: editorId }))
      await sql`insert into audit (action, participant_id, wave_id, detail)
        select 'query_answered', p.id, p.wave_id, ${JSON.stringify({ query: id })}::jsonb from participant p
        where p.id = ${participantId}`.execute(trx)
    return true
  })
}

interface Said {
  id: number
  participant: number
  kind: 'asked' | 'answered'
  text: string
  by?: number | undefined
  editor?: number | null
}

/** Adds to a thread that the transaction holds. False where that was the last word there already: a second click says nothing new. */
export async function say(trx: Db, { id, participant, kind, text, by, editor }: Said): Promise<boolean> {
  const { rows } = await sql`
    insert into contact.query_entry (query_id, participant_id, kind, text, account_id, editor_id)
    select ${id}, ${participant}, ${kind}, ${text}, ${by ?? null}::bigint, ${editor ?? null}::bigint
    where not exists (
      select from (select kind, text from contact.query_entry where query_id = ${id} order by id desc limit 1) last
      where last.kind = ${kind} and last.text = ${text})
    returning id`.execute(trx)
  return rows.length > 0
}

interface Act {
  ids: readonly number[]
  wave: string
  by: number | undefined
}

/** What some Rückfragen were about is settled, and can no longer be changed. Comes back with how many were still open. */
export const closeQueries = (db: Db, act: Act): Promise<number> => db.transaction().execute((trx) => closeIn(trx, act))

interface LastWord extends Omit<Act, 'ids'> {
  id: number
  /** How much was said in it when it was looked at. */
  seen: number
  /** What is said with it, or ''. */
  text: string
}

/** Closes one that was looked at. False where something was said in it since: nobody is to overlook that. */
export async function closeSeen(db: Db, { id, wave, by, seen, text }: LastWord): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ participant: number }>`select participant_id as participant from contact.query
      where id = ${id} and closed_at is null for update`.execute(trx)
    const [open] = rows
    if (open === undefined) return true
    const said = await sql<{
      count: number
    }>`select count(*)::integer as count from contact.query_entry where query_id = ${id}`.execute(trx)
    if (said.rows[0]?.count !== seen) return false
    if (text !== '') await say(trx, { id, participant: open.participant, kind: 'asked', text, by })
    await closeIn(trx, { ids: [id], wave, by })
    return true
  })
}

async function closeIn(trx: Db, { ids, wave, by }: Act): Promise<number> {
  const { rows } = await sql<{ id: number; participant: number }>`
    update contact.query q set closed_at = now(), closed_by = ${by ?? null}::bigint from participant p
    where q.id = any(${[...ids]}::bigint[]) and p.id = q.participant_id and p.wave_id = ${wave} and q.closed_at is null
    returning q.id, p.id as participant`.execute(trx)
  for (const { id, participant } of rows)
    await noteStaff(trx, { action: 'query_closed', accountId: by, wave, detail: { participant, query: id } })
  return rows.length
}

/** From now on another account looks after it. */
export async function takeQuery(db: Db, { id, wave, by }: { id: number; wave: string; by: number }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ participant: number }>`
      update contact.query q set account_id = ${by} from participant p
      where q.id = ${id} and p.id = q.participant_id and p.wave_id = ${wave} and q.closed_at is null
      returning p.id as participant`.execute(trx)
    for (const { participant } of rows)
      await noteStaff(trx, { action: 'query_taken', accountId: by, wave, detail: { participant, query: id } })
  })
}
