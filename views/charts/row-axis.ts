import { wrapShort } from './text-width.ts'
import { fontSize } from './theme.ts'

/** The vertical axis of a chart with a row for each group: its label, in as many lines as it needs. */
export function rowAxis(rows: readonly { label: string }[], room: number) {
  const lines = Object.fromEntries(rows.map(({ label }) => [label, wrapShort(label, room - 24, fontSize)]))
  return {
    /** Whether one of the labels takes more than a line. */
    isTall: Object.values(lines).some((text) => text.includes('\n')),
    y: {
      field: 'label',
      type: 'nominal',
      sort: null,
      axis: {
        title: null,
        labelExpr: `split(${JSON.stringify(lines)}[datum.label], '\\n')`,
        minExtent: room,
        maxExtent: room,
        labelPadding: 10,
      },
    },
  } as const
}

/** Leads the eye from a label to points that lie far from it. */
export const dottedRows = { grid: true, gridDash: [1, 3], tickBand: 'center' as const }
