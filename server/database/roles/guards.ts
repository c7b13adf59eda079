import { sql } from 'kysely'
import type { Db } from '../database.ts'

/**
 * What triggers do looks at the true tables: without a path of its own it would look among the temporary tables of a session first,
 * and whoever makes one named `erasure` there could change what is never changed, without leaving a mark.
 */
const path = 'pg_catalog, public, pg_temp'

/** The functions that have none. Those in SQL only read, and are planned as a part of who asks. */
export async function openGuards(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where l.lanname = 'plpgsql' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not coalesce(p.proconfig, '{}') @> array[${`search_path=${path}`}]
      and not exists (select from pg_depend x where x.classid = 'pg_proc'::regclass and x.objid = p.oid and x.deptype = 'e')
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

export async function closeGuards(db: Db): Promise<void> {
  for (const name of await openGuards(db)) await sql.raw(`alter function ${name} set search_path = ${path}`).execute(db)
}
