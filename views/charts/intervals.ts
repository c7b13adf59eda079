import type { TopLevelSpec } from 'vega-lite'
import { dottedRows, rowAxis } from './row-axis.ts'
import { chartWidth, color } from './theme.ts'

interface IntervalRow {
  label: string
  value: number
  /** Missing where there is none. */
  low?: number
  high?: number
  /** The value as it is written in the table. */
  text: string
}

const labels = 158
const texts = 56
const width = chartWidth - labels - texts

/** A point for each group with the interval in which its value may lie. */
export function intervals(rows: readonly IntervalRow[], axisTitle: string): TopLevelSpec {
  const values = rows.map((row) => ({
    ...row,
    low: row.low ?? row.value,
    high: row.high ?? row.value,
  }))
  const { y, names, step } = rowAxis(rows, { room: labels, least: 26 })
  return {
    data: { values },
    width,
    height: { step },
    encoding: { y: { ...y, axis: { ...y.axis, ...dottedRows } } },
    layer: [
      names,
      {
        mark: { type: 'rule', strokeWidth: 3, color: color.soft },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            scale: { domain: [0, 100], nice: false },
            axis: { title: axisTitle, grid: true },
          },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 80, color: color.ink, opacity: 1 },
        encoding: { x: { field: 'value', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'right' },
        encoding: { x: { value: width + texts }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}
