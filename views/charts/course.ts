import type { TopLevelSpec } from 'vega-lite'
import { spread } from './spread.ts'
import { textWidth } from './text-width.ts'
import { chartWidth, fontSize } from './theme.ts'
import { endLayer, endOf, lineHeight, lineLayers, placesOf, weight, y } from './wave-lines.ts'

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

const edge = 24
const rightEdge = 150

/** Lines through several waves, broken where these do not mean the same, each labelled where it ends. */
export function course(lines: readonly Course[], { waves, isContinued, format }: Waves): TopLevelSpec {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const texts = all.map(format)
  const left = Math.max(...texts.map((one) => textWidth(one, fontSize))) / 2 + 8
  const width = chartWidth - left - rightEdge
  const placeOf = placesOf(all, edge)
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
      return [{ at: placeOf(last), ...endOf(`${format(last)} · ${label}`, rightEdge - 24), faint }]
    }),
    lineHeight,
  )
  // Below its point where another one lies close above it.
  const isBelow = ({ wave, at }: { wave: string; at: number }) =>
    points.some((other) => other.wave === wave && other.at < at && at - other.at < 30)
  const lead = points.filter(({ faint, wave }) => !faint && wave !== waves.at(-1))
  const x = {
    field: 'wave' as const,
    type: 'nominal' as const,
    sort: null,
    scale: { type: 'point' as const, padding: 0 as const, domain: [...waves] },
  }
  return {
    width,
    height: lineHeight,
    layer: [
      ...lineLayers(points, x, 'part'),
      ...[true, false].map((below) => ({
        data: { values: lead.filter((point) => isBelow(point) === below) },
        mark: { type: 'text', baseline: below ? 'top' : 'bottom', dy: below ? 8 : -8 } as const,
        encoding: { x, y, text: { field: 'text', type: 'nominal' as const }, color: weight },
      })),
      endLayer(ends, width),
    ],
  }
}
