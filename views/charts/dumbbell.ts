import type { TopLevelSpec } from 'vega-lite'
import { dottedRows, rowAxis } from './row-axis.ts'
import { chartWidth, color } from './theme.ts'
import { isFarApart, valueAxis } from './value-scale.ts'

export interface Dumbbell {
  label: string
  before: number
  after: number
  /** Between which changes the true one may lie, where that is known. */
  interval?: readonly [number, number]
  /** The change as it is written in the table. */
  change: string
}

const labels = 158
const changes = 62
const width = chartWidth - labels - changes

/**
 * Where each group stood, and where it stands: a hollow point and a filled one, with what lies between. A thin line reaches as far
 * as the filled one may lie away from the hollow one.
 */
export function dumbbell(groups: readonly Dumbbell[], axisTitle: string): TopLevelSpec {
  const { y, names, step } = rowAxis(groups, { room: labels, least: 26 })
  const all = groups.flatMap(({ before, after }) => [before, after])
  // A logarithmic scale has no 0 that a line could reach.
  const least = isFarApart(all) ? 0.8 * Math.min(...all) : -Infinity
  const values = groups.map(({ interval, ...group }) => ({
    ...group,
    ...(interval && {
      low: Math.max(least, group.before + interval[0]),
      high: Math.max(least, group.before + interval[1]),
    }),
  }))
  const sure = values.filter(({ low }) => low !== undefined)
  const axis = valueAxis(all, axisTitle, { zero: false })
  return {
    data: { values },
    width,
    height: { step },
    encoding: { y: { ...y, axis: { ...y.axis, ...dottedRows } } },
    layer: [
      names,
      {
        mark: { type: 'rule', strokeWidth: 3, color: color.soft },
        encoding: { x: { field: 'before', type: 'quantitative', ...axis }, x2: { field: 'after' } },
      },
      ...(sure.length === 0
        ? []
        : [
            {
              data: { values: sure },
              mark: { type: 'rule' as const, strokeWidth: 1, color: color.ink },
              encoding: { x: { field: 'low', type: 'quantitative' as const }, x2: { field: 'high' } },
            },
            ...(['low', 'high'] as const).map((field) => ({
              data: { values: sure },
              mark: { type: 'tick' as const, size: 10, thickness: 1, color: color.ink },
              encoding: { x: { field, type: 'quantitative' as const } },
            })),
          ]),
      {
        mark: {
          type: 'point',
          size: 80,
          filled: true,
          fill: color.sheet,
          stroke: color.ink,
          strokeWidth: 2,
          opacity: 1,
        },
        encoding: { x: { field: 'before', type: 'quantitative' } },
      },
      {
        mark: { type: 'point', size: 90, filled: true, color: color.ink, opacity: 1 },
        encoding: { x: { field: 'after', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'right' },
        encoding: { x: { value: width + changes }, text: { field: 'change', type: 'nominal' } },
      },
    ],
  }
}
