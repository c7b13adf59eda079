import { type Column, hasValue } from '../panel/column.ts'
import type { PanelVariable } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import type { Grouping } from './grouping.ts'

/** Divides units by what they answered to a choice or a box to tick. */
export function groupByAnswer({ name, label, kind, categories }: PanelVariable, column: Column): Grouping {
  const groups = kind === 'flag' ? yesNo : categories
  const of = [...column.values.keys()].map((index) =>
    hasValue(column, index) ? (groups[column.values[index] as number]?.code ?? '') : '',
  )
  return { name, label, groups, of }
}
