import { type Kysely, sql } from 'kysely'

/**
 * What somebody asked for that takes a process of its own to compute, and what came of it. Both are sealed, live for minutes, and are
 * not logged by the database: after a crash whoever still waits asks again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table computation (
      id bigint generated always as identity primary key,
      -- A fingerprint of who asked for what: a second click means the same.
      key bytea not null unique,
      -- A fingerprint of who asked: one after the other for each.
      reader bytea not null,
      -- 0: somebody in a form, 1: the staff.
      rank smallint not null,
      -- In which round of all readers it comes.
      turn bigint not null,
      request bytea not null,
      state text not null default 'waiting' constraint computation_state check (state in ('waiting', 'running', 'done', 'failed')),
      holder uuid,
      -- Whoever computes says so again and again; one that is silent for long has died.
      seen_at timestamptz,
      tries smallint not null default 0,
      -- Until when somebody who asks keeps it from being thrown away.
      wanted_until timestamptz not null,
      asked_at timestamptz not null default now(),
      head bytea
    );
    create unique index computation_one_for_each on computation (reader) where state = 'running';
    create index computation_waiting on computation (rank, turn, id) where state = 'waiting';

    create unlogged table computation_part (
      computation_id bigint not null references computation on delete cascade,
      number integer not null,
      content bytea not null,
      primary key (computation_id, number)
    );
  `.execute(db)
}
