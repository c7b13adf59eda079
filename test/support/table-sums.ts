import type { Pool } from 'pg'

/** A sum of each table's rows that shares nothing with ours: PostgreSQL's own text of every row, in the order of these texts. */
export async function tableSums(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  const sums: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as sum from ${name} t`,
    )
    sums[name] = found.rows[0]?.sum ?? ''
  }
  return sums
}

/** What guards the tables: triggers, keys and checks, each with its definition. */
export async function guards(pool: Pool): Promise<unknown[]> {
  const { rows } = await pool.query(`
    select tgrelid::regclass::text as of, pg_get_triggerdef(oid) as guard, tgenabled::text as state
    from pg_trigger where not tgisinternal
    union all select conrelid::regclass::text, pg_get_constraintdef(oid), convalidated::text from pg_constraint
    where connamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
    order by 1, 2`)
  return rows
}
