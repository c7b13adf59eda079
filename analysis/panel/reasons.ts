import { missingReasons } from '../../surveys/answer/missing.ts'

/** Why a cell of a panel has no value: what the answers say, and what only a look over the waves can say. */
export const panelReasons = [
  ...missingReasons,
  { code: 'keine_teilnahme', number: -6, stata: '.j', label: 'Keine Antwort in dieser Welle' },
  { code: 'nicht_gefragt', number: -8, stata: '.h', label: 'In dieser Welle nicht gefragt' },
  { code: 'nicht_berechenbar', number: -5, stata: '.k', label: 'Nicht berechenbar, weil die Bezugsgröße 0 ist' },
  {
    code: 'widerspruch',
    number: -3,
    stata: '.m',
    label: 'Nicht berechenbar, weil der Teil größer ist als die Bezugsgröße',
  },
  { code: 'ohne_quelle', number: -4, stata: '.l', label: 'In der amtlichen Quelle nicht angegeben' },
  { code: 'nicht_zuordenbar', number: -2, stata: '.n', label: 'Antwort hat in der anderen Welle keine Entsprechung' },
] as const

export type PanelReason = (typeof panelReasons)[number]['code']

/** The reason as a small number for columns; 0 means that there is a value. */
export const reasonNumber: Readonly<Record<PanelReason, number>> = Object.fromEntries(
  panelReasons.map(({ code }, index) => [code, index + 1]),
) as Record<PanelReason, number>

export const reasonOf = (number: number): PanelReason | undefined => panelReasons[number - 1]?.code
