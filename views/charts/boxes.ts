import type { TopLevelSpec } from 'vega-lite'
import { rowAxis } from './row-axis.ts'
import { chartWidth, color } from './theme.ts'
import { valueAxis } from './value-scale.ts'

export interface Box {
  label: string
  /** The quartiles; whiskers would show single values. */
  low: number
  middle: number
  high: number
  /** The median as it is written in the table. */
  text: string
}

const labels = 158
const texts = 56
const width = chartWidth - labels - texts

/** Where the middle half of each group lies, with the median. */
export function boxes(all: readonly Box[], axisTitle: string): TopLevelSpec {
  const { y, names, step } = rowAxis(all, { room: labels, least: 40 })
  const edges = all.flatMap(({ low, high }) => [low, high])
  return {
    data: { values: [...all] },
    width,
    height: { step },
    encoding: { y },
    layer: [
      names,
      {
        mark: { type: 'bar', height: 18, color: 'var(--chart-step-2)', stroke: color.soft, strokeWidth: 1 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            ...valueAxis(edges, axisTitle, { zero: true }),
          },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'tick', size: 24, thickness: 3, color: color.ink },
        encoding: { x: { field: 'middle', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'right' },
        encoding: { x: { value: width + texts }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}
