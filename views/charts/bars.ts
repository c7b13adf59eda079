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
  const { y, isTall } = rowAxis(all, labels)
  return {
    data: { values: [...all] },
    width,
    height: { step: isTall ? 40 : 28 },
    encoding: {
      y: { ...y, scale: { paddingInner: isTall ? 0.35 : 0.25 } },
      x: { field: 'value', type: 'quantitative', axis: { title: axisTitle, grid: true, tickCount: 4 } },
    },
    layer: [
      { mark: { type: 'bar', color: color.bar } },
      {
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}
