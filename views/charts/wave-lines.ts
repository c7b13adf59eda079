import { wrap } from './text-width.ts'
import { color, fontSize } from './theme.ts'
import { isFarApart } from './value-scale.ts'

/** Of a chart that leads lines from wave to wave. */
export const lineHeight = 300

const wordHeight = 16

/** Where values stand on it, `edge` away from its ends. */
export function placesOf(all: readonly number[], edge: number): (value: number) => number {
  const scaled = isFarApart(all) ? Math.log10 : (value: number) => value
  const [low, high] = [scaled(Math.min(...all)), scaled(Math.max(...all))]
  return (value) =>
    high === low ? lineHeight / 2 : edge + ((high - scaled(value)) / (high - low)) * (lineHeight - 2 * edge)
}

/** What stands at the end of a line, in as many lines of words as it needs. */
export function endOf(text: string, room: number): { size: number; text: string } {
  const lines = wrap(text, room, fontSize)
  return { size: lines.length * wordHeight + 2, text: lines.join('\n') }
}

export const y = { field: 'at', type: 'quantitative', scale: null, axis: null } as const

/** Faint ones are drawn with less weight. */
export const weight = { condition: { test: 'datum.faint', value: color.soft }, value: color.ink } as const

interface Waves {
  field: 'wave'
  type: 'nominal'
  sort: null
  scale: { type: 'point'; padding: 0; domain?: string[] }
}

/** The lines with a point at each wave; what has the same `part` hangs together. */
export const lineLayers = <Point extends object>(points: readonly Point[], x: Waves, part: keyof Point & string) =>
  [
    {
      data: { values: [...points] },
      mark: { type: 'line', strokeWidth: 2 },
      encoding: {
        x: {
          ...x,
          axis: {
            title: null,
            labelAngle: 0,
            labelExpr: "split(datum.label, ', ')",
            orient: 'top',
            domain: false,
            grid: true,
            labelPadding: 14,
          },
        },
        y,
        detail: { field: part },
        color: weight,
        strokeDash: { condition: { test: 'datum.faint', value: dashed }, value: solid },
      },
    },
    {
      data: { values: [...points] },
      mark: { type: 'point', filled: true, size: 60, opacity: 1 },
      encoding: { x, y, color: weight },
    },
  ] as const

const [dashed, solid] = [
  [5, 4],
  [1, 0],
]

/** The words at the ends of lines, to the right of the chart. */
export const endLayer = <End extends object>(ends: readonly End[], width: number) =>
  ({
    data: { values: [...ends] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      lineBreak: '\n',
      lineHeight: wordHeight,
      yOffset: { expr: `-${wordHeight / 2} * (length(split(datum.text, "\\n")) - 1)` },
    },
    encoding: { x: { value: width + 10 }, y, text: { field: 'text', type: 'nominal' }, color: weight },
  }) as const
