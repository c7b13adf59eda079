import { monthForm } from '../reading/date-sentences.ts'
import { dayBetween, formatMonth } from '../reading/dates.ts'
import { dateType } from './dates.ts'

/** A month with its year, which is no day of its own and therefore no date for a database. */
export const month = dateType(monthForm, {
  keys: 'text',
  label: 'Monat',
  values: 'JJJJ-MM (ISO 8601)',
  sql: 'text',
  column: { type: 'month' },
  invent: (next) => formatMonth(dayBetween('2015-01-01', '2024-12-31', next())),
})
