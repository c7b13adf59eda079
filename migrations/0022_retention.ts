import { type Kysely, sql } from 'kysely'

/**
 * Until when a wave keeps what, as data of the wave: days after its end, or without limit; whether it is to be offered to an archive
 * first, and what came of that. Waves that there are get what holds for new ones.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wave_retention (
      wave_id text not null references wave,
      kind text not null constraint wave_retention_kind check (kind in ('contact', 'drafts', 'initials', 'codes')),
      -- Missing: without limit.
      days integer constraint wave_retention_days check (days between 0 and 36500),
      archive boolean not null default false,
      offered text constraint wave_retention_offered check (offered in ('taken', 'declined')),
      offered_at timestamptz constraint wave_retention_when check (num_nonnulls(offered, offered_at) <> 1),
      primary key (wave_id, kind)
    );
    insert into wave_retention (wave_id, kind, days)
      select w.id, t.kind, t.days from wave w
      cross join (values ('contact', 90), ('drafts', 180), ('initials', 90), ('codes', 90)) t (kind, days);
  `.execute(db)
}
