import { type Kysely, sql } from 'kysely'

/**
 * Comparisons that somebody wants to be found again. The address says what is compared and is what names a view: nobody can save the same
 * one twice under two names.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_view (
      id bigint generated always as identity primary key,
      address text not null constraint saved_view_address unique,
      title text not null constraint saved_view_title check (title <> ''),
      note text not null default '',
      account_id bigint not null references staff.account,
      saved_at timestamptz not null default now()
    );
    create index saved_view_by_account on saved_view (account_id);
    alter table saved_view alter column title set statistics 0, alter column note set statistics 0;
  `.execute(db)
}
