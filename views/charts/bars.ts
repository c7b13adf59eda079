import type { TopLevelSpec } from 'vega-lite'
import { rowAxis } from './row-axis.ts'
import { chartWidth, color } from './theme.ts'

export interface Bar {
  label: string
  value: number
  /** As it is written in the table. */
  text: string
}

const labels = 190
const texts = 64
const width = chartWidth - labels - texts

/** A bar for each, from 0. */
export function bars(all: readonly Bar[], axisTitle: string): TopLevelSpec {
  const { y, names, step } = rowAxis(all, { room: labels, least: 28 })
  return {
    data: { values: [...all] },
    width,
    height: { step },
    encoding: {
      y,
      x: { field: 'value', type: 'quantitative', axis: { title: axisTitle, grid: true, tickCount: 4 } },
    },
    layer: [
      names,
      { mark: { type: 'bar', height: 20, color: color.bar } },
      {
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}
