import type { CodebookColumn, CodebookTable } from '../../analysis/codebook/codebook.ts'
import { columnStatistics } from '../../analysis/codebook/column-statistics.ts'
import { type Described, describeWave } from '../../analysis/compare/describe-wave.ts'
import type { Continue } from '../../analysis/panel/partner.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { findVariable, type PanelVariable } from '../../analysis/panel/variable.ts'
import { checkKindOf } from '../../surveys/checks/index.ts'
import { describedColumns } from '../../surveys/codebook/describe-columns.ts'
import { answersFile } from '../../surveys/codebook/values-used.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadConcepts } from '../../surveys/concordance/load-concepts.ts'
import type { Database } from '../database/database.ts'
import type { Snapshot } from '../store/panel-answers.ts'
import { describable } from './describe-question.ts'
import { loadPanel } from './open-panel.ts'
import type { WaveSurvey } from './surveys.ts'

/** The file with the answers of a wave, each column with what may be told of it. */
export async function waveCodebook(
  context: Database,
  survey: WaveSurvey,
  continues: Continue,
  { snapshot, rows }: { snapshot: Snapshot; rows: number },
): Promise<CodebookTable> {
  const { wave, instrument } = survey
  const described = await descriptionsOf(context, survey, continues, snapshot)
  const checks = checksOf(instrument)
  const columns = describedColumns(instrument, await loadConcepts(instrument)).map((column): CodebookColumn => {
    const found = described.get(column.name)
    const own = checks.get(column.name)
    const reasons = column.missing?.reasons.map(({ code }) => code) ?? []
    return {
      ...column,
      ...(found && { statistics: columnStatistics(found, { rows, reasons }) }),
      ...(own && { checks: own }),
    }
  })
  const own = new Set(columns.map(({ name }) => name))
  const sections = instrument.sections.map(({ title, questions }) => ({
    title,
    columns: questions.flatMap(({ variables }) => variables.map(({ name }) => name).filter((name) => own.has(name))),
  }))
  return { file: answersFile(wave, snapshot.values), wave, rows, sections, columns }
}

/** Question by question, as the pages of the evaluation tell it: what is hidden there is hidden here. */
async function descriptionsOf(
  context: Database,
  survey: WaveSurvey,
  continues: Continue,
  { state, values }: Snapshot,
): Promise<Map<string, Described>> {
  const { wave, instrument } = survey
  const asked = [...instrument.questions.values()]
    .filter(({ parts }) => parts.length === 0)
    .map((question) =>
      describable(question).flatMap(({ name }): PanelVariable[] => {
        const found = findVariable(name, [survey], [], continues)
        return 'problem' in found ? [] : [found]
      }),
    )
  const { panel } = await loadPanel(context, [survey], [survey], asked.flat(), { state, values })
  const indices = [...panel.units.keys()]
  const behind = standsBehind(instrument.unit, panel.units)
  const described = asked.flatMap((variables) => describeWave({ wave, variables, panel, indices, behind }))
  return new Map(described.map(({ variable: { name }, total }) => [name, total]))
}

/** The checks that look at each column, by its name. */
function checksOf({ checks }: Instrument): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const check of checks) {
    const { inCodebook, fields } = checkKindOf(check.kind)
    if (!inCodebook) continue
    for (const name of new Set(fields(check))) found.set(name, [...(found.get(name) ?? []), check.id])
  }
  return found
}
