import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { wantedOn } from './grants.ts'

/** What a role may do with an object, however it came by it: by a grant, as everybody, or through another role. */
export interface Held {
  object: string
  may: string[]
}

/** What a role may do with all that is ours, with the names that GRANT has for it. */
export async function presentGrants(db: Db, role: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    with privilege as (
      select unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']
        || case when current_setting('server_version_num')::integer >= 170000 then array['MAINTAIN'] else '{}' end) as name
    ), relation as (
      select c.oid, c.relkind, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
    )
    select 'table ' || r.name as object, array(
        select lower(p.name) from privilege p where has_table_privilege(${role}, r.oid, p.name)
        union all
        select lower(p.name) || '(' || a.attname || ')' from privilege p, pg_attribute a
        where p.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and a.attrelid = r.oid and a.attnum > 0
          and not a.attisdropped and not has_table_privilege(${role}, r.oid, p.name)
          and has_column_privilege(${role}, r.oid, a.attnum, p.name)
      ) as may
    from relation r where r.relkind <> 'S'
    union all
    select 'sequence ' || r.name, array(select lower(name) from unnest(array['SELECT', 'USAGE', 'UPDATE']) p (name)
      where has_sequence_privilege(${role}, r.oid, name)) from relation r where r.relkind = 'S'
    union all
    select format('schema %I', n.nspname), array(select lower(name) from unnest(array['USAGE', 'CREATE']) p (name)
      where has_schema_privilege(${role}, n.oid, name))
    from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select format('database %I', current_database()),
      array(select lower(name) from unnest(array['CONNECT', 'TEMPORARY', 'CREATE']) p (name)
        where has_database_privilege(${role}, current_database(), name))
    order by 1`.execute(db)
  return rows
}

/** An object on which a role may do less than it has to, or more. */
export interface Difference {
  object: string
  missing: string[]
  excess: string[]
}

export function differences(held: readonly Held[]): Difference[] {
  return held
    .map(({ object, may }) => ({
      object,
      missing: wantedOn(object).filter((one) => !may.includes(one)),
      excess: may.filter((one) => !wantedOn(object).includes(one)),
    }))
    .filter(({ missing, excess }) => missing.length + excess.length > 0)
}
