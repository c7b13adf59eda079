import type { Pool } from 'pg'
import { methodLabels, methods } from '../../analysis/imputation/method.ts'
import { reasonColumn } from '../../surveys/codebook/reason-column.ts'
import { stateColumns, statesOf, type ValueState } from '../../surveys/codebook/state-columns.ts'
import type { Variable } from '../../surveys/compile/instrument.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { completable, completeNumbers } from '../evaluation/complete-numbers.ts'
import { earlierSurvey } from '../forms/form.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { answeredUnits } from '../store/answered-units.ts'
import { readUnits } from '../store/panel-units.ts'
import { registerFigures } from '../store/register-figures.ts'
import { exportFiles } from './files.ts'
import type { ExportedWave } from './origin.ts'
import { rowsOfRead } from './rows-of-list.ts'
import type { Cell, Row, Table } from './table.ts'
import { waveTables } from './wave-tables.ts'

interface WantedStates {
  state?: number
  account?: number | undefined
}

/** What is used of some values, and beside it what was given, what the last wave and the register say, and what is put in. */
export async function stateTable(
  pool: Pool,
  exported: ExportedWave,
  variables: readonly Variable[],
  { account, ...wanted }: WantedStates,
): Promise<Table> {
  const { wave, instrument } = exported
  const { antworten: amended } = await waveTables(pool, exported, { ...wanted, account })
  const { state } = amended.origin
  const { antworten: collected } = await waveTables(pool, exported, { state, values: 'collected', account })
  const continues = earlierSurvey(await loadConcordances(), instrument) !== undefined
  const listed = Object.entries(methodLabels).map(([code, label]) => ({ code, label }))
  const columns = stateColumns(instrument, { variables, continues, methods: listed })
  const read = async () => {
    const [used, given] = await Promise.all([cellsOf(amended), cellsOf(collected)])
    const known = await readBeside(pool, exported, variables, { state, account })
    return [...used].map(
      ([unit, cells]): Row => [
        wave,
        unit,
        ...variables.flatMap((variable) => [
          ...withReason(cells, variable),
          ...statesOf(variable, { continues }).flatMap((one) =>
            one === 'erhoben' ? withReason(given.get(unit), variable) : [known[one](unit, variable)],
          ),
        ]),
        known.lastWave(unit),
        exported.synthetic ? 1 : 0,
        state,
      ],
    )
  }
  const name = `${wave}${exportFiles.zustaende.ending}`
  const { values: _, ...origin } = amended.origin
  return { file: 'zustaende', name, origin, columns, rows: rowsOfRead(columns, read) }
}

type Cells = ReadonlyMap<string, Cell>

/** The rows of a table of answers by unit, each by the names of its columns. */
async function cellsOf({ columns, rows }: Table): Promise<Map<string, Cells>> {
  const keys = new Set(Object.values(unitKinds).map(({ key }) => key as string))
  const key = columns.findIndex(({ name }) => keys.has(name))
  const units = new Map<string, Cells>()
  for await (const some of rows.typed())
    for (const row of some)
      units.set(String(row[key]), new Map(columns.map(({ name }, place) => [name, row[place] ?? null])))
  return units
}

/** What is never missing has no reason beside it. */
function withReason(cells: Cells | undefined, { name }: Variable): Cell[] {
  const reason = reasonColumn(name).name
  return [cells?.get(name) ?? null, ...(cells?.has(reason) ? [cells.get(reason) ?? null] : [])]
}

type Beside = Record<Exclude<ValueState, 'erhoben'>, (unit: string, variable: Variable) => Cell>

async function readBeside(
  pool: Pool,
  exported: ExportedWave,
  variables: readonly Variable[],
  { state, account }: { state: number; account: number | undefined },
): Promise<Beside & { lastWave(unit: string): Cell }> {
  const { wave, instrument, synthetic, stichtag } = exported
  const used = { state, values: 'amended' } as const
  const numbers = new Set(completable(instrument).map(({ name }) => name))
  const names = variables.map(({ name }) => name).filter((name) => numbers.has(name))
  const codes = variables.flatMap(({ register }) => (typeof register === 'object' ? [register.indicator] : []))
  const [units, answered, last] = await Promise.all([
    readUnits(pool, [wave], used),
    answeredUnits(pool, wave, used, account),
    lastWaves(pool, exported, used),
  ])
  const keys = answered.map(({ unit }) => unit)
  const figures = await registerFigures(pool, keys, codes, { stichtag, state })
  const completed = await completeNumbers(pool, names, { wave, instrument, synthetic, units, methods }, used)
  const inhabitants = new Map(answered.map(({ unit, einwohner }) => [unit, einwohner]))
  const place = new Map(units.map(({ unit }, index) => [unit, index]))
  const imputed = (unit: string, name: string) => completed.get(name)?.get(place.get(unit) ?? -1)
  return {
    vorwelle(unit, { name }) {
      const word = last.get(unit)?.words?.get(name)
      return last.get(unit)?.values.get(name) ?? (word === true ? 1 : (word ?? null))
    },
    register: (unit, { register }) =>
      typeof register === 'object'
        ? (figures.get(unit)?.get(register.indicator)?.value ?? null)
        : (inhabitants.get(unit) ?? null),
    ergaenzt: (unit, { name }) => imputed(unit, name)?.value ?? null,
    verfahren: (unit, { name }) => imputed(unit, name)?.origin.method ?? null,
    lastWave: (unit) => last.get(unit)?.wave ?? null,
  }
}
