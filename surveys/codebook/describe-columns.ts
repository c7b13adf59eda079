import { reasonsOf } from '../answer/missing.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { answerColumns, hasNoReason, leadingColumns } from './columns.ts'
import { type DescribedColumn, dataState, describedReason } from './described-column.ts'
import { reasonColumn } from './reason-column.ts'
import { valuesColumn } from './values-used.ts'

/** The columns of the answers to a survey, in the order of the file. */
export const describedColumns = (instrument: Instrument): DescribedColumn[] => [
  ...leadingColumns(instrument),
  ...answerColumns(instrument).map(({ kind, variable }) =>
    kind === 'reason' ? describedReason(variable.name, missingOf(variable)) : describedValue(instrument, variable),
  ),
  dataState,
  valuesColumn,
]

function describedValue(instrument: Instrument, variable: Variable): DescribedColumn {
  const { name, type, role, options } = variable
  return {
    name,
    label: instrument.labels.get(name)?.label ?? name,
    ...typeOf(type).column,
    ...(options === undefined ? {} : { values: options.map(({ code, label }) => ({ code, label })) }),
    ...(hasNoReason({ role }) ? {} : { missing: missingOf(variable) }),
  }
}

const missingOf = (variable: Variable) => ({
  column: reasonColumn(variable.name).name,
  reasons: reasonsOf(variable),
})
