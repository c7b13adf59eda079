import { changesColumns } from '../../analysis/report/print/changes-columns.ts'
import { changesRows } from '../../analysis/report/print/changes-rows.ts'
import { dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import type { ChangesOfWave } from '../evaluation/changes-of-wave.ts'
import { exportFiles } from './files.ts'
import type { Origin } from './origin.ts'
import { rowsOfList } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

/** What the corrections of a wave made of its totals, as a file. */
export function changesTable({ survey, state, told }: ChangesOfWave, origin: Origin): Table {
  const { wave } = survey
  const every = { welle: wave, [synthetic.name]: survey.synthetic ? 1 : 0, [dataState.name]: state }
  const rows = changesRows(told).map((row): Row => {
    const cells: Readonly<Record<string, string | number | null>> = { ...row, ...every }
    return changesColumns.map(({ name }) => cells[name] ?? null)
  })
  return {
    file: 'geaendert',
    name: `${wave}${exportFiles.geaendert.ending}`,
    columns: changesColumns,
    rows: rowsOfList(changesColumns, () => rows),
    origin,
  }
}
