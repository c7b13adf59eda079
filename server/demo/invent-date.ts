import type { Question } from '../../surveys/compile/instrument.ts'
import { dayBetween } from '../../surveys/reading/dates.ts'
import type { Profile } from './profile.ts'
import type { Random } from './random.ts'

/** A day or month that fits, as it is kept: where the profile says, else where the question does, else of some recent year. */
export function inventDate({ id, definition }: Question, { blank, dates }: Profile, random: Random): string {
  if (definition.kind !== 'date' || random.chance(blank)) return ''
  const { earliest = '2016-01-01', latest = '2023-12-31', precision } = definition
  const { from = earliest, to = latest } = dates[id] ?? {}
  return precision === 'day'
    ? dayBetween(from, to, random.next())
    : dayBetween(`${from.slice(0, 7)}-01`, `${to.slice(0, 7)}-28`, random.next()).slice(0, 7)
}
