import { planned } from '../../surveys/answer/missing.ts'
import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { reasonColumn } from '../../surveys/codebook/reason-column.ts'
import { type Class, classesOf } from './classes.ts'
import type { Answers, Given } from './given.ts'
import type { RiskReport } from './report.ts'
import { riskReport } from './risk-report.ts'
import { safeCategories } from './safe-categories.ts'
import { safeNumbers, type Treated } from './safe-numbers.ts'
import { treatmentOf } from './treatment.ts'

/** What is left of what somebody answered. */
export interface Anonymous {
  /** By unit: its class; none where it is left out. */
  classOf: readonly (Class | undefined)[]
  classes: readonly Class[]
  /** Each with all that can be missing in it. */
  answers: readonly Answers[]
  report: RiskReport
}

/**
 * Takes out of answers by whom they are. Afterwards each shares region, size and numbers with at least `k - 1` others, and no answer of
 * a choice is that of one or two of a class. `given` stands in an order that says nothing, since of equals the first are taken.
 */
export function anonymise(given: Given, removedBefore: RiskReport['removed'] = []): Anonymous {
  const classes = classesOf(given)
  const treatments = given.answers.map((answers) => ({ answers, treatment: treatmentOf(answers.column) }))
  const ofKind = (kind: 'number' | 'category') =>
    treatments.flatMap(({ answers, treatment }) => (treatment.kind === kind ? [answers] : []))
  const [numbers, categories] = [ofKind('number'), ofKind('category')]
  const treated = new Map(given.answers.map((answers): [Answers, Treated] => [answers, untouched(given.units.length)]))
  const of = (answers: Answers) => treated.get(answers) as Treated
  let groups = 0
  for (const { indices } of classes) {
    groups += safeNumbers(numbers, numbers.map(of), indices, given.k)
    for (const answers of categories) safeCategories(answers, of(answers), indices)
  }
  const classOf: (Class | undefined)[] = given.units.map(() => undefined)
  for (const one of classes) for (const index of one.indices) classOf[index] = one
  const removed = treatments.flatMap(({ answers: { column }, treatment }) =>
    treatment.kind === 'removed' ? [{ name: column.name, label: column.label, why: treatment.why }] : [],
  )
  const kept = treatments.flatMap(({ answers, treatment }) =>
    treatment.kind === 'removed'
      ? []
      : [
          {
            before: answers,
            after: safeAnswers(answers, treatment.kind, of(answers)),
            kind: treatment.kind,
            ...of(answers),
          },
        ],
  )
  return {
    classOf,
    classes,
    answers: kept.map(({ after }) => after),
    report: riskReport(given, { classes, groups, kept, removed: [...removedBefore, ...removed] }),
  }
}

const untouched = (length: number): Treated => ({
  values: Array(length).fill(null),
  suppressed: new Set(),
  topCoded: 0,
})

function safeAnswers(
  { column, wave, reasons }: Answers,
  kind: 'number' | 'category',
  { values, suppressed }: Treated,
): Answers {
  return {
    column: safeColumn(column, kind),
    wave,
    values,
    reasons: reasons.map((reason, index) => (suppressed.has(index) ? 'datenschutz' : reason)),
  }
}

/** Whatever could not be missing before can be now. */
function safeColumn(column: DescribedColumn, kind: 'number' | 'category'): DescribedColumn {
  const { missing = { column: reasonColumn(column.name).name, reasons: [] } } = column
  return {
    ...column,
    ...(kind === 'number' ? { type: 'decimal', decimals: 1, label: `${column.label} (Mittel einer Gruppe)` } : {}),
    missing: {
      column: missing.column,
      reasons: [...missing.reasons.filter(({ code }) => code !== 'datenschutz'), ...planned('datenschutz')],
    },
  }
}
