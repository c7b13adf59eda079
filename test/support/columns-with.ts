import { sql } from 'kysely'
import type { Db } from '../../server/database/database.ts'

/** The columns, as `schema.table.column`, that hold one of these texts, whatever their type; bytes are looked at as digits. */
export async function columnsWith(db: Db, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1, 2`.execute(db)
  const found: string[] = []
  for (const { table, column } of rows) {
    const { rows: there } = await sql<{ there: boolean }>`
      select exists (select from ${sql.table(table)} where ${sql.ref(column)}::text ilike any(
        ${texts.map((text) => `%${text}%`)}::text[])) as there`.execute(db)
    if (there[0]?.there) found.push(`${table}.${column}`)
  }
  return found
}
