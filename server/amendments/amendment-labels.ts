import type { CodeLabels } from '../../analysis/report/changes.ts'
import { amendmentReasons, amendmentSources } from './grounds.ts'

const labelOf = (grounds: Readonly<Record<string, { label: string }>>, code: string) => grounds[code]?.label ?? code

/** How the codes of corrections are told beside figures. */
export const amendmentLabels: CodeLabels = {
  reason: (code) => labelOf(amendmentReasons, code),
  source: (code) => labelOf(amendmentSources, code),
  account: (code) => code || 'Befehlszeile',
}
