import type { Step } from '../../analysis/compare/results.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { PanelAnswer } from './compare-panel.ts'

/** Whoever is shown what single ones answered has looked at it. */
export async function noteAnswersSeen(
  db: Db,
  { compared, surveys }: Pick<PanelAnswer, 'compared' | 'surveys'>,
  accountId: number | undefined,
): Promise<void> {
  const rows = compared.variables.flatMap(({ steps }) => steps).reduce((sum, step) => sum + unitsShown(step), 0)
  if (rows === 0) return
  for (const { wave } of surveys) await noteStaff(db, { action: 'numbers_screened', accountId, wave, detail: { rows } })
}

const unitsShown = ({ total: { result } }: Step) =>
  result?.kind === 'number'
    ? new Set(
        [
          ...(result.influence?.units ?? []),
          ...(result.influence?.weighted?.units ?? []),
          ...(result.above?.answers ?? []),
          ...(result.doubted ?? []),
        ].map(({ unit }) => unit),
      ).size
    : 0
