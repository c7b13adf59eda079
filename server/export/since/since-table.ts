import type { Pool } from 'pg'
import { type DescribedColumn, dataState } from '../../../surveys/codebook/described-column.ts'
import { unitKinds } from '../../../surveys/compile/unit-kinds.ts'
import { InputError } from '../../errors/input-error.ts'
import type { WantedData } from '../../store/panel-answers.ts'
import { unitsTakenOut } from '../../store/taken-out.ts'
import { exportFiles } from '../files.ts'
import type { ExportedWave } from '../origin.ts'
import { rowsOfRead } from '../rows-of-list.ts'
import type { Row, Table } from '../table.ts'
import { waveTables } from '../wave-tables.ts'
import { changesBetween, kindsOfChange } from './changes-between.ts'

interface Wanted extends WantedData {
  since: number
  account?: number | undefined
}

const leading: readonly DescribedColumn[] = [
  { name: 'aenderung', label: 'Was seit dem früheren Datenstand geschah', type: 'code', values: kindsOfChange },
  {
    name: 'stand',
    label: 'Ob die Zeile vorher galt oder jetzt gilt',
    type: 'code',
    values: [
      { code: 'vorher', label: 'im früheren Datenstand' },
      { code: 'jetzt', label: 'im Datenstand der Datei' },
    ],
  },
  { name: 'geaendert', label: 'Spalten, die sich unterscheiden', type: 'code' },
]

/**
 * Whoever is different in the state of the file than in an earlier one: a row as it was and a row as it is, with the columns of the
 * file of answers. Of what was erased there is no row as it was.
 */
export async function sinceTable(
  pool: Pool,
  exported: ExportedWave,
  { since, account, ...data }: Wanted,
): Promise<Table> {
  const { antworten: now } = await waveTables(pool, exported, { ...data, account })
  const { origin } = now
  if (since >= origin.state)
    throw new InputError(`Der Datenstand ${since} liegt nicht vor ${origin.state}: Seitdem ist nichts geschehen.`)
  const { antworten: before } = await waveTables(pool, exported, { ...data, state: since, account })
  const columns = [...leading, ...now.columns]
  const key = columns.findIndex(({ name }) => name === unitKinds[exported.instrument.unit].key) - leading.length
  const state = now.columns.findIndex(({ name }) => name === dataState.name)
  return {
    file: 'seit',
    name: `${now.name}${exportFiles.seit.ending}-${since}`,
    columns,
    rows: rowsOfRead(columns, async () => {
      const takenOut = await unitsTakenOut(pool, exported.wave, since, account)
      const rows = { earlier: await all(before), later: await all(now) }
      return changesBetween(rows, { key, ignored: state, columns: now.columns, takenOut })
    }),
    origin: { ...origin, since, ...(before.origin.madeAgain && { madeAgain: before.origin.madeAgain }) },
  }
}

async function all({ rows }: Table): Promise<Row[]> {
  const found: Row[] = []
  for await (const some of rows.typed()) found.push(...some)
  return found
}
