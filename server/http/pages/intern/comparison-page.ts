import { comparisonReport } from '../../../../analysis/report/comparison.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ComparisonPage } from '../../../../views/page-data/evaluation-pages.ts'
import type { PanelAnswer } from '../../../evaluation/compare-panel.ts'
import { caveatOf } from './caveat.ts'
import { figureOrigin, type Links } from './figure-origin.ts'
import { reportFacts, reportSections } from './report-sections.ts'

type Result = NonNullable<ComparisonPage['result']>

/** What the page says of one variable between two waves. */
export async function comparisonResult(
  { compared, surveys, byKreis, provenance }: PanelAnswer,
  links: Links,
): Promise<Result | null> {
  const [one] = compared.variables
  const step = one?.steps[0]
  const unit = surveys[0]?.instrument.unit
  if (one === undefined || step === undefined || unit === undefined) return null
  const { many } = unitKinds[unit]
  const report = comparisonReport({ compared, one, step, many, byKreis, origin: provenance })
  return {
    label: report.title,
    name: one.variable.name,
    caveat: caveatOf(step.comparability),
    notes: [...report.notes],
    facts: reportFacts(report),
    sections: await reportSections(report),
    origin: figureOrigin(provenance, { many, ...links }),
  }
}
