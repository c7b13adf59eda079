import type { TopLevelSpec } from 'vega-lite'
import { wrapShort } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'

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
  const values = all.map((bar) => ({ ...bar, lines: wrapShort(bar.label, labels - 24, fontSize) }))
  const tall = values.some(({ lines }) => lines.includes('\n'))
  return {
    data: { values },
    width,
    height: { step: tall ? 40 : 28 },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: null,
        scale: { paddingInner: tall ? 0.35 : 0.25 },
        axis: {
          title: null,
          labelExpr: `split(${JSON.stringify(Object.fromEntries(values.map(({ label, lines }) => [label, lines])))}[datum.label], '\\n')`,
          minExtent: labels,
          maxExtent: labels,
          labelPadding: 10,
        },
      },
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
