import { listed, listVariables } from '../../analysis/panel/list-variables.ts'
import { panelCodebook, panelCodebookColumns } from '../../analysis/panel/panel-codebook.ts'
import { panelColumns, panelRows } from '../../analysis/panel/panel-rows.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { type ExportFile, exportFiles } from '../export/files.ts'
import { type Origin, originOf } from '../export/origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Row, Table } from '../export/table.ts'
import type { Forms } from '../forms/form.ts'
import { loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'

interface WantedPanel {
  waves: readonly string[]
  /** All that can be compared where none is named. */
  variables?: readonly string[]
  state?: number
}

/** Units × waves with what was asked and what is computed from it, and the codebook of both. */
export async function panelTables(
  context: Database,
  forms: Forms,
  { waves, variables: names, state: wanted }: WantedPanel,
): Promise<{ tables: Table[]; origin: Origin }> {
  const { rules, continues, surveys, variable } = await openWaves(context.db, forms, waves)
  const variables = names === undefined ? listVariables(surveys, rules.declared, continues) : names.map(variable)
  const { panel, units, snapshot } = await loadPanel(context, surveys, surveys, variables, wanted)
  const { state } = snapshot
  const invented = new Set(surveys.filter(({ synthetic }) => synthetic).map(({ wave }) => wave))
  const origin = { waves: surveys.map(originOf), state }
  const table = (file: ExportFile, columns: Table['columns'], make: () => Iterable<Row>): Table => ({
    file,
    name: `${waves.join('_')}${exportFiles[file].ending}`,
    columns,
    rows: rowsOfList(columns, make),
    origin,
  })
  const book = panelCodebook(variables.map((variable) => listed(variable, surveys, continues)))
  const tables = [
    table('panel', panelColumns(variables, unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde'].key), () =>
      panelRows(panel, units, variables, { isSynthetic: (wave) => invented.has(wave), state }),
    ),
    table('panel-codebuch', panelCodebookColumns, () =>
      book.map((row) => panelCodebookColumns.map(({ name }) => row[name] || null)),
    ),
  ]
  return { tables, origin }
}
