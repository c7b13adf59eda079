import { type Kysely, sql } from 'kysely'

/**
 * What an office does with a wave beside opening it: days on which it opens and closes by itself, Fristen that were extended and can
 * be given back, and trials. A trial is a wave of its own; it is one from its first moment to its last, its answers are no state of
 * the data, and they alone of all answers may be deleted.
 * Nor does anything keep a participant who was never asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table wave
      add column test boolean not null default false,
      add column opens_on date,
      add column closes_on date,
      add column trial_ended_at timestamptz,
      add constraint wave_trial_ended check (test or trial_ended_at is null);
    create index participant_with_own_frist on participant (wave_id) where ends_at is not null;

    create function wave_stays_what_it_is() returns trigger language plpgsql as $$
    begin
      raise exception 'a wave is a trial from its beginning to its end, or never' using errcode = 'restrict_violation';
    end $$;
    create trigger wave_test_stays before update on wave for each row
      when (old.test is distinct from new.test) execute function wave_stays_what_it_is();

    create table staff.extension (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      -- That of all who have none of their own; otherwise that of those who are named.
      everybody boolean not null,
      frist date not null,
      -- What held for all before.
      former date,
      -- Its entry in the log, beside which the reason stands.
      audit_id bigint references audit on delete set null,
      at timestamptz not null default now(),
      undone_at timestamptz,
      constraint extension_former check (everybody = (former is not null))
    );
    create index extension_by_wave on staff.extension (wave_id);
    create index extension_by_audit on staff.extension (audit_id);
    create table staff.extension_of (
      extension_id bigint not null references staff.extension,
      participant_id bigint not null references participant,
      -- Its own Frist before; null: it had none.
      former date,
      primary key (extension_id, participant_id)
    );
    create index extension_of_by_participant on staff.extension_of (participant_id);
  `.execute(db)

  await sql`
    create function is_trial(participant_id bigint) returns boolean language sql stable as $$
      select w.test from participant p join wave w on w.id = p.wave_id where p.id = is_trial.participant_id
    $$;

    -- Of a trial, or of somebody who was never asked, all may go: of these nothing can have come in.
    create function may_go(participant_id bigint) returns boolean language sql stable as $$
      select w.test or (w.opened_at is null and not exists (select from submission s where s.participant_id = p.id)
        and not exists (select from draft d where d.participant_id = p.id and d.rev > 0))
      from participant p join wave w on w.id = p.wave_id where p.id = may_go.participant_id
    $$;

    create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      -- Deleting a person's name sets the reference to it to null; all else stays.
      if tg_op = 'UPDATE' and to_jsonb(new) - 'editor_id' = to_jsonb(old) - 'editor_id' and to_jsonb(new) ->> 'editor_id' is null then
        return new;
      end if;
      if tg_table_name in ('submission', 'answer_change', 'draft_change', 'audit') and exists (
        select from erasure where id = nullif(current_setting('stichtag.erasure', true), '')::bigint and at = now()
      ) then
        return case tg_op when 'DELETE' then old else new end;
      end if;
      if tg_op = 'DELETE' and tg_table_name in ('submission', 'answer_change', 'draft_change', 'erasure')
        and may_go((to_jsonb(old) ->> 'participant_id')::bigint) then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;

    create or replace function number_submission() returns trigger language plpgsql as $$
    begin
      new.state := case when is_trial(new.participant_id) then 0 else draw_data_state() end;
      return new;
    end $$;
    create or replace function note_submission() returns trigger language plpgsql as $$
    begin
      if new.state > 0 then
        insert into data_state (number, at, what)
          values (new.state, new.submitted_at, case when new.corrected_by is null then 'submission' else 'correction' end);
      end if;
      return null;
    end $$;
  `.execute(db)
}
