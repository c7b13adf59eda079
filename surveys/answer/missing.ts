import type { Variable } from '../compile/instrument.ts'

/** Why there is no value: one plan for all surveys and waves. `code` stands in CSV, the others in statistics files. */
export const missingReasons = [
  { code: 'leer', number: -9, stata: '.i', label: 'Keine Angabe (leer)' },
  { code: 'nicht_vorhanden', number: -7, stata: '.g', label: 'Information liegt nicht vor' },
  { code: 'trifft_nicht_zu', number: -1, stata: '.o', label: 'Trifft nicht zu' },
] as const

/** Why there can be no value of a variable: only what can be flagged can be not available, only what a rule names ruled out. */
export const reasonsOf = ({ flag, ruledOutBy }: Pick<Variable, 'flag' | 'ruledOutBy'>) =>
  missingReasons.filter(
    ({ code }) => code === 'leer' || (code === 'nicht_vorhanden' && flag) || (code === 'trifft_nicht_zu' && ruledOutBy),
  )
