import type { Pool } from 'pg'
import { amendmentColumns } from '../../surveys/codebook/amendment-columns.ts'
import { amendmentReasons, amendmentSources } from '../amendments/grounds.ts'
import { amendmentsQuery } from '../store/amendments-query.ts'
import type { ExportedWave } from './origin.ts'
import { rowsOfQuery } from './rows-of-query.ts'
import type { Table } from './table.ts'

/** What the office amended in some waves, all asked of the same kind of unit. */
export function amendmentRows(
  pool: Pool,
  waves: readonly Pick<ExportedWave, 'wave' | 'instrument'>[],
  state: number,
  account?: number,
): Pick<Table, 'columns' | 'rows'> {
  const unit = waves[0]?.instrument.unit ?? 'gemeinde'
  const columns = amendmentColumns({ unit }, { reasons: listed(amendmentReasons), sources: listed(amendmentSources) })
  return { columns, rows: rowsOfQuery(pool, amendmentsQuery(waves, state, account), columns) }
}

const listed = (grounds: Readonly<Record<string, { label: string }>>) =>
  Object.entries(grounds).map(([code, { label }]) => ({ code, label }))
