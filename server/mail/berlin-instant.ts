import { berlinDay, berlinHour } from '../domain/german-time.ts'

const oneHour = 3_600_000

/**
 * When it is that hour on that day in Berlin. On the day when clocks go forward one hour is missing: `undefined`. On the day when they
 * go back one comes twice: then the first is meant.
 */
export function berlinInstant(day: string, hour: number): { at: Date; twice: boolean } | undefined {
  const asIfUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const fitting = [2, 1]
    .map((offset) => new Date(asIfUtc - offset * oneHour))
    .filter((at) => berlinDay(at) === day && berlinHour(at) === hour)
  const [at] = fitting
  return at === undefined ? undefined : { at, twice: fitting.length > 1 }
}
