import type { VariableDescription } from '../compare/describe-wave.ts'
import { decimalsFor, withDecimals } from '../decimals.ts'
import { isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { number, tenths, whole } from '../words.ts'
import { count, text } from './cell.ts'
import type { BoxRow, Chart, LabelledValue } from './chart.ts'
import { tailNote, valueClassWords } from './class-words.ts'
import { shortLabels } from './short-labels.ts'

export interface DescribedQuestion {
  /** The kind of the question. */
  kind: string
  described: readonly VariableDescription[]
  /** What the groups are, or ''. */
  grouping: string
  many: string
}

/** The charts that fit the kind of a question. */
export function descriptionCharts(question: DescribedQuestion): Chart[] {
  const { kind, described } = question
  const charts = [
    ...(kind === 'matrix' ? [scaleChart(question)] : []),
    ...(kind === 'counts' || kind === 'shares' ? [amountChart(question)] : []),
    ...(kind === 'choices' || kind === 'choice' ? [answerChart(question)] : []),
    ...(described.length === 1 ? [distributionChart(question), groupChart(question)] : []),
  ]
  return charts.filter((chart) => chart !== undefined)
}

/** Of how many a picture is, where its rows were answered by different numbers. */
function basisOf(described: readonly VariableDescription[], many: string): string {
  const counts = described.map(({ total }) => total.n).filter(isTold)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  if (counts.length === 0) return ''
  return `n = ${least === most ? whole(least) : `${whole(least)} bis ${whole(most)} je Zeile`} (${many} mit Angabe)`
}

const listed = (words: readonly string[]) => `${words.join('; ')}.`

/** How much each item comes to: of counts the sum, of percentages the mean. */
function amountChart({ kind, described, many }: DescribedQuestion): Chart | undefined {
  const labelOf = shortLabels(described)
  const isShare = kind === 'shares'
  const unit = described[0]?.variable.unit ?? ''
  const bars = described.flatMap(({ variable, total: { result } }): LabelledValue[] => {
    if (result?.kind !== 'number') return []
    const { mean, total } = result.level
    const value = isShare ? mean : 'sum' in total ? total.sum : undefined
    return typeof value === 'number' ? [{ label: labelOf(variable), value }] : []
  })
  if (bars.length === 0) return undefined
  const decimals = decimalsFor(
    bars.map(({ value }) => value),
    unit,
  )
  return {
    id: 'summen',
    title: isShare ? 'Mittelwerte' : 'Summen',
    text: isShare ? 'Mittelwert der Prozente.' : `Summe über alle ${many} mit Angabe.`,
    values: listed(bars.map(({ label, value }) => `${label}: ${withDecimals(value, decimals)}`)),
    basis: basisOf(described, many),
    drawing: {
      kind: 'bars',
      bars,
      axis: isShare || unit === '' ? unit || 'Summe' : `Summe (${unit})`,
      unit: '',
      decimals,
    },
  }
}

/** How often each answer was given, of those that can be told. */
function answerChart({ described, many }: DescribedQuestion): Chart | undefined {
  const labelOf = shortLabels(described)
  const bars = described.flatMap(({ variable, total: { result } }): LabelledValue[] => {
    if (result?.kind !== 'category') return []
    const { categories } = result.distribution
    const meant = variable.kind === 'flag' ? categories.slice(1, 2) : categories
    return meant.flatMap(({ label, share }) =>
      typeof share === 'number' ? [{ label: variable.kind === 'flag' ? labelOf(variable) : label, value: share }] : [],
    )
  })
  if (bars.length === 0) return undefined
  return {
    id: 'antworten',
    title: 'Häufigkeit der Antworten',
    text: `Anteil der ${many} mit dieser Antwort. Antworten, die von einzelnen erzählen würden, fehlen.`,
    values: listed(bars.map(({ label, value }) => `${label}: ${tenths(value)} %`)),
    basis: basisOf(described, many),
    drawing: { kind: 'bars', bars, axis: 'Prozent', unit: '%', decimals: 1 },
  }
}

/** The rows of a matrix over its scale. */
function scaleChart({ described, many }: DescribedQuestion): Chart | undefined {
  const labelOf = shortLabels(described)
  const scale = described[0]?.variable.categories.map(({ label }) => label) ?? []
  const rows = described.flatMap(({ variable, total: { result } }) => {
    if (result?.kind !== 'category') return []
    const parts = result.distribution.categories.flatMap(({ label, share }) =>
      typeof share === 'number' ? [{ label, value: share }] : [],
    )
    return parts.length < result.distribution.categories.length ? [] : [{ label: labelOf(variable), parts }]
  })
  if (rows.length === 0) return undefined
  const left = described.length - rows.length
  const values = rows.map(
    ({ label, parts }) => `${label}: ${parts.map((one) => `${one.label} ${tenths(one.value)} %`).join(', ')}`,
  )
  return {
    id: 'skala',
    title: 'Antworten je Zeile',
    text: `Antworten in Prozent.${left === 0 ? '' : ` ${whole(left)} Zeilen fehlen, weil eine ihrer Antworten von einzelnen erzählen würde.`}`,
    values: listed(values),
    basis: basisOf(described, many),
    drawing: { kind: 'stacked', rows, scale },
  }
}

/** How a single number is distributed. */
function distributionChart({ described: [one], many }: DescribedQuestion): Chart | undefined {
  const result = one?.total.result
  if (one === undefined || result?.kind !== 'number' || result.classes.length === 0) return undefined
  const { classes, level } = result
  const { mean, median } = level
  const classWords = valueClassWords(classes)
  const known = [mean, median].filter((value) => typeof value === 'number')
  const decimals = decimalsFor(known, one.variable.unit)
  const words = (value: typeof mean) => (typeof value === 'number' ? withDecimals(value, decimals) : number(value))
  return {
    id: 'verteilung',
    title: 'Verteilung',
    text: `${many} nach ihrer Angabe; Mittelwert ${words(mean)}, Median ${words(median)}.${tailNote(classes)}`,
    values: listed(classes.map((own) => `${classWords(own)}: ${whole(own.count)}`)),
    basis: basisOf([one], many),
    table: {
      id: 'verteilung-werte',
      label: 'Verteilung',
      head: ['Angabe', many],
      rows: classes.map((own) => [text(classWords(own)), count(own.count)]),
    },
    drawing: {
      kind: 'histogram',
      classes,
      axis: one.variable.unit || one.variable.label,
      countAxis: many,
      ofChanges: false,
      ...(typeof median === 'number' && { mark: median, markLabel: `Median ${words(median)}` }),
    },
  }
}

/** Where the groups lie. */
function groupChart({ described: [one], grouping, many }: DescribedQuestion): Chart | undefined {
  const boxes = (one?.groups ?? []).flatMap(({ label, result }): BoxRow[] => {
    if (result?.kind !== 'number') return []
    const { quartiles, median } = result.level
    if (!isDefined(quartiles) || typeof median !== 'number') return []
    return [{ label, low: quartiles[0], middle: median, high: quartiles[1] }]
  })
  if (one === undefined || boxes.length === 0) return undefined
  const decimals = decimalsFor(
    boxes.flatMap(({ low, middle, high }) => [low, middle, high]),
    one.variable.unit,
  )
  const words = (value: number) => withDecimals(value, decimals)
  const values = boxes.map(
    ({ label, low, middle, high }) =>
      `${label}: Median ${words(middle)}, mittlere Hälfte ${words(low)} bis ${words(high)}`,
  )
  return {
    id: 'gruppen',
    title: `Nach: ${grouping}`,
    text: 'Der Balken reicht über die mittlere Hälfte, der Strich und die Zahl rechts sind der Median.',
    values: listed(values),
    basis: basisOf([one], many),
    drawing: { kind: 'boxes', boxes, axis: one.variable.unit || 'Angabe', decimals },
  }
}
