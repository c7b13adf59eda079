import { isDate } from '../../surveys/reading/dates.ts'

/** First and last day; null: still valid. */
export interface Validity {
  valid_from: string
  valid_to: string | null
}

/** Column → what is wrong with its cell. */
export type Faults = [column: string, sentence: string][]

type Cells = Record<string, string>

export function validityOf({ gueltig_ab = '', gueltig_bis = '' }: Cells): Validity {
  return { valid_from: gueltig_ab, valid_to: gueltig_bis || null }
}

export function validityFaults({ gueltig_ab = '', gueltig_bis = '' }: Cells): Faults {
  const faults = dateFaults('gueltig_ab', gueltig_ab)
  if (gueltig_bis !== '') faults.push(...dateFaults('gueltig_bis', gueltig_bis))
  if (faults.length === 0 && gueltig_bis !== '' && gueltig_bis < gueltig_ab) {
    faults.push(['gueltig_bis', `${gueltig_bis} liegt vor gueltig_ab ${gueltig_ab}.`])
  }
  return faults
}

export function dateFaults(column: string, text: string): Faults {
  if (isDate(text)) return []
  return [[column, `„${text}“ ist kein Datum, das es gibt; erwartet wird JJJJ-MM-TT, zum Beispiel 2009-01-01.`]]
}
