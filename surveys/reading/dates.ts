/** `2018-12-15` as Germans write it: `15.12.2018`. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('.')
}

/** Whether the text is a date that the calendar has. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day before `2009-01-01` is `2008-12-31`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
