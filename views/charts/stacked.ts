import type { TopLevelSpec } from 'vega-lite'
import { rowAxis } from './row-axis.ts'
import { chartWidth, color, steps } from './theme.ts'

export interface StackedRow {
  label: string
  /** In percent, in the order of the scale; together 100. */
  parts: readonly { label: string; value: number }[]
}

const labels = 190
const width = chartWidth - labels - 12
const roomForText = 9

/** How the answers of each row are divided, each step of the scale a little darker than the one before. */
export function stacked(rows: readonly StackedRow[], scale: readonly string[]): TopLevelSpec {
  const shades = scale.map((_label, place) => steps[shadeOf(place, scale.length)] ?? color.bar)
  const values = rows.flatMap(({ label, parts }) => {
    let end = 0
    return parts.map((part) => {
      const start = end
      end += part.value
      const place = scale.indexOf(part.label)
      const text = part.value >= roomForText ? String(Math.round(part.value)) : ''
      const ink = shadeOf(place, scale.length) < 3 ? 'var(--chart-on-light)' : 'var(--chart-on-dark)'
      return { label, part: part.label, start, end, middle: (start + end) / 2, text, ink }
    })
  })
  const { y, names, step } = rowAxis(rows, { room: labels, least: 30 })
  return {
    data: { values },
    width,
    height: { step },
    encoding: { y },
    layer: [
      names,
      {
        mark: { type: 'bar', height: 24, stroke: color.sheet, strokeWidth: 1 },
        encoding: {
          x: {
            field: 'start',
            type: 'quantitative',
            scale: { domain: [0, 100] },
            axis: { title: 'Prozent der Antworten', values: [0, 25, 50, 75, 100], grid: false },
          },
          x2: { field: 'end' },
          color: {
            field: 'part',
            type: 'nominal',
            scale: { domain: [...scale], range: shades },
            legend: {
              title: null,
              orient: 'top',
              direction: 'horizontal',
              columns: 2,
              symbolType: 'square',
              symbolSize: 160,
              offset: 8,
            },
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 12 },
        encoding: {
          x: { field: 'middle', type: 'quantitative' },
          text: { field: 'text', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
    ],
  }
}

/** Spreads a scale of few steps over all shades. */
const shadeOf = (place: number, length: number) =>
  length < 2 ? 2 : Math.round((place * (steps.length - 1)) / (length - 1))
