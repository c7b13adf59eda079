import { sql } from 'kysely'
import type { Db } from '../../server/database/database.ts'
import { setGrants } from '../../server/database/roles/set-grants.ts'
import { idsOf, laender, laenderOn, servers } from './country.ts'

/** So many numbers of states are between two of one server: no two servers draw the same. */
export const stride = 16

/** Who reads all servers. */
export interface Reader {
  role: string
  password: string
}

/**
 * What a server gets beside all that each Stichtag has: it refuses rows of other Länder, its numbers are its own, and a role may read
 * from it and write nothing. The reference holds all Länder, which is `place` 0.
 */
export async function layOutServer(
  db: Db,
  place: number,
  { role, password }: Reader,
  application: string,
): Promise<void> {
  const { from, below } = idsOf(place)
  const own = (place === 0 ? laender : laenderOn(place)).map(({ key }) => `'${key}'`).join(', ')
  const lands = laender.map(({ key, firstKreis }) => `when region >= '${firstKreis}' then '${key}'`).reverse()
  const statements = `
    update database_id set id = gen_random_uuid();
    create schema forschung;
    -- The Land of a key; what belongs to the whole republic goes with the last server.
    create function forschung.land_of(region text) returns text language sql immutable as $$
      select case when region = 'DG' then '16' ${lands.join(' ')} else '08' end
    $$;
    create view forschung.observation as
      select forschung.land_of(region) as land, series_id, batch_id, starts, value, region, missing, uncertain
      from observation;
    alter table observation add constraint observation_of_here check (forschung.land_of(region) in (${own}));
    alter table participant add constraint participant_of_here check (forschung.land_of(gkz) in (${own}));
    alter sequence data_state_number increment by ${stride} restart with ${stride + place};

    -- Who reads all servers asks each for its newest state, and tells it the highest of all: no server draws a number up to that
    -- afterwards, so a state that was told stays what it is.
    create function forschung.settle_data_state(at_least bigint) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      newest bigint := newest_data_state();
      reached bigint := at_least - (at_least - ${place}) % ${stride};
    begin
      if reached > (select last_value from data_state_number) then
        perform setval('data_state_number', reached);
      end if;
      return newest;
    end $$;

    create role ${role} login password '${password}' connection limit 20;
    -- As the program's own connections are; and who reads, reads to the end.
    alter role ${role} set jit = off;
    alter role ${role} set random_page_cost = 1.1;
    alter role ${role} set cursor_tuple_fraction = 1;
    grant usage on schema public to ${role};
    grant usage on schema forschung to ${role}, ${application};
    grant select on all tables in schema public, forschung to ${role};
    grant select on forschung.observation to ${application};
    revoke execute on function forschung.settle_data_state(bigint) from public;
    grant execute on function forschung.settle_data_state(bigint) to ${role}`
  await sql.raw(statements).execute(db)
  if (place > 0) await numberFrom(db, from, below)
}

/** What people are asked and answer has numbers that no other server gives. */
async function numberFrom(db: Db, from: number, below: number): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES' and data_type = 'bigint'`.execute(db)
  for (const { table, column } of rows)
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)}
      set maxvalue ${sql.lit(below - 1)} restart with ${sql.lit(from + 500_000_000)}`.execute(db)
}

/** What belongs to whoever uses the database that it lies in, and not to the data. */
const ofEachDatabase = ['access_code', 'audit', 'erasure', 'letter_code', 'paper_return', 'session']

export interface Address extends Reader {
  place: number
  url: string
}

/** What reads all servers: a Stichtag whose large tables lie on the others, and whose small ones are copies. */
export async function layOutCoordinator(db: Db, addresses: readonly Address[], application: string): Promise<void> {
  await sql`create extension postgres_fdw; create extension dblink; create schema forschung`.execute(db)
  for (const one of addresses) await connect(db, one, application)
  for (const { table, key } of [
    { table: 'participant', key: 'id' },
    { table: 'submission', key: 'participant_id' },
  ])
    await divide(db, table, `range (${key})`, {
      from: `public.${table}`,
      part: (place) => `from (${idsOf(place).from}) to (${idsOf(place).below})`,
    })
  await divide(db, 'observation', 'list (land)', {
    columns: 'land text, like observation',
    from: 'forschung.observation',
    // Who asks for thousands of Kommunen would otherwise ask a server a dozen times what that would cost.
    options: `, use_remote_estimate 'false'`,
    part: (place) =>
      `in (${laenderOn(place)
        .map(({ key }) => `'${key}'`)
        .join(', ')})`,
  })
  await sql`create view forschung.observation as select * from observation`.execute(db)
  for (const table of await smallTables(db)) await extend(db, table)
  await keepStates(db)
  await setGrants(db, application)
  await sql`
    grant usage on schema forschung to ${sql.id(application)};
    grant select on forschung.observation to ${sql.id(application)}`.execute(db)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  for (const setting of ['enable_partitionwise_aggregate', 'enable_partitionwise_join'])
    await sql`alter database ${sql.id(rows[0]?.name ?? '')} set ${sql.id(setting)} = on`.execute(db)
}

/**
 * Servers are asked one after the other: asked at once (`async_capable`), a statement that reads one of them twice over the same
 * connection waits for ever once there is more than it fetches at a time.
 */
async function connect(db: Db, { place, url, role: user, password }: Address, application: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  await sql
    .raw(`
    create server land_${place} foreign data wrapper postgres_fdw options (
      host '${hostname}', port '${port}', dbname '${pathname.slice(1)}', sslmode 'disable', connect_timeout '3', updatable 'false',
      use_remote_estimate 'true', fetch_size '5000')`)
    .execute(db)
  for (const role of ['current_user', application])
    await sql
      .raw(`create user mapping for ${role} server land_${place} options (user '${user}', password '${password}')`)
      .execute(db)
}

interface Parts {
  columns?: string
  /** Where it lies on a server. */
  from: string
  options?: string
  part(place: number): string
}

/** A table that lies on the servers. Nothing of the coordinator can refer to its rows. */
async function divide(
  db: Db,
  table: string,
  by: string,
  { columns = `like ${table}`, from, options = '', part }: Parts,
) {
  const [schema, name] = from.split('.')
  await sql
    .raw(`
    create table divided (${columns}) partition by ${by};
    drop table ${table} cascade;
    alter table divided rename to ${table}`)
    .execute(db)
  for (const place of servers)
    await sql
      .raw(`create foreign table ${table}_${place} partition of ${table} for values ${part(place)}
        server land_${place} options (schema_name '${schema}', table_name '${name}'${options})`)
      .execute(db)
}

/** Tables below a participant with few rows: functions know their rows by type, so they stay and are added to. */
async function smallTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and c.relname <> all(${ofEachDatabase}::text[])
    order by c.relname`.execute(db)
  return rows.map(({ name }) => name)
}

async function extend(db: Db, table: string): Promise<void> {
  for (const place of servers)
    await sql
      .raw(`create foreign table ${table}_${place} () inherits (${table}) server land_${place}
        options (schema_name 'public', table_name '${table}')`)
      .execute(db)
}

/** The states of all servers as those of one: the newest is the highest that each of them has come to. */
async function keepStates(db: Db): Promise<void> {
  await sql`create table state_of_server (number bigint, at timestamptz, what text)`.execute(db)
  for (const place of servers)
    await sql
      .raw(`create foreign table state_of_server_${place} () inherits (state_of_server) server land_${place}
        options (schema_name 'public', table_name 'data_state')`)
      .execute(db)
  await sql`
    create or replace function newest_data_state() returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      settled bigint;
      highest bigint;
      ask text := 'select forschung.settle_data_state(%s)';
      one name;
    begin
      perform pg_advisory_xact_lock(hashtext('data state'));
      settled := coalesce((select max(number) from data_state), 0);
      highest := settled;
      for one in select srvname from pg_foreign_server order by srvname loop
        highest := greatest(highest, (select number from dblink(one, format(ask, 0)) as told (number bigint)));
      end loop;
      if highest > settled then
        for one in select srvname from pg_foreign_server order by srvname loop
          perform from dblink(one, format(ask, highest)) as told (number bigint);
        end loop;
        insert into data_state (number, at, what)
          select number, at, what from state_of_server where number > settled and number <= highest;
      end if;
      return highest;
    end $$`.execute(db)
}
