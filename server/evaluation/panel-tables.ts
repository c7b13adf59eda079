import { baseVariable } from '../../analysis/panel/base-variable.ts'
import { columnNotes, withNotes } from '../../analysis/panel/column-notes.ts'
import { listed, listVariables } from '../../analysis/panel/list-variables.ts'
import { panelCodebook, panelCodebookColumns } from '../../analysis/panel/panel-codebook.ts'
import { panelColumns, panelRows } from '../../analysis/panel/panel-rows.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { onlyWide, wideNames, widen, wideRows } from '../../analysis/panel/wide-panel.ts'
import { indicatorWords } from '../../analysis/report/provenance.ts'
import { answersFile } from '../../surveys/codebook/values-used.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { amendmentRows } from '../export/amendment-rows.ts'
import { type ExportFile, exportFiles } from '../export/files.ts'
import type { Origin } from '../export/origin.ts'
import { readOrigin } from '../export/read-origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Row, Table } from '../export/table.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { conceptsOfPanel } from './concepts-of-panel.ts'
import { loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'
import type { WaveSurvey } from './surveys.ts'

interface WantedPanel extends WantedData {
  waves: readonly string[]
  /** All that can be compared where none is named. */
  variables?: readonly string[]
  /** Administrative figures beside them. */
  indicators?: readonly string[]
  /** With a table that has a row for each unit. */
  wide?: boolean
}

interface PanelTables {
  tables: Table[]
  surveys: readonly WaveSurvey[]
  origin: Origin & Required<Pick<Origin, 'values'>>
  /** Who was asked in one of the waves. */
  units: readonly PanelUnit[]
  /** Columns with administrative figures. */
  official: readonly string[]
}

/**
 * Units × waves with what was asked and what is computed from it, of a share also its base, and the codebook of both. Waves that
 * ask with two versions of a questionnaire have the columns of both.
 */
export async function panelTables(
  context: Database,
  forms: Forms,
  { waves, variables: names, indicators: wanted = [], wide = false, ...data }: WantedPanel,
): Promise<PanelTables> {
  const { rules, continues, surveys, variable } = await openWaves(context.db, forms, waves)
  const asked = names === undefined ? listVariables(surveys, rules.declared, continues) : names.map(variable)
  const variables = [...asked, ...wanted.map(variable)].flatMap((one) => [one, ...baseVariable(one)])
  const loaded = await loadPanel(context, surveys, surveys, variables, { territory: 'asAsked', ...data })
  const { panel, units, snapshot, answered } = loaded
  const { state, values } = snapshot
  const invented = new Set(surveys.filter(({ synthetic }) => synthetic).map(({ wave }) => wave))
  const joined = waves.join('_')
  const origin = await readOrigin(context.pool, surveys, { state, values })
  const table = (file: ExportFile, of: Pick<Table, 'columns' | 'rows'>): Table => ({
    file,
    name: `${ofAnswers.has(file) ? answersFile(joined, values) : joined}${exportFiles[file].ending}`,
    origin,
    ...of,
  })
  const ofList = (columns: Table['columns'], make: () => Iterable<Row>) => ({
    columns,
    rows: rowsOfList(columns, make),
  })
  const known = variables.map((one) => listed(one, surveys, continues))
  const sources = loaded.indicators.map((one) => ({ name: one.name, words: indicatorWords(one) }))
  const notes = new Map(known.map((one) => [one.name, columnNotes(one, sources)]))
  const concepts = await conceptsOfPanel(variables, surveys)
  const columns = panelColumns(variables, unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde'].key, concepts)
  const long = withNotes(columns, notes)
  const rowsOf = (some: typeof panel) =>
    panelRows(some, units, variables, { isSynthetic: (wave) => invented.has(wave), state, values })
  const wideOf = () =>
    wideRows(
      long,
      panel.waves.map((one) => ({
        rows: rowsOf({ ...panel, waves: [one] }),
        answered: answered.get(one.wave) ?? new Set(),
      })),
    )
  const inWide = wideNames(long, waves)
  const book = [
    ...panelCodebook(known, concepts).map((row) => [
      ...panelCodebookColumns.map(({ name }) => row[name] || null),
      inWide.get(row.spalte)?.join(' ') ?? null,
    ]),
    ...(wide ? onlyWide(waves) : []).map(({ names, label }) => [
      ...panelCodebookColumns.map(({ name }) => (name === 'bezeichnung' ? label : null)),
      names.join(' '),
    ]),
  ]
  const tables = [
    table(
      'panel',
      ofList(long, () => rowsOf(panel)),
    ),
    ...(wide ? [table('panel-breit', ofList(distinct(widen(long, waves)), wideOf))] : []),
    table(
      'panel-codebuch',
      ofList([...panelCodebookColumns, wideColumn], () => book),
    ),
    table('korrekturen', amendmentRows(context.pool, surveys, state)),
  ]
  const official = variables.flatMap(({ name, indicator }) => (indicator === undefined ? [] : [name]))
  return { tables, origin, surveys, units, official }
}

/** Short names that fall together would be told apart by nobody. */
function distinct(columns: Table['columns']): Table['columns'] {
  const twin = columns.find(({ name }, place) => columns.findIndex((one) => one.name === name) < place)
  if (twin !== undefined)
    throw new InputError(
      `In einer Zeile je Einheit hießen zwei Spalten gleich, „${twin.name}“. Bitte wählen Sie Variablen aus.`,
    )
  return columns
}

/** Both kinds of values lie beside each other. */
const ofAnswers: ReadonlySet<ExportFile> = new Set(['panel', 'panel-breit'])

const wideColumn = {
  name: 'breit',
  label: 'Name der Spalte je Welle in der Datei mit einer Zeile je Einheit',
  type: 'text',
} as const
