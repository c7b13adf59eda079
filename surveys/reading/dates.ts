/** `2018-12-15` as Germans write it: `15.12.2018`. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('.')
}

export const monthNames = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** `2018-12` in words: `Dezember 2018`. */
export function formatMonth(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}

/** Whether the text is a date that the calendar has. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day before `2009-01-01` is `2008-12-31`. */
export function dayBefore(day: string): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) - oneDay)
}

/** The day that lies between two others, where 0 is the first and 1 would be behind the last. */
export function dayBetween(first: string, last: string, share: number): string {
  const [start, end] = [Date.parse(first), Date.parse(last)]
  return isoDay(start + Math.floor(share * ((end - start) / oneDay + 1)) * oneDay)
}

const oneDay = 86_400_000
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
