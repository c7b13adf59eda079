import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Into what an indicator is divided, in figures that counted in a state. */
export async function breakdownsWithFigures(db: Db, indicator: string, state: number): Promise<string[]> {
  const { rows } = await sql<{ breakdown: string }>`
    select distinct breakdown from series s where indicator = ${indicator} and breakdown <> ''
      and exists (select from observation where series_id = s.id
        and batch_id = any(array(select id from import_batch b where counts_in(b, ${state}))))
    order by breakdown`.execute(db)
  return rows.map(({ breakdown }) => breakdown)
}
