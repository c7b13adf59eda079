import type { Pool } from 'pg'
import { type Method, methodLabels, type Origin } from '../../analysis/imputation/method.ts'
import { leadingColumns } from '../../surveys/codebook/columns.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import { valuesColumn, valuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { completable, completeNumbers } from '../evaluation/complete-numbers.ts'
import { answeredUnits } from '../store/answered-units.ts'
import { readUnits } from '../store/panel-units.ts'
import type { DataUsed } from '../store/submissions-in.ts'
import type { ExportedWave } from './origin.ts'
import { rowsOfRead } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

interface Wanted {
  methods: readonly Method[]
  /** Whose file it is: it holds the units that the account works for. What is put in for them follows from all. */
  account: number | undefined
}

/** The numbers that are put in for missing ones, a row each: never in the place of an answer. */
export function completionRows(
  pool: Pool,
  exported: ExportedWave,
  wanted: Wanted,
  used: DataUsed,
): Pick<Table, 'columns' | 'rows'> {
  const columns = completionColumns(exported.instrument)
  return { columns, rows: rowsOfRead(columns, () => readCompletions(pool, exported, wanted, used)) }
}

async function readCompletions(
  pool: Pool,
  { wave, instrument, synthetic: invented }: ExportedWave,
  { methods, account }: Wanted,
  used: DataUsed,
): Promise<Row[]> {
  const units = await readUnits(pool, [wave], used)
  const shown = new Set((await answeredUnits(pool, wave, used, account)).map(({ unit }) => unit))
  const names = completable(instrument).map(({ name }) => name)
  const completing = { wave, instrument, synthetic: invented, units, methods }
  const found = await completeNumbers(pool, names, completing, used)
  const last = [methods.join(','), invented ? 1 : 0, used.state, valuesUsed[used.values].code]
  return [...found].flatMap(([name, imputed]) =>
    [...imputed].flatMap(([index, { value, origin }]): Row[] => {
      const unit = units[index]?.unit ?? ''
      return shown.has(unit) ? [[wave, unit, name, value, origin.method, fromWords(origin), ...last]] : []
    }),
  )
}

const fromWords = (origin: Origin): string =>
  origin.method === 'deduktiv'
    ? origin.from.join(' ')
    : `${origin.of} mal ${origin.factor}; Gruppe ${origin.group || 'alle'} mit ${origin.units}`

function completionColumns(instrument: Instrument): DescribedColumn[] {
  const [wave, unit] = leadingColumns(instrument)
  const methods = Object.entries(methodLabels).map(([code, label]) => ({ code, label }))
  return [
    wave,
    unit,
    { name: 'variable', label: 'Angabe, die fehlt', type: 'code' },
    { name: 'wert', label: 'Ergänzter Wert', type: 'decimal' },
    { name: 'verfahren', label: 'Womit ergänzt', type: 'code', values: methods },
    { name: 'aus', label: 'Woraus: Angaben derselben Kommune, oder Zahl mal Faktor der Gruppe', type: 'code' },
    { name: 'ergaenzt_durch', label: 'Welche Verfahren in welcher Reihenfolge versucht wurden', type: 'code' },
    synthetic,
    dataState,
    valuesColumn,
  ]
}
