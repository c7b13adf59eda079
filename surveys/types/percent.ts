import type { NumberForm } from '../reading/number.ts'
import { numberType } from './numbers.ts'

export const percentage: NumberForm = { whole: false, percent: true, unit: / ?(?:%|prozent|v\. ?h\.)$/i }

/** A share in percent. */
export const percent = numberType(percentage, {
  label: 'Anteil in Prozent',
  values: '0 bis 100',
  invented: (share) => Math.floor(share * 10_000) / 100,
})
