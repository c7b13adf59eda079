import { type CompareWaves, compareWaves } from '../../analysis/compare/compare-waves.ts'
import type { Panel } from '../../analysis/panel/build-panel.ts'
import type { Column } from '../../analysis/panel/column.ts'
import type { PanelAnswer } from '../../server/evaluation/compare-panel.ts'
import { continuesOf } from '../../server/evaluation/continues.ts'
import { loadRules } from '../../server/evaluation/surveys.ts'

/** The same comparison again with something done wrong: a test that finds it could fail. */
export async function comparedWith(answer: PanelAnswer, wrong: Partial<CompareWaves>): Promise<PanelAnswer> {
  const { surveys, variables, loaded, indices, options, grouping } = answer
  const asked = { surveys, variables, panel: loaded.panel, indices, options, ...(grouping && { grouping }) }
  return { ...answer, compared: compareWaves({ ...asked, continues: continuesOf(await loadRules()), ...wrong }) }
}

/** The panel of an answer with other columns in some of its waves. */
export function panelWith(
  { loaded: { panel } }: PanelAnswer,
  changed: readonly string[],
  change: (column: Column) => Column,
): Panel {
  return {
    ...panel,
    waves: panel.waves.map((one) =>
      changed.includes(one.wave)
        ? { ...one, columns: new Map([...one.columns].map(([name, column]) => [name, change(column)])) }
        : one,
    ),
  }
}
