import { type Kysely, sql } from 'kysely'

/**
 * Which figure of a table of somebody's own belongs to which field, said once and known the next time; a blank field: to none. A figure is
 * known by the words beside and above it. They are those of a file that nobody has looked through, and may name persons: so they lie in
 * the schema `contact`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact.figure_place (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      words text not null constraint figure_place_words check (char_length(words) <= 200),
      field text not null default '',
      used_at timestamptz not null default now(),
      constraint figure_place_once unique (participant_id, words)
    );
    alter table contact.figure_place alter column words set statistics 0;
  `.execute(db)
}
