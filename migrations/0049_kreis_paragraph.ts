import { type Kysely, sql } from 'kysely'

/**
 * What somebody writes between the figures in the report of a Kreis for a year. It is only added to: a change is a further revision, and an
 * empty one takes the text away.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kreis_paragraph (
      kreis text not null,
      year integer not null constraint kreis_paragraph_year check (year between 2000 and 2200),
      section text not null,
      revision integer not null constraint kreis_paragraph_revision check (revision > 0),
      text text not null constraint kreis_paragraph_text check (char_length(text) <= 20000),
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      primary key (kreis, year, section, revision)
    );
    create index kreis_paragraph_by_account on kreis_paragraph (account_id);
    alter table kreis_paragraph alter column text set statistics 0;
  `.execute(db)
}
