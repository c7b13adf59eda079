import type { TopLevelSpec } from 'vega-lite'
import { chartWidth, color } from './theme.ts'

/** A class of values from … to below …; without a limit at an open end. */
export interface HistogramClass {
  from: number | undefined
  to: number | undefined
  count: number
}

const width = chartWidth - 50

/** How many lie in each class. The classes are of equal width; those at the ends may be open. */
export function histogram(
  classes: readonly HistogramClass[],
  {
    axisTitle,
    countTitle,
    mark,
    format,
  }: { axisTitle: string; countTitle: string; mark?: { at: number; label: string }; format: (value: number) => string },
): TopLevelSpec {
  const values = classes.map(({ from, to, count }, place) => ({
    place: place + 0.06,
    end: place + 0.94,
    count,
    side: to !== undefined && to <= 0 ? 'fallen' : from !== undefined && from >= 0 ? 'risen' : 'around',
  }))
  const signed = classes.some(({ from }) => (from ?? 0) < 0) || (classes[0]?.to ?? 1) <= 0
  const edges = [...classes.map(({ from }) => from), classes.at(-1)?.to].map((edge) =>
    edge === undefined ? '' : format(edge),
  )
  const every = Math.ceil(edges.length / 8)
  const zero = edges.indexOf(format(0))
  const first = zero < 0 ? 0 : zero % every
  const shown = edges.flatMap((edge, place) => (edge !== '' && place % every === first ? [place] : []))
  const where = mark && placeOf(mark.at, classes)
  return {
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
            scale: { domain: [0, classes.length], nice: false, zero: false },
            axis: {
              title: axisTitle,
              grid: false,
              ticks: true,
              values: shown,
              labelExpr: `${JSON.stringify(edges)}[datum.value]`,
            },
          },
          x2: { field: 'end' },
          y: { field: 'count', type: 'quantitative', axis: { title: countTitle, grid: true, tickMinStep: 1 } },
          y2: { datum: 0 },
          color: signed
            ? {
                field: 'side',
                type: 'nominal',
                scale: { domain: ['fallen', 'around', 'risen'], range: [color.fallen, color.bar, color.risen] },
                legend: null,
              }
            : { value: color.bar },
        },
      },
      ...(zero < 0 || !signed
        ? []
        : [{ mark: { type: 'rule' as const, color: color.ink, strokeWidth: 1.5 }, encoding: { x: { datum: zero } } }]),
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
                align: where > classes.length / 2 ? ('right' as const) : ('left' as const),
                dx: where > classes.length / 2 ? -6 : 6,
                baseline: 'top' as const,
              },
              encoding: { x: { datum: where }, y: { value: -2 }, text: { value: mark.label } },
            },
          ]),
    ],
  }
}

/** Where a value lies between the classes; undefined where it lies in an open one. */
function placeOf(value: number, classes: readonly HistogramClass[]): number | undefined {
  const place = classes.findIndex(({ from = -Infinity, to = Infinity }) => value >= from && value < to)
  const { from, to } = classes[place] ?? {}
  return from === undefined || to === undefined ? undefined : place + (value - from) / (to - from)
}
