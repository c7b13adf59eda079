import type { ColumnType } from '../../../surveys/codebook/described-column.ts'
import type { Cell } from '../table.ts'

/** How a cell is written, and what makes it a whole moment. */
const written: Partial<Record<ColumnType, { form: RegExp; rest: string }>> = {
  time: { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, rest: '' },
  day: { form: /^\d{4}-\d\d-\d\d$/, rest: 'T00:00:00Z' },
  month: { form: /^\d{4}-\d\d$/, rest: '-01T00:00:00Z' },
}

export const dayLength = 86_400_000

/**
 * Milliseconds since 1970, of a month those of its beginning. Undefined of what is none, such as a day that the calendar
 * does not have: JavaScript would take it for one of the next month.
 */
export function millisecondsOf(type: ColumnType, cell: Cell): number | undefined {
  const { form, rest } = written[type] ?? {}
  if (typeof cell !== 'string' || !form?.test(cell)) return undefined
  const at = new Date(`${cell}${rest}`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(cell.slice(0, 10)) ? at.getTime() : undefined
}
