import { type Kysely, sql } from 'kysely'

/** Who is logged in. Names of people live in a schema of their own, apart from all answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema contact;

    create table contact.editor (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      label text not null,
      unique (participant_id, label)
    );

    create table session (
      token_hash bytea primary key,
      participant_id bigint not null references participant,
      editor_id bigint references contact.editor on delete set null,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      ends_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_by_participant on session (participant_id);
    create index session_by_editor on session (editor_id);
    create index session_by_end on session (ends_at);

    -- Failed attempts in a window of time, counted here so that several instances share one limit.
    create table attempt (
      key text not null,
      window_start timestamptz not null,
      count integer not null,
      primary key (key, window_start)
    );
    create index attempt_by_window on attempt (window_start);
  `.execute(db)
}
