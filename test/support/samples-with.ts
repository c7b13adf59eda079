import type { ClientBase, Pool } from 'pg'

/** The columns of which the planner keeps samples that say one of these texts. */
export async function samplesWith(client: Pool | ClientBase, texts: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename || '.' || attname as name from pg_stats
     where concat(most_common_vals::text, histogram_bounds::text, most_common_elems::text) ilike any($1) order by 1`,
    [texts.map((text) => `%${text}%`)],
  )
  return rows.map(({ name }) => name)
}
