import type { Pool } from 'pg'
import { remarkColumns } from '../../surveys/codebook/remark-columns.ts'
import { type ExportFile, exportFiles } from '../export/files.ts'
import type { ExportedWave } from '../export/origin.ts'
import { rowsOfRead } from '../export/rows-of-list.ts'
import { rowsOfQuery } from '../export/rows-of-query.ts'
import type { Table } from '../export/table.ts'
import { waveTables } from '../export/wave-tables.ts'
import { answeredUnits } from '../store/answered-units.ts'
import { readUnits } from '../store/panel-units.ts'
import { justificationsQuery } from '../store/remarks-query.ts'
import { gapColumns, gapRows } from './gap-rows.ts'
import { responseColumns, responseRows } from './response-rows.ts'

/** The tables of a wave in a state of the data: those of an export, what was given, and how complete it is. */
export async function waveParts(pool: Pool, exported: ExportedWave, wanted: number | undefined) {
  const { wave, instrument, synthetic: invented } = exported
  const tables = await waveTables(pool, exported, wanted === undefined ? {} : { state: wanted })
  const { origin } = tables.antworten
  const { state } = origin
  const { antworten: collected } = await waveTables(pool, exported, { state, values: 'collected' })
  const table = (file: ExportFile, of: Pick<Table, 'columns' | 'rows'>): Table => ({
    file,
    name: `${wave}${exportFiles[file].ending}`,
    origin,
    ...of,
  })
  const remarks = remarkColumns(instrument)
  const used = { state, values: 'amended' } as const
  const readResponse = async () => {
    const [units, answered] = await Promise.all([readUnits(pool, [wave], used), answeredUnits(pool, wave, used)])
    const who = new Set(answered.map(({ unit }) => unit))
    return responseRows({ wave, unit: instrument.unit, units, answered: who, invented, state })
  }
  return {
    ...tables,
    erhoben: collected,
    begruendungen: table('begruendungen', {
      columns: remarks,
      rows: rowsOfQuery(pool, justificationsQuery(wave, instrument, state), remarks),
    }),
    ruecklauf: table('ruecklauf', { columns: responseColumns, rows: rowsOfRead(responseColumns, readResponse) }),
    ausfaelle: table('ausfaelle', {
      columns: gapColumns,
      rows: rowsOfRead(gapColumns, () => gapRows(tables.antworten)),
    }),
  }
}
