import type { Format } from '../../server/export/formats/format.ts'
import { rowsOfList } from '../../server/export/rows-of-list.ts'
import type { Table } from '../../server/export/table.ts'
import { writeTable } from '../../server/export/write-table.ts'
import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import type { DrawnTable } from './drawn-table.ts'

const wave = { wave: 'welle', survey: 'umfrage', version: '2.0.0', hash: 'f'.repeat(64), stichtag: '2026-10-31' }

/** A table as it leaves, of a state of 1 November 2026. */
export const leavingTable = ({ columns, rows }: DrawnTable): Table => ({
  file: 'antworten',
  name: 'welle',
  columns,
  rows: rowsOfList(columns, () => rows),
  origin: {
    waves: [{ ...wave, synthetic: true }],
    state: 7,
    at: '2026-11-01T02:03:04.567Z',
    program: '9.8.7',
    values: 'amended',
  },
})

export const writeDrawn = (format: Format, drawn: DrawnTable, path: string) =>
  writeTable(format, leavingTable(drawn), path)

export const plainColumn = (name: string, type: DescribedColumn['type']): DescribedColumn => ({
  name,
  type,
  label: `„${name}“`,
})
