import { dayForm } from '../reading/date-sentences.ts'
import { dayBetween, formatDate } from '../reading/dates.ts'
import { dateType } from './dates.ts'

/** A day of the calendar. Phones that offer digits alone lack the dot, and digits alone are read. */
export const date = dateType(dayForm, {
  keys: 'numeric',
  label: 'Datum',
  values: 'JJJJ-MM-TT (ISO 8601)',
  sql: 'date',
  column: { type: 'day' },
  invent: (next) => formatDate(dayBetween('2015-01-01', '2024-12-31', next())),
})
