import type { Pool } from 'pg'
import { methods as allMethods, type Method } from '../../analysis/imputation/method.ts'
import { codebook, codebookColumns } from '../../surveys/codebook/codebook.ts'
import { describedColumns } from '../../surveys/codebook/describe-columns.ts'
import { remarkColumns } from '../../surveys/codebook/remark-columns.ts'
import { answersFile } from '../../surveys/codebook/values-used.ts'
import { loadConcepts } from '../../surveys/concordance/load-concepts.ts'
import { answersQuery } from '../store/answers-query.ts'
import { readSnapshot, type WantedData } from '../store/panel-answers.ts'
import { remarksQuery } from '../store/remarks-query.ts'
import { amendmentRows } from './amendment-rows.ts'
import { aroundRows } from './around-rows.ts'
import { completionRows } from './completion-rows.ts'
import { exportFiles, type WaveFile } from './files.ts'
import type { ExportedWave } from './origin.ts'
import { readOrigin } from './read-origin.ts'
import { rowsOfList } from './rows-of-list.ts'
import { rowsOfQuery } from './rows-of-query.ts'
import type { Table } from './table.ts'

/** The files that differ between values that were given and those that are used: both lie beside each other. */
const ofValues: ReadonlySet<WaveFile> = new Set(['antworten', 'umfeld', 'ergaenzungen'])

interface WantedTables extends WantedData {
  /** Whose files they are: they hold the units that the account works for. */
  account?: number | undefined
  /** How missing numbers are put in. */
  methods?: readonly Method[]
}

/** What leaves of a wave, now or in an earlier state of the data. */
export async function waveTables(
  pool: Pool,
  exported: ExportedWave,
  { account, methods = allMethods, ...wanted }: WantedTables = {},
): Promise<Record<WaveFile, Table>> {
  const { state, values } = await readSnapshot(pool, wanted.state, wanted.values)
  const origin = await readOrigin(pool, [exported], { state, values })
  const { wave, instrument } = exported
  const concepts = await loadConcepts(instrument)
  const table = (file: WaveFile, of: Pick<Table, 'columns' | 'rows'>): Table => ({
    file,
    name: `${ofValues.has(file) ? answersFile(wave, values) : wave}${exportFiles[file].ending}`,
    origin,
    ...of,
  })
  const ofQuery = (columns: Table['columns'], query: string) => ({ columns, rows: rowsOfQuery(pool, query, columns) })
  return {
    antworten: table(
      'antworten',
      ofQuery(describedColumns(instrument, concepts), answersQuery(wave, instrument, { state, values }, account)),
    ),
    anmerkungen: table(
      'anmerkungen',
      ofQuery(remarkColumns(instrument), remarksQuery(wave, instrument, state, account)),
    ),
    codebuch: table('codebuch', {
      columns: codebookColumns,
      rows: rowsOfList(codebookColumns, () =>
        codebook(instrument, concepts).map((row) => codebookColumns.map(({ name }) => row[name] || null)),
      ),
    }),
    umfeld: table('umfeld', aroundRows(pool, exported, { state, values }, account)),
    korrekturen: table('korrekturen', amendmentRows(pool, [exported], state, account)),
    ergaenzungen: table('ergaenzungen', completionRows(pool, exported, { methods, account }, { state, values })),
  }
}
