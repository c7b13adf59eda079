import type { TopLevelSpec } from 'vega-lite'
import { spread } from './slope.ts'
import { textWidth, wrap } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'
import { isFarApart } from './value-scale.ts'

export interface Course {
  label: string
  /** By wave; null where there is no figure. */
  values: readonly (number | null)[]
  /** Drawn with less weight. */
  faint?: boolean
}

interface Waves {
  waves: readonly string[]
  /** By wave: whether a line leads to it from the one before it. */
  isContinued: readonly boolean[]
  format: (value: number) => string
}

const height = 300
const edge = 24
const rightEdge = 150

/** Lines through several waves, broken where these do not mean the same, each labelled where it ends. */
export function course(lines: readonly Course[], { waves, isContinued, format }: Waves): TopLevelSpec {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const texts = all.map(format)
  const left = Math.max(...texts.map((one) => textWidth(one, fontSize))) / 2 + 8
  const width = chartWidth - left - rightEdge
  const scaled = isFarApart(all) ? Math.log10 : (value: number) => value
  const [low, high] = [scaled(Math.min(...all)), scaled(Math.max(...all))]
  const placeOf = (value: number) =>
    high === low ? height / 2 : edge + ((high - scaled(value)) / (high - low)) * (height - 2 * edge)
  const points = lines.flatMap(({ label, values, faint = false }) => {
    let part = 0
    return values.flatMap((value, at) => {
      if (at > 0 && isContinued[at] !== true) part += 1
      if (value === null) {
        part += 1
        return []
      }
      return [
        { label, part: `${label} ${part}`, wave: waves[at] ?? '', at: placeOf(value), faint, text: format(value) },
      ]
    })
  })
  const ends = spread(
    lines.flatMap(({ values, label, faint = false }) => {
      const last = values.findLast((value) => value !== null)
      if (last === undefined || last === null) return []
      const lines = wrap(`${format(last)} · ${label}`, rightEdge - 24, fontSize)
      return [{ at: placeOf(last), size: lines.length * 16 + 2, text: lines.join('\n'), faint }]
    }),
    height,
  )
  // Below its point where another one lies close above it.
  const isBelow = ({ wave, at }: { wave: string; at: number }) =>
    points.some((other) => other.wave === wave && other.at < at && at - other.at < 30)
  const lead = points.filter(({ faint, wave }) => !faint && wave !== waves.at(-1))
  const x = {
    field: 'wave',
    type: 'nominal' as const,
    sort: null,
    scale: { type: 'point' as const, padding: 0, domain: [...waves] },
  }
  const y = { field: 'at', type: 'quantitative', scale: null, axis: null } as const
  const weight = { condition: { test: 'datum.faint', value: color.soft }, value: color.ink } as const
  const words = { align: 'left', baseline: 'middle', lineBreak: '\n', lineHeight: 16 } as const
  return {
    width,
    height,
    layer: [
      {
        data: { values: points },
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
          detail: { field: 'part' },
          color: weight,
          strokeDash: { condition: { test: 'datum.faint', value: [5, 4] }, value: [1, 0] },
        },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: { x, y, color: weight },
      },
      ...[true, false].map((below) => ({
        data: { values: lead.filter((point) => isBelow(point) === below) },
        mark: { type: 'text', baseline: below ? 'top' : 'bottom', dy: below ? 8 : -8 } as const,
        encoding: { x, y, text: { field: 'text', type: 'nominal' as const }, color: weight },
      })),
      {
        data: { values: ends },
        mark: { type: 'text', ...words, yOffset: { expr: '-8 * (length(split(datum.text, "\\n")) - 1)' } },
        encoding: { x: { value: width + 10 }, y, text: { field: 'text', type: 'nominal' }, color: weight },
      },
    ],
  }
}
