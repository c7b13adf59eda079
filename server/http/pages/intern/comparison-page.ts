import type { Compared, Step } from '../../../../analysis/compare/results.ts'
import { seenParts, unseen } from '../../../../analysis/disclosure/seen-parts.ts'
import { hiddenSentence, sumSentence } from '../../../../analysis/report/comparison-lines.ts'
import { isDefined } from '../../../../analysis/stats/not-defined.ts'
import { probability, signed, whole } from '../../../../analysis/words.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ChartFigure, ComparisonPage, FigureOrigin } from '../../../../views/page-data/evaluation-pages.ts'
import type { PanelAnswer } from '../../../evaluation/compare-panel.ts'
import { caveatOf } from './caveat.ts'
import {
  type ChartWords,
  categoryChart,
  changeHistogram,
  groupCharts,
  kreisMap,
  levelSlope,
} from './comparison-charts.ts'
import {
  categoryTable,
  groupTable,
  interval,
  levelTable,
  missingTable,
  moveTable,
  shownChange,
  testTable,
} from './comparison-tables.ts'
import { figureOrigin } from './figure-origin.ts'
import { formatShare } from './shown-counts.ts'

type Result = NonNullable<ComparisonPage['result']>

/** What the page says of one variable between two waves. */
export async function comparisonResult(
  answer: PanelAnswer,
  links: Omit<FigureOrigin, 'facts'>,
): Promise<Result | null> {
  const { compared, surveys, provenance } = answer
  const [one] = compared.variables
  const step = one?.steps[0]
  const unit = surveys[0]?.instrument.unit
  if (one === undefined || step === undefined || unit === undefined) return null
  const { variable } = one
  const { many } = unitKinds[unit]
  const { total } = step
  const { result } = total
  return {
    label: variable.label,
    name: variable.name,
    caveat: caveatOf(step.comparability),
    notes: [
      ...(variable.unit === '' ? [] : ['Alle Werte sind Prozente, Veränderungen Prozentpunkte.']),
      ...(variable.base === '' ? [] : [`Bezugsgröße: ${variable.base}.`]),
      ...(variable.note === '' ? [] : [variable.note]),
    ],
    sum: result?.kind === 'number' ? sumSentence(result.pairs.before, result.pairs.after) : '',
    facts: factsOf(total, many),
    hidden: result === undefined ? hiddenSentence(many) : '',
    charts: await chartsOf(answer, step, { many, isShare: variable.unit === 'Prozent' || variable.kind !== 'number' }),
    levels:
      result === undefined ? null : result.kind === 'number' ? levelTable(step, result) : categoryTable(step, result),
    tests: testTable(total),
    moves: result?.kind === 'category' ? moveTable(step, result) : null,
    groups: groupsOf(step, compared.grouping?.label),
    missing: result === undefined ? null : missingTable(step, result),
    origin: figureOrigin(provenance, { many, ...links }),
  }
}

function factsOf({ size, result, adjusted }: Compared, many: string): Result['facts'] {
  if (result === undefined) return []
  const change = shownChange(result)
  const shares = result.kind === 'number' ? result.shares : result.yes?.shares
  return [
    { label: 'Paare', value: whole(size.pairs), note: `von ${whole(size.units)} ${many} mit Angabe in beiden Wellen` },
    ...(change === undefined
      ? []
      : [
          {
            label: 'Mittlere Veränderung',
            value: signed(change.change),
            note: `95-%-Intervall ${interval(change.interval)}${adjusted?.main === undefined ? '' : `, p ${sign(adjusted.main.p)}`}`,
          },
        ]),
    ...(result.kind === 'number'
      ? [{ label: 'Median der Veränderungen', value: signed(result.medianChange), note: '' }]
      : [{ label: 'Unverändert', value: whole(result.transitions.unchanged), note: `von ${whole(size.pairs)}` }]),
    ...(shares !== undefined && isDefined(shares)
      ? [movedFact([shares.risen.count, shares.fallen.count, shares.unchanged.count], shares.n)]
      : []),
  ]
}

const sign = (p: number) => (p < 0.0001 ? probability(p) : `= ${probability(p)}`)

function movedFact(counts: readonly number[], n: number): Result['facts'][number] {
  const seen = seenParts(counts)
  const [risen, fallen, same] = counts.map((count, place) =>
    seen[place] ? `${formatShare(count, n)} (${whole(count)})` : unseen,
  )
  return { label: 'Gestiegen', value: risen ?? '', note: `gefallen ${fallen}, unverändert ${same}` }
}

async function chartsOf(answer: PanelAnswer, step: Step, words: ChartWords): Promise<ChartFigure[]> {
  const { result } = step.total
  if (result === undefined) return []
  const { grouping } = answer
  const charts = await Promise.all([
    result.kind === 'number' && grouping === undefined ? levelSlope(step, result) : undefined,
    ...(grouping === undefined ? [] : groupCharts(step, grouping.label, words)),
    result.kind === 'number' ? changeHistogram(step, answer, words) : categoryChart(step, result),
    kreisMap(answer, words),
  ])
  return charts.filter((chart) => chart !== undefined)
}

function groupsOf(step: Step, label: string | undefined): Result['groups'] {
  if (label === undefined || step.groups.length === 0) return null
  const merged = step.groups.flatMap((group) => group.merged)
  return {
    title: `Nach: ${label}`,
    table: groupTable(step, label, step.groups),
    note:
      merged.length === 0
        ? ''
        : `Zusammengefasst, damit sich keine Angabe von weniger als drei Kommunen errechnen lässt: ${merged.join(', ')}.`,
  }
}
