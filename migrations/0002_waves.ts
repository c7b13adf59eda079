import { type Kysely, sql } from 'kysely'

/** A wave pins a published version of a survey; its participants answer once each; access codes are kept as hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wave (
      id text primary key constraint wave_id check (id ~ '^[a-z][a-z0-9-]{0,31}$'),
      survey text not null,
      survey_version text not null,
      survey_hash text not null,
      stichtag date,
      frist date not null constraint wave_frist check (frist >= stichtag),
      -- The Frist counts to the end of its day in Baden-Württemberg, whatever clock the server has.
      ends_at timestamptz not null generated always as ((frist + 1)::timestamp at time zone 'Europe/Berlin') stored,
      state text not null default 'created' constraint wave_state check (state in ('created', 'open', 'closed')),
      synthetic boolean not null default false,
      created_at timestamptz not null default now(),
      opened_at timestamptz,
      closed_at timestamptz
    );

    create table participant (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      gkz text not null,
      gemeinde_valid_from date not null,
      created_at timestamptz not null default now(),
      foreign key (gkz, gemeinde_valid_from) references gemeinde (gkz, valid_from)
    );
    create unique index participant_once_per_wave on participant (wave_id, gkz);
    create index participant_by_gemeinde on participant (gkz, gemeinde_valid_from);

    create table access_code (
      hash bytea primary key,
      participant_id bigint not null references participant,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create index access_code_by_participant on access_code (participant_id);
    create unique index access_code_one_valid on access_code (participant_id) where revoked_at is null;
  `.execute(db)
}
