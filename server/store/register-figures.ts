import type { Pool } from 'pg'
import type { Period } from '../../analysis/sources/period.ts'
import { prepared } from './prepared.ts'

interface FigureRow extends Period {
  indicator: string
  value: number
  source: string
}

/**
 * Of each time the figure of the latest import counts; of all times the one whose end is closest to the day, and of two that are
 * as close the later.
 */
const find = prepared<[region: string, indicators: string[], day: string | null], FigureRow>(
  'register_figures',
  `select distinct on (indicator) indicator, start, months, value, source
   from (
     select distinct on (s.id, o.starts) s.indicator, o.starts as start, s.months, o.value, b.source,
       (o.starts + make_interval(months => s.months))::date as ends
     from series s join observation o on o.series_id = s.id join import_batch b on b.id = o.batch_id
     where s.indicator = any($2) and s.breakdown = '' and o.region = $1 and b.undone_state is null
     order by s.id, o.starts, o.batch_id desc
   ) known
   where value is not null
   order by indicator, abs(ends - coalesce($3::date, current_date)), ends desc`,
)

/** The figures of some indicators on a Kommune, for the time closest to a day, by the codes of the indicators. */
export async function registerFigures(
  pool: Pool,
  gkz: string,
  indicators: readonly string[],
  day: string | null,
): Promise<ReadonlyMap<string, FigureRow>> {
  const rows = await find(pool, gkz, [...indicators], day)
  return new Map(rows.map((row) => [row.indicator, row]))
}
