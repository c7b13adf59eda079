import type { TopLevelSpec } from 'vega-lite'
import { textWidth, wrap } from './text-width.ts'
import { chartWidth, color, fontSize } from './theme.ts'
import { isFarApart } from './value-scale.ts'

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

const height = 300
const edge = 18
const rightEdge = 190

/** Lines from the earlier wave to the later one, each labelled where it ends. */
export function slope(lines: readonly Slope[], [from, to]: readonly [string, string]): TopLevelSpec {
  const left = Math.max(...lines.map(({ beforeText }) => textWidth(beforeText, fontSize))) + 16
  const width = chartWidth - left - rightEdge
  const all = lines.flatMap(({ before, after }) => [before, after])
  const scaled = isFarApart(all) ? Math.log10 : (value: number) => value
  const [low, high] = [scaled(Math.min(...all)), scaled(Math.max(...all))]
  const placeOf = (value: number) =>
    high === low ? height / 2 : edge + ((high - scaled(value)) / (high - low)) * (height - 2 * edge)
  const points = lines.flatMap(({ label, before, after, faint = false }) => [
    { label, wave: from, at: placeOf(before), faint },
    { label, wave: to, at: placeOf(after), faint },
  ])
  const ends = spread(
    lines.map(({ after, afterText, label, faint = false }) => {
      const lines = wrap(`${afterText} · ${label}`, rightEdge - 24, fontSize)
      return { at: placeOf(after), size: lines.length * 16 + 2, text: lines.join('\n'), faint }
    }),
  )
  const starts = spread(
    lines.map(({ before, beforeText, faint = false }) => ({ at: placeOf(before), size: 17, text: beforeText, faint })),
  )
  const x = { field: 'wave', type: 'nominal', sort: null, scale: { type: 'point', padding: 0 } } as const
  const y = { field: 'at', type: 'quantitative', scale: null, axis: null } as const
  const weight = { condition: { test: 'datum.faint', value: color.soft }, value: color.ink } as const
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
          detail: { field: 'label' },
          color: weight,
          strokeDash: { condition: { test: 'datum.faint', value: [5, 4] }, value: [1, 0] },
        },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: { x, y, color: weight },
      },
      {
        data: { values: ends },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          lineBreak: '\n',
          lineHeight: 16,
          yOffset: { expr: '-8 * (length(split(datum.text, "\\n")) - 1)' },
        },
        encoding: {
          x: { value: width + 10 },
          y,
          text: { field: 'text', type: 'nominal' },
          color: weight,
        },
      },
      {
        data: { values: starts },
        mark: { type: 'text', align: 'right', baseline: 'middle' },
        encoding: {
          x: { value: -10 },
          y,
          text: { field: 'text', type: 'nominal' },
          color: weight,
        },
      },
    ],
  }
}

/** Moves labels apart that would lie over each other, each as little as needed, and keeps them within the height of the chart. */
export function spread<Label extends { at: number; size: number }>(labels: readonly Label[], room = height): Label[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.at - b.at)
  for (let round = 0; round < 200; round += 1) {
    let moved = false
    for (const label of sorted) label.at = Math.min(Math.max(label.at, label.size / 2), room - label.size / 2)
    for (const [place, lower] of sorted.entries()) {
      const upper = sorted[place - 1]
      if (upper === undefined) continue
      const overlap = upper.at + upper.size / 2 - (lower.at - lower.size / 2)
      if (overlap <= 0.01) continue
      upper.at -= overlap / 2
      lower.at += overlap / 2
      moved = true
    }
    if (!moved) break
  }
  return sorted
}
