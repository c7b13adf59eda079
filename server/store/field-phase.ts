import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

interface Ago {
  wave: string
  days: number
}

/** A wave of the demo world was opened earlier than it was made. */
export async function openedEarlier(db: Db, { wave, days }: Ago): Promise<void> {
  await sql`update wave set opened_at = now() - make_interval(days => ${days}) where id = ${wave} and synthetic`.execute(
    db,
  )
}

/** The mails of a template went earlier. */
export async function sentEarlier(db: Db, { wave, days, template }: Ago & { template: string }): Promise<void> {
  await sql`update contact.dispatch d set created_at = d.created_at - make_interval(days => ${days}),
      tried_at = d.tried_at - make_interval(days => ${days}), sent_at = d.sent_at - make_interval(days => ${days})
    from participant p join wave w on w.id = p.wave_id and w.synthetic
    where p.id = d.participant_id and w.id = ${wave} and d.template = ${template}
      and d.created_at > now() - interval '1 day'`.execute(db)
}

/** What became of the mails of some. */
export async function endedAs(
  db: Db,
  ids: readonly number[],
  { state, problem }: { state: 'refused' | 'returned' | 'uncertain'; problem: string },
): Promise<void> {
  await sql`update contact.dispatch set state = ${state}, problem = ${problem},
      sent_at = case when ${state} = 'returned' then sent_at end,
      returned_at = case when ${state} = 'returned' then now() end
    where participant_id = any(${[...ids]}::bigint[]) and state = 'sent'`.execute(db)
}

/** Some were in their forms: those who have sent something shortly before, the others some days ago. */
export async function openedBy(db: Db, ids: readonly number[]): Promise<void> {
  await sql`update participant p set opened_at = coalesce(
      (select min(submitted_at) - interval '2 hours' from submission s where s.participant_id = p.id),
      now() - make_interval(days => (4 + p.id % 9)::integer))
    where p.id = any(${[...ids]}::bigint[])`.execute(db)
}

/**
 * What was invented for those who were in their forms was typed field by field since then, some quicker than others: so many seconds
 * after they began.
 */
export async function typedSince(
  db: Db,
  wave: string,
  typed: readonly { field: string; seconds: number }[],
): Promise<void> {
  await sql`with place as (
      select * from unnest(${typed.map(({ field }) => field)}::text[], ${typed.map(({ seconds }) => seconds)}::integer[])
        one (field, seconds)
    ), save as (
      select v.participant_id, v.field, v.value, v.contact, 1 + row_number() over own as rev,
        p.opened_at + make_interval(mins => 5, secs => place.seconds * (6 + p.id % 7) / 10.0) as at
      from participant p join wave w on w.id = p.wave_id and w.synthetic
      join draft_value v on v.participant_id = p.id and v.rev = 1
      join place on place.field = v.field
      where w.id = ${wave} and p.opened_at is not null
      window own as (partition by p.id order by place.seconds)
    ), history as (
      insert into draft_change (participant_id, field, rev, value, saved_at, contact)
      select participant_id, field, rev, value, at, contact from save
    ), present as (
      update draft_value v set rev = save.rev, saved_at = save.at from save
      where v.participant_id = save.participant_id and v.field = save.field and v.contact = save.contact
    )
    update draft d set rev = last.rev, saved_at = last.at
    from (select participant_id, max(rev) as rev, max(at) as at from save group by participant_id) last
    where d.participant_id = last.participant_id`.execute(db)
}
