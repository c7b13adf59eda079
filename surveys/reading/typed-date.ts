import { isDate, monthNames } from './dates.ts'
import { isPlaceholder, plainText } from './typed-text.ts'

/** Why a text could not be read as a day or a month, with what the writer may have meant (as `2018-12-15`). */
export type DateProblem =
  | { code: 'notADate' }
  | { code: 'placeholder' }
  | { code: 'missing'; part: 'day' | 'month' | 'year' }
  | { code: 'century'; meant: readonly string[] }
  | { code: 'order'; meant: readonly string[] }
  | { code: 'noSuchMonth'; month: number }
  | { code: 'noSuchDay'; day: string }
  | { code: 'farYear'; year: string }
  | { code: 'approximate'; meant: string }
  | { code: 'wholeDay'; meant: string }

export type ReadDate =
  | { state: 'given'; value: string }
  | { state: 'blank' }
  | { state: 'unreadable'; problem: DateProblem }

/** The ways in which people write a day: the parts stand where their names say. */
const dayForms = [
  /^(?<day>\d{1,2})(?<sign> ?[./,–-] ?| )(?<month>\d{1,2})(?: ?[./,–-] ?| )(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})(?: ?[./,–-] ?| )(?<month>\d{1,2})(?: ?[./,–-] ?| )(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.? ?(?<name>\p{L}{3,})\.?,? ?(?<year>\d{4}|\d{2})$/u,
  // No year of our time begins like a month: these two never fit the same digits.
  /^(?<day>\d{2})(?<month>\d{2})(?<year>(?:19|20)\d{2})$/,
  /^(?<year>(?:19|20)\d{2})(?<month>0\d|1[0-2])(?<day>\d{2})$/,
]

const monthForms = [
  /^(?<month>\d{1,2})(?: ?[./,–-] ?| )(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})(?: ?[./,–-] ?| )(?<month>\d{1,2})$/,
  /^(?<name>\p{L}{3,})\.?[ ,/–-]?(?<year>\d{4}|\d{2})$/u,
  /^(?<month>0\d|1[0-2])(?<year>(?:19|20)\d{2})$/,
  /^(?<year>(?:19|20)\d{2})(?<month>0\d|1[0-2])$/,
]

const yearAlone = /^\d{4}$/
const withoutYear = /^\d{1,2}(?:\. ?\d{1,2}\.|\.? ?(?<name>\p{L}{3,})\.?)$/u
const nameAlone = /^(?<name>\p{L}{3,})\.?$/u
const about = /^(?:ca\.?|circa|etwa|ungefähr|um|seit|ab|vor|nach|bis|anfang|mitte|ende|[~≈<>]) ?/i

/** Reads a day as people in Germany type it. What cannot be read for certain is not guessed. */
export const readDay = (raw: string): ReadDate => readTyped(raw, readPlainDay)

/** Reads a month with its year. */
export const readMonth = (raw: string): ReadDate => readTyped(raw, readPlainMonth)

function readTyped(raw: string, read: (text: string) => ReadDate): ReadDate {
  const text = plainText(raw)
  if (text === '') return { state: 'blank' }
  if (text.length > 64) return unreadable({ code: 'notADate' })
  if (isPlaceholder(text)) return unreadable({ code: 'placeholder' })
  const plain = text.replace(about, '')
  const found = read(plain)
  return found.state === 'given' && plain !== text ? unreadable({ code: 'approximate', meant: found.value }) : found
}

function readPlainDay(text: string): ReadDate {
  const day = firstOf(dayForms, text)
  if (day !== undefined) return inCalendar(day)
  const isMonth = firstOf(monthForms, text)?.year?.length === 4
  if (isMonth || yearAlone.test(text)) return missing('day')
  return namesMonth(withoutYear, text) ? missing('year') : notADate
}

function readPlainMonth(text: string): ReadDate {
  const month = firstOf(monthForms, text)
  if (month !== undefined) {
    const read = inCalendar(month)
    return read.state === 'given' ? { ...read, value: read.value.slice(0, 7) } : read
  }
  if (yearAlone.test(text)) return missing('month')
  if (namesMonth(nameAlone, text)) return missing('year')
  const day = readPlainDay(text)
  return day.state === 'given' ? unreadable({ code: 'wholeDay', meant: day.value }) : notADate
}

type Parts = Partial<Record<'day' | 'month' | 'name' | 'year' | 'sign', string>>

function firstOf(forms: readonly RegExp[], text: string): Parts | undefined {
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts !== undefined) return parts
  }
  return undefined
}

/** Whether a text has such a form, and whatever word stands in it is the name of a month. */
function namesMonth(form: RegExp, text: string): boolean {
  const found = form.exec(text)
  return found !== null && monthNumber(found.groups ?? {}) !== undefined
}

/** The number of a month, also where it is written `Dez`, `Sept` or `Maerz`. */
function monthNumber({ month = '1', name }: Parts): number | undefined {
  if (name === undefined) return Number(month)
  const start = name.toLowerCase().replace('ae', 'ä').replace('mrz', 'mär')
  const index = monthNames.findIndex((one) => one.toLowerCase().startsWith(start))
  return index === -1 ? undefined : index + 1
}

/** The day that the parts name, if the calendar has it and only one can be meant. */
function inCalendar(parts: Parts): ReadDate {
  const { day = '1', year = '', sign = '' } = parts
  const month = monthNumber(parts)
  if (month === undefined) return notADate
  if (month < 1 || month > 12) return unreadable({ code: 'noSuchMonth', month })
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`]
  const named = years.map((one) => isoDay(one, month, Number(day)))
  const [first, ...others] = named.filter(isDate)
  if (first === undefined) return unreadable({ code: 'noSuchDay', day: named[0] ?? '' })
  if (year.length === 2) return unreadable({ code: 'century', meant: [first, ...others] })
  if (year < '1900' || year > '2099') return unreadable({ code: 'farYear', year })
  const swapped = isoDay(year, Number(day), month)
  // With a dot the day comes first; with these signs, others write the month first.
  if (/[/–-]/.test(sign) && swapped !== first && isDate(swapped))
    return unreadable({ code: 'order', meant: [first, swapped] })
  return given(first)
}

const isoDay = (year: string, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const given = (value: string): ReadDate => ({ state: 'given', value })
const unreadable = (problem: DateProblem): ReadDate => ({ state: 'unreadable', problem })
const missing = (part: 'day' | 'month' | 'year') => unreadable({ code: 'missing', part })
const notADate = unreadable({ code: 'notADate' })
