import { type RawBuilder, sql } from 'kysely'
import type { SentTimes } from '../../analysis/response/sent-times.ts'
import type { Save } from '../../analysis/response/working-time.ts'
import { validityField } from '../../surveys/answer/draft-fields.ts'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

interface Asked {
  wave: string
  account: number | undefined
}

const onTheWall = (time: RawBuilder<unknown>) => sql`(${time} at time zone 'Europe/Berlin')`

/**
 * When the participants of a wave that an account works for first sent something. A wave that was opened anew counts from when it
 * was opened first, as far as what came in tells. Undefined of a wave that nobody has opened.
 */
export async function sentTimes(db: Db, { wave, account }: Asked): Promise<SentTimes | undefined> {
  const { rows } = await sql<SentTimes>`
    with sent as (
      select p.id, min(s.submitted_at) as at, bool_and(${sql.raw(worksFor(account))}) as own
      from participant p left join submission s on s.participant_id = p.id
      where p.wave_id = ${wave} group by p.id
    ), counted as (
      select w.id, least(w.frist, case when w.state = 'closed' then ${onTheWall(sql`w.closed_at`)}::date end) as last_on,
        ${onTheWall(sql`least(w.opened_at, (select min(at) from sent))`)}::date as opened_on
      from wave w where w.id = ${wave} and w.opened_at is not null
    )
    select c.id as wave, c.opened_on as "openedOn", c.last_on - c.opened_on as "lastDay",
      ${daysSince(sql`now()`)} as now, (select count(*)::integer from sent where own) as asked,
      coalesce((select array_agg(${daysSince(sql`sent.at`)}) from sent where own and at is not null), '{}') as sent
    from counted c`.execute(db)
  return rows[0]
}

const daysSince = (time: RawBuilder<unknown>) =>
  sql`extract(epoch from ${onTheWall(time)} - c.opened_on::timestamp)::double precision / 86400`

/**
 * The wave to lay beside another: of those opened before it that ask one of some surveys, the newest. Trials are laid beside others
 * only, and never what is invented beside what is real.
 */
export async function waveBefore(db: Db, wave: string, surveys: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select before.id from wave w
    join wave before on before.id <> w.id and before.survey = any(${[...surveys]}::text[])
      and before.synthetic = w.synthetic and not before.test
    where w.id = ${wave} and before.opened_at < coalesce(w.opened_at, now())
    order by before.opened_at desc, before.id desc limit 1`.execute(db)
  return rows[0]?.id
}

/** Of so many who sent last. More would move the middle little, and a large wave has a million saves. */
const mostHistories = 200

/**
 * The saves of those who were the last to send something for the first time, up to then, by participant: each revision once, with
 * the section of its first field by name; `sections` says in which each stands. What was known beforehand is no save.
 */
export async function savesBeforeSending(
  db: Db,
  { wave, account }: Asked,
  sections: ReadonlyMap<string, string>,
): Promise<Save[][]> {
  const { rows } = await sql<{ at: string; fields: string }>`
    select save.at, save.fields
    from (
      select p.id, min(s.submitted_at) as sent_at
      from participant p join submission s on s.participant_id = p.id
      where p.wave_id = ${wave} and ${sql.raw(worksFor(account))}
      group by p.id order by sent_at desc, p.id limit ${mostHistories}
    ) own
    cross join lateral (
      select string_agg(extract(epoch from one.saved_at)::text, ' ' order by rev) as at, string_agg(one.field, ' ' order by rev) as fields
      from (
        select c.rev, min(c.saved_at) as saved_at,
          coalesce(min(c.field) filter (where c.field not like ${`${validityField('')}%`}), '') as field
        from draft_change c
        where c.participant_id = own.id and c.rev > 0 and c.saved_at <= own.sent_at
        group by c.rev
      ) one
    ) save
    where save.at is not null`.execute(db)
  return rows.map(({ at, fields }) => {
    const names = fields.split(' ')
    return at.split(' ').map((time, place) => ({ at: Number(time), section: sections.get(names[place] ?? '') ?? '' }))
  })
}

/** The fields that were saved last in some drafts, by participant. */
export async function lastSavedFields(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
  const { rows } = await sql<{ id: number; fields: string[] }>`
    select id, array_agg(field) as fields
    from (
      select participant_id as id, field, rev, max(rev) over (partition by participant_id) as newest
      from draft_value where participant_id = any(${[...ids]}::bigint[]) and rev > 0
    ) v
    where rev = newest group by id`.execute(db)
  return new Map(rows.map(({ id, fields }) => [id, fields]))
}
