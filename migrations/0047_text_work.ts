import { type Kysely, sql } from 'kysely'

/** What is done with texts where there are a hundred thousand of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The list of texts, in its order.
    create index written_text_in_order on written_text (wave_id, field, (coalesce(same_as, id)));
    drop index written_text_by_wave;

    -- Which words a text has, to find out whether others write one too. What waits to be put in would be read through each time.
    create index written_text_words on written_text using gin (regexp_split_to_array(folded, '[^a-z]+')) with (fastupdate = off);
    alter index written_text_words alter column 1 set statistics 0;

    -- As before; which submissions are the newest is found once, however many texts they have.
    create or replace function text_in(of_wave text, as_of bigint) returns table (
      id bigint, root bigint, participant_id bigint, submission_id bigint, source_id bigint, field text, place text, said text, folded text
    ) language sql stable as $$
      select t.id, coalesce(t.same_as, t.id), t.participant_id, t.submission_id, t.source_id, t.field, t.place, t.said, t.folded
      from written_text t
      where t.wave_id = of_wave and case when t.source_id is null then t.submission_id in (
          select s.id from submission s join participant p on p.id = s.participant_id
          where p.wave_id = of_wave and (as_of is null or s.state <= as_of) and not exists (
            select from submission later where later.participant_id = s.participant_id and later.revision > s.revision
              and (as_of is null or later.state <= as_of)))
        else t.source_id in (
          select o.id from text_source o where o.wave_id = of_wave and (as_of is null or o.state <= as_of)
            and (o.undone_state is null or as_of < o.undone_state)) end
        and not (t.participant_id is not null and t.participant_id in (select o.participant_id from restriction o)
          and is_restricted(t.participant_id, t.field, as_of))
    $$;
  `.execute(db)
}
