import { qualificationColumns, qualificationRows } from '../../analysis/report/print/qualification-rows.ts'
import { synthetic } from '../../surveys/codebook/described-column.ts'
import type { QualificationsOn } from '../evaluation/qualifications.ts'
import type { Origin } from './origin.ts'
import { rowsOfList } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

/** How persons are qualified, of all and by Kreis, as a file. */
export function qualificationsTable({ day, told, ...about }: QualificationsOn, origin: Origin): Table {
  const rows = qualificationRows(day, told).map((row): Row => {
    const cells: Readonly<Record<string, string | number | null>> = {
      ...row,
      [synthetic.name]: about.synthetic ? 1 : 0,
    }
    return qualificationColumns.map(({ name }) => cells[name] ?? null)
  })
  return {
    file: 'qualifikation',
    name: `qualifikation-${day}`,
    columns: qualificationColumns,
    rows: rowsOfList(qualificationColumns, () => rows),
    origin,
  }
}
