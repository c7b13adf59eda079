import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Into what an indicator is divided, in figures that count. */
export async function breakdownsWithFigures(db: Db, indicator: string): Promise<string[]> {
  const { rows } = await sql<{ breakdown: string }>`
    select distinct breakdown from series s where indicator = ${indicator} and breakdown <> ''
      and exists (select from observation o where o.series_id = s.id and o.superseded_by is null)
    order by breakdown`.execute(db)
  return rows.map(({ breakdown }) => breakdown)
}
