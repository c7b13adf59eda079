import { type Kysely, sql } from 'kysely'

/**
 * What the office asks a participant back (Rückfrage): about a field, a question or a check of its form, with what both said to it.
 * Until it is closed, what it is about can still be changed, also when the Frist is over. What they write may be about persons, so it
 * lies in the schema `contact` and goes with the contact data of its wave.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact.query (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      about_kind text not null constraint query_about_kind check (about_kind in ('field', 'question', 'check')),
      -- The name of the field, or the id of the question or the check.
      about text not null,
      -- What it is about, as the definition of the wave says: the fields that can be changed, and the checks that can be justified.
      fields text[] not null constraint query_fields check (fields <> '{}'),
      checks text[] not null,
      -- The day up to which an answer is asked for.
      due_on date not null,
      -- Who looks after it.
      account_id bigint references staff.account,
      opened_at timestamptz not null default now(),
      closed_at timestamptz,
      closed_by bigint references staff.account,
      constraint query_closed check (closed_by is null or closed_at is not null)
    );
    -- Of one thing one thread: what more is to be asked is said in it.
    create unique index query_one_open on contact.query (participant_id, about_kind, about) where closed_at is null;
    create index query_by_participant on contact.query (participant_id);
    create index query_by_account on contact.query (account_id);
    create index query_by_closer on contact.query (closed_by);

    create table contact.query_entry (
      id bigint generated always as identity primary key,
      query_id bigint not null references contact.query on delete cascade,
      participant_id bigint not null references participant,
      -- The office asks, the participant answers, or it hands in something else than before in what was asked about.
      kind text not null constraint query_entry_kind check (kind in ('asked', 'answered', 'submitted')),
      text text not null default '',
      -- Of the submission.
      revision integer,
      account_id bigint references staff.account,
      editor_id bigint references contact.editor on delete set null,
      at timestamptz not null default now(),
      constraint query_entry_said check ((kind = 'submitted') = (revision is not null) and (kind = 'submitted') = (text = '')),
      constraint query_entry_by check (kind = 'asked' or account_id is null)
    );
    create index query_entry_by_query on contact.query_entry (query_id);
    create index query_entry_by_participant on contact.query_entry (participant_id);
    create index query_entry_by_account on contact.query_entry (account_id);
    create index query_entry_by_editor on contact.query_entry (editor_id);
    -- The reason that was given for a check, among all that were given.
    create function said_to(justifications jsonb, one text) returns jsonb language sql immutable as $$
      select jsonb_path_query_first(justifications, '$[*] ? (@.check == $one)', jsonb_build_object('one', one))
    $$;
    alter table contact.query_entry alter column text set statistics 0;
  `.execute(db)
}
