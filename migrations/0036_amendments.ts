import { type Kysely, sql } from 'kysely'

/**
 * Korrekturen of the office. What was given stays as it is in `submission`; what is used instead stands here, one value a row, with why
 * and from where. Rows that were made together have one state. In a state of the data a row counts from its own state on until it was
 * undone, and there it holds for every submission in which its field is still what it was: a Kommune that sends something else is
 * believed. Rows are followed in the order in which they were made, so that a later one of the same field begins where the one before
 * it ended.
 *
 * `submission_in(state)` gives the values that are used, `collected_in(state)` those that were given; restrictions hold for both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table data_state
      drop constraint data_state_what,
      add constraint data_state_what check (what in
        ('submission', 'import', 'undo', 'correction', 'coding', 'erasure', 'registry', 'restriction', 'amendment'));

    create table amendment (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      field text not null,
      -- As in answers; null: no value.
      was jsonb constraint amendment_was check (jsonb_typeof(was) in ('number', 'string', 'boolean')),
      became jsonb constraint amendment_became check (jsonb_typeof(became) in ('number', 'string', 'boolean')),
      -- Where more follows from the field, together with others: what these others have to be, and what follows then. Null: no value.
      beside jsonb not null default '{}' constraint amendment_beside check (jsonb_typeof(beside) = 'object'),
      follows jsonb not null default '{}' constraint amendment_follows
        check (jsonb_typeof(follows) = 'object' and (follows = '{}' or beside <> '{}')),
      reason text not null constraint amendment_reason
        check (reason in ('typing', 'unit', 'field', 'understood', 'counted', 'later', 'other')),
      source text not null constraint amendment_source check (source in ('call', 'mail', 'register', 'plausibility')),
      note text not null default '',
      -- Missing where the command line made it without a name.
      account_id bigint references staff.account,
      -- Who else agreed, where it is a large one.
      agreed_by bigint references staff.account constraint amendment_second check (agreed_by <> account_id),
      at timestamptz not null default now(),
      state bigint not null,
      undone_state bigint constraint amendment_undone_later check (undone_state > state),
      undone_at timestamptz,
      undone_by bigint references staff.account,
      -- What those who were asked say against it.
      objection text not null default '',
      objected_at timestamptz,
      constraint amendment_changes check (was is distinct from became),
      constraint amendment_undone check (num_nonnulls(undone_state, undone_at) in (0, 2)
        and (undone_by is null or undone_at is not null)),
      constraint amendment_objection check ((objection = '') = (objected_at is null))
    );
    create index amendment_by_participant on amendment (participant_id);
    create index amendment_by_state on amendment (state);
    create index amendment_by_account on amendment (account_id);
    create index amendment_by_second on amendment (agreed_by);
    create index amendment_by_undoer on amendment (undone_by);
    alter table amendment alter column note set statistics 0, alter column objection set statistics 0;

    -- Whether it counts in a state of the data; null: now.
    create function counts_in(one amendment, as_of bigint) returns boolean language sql immutable as $$
      select case when as_of is null then one.undone_state is null
        else one.state <= as_of and (one.undone_state is null or as_of < one.undone_state) end
    $$;

    -- Answers with what was amended of them, one after the other; held: the amendments that found what they were made for.
    create function amended(given jsonb, chain amendment[], out answers jsonb, out held bigint[])
    language plpgsql immutable strict as $$
    declare
      one amendment;
    begin
      answers := given;
      held := '{}';
      foreach one in array chain loop
        continue when answers -> one.field is distinct from one.was;
        -- Almost always there is nothing beside, and then nothing follows.
        if one.beside <> '{}' then
          continue when exists (
            select from jsonb_each(one.beside) b where answers -> b.key is distinct from nullif(b.value, 'null'));
          answers := (answers - array(select jsonb_object_keys(one.follows))) || jsonb_strip_nulls(one.follows);
        end if;
        answers := case when one.became is null then answers - one.field
          else jsonb_set(answers, array[one.field], one.became) end;
        held := held || one.id;
      end loop;
    end $$;

    -- The amendments of each participant that has any in a state of the data, in their order.
    create function amendments_in(as_of bigint) returns table (participant_id bigint, chain amendment[])
    language sql stable as $$
      select a.participant_id, array_agg(a order by a.state, a.id)
      from amendment a where counts_in(a, as_of) group by a.participant_id
    $$;

    -- The submissions of a state of the data, or all that there are where it is null, without what is restricted.
    create function submission_read(as_of bigint, is_amended boolean) returns table (
      id bigint, participant_id bigint, state bigint, revision integer, receipt text, survey_version text,
      survey_hash text, answers jsonb, comments jsonb, justifications jsonb, content_hash text, submitted_at timestamptz
    ) language sql stable as $$
      select s.id, s.participant_id, s.state, s.revision, s.receipt, s.survey_version, s.survey_hash,
        case when r.fields is null then used.answers else used.answers - r.fields end,
        case when r.fields is null then s.comments else s.comments - r.fields end,
        case when r.fields is null then s.justifications else (
          select coalesce(jsonb_agg(
            case when 'text.' || (j ->> 'check') = any(r.fields)
              then jsonb_set(j, '{text}', '"[eingeschränkt]"') else j end order by place), '[]')
          from jsonb_array_elements(s.justifications) with ordinality e (j, place)
        ) end,
        s.content_hash, s.submitted_at
      from submission s left join (
        select o.participant_id, bool_or(o.extent = 'form') as whole,
          array_agg(o.field) filter (where o.extent = 'text') as fields
        from restriction o where restricts(o, as_of) group by o.participant_id
      ) r on r.participant_id = s.participant_id
      left join amendments_in(as_of) m on m.participant_id = s.participant_id
      cross join lateral (
        select case when is_amended and m.chain is not null then (amended(s.answers, m.chain)).answers
          else s.answers end as answers
      ) used
      where (as_of is null or s.state <= as_of) and r.whole is not true
    $$;

    create function collected_in(as_of bigint) returns table (
      id bigint, participant_id bigint, state bigint, revision integer, receipt text, survey_version text,
      survey_hash text, answers jsonb, comments jsonb, justifications jsonb, content_hash text, submitted_at timestamptz
    ) language sql stable as $$
      select * from submission_read(as_of, false)
    $$;

    create or replace function submission_in(as_of bigint) returns table (
      id bigint, participant_id bigint, state bigint, revision integer, receipt text, survey_version text,
      survey_hash text, answers jsonb, comments jsonb, justifications jsonb, content_hash text, submitted_at timestamptz
    ) language sql stable as $$
      select * from submission_read(as_of, true)
    $$;
  `.execute(db)
}
