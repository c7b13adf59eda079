import type { TopLevelSpec } from 'vega-lite'
import { wrapShort } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'
import { isFarApart, logTicks, scaleNote } from './value-scale.ts'

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
  const values = groups.map((group) => ({
    ...group,
    lines: wrapShort(group.label, labels - 24, fontSize),
  }))
  const all = groups.flatMap(({ before, after }) => [before, after])
  const isLog = isFarApart(all)
  const y = { field: 'lines', type: 'nominal', sort: null } as const
  const tall = values.some(({ lines }) => lines.includes('\n'))
  return {
    data: { values },
    width,
    height: { step: tall ? 40 : 26 },
    encoding: {
      y: {
        ...y,
        axis: {
          title: null,
          labelExpr: "split(datum.label, '\\n')",
          minExtent: labels,
          maxExtent: labels,
          grid: true,
          gridDash: [1, 3],
          tickBand: 'center',
          labelPadding: 10,
        },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, color: color.soft },
        encoding: {
          x: {
            field: 'before',
            type: 'quantitative',
            scale: isLog ? { type: 'log', nice: false } : { zero: false, nice: true },
            axis: {
              title: axisTitle + scaleNote(isLog),
              grid: true,
              ...(isLog ? { values: logTicks(all).map(({ value }) => value) } : {}),
            },
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
