import type { TopLevelSpec } from 'vega-lite'
import { dottedRows, rowAxis } from './row-axis.ts'
import { chartWidth, color } from './theme.ts'
import { valueAxis } from './value-scale.ts'

export interface Dumbbell {
  label: string
  before: number
  after: number
  /** The change as it is written in the table. */
  change: string
}

const labels = 158
const changes = 62
const width = chartWidth - labels - changes

/** Where each group stood, and where it stands: a hollow point and a filled one, with what lies between. */
export function dumbbell(groups: readonly Dumbbell[], axisTitle: string): TopLevelSpec {
  const { y, isTall } = rowAxis(groups, labels)
  const all = groups.flatMap(({ before, after }) => [before, after])
  return {
    data: { values: [...groups] },
    width,
    height: { step: isTall ? 40 : 26 },
    encoding: { y: { ...y, axis: { ...y.axis, ...dottedRows } } },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, color: color.soft },
        encoding: {
          x: {
            field: 'before',
            type: 'quantitative',
            ...valueAxis(all, axisTitle, { zero: false }),
          },
          x2: { field: 'after' },
        },
      },
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
