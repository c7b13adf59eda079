import type { Pool } from 'pg'
import type { Period } from '../../analysis/sources/period.ts'
import { prepared } from './prepared.ts'

interface FigureRow extends Period {
  region: string
  indicator: string
  value: number
  source: string
}

/**
 * Of each time the figure of the latest import counts that counts in a state of the data, or else now; of all times the one whose
 * end is closest to the day, and of two that are as close the later. Without a day it is that of the state, or today.
 */
const find = prepared<[regions: string[], indicators: string[], day: string | null, state: number | null], FigureRow>(
  'register_figures',
  `select distinct on (region, indicator) region, indicator, start, months, value, source
   from (
     select distinct on (o.region, s.id, o.starts) o.region, s.indicator, o.starts as start, s.months, o.value, b.source,
       (o.starts + make_interval(months => s.months))::date as ends
     from series s join observation o on o.series_id = s.id join import_batch b on b.id = o.batch_id
     where o.series_id = any(array(select id from series where indicator = any($2) and breakdown = '')) and o.region = any($1)
       and case when $4::bigint is null then b.undone_state is null else counts_in(b, $4) end
     order by o.region, s.id, o.starts, o.batch_id desc
   ) known
   where value is not null
   order by region, indicator, abs(ends - coalesce($3::date,
     (select (max(at) at time zone 'Europe/Berlin')::date from data_state where number <= $4), current_date)), ends desc`,
)

/** Which figures count: those closest to a day, in a state of the data or else now. */
export interface FiguresWanted {
  stichtag: string | null
  state?: number
}

/** The figures of some indicators on Kommunen, for the time closest to a day: by Kommune and by the code of the indicator. */
export async function registerFigures(
  pool: Pool,
  kommunen: readonly string[],
  indicators: readonly string[],
  { stichtag, state }: FiguresWanted,
): Promise<ReadonlyMap<string, ReadonlyMap<string, FigureRow>>> {
  const found = new Map<string, Map<string, FigureRow>>()
  if (indicators.length === 0) return found
  for (const row of await find(pool, [...kommunen], [...indicators], stichtag, state ?? null)) {
    const own = found.get(row.region) ?? new Map<string, FigureRow>()
    found.set(row.region, own.set(row.indicator, row))
  }
  return found
}
