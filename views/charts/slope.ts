import type { TopLevelSpec } from 'vega-lite'
import { spread } from './spread.ts'
import { textWidth } from './text-width.ts'
import { chartWidth, fontSize } from './theme.ts'
import { endLayer, endOf, lineHeight, lineLayers, placesOf, weight, y } from './wave-lines.ts'

export interface Slope {
  label: string
  before: number
  after: number
  /** Both as they are written in the table. */
  beforeText: string
  afterText: string
  /** Drawn with less weight. */
  faint?: boolean
}

const edge = 18
const rightEdge = 190

/** Lines from the earlier wave to the later one, each labelled where it ends. */
export function slope(lines: readonly Slope[], [from, to]: readonly [string, string]): TopLevelSpec {
  const left = Math.max(...lines.map(({ beforeText }) => textWidth(beforeText, fontSize))) + 16
  const width = chartWidth - left - rightEdge
  const placeOf = placesOf(
    lines.flatMap(({ before, after }) => [before, after]),
    edge,
  )
  const points = lines.flatMap(({ label, before, after, faint = false }) => [
    { label, wave: from, at: placeOf(before), faint },
    { label, wave: to, at: placeOf(after), faint },
  ])
  const ends = lines.map(({ after, afterText, label, faint = false }) => ({
    at: placeOf(after),
    ...endOf(`${afterText} · ${label}`, rightEdge - 24),
    faint,
  }))
  const starts = lines.map(({ before, beforeText, faint = false }) => ({
    ...{ at: placeOf(before), size: 17, text: beforeText, faint },
  }))
  const x = { field: 'wave', type: 'nominal', sort: null, scale: { type: 'point', padding: 0 } } as const
  return {
    width,
    height: lineHeight,
    layer: [
      ...lineLayers(points, x, 'label'),
      endLayer(spread(ends, lineHeight), width),
      {
        data: { values: spread(starts, lineHeight) },
        mark: { type: 'text', align: 'right', baseline: 'middle' },
        encoding: { x: { value: -10 }, y, text: { field: 'text', type: 'nominal' }, color: weight },
      },
    ],
  }
}
