import type { TopLevelSpec } from 'vega-lite'
import type { ValueClass } from '../../analysis/groups/value-classes.ts'
import { chartWidth, color } from './theme.ts'

interface HistogramText {
  axisTitle: string
  countTitle: string
  format(value: number): string
  /** Classes of changes are known by their middle and told apart by the side of 0 on which they lie; others by their limits. */
  changes: boolean
  /** A value to be marked. */
  mark?: { at: number; label: string }
}

const width = chartWidth - 50
const gap = 0.05

/** How many lie in each class. The classes are of equal width; those at the ends may be open. */
export function histogram(classes: readonly ValueClass[], text: HistogramText): TopLevelSpec {
  const { axisTitle, countTitle, changes, mark } = text
  const last = classes.length
  const values = classes.map(({ from, to, count }, place) => ({
    place: place + gap,
    end: place + 1 - gap,
    count,
    side: !changes || (isBelow(from) && isAbove(to)) ? 'around' : isAbove(to) ? 'risen' : 'fallen',
  }))
  const { ticks, labels } = changes ? middles(classes, text) : limits(classes, text)
  const every = Math.ceil(ticks.length / 8)
  const start = Math.max(0, labels.indexOf(text.format(0))) % every
  const where = mark && placeOf(mark.at, classes)
  const toTheRight = where !== undefined && (where > last / 2 || where < 3)
  return {
    data: { values: [{}] },
    width,
    height: 220,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', orient: 'vertical' },
        encoding: {
          x: {
            field: 'place',
            type: 'quantitative',
            scale: { domain: [0, last], nice: false, zero: false },
            axis: {
              title: axisTitle,
              grid: false,
              ticks: true,
              values: ticks.filter((_tick, place) => place % every === start),
              labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ticks)}, datum.value)]`,
            },
          },
          x2: { field: 'end' },
          y: { field: 'count', type: 'quantitative', axis: { title: countTitle, grid: true, tickMinStep: 1 } },
          y2: { datum: 0 },
          color: {
            field: 'side',
            type: 'nominal',
            scale: { domain: ['fallen', 'around', 'risen'], range: [color.fallen, color.bar, color.risen] },
            legend: null,
          },
        },
      },
      ...(mark === undefined || where === undefined
        ? []
        : [
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
          ]),
    ],
  }
}

const isBelow = (from: number | undefined) => from === undefined || from < 0
const isAbove = (to: number | undefined) => to === undefined || to > 0

interface Ticks {
  ticks: number[]
  labels: string[]
}

function limits(classes: readonly ValueClass[], { format }: HistogramText): Ticks {
  const edges = [...classes.map(({ from }) => from), classes.at(-1)?.to]
  const given = edges.flatMap((edge, place) => (edge === undefined ? [] : [{ edge, place }]))
  return { ticks: given.map(({ place }) => place), labels: given.map(({ edge }) => format(edge)) }
}

function middles(classes: readonly ValueClass[], { format }: HistogramText): Ticks {
  const given = classes.flatMap(({ from, to }, place) =>
    from === undefined || to === undefined ? [] : [{ middle: (from + to) / 2, place: place + 0.5 }],
  )
  return { ticks: given.map(({ place }) => place), labels: given.map(({ middle }) => format(middle)) }
}

/** Where a value lies between the classes; undefined where it lies in an open one. */
function placeOf(value: number, classes: readonly ValueClass[]): number | undefined {
  const place = classes.findIndex(({ from = -Infinity, to = Infinity }) => value >= from && value < to)
  const { from, to } = classes[place] ?? {}
  return from === undefined || to === undefined ? undefined : place + (value - from) / (to - from)
}
