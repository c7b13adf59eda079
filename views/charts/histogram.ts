import type { TopLevelSpec } from 'vega-lite'
import type { ValueClass } from '../../analysis/groups/value-classes.ts'
import { classTicks } from './class-ticks.ts'
import { chartWidth, color } from './theme.ts'

export interface HistogramText {
  axisTitle: string
  countTitle: string
  format(value: number): string
  /** Classes of changes are told apart by the side of 0 on which they lie, and 0 is written below the axis. */
  changes: boolean
  /** A value to be marked. */
  mark?: { at: number; label: string }
}

const width = chartWidth - 50
const height = 220
const gap = 0.05

/**
 * How many lie in each class. The classes are of equal width; those at the ends may be open: their bars, dashed, pool a tail, and
 * the axis says so.
 */
export function histogram(classes: readonly ValueClass[], text: HistogramText): TopLevelSpec {
  const { axisTitle, countTitle, format, changes, mark } = text
  const last = classes.length
  const values = classes.map(({ from, to, count }, place) => ({
    place: place + gap,
    end: place + 1 - gap,
    count,
    pooled: from === undefined || to === undefined,
    side: !changes || (isBelow(from) && isAbove(to)) ? 'around' : isAbove(to) ? 'risen' : 'fallen',
  }))
  const ticks = classTicks(classes, { format, withZero: changes, width })
  const labels = Object.fromEntries(ticks.map(({ place, label }) => [place, label]))
  const [first, end] = [classes[0], classes.at(-1)]
  const tails = [
    ...(first?.from === undefined && first?.to !== undefined
      ? [{ at: 0, text: `unter ${format(first.to)}`, align: 'left' }]
      : []),
    ...(end?.to === undefined && end?.from !== undefined
      ? [{ at: last, text: `ab ${format(end.from)}`, align: 'right' }]
      : []),
  ]
  const side = {
    field: 'side',
    type: 'nominal' as const,
    scale: { domain: ['fallen', 'around', 'risen'], range: [color.fallen, color.bar, color.risen] },
    legend: null,
  }
  return {
    data: { values: [{}] },
    width,
    height,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', orient: 'vertical', strokeWidth: 1.5 },
        encoding: {
          x: {
            field: 'place',
            type: 'quantitative',
            scale: { domain: [0, last], nice: false, zero: false },
            axis: {
              title: axisTitle,
              titlePadding: tails.length === 0 ? 6 : 24,
              grid: false,
              ticks: true,
              domain: true,
              values: ticks.map(({ place }) => place),
              tickCount: ticks.length,
              labelExpr: `${JSON.stringify(labels)}[datum.value]`,
              labelOverlap: false,
            },
          },
          x2: { field: 'end' },
          y: { field: 'count', type: 'quantitative', axis: { title: countTitle, grid: true, tickMinStep: 1 } },
          y2: { datum: 0 },
          fill: { condition: { test: 'datum.pooled', value: color.sheet }, ...side },
          stroke: side,
          strokeDash: { condition: { test: 'datum.pooled', value: [4, 3] }, value: [1, 0] },
        },
      },
      ...tails.map(({ at, text: words, align }) => ({
        mark: { type: 'text' as const, align: align as 'left' | 'right', baseline: 'top' as const },
        encoding: { x: { datum: at }, y: { value: height + 27 }, text: { value: words } },
      })),
      ...markOf(mark, classes),
    ],
  }
}

/** A line at a value, with its label beside it where there is more room. */
function markOf(mark: HistogramText['mark'], classes: readonly ValueClass[]) {
  const where = mark && placeOf(mark.at, classes)
  if (mark === undefined || where === undefined) return []
  const toTheRight = where > classes.length / 2 || where < 3
  return [
    {
      mark: { type: 'rule' as const, color: color.ink, strokeDash: [4, 3], strokeWidth: 1.5 },
      encoding: { x: { datum: where } },
    },
    {
      mark: {
        type: 'text' as const,
        align: toTheRight ? ('left' as const) : ('right' as const),
        dx: toTheRight ? 6 : -6,
        baseline: 'top' as const,
      },
      encoding: { x: { datum: where }, y: { value: 0 }, text: { value: mark.label } },
    },
  ]
}

const isBelow = (from: number | undefined) => from === undefined || from < 0
const isAbove = (to: number | undefined) => to === undefined || to > 0

/** Where a value lies between the classes; undefined where it lies in an open one. */
function placeOf(value: number, classes: readonly ValueClass[]): number | undefined {
  const place = classes.findIndex(({ from = -Infinity, to = Infinity }) => value >= from && value < to)
  const { from, to } = classes[place] ?? {}
  return from === undefined || to === undefined ? undefined : place + (value - from) / (to - from)
}
