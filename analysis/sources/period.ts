import { isDate } from '../../surveys/reading/dates.ts'

/** The time of a figure: its first day, and how many months it lasts; 0: as of that day. */
export interface Period {
  start: string
  months: 0 | 1 | 3 | 6 | 12
}

const monthNames = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']

/**
 * Reads a time as official files write it: `2023`, `31.12.2020`, `2024-12-31`, `2019-09`, `09/2019`, `September 2019`, `Sep 19`,
 * `2019-Q3`, and `2023-10P6M`, the half-year from October.
 */
export function readPeriod(raw: string): Period | undefined {
  const text = raw.trim()
  let parts: RegExpExecArray | null
  if (/^\d{4}$/.test(text)) return from(text, '01', 12)
  parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts) return day(text)
  parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (parts) return day(`${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`)
  parts = /^(\d{4})-?(?:M)?(\d{2})$/.exec(text)
  if (parts) return from(parts[1], parts[2], 1)
  parts = /^(\d{1,2})[/.](\d{4})$/.exec(text)
  if (parts) return from(parts[2], parts[1]?.padStart(2, '0'), 1)
  parts = /^(\d{4})-(\d{2})P(\d{1,2})M$/.exec(text)
  if (parts) return lasting(parts[1], parts[2], Number(parts[3]))
  parts = /^(\d{4})[- ]?Q([1-4])$/.exec(text)
  if (parts) return from(parts[1], String(Number(parts[2]) * 3 - 2).padStart(2, '0'), 3)
  parts = /^([A-Za-zÄä]{3})[a-z]*\.?[ -](\d{2}|\d{4})$/.exec(text)
  if (parts) {
    const month = monthNames.indexOf(parts[1]?.toLowerCase().replace('mrz', 'mär') ?? '') + 1
    const year = parts[2]?.length === 2 ? `20${parts[2]}` : parts[2]
    return month === 0 ? undefined : from(year, String(month).padStart(2, '0'), 1)
  }
  return undefined
}

function lasting(year = '', month = '', months: number): Period | undefined {
  return months === 1 || months === 3 || months === 6 || months === 12 ? from(year, month, months) : undefined
}

function from(year = '', month = '', months: Period['months']): Period | undefined {
  const period = day(`${year}-${month}-01`)
  return period && { ...period, months }
}

function day(start: string): Period | undefined {
  return isDate(start) && start > '1900' && start < '2100' ? { start, months: 0 } : undefined
}

/** The last day that a period covers. */
export function lastDayOf({ start, months }: Period): string {
  if (months === 0) return start
  const [year = 0, month = 0] = start.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10)
}

/** `2018`, `September 2019`, `31.12.2024` as a person reads it. */
export function formatPeriod({ start, months }: Period): string {
  const [year, month, date] = start.split('-')
  if (months === 0) return `${date}.${month}.${year}`
  if (months === 12 && month === '01') return `${year}`
  return months === 1 ? `${month}/${year}` : `${month}/${year} (${months} Monate)`
}
