import { wrap } from './text-width.ts'
import { color, fontSize } from './theme.ts'

const lineHeight = 15

/** The rows of a chart, each named in as many lines as it needs, none of them left out: as high as the longest name. */
export function rowAxis<Row extends { label: string }>(
  rows: readonly Row[],
  { room, least }: { room: number; least: number },
) {
  const names = rows.map(({ label }) => {
    const lines = wrap(label, room - 24, fontSize)
    return { label, name: lines.join('\n'), lines: lines.length }
  })
  const most = Math.max(1, ...names.map(({ lines }) => lines))
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    axis: { title: null, labels: false, minExtent: room },
  } as const
  return {
    step: Math.max(least, most * lineHeight + 8),
    y,
    names: {
      data: { values: names },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'middle',
        lineBreak: '\n',
        lineHeight,
        color: color.ink,
        yOffset: { expr: `-${lineHeight / 2} * (datum.lines - 1)` },
      },
      encoding: { x: { value: -10 }, text: { field: 'name', type: 'nominal' } },
    },
  } as const
}

/** Leads the eye from a label to points that lie far from it. */
export const dottedRows = { grid: true, gridDash: [1, 3], tickBand: 'center' as const }
