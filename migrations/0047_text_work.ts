import { type Kysely, sql } from 'kysely'

/** What is done with texts: where there are a hundred thousand of them, plans of annexes that are kept, and parts that are decided on together. */
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

    -- How an annex is arranged, named so that colleagues find it again.
    create table annex_plan (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      title text not null constraint annex_plan_title check (title <> ''),
      plan text not null constraint annex_plan_plan check (plan <> ''),
      account_id bigint not null references staff.account,
      saved_at timestamptz not null default now()
    );
    create index annex_plan_by_wave on annex_plan (wave_id);
    create index annex_plan_by_account on annex_plan (account_id);
    alter table annex_plan alter column title set statistics 0, alter column plan set statistics 0;

    -- Parts of several texts that somebody decided on together, to be taken back together.
    create table redaction_batch (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by bigint references staff.account,
      constraint redaction_batch_undone check (undone_by is null or undone_at is not null)
    );
    create index redaction_batch_by_wave on redaction_batch (wave_id);
    create index redaction_batch_by_account on redaction_batch (account_id);
    create index redaction_batch_by_undoer on redaction_batch (undone_by);
    -- Missing: decided by itself, or not yet.
    alter table redaction add batch_id bigint references redaction_batch,
      add constraint redaction_of_batch check (batch_id is null or accepted is not null);
    create index redaction_by_batch on redaction (batch_id) where batch_id is not null;
  `.execute(db)
}
