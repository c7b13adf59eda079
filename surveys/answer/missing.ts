import type { Cell } from './cell.ts'

/** Why there is no value: one plan for all surveys and waves. `code` stands in CSV, the others in statistics files. */
export const missingReasons = [
  { code: 'leer', number: -9, stata: '.i', label: 'Keine Angabe (leer)' },
  { code: 'nicht_vorhanden', number: -7, stata: '.g', label: 'Information liegt nicht vor' },
] as const

export type MissingReason = (typeof missingReasons)[number]['code']

/** Why a cell has no value, or undefined where it has one. */
export function missingReason(cell: Cell | undefined): MissingReason | undefined {
  if (cell?.state === 'given') return undefined
  return cell?.state === 'notAvailable' ? 'nicht_vorhanden' : 'leer'
}
