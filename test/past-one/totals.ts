import type { Pool } from 'pg'

/** Sums as numbers that know no rounding, or as they should not be made. */
type Adding = 'exact' | 'float'

const added = (adding: Adding) => (adding === 'exact' ? 'value::numeric' : 'value')

/**
 * What all Kommunen have together, by month, in two steps: each server adds up its Länder, what comes of that is added up here. The
 * Land is what the rows are divided by, so the first step can be done where they are.
 */
export const inTwoSteps = (adding: Adding = 'exact') => `
  select starts::text, sum(part)::text as total, sum(known)::integer as known
  from (
    select land, starts, sum(${added(adding)}) as part, count(value) as known
    from forschung.observation where series_id = any($1) group by land, starts
  ) of_land
  group by starts order by starts`

/** The same in one, as one server can do it. */
export const inOneStep = (adding: Adding = 'exact') => `
  select starts::text, sum(${added(adding)})::text as total, count(value)::integer as known
  from observation where series_id = any($1) group by starts order by starts`

/** By Land, which the servers do alone. */
export const byLand = `
  select land, starts::text, sum(value::numeric)::text as total, count(value)::integer as known
  from forschung.observation where series_id = any($1) group by land, starts order by land, starts`

export async function totals(pool: Pool, query: string, series: readonly number[]): Promise<unknown> {
  return (await pool.query(query, [[...series]])).rows
}
