import { listed, listVariables } from '../../analysis/panel/list-variables.ts'
import { panelCodebook, panelCodebookColumns } from '../../analysis/panel/panel-codebook.ts'
import { panelColumns, panelRows } from '../../analysis/panel/panel-rows.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { answersFile } from '../../surveys/codebook/values-used.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { amendmentRows } from '../export/amendment-rows.ts'
import { type ExportFile, exportFiles } from '../export/files.ts'
import type { Origin } from '../export/origin.ts'
import { readOrigin } from '../export/read-origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Row, Table } from '../export/table.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'

interface WantedPanel extends WantedData {
  waves: readonly string[]
  /** All that can be compared where none is named. */
  variables?: readonly string[]
}

interface PanelTables {
  tables: Table[]
  origin: Origin & Required<Pick<Origin, 'values'>>
  /** Who was asked in one of the waves. */
  units: readonly PanelUnit[]
  /** Columns with administrative figures. */
  official: readonly string[]
}

/** Units × waves with what was asked and what is computed from it, and the codebook of both. */
export async function panelTables(
  context: Database,
  forms: Forms,
  { waves, variables: names, ...data }: WantedPanel,
): Promise<PanelTables> {
  const { rules, continues, surveys, variable } = await openWaves(context.db, forms, waves)
  const variables = names === undefined ? listVariables(surveys, rules.declared, continues) : names.map(variable)
  const { panel, units, snapshot } = await loadPanel(context, surveys, surveys, variables, data)
  const { state, values } = snapshot
  const invented = new Set(surveys.filter(({ synthetic }) => synthetic).map(({ wave }) => wave))
  const joined = waves.join('_')
  const origin = await readOrigin(context.pool, surveys, { state, values })
  const table = (file: ExportFile, of: Pick<Table, 'columns' | 'rows'>): Table => ({
    file,
    name: file === 'panel' ? answersFile(joined, values) : `${joined}${exportFiles[file].ending}`,
    origin,
    ...of,
  })
  const ofList = (columns: Table['columns'], make: () => Iterable<Row>) => ({
    columns,
    rows: rowsOfList(columns, make),
  })
  const book = panelCodebook(variables.map((variable) => listed(variable, surveys, continues)))
  const tables = [
    table(
      'panel',
      ofList(panelColumns(variables, unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde'].key), () =>
        panelRows(panel, units, variables, { isSynthetic: (wave) => invented.has(wave), state, values }),
      ),
    ),
    table(
      'panel-codebuch',
      ofList(panelCodebookColumns, () => book.map((row) => panelCodebookColumns.map(({ name }) => row[name] || null))),
    ),
    table('korrekturen', amendmentRows(context.pool, surveys, state)),
  ]
  const official = variables.flatMap(({ name, indicator }) => (indicator === undefined ? [] : [name]))
  return { tables, origin, units, official }
}
