import { formatDate } from '../../surveys/reading/dates.ts'

const clock = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })

/** `2026-03-14`, in Berlin. */
export const berlinDay = (time: Date): string => sortable.format(time)

/** From 0 to 23, in Berlin. */
export const berlinHour = (time: Date): number => Number(hour.format(time))

/** `14:03`, in Berlin. */
export const clockTime = (time: Date): string => clock.format(time)

/** `14.03.2026`, in Berlin. */
export const dayOfTime = (time: Date): string => day.format(time)

/** `14.03.2026, 14:03 Uhr`, in Berlin. */
export const dayAndTime = (time: Date): string => `${day.format(time)}, ${clock.format(time)} Uhr`

/** `14:03 Uhr` for today, the whole date for earlier days. */
export function whenSaved(time: Date, now: Date): string {
  return day.format(time) === day.format(now) ? `${clock.format(time)} Uhr` : dayAndTime(time)
}

/** How long a Frist still runs: its last day counts. */
export function remainingDays(frist: string, daysLeft: number): string {
  if (daysLeft < 0) return `abgelaufen am ${formatDate(frist)}`
  if (daysLeft === 0) return 'endet heute'
  return daysLeft === 1 ? 'noch 1 Tag' : `noch ${daysLeft} Tage`
}
