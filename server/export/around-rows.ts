import type { Pool } from 'pg'
import { lastValue } from '../../surveys/answer/last-answers.ts'
import { leadingColumns } from '../../surveys/codebook/columns.ts'
import { formOf } from '../../surveys/codebook/describe-columns.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { aroundOf, lastColumn, registerColumn } from '../../surveys/rules/around.ts'
import { isNumberType } from '../../surveys/types/index.ts'
import type { Value } from '../../surveys/types/type.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { answeredUnits } from '../store/answered-units.ts'
import { registerFigures } from '../store/register-figures.ts'
import type { DataUsed } from '../store/submissions-in.ts'
import type { ExportedWave } from './origin.ts'
import { rowsOfRead } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

/** What the checks of a wave are held against beside the answers: figures of the register, and answers of the last wave. */
export function aroundRows(
  pool: Pool,
  exported: ExportedWave,
  used: DataUsed,
  account?: number,
): Pick<Table, 'columns' | 'rows'> {
  const columns = aroundColumns(exported.instrument)
  return { columns, rows: rowsOfRead(columns, () => readAround(pool, exported, used, account)) }
}

async function readAround(pool: Pool, exported: ExportedWave, used: DataUsed, account?: number): Promise<Row[]> {
  const { registers, last } = aroundOf(exported.instrument)
  const codes = registers.flatMap((figure) => (figure === 'einwohner' ? [] : [figure.indicator]))
  const [answered, before] = await Promise.all([
    answeredUnits(pool, exported.wave, used, account),
    lastWaves(pool, exported, used),
  ])
  const units = answered.map(({ unit }) => unit)
  const figures = await registerFigures(pool, units, codes, { stichtag: exported.stichtag, state: used.state })
  return answered.map(({ unit, einwohner }) => [
    exported.wave,
    unit,
    ...registers.map((figure) =>
      figure === 'einwohner' ? einwohner : (figures.get(unit)?.get(figure.indicator)?.value ?? null),
    ),
    ...last.map((name) => cellOf(lastValue(name, before.get(unit)))),
    before.get(unit)?.wave ?? null,
    exported.synthetic ? 1 : 0,
    used.state,
  ])
}

/** What is ticked is 1, as in the answers. */
const cellOf = (value: Value | undefined) => (value === true ? 1 : (value ?? null))

/** The columns of that file. */
function aroundColumns(instrument: Instrument): DescribedColumn[] {
  const { registers, last } = aroundOf(instrument)
  const [wave, unit] = leadingColumns(instrument)
  return [
    wave,
    unit,
    ...registers.map((figure): DescribedColumn => {
      const label = figure === 'einwohner' ? 'Einwohner nach dem Register' : `Amtlich: ${figure.indicator}`
      return { name: registerColumn(figure), label, type: 'decimal' }
    }),
    ...last.map((name): DescribedColumn => {
      const label = `Vorwelle: ${instrument.labels.get(name)?.label ?? name}`
      const variable = instrument.variable.get(name)
      const isChosen = variable !== undefined && !isNumberType(variable.type)
      return { name: lastColumn(name), label, ...(isChosen ? formOf(variable) : { type: 'decimal' }) }
    }),
    { name: 'vorwelle', label: 'Kennung der Welle, aus der die Angaben der Vorwelle sind', type: 'code' },
    synthetic,
    dataState,
  ]
}
