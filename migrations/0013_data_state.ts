import { type Kysely, sql } from 'kysely'

/**
 * A state of the data is one number, drawn by everything that can change a figure. Those who draw keep a lock that they share with
 * each other until their transaction is over; who asks for the newest number waits for all of them. So nothing with a lower number
 * can appear once a number was told, figures of a state stay what they are, and submissions do not wait for each other. A number is
 * the last thing to be drawn before a commit; one that was given up is left out.
 *
 * Submissions that are there keep their number, imports belong to every state. What an import says stays when it is undone,
 * since earlier states still need it: of a series, region and time the latest import counts that counts in a state.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table data_state (
      number bigint primary key constraint data_state_number check (number > 0),
      at timestamptz not null default now(),
      what text not null
        constraint data_state_what check (what in ('submission', 'import', 'undo', 'correction', 'coding', 'erasure'))
    );
    insert into data_state (number, at, what) select id, submitted_at, 'submission' from submission;
    create trigger data_state_append_only before update or delete on data_state for each row execute function refuse_change();

    create sequence data_state_number as bigint owned by data_state.number;
    select setval('data_state_number', max(number)) from data_state having max(number) is not null;

    create function draw_data_state() returns bigint language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtext('data state'));
      return nextval('data_state_number');
    end $$;
    create function newest_data_state() returns bigint language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('data state'));
      return coalesce((select max(number) from data_state), 0);
    end $$;
    create function next_data_state(what text) returns bigint language plpgsql as $$
    declare
      drawn bigint := draw_data_state();
    begin
      insert into data_state (number, what) values (drawn, next_data_state.what);
      return drawn;
    end $$;
  `.execute(db)

  // Written anew in one go: the rows as such refuse to be changed.
  await sql`
    alter table submission add column state bigint;
    alter table submission alter column state type bigint using id, alter column state set not null;

    create function number_submission() returns trigger language plpgsql as $$
    begin
      new.state := draw_data_state();
      return new;
    end $$;
    -- What is not stored after all, a second click, changes no figure and is no state.
    create function note_submission() returns trigger language plpgsql as $$
    begin
      insert into data_state (number, at, what) values (new.state, new.submitted_at, 'submission');
      return null;
    end $$;
    create trigger submission_numbered before insert on submission for each row execute function number_submission();
    create trigger submission_noted after insert on submission for each row execute function note_submission();
  `.execute(db)

  await sql`
    alter table import_batch add column state bigint, add column undone_state bigint;
    update import_batch set state = 0, undone_state = case when undone_at is not null then 0 end;
    alter table import_batch
      add constraint import_batch_undone check ((undone_at is null) = (undone_state is null));

    -- Whether what an import says counts in a state; it has none while it is being read.
    create function counts_in(batch import_batch, state bigint) returns boolean language sql immutable as $$
      select batch.state <= counts_in.state and (batch.undone_state is null or batch.undone_state > counts_in.state)
    $$;
  `.execute(db)

  await sql`
    drop trigger observation_refers_changed on observation;
    drop index observation_current, observation_by_batch, observation_superseded;
    create or replace function observation_refers() returns trigger language plpgsql as $$
    begin
      if exists (
        select from (select distinct series_id from arrived) a where not exists (select from series where id = a.series_id)
        union all
        select from (select distinct batch_id from arrived) a where not exists (select from import_batch where id = a.batch_id)
      ) then
        raise exception 'an observation needs its series and its batch' using errcode = 'foreign_key_violation';
      end if;
      return null;
    end $$;
    alter table observation drop column superseded_by;
    create unique index observation_once_per_batch on observation (series_id, starts, region, batch_id);
    create trigger observation_append_only before update or delete on observation for each row execute function refuse_change();
  `.execute(db)
}
