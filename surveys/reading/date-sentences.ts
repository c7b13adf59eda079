import { formatDate, formatMonth, monthNames } from './dates.ts'
import { adviceForUnknown, type Offered } from './not-known.ts'
import { type DateProblem, type ReadDate, readDay, readMonth } from './typed-date.ts'

/** What is asked for: a day or a month. */
export interface DateForm {
  noun: string
  wanted: string
  read(raw: string): ReadDate
  /** Also given a whole day, of which a month shows only the rest. */
  format(iso: string): string
}

export const dayForm: DateForm = {
  noun: 'Datum',
  wanted: 'Bitte geben Sie Tag, Monat und Jahr ein, zum Beispiel 15.12.2018.',
  read: readDay,
  format: formatDate,
}

export const monthForm: DateForm = {
  noun: 'Monat',
  wanted: 'Bitte geben Sie Monat und Jahr ein, zum Beispiel 12/2018 oder Dezember 2018.',
  read: readMonth,
  format: formatMonth,
}

const parts = { day: 'der Tag', month: 'der Monat', year: 'das Jahr' }

/** What to say of a text that is not the day or month asked for. */
export function dateSentence(
  problem: DateProblem,
  raw: string,
  { noun, wanted, format }: DateForm,
  offered: Offered,
): string {
  const typed = `„${raw.trim().slice(0, 40)}“`
  const either = (meant: readonly string[]) => meant.map(format).join(' oder ')
  switch (problem.code) {
    case 'notADate':
      return `${typed} ist kein ${noun}. ${wanted}`
    case 'placeholder':
      return `${typed} ist kein ${noun}. ${adviceForUnknown(offered)}.`
    case 'missing':
      return `In ${typed} fehlt ${parts[problem.part]}. ${wanted}`
    case 'century':
      return `In ${typed} fehlt das Jahrhundert. Bitte schreiben Sie das Jahr mit vier Ziffern: ${either(problem.meant)}.`
    case 'order':
      return `${typed} ist nicht eindeutig: Der Tag kann vorn stehen oder der Monat. Bitte schreiben Sie ${either(problem.meant)}.`
    case 'noSuchMonth':
      return `Einen Monat ${problem.month} gibt es nicht. Bitte prüfen Sie ${typed}.`
    case 'noSuchDay':
      return `Den ${formatDate(problem.day)} gibt es nicht: ${lengthOf(problem.day)}. Bitte prüfen Sie Tag und Monat.`
    case 'farYear':
      return `Das Jahr ${problem.year} in ${typed} kann nicht gemeint sein. Bitte prüfen Sie die Jahreszahl.`
    case 'approximate':
      return `Bitte geben Sie nur ${noun === 'Monat' ? 'den' : 'das'} ${noun} ein, also ${format(problem.meant)} statt ${typed}. Was die Angabe ungenau macht, gehört in den Kommentar.`
    case 'wholeDay':
      return `Gefragt ist nur nach dem Monat. Bitte schreiben Sie ${format(problem.meant)} statt ${typed}.`
  }
}

/** `Der Februar 2018 hat 28 Tage`. */
function lengthOf(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `Der ${monthNames[month - 1]} ${year} hat ${days} Tage`
}
