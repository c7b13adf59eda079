import { missingReasons, planned } from '../../surveys/answer/missing.ts'

/** Why a cell of a panel has no value: what the answers say, and what only a look over the waves can say. */
export const panelReasons = [
  ...missingReasons,
  ...planned('keine_teilnahme', 'nicht_gefragt', 'nicht_berechenbar', 'widerspruch', 'ohne_quelle', 'nicht_zuordenbar'),
]

export type PanelReason = (typeof panelReasons)[number]['code']

/** The reason as a small number for columns; 0 means that there is a value. */
export const reasonNumber: Readonly<Record<PanelReason, number>> = Object.fromEntries(
  panelReasons.map(({ code }, index) => [code, index + 1]),
) as Record<PanelReason, number>

export const reasonOf = (number: number): PanelReason | undefined => panelReasons[number - 1]?.code
