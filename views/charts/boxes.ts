import type { TopLevelSpec } from 'vega-lite'
import { wrapShort } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'
import { isFarApart, logTicks, scaleNote } from './value-scale.ts'

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
  const values = all.map((box) => ({ ...box, lines: wrapShort(box.label, labels - 24, fontSize) }))
  const edges = all.flatMap(({ low, high }) => [low, high])
  const isLog = isFarApart(edges)
  return {
    data: { values },
    width,
    height: { step: 40 },
    encoding: {
      y: {
        field: 'lines',
        type: 'nominal',
        sort: null,
        axis: {
          title: null,
          labelExpr: "split(datum.label, '\\n')",
          minExtent: labels,
          maxExtent: labels,
          labelPadding: 10,
        },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: 18, color: 'var(--chart-step-2)', stroke: color.soft, strokeWidth: 1 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            scale: isLog ? { type: 'log', nice: false } : { zero: true, nice: true },
            axis: {
              title: axisTitle + scaleNote(isLog),
              grid: true,
              ...(isLog ? { values: logTicks(edges).map(({ value }) => value) } : {}),
            },
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
