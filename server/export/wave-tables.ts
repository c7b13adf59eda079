import type { Pool } from 'pg'
import { codebook, codebookColumns } from '../../surveys/codebook/codebook.ts'
import { describedColumns } from '../../surveys/codebook/describe-columns.ts'
import { remarkColumns } from '../../surveys/codebook/remark-columns.ts'
import { answersQuery } from '../store/answers-query.ts'
import { readSnapshot } from '../store/panel-answers.ts'
import { remarksQuery } from '../store/remarks-query.ts'
import { aroundRows } from './around-rows.ts'
import { exportFiles, type WaveFile } from './files.ts'
import { type ExportedWave, originOf } from './origin.ts'
import { rowsOfList } from './rows-of-list.ts'
import { rowsOfQuery } from './rows-of-query.ts'
import type { Table } from './table.ts'

/** What leaves of a wave, now or in an earlier state of the data. */
export async function waveTables(
  pool: Pool,
  exported: ExportedWave,
  wanted?: number,
  /** Whose file it is: it holds the units that the account works for. */
  account?: number,
): Promise<Record<WaveFile, Table>> {
  const { state } = await readSnapshot(pool, wanted)
  const { wave, instrument } = exported
  const table = (file: WaveFile, of: Pick<Table, 'columns' | 'rows'>): Table => ({
    file,
    name: `${wave}${exportFiles[file].ending}`,
    origin: { waves: [originOf(exported)], state },
    ...of,
  })
  const ofQuery = (columns: Table['columns'], query: string) => ({ columns, rows: rowsOfQuery(pool, query, columns) })
  return {
    antworten: table(
      'antworten',
      ofQuery(describedColumns(instrument), answersQuery(wave, instrument, state, account)),
    ),
    anmerkungen: table(
      'anmerkungen',
      ofQuery(remarkColumns(instrument), remarksQuery(wave, instrument, state, account)),
    ),
    codebuch: table('codebuch', {
      columns: codebookColumns,
      rows: rowsOfList(codebookColumns, () =>
        codebook(instrument).map((row) => codebookColumns.map(({ name }) => row[name] || null)),
      ),
    }),
    umfeld: table('umfeld', aroundRows(pool, exported, state, account)),
  }
}
