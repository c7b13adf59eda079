import { type Kysely, sql } from 'kysely'

/**
 * A reason given for a signal is a text of the draft like all that is typed: `grund.<check>` and `text.<check>`, with the values for
 * which it was given in `gilt.<check>`, as canonical JSON. What was given so far follows the newest revision of its draft, oldest
 * first, so that the draft tells its history and holds the newest.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create temporary table given on commit drop as
    select j.participant_id, said.field, said.value, j.editor_id, j.given_at,
      d.rev + (row_number() over (partition by j.participant_id, said.field order by j.id))::integer as rev
    from justification j join draft d using (participant_id)
    cross join lateral (
      select '{' || string_agg(to_json(key)::text || ':' || to_json(value)::text, ',' order by key collate "C") || '}' as json
      from jsonb_each_text(j.values)
    ) canonical
    cross join lateral (values
      ('grund.' || j.check_id, j.reason), ('text.' || j.check_id, j.body), ('gilt.' || j.check_id, coalesce(canonical.json, '{}'))
    ) said (field, value)
  `.execute(db)
  await sql`
    insert into draft_change (participant_id, field, rev, value, editor_id, saved_at)
    select participant_id, field, rev, value, editor_id, given_at from given
  `.execute(db)
  await sql`
    insert into draft_value (participant_id, field, value, rev, editor_id, saved_at)
    select distinct on (participant_id, field) participant_id, field, value, rev, editor_id, given_at
    from given order by participant_id, field, rev desc
  `.execute(db)
  await sql`
    update draft d set rev = newest.rev
    from (select participant_id, max(rev) as rev from given group by participant_id) newest
    where newest.participant_id = d.participant_id
  `.execute(db)
  await sql`drop table justification`.execute(db)
}
