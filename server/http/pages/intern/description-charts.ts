import type { VariableDescription } from '../../../../analysis/compare/describe-wave.ts'
import { seenParts } from '../../../../analysis/disclosure/seen-parts.ts'
import { valueClasses } from '../../../../analysis/groups/value-classes.ts'
import { isDefined } from '../../../../analysis/stats/not-defined.ts'
import { number, whole } from '../../../../analysis/words.ts'
import type { Question } from '../../../../surveys/compile/instrument.ts'
import { type Bar, bars } from '../../../../views/charts/bars.ts'
import { type Box, boxes } from '../../../../views/charts/boxes.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { histogram } from '../../../../views/charts/histogram.ts'
import { type StackedRow, stacked } from '../../../../views/charts/stacked.ts'
import type { ChartFigure, FigureTable } from '../../../../views/page-data/evaluation-pages.ts'
import { shortLabels } from './short-labels.ts'

interface Given {
  question: Question
  described: readonly VariableDescription[]
  /** What the groups are, or ''. */
  grouping: string
  many: string
}

/** The charts that fit the kind of a question. */
export async function descriptionCharts(given: Given): Promise<ChartFigure[]> {
  const { question, described } = given
  const charts = await Promise.all([
    ...(question.kind === 'matrix' ? [scaleChart(given)] : []),
    ...(question.kind === 'counts' || question.kind === 'shares' ? [amountChart(given)] : []),
    ...(question.kind === 'choices' || question.kind === 'choice' ? [answerChart(given)] : []),
    ...(described.length === 1 ? [distributionChart(given), groupChart(given)] : []),
  ])
  return charts.filter((chart) => chart !== undefined)
}

async function figure(
  text: Pick<ChartFigure, 'id' | 'title' | 'text'> & { values?: string },
  spec: Parameters<typeof draw>[0],
  table: FigureTable | null = null,
): Promise<ChartFigure> {
  const { id, title, text: seen, values = '' } = text
  const svg = await draw(spec, { id, title, description: `${seen} ${values}`.trim() })
  return { id, title, text: seen, svg, key: [], table }
}

const inWords = (all: readonly Bar[]) => `${all.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`

/** How much each item comes to: of counts the sum, of percentages the mean. */
function amountChart({ question, described, many }: Given): Promise<ChartFigure> | undefined {
  const labelOf = shortLabels(described)
  const isShare = question.kind === 'shares'
  const all = described.flatMap(({ variable, total: { result } }): Bar[] => {
    if (result?.kind !== 'number') return []
    const { mean, total } = result.level
    const value = isShare ? mean : 'sum' in total ? total.sum : undefined
    return typeof value === 'number' ? [{ label: labelOf(variable), value, text: number(value) }] : []
  })
  if (all.length === 0) return undefined
  const text = isShare ? 'Mittelwert der Prozente.' : `Summe über alle ${many} mit Angabe.`
  return figure(
    { id: 'summen', title: isShare ? 'Mittelwerte' : 'Summen', text, values: inWords(all) },
    bars(all, isShare ? 'Prozent' : 'Summe'),
  )
}

/** How often each answer was given, of those that are not too few. */
function answerChart({ described, many }: Given): Promise<ChartFigure> | undefined {
  const labelOf = shortLabels(described)
  const all = described.flatMap(({ variable, total: { result } }): Bar[] => {
    if (result?.kind !== 'category') return []
    const { categories } = result.distribution
    const seen = seenParts(categories.map(({ count }) => count))
    const meant = variable.kind === 'flag' ? [1] : [...categories.keys()]
    return meant.flatMap((place): Bar[] => {
      const one = categories[place]
      if (one === undefined || !seen[place]) return []
      const label = variable.kind === 'flag' ? labelOf(variable) : one.label
      return [{ label, value: one.share, text: `${number(one.share)} %` }]
    })
  })
  if (all.length === 0) return undefined
  const text = `Anteil der ${many} mit dieser Antwort. Antworten von weniger als drei fehlen.`
  return figure(
    { id: 'antworten', title: 'Häufigkeit der Antworten', text, values: inWords(all) },
    bars(all, 'Prozent'),
  )
}

/** The rows of a matrix over its scale. */
function scaleChart({ described }: Given): Promise<ChartFigure> | undefined {
  const labelOf = shortLabels(described)
  const scale = described[0]?.variable.categories.map(({ label }) => label) ?? []
  const rows = described.flatMap(({ variable, total: { result } }): StackedRow[] => {
    if (result?.kind !== 'category') return []
    const { categories } = result.distribution
    if (!seenParts(categories.map(({ count }) => count)).every(Boolean)) return []
    const parts = categories.map(({ label, share }) => ({ label, value: share }))
    return [{ label: labelOf(variable), parts }]
  })
  if (rows.length === 0) return undefined
  const left = described.length - rows.length
  const values = rows.map(
    ({ label, parts }) => `${label}: ${parts.map((one) => `${one.label} ${number(one.value)} %`).join(', ')}`,
  )
  const text = `Antworten in Prozent.${left === 0 ? '' : ` ${whole(left)} Zeilen fehlen, weil eine ihrer Antworten von weniger als drei kommt.`}`
  return figure(
    { id: 'skala', title: 'Antworten je Zeile', text, values: `${values.join('; ')}.` },
    stacked(rows, scale),
  )
}

/** How a single number is distributed. */
function distributionChart({ described: [one], many }: Given): Promise<ChartFigure> | undefined {
  const result = one?.total.result
  if (one === undefined || result?.kind !== 'number') return undefined
  const classes = valueClasses(result.values)
  if (classes.length === 0) return undefined
  const { mean, median } = result.level
  const rows = classes.map(({ from, to, count }) => [
    from === undefined
      ? `unter ${number(to ?? 0)}`
      : to === undefined
        ? `ab ${number(from)}`
        : `${number(from)} bis unter ${number(to)}`,
    whole(count),
  ])
  const spec = histogram(classes, {
    axisTitle: one.variable.unit || one.variable.label,
    countTitle: many,
    changes: false,
    format: number,
    ...(typeof median === 'number' ? { mark: { at: median, label: `Median ${number(median)}` } } : {}),
  })
  const text = `${many} nach ihrer Angabe; Mittelwert ${number(mean)}, Median ${number(median)}.`
  const values = `${rows.map((row) => row.join(': ')).join('; ')}.`
  return figure({ id: 'verteilung', title: 'Verteilung', text, values }, spec, { head: ['Angabe', many], rows })
}

/** Where the groups lie. */
function groupChart({ described: [one], grouping }: Given): Promise<ChartFigure> | undefined {
  const all = (one?.groups ?? []).flatMap(({ label, result }): Box[] => {
    if (result?.kind !== 'number') return []
    const { quartiles, median } = result.level
    if (!isDefined(quartiles) || typeof median !== 'number') return []
    return [{ label, low: quartiles[0], middle: median, high: quartiles[1], text: number(median) }]
  })
  if (one === undefined || all.length === 0) return undefined
  const values = all.map(
    ({ label, low, middle, high }) =>
      `${label}: Median ${number(middle)}, mittlere Hälfte ${number(low)} bis ${number(high)}`,
  )
  return figure(
    {
      id: 'gruppen',
      title: `Nach: ${grouping}`,
      text: 'Der Balken reicht über die mittlere Hälfte, der Strich und die Zahl rechts sind der Median.',
      values: `${values.join('; ')}.`,
    },
    boxes(all, one.variable.unit || 'Angabe'),
  )
}
