import { type Kysely, sql } from 'kysely'

/** What of the registry an import notes, and what names a row; the number of a person and a Verbund have one row each. */
const tables = [
  { table: 'kreis', key: 'kreis', since: 'valid_from' },
  { table: 'gemeinde', key: 'gkz', since: 'valid_from' },
  { table: 'gemeinde_nachfolge', key: 'gkz', since: '' },
  { table: 'verbund', key: 'verbund', since: '' },
  { table: 'verbund_mitglied', key: 'gkz', since: 'valid_from' },
  { table: 'im_nummer', key: 'im_nummer', since: '' },
]

/**
 * What was read in of the registry and of addresses, and how each row was before and after, so that it can be taken back.
 * `registry_past` does not do for that: it holds what figures depend on, and only once somebody has been asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry_import (
      id bigint generated always as identity primary key,
      form text not null,
      file_name text not null,
      file_hash text not null,
      -- The first day of what it says.
      effective_from date,
      counts jsonb not null default '{}',
      account_id bigint references staff.account,
      imported_at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by bigint references staff.account
    );
    create index registry_import_by_account on registry_import (account_id);
    create index registry_import_by_undoer on registry_import (undone_by);

    -- The planner keeps no samples of what people write.
    alter table registry_import alter column file_name set statistics 0;

    create table registry_change (
      import_id bigint not null references registry_import,
      table_name text not null,
      key text not null,
      valid_from date not null,
      -- Null where there was no row, and where there is none any more.
      was jsonb,
      became jsonb,
      primary key (import_id, table_name, key, valid_from)
    );

    -- What a Kommune that has ended became part of.
    create table gemeinde_nachfolge (
      gkz text primary key constraint gemeinde_nachfolge_gkz check (gkz ~ '^[1-4][0-9]{5}$'),
      successor text not null constraint gemeinde_nachfolge_successor check (successor ~ '^[1-4][0-9]{5}$'),
      since date not null,
      constraint gemeinde_nachfolge_other check (successor <> gkz)
    );

    -- Only while an import says its number; of several changes of a row the first knows how it was.
    create function note_registry_change() returns trigger language plpgsql as $$
    declare
      import bigint := nullif(current_setting('stichtag.registry_import', true), '')::bigint;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
      named jsonb := coalesce(after, before);
    begin
      if import is null or before is not distinct from after then
        return null;
      end if;
      insert into registry_change as known (import_id, table_name, key, valid_from, was, became)
        values (import, tg_table_name, named ->> tg_argv[0], coalesce((named ->> tg_argv[1])::date, '-infinity'), before, after)
        on conflict (import_id, table_name, key, valid_from) do update set became = excluded.became;
      return null;
    end $$;

    -- The list that named an address, and the one that ended it.
    alter table contact.address
      add column import_id bigint references registry_import,
      add column ended_by bigint references registry_import;
    create index address_by_import on contact.address (import_id);
    create index address_by_end on contact.address (ended_by);
  `.execute(db)
  for (const { table, key, since } of tables)
    await sql
      .raw(
        `create trigger ${table}_noted after insert or update or delete on ${table}
          for each row execute function note_registry_change('${key}', '${since}')`,
      )
      .execute(db)
}
