import type { Variable } from '../compile/instrument.ts'

/**
 * Why there is no value: one plan for all surveys, waves and panels. The name stands in the column beside the value, number
 * and letter instead of it in statistics files. All are kept for good: people recode by them.
 */
export const missingPlan = {
  leer: { number: -9, stata: '.i', label: 'Keine Angabe (leer)' },
  ungueltig: { number: -8, stata: '.h', label: 'Ungültig, verworfen' },
  nicht_vorhanden: { number: -7, stata: '.g', label: 'Information liegt nicht vor' },
  trifft_nicht_zu: { number: -6, stata: '.f', label: 'Trifft nicht zu' },
  nicht_gefragt: { number: -5, stata: '.e', label: 'In dieser Welle nicht gefragt' },
  keine_teilnahme: { number: -4, stata: '.d', label: 'Keine Antwort in dieser Welle' },
  datenschutz: { number: -3, stata: '.c', label: 'Aus Datenschutz entfernt' },
  nicht_berechenbar: { number: -10, stata: '.k', label: 'Nicht berechenbar, weil die Bezugsgröße 0 ist' },
  ohne_quelle: { number: -11, stata: '.l', label: 'In der amtlichen Quelle nicht angegeben' },
  widerspruch: { number: -12, stata: '.m', label: 'Nicht berechenbar, weil der Teil größer ist als die Bezugsgröße' },
  nicht_zuordenbar: { number: -13, stata: '.n', label: 'Antwort hat in der anderen Welle keine Entsprechung' },
} as const satisfies Record<string, { number: number; stata: string; label: string }>

type MissingCode = keyof typeof missingPlan

export const planned = <Code extends MissingCode>(...codes: readonly Code[]) =>
  codes.map((code) => ({ code, ...missingPlan[code] }))

/** What the answers to one wave say themselves. */
export const missingReasons = planned('leer', 'nicht_vorhanden', 'trifft_nicht_zu')

/** Why there can be no value of a variable: only what can be flagged can be not available, only what a rule names ruled out. */
export const reasonsOf = ({ flag, ruledOutBy }: Pick<Variable, 'flag' | 'ruledOutBy'>) =>
  missingReasons.filter(
    ({ code }) => code === 'leer' || (code === 'nicht_vorhanden' && flag) || (code === 'trifft_nicht_zu' && ruledOutBy),
  )
