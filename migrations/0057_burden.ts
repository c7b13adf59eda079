import { type Kysely, sql } from 'kysely'

/**
 * What it cost to answer, as whoever submitted a form says, once for each form. It stands beside the answers and is no part of them: no
 * state of the data, no file and no paper holds it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table burden (
      participant_id bigint primary key references participant,
      minutes integer constraint burden_minutes check (minutes between 1 and 30000),
      effort smallint constraint burden_effort check (effort between 1 and 5),
      at timestamptz not null default now(),
      constraint burden_said check (minutes is not null or effort is not null)
    );
  `.execute(db)
}
