import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** The wave of a survey whose Stichtag lies in a year, where there is one that is no trial. */
export async function waveOfYear(db: Db, survey: string, year: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from wave where survey = ${survey} and not test and extract(year from stichtag) = ${year}
    order by stichtag desc, id limit 1`.execute(db)
  return rows[0]?.id
}
