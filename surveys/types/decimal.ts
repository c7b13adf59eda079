import type { NumberForm } from '../reading/number.ts'
import { numberType } from './numbers.ts'

export const decimalNumber: NumberForm = { whole: false, percent: false, unit: / ?(?:vzä|stellen|stelle)$/i }

/** A number with decimals. */
export const decimal = numberType(decimalNumber, {
  label: 'Zahl',
  values: 'Zahl ab 0 mit höchstens zwei Nachkommastellen',
  invented: (share) => Math.floor(share * 99_999) / 100,
})
