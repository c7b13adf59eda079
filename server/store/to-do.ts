import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** What waits for somebody, and what came in since an account was here last. */
export interface ToDo {
  /** Rückfragen that are not closed and wait for the office, by wave. */
  queries: { wave: string; overdue: number; answered: number }[]
  approvals: number
  erasures: number
  lateJobs: number
  failedJobs: number
  uncertainMails: number
  /** Entries of the log that no seal stands for an hour after they were written. */
  unsealed: number
  /** When the account was last logged in before; null where nobody knows. */
  lastHere: Date | null
  /** Since then, or in the last seven days. */
  came: { wave: string; forms: number; answers: number }[]
}

/**
 * All of it at once, for an account: of participants, of those it works for. What it may not see is left to whoever shows it. An approval
 * or erasure that the account itself proposed waits for another.
 */
export async function readToDo(db: Db, { accountId, sessionId }: { accountId: number; sessionId: number }) {
  const own = sql.raw(worksFor(accountId))
  const { rows } = await sql<ToDo>`
    with today as (select (now() at time zone 'Europe/Berlin')::date as day),
    here as (
      select max(seen_at) as at from staff.session
      where account_id = ${accountId} and id <> ${sessionId} and verified_at is not null
    ),
    since as (select coalesce(at, now() - interval '7 days') as at from here),
    asked_back as (
      select p.wave_id as wave, q.due_on < today.day as is_late, (select e.kind from contact.query_entry e
        where e.query_id = q.id order by e.id desc limit 1) = 'asked' as is_asked
      from contact.query q join participant p on p.id = q.participant_id, today
      where q.closed_at is null and ${own}
    ),
    came as (
      select p.wave_id as wave, count(distinct s.participant_id) filter (where s.participant_id is not null)::integer as forms,
        0 as answers
      from since, submission s join participant p on p.id = s.participant_id join wave w on w.id = p.wave_id and not w.test
      where s.submitted_at > since.at and ${own} group by p.wave_id
      union all
      select p.wave_id, 0, count(*)::integer
      from since, contact.query_entry e join participant p on p.id = e.participant_id
        join wave w on w.id = p.wave_id and not w.test
      where e.at > since.at and e.kind = 'answered' and ${own} group by p.wave_id
    )
    select (select coalesce(json_agg(q order by q.wave), '[]') from (
        select wave, count(*) filter (where is_late and is_asked)::integer as overdue,
          count(*) filter (where not is_asked)::integer as answered
        from asked_back group by wave) q) as queries,
      (select count(*)::integer from staff.approval
        where decision is null and proposed_by is distinct from ${accountId}) as approvals,
      (select count(*)::integer from contact.person_request
        where state = 'proposed' and proposed_by is distinct from ${accountId}) as erasures,
      (select count(*)::integer from job where state = 'waiting' and due_at < now() - interval '15 minutes') as "lateJobs",
      (select count(*)::integer from job where state = 'failed') as "failedJobs",
      (select count(*)::integer from contact.dispatch d join participant p on p.id = d.participant_id
        where d.state = 'uncertain' and d.way = 'mail' and ${own}) as "uncertainMails",
      (select count(*)::integer from audit where at < now() - interval '1 hour'
        and id > (select coalesce(max(audit_id), 0) from audit_seal)) as unsealed,
      (select at from here) as "lastHere",
      (select coalesce(json_agg(c order by c.wave), '[]') from (
        select wave, sum(forms)::integer as forms, sum(answers)::integer as answers from came group by wave) c) as came`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the database answers nothing')
  return row
}
