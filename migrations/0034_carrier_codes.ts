import { type Kysely, sql } from 'kysely'

/**
 * A code for a Landkreis or an Antragsverbund that answers for several Kommunen: it opens the list of them, and from there each form.
 * For whom it answers the register says, anew each time that a form is opened.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table carrier_code (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      verbund text not null constraint carrier_code_verbund check (verbund ~ '^[1-4][0-9]{5}$'),
      hash bytea not null unique,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create unique index carrier_code_one_valid on carrier_code (wave_id, verbund) where revoked_at is null;

    create table carrier_session (
      token_hash bytea not null,
      code_id bigint not null references carrier_code on delete cascade,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      ends_at timestamptz not null,
      ended_at timestamptz,
      primary key (token_hash, code_id)
    );
    create index carrier_session_by_code on carrier_session (code_id);
  `.execute(db)
}
