import { type Kysely, sql } from 'kysely'

/**
 * What a person may demand beside erasure. A correction (Art. 16 GDPR) that the office makes is a submission like any other,
 * which names the account and the request. A restriction (Art. 18) is a mark on one text, on the contact data or on the whole form of
 * a participant: what it marks stays stored, and `submission_in(state)`, through which everything that evaluates or gives out
 * reads submissions, leaves it out. As long as a restriction is in force that holds for every state of the data, earlier ones
 * too; of one that was lifted, for the states that were told meanwhile, so that the same number gives the same figures again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table data_state
      drop constraint data_state_what,
      add constraint data_state_what
        check (what in ('submission', 'import', 'undo', 'correction', 'coding', 'erasure', 'registry', 'restriction'));

    alter table submission
      add column corrected_by bigint references staff.account,
      -- A number and no reference: whoever empties the schema contact forgets the requests.
      add column request_id bigint,
      add constraint submission_correction check ((corrected_by is null) = (request_id is null));
    create index submission_by_corrector on submission (corrected_by) where corrected_by is not null;
    create or replace function note_submission() returns trigger language plpgsql as $$
    begin
      insert into data_state (number, at, what)
        values (new.state, new.submitted_at,
          case when new.corrected_by is null then 'submission' else 'correction' end);
      return null;
    end $$;

    create table restriction (
      -- Of the line of the list beside the database that it belongs to.
      id uuid primary key,
      at timestamptz not null default now(),
      participant_id bigint not null references participant,
      extent text not null constraint restriction_extent check (extent in ('text', 'contact', 'form')),
      field text constraint restriction_field check ((extent = 'text') = (field is not null)),
      -- The letter of Art. 18 (1).
      ground text not null constraint restriction_ground check (ground in ('a', 'b', 'c', 'd')),
      request_id bigint not null,
      account_id bigint references staff.account,
      -- The states of the data that it and its lifting made.
      state bigint not null,
      lifted_state bigint,
      lifted_at timestamptz,
      lifted_by bigint references staff.account,
      -- When the person was told that it would be lifted, Art. 18 (3).
      told_on date,
      constraint restriction_lifted check (num_nonnulls(lifted_state, lifted_at, told_on) in (0, 3)
        and (lifted_by is null or lifted_at is not null) and told_on <= (lifted_at at time zone 'Europe/Berlin')::date)
    );
    create unique index restriction_in_force on restriction (participant_id, extent, field) nulls not distinct
      where lifted_at is null;
    create index restriction_by_participant on restriction (participant_id);
    create index restriction_by_request on restriction (request_id);
    create index restriction_by_account on restriction (account_id);
    create index restriction_by_lifter on restriction (lifted_by);

    -- Whether it counts in a state of the data; null: now.
    create function restricts(one restriction, as_of bigint) returns boolean language sql immutable as $$
      select one.lifted_state is null or (one.state <= as_of and as_of < one.lifted_state)
    $$;

    -- The submissions of a state of the data, or all that there are where it is null, without what is restricted.
    create function submission_in(as_of bigint) returns table (
      id bigint, participant_id bigint, state bigint, revision integer, receipt text, survey_version text,
      survey_hash text, answers jsonb, comments jsonb, justifications jsonb, content_hash text, submitted_at timestamptz
    ) language sql stable as $$
      select s.id, s.participant_id, s.state, s.revision, s.receipt, s.survey_version, s.survey_hash,
        case when r.fields is null then s.answers else s.answers - r.fields end,
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
      where (as_of is null or s.state <= as_of) and r.whole is not true
    $$;

    -- Whether a field of a participant, or without a field the whole form, is restricted in a state; null: now.
    create function is_restricted(participant bigint, field text, as_of bigint) returns boolean
    language sql stable as $$
      select exists (
        select from restriction o
        where o.participant_id = is_restricted.participant and restricts(o, as_of) and (
          o.extent = 'form' or o.field = is_restricted.field or (o.extent = 'contact' and exists (
            select from participant p join wave w on w.id = p.wave_id
            where p.id = o.participant_id and is_restricted.field = any(w.contact_fields)))
        )
      )
    $$;
  `.execute(db)
}
