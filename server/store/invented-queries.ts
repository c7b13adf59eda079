import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { About } from '../queries/about.ts'
import type { Extent } from '../queries/extent.ts'

export interface InventedQuery {
  participantId: number
  about: About
  extent: Extent
  account: number | null
  /** When it was asked, and when an answer came or comes. */
  askedDaysAgo: number
  dueInDays: number
  text: string
  answer?: { daysAgo: number; text: string }
  /** When it was closed, and with which words. */
  closed?: { daysAgo: number; text: string }
}

/** Keeps a Rückfrage of the demo world, which was asked some days ago. */
export async function storeInventedQuery(db: Db, query: InventedQuery): Promise<void> {
  const { participantId, about, extent, account, askedDaysAgo, dueInDays, text, answer, closed } = query
  const said = [
    { kind: 'asked', text, account, daysAgo: askedDaysAgo },
    ...(answer === undefined ? [] : [{ kind: 'answered', account: null, ...answer }]),
    ...(closed === undefined ? [] : [{ kind: 'asked', account, ...closed }]),
  ]
  await sql`with thread as (
      insert into contact.query (participant_id, about_kind, about, fields, checks, due_on, account_id, opened_at, closed_at, closed_by)
      select p.id, ${about.kind}, ${about.name}, ${extent.fields}::text[], ${extent.checks}::text[],
        (now() at time zone 'Europe/Berlin')::date + ${dueInDays}::integer, ${account}::bigint,
        now() - make_interval(days => ${askedDaysAgo}), now() - make_interval(days => ${closed?.daysAgo ?? null}::integer),
        case when ${closed !== undefined} then ${account}::bigint end
      from participant p join wave w on w.id = p.wave_id and w.synthetic where p.id = ${participantId}
      returning id, participant_id
    )
    insert into contact.query_entry (query_id, participant_id, kind, text, account_id, at)
    select t.id, t.participant_id, s.kind, s.text, s.account, now() - make_interval(days => s."daysAgo")
    from thread t, json_to_recordset(${JSON.stringify(said)}::json) s (kind text, text text, account bigint, "daysAgo" integer)
    order by s."daysAgo" desc`.execute(db)
}
