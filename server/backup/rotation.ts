import { berlinDay } from '../domain/german-time.ts'

const kept = { days: 7, weeks: 4, months: 12 }
const millisecondsOfDay = 86_400_000

/** The Monday of its week. */
function weekOf(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (midnight.getUTCDay() + 6) % 7
  return new Date(midnight.getTime() - sinceMonday * millisecondsOfDay).toISOString().slice(0, 10)
}

/**
 * Which backups may go: all but the newest of each of the last seven days, four weeks and twelve months that have one. What
 * counts are those that there are, not the calendar: a server that stood still for a year comes back to all that it had.
 */
export function expired(times: readonly Date[]): Date[] {
  const newestFirst = [...times].sort((a, b) => b.getTime() - a.getTime())
  const newestPer = (key: (day: string) => string, count: number) => {
    const newest = new Map<string, Date>()
    for (const time of newestFirst) {
      const of = key(berlinDay(time))
      if (!newest.has(of)) newest.set(of, time)
    }
    return [...newest.values()].slice(0, count)
  }
  const stays = new Set([
    ...newestPer((day) => day, kept.days),
    ...newestPer(weekOf, kept.weeks),
    ...newestPer((day) => day.slice(0, 7), kept.months),
  ])
  return newestFirst.filter((time) => !stays.has(time))
}
