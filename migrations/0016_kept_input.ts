import { type Kysely, sql } from 'kysely'

/**
 * What a session sent too late is one row for each section, however many requests it came in: so a form keeps no more rows than
 * it has sections and people. A session has a name that can be shown, since its token is a secret, and says on which device it
 * was begun.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table session
      add column id uuid not null default gen_random_uuid(),
      add column device text not null default '',
      add constraint session_id unique (id);

    alter table parked_page
      add column session_id uuid,
      add constraint parked_page_session foreign key (session_id) references session (id) on delete set null;
    create unique index parked_page_of_session on parked_page (session_id, section) where settled_at is null;
    create index parked_page_by_session on parked_page (session_id);
    create index parked_page_by_time on parked_page (parked_at);
  `.execute(db)
}
