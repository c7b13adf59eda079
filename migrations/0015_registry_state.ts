import { type Kysely, sql } from 'kysely'

/** What of the registry a figure can depend on, and what names a row; numbers of persons change none. */
const tables = [
  { table: 'kreis', key: 'kreis', since: 'valid_from' },
  { table: 'gemeinde', key: 'gkz', since: 'valid_from' },
  { table: 'verbund', key: 'verbund', since: `'-infinity'` },
  { table: 'verbund_mitglied', key: 'gkz', since: 'valid_from' },
]

/**
 * A change of the registry draws a state: size classes, weights, Kreise and Verbünde come from it. Its tables hold what
 * is known now; `registry_past` holds what a row was until a state, and `gemeinde_in(state)` and its like give the rows
 * as of one. That is left to triggers, so that nothing can change a row without it; what changes nothing draws no number.
 * What is known by now belongs to every state, and so does what comes before anybody has been asked: there is no figure.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table data_state
      drop constraint data_state_what,
      add constraint data_state_what
        check (what in ('submission', 'import', 'undo', 'correction', 'coding', 'erasure', 'registry'));

    create table registry_past (
      table_name text not null,
      key text not null,
      valid_from date not null,
      until_state bigint not null references data_state,
      -- The row as it was; null where there was none.
      was jsonb,
      primary key (table_name, key, valid_from, until_state)
    );
    create trigger registry_past_append_only before update or delete on registry_past
      for each row execute function refuse_change();

    -- Who changes the registry waits for others who do, so that the order of states is that of the changes.
    create function take_registry_turn() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('registry'));
      return null;
    end $$;

    -- One for all changes of a transaction; null before anybody has been asked. Also then the lock is held, so that figures
    -- of whoever is asked meanwhile are told of the registry that this transaction leaves.
    create function registry_state() returns bigint language plpgsql as $$
    declare
      drawn bigint := nullif(current_setting('stichtag.registry_state', true), '')::bigint;
    begin
      perform pg_advisory_xact_lock_shared(hashtext('data state'));
      if drawn is null and exists (select from participant) then
        drawn := next_data_state('registry');
        perform set_config('stichtag.registry_state', drawn::text, true);
      end if;
      return drawn;
    end $$;

    create function keep_registry_past() returns trigger language plpgsql as $$
    declare
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
      state bigint;
    begin
      if before is not distinct from after then
        return null;
      end if;
      state := registry_state();
      -- Of several changes in a transaction the first one knows how it was before.
      insert into registry_past (table_name, key, valid_from, until_state, was)
        select tg_table_name, of ->> tg_argv[0], coalesce((of ->> 'valid_from')::date, '-infinity'), state, was
        from (values (before, before), (after, null)) as changed (of, was)
        where of is not null and state is not null
        on conflict do nothing;
      return null;
    end $$;
  `.execute(db)
  for (const { table, key, since } of tables) await keepPastOf(db, table, key, since)
}

async function keepPastOf(db: Kysely<unknown>, table: string, key: string, since: string): Promise<void> {
  await sql
    .raw(`
    create trigger ${table}_turn before insert or update or delete on ${table}
      for each statement execute function take_registry_turn();
    create trigger ${table}_past after insert or update or delete on ${table}
      for each row execute function keep_registry_past('${key}');

    create function ${table}_in(state bigint) returns setof ${table} language sql stable as $$
      select now.* from ${table} now where not exists (
        select from registry_past p
        where p.table_name = '${table}' and p.key = now.${key} and p.valid_from = ${since} and p.until_state > $1)
      union all
      select past.* from (
        select distinct on (key, valid_from) was from registry_past
        where table_name = '${table}' and until_state > $1
        order by key, valid_from, until_state
      ) p cross join lateral jsonb_populate_record(null::${table}, p.was) past
      where p.was is not null
    $$`)
    .execute(db)
}
