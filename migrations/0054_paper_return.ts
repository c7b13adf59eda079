import { type Kysely, sql } from 'kysely'

/**
 * Forms that come back on paper are typed by two accounts. What they typed lies in the schema `contact`, since nobody has told answers
 * and contact data apart in it yet, and is gone once the answers are submitted; that they came on paper stays. A scan shows whatever
 * somebody wrote on the paper, so it goes with the contact data of the wave.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact.paper_entry (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      turn smallint not null constraint paper_entry_turn check (turn in (1, 2)),
      account_id bigint not null references staff.account,
      typed jsonb not null default '{}',
      saved_at timestamptz not null default now(),
      done_at timestamptz,
      constraint paper_entry_once unique (participant_id, turn)
    );
    alter table contact.paper_entry alter column typed set statistics 0;

    create table contact.paper_scan (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      file_name text not null,
      media text not null constraint paper_scan_media check (media in ('application/pdf', 'image/jpeg', 'image/png')),
      bytes integer not null constraint paper_scan_bytes check (bytes > 0),
      account_id bigint references staff.account,
      at timestamptz not null default now()
    );
    create index paper_scan_by_participant on contact.paper_scan (participant_id);
    alter table contact.paper_scan alter column file_name set statistics 0;

    create table contact.paper_scan_piece (
      scan_id bigint not null references contact.paper_scan on delete cascade,
      place integer not null,
      bytes bytea not null,
      primary key (scan_id, place)
    );
    alter table contact.paper_scan_piece alter column bytes set statistics 0, alter column bytes set storage external;

    -- Of submissions that came on paper: how many fields two people read differently, and who decided what stands there.
    create table paper_return (
      participant_id bigint not null,
      revision integer not null,
      fields integer not null,
      differing integer not null,
      blanked integer not null,
      account_id bigint references staff.account,
      by_typist boolean not null,
      at timestamptz not null default now(),
      primary key (participant_id, revision),
      foreign key (participant_id, revision) references submission (participant_id, revision)
    );
  `.execute(db)
}
