import type { NumberForm } from '../reading/number.ts'
import { numberType } from './numbers.ts'

export const wholeNumber: NumberForm = { whole: true, percent: false, unit: / ?(?:personen|person|pers\.|mal)$/i }

/** How many there are. */
export const count = numberType(wholeNumber, {
  label: 'Anzahl',
  values: 'ganze Zahl ab 0',
  invented: (share) => Math.floor(share * 2_000),
})
