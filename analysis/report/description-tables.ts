import type { Described, VariableDescription } from '../compare/describe-wave.ts'
import type { ToldEstimate } from '../compare/disclose-estimates.ts'
import type { Level } from '../compare/level.ts'
import { fewest } from '../disclosure/fewest.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import { panelReasons } from '../panel/reasons.ts'
import type { Interval } from '../stats/interval.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { type Cell, count, interval, number, percent, share, text } from './cell.ts'
import { shortLabels } from './short-labels.ts'
import type { Table } from './table.ts'

const levelHead = ['n', 'Summe', 'Mittelwert', 'Standardabw.', 'unteres Quartil', 'Median', 'oberes Quartil']

function levelCells({ n, mean, sd, median, quartiles, total }: Level, isSummed: boolean): Cell[] {
  const [low, high] = isDefined(quartiles) ? quartiles : [undefined, undefined]
  const sum = isSummed && 'sum' in total ? total.sum : undefined
  return [count(n), number(sum), number(mean), number(sd), number(low), number(median), number(high)]
}

const tooFew = text(`unter ${fewest}`)
const nothing = (cells: number): Cell[] => [tooFew, ...Array.from({ length: cells - 1 }, () => number(undefined))]

/** The figures behind the charts, of numbers and of answers. */
export function answerTables(described: readonly VariableDescription[], ofWhom: string): Table[] {
  const labelOf = shortLabels(described)
  const of = (kind: VariableDescription['variable']['kind']) =>
    described.filter(({ variable }) => variable.kind === kind)
  const [numbers, flags, choices] = [of('number'), of('flag'), of('category')]
  const [only] = choices
  return [
    ...(numbers.length === 0
      ? []
      : [
          {
            id: 'angaben',
            label: 'Angaben',
            head: ['Angabe', ...levelHead],
            rows: numbers.map(({ variable, total }) => [text(labelOf(variable)), ...numberCells(total, variable.unit)]),
          },
        ]),
    ...(flags.length === 0
      ? []
      : [
          {
            id: 'angekreuzt',
            label: 'Antworten',
            head: ['Antwort', 'n', 'angekreuzt', 'Prozent', `95-%-Intervall (${ofWhom})`],
            rows: flags.map(({ variable, total: { n, result } }) => [
              text(labelOf(variable)),
              ...(result?.kind === 'category'
                ? [count(n), ...(distributionCells(result)[1]?.slice(1) ?? [])]
                : nothing(4)),
            ]),
          },
        ]),
    ...(choices.length > 1 ? [scaleTable(choices)] : []),
    ...(choices.length === 1 && only !== undefined
      ? [
          {
            id: 'antworten',
            label: labelOf(only.variable),
            head: ['Antwort', 'Anzahl', 'Prozent', `95-%-Intervall (${ofWhom})`],
            rows: only.total.result?.kind === 'category' ? distributionCells(only.total.result) : [nothing(4)],
          },
        ]
      : []),
  ]
}

const numberCells = ({ result }: Described, unit: string): Cell[] =>
  result?.kind === 'number' ? levelCells(result.level, unit !== 'Prozent') : nothing(levelHead.length)

/** The rows of a matrix, whose answers are the same. */
function scaleTable(choices: readonly VariableDescription[]): Table {
  const labelOf = shortLabels(choices)
  const scale = choices[0]?.variable.categories ?? []
  return {
    id: 'skala-werte',
    label: 'Antworten',
    head: ['Angabe', 'n', ...scale.map(({ label }) => label)],
    rows: choices.map(({ variable, total: { n, result } }) => [
      text(labelOf(variable)),
      ...(result?.kind === 'category'
        ? [count(n), ...result.distribution.categories.map((one) => share(one.count, one.share))]
        : nothing(scale.length + 1)),
    ]),
  }
}

/** Of shares between 0 and 1, in per cent. */
const inPercent = (limits: Told<Interval | NotDefined>): Told<Interval | NotDefined> => {
  if (!isTold(limits)) return hidden
  return isDefined(limits) ? [100 * limits[0], 100 * limits[1]] : limits
}

type DescribedCategory = Extract<Described['result'], { kind: 'category' }>

const distributionCells = ({ distribution, estimates }: DescribedCategory): Cell[][] =>
  distribution.categories.map(({ label, count: counted, share: percentage, interval: limits }, place) => [
    text(label),
    count(counted),
    number(percentage),
    interval(estimates === undefined ? inPercent(limits) : limitsOf(estimates.plain[place])),
  ])

function limitsOf(estimate: ToldEstimate = hidden): Told<Interval | NotDefined> {
  if (!isTold(estimate)) return hidden
  return isDefined(estimate) ? estimate.interval : estimate
}

/** By group: of numbers where they lie, of answers their shares. */
export function groupTables(described: readonly VariableDescription[], grouping: string): Table[] {
  const labelOf = shortLabels(described)
  if (grouping === '') return []
  return described.flatMap(({ variable, groups }): Table[] => {
    if (groups.length === 0) return []
    const head = { id: `gruppen-${variable.name}`, label: `${labelOf(variable)}, nach: ${grouping}` }
    if (variable.kind === 'number') {
      const rows = groups.map((group) => [text(group.label), ...numberCells(group, variable.unit)])
      return [{ ...head, head: [grouping, ...levelHead], rows }]
    }
    const places = variable.kind === 'flag' ? [1] : [...variable.categories.keys()]
    const rows = groups.map(({ label, n, result }) => [
      text(label),
      ...(result?.kind === 'category'
        ? [count(n), ...places.map((place) => percent(result.distribution.categories[place]?.share))]
        : nothing(places.length + 1)),
    ])
    return [{ ...head, head: [grouping, 'n', ...places.map((place) => variable.categories[place]?.label ?? '')], rows }]
  })
}

/** Why values are missing, by item. */
export function missingTables(described: readonly VariableDescription[], many: string): Table[] {
  const labelOf = shortLabels(described)
  const reasons = panelReasons.filter(({ code }) => described.some(({ total }) => (total.missing[code] ?? 0) !== 0))
  if (reasons.length === 0) return []
  return [
    {
      id: 'fehlend-werte',
      label: 'Warum Angaben fehlen',
      head: ['Angabe', many, 'mit Angabe', ...reasons.map(({ label }) => label)],
      rows: described.map(({ variable, total }) => [
        text(labelOf(variable)),
        count(total.units),
        count(total.n),
        ...reasons.map(({ code }) => count(total.missing[code] ?? 0)),
      ]),
    },
  ]
}
