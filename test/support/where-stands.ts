import { sql } from 'kysely'
import type { Db } from '../../server/database/database.ts'

/** The tables in which a text stands in any column, as `schema.table`: all that the database's own catalogue knows. */
export async function whereStands(db: Db, text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
    order by 1, 2`.execute(db)
  const found: string[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ there: boolean }>`
      select exists (select from ${sql.id(schema, name)} t where position(${text} in t::text) > 0) as there`.execute(db)
    if (rows[0]?.there) found.push(`${schema}.${name}`)
  }
  return found
}
