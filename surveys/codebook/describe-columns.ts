import { reasonsOf } from '../answer/missing.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { askedOf } from './asked.ts'
import { answerColumns, hasNoReason, leadingColumns } from './columns.ts'
import { type ColumnForm, type DescribedColumn, dataState, describedReason } from './described-column.ts'
import { reasonColumn } from './reason-column.ts'
import { valuesColumn } from './values-used.ts'

/** What is the same in every wave, by the name of a variable; see `load-concepts.ts`. */
export type Concepts = ReadonlyMap<string, string>

/** The columns of the answers to a survey, in the order of the file. */
export const describedColumns = (instrument: Instrument, concepts?: Concepts): DescribedColumn[] => [
  ...leadingColumns(instrument),
  ...answerColumns(instrument).map(({ kind, variable }) =>
    kind === 'reason'
      ? describedReason(variable.name, missingOf(variable))
      : describedValue(instrument, variable, concepts?.get(variable.name)),
  ),
  dataState,
  valuesColumn,
]

function describedValue(instrument: Instrument, variable: Variable, concept?: string): DescribedColumn {
  const { name, role } = variable
  return {
    name,
    label: instrument.labels.get(name)?.label ?? name,
    ...formOf(variable),
    ...(hasNoReason({ role }) ? {} : { missing: missingOf(variable) }),
    ...askedOf(instrument, variable),
    ...(concept && { concept }),
  }
}

/** What the cells of an answer are. */
export const formOf = ({ type, options }: Pick<Variable, 'type' | 'options'>): ColumnForm => ({
  ...typeOf(type).column,
  ...(options === undefined ? {} : { values: options.map(({ code, label }) => ({ code, label })) }),
})

const missingOf = (variable: Variable) => ({
  column: reasonColumn(variable.name).name,
  reasons: reasonsOf(variable),
})
