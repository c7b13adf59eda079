import { widestStep } from '../../../../analysis/compare/widest-step.ts'
import type { Comparability } from '../../../../analysis/panel/comparability.ts'
import { comparisonReport } from '../../../../analysis/report/comparison.ts'
import { type GroupOrder, inOrder } from '../../../../analysis/report/group-order.ts'
import { namedCourse, namedGrouping, namedProvenance, namedStep } from '../../../../analysis/report/named-waves.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ComparisonPage } from '../../../../views/page-data/evaluation-pages.ts'
import type { PanelAnswer } from '../../../evaluation/compare-panel.ts'
import { namesOf } from '../../../evaluation/open-panel.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveNames } from '../../../evaluation/wave-names.ts'
import { caveatOf } from './caveat.ts'
import type { ChartFrame } from './chart-frame.ts'
import { figureOrigin, type Links } from './figure-origin.ts'
import { reportFacts, reportSections } from './report-sections.ts'

type Result = NonNullable<ComparisonPage['result']>

interface NamedComparison {
  name: string
  comparability: Comparability
  report: Report
}

/** What is said of one variable between the first and the last wave, and over those between, which are called by their names. */
export function comparisonOf(
  { compared, surveys, byKreis, provenance, loaded }: PanelAnswer,
  all: readonly WaveSurvey[],
  order?: GroupOrder,
): NamedComparison | undefined {
  const [one] = compared.variables
  const step = one && widestStep(one)
  const unit = surveys[0]?.instrument.unit
  if (one === undefined || step === undefined || unit === undefined) return undefined
  const names = waveNames(all, compared.waves)
  const named = namedStep(step, names)
  const report = comparisonReport({
    compared: namedGrouping(compared, names),
    one: {
      ...one,
      steps: one.steps.map((each) => namedStep(each, names)),
      ...(one.course && { course: namedCourse(one.course, names) }),
    },
    step: { ...named, groups: inOrder(step.groups, order) },
    many: unitKinds[unit].many,
    byKreis,
    nameOf: namesOf(loaded.units),
    origin: namedProvenance(provenance, names),
  })
  return { name: one.variable.name, comparability: named.comparability, report }
}

/** The same as the page prints it. */
export async function comparisonResult(
  { name, comparability, report }: NamedComparison,
  links: Links & { many: string },
  frame: ChartFrame,
): Promise<Result> {
  return {
    label: report.title,
    name,
    caveat: caveatOf(comparability),
    warnings: [...(report.warnings ?? [])],
    notes: [...report.notes],
    facts: reportFacts(report),
    sections: await reportSections(report, frame),
    origin: figureOrigin(report.origin, links),
  }
}
