import { type Kysely, sql } from 'kysely'

/**
 * What law demands to be erased is erased from what is otherwise never changed, in one way: a transaction first leaves its mark in
 * `erasure` and sets `stichtag.erasure` to its number; from then on, and until it ends, rows of answers, changes and the log let
 * themselves be changed. The mark says which kind of thing went, on which ground and who agreed, never what it was, and carries the
 * hash of a submission that is left. An erasure is a state of the data.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erasure (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      -- The line of the list beside the database that it belongs to.
      batch uuid not null,
      holds text not null,
      ground text not null,
      participant_id bigint references participant,
      submission_id bigint references submission,
      account_id bigint references staff.account,
      consent_id bigint references staff.account,
      texts integer not null constraint erasure_texts check (texts > 0),
      -- Of the submission as it is left.
      content_hash text
    );
    create index erasure_by_batch on erasure (batch);
    create index erasure_by_participant on erasure (participant_id);
    create index erasure_by_submission on erasure (submission_id);
    create index erasure_by_account on erasure (account_id);
    create index erasure_by_consent on erasure (consent_id);

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
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
    create trigger erasure_append_only before update or delete on erasure for each row execute function refuse_change();
  `.execute(db)
}
