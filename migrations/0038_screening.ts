import { type Kysely, sql } from 'kysely'

/**
 * What the office decided on single numbers that it looked at. A decision holds as long as the number stands there for which it was
 * made, and the newest of a number counts; none is changed, a further one takes it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table screening_decision (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      field text not null,
      decision text not null constraint screening_decision_decision
        check (decision in ('right', 'amend', 'query', 'open', 'again')),
      -- What stood there.
      value double precision not null,
      -- What would decide it, where that is open.
      wanted text not null default '' constraint screening_decision_wanted check (decision = 'open' or wanted = ''),
      -- Missing where the command line decided without a name.
      account_id bigint references staff.account,
      at timestamptz not null default now()
    );
    create index screening_decision_by_field on screening_decision (participant_id, field, id);
    create index screening_decision_by_account on screening_decision (account_id);
    alter table screening_decision alter column wanted set statistics 0;
  `.execute(db)
}
