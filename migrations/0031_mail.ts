import { type Kysely, sql } from 'kysely'

/** Who does a job, and how often a mail was tried: so that nothing is sent twice, nor faster than a provider allows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Whoever does it now. One that was silent for long and comes back finds another's mark, and writes nothing more.
    alter table job add column holder uuid, add column tries integer not null default 0;

    alter table contact.dispatch
      -- The last time that it was handed to the mail server, as far as it may have been accepted.
      add column tried_at timestamptz,
      add column tries integer not null default 0,
      add column not_before timestamptz,
      -- Of the code that this mail carries, until it is known whether it is on its way.
      add column code_hash bytea;
    -- What was submitted since is thanked for by itself; null: nothing is. Waves of before stay as they were.
    alter table wave add column thanks_since timestamptz;
    alter table wave alter column thanks_since set default now();
    create index dispatch_by_try on contact.dispatch (tried_at) where tried_at is not null;
    create index dispatch_by_state on contact.dispatch (state, id);
  `.execute(db)
}
