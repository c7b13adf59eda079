import type { TopLevelSpec } from 'vega-lite'
import type { Drawing } from '../../analysis/report/chart.ts'
import { tenths } from '../../analysis/words.ts'
import { spread } from './spread.ts'
import { wrap } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'

type Curve = Omit<Extract<Drawing, { kind: 'curve' }>, 'kind'>

const height = 300
const rightEdge = 150
const width = chartWidth - rightEdge - 48

/** Percentages day by day, each line labelled with where it ends, and where the first is to be expected at the mark. */
export function curve({ lines, expected, mark, axis }: Curve): TopLevelSpec {
  const points = lines.flatMap(({ label, faint = false, points: own }) =>
    own.map((point) => ({ ...point, label, faint })),
  )
  const last = lines[0]?.points.at(-1)
  const way = expected === undefined || last === undefined ? [] : [last, expected]
  const texts = [
    ...lines.flatMap(({ label, faint = false, points: own }) => ends(own.at(-1), label, faint)),
    ...ends(expected, 'erwartet', false),
  ]
  const labels = spread(texts, height).map((one) => ({ ...one, y: valueAt(one.at) }))
  const furthest = Math.max(mark.at, ...points.map(({ at }) => at))
  const x = {
    field: 'at',
    type: 'quantitative' as const,
    scale: { domain: [0, furthest], nice: false },
    axis: { title: axis, grid: false, tickMinStep: 1, format: 'd' },
  }
  const percent = {
    type: 'quantitative' as const,
    scale: { domain: [0, 100] },
    axis: { title: null, values: [0, 25, 50, 75, 100], labelExpr: "datum.value + ' %'" },
  }
  const y = { field: 'value', ...percent }
  const weight = { condition: { test: 'datum.faint', value: color.soft }, value: color.ink } as const
  return {
    width,
    height,
    layer: [
      {
        data: { values: [{ ...mark, value: 100 }] },
        layer: [
          { mark: { type: 'rule', color: color.soft, strokeWidth: 1 }, encoding: { x } },
          {
            mark: { type: 'text', align: 'right', baseline: 'top', dx: -5, dy: 3 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' } },
          },
        ],
      },
      {
        data: { values: points },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x,
          y,
          detail: { field: 'label' },
          color: weight,
          strokeDash: { condition: { test: 'datum.faint', value: [5, 4] }, value: [1, 0] },
        },
      },
      {
        data: { values: way },
        mark: { type: 'line', strokeWidth: 2, strokeDash: [1, 4], stroke: color.ink },
        encoding: { x, y },
      },
      {
        data: { values: way.slice(1) },
        mark: { type: 'point', fill: color.sheet, stroke: color.ink, strokeWidth: 2, size: 70, opacity: 1 },
        encoding: { x, y },
      },
      {
        data: { values: labels },
        mark: { type: 'text', align: 'left', baseline: 'middle', lineBreak: '\n', lineHeight: 16 },
        encoding: {
          x: { value: width + 10 },
          y: { field: 'y', ...percent },
          text: { field: 'text', type: 'nominal' },
          color: weight,
        },
      },
    ],
  }
}

/** The text beside the end of a line, by its height in the picture. */
function ends(end: { value: number } | undefined, label: string, faint: boolean) {
  if (end === undefined) return []
  const lines = wrap(`${tenths(end.value)} % ${label}`, rightEdge - 20, fontSize)
  return [{ at: height * (1 - end.value / 100), size: lines.length * 16 + 2, text: lines.join('\n'), faint }]
}

const valueAt = (place: number): number => 100 * (1 - place / height)
