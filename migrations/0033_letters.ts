import { type Kysely, sql } from 'kysely'

/**
 * Letters with codes, issue by issue. What was drawn for a file works once somebody has said that the file is there, or whoever
 * got the letter uses it: a download that breaks off then ends nobody's former code.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letter_issue (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      letter text not null constraint letter_issue_letter check (letter in ('einladung', 'zugangscode', 'ersatzcode')),
      form text not null constraint letter_issue_form check (form in ('pdf', 'csv')),
      -- Missing where the command line made it without a name.
      account_id bigint references staff.account,
      created_at timestamptz not null default now(),
      -- Each file has codes of its own; those of the newest count.
      drawings integer not null default 0,
      drawn_at timestamptz,
      settled_at timestamptz,
      outcome text constraint letter_issue_outcome check (outcome in ('valid', 'discarded')),
      constraint letter_issue_settled check ((settled_at is null) = (outcome is null))
    );
    create index letter_issue_by_wave on letter_issue (wave_id, id);
    create index letter_issue_by_account on letter_issue (account_id);

    create table letter_code (
      issue_id bigint not null references letter_issue,
      participant_id bigint not null references participant,
      -- Until it is settled.
      hash bytea unique,
      drawn_at timestamptz,
      outcome text constraint letter_code_outcome check (outcome in ('valid', 'superseded')),
      primary key (issue_id, participant_id)
    );
    create index letter_code_by_participant on letter_code (participant_id);
  `.execute(db)
}
